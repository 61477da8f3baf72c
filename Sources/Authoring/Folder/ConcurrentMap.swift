import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// Each element transformed, on all cores at once; the results in the order of the elements.
    ///
    /// It returns when all are done, and holds the calling thread until then: for commands, not for pages.
    func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
        // Several elements a turn: most take some microseconds.
        let width = 8
        if count <= width { return map(transform) }
        let turns = (count + width - 1) / width
        let parts = Mutex([[Result]](repeating: [], count: turns))
        DispatchQueue.concurrentPerform(iterations: turns) { turn in
            let part = self[(turn * width)..<Swift.min(count, (turn + 1) * width)].map(transform)
            parts.withLock { $0[turn] = part }
        }
        return parts.withLock { $0 }.flatMap(\.self)
    }
}
