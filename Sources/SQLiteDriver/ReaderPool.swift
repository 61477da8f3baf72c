import SQL
import Synchronization

/// The read-only connections. One is lent to each read, the most recently used first: its page cache is warm.
///
/// A read that finds none free, and none left to open, waits its turn without holding a thread.
final class ReaderPool: Sendable {
    private struct State {
        var free: [SQLiteConnection]
        /// How many exist or are being opened.
        var count: Int
        var waiting: [CheckedContinuation<SQLiteConnection, any Error>] = []
        var isClosed = false
        var whenAllFree: CheckedContinuation<Void, Never>?
    }

    private enum Lending {
        case lent(SQLiteConnection)
        case mustOpen
        case mustWait
    }

    private let limit: Int
    private let open: @Sendable () throws -> SQLiteConnection
    private let state: Mutex<State>

    /// - Parameter open: opens one more connection. The first is opened at once.
    /// - throws: what `open` throws.
    init(limit: Int, open: @escaping @Sendable () throws -> SQLiteConnection) throws {
        self.limit = max(1, limit)
        self.open = open
        state = Mutex(State(free: [try open()], count: 1))
    }

    /// How many reads wait for their turn now.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// Lends a connection, runs `body` on it in one transaction and takes it back.
    func read<Value>(_ body: (SQLiteConnection) throws -> Value) async throws -> Value {
        try await use { reader in
            try reader.control(ControlStatements.beginRead)
            do {
                let value = try reader.runBody(body)
                try reader.control(ControlStatements.commit)
                return value
            } catch {
                reader.rollBack()
                throw error
            }
        }
    }

    /// Lends a connection to `body`, on the calling thread, outside of a transaction.
    func use<Value>(_ body: (SQLiteConnection) throws -> Value) async throws -> Value {
        let reader = try await take()
        defer { giveBack(reader) }
        return try reader.perform(body)
    }

    /// Lends a connection to long work, which runs on the connection's own thread.
    func useApart<Value: Sendable>(
        _ body: @escaping @Sendable (SQLiteConnection) throws -> Value
    ) async throws -> Value {
        let reader = try await take()
        defer { giveBack(reader) }
        return try await withCheckedThrowingContinuation { continuation in
            reader.queue.async {
                continuation.resume(with: Result { try body(reader) })
            }
        }
    }

    private func take() async throws -> SQLiteConnection {
        switch try lend(queueing: nil) {
        case .lent(let reader): return reader
        case .mustOpen: return try openOneMore()
        case .mustWait: break
        }
        // One may have come back meanwhile, hence the second look.
        return try await withCheckedThrowingContinuation { continuation in
            do {
                switch try lend(queueing: continuation) {
                case .lent(let reader): continuation.resume(returning: reader)
                case .mustOpen: continuation.resume(returning: try openOneMore())
                case .mustWait: break
                }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    private func lend(queueing continuation: CheckedContinuation<SQLiteConnection, any Error>?) throws -> Lending {
        try state.withLock { state in
            guard !state.isClosed else { throw SQLError.closed }
            if let reader = state.free.popLast() { return .lent(reader) }
            if state.count < limit {
                state.count += 1
                return .mustOpen
            }
            if let continuation { state.waiting.append(continuation) }
            return .mustWait
        }
    }

    private func openOneMore() throws -> SQLiteConnection {
        do {
            return try open()
        } catch {
            state.withLock { $0.count -= 1 }
            throw error
        }
    }

    private func giveBack(_ reader: SQLiteConnection) {
        enum Next {
            case lend(CheckedContinuation<SQLiteConnection, any Error>)
            case closed(CheckedContinuation<Void, Never>)
            case nothing
        }
        let next = state.withLock { state -> Next in
            if !state.waiting.isEmpty { return .lend(state.waiting.removeFirst()) }
            state.free.append(reader)
            guard state.isClosed, state.free.count == state.count, let whenAllFree = state.whenAllFree else {
                return .nothing
            }
            state.whenAllFree = nil
            return .closed(whenAllFree)
        }
        switch next {
        case .lend(let continuation): continuation.resume(returning: reader)
        case .closed(let continuation): continuation.resume()
        case .nothing: break
        }
    }

    /// Lends nothing more, and closes the connections once the reads under way have ended.
    func close() async throws {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isIdle = state.withLock { state in
                state.isClosed = true
                // Reads that already wait for their turn still get it.
                if state.free.count == state.count { return true }
                state.whenAllFree = continuation
                return false
            }
            if isIdle { continuation.resume() }
        }
        let readers = state.withLock { state in
            defer { (state.free, state.count) = ([], 0) }
            return state.free
        }
        for reader in readers { try await reader.close() }
    }
}
