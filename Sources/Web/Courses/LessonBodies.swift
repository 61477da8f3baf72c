import HTML
import Synchronization

/// The bodies of lessons as bytes, compressed once, by digest. They never change, so an entry is never stale.
final class LessonBodies: Sendable {
    private static let capacity = 1000

    private struct Shelf {
        var bodies: [String: PrerenderedHTML] = [:]
        var order: [String] = []
    }

    private let shelf = Mutex(Shelf())

    /// The body kept under `digest`, made from `html` the first time.
    func body(_ digest: String, html: @autoclosure () -> String) -> PrerenderedHTML {
        if let known = shelf.withLock({ $0.bodies[digest] }) { return known }
        let body = Deflate.fragment(Array(html().utf8))
        shelf.withLock { shelf in
            guard shelf.bodies.updateValue(body, forKey: digest) == nil else { return }
            shelf.order.append(digest)
            if shelf.order.count > Self.capacity { shelf.bodies[shelf.order.removeFirst()] = nil }
        }
        return body
    }
}
