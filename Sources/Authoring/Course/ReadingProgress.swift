import Synchronization

/// Told, now and then and from any thread, how many of how many steps of a reading are done.
package typealias ReadingProgress = @Sendable (_ done: Int, _ total: Int) -> Void

/// Counts steps that several threads do.
final class StepCounter: Sendable {
    private let done: Atomic<Int>
    private let total: Int
    private let progress: ReadingProgress?

    init(after done: Int = 0, of total: Int, _ progress: ReadingProgress?) {
        self.done = Atomic(done)
        self.total = total
        self.progress = progress
    }

    func step() {
        guard let progress else { return }
        let now = done.add(1, ordering: .relaxed).newValue
        if now % 16 == 0 || now == total { progress(now, total) }
    }
}
