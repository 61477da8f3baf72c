/// What the writer has done since the database was opened, for metrics and tests.
package struct SQLiteStatistics: Sendable, Hashable {
    /// Writes that were kept.
    package internal(set) var writes = 0
    /// Writes whose body threw, or that the engine refused.
    package internal(set) var failures = 0
    /// Transactions committed: fewer than ``writes`` when writers arrive together.
    package internal(set) var commits = 0
    /// The most writes that one commit has carried.
    package internal(set) var largestBatch = 0
    /// Writes that wait for their turn now.
    package internal(set) var waiting = 0
    /// Whether a transaction is under way or about to be.
    package internal(set) var isWorking = false
    /// Writes that ran again by themselves because the transaction they shared was rolled back.
    package internal(set) var repeated = 0
}
