import Essentials
import Progress

/// What stands in a cell of a table that a spreadsheet takes.
enum TableCell: Sendable, Hashable {
    case text(String)
    case number(Double)
    /// To the minute, as clocks in Europe/Paris show it.
    case moment(Instant)

    static let nothing = TableCell.text("")

    /// Nothing for no number.
    static func number(_ value: Int?) -> TableCell { value.map { .number(Double($0)) } ?? .nothing }

    /// Nothing for no moment.
    static func moment(_ instant: Instant?) -> TableCell { instant.map { .moment($0) } ?? .nothing }

    /// Nothing for no text.
    static func text(_ text: String?) -> TableCell { .text(text ?? "") }

    /// As people read it; a moment as `2026-11-24 14:05`, which every spreadsheet reads and sorts.
    func text(_ words: Words) -> String {
        switch self {
        case .text(let text): text
        case .number(let number): words.number(number)
        case .moment(let instant): Self.sortable(instant)
        }
    }

    private static func sortable(_ instant: Instant) -> String {
        let minutes = ParisDays.minute(of: instant)
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(ParisDays.day(of: instant).text) \(two(minutes / 60)):\(two(minutes % 60))"
    }
}
