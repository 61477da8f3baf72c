package import Accounts
package import CourseContent
package import Essentials

/// Something that waits for a person to mark it.
package struct WaitingWork: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// An attempt at a quiz with texts.
        case attempt
        /// What was handed in for an assignment.
        case submission
    }

    package let kind: Kind
    /// The id of the attempt or of the submission.
    package let work: String
    /// The id of the enrolment.
    package let context: String
    package let activity: Identifier<Activity>
    package let person: Identifier<Person>
    package let cohort: Identifier<Cohort>
    package let sentAt: Instant

    package init(
        kind: Kind, work: String, context: String, activity: Identifier<Activity>, person: Identifier<Person>,
        cohort: Identifier<Cohort>, sentAt: Instant
    ) {
        self.kind = kind
        self.work = work
        self.context = context
        self.activity = activity
        self.person = person
        self.cohort = cohort
        self.sentAt = sentAt
    }

    package var position: WaitingPosition { WaitingPosition(sentAt: sentAt, work: work) }
}

/// A row of the queue.
package struct WaitingRow: Sendable, Hashable {
    package let work: WaitingWork
    package let givenName: String
    package let familyName: String
}

/// A place in the queue: the oldest work first.
package struct WaitingPosition: Sendable, Hashable, Comparable {
    package let sentAt: Instant
    package let work: String

    package init(sentAt: Instant, work: String) {
        self.sentAt = sentAt
        self.work = work
    }

    /// Before everything.
    package static let start = WaitingPosition(sentAt: Instant(milliseconds: 0), work: "")

    package static func < (left: Self, right: Self) -> Bool { (left.sentAt, left.work) < (right.sentAt, right.work) }
}

/// A sentence that a tutor uses again in comments.
package struct QuickSentence: Sendable, Hashable {
    package let id: Identifier<QuickSentence>
    package let text: String

    package init(id: Identifier<QuickSentence>, text: String) {
        self.id = id
        self.text = text
    }

    /// Characters of one.
    package static let longest = 500
    /// How many one person keeps.
    package static let most = 50
}
