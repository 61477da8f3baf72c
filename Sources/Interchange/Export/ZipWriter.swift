import CLibZip
package import Foundation

/// Told how many of how many parts of an export are written.
package typealias ExportProgress = @Sendable (_ done: Int, _ total: Int) -> Void

/// Writes a ZIP archive with libzip: in the order given, all dates alike, so that the same content makes the same bytes.
package enum ZipWriter {
    package struct Entry: Sendable {
        package enum Content: Sendable {
            case file(URL)
            case bytes([UInt8])
        }

        /// With `/` between its parts.
        package var name: String
        package var content: Content

        package init(_ name: String, _ content: Content) {
            self.name = name
            self.content = content
        }

        package init(_ name: String, text: String) {
            self.init(name, .bytes(Array(text.utf8)))
        }
    }

    /// 1 January 1980, the first day that a ZIP can name.
    private static let day: UInt16 = 0x21

    /// Writes the archive beside its place first: it is whole, or it is not there.
    /// - Parameter progress: told how many of a hundred parts are written.
    /// - throws: ``ExportError``.
    package static func write(
        _ entries: [Entry], to path: String, progress: ExportProgress? = nil
    ) throws(ExportError) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw .cannotWrite(path) }
        do {
            for entry in entries { try add(entry, to: archive) }
        } catch {
            zip_discard(archive)
            throw error
        }
        if let progress { tell(progress, of: archive) }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw .cannotWrite(path)
        }
    }

    private final class Listener {
        let progress: ExportProgress
        init(_ progress: @escaping ExportProgress) { self.progress = progress }
    }

    /// libzip keeps the listener, and lets it go with the archive.
    private static func tell(_ progress: @escaping ExportProgress, of archive: OpaquePointer) {
        zip_register_progress_callback_with_state(
            archive, 0.01,
            { _, part, listener in
                guard let listener else { return }
                Unmanaged<Listener>.fromOpaque(listener).takeUnretainedValue().progress(Int(part * 100), 100)
            }, { listener in if let listener { Unmanaged<Listener>.fromOpaque(listener).release() } },
            Unmanaged.passRetained(Listener(progress)).toOpaque())
    }

    private static func add(_ entry: Entry, to archive: OpaquePointer) throws(ExportError) {
        let source: OpaquePointer?
        switch entry.content {
        case .file(let location):
            guard FileManager.default.isReadableFile(atPath: location.path) else { throw .cannotRead(entry.name) }
            source = zip_source_file(archive, location.path, 0, -1)
        case .bytes(let bytes):
            // libzip reads when it closes, and frees what it was given then.
            guard let copy = malloc(max(bytes.count, 1)) else { throw .cannotWrite(entry.name) }
            bytes.withUnsafeBytes { if let base = $0.baseAddress { copy.copyMemory(from: base, byteCount: bytes.count) } }
            source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1)
            if source == nil { free(copy) }
        }
        guard let source else { throw .cannotWrite(entry.name) }
        let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw .cannotWrite(entry.name)
        }
        zip_file_set_dostime(archive, UInt64(index), 0, day, 0)
        // What is kept among the data is closed to others; what leaves is an ordinary file.
        zip_file_set_external_attributes(archive, UInt64(index), 0, UInt8(ZIP_OPSYS_UNIX), 0o100644 << 16)
    }
}
