#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Where the time comes from. Injected everywhere, so that tests choose it.
package struct Clock: Sendable {
    private let read: @Sendable () -> Instant

    package init(_ read: @escaping @Sendable () -> Instant) {
        self.read = read
    }

    /// The present moment.
    package var now: Instant { read() }

    /// The machine's clock.
    package static let system = Self {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// A clock that stands still.
    package static func fixed(_ instant: Instant) -> Self {
        Self { instant }
    }
}
