package import Essentials

/// How long one has for an attempt. Pure: the moment at which it ends is worked out once, when it begins, and kept.
package struct TimeLimit: Sendable, Hashable {
    /// What an answer may take to arrive: one that left in time is kept.
    package static let graceSeconds: Int64 = 10

    /// Of the quiz.
    package let minutes: Int
    /// More time for a person, in percent: 33 is a third more.
    package let extraPercent: Int

    package init(minutes: Int, extraPercent: Int = 0) {
        self.minutes = minutes
        self.extraPercent = extraPercent
    }

    /// With the extra time.
    package var seconds: Int64 { Int64(minutes) * 60 * Int64(100 + extraPercent) / 100 }

    package func deadline(from start: Instant) -> Instant { start.adding(seconds: seconds) }
}

extension Attempt {
    /// Whether its time is over, what an answer takes to arrive included. Never for one without a limit.
    package func isOverdue(at now: Instant) -> Bool {
        guard let deadline else { return false }
        return now > deadline.adding(seconds: TimeLimit.graceSeconds)
    }
}
