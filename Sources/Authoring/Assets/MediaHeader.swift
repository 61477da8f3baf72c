/// What the bytes of a video or a sound say of it, without being played: the length, and whether it can begin before all of it is there.
struct MediaHeader: Hashable {
    /// `nil` when the file does not say it in a way that is read here.
    var milliseconds: Int?
    /// An MP4 whose index stands after its pictures: a browser must look for the end of the file before it begins.
    var isIndexLast = false

    /// More than this is no length.
    static let longest = 24 * 3600 * 1000

    init(_ bytes: [UInt8], kind: AssetKind) {
        switch kind {
        case .mp4, .m4a:
            let boxes = MP4Boxes(bytes)
            milliseconds = boxes.milliseconds
            isIndexLast = boxes.isIndexLast
        case .mp3: milliseconds = MP3Frames.milliseconds(bytes)
        case .ogg, .opus: milliseconds = OggPages.milliseconds(bytes)
        case .webm: milliseconds = WebMElements.milliseconds(bytes)
        default: milliseconds = nil
        }
        if let length = milliseconds, !(1...Self.longest).contains(length) { milliseconds = nil }
    }

    /// `units` of which there are `perSecond` in a second; `nil` when that is no length.
    static func milliseconds(_ units: UInt64, perSecond: UInt64) -> Int? {
        guard perSecond > 0, units / perSecond <= UInt64(longest) else { return nil }
        return Int((units * 1000 + perSecond / 2) / perSecond)
    }
}

/// The boxes of an MP4 (ISO/IEC 14496-12): where the index is, and the length that it says.
private struct MP4Boxes {
    private(set) var milliseconds: Int?
    private(set) var isIndexLast = false

    init(_ bytes: [UInt8]) {
        var hasPictures = false
        for (name, range) in Self.boxes(bytes, in: 0..<bytes.count) {
            if name == "mdat" { hasPictures = true }
            guard name == "moov" else { continue }
            isIndexLast = hasPictures
            for (name, range) in Self.boxes(bytes, in: range) where name == "mvhd" {
                milliseconds = Self.length(bytes[range])
            }
            return
        }
    }

    /// Name and content of each box, as far as they can be read.
    private static func boxes(_ bytes: [UInt8], in range: Range<Int>) -> [(name: String, content: Range<Int>)] {
        var found: [(String, Range<Int>)] = []
        var place = range.lowerBound
        while place + 8 <= range.upperBound, found.count < 1000 {
            var size = bytes[place..<place + 4].bigEndian
            let name = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
            var head = 8
            if size == 1, place + 16 <= range.upperBound {
                size = bytes[place + 8..<place + 16].bigEndian
                head = 16
            } else if size == 0 {
                size = UInt64(range.upperBound - place)
            }
            guard size >= UInt64(head), size <= UInt64(range.upperBound - place) else { break }
            found.append((name, place + head..<place + Int(size)))
            place += Int(size)
        }
        return found
    }

    private static func length(_ header: ArraySlice<UInt8>) -> Int? {
        let isLong = header.first == 1
        let rest = header.dropFirst(isLong ? 20 : 12)
        let width = isLong ? 8 : 4
        guard rest.count >= 4 + width else { return nil }
        let duration = rest.dropFirst(4).prefix(width).bigEndian
        // All ones: not known.
        if duration == (isLong ? .max : UInt64(UInt32.max)) { return nil }
        return MediaHeader.milliseconds(duration, perSecond: rest.prefix(4).bigEndian)
    }
}

/// The frames of an MP3 (ISO/IEC 11172-3 and 13818-3, layer III), counted one by one: exact for variable bit rates too.
private enum MP3Frames {
    static func milliseconds(_ bytes: [UInt8]) -> Int? {
        var place = 0
        if bytes.starts(with: "ID3".utf8), bytes.count >= 10 {
            place = 10 + bytes[6..<10].reduce(0) { $0 << 7 | Int($1 & 0x7F) }
        }
        var samples: UInt64 = 0
        var rate: UInt64 = 0
        while place + 4 <= bytes.count, let frame = Frame(bytes[place..<place + 4]) {
            // The first frame may be a table of the others, without sound.
            let isTable = rate == 0 && isTable(bytes[place..<min(place + frame.length, bytes.count)])
            rate = frame.rate
            if !isTable { samples += frame.samples }
            place += frame.length
        }
        return MediaHeader.milliseconds(samples, perSecond: rate)
    }

    private static func isTable(_ frame: ArraySlice<UInt8>) -> Bool {
        // After the head and the side information, of 9, 17 or 32 bytes.
        [13, 21, 36].contains { place in
            let word = frame.dropFirst(place).prefix(4)
            return word.elementsEqual("Xing".utf8) || word.elementsEqual("Info".utf8) || word.elementsEqual("VBRI".utf8)
        }
    }

    private struct Frame {
        let length: Int
        let samples: UInt64
        let rate: UInt64

        private static let rates: [UInt64] = [44100, 48000, 32000]
        private static let first = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
        private static let second = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]

        /// - Parameter head: four bytes.
        init?(_ head: ArraySlice<UInt8>) {
            let word = head.bigEndian
            let version = word >> 19 & 3
            let bits = Int(word >> 12 & 15)
            let rate = Int(word >> 10 & 3)
            guard word >> 21 == 0x7FF, version != 1, word >> 17 & 3 == 1, (1...14).contains(bits), rate < 3 else { return nil }
            let isFirst = version == 3
            self.rate = Self.rates[rate] / (isFirst ? 1 : version == 2 ? 2 : 4)
            samples = isFirst ? 1152 : 576
            let kilobits = (isFirst ? Self.first : Self.second)[bits - 1]
            length = (isFirst ? 144 : 72) * kilobits * 1000 / Int(self.rate) + Int(word >> 9 & 1)
        }
    }
}

/// The pages of an Ogg file (RFC 3533) of Opus or Vorbis: the first says the rate, the last one the number of samples.
private enum OggPages {
    static func milliseconds(_ bytes: [UInt8]) -> Int? {
        guard bytes.count > 60, let (rate, skipped) = head(bytes.dropFirst(27 + Int(bytes[26]))) else { return nil }
        // The last page is within the last 64 KiB and some bytes.
        var place = bytes.count - 27
        let first = max(0, bytes.count - 70_000)
        while place >= first {
            if bytes[place...].starts(with: "OggS".utf8) {
                let samples = bytes[place + 6..<place + 14].littleEndian
                if samples != .max {
                    return samples > skipped ? MediaHeader.milliseconds(samples - skipped, perSecond: rate) : nil
                }
            }
            place -= 1
        }
        return nil
    }

    /// Samples a second, and those at the beginning that are not played.
    private static func head(_ packet: ArraySlice<UInt8>) -> (rate: UInt64, skipped: UInt64)? {
        if packet.starts(with: "OpusHead".utf8), packet.count >= 12 {
            return (48000, packet.dropFirst(10).prefix(2).littleEndian)
        }
        if packet.starts(with: [1] + Array("vorbis".utf8)), packet.count >= 16 {
            return (packet.dropFirst(12).prefix(4).littleEndian, 0)
        }
        return nil
    }
}

/// The elements of a WebM file (RFC 8794): the length stands in its information.
private enum WebMElements {
    private static let segment: UInt64 = 0x1853_8067
    private static let information: UInt64 = 0x1549_A966
    private static let scale: UInt64 = 0x2A_D7B1
    private static let duration: UInt64 = 0x4489

    static func milliseconds(_ bytes: [UInt8]) -> Int? {
        guard let segment = content(of: segment, in: bytes[...]), let found = content(of: information, in: segment) else {
            return nil
        }
        let nanoseconds = content(of: scale, in: found)?.prefix(8).bigEndian ?? 1_000_000
        guard let value = content(of: duration, in: found) else { return nil }
        let units: Double
        switch value.count {
        case 4: units = Double(Float(bitPattern: UInt32(truncatingIfNeeded: value.bigEndian)))
        case 8: units = Double(bitPattern: value.bigEndian)
        default: return nil
        }
        let length = units * Double(nanoseconds) / 1_000_000
        return length.isFinite && length >= 0 && length <= Double(MediaHeader.longest) ? Int(length.rounded()) : nil
    }

    /// The content of the first element of that name among neighbours.
    private static func content(of name: UInt64, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var rest = bytes
        for _ in 0..<1000 {
            guard let found = number(&rest, keepsMark: true), let size = number(&rest, keepsMark: false) else { return nil }
            // An element may be as long as what is left.
            let content = size > UInt64(rest.count) ? rest : rest.prefix(Int(size))
            if found == name { return content }
            rest = rest.dropFirst(content.count)
        }
        return nil
    }

    /// A number of one to eight bytes; the first bit that is set says how many.
    private static func number(_ bytes: inout ArraySlice<UInt8>, keepsMark: Bool) -> UInt64? {
        guard let first = bytes.first, first != 0 else { return nil }
        let count = first.leadingZeroBitCount + 1
        guard bytes.count >= count else { return nil }
        var value = bytes.prefix(count).bigEndian
        if !keepsMark {
            let mark = UInt64(1) << UInt64(7 * count)
            // All ones: as long as what is left.
            value = value == 2 * mark - 1 ? .max : value - mark
        }
        bytes = bytes.dropFirst(count)
        return value
    }
}

extension ArraySlice<UInt8> {
    /// At most eight bytes as a number, the first one the greatest.
    fileprivate var bigEndian: UInt64 { prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
    fileprivate var littleEndian: UInt64 { prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) } }
}
