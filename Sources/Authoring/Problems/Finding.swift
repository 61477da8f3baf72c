import Essentials

/// What is wrong, before it is said where. The catalogue of findings is in the `Finding+…` files, one for each area.
struct Finding: Hashable, Sendable {
    var severity: Problem.Severity
    var code: String
    var message: Phrase
    var hint: Phrase

    init(_ code: String, severity: Problem.Severity = .error, _ message: Phrase, hint: Phrase) {
        self.severity = severity
        self.code = code
        self.message = message
        self.hint = hint
    }
}

extension Phrase {
    /// A hint that proposes one of the known words when one is near, and lists them otherwise.
    static func nearest(to word: String, among known: [String]) -> Phrase {
        if let near = NearestWord.find(word, among: known) {
            return Phrase(fr: "Vouliez-vous écrire « \(near) » ?", en: "Did you mean \"\(near)\"?")
        }
        let list = known.joined(separator: ", ")
        return Phrase(fr: "Valeurs connues : \(list).", en: "Known values: \(list).")
    }
}

/// Text from the author, short enough to be quoted in a message.
func excerpt(_ text: String) -> String {
    let line = text.unicodeScalars.prefix(200).map { $0.properties.isWhitespace ? " " : String($0) }.joined()
    return line.count > 40 ? line.prefix(39) + "…" : line
}
