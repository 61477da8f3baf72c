package import Essentials

/// A module of a course: an ordered list of activities.
package struct ModuleOutline: Codable, Sendable, Hashable {
    /// The author's stable id.
    package var id: String
    package var title: String
    package var summary: String?
    /// Ids of the course's objectives.
    package var objectives: [String]
    /// Minutes spent in person outside the activities.
    package var inPersonMinutes: Int
    package var activities: [ActivityOutline]
    /// What opens all of it; `nil` when nothing keeps it closed.
    package var restriction: Restriction?
    /// The last day of its activities that have none of their own; `nil` when the plan of the course says it.
    package var due: OpeningDay?
    /// When it is complete, and the day at which it was is kept; `nil` where it is when all is done, as long as that is so.
    package var completion: GroupCompletion?
    /// What one can do after it, by level; `nil` for none.
    package var canDo: [CanDo]?

    package init(
        id: String, title: String, summary: String? = nil, objectives: [String] = [], inPersonMinutes: Int = 0,
        activities: [ActivityOutline], restriction: Restriction? = nil, due: OpeningDay? = nil,
        completion: GroupCompletion? = nil, canDo: [CanDo]? = nil
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.objectives = objectives
        self.inPersonMinutes = inPersonMinutes
        self.activities = activities
        self.restriction = restriction
        self.due = due
        self.completion = completion
        self.canDo = canDo
    }
}

/// An activity as the outline shows it, without its body.
package struct ActivityOutline: Codable, Sendable, Hashable {
    /// The author's stable id: what a learner's progress is tied to.
    package var id: String
    package var title: String
    package var kind: ActivityKind
    /// Estimated duration in minutes; 0 where none is owed (in person).
    package var minutes: Int
    package var place: ActivityPlace
    package var objectives: [String]
    package var completion: CompletionRule
    /// Shown, but not counted in the percentage.
    package var isOptional: Bool
    package var language: Language
    package var summary: String?
    /// Digest of the ``ActivityContent``; `nil` for a planned activity, which is announced and not written yet.
    package var contentDigest: String?
    /// Whether this is an evaluation of its objectives.
    package var isEvaluation: Bool
    /// The videos and sounds of a lesson, in their order; `nil` for none.
    package var media: [MediaOutline]?
    /// Which attempts at a quiz make the mark; `nil` for ``GradeRule/best``.
    package var grade: GradeRule?
    /// How much its mark counts among those of the module and of the course, 0 for a mark that is only shown; `nil` for ``usualMarkWeight``.
    package var markWeight: Int?
    /// What opens it; `nil` when nothing of its own keeps it closed.
    package var restriction: Restriction?
    /// Its last day; `nil` when the module or the plan of the course says it. Work that comes later is taken all the same.
    package var due: OpeningDay?

    package init(
        id: String, title: String, kind: ActivityKind, minutes: Int, place: ActivityPlace = .distance,
        objectives: [String] = [], completion: CompletionRule, isOptional: Bool = false, language: Language,
        summary: String? = nil, contentDigest: String?, isEvaluation: Bool = false, media: [MediaOutline]? = nil,
        grade: GradeRule? = nil, markWeight: Int? = nil, restriction: Restriction? = nil, due: OpeningDay? = nil
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.minutes = minutes
        self.place = place
        self.objectives = objectives
        self.completion = completion
        self.isOptional = isOptional
        self.language = language
        self.summary = summary
        self.contentDigest = contentDigest
        self.isEvaluation = isEvaluation
        self.media = media
        self.grade = grade
        self.markWeight = markWeight
        self.restriction = restriction
        self.due = due
    }

    /// The weight of a mark when the author gives none.
    package static let usualMarkWeight = 1

    /// Announced and not written yet: shown as coming, never counted.
    package var isPlanned: Bool { contentDigest == nil }

    /// Whether it counts in the percentage of the course.
    package var counts: Bool { !isPlanned && !isOptional && completion.isRecorded }

    /// Its weight in the percentage: its minutes, and at least one so that an activity without minutes still counts.
    package var weight: Int { counts ? max(minutes, 1) : 0 }
}

/// A video or a sound of a lesson.
package struct MediaOutline: Codable, Sendable, Hashable {
    /// The name of its file without the ending, unique in the lesson: what a learner's listening is tied to.
    package var name: String
    /// Its length, where the file says it.
    package var milliseconds: Int?

    package init(name: String, milliseconds: Int?) {
        self.name = name
        self.milliseconds = milliseconds
    }
}

/// The kinds of activity. Those that an author cannot write yet can be planned.
package enum ActivityKind: String, Codable, Sendable, Hashable, CaseIterable {
    case lesson, quiz, assignment, session, scenario, deck, dictation, dialogue, speaking, discussion, document, survey
    case placement
}

extension ActivityKind {
    /// Whether doing it gives a percentage.
    package var hasScore: Bool {
        switch self {
        case .quiz, .assignment, .scenario: true
        case .lesson, .session, .deck, .dictation, .dialogue, .speaking, .discussion, .document, .survey, .placement: false
        }
    }
}

/// Where an activity is done.
package enum ActivityPlace: String, Codable, Sendable, Hashable, CaseIterable {
    case distance
    case inPerson = "in-person"
}
