/// Which signs of a text Markdown would take for its own, and how they are kept as they are.
enum MarkdownEscaping {
    private static let always: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "|", "^"]

    /// A text of which nothing is a mark.
    static func escape(_ text: String) -> String {
        let characters = Array(text)
        var result = ""
        result.reserveCapacity(text.utf8.count + 8)
        var index = 0
        while index < characters.count {
            let character = characters[index]
            if let code = special(characters[index...]) {
                result += "`" + code + "`"
                index += code.count
                continue
            }
            if always.contains(character) {
                result += "\\" + String(character)
            } else if character == ":" && startsWith(characters[index...], "://") {
                // What looks like an address and was no link stays a text.
                result += "\\:"
            } else if character == ".", index >= 3, characters[(index - 3)..<index].allSatisfy({ $0 == "w" || $0 == "W" }) {
                result += "\\."
            } else if character == "!", index == characters.count - 1 || characters[index + 1] == "[" {
                result += "\\!"
            } else {
                result.append(character)
            }
            index += 1
        }
        return result
    }

    /// What stays special to Rebond even when it is escaped, and stands in code for that: the mark of a language, the call of a note,
    /// the mark of a callout, an address of a chat.
    private static func special(_ characters: ArraySlice<Character>) -> String? {
        guard let first = characters.first else { return nil }
        switch first {
        case "{":
            if startsWith(characters, "{lang=") { return "{lang=" }
            return startsWith(characters, "{lang ") ? "{lang" : nil
        case "[":
            if startsWith(characters, "[^") { return "[^" }
            return startsWith(characters, "[!") ? "[!" : nil
        case "x", "X": return startsWith(characters, "xmpp:") ? "xmpp:" : nil
        default: return nil
        }
    }

    private static func startsWith(_ characters: ArraySlice<Character>, _ text: String) -> Bool {
        characters.prefix(text.count).elementsEqual(text) { $0.lowercased() == $1.lowercased() }
    }

    /// A line whose first sign would begin a heading, a list, a quote, a rule or code.
    static func lineStart(_ line: String) -> String {
        let trimmed = String(line.drop { $0 == " " || $0 == "\t" })
        guard let first = trimmed.first else { return trimmed }
        if "#+-=:".contains(first) { return "\\" + trimmed }
        let digits = trimmed.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, let after = trimmed.dropFirst(digits.count).first, after == "." || after == ")" {
            return digits + "\\" + trimmed.dropFirst(digits.count)
        }
        return trimmed
    }

    /// An address between `<` and `>`.
    static func address(_ address: String) -> String {
        address.unicodeScalars.map { scalar in
            switch scalar {
            case "<": "%3C"
            case ">": "%3E"
            case "\\": "%5C"
            case "|": "%7C"
            case "&": "\\&"
            case "`": "%60"
            case " ": "%20"
            default: scalar.value < 0x20 ? "" : String(scalar)
            }
        }.joined()
    }
}
