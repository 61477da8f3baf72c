import Essentials
import HTML

/// One table of a page, for a spreadsheet.
struct PageTable: Sendable {
    /// Unique on the page: a part of an address, and of the name of the file.
    let name: String
    let header: [String]
    let rows: [[TableCell]]

    init(_ name: String, _ header: [String], rows: [[TableCell]]) {
        self.name = name
        self.header = header
        self.rows = rows
    }
}

/// A page whose tables can be had as CSV and as a workbook too: the same model, so the same rows in the same order.
///
/// Its route reads all the rows rather than a page of them when a table is asked for (``Representation/isTable``).
protocol TabularPage: Page {
    /// The first one is meant where none is named.
    func tables(_ words: Words) -> [PageTable]
}

/// Links to a table of the page for a spreadsheet: as Excel and LibreOffice open it, and as programs take it.
struct TableDownload: View {
    /// The address of the page, with its query.
    let page: String
    /// The name of the table; `nil` for the first one.
    var table: String?
    let words: Words

    var body: some Markup {
        p(.class("actions")) {
            a(.class("button"), .href(Links.table(page, .xlsx, table: table)), .download("")) { words(.downloadForExcel) }
            a(.href(Links.table(page, .csv, table: table)), .download("")) { words(.downloadCSV) }
        }
    }
}
