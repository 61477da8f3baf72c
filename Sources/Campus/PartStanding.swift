package import CourseContent
package import Essentials
package import Progress
import SQL

/// Where a learner is in a module or in a block of competencies.
package struct PartStanding: Sendable, Hashable {
    /// `nil` where the author wrote no rule: it is complete while all of it is done.
    package let completion: GroupCompletion?
    package let isCompleted: Bool
    /// Since when; `nil` while it is not complete, and where that is not known.
    package let completedAt: Instant?

    /// - Parameters:
    ///   - activities: those that belong to it.
    ///   - state: of an activity, by the author's id.
    ///   - kept: since when it is complete, as it was kept.
    package init(
        _ completion: GroupCompletion?, _ activities: [ActivityOutline], state: (String) -> ActivityStanding?, kept: Instant?
    ) {
        self.completion = completion
        let counted = activities.filter(\.counts)
        let done = counted.compactMap { activity in state(activity.id).flatMap { $0.isCompleted ? $0 : nil } }
        if let kept {
            (isCompleted, completedAt) = (true, kept)
        } else if counted.isEmpty || done.count < counted.count {
            // A rule that asks for less is a fact once it is fulfilled.
            (isCompleted, completedAt) = (false, nil)
        } else {
            isCompleted = true
            let dates = done.compactMap(\.completedAt)
            completedAt = dates.count == done.count ? dates.max() : nil
        }
    }
}

extension Campus {
    /// Since when the parts of a course that have rules are complete: nothing is read for a course without any.
    func parts(of course: LibraryCourse, _ enrolment: Identifier<Enrolment>, in reading: any ReadTransaction) throws
        -> [CoursePart: Instant]
    {
        course.rules.parts.isEmpty ? [:] : try progress.parts(of: enrolment, in: reading)
    }
}
