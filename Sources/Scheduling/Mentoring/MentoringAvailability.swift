package import Accounts
package import Essentials

/// When a mentor or a tutor can be met: every week on one day, or once. Cut into meetings of one length.
package struct MentoringAvailability: Sendable, Hashable {
    /// The days on which it holds.
    package enum Days: Sendable, Hashable {
        /// Every week, 0 for Monday; public holidays are left out.
        case weekly(Int, from: CalendarDay, through: CalendarDay?)
        case once(CalendarDay)
    }

    package let id: Identifier<MentoringAvailability>
    package let host: Identifier<Person>
    package var days: Days
    /// Minutes since midnight, on the wall.
    package var opens: Int
    package var closes: Int
    package var zone: WallZone
    /// Minutes of a meeting.
    package var length: Int
    package var place: String?
    package var link: String?
    /// Days on which it does not hold.
    package var exceptions: Set<CalendarDay>

    package init(
        id: Identifier<MentoringAvailability>, host: Identifier<Person>, days: Days, opens: Int, closes: Int,
        zone: WallZone = .paris, length: Int = 30, place: String? = nil, link: String? = nil, exceptions: Set<CalendarDay> = []
    ) {
        self.id = id
        self.host = host
        self.days = days
        self.opens = opens
        self.closes = closes
        self.zone = zone
        self.length = length
        self.place = place
        self.link = link
        self.exceptions = exceptions
    }

    /// Everything begins and ends on a quarter of an hour: two meetings that overlap share one.
    package static let step = 15
    package static let lengths = [15, 30, 45, 60, 90]
    /// How many one person may have.
    package static let most = 20

    /// As it may be kept: texts trimmed, what is empty left out.
    /// - throws: ``MentoringError/invalid(_:)`` with everything that is wrong.
    package func checked() throws(MentoringError) -> MentoringAvailability {
        var problems: [MentoringProblem] = []
        var kept = self
        kept.place = Self.cleaned(place)
        kept.link = Self.cleaned(link)
        let day = 0...1440
        if !day.contains(opens) || opens % Self.step != 0 { problems.append(.opens) }
        if !day.contains(closes) || closes % Self.step != 0 || closes < opens + length { problems.append(.closes) }
        if !Self.lengths.contains(length) { problems.append(.length) }
        if case .weekly(let weekday, let first, let last) = days {
            if !(0..<7).contains(weekday) { problems.append(.weekday) }
            if let last, last < first { problems.append(.lastDay) }
        }
        if kept.place == nil, kept.link == nil { problems.append(.nowhere) }
        if let link = kept.link, !SessionPlan.isRoomAddress(link) { problems.append(.link) }
        if [kept.place, kept.link].compactMap(\.self).contains(where: { $0.unicodeScalars.count > 500 || $0.utf8.contains(0) }) {
            problems.append(.place)
        }
        if !problems.isEmpty { throw .invalid(problems) }
        return kept
    }

    static func cleaned(_ text: String?) -> String? {
        text.flatMap { $0.trimmingSpaces().isEmpty ? nil : $0.trimmingSpaces() }
    }

    /// What can be booked of it and begins between two moments, in the order of time; nobody has looked yet at what is taken.
    package func slots(from start: Instant, until end: Instant) -> [MentoringSlot] {
        guard start < end else { return [] }
        let first = zone.wallTime(start).day.adding(days: -1)
        let last = zone.wallTime(end).day.adding(days: 1)
        var slots: [MentoringSlot] = []
        for day in days(from: first, through: last) {
            for minute in stride(from: opens, through: closes - length, by: length) {
                guard let wall = WallTime(day, minute: minute) else { continue }
                let startsAt = zone.instant(wall)
                // An hour that the change of clocks skips is no hour for a meeting.
                guard startsAt >= start, startsAt < end, zone.wallTime(startsAt) == wall else { continue }
                slots.append(
                    MentoringSlot(
                        host: host, start: wall, zone: zone, length: length, startsAt: startsAt, place: place, link: link))
            }
        }
        return slots
    }

    private func days(from first: CalendarDay, through last: CalendarDay) -> [CalendarDay] {
        switch days {
        case .once(let day): return (first...last).contains(day) && !exceptions.contains(day) ? [day] : []
        case .weekly(let weekday, let begins, let ends):
            let from = max(first, begins)
            let through = ends.map { min(last, $0) } ?? last
            guard from <= through else { return [] }
            let next = from.ordinal + (weekday - DayNumber.weekday(from.ordinal) + 7) % 7
            return stride(from: next, through: through.ordinal, by: 7).map { CalendarDay(ordinal: $0) }
                .filter { !exceptions.contains($0) && !WorkingDays.holidays(of: $0.year).contains($0) }
        }
    }
}

/// A meeting that could be booked.
package struct MentoringSlot: Sendable, Hashable {
    package let host: Identifier<Person>
    package let start: WallTime
    package let zone: WallZone
    /// Minutes.
    package let length: Int
    package let startsAt: Instant
    package let place: String?
    package let link: String?

    package var endsAt: Instant { startsAt.adding(seconds: Int64(length) * 60) }

    /// The quarters of an hour, counted from 1970, that it takes.
    package var quarters: [Int64] { Self.quarters(startsAt, endsAt) }

    static func quarters(_ start: Instant, _ end: Instant) -> [Int64] {
        let unit: Int64 = 15 * 60 * 1000
        return Array(start.milliseconds / unit..<(end.milliseconds + unit - 1) / unit)
    }
}

extension Sequence where Element == MentoringAvailability {
    /// What can be booked of several availabilities and begins between two moments, in the order of time, each moment once.
    package func slots(from start: Instant, until end: Instant) -> [MentoringSlot] {
        var seen: Set<Instant> = []
        return flatMap { $0.slots(from: start, until: end) }.sorted { ($0.startsAt, $0.length) < ($1.startsAt, $1.length) }
            .filter { seen.insert($0.startsAt).inserted }
    }
}
