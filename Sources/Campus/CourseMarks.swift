package import CourseContent
package import Essentials
package import Progress

/// The marks of a learner in a course, and their means: the one source for the learner and for those who follow.
package struct CourseMarks: Sendable {
    /// The mark of one activity.
    package struct Entry: Sendable {
        package let activity: ActivityOutline
        package let state: ActivityState
        /// What was decided, or by the rule of the quiz, or the best of the last marks; `nil` while it waits for a tutor.
        package let mark: Int?
        /// The decision that is the mark.
        package let decided: KeptRuling?
        package let isExempted: Bool

        package var weight: Int { activity.markWeight ?? ActivityOutline.usualMarkWeight }
    }

    /// Of a module, when something in it counts.
    package struct Module: Sendable {
        package let id: String
        package let title: String
        package let mean: Int
    }

    /// In the order of the course: what was tried, decided or exempted.
    package let entries: [Entry]
    package let modules: [Module]
    /// Of the course; `nil` when nothing counts yet.
    package let mean: Int?

    /// - Parameters:
    ///   - states: of the learner.
    ///   - graded: marks by the author's id, where they are not the best result.
    package init(_ version: CourseVersion, states: [Identifier<Activity>: ActivityState], graded: [String: Int]) {
        var entries: [Entry] = []
        var modules: [Module] = []
        var whole = WeightedMean()
        for module in version.outline.modules {
            var own = WeightedMean()
            for activity in module.activities where activity.kind.hasScore && !activity.isPlanned {
                guard let state = version.activityIDs[activity.id].flatMap({ states[$0] }) else { continue }
                let entry = Entry(activity, state, graded: graded[activity.id])
                guard state.attempts > 0 || entry.mark != nil || entry.isExempted else { continue }
                entries.append(entry)
                own.add(entry.mark, weight: entry.weight, isExempted: entry.isExempted)
                whole.add(entry.mark, weight: entry.weight, isExempted: entry.isExempted)
            }
            if let mean = own.value { modules.append(Module(id: module.id, title: module.title, mean: mean)) }
        }
        self.entries = entries
        self.modules = modules
        mean = whole.value
    }

    package subscript(_ activity: String) -> Entry? { entries.first { $0.activity.id == activity } }
}

extension CourseMarks.Entry {
    fileprivate init(_ activity: ActivityOutline, _ state: ActivityState, graded: Int?) {
        let decided = state.ruling.flatMap { $0.ruling.action == .mark ? $0 : nil }
        self.init(
            activity: activity, state: state, mark: decided?.score ?? graded ?? state.bestScore, decided: decided,
            isExempted: state.ruling?.ruling.action == .exempted)
    }
}
