import CLibICal
import Essentials

/// The dates of an event that repeats (RFC 5545, section 3.8.5): rules, dates added, dates taken away. libical follows the rules on the
/// wall of the event's zone, as people mean them.
struct CalendarSeries {
    private let component: CalendarComponent
    private let event: CalendarFile.Event

    init(_ component: CalendarComponent, event: CalendarFile.Event) {
        self.component = component
        self.event = event
    }

    /// Dates of one rule.
    static let most = 1_000

    /// - Parameters:
    ///   - last: where a rule without an end stops.
    ///   - count: the most dates that there may be.
    /// - Returns: the beginnings in their order; `nil` for an event that does not repeat.
    func starts(until last: CalendarDay?, atMost count: Int) throws(CalendarProblem) -> [WallTime]? {
        let rules = component.properties(ICAL_RRULE_PROPERTY)
        let added = component.properties(ICAL_RDATE_PROPERTY)
        if component.property(ICAL_EXRULE_PROPERTY) != nil { throw .rule }
        if rules.isEmpty, added.isEmpty { return nil }
        var starts: Set<WallTime> = [event.start]
        for rule in rules {
            starts.formUnion(try dates(of: icalproperty_get_rrule(rule), until: last))
            if starts.count > count { throw .tooManyDates }
        }
        for property in added {
            let value = icalproperty_get_rdate(property)
            // A period would have a length of its own.
            guard icaltime_is_null_time(value.time) == 0, value.time.is_date == 0 else { throw .rule }
            starts.insert(event.zone.wallTime(try component.moment(property, value.time, otherwise: event.zone)))
        }
        for property in component.properties(ICAL_EXDATE_PROPERTY) {
            let value = icalproperty_get_exdate(property)
            guard let wall = value.wall else { throw .rule }
            if value.is_date != 0 {
                starts = starts.filter { $0.day != wall.day }
            } else {
                let moment = try component.moment(property, value, otherwise: event.zone)
                starts = starts.filter { event.zone.instant($0) != moment }
            }
        }
        if starts.count > count { throw .tooManyDates }
        return starts.sorted()
    }

    private func dates(of rule: icalrecurrencetype, until last: CalendarDay?) throws(CalendarProblem) -> [WallTime] {
        var rule = rule
        // Of hours, minutes and seconds no class is made, and following them could take for ever.
        guard
            [ICAL_DAILY_RECURRENCE, ICAL_WEEKLY_RECURRENCE, ICAL_MONTHLY_RECURRENCE, ICAL_YEARLY_RECURRENCE].contains(rule.freq),
            rule.rscale == nil, rule.interval >= 1
        else { throw .rule }
        let hasEnd = icaltime_is_null_time(rule.until) == 0
        if rule.count <= 0, !hasEnd, last == nil { throw .endless }
        if hasEnd, icaltime_is_utc(rule.until) != 0 {
            // The end is a moment, and the dates stand on the wall.
            guard let wall = rule.until.wall else { throw .rule }
            rule.until = icaltimetype(event.zone.wallTime(WallZone(trusted: "UTC").instant(wall)))
        }
        if hasEnd, rule.until.is_date != 0 {
            // A day counts to its end.
            rule.until.is_date = 0
            (rule.until.hour, rule.until.minute, rule.until.second) = (23, 59, 59)
        }
        guard let iterator = icalrecur_iterator_new(rule, icaltimetype(event.start)) else { throw .rule }
        defer { icalrecur_iterator_free(iterator) }
        var found: [WallTime] = []
        while case let time = icalrecur_iterator_next(iterator), icaltime_is_null_time(time) == 0 {
            // Beyond what calendars hold there is no class.
            guard let wall = time.wall, wall.day.ordinal - event.start.day.ordinal < 3_700 else { break }
            if let last, wall.day > last { break }
            found.append(wall)
            if found.count > Self.most { throw .tooManyDates }
        }
        return found
    }
}
