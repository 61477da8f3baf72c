/// When a module, a block of competencies or a course is complete: what is asked of the activities of it that count.
package enum GroupCompletion: Codable, Sendable, Hashable {
    /// Each of them.
    case all
    /// So many of them, at least 1; all of them where there are fewer.
    case atLeast(count: Int)
    /// This share of their minutes, 1 to 100 percent.
    case weighted(share: Int)

    /// Whether it is fulfilled. Where nothing counts, it never is.
    /// - Parameters:
    ///   - done: activities that are done, of `total` that count.
    ///   - doneWeight: their minutes, of `totalWeight`.
    package func isFulfilled(done: Int, of total: Int, doneWeight: Int, of totalWeight: Int) -> Bool {
        guard total > 0 else { return false }
        switch self {
        case .all: return done >= total
        case .atLeast(let count): return done >= min(count, total)
        case .weighted(let share): return doneWeight * 100 >= totalWeight * share
        }
    }

    /// The rule as an author writes it.
    package var notation: String {
        switch self {
        case .all: "all"
        case .atLeast(let count): "{ some: \(count) }"
        case .weighted(let share): "{ weighted: \(share) }"
        }
    }
}
