import Accounts
import Essentials
import Synchronization

/// Sign-in sessions in memory, so that a page costs no statement for knowing who asks.
///
/// An entry lives for ``lifetime`` at most; signing out and changes of a person drop entries at once in this process, and a write by
/// another process drops them all.
final class SessionCache: Sendable {
    private struct Entry {
        let viewer: Viewer
        let readAt: Instant
        let validUntil: Instant
    }

    /// In seconds.
    private static let lifetime: Int64 = 60
    private static let capacity = 20_000

    private let entries = Mutex<[String: Entry]>([:])

    var count: Int { entries.withLock { $0.count } }

    /// Who holds `token`, if that was read less than a minute ago.
    func viewer(_ token: String, at now: Instant) -> Viewer? {
        entries.withLock { entries in
            guard let entry = entries[token], entry.validUntil > now, now.seconds(since: entry.readAt) < Self.lifetime
            else { return nil }
            return entry.viewer
        }
    }

    /// - Parameter validUntil: when the session ends whatever happens.
    func keep(_ viewer: Viewer, for token: String, validUntil: Instant, at now: Instant) {
        entries.withLock { entries in
            if entries.count >= Self.capacity {
                entries = entries.filter { now.seconds(since: $0.value.readAt) < Self.lifetime }
                if entries.count >= Self.capacity { entries.removeAll() }
            }
            entries[token] = Entry(viewer: viewer, readAt: now, validUntil: validUntil)
        }
    }

    func drop(_ person: Identifier<Person>) {
        entries.withLock { entries in entries = entries.filter { $0.value.viewer.person.id != person } }
    }

    func dropAll() {
        entries.withLock { $0.removeAll() }
    }
}
