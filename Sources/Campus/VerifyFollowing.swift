import Accounts
import CourseContent
import Essentials
import Progress
import SQL
import Tutoring

/// What Tutoring keeps in short of an enrolment.
enum FollowedSummary: String, Sendable, Hashable {
    /// What waits for a mark.
    case waitingWork
    /// The alert that is open, or none.
    case alert

    var phrase: Phrase {
        switch self {
        case .waitingWork: Phrase(fr: "le travail à corriger", en: "the work to mark")
        case .alert: Phrase(fr: "l’alerte", en: "the alert")
        }
    }
}

extension Campus {
    private static let followedAtOnce = 200

    /// Compares what waits for a mark with the attempts and submissions, and the alerts with their facts, a page of enrolments at a time.
    func verifyFollowing(
        repairing: Bool, into summary: inout VerificationSummary, found: (VerifiedDifference) throws -> Void
    ) async throws {
        var last = ""
        while true {
            let after = last
            let page = try await database.read { try cohorts.cohorts(after: after, limit: Self.followedAtOnce, in: $0) }
            for cohort in page { try await verifyFollowing(in: cohort, repairing: repairing, into: &summary, found: found) }
            guard page.count == Self.followedAtOnce, let key = page.last?.key else { return }
            last = key
        }
    }

    private func verifyFollowing(
        in cohort: Cohort, repairing: Bool, into summary: inout VerificationSummary, found: (VerifiedDifference) throws -> Void
    ) async throws {
        var position: Identifier<Enrolment>?
        repeat {
            let after = position
            let (differences, next) = try await database.read { reading -> ([VerifiedDifference], Identifier<Enrolment>?) in
                let page = try progress.enrolments(of: cohort.id, after: after, limit: Self.followedAtOnce, in: reading)
                let found = try page.flatMap { try self.differences(of: $0.enrolment, in: cohort, in: reading) }
                return (found, page.count < Self.followedAtOnce ? nil : page.last?.enrolment.id)
            }
            summary.differences += differences.count
            for difference in differences { try found(difference) }
            if repairing {
                for enrolment in Set(differences.map { $0.enrolment }).sorted() {
                    try await database.write { writing in
                        try requeue(context: enrolment.text, in: writing)
                        try alerts.mend(enrolment.text, in: writing)
                    }
                    summary.repaired += 1
                }
            } else {
                summary.remaining += differences.count
            }
            position = next
        } while position != nil
    }

    private func differences(
        of enrolment: Enrolment, in cohort: Cohort, in reading: any ReadTransaction
    ) throws -> [VerifiedDifference] {
        var found: [VerifiedDifference] = []
        let kept = try waitingWork.work(in: enrolment.id.text, in: reading)
        let waiting = try waiting(in: enrolment, in: reading)
        if kept != waiting {
            let text = { (work: [WaitingWork]) in work.isEmpty ? "-" : work.map(\.work).joined(separator: ", ") }
            found.append(
                VerifiedDifference(
                    .waitingWork, of: enrolment.id, in: cohort.key, kept: text(kept), recomputed: text(waiting)))
        }
        if let alert = try alerts.difference(of: enrolment.id.text, in: reading) {
            found.append(
                VerifiedDifference(
                    .alert, of: enrolment.id, in: cohort.key, kept: alert.kept, recomputed: alert.recomputed))
        }
        return found
    }
}
