import Essentials

/// The first line of a file of people: which cell holds what, and what the file calls it.
struct PeopleHeader {
    private var places: [PeopleColumn: Int] = [:]
    private let names: [String]

    /// - throws: every problem of the header.
    init(_ cells: [String]?, line: Int) throws(PeopleProblems) {
        guard let cells else { throw PeopleProblems(list: [PeopleProblem(line: line, message: .strayQuote)]) }
        names = cells.map { $0.trimmingSpaces() }
        var problems: [PeopleProblem] = []
        for (place, name) in names.enumerated() where !name.isEmpty {
            guard let column = PeopleColumn(header: name) else {
                problems.append(PeopleProblem(line: line, column: String(name.prefix(60)), message: .unknownColumn))
                continue
            }
            if places[column] != nil {
                problems.append(PeopleProblem(line: line, column: name, message: .columnTwice))
            }
            places[column] = place
        }
        for column in PeopleColumn.required where places[column] == nil {
            problems.append(PeopleProblem(line: line, column: column.rawValue, message: .missingColumn))
        }
        if !problems.isEmpty { throw PeopleProblems(list: problems) }
    }

    var count: Int { names.count }

    func place(of column: PeopleColumn) -> Int? { places[column] }

    /// The column as the file names it.
    func name(of column: PeopleColumn) -> String {
        places[column].map { names[$0] } ?? column.rawValue
    }
}

/// Several problems thrown at once.
struct PeopleProblems: Error {
    let list: [PeopleProblem]
}

extension Error {
    /// The problems that an error of the reader stands for.
    var list: [PeopleProblem] {
        if let problems = self as? PeopleProblems { return problems.list }
        return (self as? PeopleProblem).map { [$0] } ?? []
    }
}
