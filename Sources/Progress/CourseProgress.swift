package import CourseContent
package import Essentials

/// Figures of a course that follow from its rules and from what is done. Pure.
package enum CourseProgress {
    /// Whole percentage, rounded down: 100 only when all is done; 0 when nothing counts.
    package static func percent(done: Int, of total: Int) -> Int {
        guard total > 0 else { return 0 }
        return min(100, max(0, done * 100 / total))
    }

    /// What to propose to a learner: the activity where one was if it is not finished, else the next unfinished one after it, else the
    /// first unfinished one. Only what counts and waits for no class is proposed; `nil` when all of it is done.
    ///
    /// - Parameters:
    ///   - last: where the learner was last (``CourseState/lastActivity``).
    ///   - isDone: whether an activity is completed.
    package static func next(
        in rules: CourseRules, last: Identifier<Activity>?, isDone: (Identifier<Activity>) -> Bool
    ) -> ActivityRules? {
        let open = { (activity: ActivityRules) in activity.counts && !activity.completion.awaitsClass && !isDone(activity.id) }
        if let position = last.flatMap(rules.position(of:)),
            let following = rules.activities[position...].first(where: open)
        {
            return following
        }
        return rules.activities.first(where: open)
    }
}
