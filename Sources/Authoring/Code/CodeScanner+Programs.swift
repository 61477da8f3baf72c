/// Programs, data, questions to a database and commands.
extension CodeScanner {
    mutating func javascript(until end: Int) {
        while index < end {
            let byte = bytes[index]
            let start = index
            if starts(with: "//") {
                skip(until: end) { $0 != 0x0A }
                add(.comment, from: start)
            } else if starts(with: "/*") {
                skip(past: "*/", until: end)
                add(.comment, from: start)
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                string(byte, until: end)
            } else if byte == UInt8(ascii: "`") {
                string(byte, until: end, isLong: true)
            } else if Self.isDigit(byte) {
                number(until: end)
            } else if Self.isWord(byte) {
                skip(until: end) { Self.isWord($0) }
                if Self.javascriptWords.contains(word(from: start)) { add(.keyword, from: start) }
            } else {
                index += 1
            }
        }
    }

    mutating func json() {
        while let byte = current {
            let start = index
            if byte == UInt8(ascii: "\"") {
                string(byte, until: bytes.count)
                let isKey = bytes[index...].first { !Self.isSpace($0) } == UInt8(ascii: ":")
                if isKey { replaceLast(from: start, kind: .property) }
            } else if Self.isDigit(byte) {
                number(until: bytes.count)
            } else if Self.isWord(byte) {
                skip { Self.isWord($0) }
                if ["true", "false", "null"].contains(word(from: start)) { add(.keyword, from: start) }
            } else {
                index += 1
            }
        }
    }

    mutating func sql() {
        while let byte = current {
            let start = index
            if starts(with: "--") {
                skipLine()
                add(.comment, from: start)
            } else if starts(with: "/*") {
                skip(past: "*/", until: bytes.count)
                add(.comment, from: start)
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                string(byte, until: bytes.count, hasEscapes: false)
            } else if Self.isDigit(byte) {
                number(until: bytes.count)
            } else if Self.isWord(byte) {
                skip { Self.isWord($0) }
                if Self.sqlWords.contains(word(from: start).uppercased()) { add(.keyword, from: start) }
            } else {
                index += 1
            }
        }
    }

    /// - Parameter isConsole: whether only what follows `$ ` is a command, and the rest is what the machine answered.
    mutating func shell(isConsole: Bool) {
        while index < bytes.count {
            let start = index
            if starts(with: "$ ") {
                index += 1
                add(.prompt, from: start)
            } else if isConsole {
                skipLine()
            }
            command()
            if index < bytes.count { index += 1 }
        }
    }

    /// One line of commands.
    private mutating func command() {
        var isFirst = true
        while let byte = current, byte != 0x0A {
            let start = index
            switch byte {
            case UInt8(ascii: "#") where start == 0 || Self.isSpace(bytes[start - 1]):
                skipLine()
                add(.comment, from: start)
            case UInt8(ascii: "\""): string(byte, until: bytes.count)
            case UInt8(ascii: "'"): string(byte, until: bytes.count, hasEscapes: false)
            case UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "&"):
                index += 1
                isFirst = true
                continue
            case _ where Self.isSpace(byte):
                index += 1
                continue
            default:
                skip { !Self.isSpace($0) && !"\"'|;&".utf8.contains($0) }
                if isFirst {
                    add(.keyword, from: start)
                } else if byte == UInt8(ascii: "-") {
                    add(.property, from: start)
                }
            }
            isFirst = false
        }
    }

    private static let javascriptWords: Set<String> = [
        "as", "async", "await", "break", "case", "catch", "class", "const", "continue", "default", "delete", "do", "else",
        "export", "extends", "false", "finally", "for", "from", "function", "if", "import", "in", "instanceof", "let", "new",
        "null", "of", "return", "static", "super", "switch", "this", "throw", "true", "try", "typeof", "undefined", "var",
        "void", "while", "yield",
    ]

    private static let sqlWords: Set<String> = [
        "ADD", "ALTER", "AND", "AS", "ASC", "AVG", "BEGIN", "BETWEEN", "BY", "CASE", "CHECK", "COMMIT", "CONSTRAINT", "COUNT",
        "CREATE", "DEFAULT", "DELETE", "DESC", "DISTINCT", "DROP", "ELSE", "END", "EXISTS", "FOREIGN", "FROM", "GROUP",
        "HAVING", "IN", "INDEX", "INNER", "INSERT", "INTEGER", "INTO", "IS", "JOIN", "KEY", "LEFT", "LIKE", "LIMIT", "MAX",
        "MIN", "NOT", "NULL", "ON", "OR", "ORDER", "OUTER", "PRAGMA", "PRIMARY", "REAL", "REFERENCES", "RIGHT", "ROLLBACK",
        "SELECT", "SET", "SUM", "TABLE", "TEXT", "THEN", "UNION", "UNIQUE", "UPDATE", "USING", "VALUES", "VIEW", "WHEN",
        "WHERE", "WITH",
    ]
}
