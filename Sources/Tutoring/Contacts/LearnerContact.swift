package import Accounts
package import Essentials

/// That somebody of the staff tried to reach a learner, and what came of it: a fact, never changed.
package struct LearnerContact: Sendable, Hashable {
    /// Made by who writes it down: sent twice, it is there once.
    package let id: Identifier<LearnerContact>
    package let cohort: Identifier<Cohort>
    package let person: Identifier<Person>
    package let means: ContactMeans
    package let outcome: ContactOutcome
    /// When it is somebody's turn again; `nil` for who was reached.
    package let againAt: Instant?
    package let note: String?
    package let by: Identifier<Person>
    package let at: Instant

    /// Characters of a note.
    package static let longestNote = 1000

    package init(
        id: Identifier<LearnerContact>, cohort: Identifier<Cohort>, person: Identifier<Person>, means: ContactMeans,
        outcome: ContactOutcome, againAt: Instant?, note: String?, by: Identifier<Person>, at: Instant
    ) {
        self.id = id
        self.cohort = cohort
        self.person = person
        self.means = means
        self.outcome = outcome
        self.againAt = againAt
        self.note = note
        self.by = by
        self.at = at
    }
}

package enum ContactMeans: String, Sendable, Hashable, Codable, CaseIterable {
    case call, message, meeting
}

package enum ContactOutcome: String, Sendable, Hashable, Codable, CaseIterable {
    case reached
    case noAnswer = "no-answer"
    case leftMessage = "left-message"
    /// A day and an hour were agreed.
    case appointment
}

/// A learner asks to be called.
package struct CallRequest: Sendable, Hashable {
    package let id: Identifier<CallRequest>
    package let cohort: Identifier<Cohort>
    package let person: Identifier<Person>
    package let askedAt: Instant
    /// As it was typed.
    package let phone: String?
    /// When one can be reached, in the learner's words.
    package let hours: String?
    /// When the learner was reached, or asked for it no more.
    package let settledAt: Instant?
    package let settledBy: Identifier<Person>?

    /// Characters.
    package static let longestPhone = 30
    package static let longestHours = 200

    /// A number as people type it: at least six digits, and signs between them.
    static func isPhone(_ text: String) -> Bool {
        text.utf8.count <= longestPhone && text.count(where: { $0.isASCII && $0.isNumber }) >= 6
            && text.allSatisfy { ($0.isASCII && $0.isNumber) || "+ .-()/".contains($0) }
    }
}

/// Who follows a learner from now on, with what whoever did before has to say: a fact, the last one holds.
package struct Handover: Sendable, Hashable {
    package let cohort: Identifier<Cohort>
    package let person: Identifier<Person>
    package let tutor: Identifier<Person>
    /// For the staff.
    package let note: String
    package let by: Identifier<Person>
    package let at: Instant

    /// Characters of a note.
    package static let longestNote = 4000

    package init(
        cohort: Identifier<Cohort>, person: Identifier<Person>, tutor: Identifier<Person>, note: String, by: Identifier<Person>,
        at: Instant
    ) {
        self.cohort = cohort
        self.person = person
        self.tutor = tutor
        self.note = note
        self.by = by
        self.at = at
    }
}
