#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reads a file without following a link in its last part and without ever reading more than it may hold.
enum RegularFile {
    enum Refusal: Error, Hashable {
        case missing
        case notRegular
        case tooLarge(size: Int)
        case unreadable
    }

    /// All bytes of the file.
    /// - throws: ``Refusal``: the size is looked at before anything is read.
    static func read(_ path: String, atMost limit: Int) throws(Refusal) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR: throw .missing
            case ELOOP, ENXIO: throw .notRegular
            default: throw .unreadable
            }
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable }
        guard case .file(let size) = FolderEntry.kind(of: status) else { throw .notRegular }
        guard size <= limit else { throw .tooLarge(size: size) }
        // One byte more than the file is said to hold, so that a file that grows meanwhile is seen.
        let capacity = size + 1
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            while count < capacity {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                let got = Self.readSome(descriptor, into: rest)
                if got < 0 { failed = true }
                if got <= 0 { break }
                count += got
            }
        }
        if failed { throw .unreadable }
        if bytes.count > size { throw bytes.count > limit ? .tooLarge(size: bytes.count) : .unreadable }
        return bytes
    }

    private static func readSome(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
        Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #else
        Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }
}
