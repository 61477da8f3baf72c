import CourseContent
package import Essentials
import Foundation

/// A figure that is not what the events say.
package struct ProgressDifference: Sendable, Hashable {
    package let enrolment: Identifier<Enrolment>
    /// The author's id of the activity, or its identity when it left the course; `nil` for a figure of the whole course.
    package let activity: String?
    package let field: ProgressField
    /// As text; instants in UTC, `-` for nothing.
    package let kept: String
    package let recomputed: String

    /// Whether ``ProgressRebuild/repair(_:rules:at:in:)`` mends it.
    package var canBeRepaired: Bool { field != .missingEvents }

    /// One line for people.
    package var phrase: Phrase {
        let name = field.phrase
        let place = (fr: activity.map { ", activité \($0)" } ?? "", en: activity.map { ", activity \($0)" } ?? "")
        return Phrase(
            fr: "Inscription \(enrolment)\(place.fr) : \(name.fr), gardé \(kept), recalculé \(recomputed)",
            en: "Enrolment \(enrolment)\(place.en): \(name.en), kept \(kept), recomputed \(recomputed)")
    }
}

/// What can differ.
package enum ProgressField: String, Sendable, Hashable, Codable, CaseIterable {
    case row, version, doneWeight, totalWeight, percent, activitiesDone, activitiesTotal, seconds, lastActivity
    case lastActivityAt, lastEventAt, eventCount, completedAt, firstOpenedAt, reachedEndAt, bestScore, attempts, completedBy
    case played, declaredAt, attendedAt, contributions, reviewedShare, submittedAt, connected, scores, validatedSeconds, ruling,
        reportedAt
    /// How long the learner was there on a day.
    case connectedDay
    /// Since when a module or a block of competencies is complete.
    case partCompletedAt
    /// The rule is fulfilled and no completion is kept.
    case missingCompletion
    /// Sequences that were given and have no event: cannot be mended.
    case missingEvents

    package var phrase: Phrase {
        switch self {
        case .row: Phrase(fr: "la ligne", en: "the row")
        case .version: Phrase(fr: "la version", en: "the version")
        case .doneWeight: Phrase(fr: "les minutes faites", en: "the minutes done")
        case .totalWeight: Phrase(fr: "les minutes en tout", en: "the minutes in all")
        case .percent: Phrase(fr: "le pourcentage", en: "the percentage")
        case .activitiesDone: Phrase(fr: "les activités faites", en: "the activities done")
        case .activitiesTotal: Phrase(fr: "les activités en tout", en: "the activities in all")
        case .seconds: Phrase(fr: "les secondes", en: "the seconds")
        case .lastActivity: Phrase(fr: "la dernière activité", en: "the last activity")
        case .lastActivityAt: Phrase(fr: "l’heure de la dernière activité", en: "the time of the last activity")
        case .lastEventAt: Phrase(fr: "l’heure du dernier événement", en: "the time of the last event")
        case .eventCount: Phrase(fr: "le nombre d’événements", en: "the number of events")
        case .completedAt: Phrase(fr: "la date de fin", en: "the date of completion")
        case .firstOpenedAt: Phrase(fr: "la première ouverture", en: "the first opening")
        case .reachedEndAt: Phrase(fr: "l’arrivée à la fin", en: "the arrival at the end")
        case .bestScore: Phrase(fr: "le meilleur score", en: "the best score")
        case .attempts: Phrase(fr: "le nombre d’essais", en: "the number of attempts")
        case .completedBy: Phrase(fr: "la version qui a validé", en: "the version that completed it")
        case .played: Phrase(fr: "ce qui a été écouté", en: "what was played")
        case .declaredAt: Phrase(fr: "l’écoute déclarée", en: "the listening that was declared")
        case .attendedAt: Phrase(fr: "la présence", en: "the attendance")
        case .contributions: Phrase(fr: "le nombre de contributions", en: "the number of contributions")
        case .reviewedShare: Phrase(fr: "la part des cartes revues", en: "the share of cards reviewed")
        case .submittedAt: Phrase(fr: "l’envoi", en: "the sending")
        case .connected: Phrase(fr: "le temps connecté", en: "the time connected")
        case .connectedDay: Phrase(fr: "le temps connecté d’un jour", en: "the time connected on a day")
        case .scores: Phrase(fr: "les notes des essais", en: "the marks of the attempts")
        case .validatedSeconds: Phrase(fr: "le temps validé", en: "the time validated")
        case .ruling: Phrase(fr: "ce qui a été décidé", en: "what was decided")
        case .partCompletedAt: Phrase(fr: "la date de fin d’une partie", en: "the date of completion of a part")
        case .reportedAt: Phrase(fr: "ce que le contenu a annoncé", en: "what the package reported")
        case .missingCompletion: Phrase(fr: "la validation attendue", en: "the completion that is due")
        case .missingEvents: Phrase(fr: "des événements manquants", en: "missing events")
        }
    }
}

/// Compares what is kept with what the events say. Pure.
package struct ProgressComparison: Sendable {
    private let rules: CourseRules
    private let isOpen: Bool

    /// - Parameter isOpen: whether a rule that is fulfilled without a completion is a difference (``EnrolmentStatus/isOpen``).
    package init(rules: CourseRules, isOpen: Bool) {
        self.rules = rules
        self.isOpen = isOpen
    }

    /// The differences of one enrolment: the course first, then activities in the order of the course.
    package func differences(_ kept: LearnerStates, _ recomputed: LearnerStates) -> [ProgressDifference] {
        var found = Findings(enrolment: kept.enrolment)
        found.compare(.row, kept.course.map { _ in "kept" }, recomputed.course.map { _ in "kept" })
        if recomputed.missingEvents != 0 { found.add(.missingEvents, "0", "\(recomputed.missingEvents)") }
        if let course = kept.course, let expected = recomputed.course { compare(course, expected, &found) }
        for day in Set(kept.days.keys).union(recomputed.days.keys).sorted() {
            let (time, expected) = (kept.days[day], recomputed.days[day])
            guard time != expected else { continue }
            found.add(.connectedDay, "\(day) \(time?.seconds ?? 0)", "\(day) \(expected?.seconds ?? 0)")
        }
        for part in Set(kept.parts.keys).union(recomputed.parts.keys).sorted(by: { $0.text < $1.text }) {
            found.activity = part.text
            found.compare(.partCompletedAt, kept.parts[part], recomputed.parts[part])
        }
        for part in rules.parts where isOpen && recomputed.parts[part.part] == nil {
            guard part.fulfilledAt(rules, recomputed.activities) != nil else { continue }
            found.activity = part.part.text
            found.add(.missingCompletion, "-", "due")
        }
        let known = Set(kept.activities.keys).union(recomputed.activities.keys)
        let ordered = known.sorted {
            (rules.position(of: $0) ?? .max, $0.text) < (rules.position(of: $1) ?? .max, $1.text)
        }
        for id in ordered {
            found.activity = rules[id]?.key ?? id.text
            let (state, expected) = (kept.activities[id], recomputed.activities[id])
            found.compare(.row, state.map { _ in "kept" }, expected.map { _ in "kept" })
            if let state, let expected { compare(state, expected, &found) }
            guard isOpen, let rule = rules[id], !rule.isPlanned, let expected, expected.completedAt == nil else { continue }
            if rule.completion.isSatisfied(by: expected, media: rule.media) { found.add(.missingCompletion, "-", "due") }
        }
        return found.differences
    }

    private func compare(_ kept: CourseState, _ expected: CourseState, _ found: inout Findings) {
        found.compare(.version, kept.version.text, expected.version.text)
        found.compare(.doneWeight, kept.doneWeight, expected.doneWeight)
        found.compare(.totalWeight, kept.totalWeight, expected.totalWeight)
        found.compare(.percent, kept.percent, expected.percent)
        found.compare(.activitiesDone, kept.activitiesDone, expected.activitiesDone)
        found.compare(.activitiesTotal, kept.activitiesTotal, expected.activitiesTotal)
        found.compare(.seconds, kept.seconds, expected.seconds)
        found.compare(.lastActivity, name(kept.lastActivity), name(expected.lastActivity))
        found.compare(.lastActivityAt, kept.lastActivityAt, expected.lastActivityAt)
        found.compare(.lastEventAt, kept.lastEventAt, expected.lastEventAt)
        found.compare(.eventCount, kept.eventCount, expected.eventCount)
        found.compare(.completedAt, kept.completedAt, expected.completedAt)
    }

    private func compare(_ kept: ActivityState, _ expected: ActivityState, _ found: inout Findings) {
        found.compare(.firstOpenedAt, kept.firstOpenedAt, expected.firstOpenedAt)
        found.compare(.lastEventAt, kept.lastEventAt, expected.lastEventAt)
        found.compare(.seconds, kept.seconds, expected.seconds)
        found.compare(.reachedEndAt, kept.reachedEndAt, expected.reachedEndAt)
        found.compare(.bestScore, kept.bestScore, expected.bestScore)
        found.compare(.attempts, kept.attempts, expected.attempts)
        found.compare(.completedAt, kept.completedAt, expected.completedAt)
        found.compare(.played, kept.played?.text, expected.played?.text)
        found.compare(.declaredAt, kept.declaredAt, expected.declaredAt)
        found.compare(.attendedAt, kept.attendedAt, expected.attendedAt)
        found.compare(.contributions, kept.contributions, expected.contributions)
        found.compare(.reportedAt, kept.reportedAt, expected.reportedAt)
        found.compare(.reviewedShare, kept.reviewedShare, expected.reviewedShare)
        found.compare(.submittedAt, kept.submittedAt, expected.submittedAt)
        found.compare(.connected, kept.connected?.text, expected.connected?.text)
        found.compare(.scores, kept.scores?.text, expected.scores?.text)
        found.compare(.validatedSeconds, kept.validatedSeconds, expected.validatedSeconds)
        found.compare(.ruling, kept.ruling?.text, expected.ruling?.text)
        found.compare(.completedBy, kept.completedBy?.text, expected.completedBy?.text)
    }

    private func name(_ activity: Identifier<Activity>?) -> String? {
        activity.map { rules[$0]?.key ?? $0.text }
    }
}

/// Differences as they are found.
private struct Findings {
    let enrolment: Identifier<Enrolment>
    var activity: String?
    var differences: [ProgressDifference] = []

    init(enrolment: Identifier<Enrolment>) {
        self.enrolment = enrolment
    }

    mutating func add(_ field: ProgressField, _ kept: String, _ recomputed: String) {
        differences.append(
            ProgressDifference(
                enrolment: enrolment, activity: activity, field: field, kept: kept, recomputed: recomputed))
    }

    mutating func compare(_ field: ProgressField, _ kept: String?, _ expected: String?) {
        if kept != expected { add(field, kept ?? "-", expected ?? "-") }
    }

    mutating func compare(_ field: ProgressField, _ kept: Int?, _ expected: Int?) {
        compare(field, kept.map { "\($0)" }, expected.map { "\($0)" })
    }

    mutating func compare(_ field: ProgressField, _ kept: Instant?, _ expected: Instant?) {
        compare(field, kept.map(Self.text), expected.map(Self.text))
    }

    private static func text(_ instant: Instant) -> String {
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
        return date.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true))
    }
}
