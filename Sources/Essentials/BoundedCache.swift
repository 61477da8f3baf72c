import Synchronization

/// What was made from something that never changes, kept under its key: the same key always gives the same value, so an entry is never
/// stale and may be forgotten at any time. The oldest goes when there are too many.
package final class BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Entries {
        var values: [Key: Value] = [:]
        var order: [Key] = []
    }

    private let capacity: Int
    private let entries = Mutex(Entries())

    /// - Parameter capacity: entries kept at most, at least 1.
    package init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    package var count: Int { entries.withLock { $0.values.count } }

    /// The value under `key`; made the first time, outside of the lock, so that two callers may both make it and one is kept.
    /// - throws: what `make` throws; nothing is kept then.
    package func value<Failure: Error>(_ key: Key, make: () throws(Failure) -> Value) throws(Failure) -> Value {
        if let known = entries.withLock({ $0.values[key] }) { return known }
        let value = try make()
        return entries.withLock { entries in
            if let known = entries.values[key] { return known }
            entries.values[key] = value
            entries.order.append(key)
            // In lots, since taking from the front of an array moves the rest.
            if entries.order.count > capacity {
                let excess = max(entries.order.count - capacity, capacity / 16)
                for key in entries.order.prefix(excess) { entries.values[key] = nil }
                entries.order.removeFirst(excess)
            }
            return value
        }
    }
}
