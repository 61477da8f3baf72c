import Campus
import Logging
import SQLiteDriver
import ServiceLifecycle

/// Looks each second whether another process (the command line) wrote to the database, and drops what is kept in memory if so.
struct ChangeWatch: Service {
    let database: SQLiteDatabase
    let campus: Campus
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var seen: Int64?
            while !Task.isCancelled {
                do {
                    let version = try await database.dataVersion()
                    if let seen, version != seen { campus.dropCaches() }
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

/// Deletes, once an hour, what has no more use: ended sessions, old counts of failed sign-ins.
struct Housekeeping: Service {
    let campus: Campus
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await campus.tidy()
                } catch {
                    logger.warning("housekeeping failed", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(3600))
            }
        }
    }
}
