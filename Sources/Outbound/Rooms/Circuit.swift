package import Essentials
import Synchronization

/// Stops asking a service that does not answer: after a few failures in a row nobody waits for it for a while, then one tries again.
package final class Circuit: Sendable {
    private struct State {
        var failures = 0
        var closedUntil: Instant?
    }

    private let state = Mutex(State())
    private let patience: Int
    private let pause: Int64

    /// - Parameters:
    ///   - patience: failures in a row until nobody asks.
    ///   - pause: seconds for which nobody does.
    package init(patience: Int = 2, pause: Int64 = 30) {
        self.patience = patience
        self.pause = pause
    }

    /// Whether the service is taken for down now.
    package func isOpen(at now: Instant) -> Bool {
        state.withLock { $0.closedUntil.map { now < $0 } ?? false }
    }

    /// Whether one may ask now. After the pause only the first does; the others wait for what comes of it.
    func mayAsk(at now: Instant) -> Bool {
        state.withLock { state in
            guard let until = state.closedUntil else { return true }
            guard now >= until else { return false }
            state.closedUntil = now.adding(seconds: pause)
            return true
        }
    }

    func succeeded() { state.withLock { $0 = State() } }

    func failed(at now: Instant) {
        state.withLock { state in
            state.failures += 1
            if state.failures >= patience { state.closedUntil = now.adding(seconds: pause) }
        }
    }
}
