import CZlib
import HTML

/// gzip (RFC 1952) of a page in which prerendered fragments are already compressed: those are put in as they are, and only what
/// lies between them is compressed now.
///
/// Each part ends with a full flush, which forgets the history, so that no part refers to bytes before it and parts can be
/// strung together. The window and the memory are small: a part is a few kilobytes.
enum Deflate {
    /// Raw deflate of a fragment, ended by a full flush and not marked as last: what ``PrerenderedHTML`` carries.
    static func fragment(_ bytes: [UInt8]) -> PrerenderedHTML {
        guard var stream = Stream(level: 9) else { return PrerenderedHTML(bytes) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count / 3 + 64)
        let isWritten = bytes.withUnsafeBufferPointer { stream.write($0[...], flush: Z_FULL_FLUSH, into: &out) }
        stream.end()
        guard isWritten else { return PrerenderedHTML(bytes) }
        return PrerenderedHTML(bytes, deflated: out, crc32: crc(bytes))
    }

    /// A part of many pages, made once. A short one stays as it is: it compresses better together with its neighbours.
    static func part(_ bytes: [UInt8]) -> PrerenderedHTML {
        bytes.count > 400 ? fragment(bytes) : PrerenderedHTML(bytes)
    }

    /// The whole buffer as one gzip member, or `nil` when zlib cannot start.
    static func gzip(_ buffer: HTMLBuffer, level: Int32 = 3) -> [UInt8]? {
        guard var stream = Stream(level: level) else { return nil }
        defer { stream.end() }
        var out = header
        out.reserveCapacity(buffer.count / 3 + 64)
        let isWritten = buffer.bytes.withUnsafeBufferPointer { bytes in
            var position = 0
            for span in buffer.spans {
                guard let deflated = span.fragment.deflated else { continue }
                if position < span.offset {
                    guard stream.write(bytes[position..<span.offset], flush: Z_FULL_FLUSH, into: &out) else { return false }
                }
                out.append(contentsOf: deflated)
                position = span.range.upperBound
            }
            return stream.write(bytes[position...], flush: Z_FINISH, into: &out)
        }
        guard isWritten else { return nil }
        appendTrailer(of: buffer.bytes, to: &out)
        return out
    }

    /// Bytes as one gzip member at the best level, for what is compressed once.
    static func gzip(_ bytes: [UInt8], level: Int32 = 9) -> [UInt8]? {
        guard var stream = Stream(level: level, windowBits: 15, memoryLevel: 9) else { return nil }
        defer { stream.end() }
        var out = header
        let isWritten = bytes.withUnsafeBufferPointer { stream.write($0[...], flush: Z_FINISH, into: &out) }
        guard isWritten else { return nil }
        appendTrailer(of: bytes, to: &out)
        return out
    }

    /// Magic, method 8, no flags, no time, unknown system.
    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]

    private static func appendTrailer(of bytes: [UInt8], to out: inout [UInt8]) {
        for word in [crc(bytes), UInt32(truncatingIfNeeded: bytes.count)] {
            for shift in stride(from: UInt32(0), through: 24, by: 8) {
                out.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: bytes.withUnsafeBufferPointer { CZlib.crc32(0, $0.baseAddress, uInt($0.count)) })
    }

    /// A zlib stream that is ended by hand. It stays where it was allocated: zlib keeps a pointer to it.
    private struct Stream {
        private let state: UnsafeMutablePointer<z_stream>

        init?(level: Int32, windowBits: Int32 = 14, memoryLevel: Int32 = 7) {
            state = .allocate(capacity: 1)
            state.initialize(to: z_stream())
            let result = deflateInit2_(
                state, level, Z_DEFLATED, -windowBits, memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size))
            guard result == Z_OK else {
                state.deallocate()
                return nil
            }
        }

        mutating func write(
            _ input: Slice<UnsafeBufferPointer<UInt8>>, flush: Int32, into out: inout [UInt8]
        ) -> Bool {
            let part = UnsafeBufferPointer(rebasing: input)
            // zlib declares its input mutable and does not write to it.
            state.pointee.next_in = UnsafeMutablePointer(mutating: part.baseAddress)
            state.pointee.avail_in = uInt(part.count)
            let room = Int(deflateBound(state, uLong(part.count))) + 16
            var isDone = false
            while !isDone {
                let result = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { chunk in
                    state.pointee.next_out = chunk.baseAddress
                    state.pointee.avail_out = uInt(room)
                    let result = deflate(state, flush)
                    out.append(contentsOf: chunk[..<(room - Int(state.pointee.avail_out))])
                    return result
                }
                guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else { return false }
                isDone = state.pointee.avail_out > 0
            }
            return true
        }

        mutating func end() {
            deflateEnd(state)
            state.deallocate()
        }
    }
}
