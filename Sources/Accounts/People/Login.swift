import Essentials
import Foundation

/// What a person types to sign in. Shown as typed; compared without case and accents.
package struct Login: Sendable, Hashable, CustomStringConvertible {
    package let text: String
    /// The folded form, unique in the installation.
    package let key: String

    /// Reads a login that someone typed. Letters of any script, digits, and `. _ - + @ '`.
    /// - throws: ``AccountsError/badLogin`` for another character, under 2 or over 64 characters.
    package init(_ typed: String) throws(AccountsError) {
        let text = typed.trimmingSpaces().precomposedStringWithCanonicalMapping
        guard (2...64).contains(text.unicodeScalars.count), text.unicodeScalars.allSatisfy(Self.allows) else {
            throw .badLogin
        }
        let key = text.folded
        guard key.contains(where: { $0.isLetter || $0.isNumber }) else { throw .badLogin }
        self.text = text
        self.key = key
    }

    /// Wraps what the database returned.
    package init(trusted text: String, key: String) {
        self.text = text
        self.key = key
    }

    package var description: String { text }

    private static func allows(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "_", "-", "+", "@", "'", "’": true
        default:
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .nonspacingMark, .spacingMark:
                true
            default: false
            }
        }
    }
}

/// An e-mail address, as far as its form can tell.
package struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
    package let text: String
    /// The folded form, unique in the installation.
    package let key: String

    /// Reads an address that someone typed. Only a message that arrives proves an address; this catches slips.
    /// - throws: ``AccountsError/badEmail``
    package init(_ typed: String) throws(AccountsError) {
        let text = typed.trimmingSpaces().precomposedStringWithCanonicalMapping
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count),
            text.unicodeScalars.allSatisfy({ $0.isVisibleText && !$0.properties.isWhitespace }),
            !text.contains(where: { "<>()[]\\,;:\"".contains($0) })
        else { throw .badEmail }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 63 && !$0.hasPrefix("-") }) else {
            throw .badEmail
        }
        self.text = text
        key = text.folded
    }

    /// Wraps what the database returned.
    package init(trusted text: String) {
        self.text = text
        key = text.folded
    }

    package var description: String { text }
}
