import CLibICal
package import Essentials

/// What a calendar file (RFC 5545) of another program says of classes: each date of its events by itself, repetitions and their exceptions
/// followed.
package struct CalendarFile: Sendable {
    /// One date of an event.
    package struct Event: Sendable, Hashable {
        package var uid: String
        /// The date that the repetition gave it, `2026-11-24T09:30`, when it is one of several.
        package var recurrence: String?
        package var title: String
        package var start: WallTime
        package var zone: WallZone
        /// Minutes.
        package var duration: Int
        package var place: String?
        package var link: String?
        package var notes: String?
        package var kind: SessionKind?
        package var isCancelled: Bool
    }

    /// An event, or a date of it, that cannot be taken.
    package struct Refused: Sendable, Hashable {
        package var title: String
        package var problem: CalendarProblem
    }

    /// In the order of time.
    package internal(set) var events: [Event] = []
    package internal(set) var refused: [Refused] = []

    /// Of the property that keeps what kind of session it is, over an export and an import.
    static let kindName = "X-REBOND-KIND"

    package static let largest = 4 << 20
    static let mostEvents = 5_000
    /// Dates of all repetitions together.
    static let mostDates = 5_000
    private static let deepest = 6

    /// Reads a file.
    /// - Parameter last: the last day of repetitions that go on for ever.
    /// - throws: ``CalendarFault``.
    package init(_ bytes: [UInt8], until last: CalendarDay? = nil) throws(CalendarFault) {
        guard bytes.count <= Self.largest else { throw .tooLarge }
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        try Self.look(at: text)
        guard let root = icalparser_parse_string(text) else { throw .notACalendar }
        defer { icalcomponent_free(root) }
        let found = Self.found(in: root)
        guard !found.calendars.isEmpty else { throw .notACalendar }
        for component in found.others {
            refused.append(Refused(title: component.title, problem: .notAnEvent))
        }
        read(found.events, until: last)
        events.sort {
            ($0.zone.instant($0.start), $0.title, $0.uid) < ($1.zone.instant($1.start), $1.title, $1.uid)
        }
    }

    /// What libical would take apart one inside the other, or one after the other, without an end.
    private static func look(at text: String) throws(CalendarFault) {
        var (depth, events) = (0, 0)
        var hasBegin = false
        for line in text.split(whereSeparator: \.isNewline) {
            let head = line.prefix(16).uppercased()
            if head.hasPrefix("BEGIN:") {
                hasBegin = hasBegin || head.hasPrefix("BEGIN:VCALENDAR")
                depth += 1
                events += 1
                if depth > deepest { throw .notACalendar }
                if events > mostEvents * 3 { throw .tooManyEvents }
            } else if head.hasPrefix("END:") {
                depth -= 1
            }
        }
        guard hasBegin else { throw .notACalendar }
    }

    private static func found(
        in root: OpaquePointer
    ) -> (calendars: [OpaquePointer], events: [CalendarComponent], others: [CalendarComponent]) {
        var calendars: [OpaquePointer] = []
        var (events, others): ([CalendarComponent], [CalendarComponent]) = ([], [])
        if icalcomponent_isa(root) == ICAL_VCALENDAR_COMPONENT {
            calendars = [root]
        } else {
            calendars = CalendarComponent(root).children(ICAL_VCALENDAR_COMPONENT).map(\.pointer)
        }
        for calendar in calendars {
            let component = CalendarComponent(calendar)
            events += component.children(ICAL_VEVENT_COMPONENT)
            others += component.children(ICAL_VTODO_COMPONENT) + component.children(ICAL_VJOURNAL_COMPONENT)
        }
        return (calendars, events, others)
    }

    // MARK: Events

    private mutating func read(_ components: [CalendarComponent], until last: CalendarDay?) {
        // The event and the dates of it that were changed are separate components with one UID.
        var order: [String] = []
        var series: [String: (masters: [CalendarComponent], changed: [CalendarComponent])] = [:]
        for component in components {
            guard let uid = component.text(icalcomponent_get_uid), !uid.isEmpty, uid.utf8.count <= 500 else {
                refused.append(Refused(title: component.title, problem: .noUID))
                continue
            }
            if series[uid] == nil { order.append(uid) }
            if component.property(ICAL_RECURRENCEID_PROPERTY) == nil {
                series[uid, default: ([], [])].masters.append(component)
            } else {
                series[uid, default: ([], [])].changed.append(component)
            }
        }
        for uid in order {
            guard let parts = series[uid] else { continue }
            if parts.masters.count > 1 {
                refused.append(Refused(title: parts.masters[0].title, problem: .sameUID))
                continue
            }
            do throws(CalendarProblem) {
                try add(uid, parts.masters.first, parts.changed, until: last)
            } catch {
                refused.append(Refused(title: (parts.masters + parts.changed)[0].title, problem: error))
            }
        }
    }

    private mutating func add(
        _ uid: String, _ master: CalendarComponent?, _ changed: [CalendarComponent], until last: CalendarDay?
    ) throws(CalendarProblem) {
        var dates: [(recurrence: Instant, event: Event)] = []
        if let master {
            let event = try master.event(uid: uid)
            guard let starts = try CalendarSeries(master, event: event).starts(until: last, atMost: Self.mostDates - events.count)
            else {
                // An event by itself.
                events.append(event)
                return
            }
            dates = starts.map { start in
                var one = event
                one.start = start
                one.recurrence = start.day.text + "T" + start.hourText
                return (event.zone.instant(start), one)
            }
        }
        for component in changed {
            do throws(CalendarProblem) {
                var event = try component.event(uid: uid)
                guard let place = component.property(ICAL_RECURRENCEID_PROPERTY),
                    icalproperty_get_first_parameter(place, ICAL_RANGE_PARAMETER) == nil
                else { throw .changesTheRest }
                let zone = dates.first?.event.zone ?? event.zone
                let moment = try component.moment(place, icalproperty_get_recurrenceid(place), otherwise: zone)
                let wall = zone.wallTime(moment)
                event.recurrence = wall.day.text + "T" + wall.hourText
                if let index = dates.firstIndex(where: { $0.recurrence == moment }) {
                    dates[index].event = event
                } else {
                    dates.append((moment, event))
                }
            } catch {
                refused.append(Refused(title: component.title, problem: error))
            }
        }
        events += dates.map(\.event)
        if events.count > Self.mostDates { throw .tooManyDates }
    }
}

/// Why a file is none that can be read.
package enum CalendarFault: Error, Sendable, Hashable, CaseIterable {
    case tooLarge, notUTF8, notACalendar, tooManyEvents
}

/// Why an event cannot be taken.
package enum CalendarProblem: String, Error, Sendable, Hashable, CaseIterable {
    case unreadable, allDay
    case notAnEvent = "not-an-event"
    case noUID = "no-uid"
    case sameUID = "same-uid"
    case noStart = "no-start"
    case unknownZone = "unknown-zone"
    case noDuration = "no-duration"
    case notInMinutes = "not-in-minutes"
    case rule
    case endless
    case tooManyDates = "too-many-dates"
    case changesTheRest = "changes-the-rest"
}
