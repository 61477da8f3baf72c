package import Essentials

/// A badge that a course gives: what it is called, and what has to be so for it, all at once. It is given once, and what was given stays when the rule
/// changes.
package struct BadgeRule: Codable, Sendable, Hashable {
    package enum Colour: String, Codable, Sendable, Hashable, CaseIterable {
        case green, blue, plum, amber, red
    }

    /// One thing that has to be so.
    package struct Need: Codable, Sendable, Hashable {
        package var fact: Fact
        /// The author's ids; `nil` where the fact concerns none.
        package var activity: String?
        package var module: String?
        /// In percent.
        package var mark: Int?
        /// How often; `nil` for once.
        package var times: Int?

        package init(
            _ fact: Fact, activity: String? = nil, module: String? = nil, mark: Int? = nil, times: Int? = nil
        ) {
            self.fact = fact
            self.activity = activity
            self.module = module
            self.mark = mark
            self.times = times
        }
    }

    /// What a badge can ask for. Being at a session is among them: it is said by a badge, and never paid in points.
    package enum Fact: String, Codable, Sendable, Hashable, CaseIterable {
        /// One activity was completed.
        case activityCompleted = "activity-completed"
        /// So many activities were completed, whichever.
        case activitiesCompleted = "activities-completed"
        /// The best mark of an activity reached one.
        case markReached = "mark-reached"
        /// All that counts in a module was completed.
        case moduleCompleted = "module-completed"
        /// The course was completed.
        case courseCompleted = "course-completed"
        /// A session was signed for: one of them, or so many.
        case sessionAttended = "session-attended"
    }

    /// The author's id, unique in the course; a badge is given once by it.
    package var id: String
    package var title: String
    package var summary: String?
    package var colour: Colour
    package var needs: [Need]

    package init(id: String, title: String, summary: String? = nil, colour: Colour = .green, needs: [Need]) {
        self.id = id
        self.title = title
        self.summary = summary
        self.colour = colour
        self.needs = needs
    }

    /// How often something can be asked for.
    package static let times = 1...500
    /// Badges of a course, and needs of a badge.
    package static let most = (badges: 30, needs: 10)
}

extension BadgeRule {
    /// What it asks for in a sentence, as an author and a learner read it.
    package func phrase(in course: CourseOutline) -> Phrase {
        let parts = needs.map { $0.phrase(in: course) }
        return Phrase(
            fr: parts.map(\.fr).joined(separator: ", et ") + ".", en: parts.map(\.en).joined(separator: ", and ") + ".")
    }
}

extension BadgeRule.Need {
    /// What it asks for, without a full stop.
    package func phrase(in course: CourseOutline) -> Phrase {
        let activity = activity.map { id in course.activities.first { $0.id == id }?.title ?? id } ?? ""
        let count = times ?? 1
        switch fact {
        case .activityCompleted: return Phrase(fr: "terminer « \(activity) »", en: "complete “\(activity)”")
        case .activitiesCompleted:
            return .counted(
                count, fr: ("terminer une activité", "terminer \(count) activités"),
                en: ("complete an activity", "complete \(count) activities"))
        case .markReached:
            let mark = mark ?? 0
            return Phrase(fr: "obtenir \(mark) % ou plus à « \(activity) »", en: "reach \(mark)% or more at “\(activity)”")
        case .moduleCompleted:
            let title = module.map { id in course.modules.first { $0.id == id }?.title ?? id } ?? ""
            return Phrase(fr: "terminer le module « \(title) »", en: "complete the module “\(title)”")
        case .courseCompleted: return Phrase(fr: "terminer le cours", en: "complete the course")
        case .sessionAttended:
            if !activity.isEmpty { return Phrase(fr: "être présent à « \(activity) »", en: "be at “\(activity)”") }
            return .counted(
                count, fr: ("être présent à une séance", "être présent à \(count) séances"),
                en: ("be at a session", "be at \(count) sessions"))
        }
    }
}
