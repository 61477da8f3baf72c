import Essentials
import HTML

/// One table of a page, for a spreadsheet.
struct PageTable: Sendable {
    /// Unique on the page: a part of an address, and of the name of the file.
    let name: String
    let table: CSVTable

    init(_ name: String, _ header: [String], rows: [[String]]) {
        self.name = name
        table = CSVTable(header: header, rows: rows)
    }
}

/// A page whose tables can be had as CSV too: the same model, so the same rows in the same order.
///
/// Its route reads all the rows rather than a page of them when ``Representation/csv`` is asked for.
protocol TabularPage: Page {
    /// The first one is meant where none is named.
    func tables(_ words: Words) -> [PageTable]
}

/// Links to a table of the page for a spreadsheet: as programs take it, and as Excel does.
struct TableDownload: View {
    /// The address of the page, with its query.
    let page: String
    /// The name of the table; `nil` for the first one.
    var table: String?
    let words: Words

    var body: some Markup {
        let address = Links.csv(page, table: table)
        p(.class("actions")) {
            a(.class("button"), .href(address), .download("")) { words(.downloadCSV) }
            a(.href(address + "&bom=true"), .download("")) { words(.downloadForExcel) }
        }
    }
}
