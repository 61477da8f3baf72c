import Essentials

/// A person's name. One of the two parts may be empty: some people have one name only.
package struct PersonName: Sendable, Hashable, Codable {
    package let given: String
    package let family: String

    /// Reads a name that someone typed: spaces are tidied, the text is composed (NFC).
    /// - throws: ``AccountsError/badName`` when both parts are empty, one is over 100 characters, or one holds control or
    ///   invisible direction characters.
    package init(given: String, family: String) throws(AccountsError) {
        let given = given.tidied
        let family = family.tidied
        guard !(given.isEmpty && family.isEmpty), given.isFitForAName, family.isFitForAName,
            !"\(family) \(given)".folded.isEmpty
        else { throw .badName }
        self.given = given
        self.family = family
    }

    /// Wraps what the database returned.
    package init(trustedGiven given: String, family: String) {
        self.given = given
        self.family = family
    }

    /// « Awa Diallo »
    package var full: String {
        if given.isEmpty { return family }
        return family.isEmpty ? given : "\(given) \(family)"
    }

    /// Order of lists: family name, then given name, without case or accents.
    package var sortKey: String { "\(family) \(given)".folded }
}
