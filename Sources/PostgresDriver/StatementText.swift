/// Reading just enough of SQL to tell one statement from several.
enum StatementText {
    /// Whether something follows a `;` that ends a statement. Literals, quoted names and comments are skipped; bodies between dollars are
    /// not known: no statement has them.
    static func isSeveral(_ text: String) -> Bool {
        var rest = Substring(text)
        var hasEnded = false
        while let character = rest.first {
            if rest.hasPrefix("--") {
                rest = rest.drop { $0 != "\n" }
            } else if rest.hasPrefix("/*") {
                rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
            } else if character == "'" || character == "\"" {
                if hasEnded { return true }
                rest = rest.dropFirst().drop { $0 != character }.dropFirst()
            } else {
                if character == ";" {
                    hasEnded = true
                } else if hasEnded, !character.isWhitespace {
                    return true
                }
                rest = rest.dropFirst()
            }
        }
        return false
    }
}
