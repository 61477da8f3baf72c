import CLibArchive
import Foundation

/// A tar file, compressed or not, through libarchive.
///
/// A tar is read from one end to the other, so it is read once: what its files hold goes to a file without a name, of which each entry
/// is a stretch. The limits are kept on the way.
final class TarSource: Archive.Source {
    private let spool: FileHandle
    private var stretches: [(offset: Int, length: Int)] = []
    private var length = 0

    private init(_ spool: FileHandle) {
        self.spool = spool
    }

    deinit { try? spool.close() }

    /// - throws: ``ImportError``.
    static func open(_ path: String, limits: ImportLimits) throws(ImportError) -> Archive {
        guard let handle = archive_read_new() else { throw .cannotRead(path) }
        defer { archive_read_free(handle) }
        archive_read_support_filter_gzip(handle)
        archive_read_support_format_tar(handle)
        archive_read_support_format_gnutar(handle)
        guard archive_read_open_filename(handle, path, 1 << 16) == ARCHIVE_OK else { throw .damagedArchive(entry: nil) }
        let source = TarSource(try makeSpool())
        var entries: [(name: String, number: Int, kind: Archive.Kind)] = []
        var count = 0
        while true {
            var entry: OpaquePointer?
            let status = archive_read_next_header(handle, &entry)
            if status == ARCHIVE_EOF { break }
            // A warning is of a name that the machine's own character set does not have: the name is read below.
            guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw .damagedArchive(entry: nil) }
            count += 1
            if count > limits.entries { throw .limit(.entries, limits, entry: nil) }
            let name = self.name(entry)
            let type = archive_entry_filetype(entry) & 0o170000
            if type == 0o040000 { continue }
            if type != 0o100000 || archive_entry_hardlink(entry) != nil {
                entries.append((name, -1, .special))
                continue
            }
            entries.append((name, source.stretches.count, .file))
            try source.take(handle, path: path, name: name, limits: limits)
        }
        if count == 0 { throw .damagedArchive(entry: nil) }
        return try Archive(source, entries: entries, limits: limits)
    }

    private static func name(_ entry: OpaquePointer) -> String {
        if let utf8 = archive_entry_pathname_utf8(entry) { return String(cString: utf8) }
        guard let raw = archive_entry_pathname(entry) else { return "" }
        return EntryName.decode(Array(String(cString: raw).utf8))
    }

    /// A file that has no name any more, so that nothing is left of it whatever happens.
    private static func makeSpool() throws(ImportError) -> FileHandle {
        let path = NSTemporaryDirectory() + "/rebond-import-" + UUID().uuidString
        let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite(path) }
        unlink(path)
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Takes the bytes of the entry at which the archive stands.
    private func take(_ handle: OpaquePointer, path: String, name: String, limits: ImportLimits) throws(ImportError) {
        let start = length
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = archive_read_data(handle, buffer.baseAddress, buffer.count)
            if count == 0 { break }
            guard count > 0 else { throw .damagedArchive(entry: name) }
            length += count
            if length - start > limits.entry { throw .limit(.entry, limits, entry: name) }
            if length > limits.unpacked { throw .limit(.unpacked, limits, entry: nil) }
            let packed = Int(clamping: archive_filter_bytes(handle, -1))
            if length > ImportLimits.freelyUnpacked, length / max(1, packed) > limits.ratio {
                throw .limit(.ratio, limits, entry: name)
            }
            do {
                try spool.write(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            } catch {
                throw .cannotWrite(NSTemporaryDirectory())
            }
        }
        stretches.append((start, length - start))
    }

    /// Unknown for one entry: the ratio of the whole was looked at while it was unpacked.
    func packedSize(_ number: Int) -> Int? { nil }

    func read(
        _ number: Int, name: String, _ piece: (UnsafeRawBufferPointer) throws(ImportError) -> Void
    ) throws(ImportError) {
        guard stretches.indices.contains(number) else { throw .damagedArchive(entry: name) }
        var (offset, left) = stretches[number]
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        while left > 0 {
            let count = pread(spool.fileDescriptor, buffer.baseAddress, min(left, buffer.count), off_t(offset))
            guard count > 0 else { throw .damagedArchive(entry: name) }
            try piece(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            offset += count
            left -= count
        }
    }
}
