import Synchronization

/// Lets at most `width` hashes run at once, in the order in which they came, and turns people away when too many wait.
///
/// One gate serves the whole process (``shared``): a hash takes 32 MiB and a core, and pages must go on being served.
package final class HashingGate: Sendable {
    /// The gate of the process: two at once, 64 waiting (about five seconds of waiting at the worst).
    package static let shared = HashingGate(width: 2, longestQueue: 64)

    private let width: Int
    private let longestQueue: Int
    private let state = Mutex(State())

    private struct State {
        var running = 0
        var nextTicket = 0
        /// In order of arrival.
        var waiting: [(ticket: Int, continuation: CheckedContinuation<Void, any Error>)] = []
        /// Cancelled before they had begun to wait.
        var cancelled: Set<Int> = []
    }

    package init(width: Int, longestQueue: Int) {
        self.width = width
        self.longestQueue = longestQueue
    }

    /// Runs `body` when its turn comes.
    /// - Parameter patiently: waits however long the queue is; for work that brings few at a time by itself.
    /// - throws: ``AccountsError/tooBusy`` at once when too many wait; `CancellationError` when cancelled while waiting;
    ///   what `body` throws.
    func withTurn<Value: Sendable>(
        patiently: Bool = false, _ body: () async throws -> Value
    ) async throws -> Value {
        try await enter(patiently)
        defer { leave() }
        return try await body()
    }

    /// How many run and wait now.
    var load: (running: Int, waiting: Int) {
        state.withLock { ($0.running, $0.waiting.count) }
    }

    private func enter(_ patiently: Bool) async throws {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        defer { state.withLock { _ = $0.cancelled.remove(ticket) } }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                arrive(ticket, patiently, continuation)
            }
        } onCancel: {
            cancel(ticket)
        }
    }

    private func arrive(_ ticket: Int, _ patiently: Bool, _ continuation: CheckedContinuation<Void, any Error>) {
        let answer: Result<Void, any Error>? = state.withLock { state in
            if state.cancelled.remove(ticket) != nil { return .failure(CancellationError()) }
            if state.running < width {
                state.running += 1
                return .success(())
            }
            if !patiently, state.waiting.count >= longestQueue { return .failure(AccountsError.tooBusy) }
            state.waiting.append((ticket, continuation))
            return nil
        }
        if let answer { continuation.resume(with: answer) }
    }

    private func cancel(_ ticket: Int) {
        let waiter = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            guard let index = state.waiting.firstIndex(where: { $0.ticket == ticket }) else {
                state.cancelled.insert(ticket)
                return nil
            }
            return state.waiting.remove(at: index).continuation
        }
        waiter?.resume(throwing: CancellationError())
    }

    private func leave() {
        // The turn passes straight to the first who waits, so that nobody overtakes.
        let next = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            guard !state.waiting.isEmpty else {
                state.running -= 1
                return nil
            }
            return state.waiting.removeFirst().continuation
        }
        next?.resume()
    }
}
