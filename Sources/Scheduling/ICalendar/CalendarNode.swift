import CLibICal
import Essentials

/// A component of an iCalendar object (RFC 5545) while it is put together by libical, which escapes and folds.
///
/// What is added belongs to the component that it is added to; the outermost one is given up with ``finished()``.
struct CalendarNode {
    private let component: OpaquePointer?

    init(_ kind: icalcomponent_kind) {
        component = icalcomponent_new(kind)
    }

    func add(_ node: CalendarNode) { icalcomponent_add_component(component, node.component) }

    /// - Parameter parameters: in their order.
    func add(_ property: OpaquePointer?, _ parameters: OpaquePointer?...) {
        guard let property else { return }
        for parameter in parameters { if let parameter { icalproperty_add_parameter(property, parameter) } }
        icalcomponent_add_property(component, property)
    }

    /// A text of people, without the characters that no calendar holds; nothing when it is empty.
    func add(_ text: String?, _ make: (UnsafePointer<CChar>?) -> OpaquePointer?) {
        let clean = String(
            String.UnicodeScalarView((text ?? "").unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" }))
        if !clean.isEmpty { add(make(clean)) }
    }

    /// The object as text, with lines that end as the standard says; everything is freed.
    func finished() -> [UInt8] {
        defer { icalcomponent_free(component) }
        guard let text = icalcomponent_as_ical_string_r(component) else { return [] }
        defer { icalmemory_free_buffer(text) }
        return Array(String(cString: text).utf8)
    }
}

extension icaltimetype {
    /// A wall time, of no zone: the zone stands in a parameter.
    init(_ wall: WallTime) {
        self = icaltime_null_time()
        (year, month, day) = (Int32(wall.day.year), Int32(wall.day.month), Int32(wall.day.day))
        (hour, minute, second) = (Int32(wall.minute / 60), Int32(wall.minute % 60), 0)
        is_date = 0
    }

    /// A moment, in UTC, to the second.
    init(_ instant: Instant) {
        self = icaltime_from_timet_with_zone(time_t(instant.milliseconds / 1000), 0, icaltimezone_get_utc_timezone())
    }

    /// The day and the minute that it says, whatever its zone; `nil` when it says none.
    var wall: WallTime? {
        guard icaltime_is_null_time(self) == 0, icaltime_is_valid_time(self) != 0,
            let day = CalendarDay(Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(self.day, 2))
        else { return nil }
        return WallTime(day, minute: is_date != 0 ? 0 : Int(hour) * 60 + Int(minute))
    }

    private static func padded(_ number: Int32, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
