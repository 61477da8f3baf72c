import Campus
import Essentials
import Hummingbird
import NIOCore
import ServiceLifecycle

/// What a browser hears of a conversation while it looks at it: server-sent events (HTML Living Standard, 9.2), one for each state that it does
/// not know. The id of an event is the version of the conversation, so that who comes back with `Last-Event-ID` hears at once whether
/// something was missed, whichever server answers.
struct ConversationEvents {
    let live: Campus.LiveConversation
    /// The version that the browser knows.
    let known: Int
    /// Otherwise the answer ends with what is there already: for who asks from time to time.
    let isLooking: Bool

    /// Between two signs of life, which also find connections that are gone.
    private static let pause = Duration.seconds(25)
    /// Then the browser connects anew, and is asked again who it is.
    private static let signs = 40

    private enum Cue: Sendable {
        case look, alive
    }

    var body: ResponseBody {
        ResponseBody { writer in
            let (cues, continuation) = AsyncStream.makeStream(of: Cue.self, bufferingPolicy: .bufferingNewest(4))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await event in live.events.cancelOnGracefulShutdown() where live.isConcerned(by: event) {
                        continuation.yield(.look)
                    }
                    continuation.finish()
                }
                group.addTask {
                    for _ in 0..<Self.signs {
                        try await Task.sleep(for: Self.pause)
                        continuation.yield(.alive)
                    }
                    continuation.finish()
                }
                var sent = known
                try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
                continuation.yield(.look)
                if !isLooking { continuation.finish() }
                for await cue in cues {
                    if cue == .alive {
                        try await writer.write(ByteBuffer(string: ":\n\n"))
                        continue
                    }
                    let version = try await live.version()
                    guard version > sent else { continue }
                    sent = version
                    try await writer.write(
                        ByteBuffer(string: "id: \(version)\nevent: changed\ndata: \(version)\n\n"))
                }
                group.cancelAll()
            }
            try await writer.finish(nil)
        }
    }
}
