/// A text file of the course: valid UTF-8 without NUL, and where its lines begin.
struct SourceText: Sendable {
    /// Path in the course folder.
    let file: String
    /// The whole file, without a byte order mark.
    let bytes: [UInt8]
    /// Offset of the first byte of each line. Lines end with LF, CR LF or CR.
    let lineStarts: [Int]

    init(file: String, bytes: [UInt8]) {
        self.file = file
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        self.bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
        var starts = [0]
        starts.reserveCapacity(self.bytes.count / 32 + 1)
        self.bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                let byte = buffer[index]
                index += 1
                if byte > 0x0D { continue }
                if byte == 0x0A || (byte == 0x0D && !(index < buffer.count && buffer[index] == 0x0A)) { starts.append(index) }
            }
        }
        lineStarts = starts
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The bytes of a line, without its end; empty when there is no such line.
    func line(_ number: Int) -> ArraySlice<UInt8> {
        guard number >= 1, number <= lineStarts.count else { return [] }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return bytes[start..<end]
    }

    /// Where a byte stands.
    func position(offset: Int) -> SourcePosition {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return position(line: low + 1, byteColumn: offset - lineStarts[low] + 1)
    }

    /// Turns a column counted in bytes, from 1, into one counted in Unicode scalars.
    func position(line: Int, byteColumn: Int) -> SourcePosition {
        let before = self.line(line).prefix(max(0, byteColumn - 1))
        return SourcePosition(line: max(1, line), column: 1 + before.count { $0 & 0xC0 != 0x80 })
    }

    /// The byte offset, in its line, of a column counted in Unicode scalars.
    func byteColumn(of position: SourcePosition) -> Int {
        var scalars = 0
        for (index, byte) in line(position.line).enumerated() where byte & 0xC0 != 0x80 {
            scalars += 1
            if scalars == position.column { return index + 1 }
        }
        return line(position.line).count + 1
    }
}

extension SourceText {
    /// What makes the bytes not a text: the first place that is not UTF-8, each line with a NUL, each line with another
    /// control character.
    var defects: [(finding: Finding, position: SourcePosition)] {
        if let offset = firstInvalidByte { return [(.invalidUTF8(bytes[offset]), position(offset: offset))] }
        let isPlain = bytes.withUnsafeBufferPointer { buffer in
            buffer.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        }
        if isPlain { return [] }
        var found: [(Finding, SourcePosition)] = []
        var lastLine = 0
        for (offset, byte) in bytes.enumerated()
        where byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F {
            let position = position(offset: offset)
            if position.line == lastLine { continue }
            lastLine = position.line
            found.append((byte == 0 ? .nulByte : .controlCharacter(UInt32(byte)), position))
        }
        return found
    }

    private var firstInvalidByte: Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
        return min(offset, bytes.count - 1)
    }
}
