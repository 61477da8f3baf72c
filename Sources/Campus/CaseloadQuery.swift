import CourseContent
package import Essentials
package import Progress
import Tutoring

/// How somebody wants to see their learners.
package struct CaseloadQuery: Sendable, Hashable {
    package enum Order: String, Sendable, Hashable, Codable, CaseIterable {
        /// Those who need somebody first: alerts, then the most minutes late.
        case need
        case name, progress, late
        /// The longest without any activity first.
        case idle
        /// The most work to mark first.
        case waiting
        /// Who waits for an answer, the longest first.
        case unanswered
    }

    package enum AlertFilter: String, Sendable, Hashable, Codable, CaseIterable {
        case any, amber, red
    }

    /// Keys.
    package var cohort: String?
    package var course: String?
    package var status: EnrolmentStatus?
    package var isLate = false
    package var alert: AlertFilter?
    /// Parts of a name, as typed.
    package var search: String?
    package var order = Order.need
    /// The enrolment with which the page before ended.
    package var after: Identifier<Enrolment>?

    package init() {}

    /// Whether a learner is asked for, before pace and alerts. Those who left are shown only when asked for.
    /// - Parameter terms: the parts of ``search``, folded.
    func fits(_ learner: CaseloadLearner, _ course: LibraryCourse, _ terms: [String]) -> Bool {
        if let status { if status != learner.status { return false } } else if learner.status == .left { return false }
        if let wanted = self.course, wanted != course.outline.key { return false }
        return terms.allSatisfy { learner.sortKey.contains($0) }
    }
}

extension CaseloadQuery.AlertFilter {
    func fits(_ alert: FollowUp?) -> Bool {
        switch self {
        case .any: alert != nil
        case .amber: alert?.level == .amber
        case .red: alert?.level == .red
        }
    }
}

extension CaseloadQuery.Order {
    /// What comes first has the smallest.
    func key(_ learner: CaseloadLearner, alert: AlertLevel?, minutesLate: Int, waiting: Int, unanswered: Instant?) -> Int64 {
        switch self {
        case .need:
            let urgency: Int64 = alert == .red ? 2 : alert == nil ? 0 : 1
            return -(urgency << 40) - Int64(minutesLate)
        case .name: return 0
        case .progress: return Int64(learner.percent)
        case .late: return -Int64(minutesLate)
        case .idle: return learner.lastEventAt?.milliseconds ?? 0
        case .waiting: return -Int64(waiting)
        case .unanswered: return unanswered?.milliseconds ?? Int64.max
        }
    }
}
