/// Which parts of a recording were played, in milliseconds from its beginning: apart from each other, in order. Pure.
///
/// What is played twice counts once. Parts that lie less than ``gap`` apart are one: a player tells where it is a few times a second only.
/// The order in which parts are added does not matter.
package struct PlayedTime: Sendable, Hashable {
    /// Milliseconds.
    package static let gap = 250

    package private(set) var parts: [Range<Int>] = []

    package init(_ parts: [Range<Int>] = []) {
        for part in parts { add(part) }
    }

    package mutating func add(_ part: Range<Int>) {
        guard !part.isEmpty else { return }
        // Those that the new part touches stand side by side.
        let first = parts.firstIndex { $0.upperBound + Self.gap >= part.lowerBound } ?? parts.count
        let after = parts[first...].firstIndex { $0.lowerBound > part.upperBound + Self.gap } ?? parts.count
        guard first < after else {
            parts.insert(part, at: first)
            return
        }
        let whole = min(part.lowerBound, parts[first].lowerBound)..<max(part.upperBound, parts[after - 1].upperBound)
        parts.replaceSubrange(first..<after, with: [whole])
    }

    /// How much of the first `length` milliseconds was played.
    package func milliseconds(of length: Int) -> Int {
        parts.reduce(0) { $0 + max(0, min($1.upperBound, length) - min($1.lowerBound, length)) }
    }
}

/// What one event says: which parts of a recording were played, and where one was at the end of them.
package struct PlayedSpan: Sendable, Hashable {
    /// The name of the recording in its lesson.
    package let media: String
    /// In the order in which they were played; the same part may come twice.
    package let parts: [Range<Int>]
    /// Milliseconds.
    package let position: Int

    /// Parts of one event.
    package static let mostParts = 20
    /// Milliseconds of the shortest part that is told.
    package static let shortestPart = 500
    /// The fastest that is believed: what is played faster is not listened to.
    package static let fastest = 2
    /// Milliseconds that clocks and players may be apart.
    package static let slack = 2000
    /// Milliseconds: no recording is longer.
    package static let longest = 24 * 3600 * 1000

    package init(media: String, parts: [Range<Int>], position: Int) {
        self.media = media
        self.parts = parts
        self.position = position
    }

    /// All that was played, what was played twice counted twice.
    var milliseconds: Int { parts.reduce(0) { $0 + $1.count } }

    /// Whether so much can be played in so many seconds, and every number is one of a recording.
    func isPossible(seconds: Int) -> Bool {
        !parts.isEmpty && parts.count <= Self.mostParts && Self.isName(media) && (0...Self.longest).contains(position)
            && parts.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= Self.longest && $0.count >= Self.shortestPart }
            && milliseconds <= Self.fastest * seconds * 1000 + Self.slack
    }

    /// Whether it lies within a recording of this length.
    func fits(length: Int?) -> Bool {
        let end = (length ?? Self.longest) + Self.slack
        return position <= end && parts.allSatisfy { $0.upperBound <= end }
    }

    // MARK: As it is kept in an event

    /// `dock 61000 0-30000,31000-61000`
    package var text: String {
        "\(media) \(position) " + parts.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
    }

    package init?(_ text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, let position = Int(words[1]), let parts = Self.parts(words[2]) else { return nil }
        self.init(media: String(words[0]), parts: parts, position: position)
        // One way to write it only.
        if self.text != text { return nil }
    }

    static func parts(_ text: Substring) -> [Range<Int>]? {
        var parts: [Range<Int>] = []
        for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = piece.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard ends.count == 2, let from = ends[0], let to = ends[1], from < to else { return nil }
            parts.append(from..<to)
        }
        return parts
    }

    static func isName(_ name: String) -> Bool {
        (1...100).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
