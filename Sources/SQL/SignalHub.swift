import Synchronization

/// Those who listen to signals within this process: all there is to it on one server, and the last step on several.
package final class SignalHub: Sendable {
    private struct State {
        var listeners: [Int: AsyncStream<SignalEvent>.Continuation] = [:]
        var next = 0
        var isClosed = false
    }

    /// Events kept for a listener that is late. Beyond that the oldest are lost, and it is told.
    private let capacity: Int
    private let state = Mutex(State())

    package init(capacity: Int = 1000) {
        self.capacity = capacity
    }

    /// How many listen now.
    package var listenerCount: Int { state.withLock { $0.listeners.count } }

    /// Every event from now on.
    package func events() -> AsyncStream<SignalEvent> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: SignalEvent.self, bufferingPolicy: .bufferingNewest(capacity))
        let number = state.withLock { state -> Int? in
            guard !state.isClosed else { return nil }
            defer { state.next += 1 }
            state.listeners[state.next] = continuation
            return state.next
        }
        guard let number else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
        }
        return stream
    }

    /// Gives events to all who listen.
    package func publish(_ events: [SignalEvent]) {
        guard !events.isEmpty else { return }
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners {
            var isLate = false
            for event in events {
                if case .dropped = listener.yield(event) { isLate = true }
            }
            if isLate { listener.yield(.gap) }
        }
    }

    /// Ends every listener's stream.
    package func close() {
        let listeners = state.withLock { state in
            defer { state.listeners = [:] }
            state.isClosed = true
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }
}
