package import Essentials
import Progress
package import Tutoring

/// What is known of a learner on a tutor's day.
package struct DayFacts: Sendable, Hashable {
    package struct Alert: Sendable, Hashable {
        package let level: AlertLevel
        package let raisedAt: Instant

        package init(_ level: AlertLevel, raisedAt: Instant) {
            self.level = level
            self.raisedAt = raisedAt
        }
    }

    package var alerts: [Alert]
    /// Since when a call is waited for.
    package var callAskedAt: Instant?
    /// Since when a message waits for an answer, and how many working hours the course promises.
    package var questionAskedAt: Instant?
    package var hoursToAnswer: Int
    /// When the learner was handed over to who looks.
    package var handedOverAt: Instant?
    /// The last try to reach the learner.
    package var lastContact: Contact?

    package struct Contact: Sendable, Hashable {
        package let outcome: ContactOutcome
        package let at: Instant
        package let againAt: Instant?

        package init(_ outcome: ContactOutcome, at: Instant, againAt: Instant?) {
            self.outcome = outcome
            self.at = at
            self.againAt = againAt
        }
    }

    package init(
        alerts: [Alert] = [], callAskedAt: Instant? = nil, questionAskedAt: Instant? = nil, hoursToAnswer: Int = WorkingTime.day,
        handedOverAt: Instant? = nil, lastContact: Contact? = nil
    ) {
        self.alerts = alerts
        self.callAskedAt = callAskedAt
        self.questionAskedAt = questionAskedAt
        self.hoursToAnswer = hoursToAnswer
        self.handedOverAt = handedOverAt
        self.lastContact = lastContact
    }
}

/// What to do next for a learner, how urgent it is, and until when. A pure rule: facts in, need out.
///
/// Red asks for a call within one working day, amber for a message within two, a question for an answer within the time that the course promises
/// and is red after it. A try that reached nobody puts the next one off to the next working day, a message that was left to the one after, an
/// appointment to its hour.
package struct LearnerNeed: Sendable, Hashable {
    package enum Action: String, Sendable, Hashable, Codable, CaseIterable {
        case call, message, answer
        /// An appointment was agreed.
        case meet
    }

    package let level: AlertLevel
    package let action: Action
    package let due: Instant
    /// Whether somebody tried since it became so, and the next try is not for today.
    package let isLater: Bool

    package init(level: AlertLevel, action: Action, due: Instant, isLater: Bool) {
        self.level = level
        self.action = action
        self.due = due
        self.isLater = isLater
    }

    /// - Returns: `nil` for who needs nobody.
    package init?(_ facts: DayFacts, at now: Instant) {
        var needs: [LearnerNeed] = facts.alerts.map { alert in
            Self.reaching(
                alert.level, alert.level == .red ? .call : .message, since: alert.raisedAt, facts.lastContact, now: now)
        }
        if let asked = facts.callAskedAt {
            needs.append(Self.reaching(.red, .call, since: asked, facts.lastContact, now: now))
        }
        if let given = facts.handedOverAt, facts.lastContact.map({ $0.at < given }) ?? true {
            needs.append(Self.reaching(.amber, .message, since: given, nil, now: now))
        }
        if let asked = facts.questionAskedAt {
            let due = WorkingTime.adding(hours: facts.hoursToAnswer, to: asked)
            needs.append(LearnerNeed(level: due < now ? .red : .amber, action: .answer, due: due, isLater: false))
        }
        guard let first = needs.min(by: { $0.comesBefore($1) }) else { return nil }
        self = first
    }

    /// How long somebody has for a level, in working hours.
    package static func hours(for level: AlertLevel) -> Int { level == .red ? WorkingTime.day : 2 * WorkingTime.day }

    /// When it is somebody's turn again after a try; `nil` for who was reached.
    package static func again(after outcome: ContactOutcome, at now: Instant, appointment: Instant?) -> Instant? {
        switch outcome {
        case .reached: nil
        case .noAnswer: WorkingTime.adding(hours: WorkingTime.day, to: now)
        case .leftMessage: WorkingTime.adding(hours: 2 * WorkingTime.day, to: now)
        case .appointment: appointment
        }
    }

    private static func reaching(
        _ level: AlertLevel, _ action: Action, since: Instant, _ contact: DayFacts.Contact?, now: Instant
    ) -> LearnerNeed {
        guard let contact, contact.at >= since, let again = contact.againAt else {
            return LearnerNeed(
                level: level, action: action, due: WorkingTime.adding(hours: hours(for: level), to: since), isLater: false)
        }
        return LearnerNeed(
            level: level, action: contact.outcome == .appointment ? .meet : action, due: again,
            isLater: ParisDays.day(of: again) > ParisDays.day(of: now))
    }

    package func isOverdue(at now: Instant) -> Bool { due < now }

    /// What is for today before what is not, red before amber, the first due first.
    package func comesBefore(_ other: LearnerNeed) -> Bool {
        if isLater != other.isLater { return !isLater }
        if level != other.level { return level == .red }
        return due < other.due
    }
}
