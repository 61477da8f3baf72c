/// What a database refuses or cannot do, the same on every engine. Details are for logs, never for people.
package enum SQLError: Error, Hashable, Sendable {
    /// A UNIQUE or PRIMARY KEY constraint refused; the detail names it.
    case uniqueViolation(String)
    /// A FOREIGN KEY refused.
    case foreignKeyViolation(String)
    /// A CHECK or NOT NULL refused.
    case checkViolation(String)
    /// The database was busy longer than the time-out, or no connection came free in time.
    case busy(String)
    /// The disk is full or cannot be written.
    case cannotWrite(String)
    /// The file is not a Rebond database, or was made by a newer version: what, and what to do.
    case notUsable(String)
    /// The database holds something that the schema should have refused.
    case corrupt(String)
    /// The database cannot be reached, or went away before the work was done: nothing was written.
    case unavailable(String)
    /// The database went away while a commit was under way: the write is there whole or not at all, and nobody can tell which. Whoever
    /// sends it again with the same id finds out.
    case outcomeUnknown(String)
    /// The connection is closed.
    case closed
    /// Anything else the engine reported.
    case engine(String)
}
