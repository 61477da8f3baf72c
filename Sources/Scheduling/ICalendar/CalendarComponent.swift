import CLibICal
import Essentials

/// A component that libical read. It is good as long as the object that it stands in.
struct CalendarComponent {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    func children(_ kind: icalcomponent_kind) -> [CalendarComponent] {
        var found: [CalendarComponent] = []
        var child = icalcomponent_get_first_component(pointer, kind)
        while let component = child {
            found.append(CalendarComponent(component))
            child = icalcomponent_get_next_component(pointer, kind)
        }
        return found
    }

    func property(_ kind: icalproperty_kind) -> OpaquePointer? { icalcomponent_get_first_property(pointer, kind) }

    func properties(_ kind: icalproperty_kind) -> [OpaquePointer] {
        var found: [OpaquePointer] = []
        var next = icalcomponent_get_first_property(pointer, kind)
        while let property = next {
            found.append(property)
            next = icalcomponent_get_next_property(pointer, kind)
        }
        return found
    }

    func text(_ get: (OpaquePointer?) -> UnsafePointer<CChar>?) -> String? { get(pointer).map { String(cString: $0) } }

    var title: String { Self.line(text(icalcomponent_get_summary) ?? "", atMost: 200) }

    private static func line(_ text: String, atMost count: Int) -> String {
        String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(count))
    }

    // MARK: An event

    /// The event, its repetition apart.
    func event(uid: String) throws(CalendarProblem) -> CalendarFile.Event {
        // What libical could not read of it: better nothing than half an event.
        if property(ICAL_XLICERROR_PROPERTY) != nil { throw .unreadable }
        guard let start = property(ICAL_DTSTART_PROPERTY) else { throw .noStart }
        let time = icalproperty_get_dtstart(start)
        if time.is_date != 0 { throw .allDay }
        guard let wall = time.wall else { throw .noStart }
        var zone = try self.zone(of: start, time)
        var begin = wall
        if icaltime_is_utc(time) != 0 {
            // UTC is nobody's wall: it is read where the classes are.
            zone = .paris
            begin = zone.wallTime(WallZone(trusted: "UTC").instant(wall))
        }
        let address = text(icalcomponent_get_location)
        let link = [conference, url, address].compactMap(\.self).first {
            SessionPlan.isRoomAddress($0) || MadeRoom(link: $0) != nil
        }
        return CalendarFile.Event(
            uid: uid, recurrence: nil, title: title, start: begin, zone: zone,
            duration: try duration(from: begin, zone), place: address.flatMap { $0 == link || $0.isEmpty ? nil : $0 }, link: link,
            notes: text(icalcomponent_get_description), kind: kind,
            isCancelled: icalcomponent_get_status(pointer) == ICAL_STATUS_CANCELLED)
    }

    private var url: String? {
        property(ICAL_URL_PROPERTY).flatMap { icalproperty_get_url($0) }.map { String(cString: $0) }
    }

    /// `CONFERENCE` of RFC 7986.
    private var conference: String? {
        property(ICAL_CONFERENCE_PROPERTY).flatMap { icalproperty_get_conference($0) }.map { String(cString: $0) }
    }

    private var kind: SessionKind? {
        properties(ICAL_X_PROPERTY).first { icalproperty_get_x_name($0).map { String(cString: $0) } == CalendarFile.kindName }
            .flatMap { icalproperty_get_x($0) }.flatMap { SessionKind(rawValue: String(cString: $0)) }
            .flatMap { SessionKind.planned.contains($0) ? $0 : nil }
    }

    /// Minutes: what the event says, or what is between its two moments.
    private func duration(from begin: WallTime, _ zone: WallZone) throws(CalendarProblem) -> Int {
        let seconds: Int64
        if let property = property(ICAL_DURATION_PROPERTY) {
            seconds = Int64(icaldurationtype_as_int(icalproperty_get_duration(property)))
        } else if let end = property(ICAL_DTEND_PROPERTY) {
            seconds = try moment(end, icalproperty_get_dtend(end), otherwise: zone).seconds(since: zone.instant(begin))
        } else {
            throw .noDuration
        }
        guard seconds % 60 == 0 else { throw .notInMinutes }
        guard seconds > 0, seconds < 100 * 86_400 else { throw .noDuration }
        return Int(seconds / 60)
    }

    // MARK: Moments

    /// The moment that a value says: in UTC, in the zone that its parameter names, otherwise in the event's own.
    func moment(_ property: OpaquePointer, _ time: icaltimetype, otherwise zone: WallZone) throws(CalendarProblem) -> Instant {
        guard let wall = time.wall else { throw .unreadable }
        if icaltime_is_utc(time) != 0 { return WallZone(trusted: "UTC").instant(wall) }
        let named = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER) != nil
        return try (named ? self.zone(of: property, time) : zone).instant(wall)
    }

    /// The zone that a property names; Paris for a time of no zone.
    private func zone(of property: OpaquePointer, _ time: icaltimetype) throws(CalendarProblem) -> WallZone {
        guard let parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER),
            let text = icalparameter_get_tzid(parameter)
        else { return .paris }
        let name = String(cString: text)
        if let zone = WallZone(name) { return zone }
        // `/citadel.org/20210210_1/Europe/Paris`, and the names that Windows has.
        let parts = name.split(separator: "/")
        for count in [2, 3] where parts.count > count {
            if let zone = WallZone(parts.suffix(count).joined(separator: "/")) { return zone }
        }
        guard let known = Self.windows[name].flatMap({ WallZone($0) }) else { throw .unknownZone }
        return known
    }

    /// Of the Unicode consortium's table, what is around here and where French is spoken.
    private static let windows = [
        "Romance Standard Time": "Europe/Paris", "W. Europe Standard Time": "Europe/Berlin",
        "Central Europe Standard Time": "Europe/Budapest", "Central European Standard Time": "Europe/Warsaw",
        "GMT Standard Time": "Europe/London", "E. Europe Standard Time": "Europe/Chisinau", "UTC": "UTC",
        "Eastern Standard Time": "America/New_York", "SA Western Standard Time": "America/La_Paz",
        "SA Eastern Standard Time": "America/Cayenne", "Mauritius Standard Time": "Indian/Mauritius",
        "E. Africa Standard Time": "Africa/Nairobi", "Central Pacific Standard Time": "Pacific/Guadalcanal",
        "W. Central Africa Standard Time": "Africa/Lagos", "Morocco Standard Time": "Africa/Casablanca",
    ]
}
