import Campus
import Logging
import Outbound
import ServiceLifecycle

/// Sends what waits in the outbox.
struct MailService: Service {
    let sender: MailSender
    /// Whether no other server can have claimed anything.
    let isOnlyServer: Bool
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var hasBegun = !isOnlyServer
            while !Task.isCancelled {
                do {
                    if !hasBegun {
                        try await sender.begin()
                        hasBegun = true
                    }
                    if try await sender.sendDue() > 0 { continue }
                } catch {
                    logger.warning("the outbox cannot be read", metadata: ["error": "\(error)"])
                }
                // Commands write letters too, and tell nobody: the outbox is looked at.
                try? await Task.sleep(for: .seconds(2))
            }
        }
        await sender.close()
    }
}

/// Writes reminders of sessions and summaries of messages when they are due.
struct ReminderService: Service {
    let campus: Campus
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let sessions = try await campus.remindOfSessions()
                    let meetings = try await campus.remindOfMeetings()
                    if sessions + meetings > 0 {
                        logger.info("reminders written", metadata: ["sessions": "\(sessions)", "meetings": "\(meetings)"])
                    }
                    let digests = try await campus.writeDigests()
                    if digests > 0 { logger.info("summaries written", metadata: ["letters": "\(digests)"]) }
                } catch {
                    logger.warning("reminders cannot be written", metadata: ["error": "\(error)"])
                }
                // Nothing says that an hour comes: the clock is asked.
                try? await Task.sleep(for: .seconds(30))
            }
        }
    }
}
