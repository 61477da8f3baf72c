import SQL
import Synchronization

/// Commits writers together: those that arrive while a transaction is on its way to the disk share the next one.
///
/// The order is the order of arrival. Each member runs in its own savepoint; one that fails is rolled back alone. Nobody
/// is answered before COMMIT has succeeded, and that includes those that failed: their reason may be another member's
/// row. If SQLite rolls the whole transaction back (a full disk) or COMMIT fails, each member runs again by itself.
///
/// The work happens on the writer connection's serial dispatch queue, which has a thread of its own: waiting for the disk
/// never holds a thread of Swift's cooperative pool. Cancelling the task of a writer changes nothing once it has queued:
/// it is told what became of its write.
final class WriteQueue: Sendable {
    /// One writer's turn.
    struct Job: Sendable {
        let runsAlone: Bool
        /// Runs the body, and returns what tells the writer that its write is on disk.
        let run: @Sendable (SQLiteConnection) throws -> @Sendable () -> Void
        /// Tells the writer that nothing was written.
        let fail: @Sendable (any Error) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var isWorking = false
        var isClosed = false
        var statistics = SQLiteStatistics()
        var whenIdle: CheckedContinuation<Void, Never>?
    }

    private let connection: SQLiteConnection
    private let largestBatch: Int
    private let state = Mutex(State())

    init(_ connection: SQLiteConnection, largestBatch: Int) {
        self.connection = connection
        self.largestBatch = largestBatch
    }

    var statistics: SQLiteStatistics {
        state.withLock { state in
            var statistics = state.statistics
            statistics.waiting = state.waiting.count
            statistics.isWorking = state.isWorking
            return statistics
        }
    }

    /// Puts a job at the end of the queue.
    func submit(_ job: Job) {
        let (accepted, mustStart) = state.withLock { state -> (Bool, Bool) in
            guard !state.isClosed else { return (false, false) }
            state.waiting.append(job)
            defer { state.isWorking = true }
            return (true, !state.isWorking)
        }
        guard accepted else { return job.fail(SQLError.closed) }
        if mustStart { schedule() }
    }

    /// Accepts nothing more, and returns once what was accepted is done.
    func finish() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isIdle = state.withLock { state in
                state.isClosed = true
                if state.isWorking { state.whenIdle = continuation }
                return !state.isWorking
            }
            if isIdle { continuation.resume() }
        }
    }

    /// One batch per turn of the serial queue, so that other uses of the connection come between two batches.
    private func schedule() {
        connection.queue.async { [self] in
            let batch = nextBatch()
            if batch.count == 1 { commitAlone(batch[0]) } else { commit(batch) }
            let (goOn, whenIdle) = state.withLock { state -> (Bool, CheckedContinuation<Void, Never>?) in
                guard state.waiting.isEmpty else { return (true, nil) }
                state.isWorking = false
                defer { state.whenIdle = nil }
                return (false, state.whenIdle)
            }
            whenIdle?.resume()
            if goOn { schedule() }
        }
    }

    private func nextBatch() -> [Job] {
        state.withLock { state in
            let count =
                state.waiting.first?.runsAlone == true
                ? 1 : state.waiting.prefix(largestBatch).prefix { !$0.runsAlone }.count
            let batch = Array(state.waiting.prefix(count))
            state.waiting.removeFirst(count)
            return batch
        }
    }

    private func commitAlone(_ job: Job) {
        do {
            try connection.control(ControlStatements.beginWrite)
            let acknowledge = try connection.runBody(job.run)
            try connection.control(ControlStatements.commit)
            count(writes: 1, failures: 0, commits: 1)
            acknowledge()
        } catch {
            connection.rollBack()
            count(writes: 0, failures: 1, commits: 0)
            job.fail(error)
        }
    }

    private func commit(_ batch: [Job]) {
        do {
            try connection.control(ControlStatements.beginWrite)
        } catch {
            // Busy beyond the time-out, or a disk that fails: it would be the same for each of them.
            count(writes: 0, failures: batch.count, commits: 0)
            return batch.forEach { $0.fail(error) }
        }
        var kept: [@Sendable () -> Void] = []
        var refused: [(job: Job, reason: any Error)] = []
        do {
            for job in batch {
                do {
                    kept.append(try runInSavepoint(job))
                } catch let failure as MemberFailure {
                    refused.append((job, failure.reason))
                }
            }
            try connection.control(ControlStatements.commit)
        } catch {
            connection.rollBack()
            state.withLock { $0.statistics.repeated += batch.count }
            return batch.forEach(commitAlone)
        }
        count(writes: kept.count, failures: refused.count, commits: kept.isEmpty ? 0 : 1)
        for acknowledge in kept { acknowledge() }
        for (job, reason) in refused { job.fail(reason) }
    }

    /// A member that failed while the transaction goes on.
    private struct MemberFailure: Error {
        let reason: any Error
    }

    /// - throws: ``MemberFailure`` when only this member is lost, anything else when the transaction is.
    private func runInSavepoint(_ job: Job) throws -> @Sendable () -> Void {
        try connection.control(ControlStatements.savepoint)
        do {
            let acknowledge = try connection.runBody(job.run)
            try connection.control(ControlStatements.release)
            return acknowledge
        } catch {
            guard connection.isInTransaction else { throw error }
            try connection.control(ControlStatements.rollbackToSavepoint)
            try connection.control(ControlStatements.release)
            throw MemberFailure(reason: error)
        }
    }

    private func count(writes: Int, failures: Int, commits: Int) {
        state.withLock { state in
            state.statistics.writes += writes
            state.statistics.failures += failures
            state.statistics.commits += commits
            state.statistics.largestBatch = max(state.statistics.largestBatch, writes)
        }
    }
}
