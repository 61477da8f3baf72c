import CourseContent
import Foundation
import Synchronization

/// The text files of a folder that were read, so that what is kept of it is what was rendered.
final class SourceShelf: Sendable {
    private let files = Mutex<[String: AuthoredSource]>([:])

    func add(_ path: String, _ bytes: [UInt8], at location: URL) {
        let source = AuthoredSource(path: path, digest: ContentDigest.of(bytes), size: bytes.count, location: location)
        files.withLock { $0[path] = source }
    }

    /// In the order of their paths.
    var all: [AuthoredSource] { files.withLock { $0.values.sorted { $0.path < $1.path } } }
}
