package import Accounts
package import CourseContent
package import Essentials

/// One time that somebody takes a placement test.
package struct PlacementRun: Sendable, Hashable {
    package let id: Identifier<PlacementRun>
    package let person: Identifier<Person>
    package let activity: Identifier<Activity>
    /// Whether items that are heard are asked.
    package let hears: Bool
    package let startedAt: Instant
    package var finishedAt: Instant?
    /// In their order.
    package var answers: [PlacementAnswer]
    /// What a tutor decided last.
    package var ruling: PlacementRuling?

    package init(
        id: Identifier<PlacementRun>, person: Identifier<Person>, activity: Identifier<Activity>, hears: Bool, startedAt: Instant,
        finishedAt: Instant? = nil, answers: [PlacementAnswer] = [], ruling: PlacementRuling? = nil
    ) {
        self.id = id
        self.person = person
        self.activity = activity
        self.hears = hears
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.answers = answers
        self.ruling = ruling
    }

    package var isFinished: Bool { finishedAt != nil }

    /// What is drawn follows from this: the same for one run, different between runs.
    package var seed: UInt64 {
        id.text.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    }

    /// What the answers say.
    package var estimate: AbilityEstimate { AbilityEstimate(after: answers.map { ($0.measure, $0.isRight) }) }

    /// The level that counts: what a tutor decided, and otherwise what the answers say.
    package var level: CEFRLevel { ruling?.level ?? estimate.level }

    /// The test may be taken once more so many days after it was finished: by then its items are not remembered one by one.
    package static let againAfterDays: Int64 = 14

    /// From when the test may be taken once more; `nil` while it goes on.
    package var againFrom: Instant? { finishedAt?.adding(seconds: Self.againAfterDays * 86_400) }
}

/// A level that a tutor gives after a run, against what its answers say.
package struct PlacementRuling: Sendable, Hashable {
    package let id: Identifier<PlacementRuling>
    package let level: CEFRLevel
    package let reason: String
    package let decidedBy: Identifier<Person>
    package let decidedAt: Instant

    package init(
        id: Identifier<PlacementRuling>, level: CEFRLevel, reason: String, decidedBy: Identifier<Person>, decidedAt: Instant
    ) {
        self.id = id
        self.level = level
        self.reason = reason
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
    }

    /// Characters.
    package static let longestReason = 300
}
