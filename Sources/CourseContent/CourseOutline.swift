package import Essentials

/// What a course is, without the bodies of its activities: everything that an outline, a percentage or a menu needs.
///
/// It is kept as one JSON text a version; the bodies are kept by digest (``ActivityContent``), so that a version in which one
/// lesson changed shares all the others.
package struct CourseOutline: Codable, Sendable, Hashable {
    /// The course's name in addresses and commands; never changes.
    package var key: String
    package var title: String
    package var language: Language
    package var mode: CourseMode
    package var summary: String
    package var hours: CourseHours
    package var weeks: Int?
    package var levels: LevelRange?
    package var audience: String?
    package var objectives: [Objective]
    package var contacts: CourseContacts
    package var certification: Certification?
    /// The blocks of a certification that the objectives belong to; `nil` for none.
    package var competencies: [CompetencyBlock]?
    /// When it is complete; `nil` for ``GroupCompletion/all``.
    package var completion: GroupCompletion?
    /// The classes that come back each week; `nil` for none.
    package var sessions: [SessionPattern]?
    /// What facts are worth where it is not what is usual; `nil` for ``PointsRule/usual``.
    package var points: [PointsRule]?
    /// What it gives; `nil` for nothing.
    package var badges: [BadgeRule]?
    package var modules: [ModuleOutline]

    package init(
        key: String, title: String, language: Language, mode: CourseMode, summary: String, hours: CourseHours,
        weeks: Int? = nil, levels: LevelRange? = nil, audience: String? = nil, objectives: [Objective],
        contacts: CourseContacts, certification: Certification? = nil, competencies: [CompetencyBlock]? = nil,
        completion: GroupCompletion? = nil, sessions: [SessionPattern]? = nil, points: [PointsRule]? = nil,
        badges: [BadgeRule]? = nil, modules: [ModuleOutline]
    ) {
        self.key = key
        self.title = title
        self.language = language
        self.mode = mode
        self.summary = summary
        self.hours = hours
        self.weeks = weeks
        self.levels = levels
        self.audience = audience
        self.objectives = objectives
        self.contacts = contacts
        self.certification = certification
        self.competencies = competencies
        self.completion = completion
        self.sessions = sessions
        self.points = points
        self.badges = badges
        self.modules = modules
    }

    /// The activities that work on a block of competencies: those that name one of its objectives.
    package func trained(by block: CompetencyBlock) -> [ActivityOutline] {
        activities.filter { $0.objectives.contains(where: block.objectives.contains) }
    }

    /// All activities, in the order in which they are met.
    package var activities: [ActivityOutline] { modules.flatMap(\.activities) }
}

/// How a course is followed.
package enum CourseMode: String, Codable, Sendable, Hashable, CaseIterable {
    /// Part in person, part at a distance.
    case hybrid
    /// All at a distance (SPOC, remote classrooms).
    case remote
    /// Professional English, all at a distance.
    case language
}

/// Announced durations, in hours.
package struct CourseHours: Codable, Sendable, Hashable {
    package var total: Double
    package var inPerson: Double

    package init(total: Double, inPerson: Double = 0) {
        self.total = total
        self.inPerson = inPerson
    }
}

/// Levels of the Common European Framework of Reference for Languages.
package enum CEFRLevel: String, Codable, Sendable, Hashable, CaseIterable {
    case a1 = "A1"
    case a2 = "A2"
    case b1 = "B1"
    case b2 = "B2"
}

/// A statement of the Common European Framework: what somebody of a level can do in the language.
package struct CanDo: Codable, Sendable, Hashable {
    /// Unique in the module: what a learner's own judgement is tied to.
    package var id: String
    package var level: CEFRLevel
    /// Plain text, in the language of the course.
    package var text: String

    package init(id: String, level: CEFRLevel, text: String) {
        self.id = id
        self.level = level
        self.text = text
    }
}

/// From which level to which a language course leads.
package struct LevelRange: Codable, Sendable, Hashable {
    package var from: CEFRLevel
    package var to: CEFRLevel

    package init(from: CEFRLevel, to: CEFRLevel) {
        self.from = from
        self.to = to
    }
}

/// Something that the learner will be able to do.
package struct Objective: Codable, Sendable, Hashable {
    package var id: String
    package var title: String

    package init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}

/// The certification that a course prepares for: data, never a promise.
package struct Certification: Codable, Sendable, Hashable {
    package var title: String
    /// For example an RNCP number.
    package var code: String?
    package var url: String?
    package var note: String?

    package init(title: String, code: String? = nil, url: String? = nil, note: String? = nil) {
        self.title = title
        self.code = code
        self.url = url
        self.note = note
    }
}
