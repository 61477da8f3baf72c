/// The lines of a YAML file that say what an activity is, without its questions, scenes and cards: all that is read again of a file
/// whose body is known.
enum HeadLines {
    private static let bodies = ["questions:", "scenes:", "cards:"].map { Array($0.utf8) }

    /// The file with empty lines in the place of the bodies, so that every line keeps its number.
    static func of(_ source: SourceText) -> [UInt8] {
        var result: [UInt8] = []
        var isBody = false
        for index in source.lineStarts.indices {
            let start = source.lineStarts[index]
            let end = index + 1 < source.lineStarts.count ? source.lineStarts[index + 1] : source.bytes.count
            let line = source.bytes[start..<end]
            // A key of the file begins in the first column.
            if let first = line.first, first | 0x20 >= UInt8(ascii: "a"), first | 0x20 <= UInt8(ascii: "z") {
                isBody = bodies.contains { line.starts(with: $0) }
            }
            if isBody {
                result.append(UInt8(ascii: "\n"))
            } else {
                result.append(contentsOf: line)
            }
        }
        return result
    }
}
