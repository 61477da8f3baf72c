import CZlib
import Foundation

/// Makes archives as the wild has them, faults included.
struct ZipBuilder {
    struct Entry {
        var name: [UInt8]
        var bytes: [UInt8]
        var isDeflated = false
        /// Unix mode in the external attributes; 0 for an archive of another system.
        var mode: UInt32 = 0
        /// What the archive says, when it is not the truth.
        var checksum: UInt32?
        var declaredSize: Int?
        /// Sizes and checksum after the bytes.
        var hasDescriptor = false
        var isEncrypted = false
    }

    var entries: [Entry] = []

    mutating func add(_ name: String, _ text: String) { entries.append(Entry(name: Array(name.utf8), bytes: Array(text.utf8))) }

    mutating func add(_ name: String, bytes: [UInt8], isDeflated: Bool = false) {
        entries.append(Entry(name: Array(name.utf8), bytes: bytes, isDeflated: isDeflated))
    }

    /// A folder of samples as an archive.
    static func folder(_ url: URL, prefix: String = "", isDeflated: Bool = true) throws -> ZipBuilder {
        var zip = ZipBuilder()
        let root = url.path(percentEncoded: false)
        let paths = (FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []).sorted()
        for path in paths {
            var isFolder: ObjCBool = false
            let full = root + "/" + path
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else { continue }
            zip.add(prefix + path, bytes: Array(try Data(contentsOf: URL(filePath: full))), isDeflated: isDeflated)
        }
        return zip
    }

    var bytes: [UInt8] {
        var out: [UInt8] = []
        var directory: [UInt8] = []
        func put(_ value: UInt32, _ count: Int, to bytes: inout [UInt8]) {
            for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(8 * index))) }
        }
        for entry in entries {
            let packed = entry.isDeflated ? Self.deflate(entry.bytes) : entry.bytes
            let sum =
                entry.checksum
                ?? UInt32(truncatingIfNeeded: entry.bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) })
            let size = UInt32(entry.declaredSize ?? entry.bytes.count)
            var flags: UInt32 = entry.hasDescriptor ? 8 : 0
            if entry.isEncrypted { flags |= 1 }
            let offset = UInt32(out.count)
            func common(_ bytes: inout [UInt8], inHeader: Bool) {
                put(20, 2, to: &bytes)
                put(flags, 2, to: &bytes)
                put(entry.isDeflated ? 8 : 0, 2, to: &bytes)
                put(0, 4, to: &bytes)
                let isLater = entry.hasDescriptor && inHeader
                put(isLater ? 0 : sum, 4, to: &bytes)
                put(isLater ? 0 : UInt32(packed.count), 4, to: &bytes)
                put(isLater ? 0 : size, 4, to: &bytes)
                put(UInt32(entry.name.count), 2, to: &bytes)
                put(0, 2, to: &bytes)
            }
            put(0x0403_4B50, 4, to: &out)
            common(&out, inHeader: true)
            out += entry.name + packed
            if entry.hasDescriptor {
                put(0x0807_4B50, 4, to: &out)
                put(sum, 4, to: &out)
                put(UInt32(packed.count), 4, to: &out)
                put(size, 4, to: &out)
            }
            put(0x0201_4B50, 4, to: &directory)
            put(entry.mode == 0 ? 20 : 0x0314, 2, to: &directory)
            common(&directory, inHeader: false)
            put(0, 2, to: &directory)
            put(0, 2, to: &directory)
            put(0, 2, to: &directory)
            put(entry.mode << 16, 4, to: &directory)
            put(offset, 4, to: &directory)
            directory += entry.name
        }
        let start = UInt32(out.count)
        out += directory
        put(0x0605_4B50, 4, to: &out)
        put(0, 4, to: &out)
        put(UInt32(entries.count), 2, to: &out)
        put(UInt32(entries.count), 2, to: &out)
        put(UInt32(directory.count), 4, to: &out)
        put(start, 4, to: &out)
        put(0, 2, to: &out)
        return out
    }

    static func deflate(_ bytes: [UInt8], windowBits: Int32 = -15) -> [UInt8] {
        var stream = z_stream()
        guard
            deflateInit2_(
                &stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
                == Z_OK
        else { return [] }
        defer { deflateEnd(&stream) }
        var input = bytes
        var out = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
        let count = input.withUnsafeMutableBufferPointer { source in
            out.withUnsafeMutableBufferPointer { target -> Int in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                _ = CZlib.deflate(&stream, Z_FINISH)
                return target.count - Int(stream.avail_out)
            }
        }
        return Array(out.prefix(count))
    }
}

/// A tar in the form of POSIX, packed or not.
struct TarBuilder {
    var bytes: [UInt8] = []

    mutating func add(_ name: String, _ content: [UInt8], type: Character = "0", link: String = "") {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) { for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte } }
        func octal(_ number: Int, _ width: Int) -> String {
            let digits = String(number, radix: 8)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        put(String(name.prefix(100)), at: 0)
        put(octal(0o644, 7), at: 100)
        put(octal(0, 7), at: 108)
        put(octal(0, 7), at: 116)
        put(octal(content.count, 11), at: 124)
        put(octal(0, 11), at: 136)
        put("        ", at: 148)
        put(String(type), at: 156)
        put(link, at: 157)
        put("ustar", at: 257)
        put("00", at: 263)
        let sum = header.reduce(0) { $0 + Int($1) }
        put(octal(sum, 6) + "\0", at: 148)
        bytes += header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }

    static func folder(_ url: URL, prefix: String = "") throws -> TarBuilder {
        var tar = TarBuilder()
        for entry in try ZipBuilder.folder(url, prefix: prefix).entries {
            tar.add(String(decoding: entry.name, as: UTF8.self), entry.bytes)
        }
        return tar
    }

    var finished: [UInt8] { bytes + [UInt8](repeating: 0, count: 1024) }
    var gzipped: [UInt8] { ZipBuilder.deflate(finished, windowBits: 31) }
}
