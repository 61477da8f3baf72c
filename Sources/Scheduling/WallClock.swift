package import Essentials
import Foundation

/// A day and an hour as people say them, without a zone: what stands on a wall calendar.
package struct WallTime: Sendable, Hashable, Comparable {
    package let day: CalendarDay
    /// Minutes since midnight, 0 to 1439.
    package let minute: Int

    /// - Returns: `nil` for a minute that is none of a day.
    package init?(_ day: CalendarDay, minute: Int) {
        guard (0..<1440).contains(minute) else { return nil }
        self.day = day
        self.minute = minute
    }

    /// Reads a day and `HH:MM`; « 9 h 30 » and `9h30` too.
    package init?(day: String, hour: String) {
        guard let day = CalendarDay(day), let minute = Self.minute(hour) else { return nil }
        self.init(day, minute: minute)
    }

    /// Minutes since midnight that were typed; `nil` for what is no hour.
    package static func minute(_ typed: String) -> Int? {
        let parts = typed.filter { !$0.isWhitespace }.lowercased().split(
            maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == ":" || $0 == "h" })
        guard parts.count == 2, let hours = number(parts[0]), hours < 24,
            let minutes = parts[1].isEmpty && typed.lowercased().contains("h") ? 0 : number(parts[1]), minutes < 60
        else { return nil }
        return hours * 60 + minutes
    }

    private static func number(_ digits: Substring) -> Int? {
        guard (1...2).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(digits)
    }

    /// `09:30`
    package var hourText: String { "\(Self.two(minute / 60)):\(Self.two(minute % 60))" }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    package static func < (left: Self, right: Self) -> Bool { (left.day, left.minute) < (right.day, right.minute) }
}

/// A zone of the IANA database, by name.
package struct WallZone: Sendable, Hashable {
    package let name: String
    /// `nil` for Europe/Paris, whose offsets are a table.
    private let zone: TimeZone?

    package static let paris = WallZone(trusted: parisName)
    private static let parisName = "Europe/Paris"

    /// - Returns: `nil` for a name that the system's database does not have. Abbreviations and fixed offsets are no zones of people.
    package init?(_ name: String) {
        guard name == "UTC" || name.contains("/"), name.utf8.count <= 64, let zone = TimeZone(identifier: name) else {
            return nil
        }
        self.name = name
        self.zone = name == Self.parisName ? nil : zone
    }

    /// Wraps what the database returned.
    package init(trusted name: String) {
        self.name = name
        zone = name == Self.parisName ? nil : TimeZone(identifier: name) ?? .gmt
    }

    package static func == (left: Self, right: Self) -> Bool { left.name == right.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// The moment at which clocks of the zone show a wall time.
    ///
    /// The policy where clocks change: an hour that does not exist (the night of March) is read as the same time since the change, so that
    /// 2:30 is 3:30; of an hour that exists twice (the night of October) the first one is meant.
    package func instant(_ wall: WallTime) -> Instant {
        let seconds = Int64(wall.day.ordinal) * 86_400 + Int64(wall.minute) * 60
        let before = offset(atUTC: seconds - 86_400)
        let after = offset(atUTC: seconds + 86_400)
        for offset in [max(before, after), min(before, after)] where self.offset(atUTC: seconds - offset) == offset {
            return Instant(milliseconds: (seconds - offset) * 1000)
        }
        return Instant(milliseconds: (seconds - before) * 1000)
    }

    /// What clocks of the zone show at a moment, to the minute.
    package func wallTime(_ instant: Instant) -> WallTime {
        let utc = Int64((Double(instant.milliseconds) / 1000).rounded(.down))
        let local = utc + offset(atUTC: utc)
        let days = Int64((Double(local) / 86_400).rounded(.down))
        let minute = Int((local - days * 86_400) / 60)
        let day = CalendarDay(ordinal: Int(days))
        return WallTime(day, minute: minute) ?? .init(trusted: day, minute: 0)
    }

    /// Seconds east of UTC.
    func offset(atUTC seconds: Int64) -> Int64 {
        guard let zone else { return ParisOffsets.seconds(atUTC: seconds) }
        return Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }

    func isSummer(atUTC seconds: Int64) -> Bool {
        (zone ?? TimeZone(identifier: name) ?? .gmt).isDaylightSavingTime(for: Date(timeIntervalSince1970: Double(seconds)))
    }
}

extension WallTime {
    fileprivate init(trusted day: CalendarDay, minute: Int) {
        self.day = day
        self.minute = minute
    }
}
