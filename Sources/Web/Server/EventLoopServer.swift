package import HummingbirdCore
package import Logging
package import NIOCore

/// HTTP/1.1 whose requests are answered on the thread of their connection's event loop.
///
/// A task usually runs on Swift's shared pool, so that each request goes from the event loop to the pool and back: two wake-ups of a
/// thread, about as dear as all the rest of a small answer. Here the loop is the executor of the connection's task: what a route works
/// out between two waits runs where its bytes are read and written. In exchange, nothing in a route may block; what must (the
/// password hash, a write to disk) has threads of its own.
package struct EventLoopServer: ServerChildChannel {
    package typealias Value = HTTP1Channel.Value

    private let base: HTTP1Channel

    /// - Parameter idleTimeout: after which a connection that says nothing is closed.
    package static func builder(idleTimeout: TimeAmount) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            EventLoopServer(base: HTTP1Channel(responder: responder, configuration: .init(idleTimeout: idleTimeout)))
        }
    }

    package func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        base.setup(channel: channel, logger: logger)
    }

    package func handle(value: Value, logger: Logger) async {
        await withTaskExecutorPreference(EventLoopExecutor(value.channel.eventLoop)) {
            await base.handle(value: value, logger: logger)
        }
    }
}

/// Runs the jobs of a task on an event loop.
private final class EventLoopExecutor: TaskExecutor {
    private let eventLoop: any EventLoop

    init(_ eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        eventLoop.execute { job.runSynchronously(on: executor) }
    }
}
