import Essentials
import Foundation
import Progress

/// A table as a spreadsheet takes it (RFC 4180): the separator is the one that spreadsheets expect in the language.
struct CSVTable: Sendable {
    let header: [String]
    let rows: [[String]]

    /// - Parameter hasMark: begins with the byte order mark, without which Excel takes accents for something else.
    func bytes(in language: Language, hasMark: Bool) -> [UInt8] {
        let separator: Character = language == .french ? ";" : ","
        var text = hasMark ? "\u{FEFF}" : ""
        for row in [header] + rows {
            text += row.map { Self.field($0, separator) }.joined(separator: String(separator)) + "\r\n"
        }
        return Array(text.utf8)
    }

    /// A text that a spreadsheet would take for a formula begins with an apostrophe; numbers stay numbers.
    static func safe(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
        else { return text }
        if text.dropFirst().allSatisfy(\.isNumber), first == "-", text.count > 1 { return text }
        return "'" + text
    }

    private static func field(_ text: String, _ separator: Character) -> String {
        let text = safe(text)
        let needsQuotes = text.contains { $0 == separator || $0 == "\"" || $0.isNewline }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}

extension Words {
    /// `2026-11-24 14:05`, in Europe/Paris: what every spreadsheet reads and sorts; nothing for no instant.
    static func sortable(_ instant: Instant?) -> String {
        guard let instant else { return "" }
        let day = ParisDays.day(of: instant)
        let minutes = ParisDays.minute(of: instant)
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(day.text) \(two(minutes / 60)):\(two(minutes % 60))"
    }
}
