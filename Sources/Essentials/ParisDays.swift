import Foundation

/// Days of the calendar in Europe/Paris, the clock changes included.
package enum ParisDays {
    /// The day on which a moment falls.
    package static func day(of instant: Instant) -> CalendarDay { CalendarDay(ordinal: number(of: instant)) }

    /// The number of that day (``CalendarDay/ordinal``).
    package static func number(of instant: Instant) -> Int {
        let local = instant.milliseconds + offset(at: instant.milliseconds)
        return Int((Double(local) / 86_400_000).rounded(.down))
    }

    /// The minute of that day that clocks show, from 0.
    package static func minute(of instant: Instant) -> Int {
        let local = instant.milliseconds + offset(at: instant.milliseconds)
        return Int((local % 86_400_000 + 86_400_000) % 86_400_000) / 60_000
    }

    /// The first moment of a day.
    package static func start(_ day: CalendarDay) -> Instant { start(ofNumber: day.ordinal) }

    /// The first moment after a day.
    package static func end(_ day: CalendarDay) -> Instant { start(ofNumber: day.ordinal + 1) }

    /// The last moment of a day.
    package static func lastMoment(_ day: CalendarDay) -> Instant { Instant(milliseconds: end(day).milliseconds - 1) }

    static func start(ofNumber number: Int) -> Instant {
        // An hour before midnight in UTC it is that midnight or the hour after it in Paris, where clocks never change before two.
        let nearby = Int64(number) * 86_400_000 - 3_600_000
        return Instant(milliseconds: Int64(number) * 86_400_000 - offset(at: nearby))
    }

    /// Milliseconds east of UTC.
    private static func offset(at milliseconds: Int64) -> Int64 {
        ParisOffsets.seconds(atUTC: Int64((Double(milliseconds) / 1000).rounded(.down))) * 1000
    }
}

/// How far the clocks of Europe/Paris are from UTC: what the system's database says, asked once and kept as a table.
package enum ParisOffsets {
    /// Seconds east of UTC.
    package static func seconds(atUTC seconds: Int64) -> Int64 {
        guard years.contains(seconds) else { return asked(seconds) }
        // The last change that is not later: two a year since 1976, so that the place is found by halving.
        var (low, high) = (0, changes.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if changes[middle].since <= seconds { low = middle } else { high = middle }
        }
        return changes[low].offset
    }

    /// The seconds that the table is about: 1970 to 2099.
    private static let years: Range<Int64> = 0..<4_102_444_800

    private static let zone = TimeZone(identifier: "Europe/Paris") ?? .gmt

    private static let changes: [(since: Int64, offset: Int64)] = {
        /// Summer time has never been shorter than five months there, so that no change hides between two looks.
        let step: Int64 = 28 * 86_400
        var found = [(since: years.lowerBound, offset: asked(years.lowerBound))]
        for start in stride(from: years.lowerBound, to: years.upperBound, by: Int64.Stride(step)) {
            let after = asked(start + step)
            if after == found[found.count - 1].offset { continue }
            var (low, high) = (start, start + step)
            while high - low > 1 {
                let middle = (low + high) / 2
                if asked(middle) == after { high = middle } else { low = middle }
            }
            found.append((since: high, offset: after))
        }
        return found
    }()

    private static func asked(_ seconds: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
}
