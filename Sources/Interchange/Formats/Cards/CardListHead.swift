import Essentials

/// What a list of cards says of itself before its first card: the lines of Anki that begin with `#`, or the names of the columns.
struct CardListHead {
    enum Column: Hashable {
        case front, back, example, language, id
        /// Anki's: what kind of note, in which deck.
        case kind, deck
        case tags
        /// A field that has no name of its own: the next of front, back, example.
        case field
        /// Known, and of no use here.
        case other
    }

    var separator: Character = "\t"
    /// Whether fields are HTML.
    var isHTML = false
    var deck: String?
    /// What each column is; empty when nothing says it.
    var columns: [Column] = []
    /// What remains: the lines of the cards.
    var rest: Substring
    /// The number of the first of these, from 1.
    var firstLine = 1
    /// Whether the text says what it is, and is not only of the form.
    var isSure = false

    private static let separators: [String: Character] = [
        "tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " ",
    ]

    private static let names: [Column: Set<String>] = [
        .front: ["front", "term", "word", "question", "recto", "terme", "mot"],
        .back: ["back", "meaning", "definition", "answer", "translation", "verso", "sens", "reponse", "traduction"],
        .example: ["example", "sentence", "exemple", "phrase"], .language: ["language", "langue"], .id: ["id", "guid"],
        .tags: ["tags", "tag", "etiquettes"], .deck: ["deck", "paquet"],
    ]

    /// - Parameter text: with `\n` at the ends of its lines.
    init(_ text: String) {
        rest = text[...]
        var tagged: [Int: Column] = [:]
        while rest.first == "#" {
            let line = rest.prefix { $0 != "\n" }
            guard let colon = line.firstIndex(of: ":") else { break }
            let key = line[line.index(after: line.startIndex)..<colon].lowercased()
            guard take(key, String(line[line.index(after: colon)...]), &tagged) else { break }
            rest = rest[line.endIndex...].dropFirst()
            firstLine += 1
            isSure = true
        }
        if !isSure { separator = Self.separator(of: rest) }
        if let last = tagged.keys.max() {
            if columns.count < last { columns += Array(repeating: .field, count: last - columns.count) }
            for (number, column) in tagged { columns[number - 1] = column }
        }
        if !isSure { takeNames() }
    }

    /// - Returns: whether it is a line of a head.
    private mutating func take(_ key: String, _ value: String, _ tagged: inout [Int: Column]) -> Bool {
        let words = key.split(separator: " ")
        switch key {
        case "separator":
            separator = Self.separators[value.trimmed.lowercased()] ?? value.first ?? "\t"
        case "html": isHTML = value.trimmed.lowercased() == "true"
        case "deck": deck = value.trimmed
        case "columns":
            columns = value.split(separator: separator, omittingEmptySubsequences: false).map { name in
                Self.column(String(name)).flatMap { [.tags, .deck].contains($0) ? $0 : nil } ?? .field
            }
        case "notetype", "tags", "if matches": break
        default:
            guard words.count == 2, words[1] == "column", let number = Int(value.trimmed), (1...100).contains(number) else {
                return false
            }
            tagged[number] = ["guid": .id, "notetype": .kind, "deck": .deck, "tags": .tags][String(words[0])] ?? .other
        }
        return true
    }

    private static func column(_ name: String) -> Column? {
        let name = name.trimmed.folded
        return names.first { $0.value.contains(name) }?.key
    }

    /// The names of columns on the first line, when two of them are those of a card.
    private mutating func takeNames() {
        let line = rest.prefix { $0 != "\n" }
        guard let first = DelimitedText(String(line), separator: separator).records().first else { return }
        let found = first.cells.map { Self.column($0) ?? .other }
        guard found.contains(.front), found.contains(.back) else { return }
        columns = found
        isSure = true
        rest = rest[line.endIndex...].dropFirst()
        firstLine += 1
    }

    /// A tab when every line has one; otherwise the one of `;` and `,` that the first line has more of.
    private static func separator(of text: Substring) -> Character {
        let lines = text.split(separator: "\n").prefix(50)
        if !lines.isEmpty, lines.allSatisfy({ $0.contains("\t") }) { return "\t" }
        let first = lines.first ?? ""
        return first.count { $0 == ";" } >= first.count { $0 == "," } ? ";" : ","
    }
}
