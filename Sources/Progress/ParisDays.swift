package import Essentials
import Foundation

/// Days of the calendar in Europe/Paris, the clock changes included.
package enum ParisDays {
    private static let zone = TimeZone(identifier: "Europe/Paris") ?? .gmt

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

    private static func offset(at milliseconds: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds) / 1000))) * 1000
    }
}
