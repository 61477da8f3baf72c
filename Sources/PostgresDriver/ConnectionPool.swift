import Dispatch
import Foundation
import SQL
import Synchronization

/// The workers: as many threads as connections, each with its own, made when there is work for one more.
///
/// A transaction runs from beginning to end on a worker's thread: one hop there, one back. A worker that is done takes the next
/// transaction that waits without going to sleep; of those that sleep, the one that slept last is woken: its caches are warm.
final class ConnectionPool: Sendable {
    /// One transaction's turn.
    struct Job: Sendable {
        let run: @Sendable (Session) -> Void
        /// Tells whoever waits that it will not run.
        let fail: @Sendable (SQLError) -> Void
    }

    private struct Waiting {
        let job: Job
        let deadline: ContinuousClock.Instant
    }

    private struct State {
        var waiting: ArraySlice<Waiting> = []
        var asleep: [Worker] = []
        var count = 0
        var isClosed = false
        var isTimed = false
        var whenEmpty: [CheckedContinuation<Void, Never>] = []
    }

    /// A thread's letter box.
    private final class Worker: Sendable {
        let bell = DispatchSemaphore(value: 0)
        let inbox = Mutex<Job?>(nil)

        func wake(_ job: Job?) {
            inbox.withLock { $0 = job }
            bell.signal()
        }

        func wait() -> Job? {
            bell.wait()
            return inbox.withLock { job in
                defer { job = nil }
                return job
            }
        }
    }

    private let settings: PostgresSettings
    private let health = PoolHealth()
    private let state = Mutex(State())

    init(_ settings: PostgresSettings) {
        self.settings = settings
    }

    var statistics: PostgresStatistics {
        var statistics = health.statistics
        state.withLock { state in
            statistics.connections = state.count
            statistics.waiting = state.waiting.count
        }
        return statistics
    }

    private enum Place {
        case refused
        case with(Worker)
        case new
        case queue(mustTime: Bool)
    }

    /// Gives the job to a worker; puts it at the end of the queue when all of them work.
    func submit(_ job: Job) {
        let place = state.withLock { state -> Place in
            guard !state.isClosed else { return .refused }
            if let worker = state.asleep.popLast() { return .with(worker) }
            if state.count < settings.connections {
                state.count += 1
                return .new
            }
            state.waiting.append(Waiting(job: job, deadline: .now + .seconds(settings.patience)))
            defer { state.isTimed = true }
            return .queue(mustTime: !state.isTimed)
        }
        switch place {
        case .refused: job.fail(.closed)
        case .with(let worker): worker.wake(job)
        case .new: start(job)
        case .queue(let mustTime): if mustTime { expireLater(settings.patience) }
        }
    }

    private func start(_ first: Job) {
        let thread = Thread { [self] in
            let worker = Worker()
            let session = Session(settings, health)
            var next: Job? = first
            while let job = next {
                job.run(session)
                next = nextJob(worker)
            }
            session.close()
            ended()
        }
        thread.name = "postgres"
        thread.start()
    }

    /// The job that waits longest, or the next one that comes; `nil` when the pool closes.
    private func nextJob(_ worker: Worker) -> Job? {
        enum Next {
            case job(Job)
            case sleep
            case leave
        }
        let next = state.withLock { state -> Next in
            if let first = state.waiting.popFirst() { return .job(first.job) }
            if state.isClosed { return .leave }
            state.asleep.append(worker)
            return .sleep
        }
        switch next {
        case .job(let job): return job
        case .sleep: return worker.wait()
        case .leave: return nil
        }
    }

    private func ended() {
        let waiting = state.withLock { state in
            state.count -= 1
            defer { if state.count == 0 { state.whenEmpty = [] } }
            return state.count == 0 ? state.whenEmpty : []
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Accepts nothing more, and returns once what was accepted is done and the connections are closed.
    func close() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let (asleep, isEmpty) = state.withLock { state in
                state.isClosed = true
                if state.count > 0 { state.whenEmpty.append(continuation) }
                defer { state.asleep = [] }
                return (state.asleep, state.count == 0)
            }
            for worker in asleep { worker.wake(nil) }
            if isEmpty { continuation.resume() }
        }
    }

    // MARK: Waiting too long

    private func expireLater(_ seconds: Double) {
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak self] in self?.expire() }
    }

    private func expire() {
        let now = ContinuousClock.now
        let (expired, next) = state.withLock { state -> ([Waiting], ContinuousClock.Instant?) in
            var expired: [Waiting] = []
            while let first = state.waiting.first, first.deadline <= now { expired.append(state.waiting.removeFirst()) }
            state.isTimed = !state.waiting.isEmpty
            return (expired, state.waiting.first?.deadline)
        }
        if let next { expireLater(max(0.01, (next - now) / .seconds(1))) }
        guard !expired.isEmpty else { return }
        health.countExhausted(expired.count)
        let error = SQLError.busy(
            "all \(settings.connections) connections of the pool have been at work for \(settings.patience) s")
        for waiting in expired { waiting.job.fail(error) }
    }
}
