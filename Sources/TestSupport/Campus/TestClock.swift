package import Essentials
import Synchronization

/// A clock that stands still until a test moves it.
package final class TestClock: Sendable {
    /// Tuesday 15 September 2026, 10:00 in Paris.
    package static let start = Instant(milliseconds: 1_789_459_200_000)

    private let instant: Mutex<Instant>

    package init(_ start: Instant = TestClock.start) {
        instant = Mutex(start)
    }

    package var now: Instant { instant.withLock { $0 } }

    /// Moves forward (back, when negative).
    package func advance(seconds: Int64) {
        instant.withLock { $0 = $0.adding(seconds: seconds) }
    }

    /// What the code under test is given.
    package var clock: Clock { Clock { self.now } }
}
