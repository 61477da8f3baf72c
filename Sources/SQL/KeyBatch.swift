/// Keys for statements that take four at once: `WHERE cohort_id IN ($1, $2, $3, $4)`. A statement is a literal, so its number of parameters
/// is fixed; a hundred keys cost twenty-five statements. With more keys at once PostgreSQL would rather read whole tables.
package enum KeyBatch {
    package static let size = 4

    /// The keys in batches of ``size``; the last batch repeats its last key, which changes no result.
    package static func batches<Key: SQLBindable>(of keys: [Key]) -> [[SQLValue]] {
        stride(from: 0, to: keys.count, by: size).map { start in
            var batch = keys[start..<min(start + size, keys.count)].map(\.sqlValue)
            if let last = batch.last { batch += repeatElement(last, count: size - batch.count) }
            return batch
        }
    }
}

extension ReadTransaction {
    /// Runs a statement that takes four keys for as many keys as there are.
    package func forEach<Key: SQLBindable>(
        _ statement: Statement, keys: [Key], _ body: (any Row) throws -> Void
    ) throws {
        for batch in KeyBatch.batches(of: keys) { try forEach(statement, batch, body) }
    }
}
