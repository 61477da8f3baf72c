/// Reads the size of an image from its first bytes.
enum ImageHeader {
    static func size(of bytes: [UInt8], kind: AssetKind) -> PixelSize? {
        var reader = ByteReader(bytes)
        switch kind {
        case .png: return png(&reader)
        case .gif: return gif(&reader)
        case .jpg, .jpeg: return jpeg(&reader)
        case .webp: return webp(&reader)
        default: return nil
        }
    }

    private static func png(_ reader: inout ByteReader) -> PixelSize? {
        guard reader.skip(12), reader.take(4) == Array("IHDR".utf8), let width = reader.big(4), let height = reader.big(4)
        else { return nil }
        return PixelSize(width: width, height: height)
    }

    private static func gif(_ reader: inout ByteReader) -> PixelSize? {
        guard reader.skip(6), let width = reader.little(2), let height = reader.little(2) else { return nil }
        return PixelSize(width: width, height: height)
    }

    private static func jpeg(_ reader: inout ByteReader) -> PixelSize? {
        guard reader.skip(2) else { return nil }
        while let mark = reader.big(1) {
            guard mark == 0xFF else { return nil }
            var code = 0xFF
            while code == 0xFF {
                guard let next = reader.big(1) else { return nil }
                code = next
            }
            switch code {
            case 0x01, 0xD0...0xD7: continue
            case 0xD9, 0xDA: return nil
            // Start of frame, but not a table (C4, C8, CC).
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                guard reader.skip(3), let height = reader.big(2), let width = reader.big(2) else { return nil }
                return PixelSize(width: width, height: height)
            default:
                guard let length = reader.big(2), length >= 2, reader.skip(length - 2) else { return nil }
            }
        }
        return nil
    }

    private static func webp(_ reader: inout ByteReader) -> PixelSize? {
        guard reader.skip(12), let chunk = reader.take(4), reader.skip(4) else { return nil }
        switch String(decoding: chunk, as: UTF8.self) {
        case "VP8 ":
            guard reader.skip(3), reader.take(3) == [0x9D, 0x01, 0x2A], let width = reader.little(2),
                let height = reader.little(2)
            else { return nil }
            return PixelSize(width: width & 0x3FFF, height: height & 0x3FFF)
        case "VP8L":
            guard reader.take(1) == [0x2F], let bits = reader.little(4) else { return nil }
            return PixelSize(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
        case "VP8X":
            guard reader.skip(4), let width = reader.little(3), let height = reader.little(3) else { return nil }
            return PixelSize(width: width + 1, height: height + 1)
        default:
            return nil
        }
    }
}

/// Takes numbers from bytes, one after the other, and never beyond the end.
private struct ByteReader {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func skip(_ count: Int) -> Bool {
        guard count >= 0, count <= bytes.count - offset else { return false }
        offset += count
        return true
    }

    mutating func take(_ count: Int) -> [UInt8]? {
        let start = offset
        return skip(count) ? Array(bytes[start..<offset]) : nil
    }

    mutating func big(_ count: Int) -> Int? { take(count)?.reduce(0) { $0 << 8 | Int($1) } }
    mutating func little(_ count: Int) -> Int? { take(count)?.reversed().reduce(0) { $0 << 8 | Int($1) } }
}
