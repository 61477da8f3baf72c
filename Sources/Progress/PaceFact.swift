package import Accounts
package import CourseContent
package import Essentials

/// Something that was decided about the pace of one learner in a cohort: a pause, or more time for an activity. A fact, never changed: a
/// correction or a withdrawal is another one with the same ``subject``, and the last one holds.
package struct PaceFact: Sendable, Hashable {
    /// 1, 2, 3… for the learner in the cohort.
    package let number: Int
    /// The number of the fact that this one corrects or takes back; its own for a new decision.
    package let subject: Int
    package let decision: Decision
    /// Whether it takes the decision back.
    package let isWithdrawn: Bool
    /// Why, in words; for a pause nothing medical.
    package let note: String?
    /// Who said so; `nil` for the command line.
    package let setBy: Identifier<Person>?
    package let setAt: Instant

    package enum Decision: Sendable, Hashable {
        /// Nothing is expected from the first day through the last.
        case pause(PauseMotive, first: CalendarDay, last: CalendarDay)
        /// The activity is due on that day, if that is later than its own.
        case moreTime(Identifier<Activity>, until: CalendarDay)
    }
}

/// Why nothing is expected for some days.
package enum PauseMotive: String, Sendable, Hashable, Codable, CaseIterable {
    case illness, interview, internship, other

    package var phrase: Phrase {
        switch self {
        case .illness: Phrase(fr: "maladie", en: "illness")
        case .interview: Phrase(fr: "entretien d’embauche", en: "job interview")
        case .internship: Phrase(fr: "stage en entreprise", en: "internship")
        case .other: Phrase(fr: "autre raison", en: "another reason")
        }
    }
}

/// What holds for one learner of a cohort.
package struct PaceAdjustments: Sendable, Hashable {
    /// The facts that hold, by their subject.
    package let facts: [PaceFact]
    package let calendar: LearnerCalendar
    /// More time by activity.
    package let extensions: [Identifier<Activity>: CalendarDay]

    package static let none = PaceAdjustments([])

    /// - Parameter facts: all of one learner, in the order of their numbers.
    package init(_ facts: [PaceFact]) {
        var last: [Int: PaceFact] = [:]
        for fact in facts { last[fact.subject] = fact }
        let holding = last.values.filter { !$0.isWithdrawn }.sorted { $0.subject < $1.subject }
        var pauses: [(first: CalendarDay, last: CalendarDay)] = []
        var extensions: [Identifier<Activity>: (day: CalendarDay, number: Int)] = [:]
        for fact in holding {
            switch fact.decision {
            case .pause(_, let first, let last): pauses.append((first, last))
            case .moreTime(let activity, let day):
                if fact.number > extensions[activity]?.number ?? 0 { extensions[activity] = (day, fact.number) }
            }
        }
        self.facts = holding
        calendar = LearnerCalendar(pauses)
        self.extensions = extensions.mapValues(\.day)
    }

    package var isEmpty: Bool { facts.isEmpty }

    /// More time by the author's id, for the activities of a version.
    package func extensions(in rules: CourseRules) -> [String: CalendarDay] {
        var named: [String: CalendarDay] = [:]
        for (activity, day) in extensions { if let key = rules[activity]?.key { named[key] = day } }
        return named
    }
}

/// What is wrong with a decision about pace.
package enum PaceProblem: Error, Sendable, Hashable {
    /// The last day comes before the first, or more than a year after it.
    case badPause
    /// More time without a reason.
    case missingReason
    /// More than ``PaceStore/longestNote`` characters, or a control character.
    case badNote
    /// There is nothing under that number to correct or to take back, or it is something else.
    case unknownSubject

    package var field: String {
        switch self {
        case .badPause: "lastDay"
        case .missingReason, .badNote: "note"
        case .unknownSubject: "subject"
        }
    }

    package var phrase: Phrase {
        switch self {
        case .badPause:
            Phrase(
                fr: "Le dernier jour vient avant le premier, ou plus d’un an après.",
                en: "The last day comes before the first, or more than a year after it.")
        case .missingReason: Phrase(fr: "Dites pourquoi, en quelques mots.", en: "Say why, in a few words.")
        case .badNote:
            Phrase(
                fr: "Au plus \(PaceStore.longestNote) caractères, sur une ligne.",
                en: "At most \(PaceStore.longestNote) characters, on one line.")
        case .unknownSubject:
            Phrase(
                fr: "Cette décision n’existe pas, ou elle a été retirée.", en: "There is no such decision, or it was taken back.")
        }
    }
}
