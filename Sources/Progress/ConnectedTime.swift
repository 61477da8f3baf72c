import Essentials

/// When somebody was there: seconds, each counted once whatever says so and how often. Parts that touch, or nearly, are one.
///
/// What it holds does not depend on the order in which parts came, nor on how often: it is a union in which gaps of at most ``joined`` seconds
/// are closed.
package struct ConnectedTime: Sendable, Hashable {
    /// Heartbeats do not meet to the second.
    package static let joined = 5
    /// A device that says that something happened longer ago has a clock that is not to be believed, or kept its events for too long.
    package static let believed: Int64 = 7 * 86_400_000

    /// In order; seconds since 1970.
    private(set) var parts: [Range<Int>] = []
    /// Seconds of all parts.
    package private(set) var seconds = 0

    package init() {}

    /// Adds a part.
    /// - Returns: by how many seconds there are more now.
    @discardableResult
    package mutating func add(_ part: Range<Int>) -> Int {
        guard !part.isEmpty else { return 0 }
        let before = seconds
        var merged = part
        // What lies before it and does not reach it; most parts are added at the end.
        var first = parts.count
        while first > 0, parts[first - 1].upperBound + Self.joined >= part.lowerBound { first -= 1 }
        var last = first
        while last < parts.count, parts[last].lowerBound <= merged.upperBound + Self.joined {
            merged = min(merged.lowerBound, parts[last].lowerBound)..<max(merged.upperBound, parts[last].upperBound)
            seconds -= parts[last].count
            last += 1
        }
        parts.replaceSubrange(first..<last, with: [merged])
        seconds += merged.count
        return seconds - before
    }

    /// When a heartbeat says that somebody was there: the seconds before it happened. It cannot have happened after it arrived; one that says
    /// that it happened long before happened when it arrived.
    package static func part(of recorded: RecordedEvent) -> Range<Int>? {
        guard recorded.event.kind == .heartbeat, let seconds = recorded.event.seconds else { return nil }
        let (said, arrived) = (recorded.event.occurredAt.milliseconds, recorded.receivedAt.milliseconds)
        let end = Int((said > arrived || said < arrived - believed ? arrived : said) / 1000)
        return end - seconds..<end
    }

    /// A part cut at midnight, Europe/Paris.
    static func byDay(_ part: Range<Int>) -> [(day: CalendarDay, part: Range<Int>)] {
        var days: [(day: CalendarDay, part: Range<Int>)] = []
        var rest = part
        while !rest.isEmpty {
            let day = ParisDays.day(of: Instant(milliseconds: Int64(rest.lowerBound) * 1000))
            let end = min(rest.upperBound, Int(ParisDays.end(day).milliseconds / 1000))
            days.append((day, rest.lowerBound..<end))
            rest = end..<rest.upperBound
        }
        return days
    }
}

extension ConnectedTime {
    /// The parts as the database keeps them: `tm5k2s+1e,…`, the first second and the length of each, both in base 36.
    package var text: String {
        parts.map { String($0.lowerBound, radix: 36) + "+" + String($0.count, radix: 36) }.joined(separator: ",")
    }

    /// Reads ``text``.
    /// - Returns: `nil` for anything else.
    package init?(_ text: String) {
        for piece in text.utf8.split(separator: UInt8(ascii: ",")) {
            let numbers = piece.split(separator: UInt8(ascii: "+"))
            guard numbers.count == 2, let first = Int(Substring(numbers[0]), radix: 36),
                let count = Int(Substring(numbers[1]), radix: 36), count > 0, (parts.last?.upperBound ?? .min) < first
            else { return nil }
            parts.append(first..<first + count)
            seconds += count
        }
    }
}
