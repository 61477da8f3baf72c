import CLibPQ
import Foundation
import SQL
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Listens to one channel of PostgreSQL on a connection and a thread of its own, and connects again by itself.
///
/// Events come in the order in which the server sends them, on the thread that listens.
package final class PostgresNotifications: Sendable {
    package enum Event: Sendable, Hashable {
        /// From now on nothing is missed; what was sent before, or while the connection was broken, may have been.
        case listening
        case payload(String)
    }

    private struct State {
        var isStopped = false
        var hasEnded = false
        var whenEnded: [CheckedContinuation<Void, Never>] = []
    }

    private let settings: PostgresSettings
    private let channel: String
    private let handle: @Sendable (Event) -> Void
    private let state = Mutex(State())
    /// Written to when it is to stop: `poll` waits for this and for the server together.
    private let stopping = Pipe()

    /// Begins to listen.
    /// - Parameters:
    ///   - channel: a plain name, in small letters.
    ///   - handle: what is done with each event; quick.
    package init(_ settings: PostgresSettings, channel: String, handle: @escaping @Sendable (Event) -> Void) {
        self.settings = settings
        self.channel = channel
        self.handle = handle
        let thread = Thread { [self] in
            while !isStopped { listen() }
            let waiting = state.withLock { state in
                state.hasEnded = true
                return state.whenEnded
            }
            for continuation in waiting { continuation.resume() }
        }
        thread.name = "postgres signals"
        thread.start()
    }

    /// The same as a sequence, which ends when it is stopped or when its reader is cancelled.
    package static func events(_ settings: PostgresSettings, channel: String) -> AsyncStream<Event> {
        let (stream, continuation) = AsyncStream.makeStream(of: Event.self)
        let notifications = PostgresNotifications(settings, channel: channel) { continuation.yield($0) }
        continuation.onTermination = { _ in notifications.requestStop() }
        return stream
    }

    /// Stops, and returns once the connection is closed.
    package func stop() async {
        requestStop()
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let hasEnded = state.withLock { state in
                if !state.hasEnded { state.whenEnded.append(continuation) }
                return state.hasEnded
            }
            if hasEnded { continuation.resume() }
        }
    }

    private func requestStop() {
        let isFirst = state.withLock { state in
            defer { state.isStopped = true }
            return !state.isStopped
        }
        if isFirst { try? stopping.fileHandleForWriting.write(contentsOf: [0]) }
    }

    private var isStopped: Bool { state.withLock { $0.isStopped } }

    /// One connection's life.
    private func listen() {
        do {
            let connection = try PostgresConnection(settings)
            try connection.simple("LISTEN \(channel)", "signals.listen")
            handle(.listening)
            while !isStopped, connection.isAlive {
                while let notice = PQnotifies(connection.handle) {
                    handle(.payload(String(cString: notice.pointee.extra)))
                    PQfreemem(notice)
                }
                guard wait(for: connection.socket, milliseconds: -1), PQconsumeInput(connection.handle) == 1 else {
                    return pause()
                }
            }
        } catch {
            pause()
        }
    }

    /// Before the next attempt, so that a database that is away is not asked without end.
    private func pause() {
        if !isStopped { _ = wait(for: -1, milliseconds: Int32.random(in: 100...400)) }
    }

    /// Waits for something to read on `socket`.
    /// - Returns: `false` when it is to stop instead.
    private func wait(for socket: Int32, milliseconds: Int32) -> Bool {
        var descriptors = [
            pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
            pollfd(fd: stopping.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&descriptors, nfds_t(descriptors.count), milliseconds) < 0, errno == EINTR {}
        return descriptors[1].revents == 0
    }
}
