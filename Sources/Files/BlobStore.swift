import Crypto
package import Foundation

/// Files kept under the SHA-256 of their content, in a directory: written once, never changed.
///
/// A blob is copied beside its place, brought to disk, then renamed: a crash leaves either the whole file or none, and storing
/// the same content twice is a no-op.
package struct BlobStore: Sendable {
    package let directory: URL

    /// - Parameter directory: made when the first file is stored.
    package init(directory: URL) {
        self.directory = directory
    }

    /// Where the blob of a digest is, whether it is there or not; `nil` when `digest` is not 64 lower-case hexadecimal digits.
    package func location(of digest: String) -> URL? {
        guard Self.isDigest(digest) else { return nil }
        return directory.appending(path: String(digest.prefix(2))).appending(path: digest)
    }

    /// Whether the blob is there.
    package func contains(_ digest: String) -> Bool {
        // The plain path: an apply asks this for every file of a course.
        guard Self.isDigest(digest) else { return false }
        return access("\(directory.path)/\(digest.prefix(2))/\(digest)", F_OK) == 0
    }

    private static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// Stores a copy of a file whose digest is known, unless it is there: then the file is not looked at.
    /// - throws: as ``store(_:expecting:)``.
    package func keep(_ source: URL, as digest: String) throws {
        if !contains(digest) { try store(source, expecting: digest) }
    }

    /// Stores a copy of a file.
    /// - Returns: the digest and the size in bytes of what was stored.
    /// - throws: ``FilesError/changed(_:)`` when `expected` is given and the content is another;
    ///   ``FilesError/cannotWrite(_:)`` when the directory or the disk refuses.
    @discardableResult
    package func store(_ source: URL, expecting expected: String? = nil) throws -> (digest: String, size: Int) {
        if let expected, contains(expected) {
            return (expected, try Self.size(of: source))
        }
        let data: Data
        do {
            data = try Data(contentsOf: source, options: .mappedIfSafe)
        } catch {
            throw FilesError.cannotRead(source.lastPathComponent)
        }
        let digest = Self.digest(data)
        if let expected, expected != digest { throw FilesError.changed(source.lastPathComponent) }
        try store(data, digest)
        return (digest, data.count)
    }

    /// Stores bytes that were sent.
    /// - Returns: their digest.
    /// - throws: ``FilesError/cannotWrite(_:)`` when the directory or the disk refuses.
    package func store(_ data: Data) throws -> String {
        let digest = Self.digest(data)
        try store(data, digest)
        return digest
    }

    private func store(_ data: Data, _ digest: String) throws {
        guard let place = location(of: digest) else { throw FilesError.cannotWrite(digest) }
        if FileManager.default.fileExists(atPath: place.path) { return }
        do {
            try write(data, to: place)
        } catch {
            throw FilesError.cannotWrite("\(place.path): \(error)")
        }
    }

    private static func digest(_ data: Data) -> String {
        SHA256.hash(data: data).map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
    }

    private func write(_ data: Data, to place: URL) throws {
        let folder = place.deletingLastPathComponent()
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let partial = folder.appending(path: ".\(UUID().uuidString).partial")
        do {
            try data.write(to: partial)
            let handle = try FileHandle(forWritingTo: partial)
            try handle.synchronize()
            try handle.close()
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: partial.path)
            guard rename(partial.path, place.path) == 0 else {
                throw FilesError.cannotWrite(String(cString: strerror(errno)))
            }
            try Self.synchronizeDirectory(folder)
        } catch {
            try? FileManager.default.removeItem(at: partial)
            throw error
        }
    }

    private static func synchronizeDirectory(_ folder: URL) throws {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { throw FilesError.cannotWrite(String(cString: strerror(errno))) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FilesError.cannotWrite(String(cString: strerror(errno))) }
    }

    private static func size(of file: URL) throws -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard let size = attributes?[.size] as? Int else { throw FilesError.cannotRead(file.lastPathComponent) }
        return size
    }
}

/// What can go wrong with files. Details are for logs.
package enum FilesError: Error, Hashable, Sendable {
    /// The source is missing or unreadable: its name.
    case cannotRead(String)
    /// The directory or the disk refuses.
    case cannotWrite(String)
    /// The source is no longer what was checked: its name.
    case changed(String)
}
