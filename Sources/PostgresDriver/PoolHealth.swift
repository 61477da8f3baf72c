import Synchronization

/// What the workers of a pool know together: since when the database is away, and what they had to do again.
final class PoolHealth: Sendable {
    private struct State {
        var awaySince: ContinuousClock.Instant?
        var statistics = PostgresStatistics()
    }

    private let state = Mutex(State())

    var statistics: PostgresStatistics { state.withLock { $0.statistics } }

    func connected() {
        state.withLock { state in
            state.awaySince = nil
            state.statistics.connectionsMade += 1
        }
    }

    /// - Returns: since when connecting has failed.
    func failed() -> ContinuousClock.Instant {
        state.withLock { state in
            let since = state.awaySince ?? .now
            state.awaySince = since
            return since
        }
    }

    func count(retries: Int) {
        state.withLock { $0.statistics.retries += retries }
    }

    func countExhausted(_ jobs: Int) {
        state.withLock { $0.statistics.exhausted += jobs }
    }
}

/// What the pool has done since the database was opened, for metrics and tests.
package struct PostgresStatistics: Sendable, Hashable {
    /// Connections made, the first and those after a loss.
    package internal(set) var connectionsMade = 0
    /// Transactions run again: serialization failures, deadlocks, lost connections.
    package internal(set) var retries = 0
    /// Transactions that no connection came free for in time.
    package internal(set) var exhausted = 0
    /// Connections there are now.
    package internal(set) var connections = 0
    /// Transactions that wait for a connection now.
    package internal(set) var waiting = 0
}
