import Essentials

/// Reads a file of people: `login;given_name;family_name;email;language;role;cohort;group;password`.
///
/// The header is needed, in any order, in English or French; only login and names must be there. Nothing here asks the
/// database: see ``PeopleImport`` for what only it knows.
package enum PeopleCSV {
    package static let longestFile = 5_000_000
    package static let mostRows = 10_000

    package struct Result: Sendable, Hashable {
        /// The good rows, in the order of the file.
        package let rows: [PersonRow]
        /// What is wrong, in the order of the file. When there is anything, nothing may be imported.
        package let problems: [PeopleProblem]

        /// - throws: ``AccountsError/peopleRefused(_:)`` with every problem.
        package func get() throws(AccountsError) -> [PersonRow] {
            if !problems.isEmpty { throw .peopleRefused(problems) }
            return rows
        }
    }

    /// Reads the bytes of a file. Pure, and bounded by ``longestFile`` and ``mostRows``.
    package static func parse(_ bytes: [UInt8]) -> Result {
        do {
            let csv = CSVText(try text(of: bytes))
            var records = csv.records.drop(while: \.isBlank)
            guard let first = records.popFirst() else { throw PeopleProblem(line: 1, message: .emptyFile) }
            if first.line == csv.unclosedQuoteLine { throw PeopleProblem(line: first.line, message: .unclosedQuote) }
            let header = try PeopleHeader(csv.cells(of: first), line: first.line)
            let rows = records.filter { !$0.isBlank }
            if rows.isEmpty { throw PeopleProblem(line: first.line, message: .noPeople) }
            if rows.count > mostRows {
                throw PeopleProblem(line: rows[rows.startIndex + mostRows].line, message: .tooManyRows)
            }
            return read(rows, of: csv, under: header)
        } catch {
            return Result(rows: [], problems: error.list)
        }
    }

    private static func read(_ records: [CSVText.Record], of csv: CSVText, under header: PeopleHeader) -> Result {
        var problems: [PeopleProblem] = []
        var rows: [PersonRow] = []
        var repeats = PeopleRepeats()
        for record in records {
            if record.line == csv.unclosedQuoteLine {
                problems.append(PeopleProblem(line: record.line, message: .unclosedQuote))
                continue
            }
            guard let cells = csv.cells(of: record) else {
                problems.append(PeopleProblem(line: record.line, message: .strayQuote))
                continue
            }
            var reader = PersonRowReader(header: header, cells: cells, line: record.line)
            let row = reader.row()
            problems += reader.problems
            guard let row else { continue }
            problems += repeats.problems(of: row, header: header)
            rows.append(row)
        }
        return Result(rows: rows, problems: problems)
    }

    /// The text, without its byte order mark.
    private static func text(of bytes: [UInt8]) throws(PeopleProblem) -> String {
        if bytes.count > longestFile { throw PeopleProblem(line: 1, message: .fileTooLong) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw PeopleProblem(line: 1, message: .notUTF8)
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let place = body.firstIndex(of: 0) {
            throw PeopleProblem(line: line(of: place, in: body), message: .notText)
        }
        guard let text = String(validating: body, as: UTF8.self) else {
            throw PeopleProblem(line: firstLineNotUTF8(in: body), message: .notUTF8)
        }
        return text
    }

    private static func firstLineNotUTF8(in bytes: ArraySlice<UInt8>) -> Int {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
    }

    private static func line(of place: Int, in bytes: ArraySlice<UInt8>) -> Int {
        1 + bytes[..<place].count { $0 == 0x0A }
    }
}
