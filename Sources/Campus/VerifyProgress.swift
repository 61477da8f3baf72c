import CourseContent
package import Essentials
package import Progress
import SQL

/// Whether what pages read is what the facts say: `rebond verify`.
extension Campus {
    /// What a verification found, in numbers.
    package struct VerificationSummary: Sendable, Hashable {
        package var courses = 0
        package var enrolments = 0
        package var differences = 0
        /// Enrolments whose states were made again.
        package var repaired = 0
        /// Differences that are still there: nothing was to be repaired, or events are missing.
        package var remaining = 0

        package init() {}
    }

    /// A figure that is not what the facts say.
    package struct VerifiedDifference: Sendable, Hashable {
        /// The key of the course; `nil` for what Tutoring keeps.
        package let course: String?
        /// The key of the cohort, for what Tutoring keeps.
        package let cohort: String?
        package let enrolment: Identifier<Enrolment>
        /// The author's id; `nil` for what concerns the whole course.
        package let activity: String?
        package let field: String
        /// As text; `-` for nothing.
        package let kept: String
        package let recomputed: String
        /// One line for people.
        package let phrase: Phrase

        init(_ difference: ProgressDifference, in course: String) {
            self.course = course
            cohort = nil
            enrolment = difference.enrolment
            activity = difference.activity
            field = difference.field.rawValue
            kept = difference.kept
            recomputed = difference.recomputed
            phrase = difference.phrase
        }

        init(_ summary: FollowedSummary, of enrolment: Identifier<Enrolment>, in cohort: String, kept: String, recomputed: String)
        {
            course = nil
            self.cohort = cohort
            self.enrolment = enrolment
            activity = nil
            field = summary.rawValue
            self.kept = kept
            self.recomputed = recomputed
            let name = summary.phrase
            phrase = Phrase(
                fr: "Inscription \(enrolment) : \(name.fr), gardé \(kept), recalculé \(recomputed)",
                en: "Enrolment \(enrolment): \(name.en), kept \(kept), recomputed \(recomputed)")
        }
    }

    /// Recomputes the states of every enrolment of every course, its alert and what waits for a mark, and compares. A page of enrolments at a time: memory does not grow with
    /// what is kept, and the server goes on meanwhile.
    ///
    /// - Parameters:
    ///   - repairing: replaces what differs by what the events say.
    ///   - found: called with each difference, as it was before any repair.
    package func verifyProgress(
        repairing: Bool = false, found: (VerifiedDifference) throws -> Void = { _ in }
    ) async throws -> VerificationSummary {
        let rebuild = ProgressRebuild()
        var summary = VerificationSummary()
        for course in try await database.read({ try courses.courses(in: $0) }) {
            summary.courses += 1
            var position: Identifier<Enrolment>?
            repeat {
                let after = position
                // The published version is read with each page: it may move while this runs.
                let page = try await database.read { reading -> VerifiedPage? in
                    guard let version = try courses.published(key: course.key, in: reading) else { return nil }
                    return try rebuild.verify(CourseRules(version), after: after, in: reading)
                }
                guard let page else { break }
                summary.enrolments += page.checked
                summary.differences += page.differences.count
                for difference in page.differences {
                    try found(VerifiedDifference(difference, in: course.key))
                }
                if repairing {
                    try await repair(page.differences, of: course.key, into: &summary)
                } else {
                    summary.remaining += page.differences.count
                }
                position = page.next
            } while position != nil
        }
        try await verifyFollowing(repairing: repairing, into: &summary, found: found)
        return summary
    }

    private func repair(
        _ differences: [ProgressDifference], of course: String, into summary: inout VerificationSummary
    ) async throws {
        let now = clock.now
        summary.remaining += differences.count { !$0.canBeRepaired }
        for enrolment in Set(differences.filter(\.canBeRepaired).map(\.enrolment)).sorted() {
            let repaired = try await database.write { writing in
                guard let version = try courses.published(key: course, in: writing) else { return false }
                try ProgressRebuild().repair(enrolment, rules: CourseRules(version), at: now, in: writing)
                return true
            }
            if repaired { summary.repaired += 1 }
        }
    }
}
