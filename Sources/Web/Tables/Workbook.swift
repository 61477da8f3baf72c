import CLibXLSXWriter
import Essentials
import Foundation
import Progress

/// Tables as a workbook of Excel and of LibreOffice (Office Open XML), a sheet each: numbers are numbers, moments are dates, and no text is ever
/// taken for a formula.
enum Workbook {
    /// What the library says when it cannot write.
    struct Failure: Error {
        let reason: String
    }

    /// The length of a text that a cell takes, in UTF-16 units.
    private static let longestText = 32_767
    private static let widths = 8...48

    /// - Parameter tables: one or more.
    /// - throws: ``Failure`` when there is no room for it.
    static func bytes(of tables: [PageTable], _ words: Words) throws -> Data {
        let file = FileManager.default.temporaryDirectory.appending(path: "rebond-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        guard let book = workbook_new(file.path(percentEncoded: false)) else { throw Failure(reason: "no workbook") }
        let head = workbook_add_format(book)
        format_set_bold(head)
        let moment = workbook_add_format(book)
        format_set_num_format(moment, words.language == .french ? "dd/mm/yyyy hh:mm" : "yyyy-mm-dd hh:mm")
        var names: Set<String> = []
        for table in tables {
            write(table, on: workbook_add_worksheet(book, sheetName(table.name, &names)), head: head, moment: moment, words)
        }
        let result = workbook_close(book)
        guard result == LXW_NO_ERROR else { throw Failure(reason: String(cString: lxw_strerror(result))) }
        return try Data(contentsOf: file)
    }

    private static func write(
        _ table: PageTable, on sheet: UnsafeMutablePointer<lxw_worksheet>?, head: UnsafeMutablePointer<lxw_format>?,
        moment: UnsafeMutablePointer<lxw_format>?, _ words: Words
    ) {
        var longest = table.header.map(\.count)
        for (column, title) in table.header.enumerated() {
            worksheet_write_string(sheet, 0, lxw_col_t(column), title, head)
        }
        for (index, row) in table.rows.enumerated() {
            for (column, cell) in row.enumerated() {
                let place = (lxw_row_t(index + 1), lxw_col_t(column))
                switch cell {
                case .text(let text):
                    if !text.isEmpty { worksheet_write_string(sheet, place.0, place.1, String(text.prefix(longestText)), nil) }
                case .number(let number): worksheet_write_number(sheet, place.0, place.1, number, nil)
                case .moment(let instant):
                    var date = lxw_datetime(instant)
                    worksheet_write_datetime(sheet, place.0, place.1, &date, moment)
                }
                if column < longest.count { longest[column] = max(longest[column], cell.text(words).count) }
            }
        }
        for (column, length) in longest.enumerated() {
            let width = Double(min(max(length + 2, widths.lowerBound), widths.upperBound))
            worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil)
        }
        worksheet_freeze_panes(sheet, 1, 0)
        if !table.header.isEmpty {
            worksheet_autofilter(sheet, 0, 0, lxw_row_t(table.rows.count), lxw_col_t(table.header.count - 1))
        }
    }

    /// At most 31 characters, none of them a sign of addresses in formulas, unlike the others whatever the case.
    private static func sheetName(_ name: String, _ taken: inout Set<String>) -> String {
        let safe = String(name.filter { !"[]:*?/\\'".contains($0) }.prefix(27))
        var unique = safe.isEmpty ? "-" : safe
        var number = 2
        while !taken.insert(unique.lowercased()).inserted {
            unique = "\(safe) \(number)"
            number += 1
        }
        return unique
    }
}

extension lxw_datetime {
    fileprivate init(_ instant: Instant) {
        let (day, minute) = (ParisDays.day(of: instant), ParisDays.minute(of: instant))
        self.init(
            year: Int32(day.year), month: Int32(day.month), day: Int32(day.day), hour: Int32(minute / 60),
            min: Int32(minute % 60), sec: 0)
    }
}
