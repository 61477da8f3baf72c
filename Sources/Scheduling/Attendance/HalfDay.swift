package import Essentials

/// Half a day of a class session: what attendance is signed for.
package struct HalfDay: Sendable, Hashable {
    package enum Part: String, Sendable, Hashable, Codable, CaseIterable {
        case morning, afternoon
    }

    /// On which the session begins.
    package let day: CalendarDay
    package let part: Part
    package let startsAt: Instant
    package let endsAt: Instant

    package init(day: CalendarDay, part: Part, startsAt: Instant, endsAt: Instant) {
        self.day = day
        self.part = part
        self.startsAt = startsAt
        self.endsAt = endsAt
    }

    package var minutes: Int { Int(endsAt.seconds(since: startsAt) / 60) }

    /// Where the morning ends, in minutes since midnight by the clocks of the session's zone.
    package static let noon = 13 * 60
    /// What is shorter on one side of noon belongs to the other side, in minutes.
    package static let shortest = 60
}

extension SessionPlan {
    /// The half-days of a session, in order: one or two.
    ///
    /// Clocks of its zone that show 13:00 part the day on which it begins. A session that goes on over 13:00 has two half-days when each side
    /// is an hour at least; otherwise the short side belongs to the longer one (to the morning where they are equal). What goes on after
    /// midnight belongs to the afternoon on which it began.
    package var halfDays: [HalfDay] {
        let (start, end) = (startsAt, endsAt)
        func half(_ part: HalfDay.Part, _ from: Instant, _ until: Instant) -> HalfDay {
            HalfDay(day: self.start.day, part: part, startsAt: from, endsAt: until)
        }
        guard let wall = WallTime(self.start.day, minute: HalfDay.noon) else { return [half(.morning, start, end)] }
        let noon = zone.instant(wall)
        if end <= noon { return [half(.morning, start, end)] }
        if start >= noon { return [half(.afternoon, start, end)] }
        let (before, after) = (noon.seconds(since: start), end.seconds(since: noon))
        if min(before, after) >= Int64(HalfDay.shortest) * 60 {
            return [half(.morning, start, noon), half(.afternoon, noon, end)]
        }
        return [half(before >= after ? .morning : .afternoon, start, end)]
    }
}
