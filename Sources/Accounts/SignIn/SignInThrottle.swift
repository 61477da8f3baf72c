package import Essentials

/// How many failed sign-ins are free, and how long one waits after them. Pure: the store keeps the counts.
package struct SignInThrottle: Sendable, Hashable {
    /// Failures before any wait.
    package var freeFailures: Int
    /// Failures are forgotten this long after the first, or after the end of the last wait, in seconds.
    package var windowSeconds: Int64
    /// The first wait, doubled by each further failure, in seconds. `nil`: the wait lasts until the window ends.
    package var firstWaitSeconds: Int64?
    /// No wait is longer, in seconds.
    package var longestWaitSeconds: Int64

    package init(freeFailures: Int, windowSeconds: Int64, firstWaitSeconds: Int64?, longestWaitSeconds: Int64) {
        self.freeFailures = freeFailures
        self.windowSeconds = windowSeconds
        self.firstWaitSeconds = firstWaitSeconds
        self.longestWaitSeconds = longestWaitSeconds
    }

    /// One login: 5 failures, then 30 seconds, doubling up to an hour.
    package static let account = SignInThrottle(
        freeFailures: 5, windowSeconds: 900, firstWaitSeconds: 30, longestWaitSeconds: 3600)

    /// One address: 30 failures in a quarter of an hour; a whole classroom may share it.
    package static let address = SignInThrottle(
        freeFailures: 30, windowSeconds: 900, firstWaitSeconds: nil, longestWaitSeconds: 900)

    /// What is remembered under one key.
    package struct Count: Sendable, Hashable {
        package var failures: Int
        package var windowStartedAt: Instant
        package var blockedUntil: Instant?

        package init(failures: Int, windowStartedAt: Instant, blockedUntil: Instant? = nil) {
            self.failures = failures
            self.windowStartedAt = windowStartedAt
            self.blockedUntil = blockedUntil
        }
    }

    /// Until when tries are refused; `nil` when one may try at `now`.
    package func blockedUntil(_ count: Count?, at now: Instant) -> Instant? {
        guard let until = count?.blockedUntil, until > now else { return nil }
        return until
    }

    /// The count after one more failure at `now`.
    package func afterFailure(_ count: Count?, at now: Instant) -> Count {
        var next = Count(failures: 0, windowStartedAt: now)
        if let count, !isForgotten(count, at: now) { next = count }
        next.failures += 1
        next.blockedUntil = wait(after: next, at: now)
        return next
    }

    /// The count when one try is taken back, because the server never looked at it.
    package func afterWithdrawal(_ count: Count, at now: Instant) -> Count {
        var next = count
        next.failures = max(0, count.failures - 1)
        if next.failures < freeFailures { next.blockedUntil = nil }
        return next
    }

    /// Whether the count no longer says anything and its row may go.
    package func isForgotten(_ count: Count, at now: Instant) -> Bool {
        let from = max(count.windowStartedAt, count.blockedUntil ?? count.windowStartedAt)
        return from.adding(seconds: windowSeconds) <= now
    }

    private func wait(after count: Count, at now: Instant) -> Instant? {
        guard count.failures >= freeFailures else { return nil }
        guard let first = firstWaitSeconds else {
            return max(count.windowStartedAt.adding(seconds: windowSeconds), now.adding(seconds: 1))
        }
        let doublings = min(count.failures - freeFailures, 20)
        return now.adding(seconds: min(first << Int64(doublings), longestWaitSeconds))
    }
}
