package import Essentials

/// The periods of signing, which an installation may set.
package struct AttendanceRules: Sendable, Hashable {
    /// Minutes before the beginning of a half-day from which one signs.
    package var opensBefore: Int
    /// Minutes after its end until which one signs without a reason.
    package var closesAfter: Int

    package init(opensBefore: Int = 15, closesAfter: Int = 30) {
        self.opensBefore = opensBefore
        self.closesAfter = closesAfter
    }

    package static let usual = AttendanceRules()
    package static let range = 0...240
}

/// When a half-day can be signed, by the server's clock. Pure.
package struct SigningWindow: Sendable, Hashable {
    package enum Standing: String, Sendable, Hashable, Codable {
        case notYet = "not-yet"
        case open
        /// With a reason.
        case late
        /// The day is over: who was there says so to the trainer.
        case over
    }

    package let opensAt: Instant
    /// From here on a reason is asked for.
    package let closesAt: Instant
    /// From here on nobody signs: the end of the day in the session's zone, or `closesAt` where that is later.
    package let endsAt: Instant

    package init(_ half: HalfDay, zone: WallZone, rules: AttendanceRules = .usual) {
        let midnight = { (day: CalendarDay) in WallTime(day, minute: 0).map(zone.instant) }
        let early = half.startsAt.adding(seconds: -Int64(rules.opensBefore) * 60)
        opensAt = midnight(half.day).map { max(early, $0) } ?? early
        let closing = half.endsAt.adding(seconds: Int64(rules.closesAfter) * 60)
        closesAt = closing
        endsAt = midnight(half.day.adding(days: 1)).map { max(closing, $0) } ?? closing
    }

    package func standing(at now: Instant) -> Standing {
        if now < opensAt { return .notYet }
        if now < closesAt { return .open }
        return now < endsAt ? .late : .over
    }
}
