import Dispatch
import Essentials
import SQL
import Synchronization
import TestSupport
import Testing

@testable import Progress

@Suite("Learners who finish at the same moment", .enabled(if: PostgresCluster.isInstalled))
struct ProgressContentionTests {
    /// How long the first transaction stays open for the second one.
    private static let patience = DispatchTimeInterval.seconds(20)

    @Test("wait for nobody: what one writes, no other has to write")
    func apart() async throws {
        try await ProgressWorld.with(.postgresql) { world in
            let (first, second) = (try await world.learner(1).id, try await world.learner(2).id)
            // Somebody was there before: no row of the course or of the activity is new.
            try await world.record([.sample(1, .reachedEnd, ProgressWorld.welcome)], for: try await world.learner(3).id)
            let (isWritten, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            let waitedForSecond = Mutex<DispatchTimeoutResult?>(nil)
            async let holding: Void = world.database.write(.takenRows) { writing in
                _ = try ProgressRecorder().record(
                    [.sample(2, .reachedEnd, ProgressWorld.welcome)], for: first, rules: world.rules, at: ProgressWorld.start,
                    in: writing)
                isWritten.signal()
                let result = mayEnd.wait(timeout: .now() + Self.patience)
                waitedForSecond.withLock { $0 = result }
            }
            await withCheckedContinuation { continuation in
                DispatchQueue(label: "test.waiting").async {
                    isWritten.wait()
                    continuation.resume()
                }
            }
            // The first one's rows are written and not committed.
            let outcome = try await world.database.write(.takenRows) { writing in
                try ProgressRecorder().record(
                    [.sample(3, .reachedEnd, ProgressWorld.welcome)], for: second, rules: world.rules, at: ProgressWorld.start,
                    in: writing)
            }
            mayEnd.signal()
            try await holding
            #expect(outcome.facts.contains(.activityCompleted(ProgressWorld.welcome.id)))
            #expect(waitedForSecond.withLock { $0 } == .success)
        }
    }
}
