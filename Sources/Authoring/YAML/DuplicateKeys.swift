/// Finds the second of two equal keys, which Yams does not tell, and hides it so that the rest of the file is still read.
struct DuplicateKeys {
    /// Whether a key was hidden here: hidden keys are made of a private character, another one each time.
    static func isMasked(_ key: String) -> Bool {
        guard let first = key.unicodeScalars.first, (0xE000...0xE0FF).contains(first.value) else { return false }
        return key.unicodeScalars.allSatisfy { $0 == first }
    }

    private var lines: [[Unicode.Scalar]]
    private let mask: Unicode.Scalar

    /// - Parameter round: how many keys were hidden before, at most 255.
    init(_ text: String, round: Int) {
        mask = Unicode.Scalar(0xE000 + UInt32(round & 0xFF)) ?? "\u{E000}"
        lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { Array($0.unicodeScalars) }
    }

    var text: String {
        var result = String.UnicodeScalarView()
        for (index, line) in lines.enumerated() {
            if index > 0 { result.append("\n") }
            result.append(contentsOf: line)
        }
        return String(result)
    }

    /// Hides the next key equal to the one at `first`, and returns where it stands in the text.
    mutating func hideNext(of key: String, after first: SourcePosition) -> SourcePosition? {
        guard lines.indices.contains(first.line - 1) else { return nil }
        let word = Array(key.unicodeScalars)
        guard !word.isEmpty else { return nil }
        let column = first.column - 1
        // A block mapping: the same key further down, in the same column.
        for row in lines.indices.dropFirst(first.line) {
            let line = lines[row]
            let indent = line.prefix { $0 == " " }.count
            if indent == line.count || line[indent] == "#" { continue }
            if indent < column, !(line[indent] == "-" && indent == column) { break }
            if let width = keyWidth(word, in: line, at: column) { return hide(row, column, width) }
        }
        // A flow mapping: the same key after a comma.
        for row in lines.indices.dropFirst(first.line - 1) {
            let line = lines[row]
            let start = row == first.line - 1 ? column + 1 : 0
            for at in line.indices.dropFirst(start) where keyWidth(word, in: line, at: at) != nil {
                let before = line[..<at].last { $0 != " " }
                if before == nil || before == "," || before == "{" {
                    return keyWidth(word, in: line, at: at).flatMap { hide(row, at, $0) }
                }
            }
        }
        return nil
    }

    /// How many scalars the key takes there, with its quotes; `nil` when it is not there or no colon follows.
    private func keyWidth(_ word: [Unicode.Scalar], in line: [Unicode.Scalar], at column: Int) -> Int? {
        for quote in [[], ["\""], ["'"]] as [[Unicode.Scalar]] {
            let token = quote + word + quote
            guard line.dropFirst(column).starts(with: token) else { continue }
            let rest = line.dropFirst(column + token.count).drop { $0 == " " }
            if rest.first == ":" { return token.count }
        }
        return nil
    }

    private mutating func hide(_ row: Int, _ column: Int, _ width: Int) -> SourcePosition {
        for index in column..<(column + width) { lines[row][index] = mask }
        return SourcePosition(line: row + 1, column: column + 1)
    }
}
