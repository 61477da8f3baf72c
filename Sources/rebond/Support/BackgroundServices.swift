import Campus
import Logging
import SQL
import SQLiteDriver
import ServiceLifecycle

/// Takes in what other servers, and the command line, say of their changes.
struct SignalWatch: Service {
    let campus: Campus

    func run() async throws {
        await cancelWhenGracefulShutdown { await campus.followSignals() }
    }
}

/// Looks each second whether another process (the command line) wrote to an SQLite database, and drops what is kept in memory if so.
struct ChangeWatch: Service {
    let database: SQLiteDatabase
    let campus: Campus
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var seen: Int64?
            var hasChanged = false
            while !Task.isCancelled {
                do {
                    let version = try await database.dataVersion()
                    let changesNow = seen != nil && version != seen
                    // Once more a second later: a read that had begun before may have brought back what was dropped.
                    if changesNow || hasChanged { campus.dropCaches() }
                    if changesNow { logger.info("another process wrote: caches dropped") }
                    hasChanged = changesNow
                    seen = version
                } catch {
                    logger.warning("the database does not answer", metadata: ["error": "\(error)"])
                }
                // SQLite tells other processes nothing: the version number is the only signal there is.
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }
}

/// Deletes, once an hour, what has no more use: ended sessions, old counts of failed sign-ins. Takes into the index of words what was written
/// before there was one.
struct Housekeeping: Service {
    let campus: Campus
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await campus.tidy()
                    _ = try await campus.indexMessages()
                } catch {
                    logger.warning("housekeeping failed", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(3600))
            }
        }
    }
}

/// Looks each quarter of an hour whether the alerts of the day were evaluated, and does it when no server did: in the morning, or as soon
/// as one runs.
struct AlertSweepService: Service {
    let campus: Campus
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let sweep = try await campus.sweepAlerts()
                    if sweep.isDone {
                        logger.info(
                            "alerts evaluated", metadata: ["enrolments": "\(sweep.enrolments)", "changes": "\(sweep.changes)"])
                    }
                } catch {
                    logger.warning("the sweep of alerts failed", metadata: ["error": "\(error)"])
                }
                // Nothing says that a day begins: the clock is asked.
                try? await Task.sleep(for: .seconds(900))
            }
        }
    }
}
