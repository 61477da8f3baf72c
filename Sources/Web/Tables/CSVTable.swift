import Essentials

/// A table as text that a spreadsheet takes (RFC 4180): the separator is the one that spreadsheets expect in the language.
enum CSVTable {
    /// - Parameter hasMark: begins with the byte order mark, without which Excel takes accents for something else.
    static func bytes(of table: PageTable, _ words: Words, hasMark: Bool) -> [UInt8] {
        let separator: Character = words.language == .french ? ";" : ","
        var text = hasMark ? "\u{FEFF}" : ""
        for row in [table.header] + table.rows.map({ row in row.map { $0.text(words) } }) {
            text += row.map { field($0, separator) }.joined(separator: String(separator)) + "\r\n"
        }
        return Array(text.utf8)
    }

    /// A text that a spreadsheet would take for a formula begins with an apostrophe; numbers stay numbers.
    static func safe(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
        else { return text }
        let isNumber = text.dropFirst().allSatisfy { $0.isNumber || $0 == "," || $0 == "." }
        if isNumber, first == "-", text.count > 1 { return text }
        return "'" + text
    }

    private static func field(_ text: String, _ separator: Character) -> String {
        let text = safe(text)
        let needsQuotes = text.contains { $0 == separator || $0 == "\"" || $0.isNewline }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
