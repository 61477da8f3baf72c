import Essentials

/// Columns of text, as wide as they need to be, two spaces apart.
struct TextTable {
    private var rows: [[String]]

    init(_ titles: [Phrase], in language: Language) {
        rows = [titles.map { $0.in(language) }]
    }

    mutating func add(_ cells: [String]) {
        rows.append(cells)
    }

    /// The lines, titles first.
    var lines: [String] {
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], cell.count)
            }
        }
        return rows.map { row in
            let padded = row.enumerated().map { column, cell in
                column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
            }
            return padded.joined(separator: "  ").trimmingSpaces()
        }
    }
}

extension Console {
    func print(_ table: TextTable) {
        for line in table.lines { print(line) }
    }
}

/// Titles of columns, and the small words of lists.
extension Phrase {
    static let login = Phrase(fr: "IDENTIFIANT", en: "LOGIN")
    static let name = Phrase(fr: "NOM", en: "NAME")
    static let email = Phrase(fr: "COURRIEL", en: "E-MAIL")
    static let role = Phrase(fr: "RÔLE", en: "ROLE")
    static let password = Phrase(fr: "MOT DE PASSE", en: "PASSWORD")
    static let key = Phrase(fr: "CLÉ", en: "KEY")
    static let title = Phrase(fr: "TITRE", en: "TITLE")
    static let since = Phrase(fr: "DEPUIS", en: "SINCE")
    static let outcome = Phrase(fr: "FAIT", en: "DONE")
    static let line = Phrase(fr: "LIGNE", en: "LINE")
    static let closed = Phrase(fr: "compte fermé", en: "account closed")
}
