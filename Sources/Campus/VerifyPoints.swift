import Accounts
import Essentials
package import Gamification
import SQL

/// Whether balances are what the ledger adds up to: a part of `rebond verify`.
extension Campus {
    /// What was looked at, and what differed.
    package struct PointsVerification: Sendable, Hashable {
        package var people = 0
        package var differences = 0
        package var repaired = 0

        package init() {}
        /// Differences that are still there.
        package var remaining: Int { differences - repaired }
    }

    private static let pursesAtOnce = 200

    /// Makes the balances of everybody again from the entries, a page of people at a time, and compares.
    /// - Parameters:
    ///   - repairing: writes what the entries say.
    ///   - found: called with each difference, as it was before any repair.
    package func verifyPoints(
        repairing: Bool = false, found: (PointDifference) throws -> Void = { _ in }
    ) async throws -> PointsVerification {
        var summary = PointsVerification()
        var position: Identifier<Person>?
        repeat {
            let after = position
            let page = try await database.read { try points.verify(after: after, limit: Self.pursesAtOnce, in: $0) }
            summary.people += page.checked
            for difference in page.differences {
                summary.differences += 1
                try found(difference)
                if repairing {
                    try await database.write { try points.mend(difference.person, in: $0) }
                    summary.repaired += 1
                }
            }
            position = page.next
        } while position != nil
        return summary
    }
}
