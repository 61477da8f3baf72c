import CLibZip

/// A ZIP file, through libzip: zip64, data descriptors, checksums and names in code page 437 are its work.
final class ZipSource: Archive.Source {
    private let handle: OpaquePointer
    private var sizes: [Int: Int] = [:]

    private init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    deinit { zip_discard(handle) }

    /// - throws: ``ImportError``.
    static func open(_ path: String, limits: ImportLimits) throws(ImportError) -> Archive {
        var code: Int32 = 0
        guard let handle = zip_open(path, ZIP_RDONLY, &code) else { throw .damagedArchive(entry: nil) }
        let source = ZipSource(handle)
        let count = Int(zip_get_num_entries(handle, 0))
        guard count >= 0 else { throw .damagedArchive(entry: nil) }
        if count > limits.entries { throw .limit(.entries, limits, entry: nil) }
        var entries: [(name: String, number: Int, kind: Archive.Kind)] = []
        entries.reserveCapacity(count)
        for number in 0..<count {
            guard let raw = zip_get_name(handle, zip_uint64_t(number), zip_flags_t(ZIP_FL_ENC_GUESS)) else {
                throw .damagedArchive(entry: nil)
            }
            let name = String(cString: raw)
            if name.hasSuffix("/") || name.hasSuffix("\\") { continue }
            entries.append((name, number, source.kind(number)))
        }
        return try Archive(source, entries: entries, limits: limits)
    }

    /// Links and devices are told by the mode that Unix archivers keep.
    private func kind(_ number: Int) -> Archive.Kind {
        var system: zip_uint8_t = 0
        var attributes: zip_uint32_t = 0
        guard zip_file_get_external_attributes(handle, zip_uint64_t(number), 0, &system, &attributes) == 0,
            system == zip_uint8_t(ZIP_OPSYS_UNIX)
        else { return .file }
        let type = (attributes >> 16) & 0o170000
        return type == 0 || type == 0o100000 ? .file : .special
    }

    func packedSize(_ number: Int) -> Int? {
        if let known = sizes[number] { return known }
        var stat = zip_stat_t()
        guard zip_stat_index(handle, zip_uint64_t(number), 0, &stat) == 0, stat.valid & zip_uint64_t(ZIP_STAT_COMP_SIZE) != 0
        else { return nil }
        let size = Int(clamping: stat.comp_size)
        sizes[number] = size
        return size
    }

    func read(
        _ number: Int, name: String, _ piece: (UnsafeRawBufferPointer) throws(ImportError) -> Void
    ) throws(ImportError) {
        guard let file = zip_fopen_index(handle, zip_uint64_t(number), 0) else {
            let code = zip_error_code_zip(zip_get_error(handle))
            if code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP { throw .encryptedArchive(entry: name) }
            throw .damagedArchive(entry: name)
        }
        defer { zip_fclose(file) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
            if count == 0 { return }
            // A wrong checksum shows at the end.
            guard count > 0 else { throw .damagedArchive(entry: name) }
            try piece(UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)]))
        }
    }
}
