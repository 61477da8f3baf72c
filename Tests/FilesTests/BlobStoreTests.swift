import Files
import Foundation
import Testing

@Suite("Blobs")
struct BlobStoreTests {
    private let root = FileManager.default.temporaryDirectory.appending(path: "blobs-\(UUID().uuidString)")

    private func file(_ text: String) throws -> URL {
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        let url = root.appending(path: UUID().uuidString)
        try Data(text.utf8).write(to: url)
        return url
    }

    private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test("a stored file is found under the SHA-256 of its content, once")
    func storesByDigest() throws {
        let store = BlobStore(directory: root.appending(path: "files"))
        let first = try store.store(try file("abc"))
        let second = try store.store(try file("abc"), expecting: Self.abc)
        #expect(first.digest == Self.abc && second.digest == Self.abc)
        #expect(first.size == 3)
        let place = try #require(store.location(of: Self.abc))
        #expect(try Data(contentsOf: place) == Data("abc".utf8))
        let names = try FileManager.default.contentsOfDirectory(atPath: place.deletingLastPathComponent().path)
        #expect(names == [Self.abc])
    }

    @Test("a file that changed since it was checked is refused and leaves nothing")
    func refusesChanged() throws {
        let store = BlobStore(directory: root.appending(path: "files"))
        let source = try file("abd")
        #expect(throws: FilesError.self) { try store.store(source, expecting: Self.abc) }
        #expect(!store.contains(Self.abc))
    }

    @Test(
        "only a digest is a location",
        arguments: ["", "../../etc/passwd", String(repeating: "A", count: 64), String(repeating: "g", count: 64)])
    func refusesOtherNames(_ name: String) {
        #expect(BlobStore(directory: root).location(of: name) == nil)
    }

    @Test("a directory that cannot be made is an error that says so")
    func unwritable() throws {
        let blocked = try file("a file, not a folder")
        #expect(throws: FilesError.self) {
            try BlobStore(directory: blocked.appending(path: "files")).store(try file("abc"))
        }
    }
}
