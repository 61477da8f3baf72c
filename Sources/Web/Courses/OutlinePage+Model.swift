package import Campus
package import CourseContent
package import Essentials

/// A course as its learner finds it: where one is, what is done, what comes.
package struct OutlineModel: Encodable, Sendable {
    package let key: String
    package let title: String
    package let summary: String
    package let language: Language
    package let mode: CourseMode
    package let hours: CourseHours
    package let weeks: Int?
    package let levels: LevelRange?
    package let audience: String?
    package let objectives: [Objective]
    package let certification: Certification?
    /// The blocks of the certification; `nil` when the author names none.
    package let competencies: [Competency]?
    package let version: Int
    /// Whether the viewer looks at the course without following it.
    package let isPreview: Bool
    package let progress: CourseFigures
    /// What completes the course; `nil` where all of it is to be done.
    package let completion: GroupCompletionModel?
    /// Since when it is complete.
    package let completedAt: Instant?
    package let modules: [Module]
    /// Whether it follows levels: there is a page of one's own.
    package let hasLevels: Bool
    /// What can be earned next; left out where there are no points to be seen.
    package var earning: [NextEarningModel]?

    /// The figures of a course, or of one of its modules.
    package struct CourseFigures: Encodable, Sendable {
        package let percent: Int
        package let activitiesDone: Int
        package let activitiesTotal: Int
        package let minutesLeft: Int
    }

    /// A block of a certification: its objectives, and the activities that train or evaluate each.
    package struct Competency: Encodable, Sendable {
        package let id: String
        package let code: String?
        package let title: String
        package let standing: PartModel
        package let objectives: [Target]

        package struct Target: Encodable, Sendable {
            package let id: String
            package let title: String
            package let activities: [Work]
        }

        package struct Work: Encodable, Sendable {
            package let id: String
            package let title: String
            package let language: Language
            package let kind: ActivityKind
            package let isEvaluation: Bool
            package let state: State
        }
    }

    package struct Module: Encodable, Sendable {
        package let id: String
        package let title: String
        package let summary: String?
        package let inPersonMinutes: Int
        package let progress: CourseFigures
        package let standing: PartModel
        package let steps: [Step]
        /// What keeps all of it closed.
        package let closed: [ClosedReasonModel]
    }

    package struct Step: Sendable {
        package let placed: PlacedActivity
        package let state: State
        package let bestScore: Int?
        /// By the rule of the quiz: its best result, its last one or the average.
        package let mark: Int?
        /// The last day; `nil` once it is done, and where nothing says it.
        package let due: DueDay?
        /// Why it is closed, without what closes its whole module; empty when it is open.
        package let closed: [ClosedReasonModel]

        package var activity: ActivityOutline { placed.activity }
        /// Whether the row says when it is done: while it is to be done, where its kind does not say it.
        var saysRule: Bool { state != .done && state != .coming && activity.completion.isSaidInOutline }
    }

    /// Where a step stands for this learner.
    package enum State: String, Encodable, Sendable {
        case done, here, started, open, closed, coming
    }
}

extension OutlineModel.Step: Encodable {
    private enum Key: String, CodingKey {
        case id, title, language, kind, place, minutes, isOptional, isEvaluation, completion, state, bestScore, mark, due, closed
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(activity.id, forKey: .id)
        try container.encode(activity.title, forKey: .title)
        try container.encode(activity.language, forKey: .language)
        try container.encode(activity.kind, forKey: .kind)
        try container.encode(activity.place, forKey: .place)
        try container.encode(activity.minutes, forKey: .minutes)
        try container.encode(activity.isOptional, forKey: .isOptional)
        try container.encode(activity.isEvaluation, forKey: .isEvaluation)
        try container.encode(CompletionModel(activity.completion), forKey: .completion)
        try container.encode(state, forKey: .state)
        try container.encodeIfPresent(bestScore, forKey: .bestScore)
        try container.encodeIfPresent(mark, forKey: .mark)
        try container.encodeIfPresent(due, forKey: .due)
        try container.encode(closed, forKey: .closed)
    }
}
