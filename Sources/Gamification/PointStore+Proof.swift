package import Accounts
package import Essentials
package import SQL

/// A balance that is not what the entries add up to.
package struct PointDifference: Sendable, Hashable {
    package let person: Identifier<Person>
    package let kept: String
    package let recomputed: String
}

/// `rebond verify`: balances made again from the entries.
extension PointStore {
    /// Compares the balances of a page of people with their entries.
    /// - Returns: what differs, how many were looked at, and after whom the next page begins.
    package func verify(
        after person: Identifier<Person>?, limit: Int, in reading: any ReadTransaction
    ) throws -> (differences: [PointDifference], checked: Int, next: Identifier<Person>?) {
        let page = try reading.rows(PointStatements.purses, person?.text ?? "", limit) { row in
            (person: row.id(0) as Identifier<Person>, balance: row.int(1), entries: row.int(2))
        }
        var differences: [PointDifference] = []
        for kept in page {
            let sums = try sums(of: kept.person, in: reading)
            let balances = try reading.rows(PointStatements.keptBalances, kept.person, map: PointBalance.init(row:))
            let keptText = Self.text(kept.balance, kept.entries, balances)
            let sumText = Self.text(
                sums.reduce(0) { $0 + $1.balance.balance }, sums.reduce(0) { $0 + $1.count }, sums.map(\.balance))
            if keptText != sumText {
                differences.append(PointDifference(person: kept.person, kept: keptText, recomputed: sumText))
            }
        }
        return (differences, page.count, page.count < limit ? nil : page.last?.person)
    }

    /// Makes the balances of somebody again from the entries.
    package func mend(_ person: Identifier<Person>, in writing: any WriteTransaction) throws {
        let sums = try sums(of: person, in: writing)
        try writing.run(PointStatements.deleteBalances, person)
        for (balance, _) in sums {
            try writing.run(
                PointStatements.addToBalance, person, balance.place.cohort, balance.place.course, balance.balance)
        }
        try writing.run(
            PointStatements.savePurse, person, sums.reduce(0) { $0 + $1.balance.balance }, sums.reduce(0) { $0 + $1.count })
    }

    private func sums(
        of person: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> [(balance: PointBalance, count: Int)] {
        try reading.rows(PointStatements.sums, person) { (PointBalance(row: $0), $0.int(3)) }
    }

    private static func text(_ balance: Int, _ entries: Int, _ balances: [PointBalance]) -> String {
        let parts = balances.map { "\($0.place.course) \($0.balance)" }
        return "\(balance) (\(entries)" + (parts.isEmpty ? "" : "; " + parts.joined(separator: ", ")) + ")"
    }
}
