package import Campus
package import Essentials
package import Hummingbird
import NIOCore

/// The context of a request, before anybody is known to be signed in.
package struct VisitorContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The address of the other end of the connection: the client, or the proxy in front.
    let peer: SocketAddress?
    /// The language of the answer: the person's once known, else what the browser prefers.
    package var language: Language = .french
    /// What the client asked for.
    package var representation: Representation = .html
    /// Who is signed in, if anybody.
    package var viewer: Viewer?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress
    }

    /// Whether the connection comes from this machine.
    var isLoopback: Bool {
        peer.map { $0.ipAddress.map(SiteSettings.isLoopback) ?? false } ?? true
    }

    /// The client's address, for throttling and logs. A forwarded address is believed only from a proxy that the operator
    /// declared: the last one, which that proxy wrote.
    func clientAddress(_ request: Request, _ settings: SiteSettings) -> String {
        if settings.isProxy(peer?.ipAddress), let forwarded = request.headers[.xForwardedFor] {
            let last = forwarded.split(separator: ",").last.map { $0.trimmingSpaces() } ?? ""
            if !last.isEmpty, last.utf8.count <= 64 { return last }
        }
        return peer?.ipAddress ?? "local"
    }
}

/// The context of a request by a person who is signed in: the person is not optional, so a handler cannot forget to ask.
package struct SignedInContext: ChildRequestContext {
    package var coreContext: CoreRequestContextStorage
    package let visitor: VisitorContext
    package let viewer: Viewer

    /// - throws: ``CampusError/signInRequired`` when nobody is signed in.
    package init(context: VisitorContext) throws {
        guard let viewer = context.viewer else { throw CampusError.signInRequired }
        coreContext = context.coreContext
        visitor = context
        self.viewer = viewer
    }

    package var language: Language { visitor.language }
    package var representation: Representation { visitor.representation }
}
