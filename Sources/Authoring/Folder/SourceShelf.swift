import CourseContent
import Foundation
import Synchronization

/// The text files of a folder that were read, so that what is kept of it is what was rendered.
final class SourceShelf: Sendable {
    private struct Files {
        var isOpen = true
        var byPath: [String: AuthoredSource] = [:]
    }

    private let files = Mutex(Files())

    /// Nothing more is kept: a check publishes nothing.
    func close() { files.withLock { $0.isOpen = false } }

    func add(_ path: String, _ bytes: [UInt8], at location: URL) {
        guard files.withLock({ $0.isOpen }) else { return }
        let source = AuthoredSource(path: path, digest: ContentDigest.of(bytes), size: bytes.count, location: location)
        files.withLock { $0.byPath[path] = source }
    }

    /// The digest of a file that was read; `nil` in a check.
    func digest(of path: String) -> String? { files.withLock { $0.byPath[path]?.digest } }

    /// In the order of their paths.
    var all: [AuthoredSource] { files.withLock { $0.byPath.values.sorted { $0.path < $1.path } } }
}
