import Foundation
import TestSupport

/// Every bilingual text that stands in the sources, read from the sources themselves: a text that no test happens to show is held to the
/// same rules.
struct PhraseScan {
    /// One `fr:` and `en:` pair.
    struct Pair: Sendable, CustomStringConvertible {
        let place: String
        /// The literals of each language: one, or one for one and one for several.
        let fr: [Literal]
        let en: [Literal]

        var description: String { "\(place): \(fr.map(\.text)) / \(en.map(\.text))" }
    }

    /// What stands in the text of a literal for a value that it inserts.
    static let insertion: Character = "\u{FFFC}"

    /// A string literal: what it says, and what it inserts.
    struct Literal: Sendable {
        let text: String
        let insertions: [String]
    }

    static func pairs(in folder: String) throws -> [Pair] {
        let root = SourceFolder.package.appending(path: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }.sorted()
        return try paths.flatMap { path in
            var scan = PhraseScan(Array(try String(contentsOf: root.appending(path: path), encoding: .utf8)), path)
            return scan.pairs()
        }
    }

    private let text: [Character]
    private let path: String
    private var index = 0

    private init(_ text: [Character], _ path: String) {
        self.text = text
        self.path = path
    }

    /// Every `fr:` outside of literals and comments, with the `en:` that follows it.
    private mutating func pairs() -> [Pair] {
        var found: [Pair] = []
        while index < text.count {
            if starts("//") { while index < text.count, !text[index].isNewline { index += 1 } }
            if starts("\""), !starts("\"\"\"") {
                _ = literal()
                continue
            }
            guard starts("fr: "), index > 0, text[index - 1] == "(" || text[index - 1].isWhitespace else {
                index += 1
                continue
            }
            let line = 1 + text[..<index].count(where: \.isNewline)
            index += 4
            guard let fr = value(until: "en:") else { continue }
            index += 3
            guard let en = value(until: nil) else { continue }
            found.append(Pair(place: "\(path):\(line)", fr: fr, en: en))
        }
        return found
    }

    /// The literals of a value; `nil` when it holds none (a type, a parameter, a variable).
    private mutating func value(until label: String?) -> [Literal]? {
        var literals: [Literal] = []
        var depth = 0
        while index < text.count {
            if starts("\"") {
                literals.append(literal())
                continue
            }
            if depth == 0, let label, starts(label) { return literals.isEmpty ? nil : literals }
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" {
                depth -= 1
                if depth < 0 { return label == nil && !literals.isEmpty ? literals : nil }
            }
            if depth == 0, text[index] == ",", label == nil { return literals.isEmpty ? nil : literals }
            index += 1
        }
        return nil
    }

    /// From a quote to past the one that closes.
    private mutating func literal() -> Literal {
        index += 1
        var said = ""
        var insertions: [String] = []
        while index < text.count, text[index] != "\"" {
            if starts("\\(") {
                index += 2
                let start = index
                var depth = 1
                while index < text.count, depth > 0 {
                    if text[index] == "(" { depth += 1 }
                    if text[index] == ")" { depth -= 1 }
                    index += 1
                }
                insertions.append(String(text[start..<(index - 1)]))
                said.append(Self.insertion)
                continue
            }
            if starts("\\u{") {
                while index < text.count, text[index] != "}" { index += 1 }
                said.append(" ")
            } else {
                if text[index] == "\\" { index += 1 }
                said.append(text[index])
            }
            index += 1
        }
        index += 1
        return Literal(text: said, insertions: insertions)
    }

    private func starts(_ prefix: String) -> Bool {
        index + prefix.count <= text.count && text[index..<(index + prefix.count)].elementsEqual(prefix)
    }
}
