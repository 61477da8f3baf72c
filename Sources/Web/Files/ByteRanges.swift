import Essentials
import HTTPTypes

/// Which bytes of a file a request asks for (RFC 9110, section 14).
enum ByteRanges: Hashable, Sendable {
    /// All of them: nothing else was asked for, or not in a way that can be served.
    case whole
    /// These parts, in the order in which they were asked for: at least one, each within the file and not empty.
    case parts([Range<Int>])
    /// Parts that all begin beyond the end.
    case unsatisfiable

    /// More parts than this, and the whole file is sent: nobody who plays a film asks for so many.
    static let mostParts = 16

    /// - Parameters:
    ///   - size: of the file, in bytes.
    ///   - tag: the file's strong entity tag, which `If-Range` must hold for parts to be sent.
    init(_ headers: HTTPFields, size: Int, tag: String) {
        guard let header = headers[.range] else {
            self = .whole
            return
        }
        // A date cannot match: files have none. A weak tag cannot either.
        if let condition = headers[.ifRange], condition.trimmingSpaces() != tag {
            self = .whole
            return
        }
        self.init(header, size: size)
    }

    /// - Parameter header: the value of `Range`.
    init(_ header: String, size: Int) {
        self = .whole
        guard size > 0, let equals = header.firstIndex(of: "="),
            header[..<equals].trimmingSpaces().lowercased() == "bytes"
        else { return }
        var parts: [Range<Int>] = []
        var count = 0
        for piece in header[header.index(after: equals)...].split(separator: ",", omittingEmptySubsequences: false) {
            let specifier = piece.trimmingSpaces()
            // Empty elements of a list are passed over (RFC 9110, section 5.6.1).
            if specifier.isEmpty { continue }
            count += 1
            switch Specifier(specifier) {
            case .malformed: return
            case .from(let first, let last) where first < size: parts.append(first..<(min(last, size - 1) + 1))
            case .suffix(let length) where length > 0: parts.append(max(0, size - length)..<size)
            case .from, .suffix: break
            }
        }
        if count == 0 || count > Self.mostParts { return }
        // Parts that together are more than the file cost more than the file.
        if parts.count > 1, parts.reduce(0, { $0 + $1.count }) > size { return }
        self = parts.isEmpty ? .unsatisfiable : .parts(parts)
    }

    private enum Specifier {
        case from(Int, Int)
        case suffix(Int)
        case malformed

        init(_ text: String) {
            let sides = text.split(separator: "-", omittingEmptySubsequences: false)
            self = .malformed
            guard sides.count == 2 else { return }
            switch (Self.number(sides[0]), Self.number(sides[1])) {
            case (.some(let first), .some(let last)): if first <= last { self = .from(first, last) }
            case (.some(let first), nil): if sides[1].isEmpty { self = .from(first, .max - 1) }
            case (nil, .some(let length)): if sides[0].isEmpty { self = .suffix(length) }
            case (nil, nil): break
            }
        }

        /// Digits only; a number beyond what a file can have stands for the largest.
        private static func number(_ text: Substring) -> Int? {
            guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            return min(Int(text) ?? .max, .max - 1)
        }
    }
}
