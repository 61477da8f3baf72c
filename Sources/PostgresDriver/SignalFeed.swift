import SQL
import Synchronization

/// The signals of every server: begins to listen when the first listener comes, and keeps on until the database is closed.
final class SignalFeed: Sendable {
    private struct State {
        var notifications: PostgresNotifications?
        var isClosed = false
    }

    private let settings: PostgresSettings
    private let hub = SignalHub()
    private let state = Mutex(State())

    init(_ settings: PostgresSettings) {
        self.settings = settings
    }

    func events() -> AsyncStream<SignalEvent> {
        let events = hub.events()
        state.withLock { state in
            guard !state.isClosed, state.notifications == nil else { return }
            state.notifications = PostgresNotifications(settings, channel: ControlStatements.channel) { [hub] event in
                switch event {
                case .listening: hub.publish([.gap])
                case .payload(let payload): hub.publish([Signal(payload: payload).map(SignalEvent.signal) ?? .gap])
                }
            }
        }
        return events
    }

    func close() async {
        let notifications = state.withLock { state in
            state.isClosed = true
            return state.notifications
        }
        await notifications?.stop()
        hub.close()
    }
}
