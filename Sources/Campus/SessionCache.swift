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

    private struct State {
        var entries: [String: Entry] = [:]
        var era = 0
    }

    private let state = Mutex(State())

    var count: Int { state.withLock { $0.entries.count } }

    /// A number that changes each time something is dropped. Taken before the database is asked, it tells ``keep(_:for:validUntil:at:since:)``
    /// whether the answer may be out of date already.
    var era: Int { state.withLock { $0.era } }

    /// Who holds `token`, if that was read less than a minute ago.
    func viewer(_ token: String, at now: Instant) -> Viewer? {
        state.withLock { state in
            guard let entry = state.entries[token], entry.validUntil > now, now.seconds(since: entry.readAt) < Self.lifetime
            else { return nil }
            return entry.viewer
        }
    }

    /// Keeps what was read, unless something was dropped meanwhile: it may be what was dropped.
    /// - Parameters:
    ///   - validUntil: when the session ends whatever happens.
    ///   - era: ``era`` before the database was asked.
    func keep(_ viewer: Viewer, for token: String, validUntil: Instant, at now: Instant, since era: Int) {
        state.withLock { state in
            guard state.era == era else { return }
            if state.entries.count >= Self.capacity {
                state.entries = state.entries.filter { now.seconds(since: $0.value.readAt) < Self.lifetime }
                if state.entries.count >= Self.capacity { state.entries.removeAll() }
            }
            state.entries[token] = Entry(viewer: viewer, readAt: now, validUntil: validUntil)
        }
    }

    func drop(_ person: Identifier<Person>) {
        state.withLock { state in
            state.era += 1
            state.entries = state.entries.filter { $0.value.viewer.person.id != person }
        }
    }

    func dropAll() {
        state.withLock { state in
            state.era += 1
            state.entries.removeAll()
        }
    }
}
