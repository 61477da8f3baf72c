import CZlib

/// Reads gzip for tests: one member, to its end.
enum Inflate {
    struct NotGzip: Error {
        let code: Int32
    }

    /// - throws: ``NotGzip`` when the bytes are not one whole member whose checksum and length are right.
    static func gunzip(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        // 16 + 15: a gzip header, the largest window.
        let opened = inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard opened == Z_OK else { throw NotGzip(code: opened) }
        defer { inflateEnd(&stream) }
        var input = bytes
        var out: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        let result = input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = uInt(input.count)
            var code = Z_OK
            repeat {
                let room = chunk.count
                code = chunk.withUnsafeMutableBufferPointer { chunk in
                    stream.next_out = chunk.baseAddress
                    stream.avail_out = uInt(room)
                    return inflate(&stream, Z_NO_FLUSH)
                }
                out += chunk[..<(room - Int(stream.avail_out))]
            } while code == Z_OK
            return code
        }
        guard result == Z_STREAM_END, stream.avail_in == 0 else { throw NotGzip(code: result) }
        return out
    }
}
