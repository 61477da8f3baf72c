import Essentials
import Testing

@testable import Scheduling

@Suite("Wall time and instants")
struct WallClockTests {
    static func time(_ day: String, _ hour: String) throws -> WallTime { try #require(WallTime(day: day, hour: hour)) }

    @Test(
        "an hour is read as people type it",
        arguments: [
            ("09:30", 570), ("9:05", 545), ("9h30", 570), ("9 h 30", 570), ("14h", 840), ("14 H 00", 840), ("0:00", 0),
            ("23:59", 1439),
            ("24:00", nil), ("9:60", nil), ("9", nil), ("9:", nil), ("", nil), ("h", nil), ("-1:00", nil), ("9:3x", nil),
            ("009:00", nil),
        ] as [(String, Int?)])
    func typed(_ text: String, _ minute: Int?) {
        #expect(WallTime.minute(text) == minute)
    }

    @Test(
        "days and hours in Paris are the instants they should be",
        arguments: [
            ("2026-01-15", "14:00", 1_768_482_000), ("2026-07-15", "14:00", 1_784_116_800), ("1976-03-28", "00:30", 196_817_400),
            ("2026-12-31", "23:59", 1_798_757_940),
        ])
    func known(_ day: String, _ hour: String, _ seconds: Int64) throws {
        #expect(WallZone.paris.instant(try Self.time(day, hour)).milliseconds == seconds * 1000)
    }

    @Test("an hour that does not exist is the same time since the change; of one that exists twice the first is meant")
    func clockChanges() throws {
        let gap = WallZone.paris.instant(try Self.time("2026-03-29", "02:30"))
        #expect(WallZone.paris.wallTime(gap) == (try Self.time("2026-03-29", "03:30")))
        let overlap = WallZone.paris.instant(try Self.time("2026-10-25", "02:30"))
        #expect(overlap.milliseconds == 1_792_888_200_000)
        #expect(WallZone.paris.wallTime(overlap.adding(seconds: 3600)) == (try Self.time("2026-10-25", "02:30")))
    }

    /// Every change of clocks in Europe/Paris, found by looking at every hour of the years.
    static let changes: [CalendarDay] = {
        var days: [CalendarDay] = []
        var day = CalendarDay(trusted: "1976-01-01")
        while day.text < "2038-01-01" {
            let next = day.adding(days: 1)
            if let midnight = WallTime(day, minute: 0), let tomorrow = WallTime(next, minute: 0),
                WallZone.paris.instant(tomorrow).seconds(since: WallZone.paris.instant(midnight)) != 86_400
            {
                days.append(day)
            }
            day = next
        }
        return days
    }()

    @Test("there are two changes a year from 1976 to 2037")
    func count() {
        #expect(Self.changes.count == 124)
        #expect(Set(Self.changes.map(\.year)).count == 62)
    }

    @Test("around every change: there and back, in order, and a duration is time that passes", arguments: changes)
    func aroundChange(_ day: CalendarDay) throws {
        var last: Instant?
        for minute in stride(from: 0, to: 1440, by: 5) {
            let wall = try #require(WallTime(day, minute: minute))
            let instant = WallZone.paris.instant(wall)
            let back = WallZone.paris.wallTime(instant)
            // There and back, but for the hour that does not exist: then it is an hour later.
            #expect(
                back == wall || (day.month < 7 && back.day == wall.day && back.minute == wall.minute + 60), "\(day) \(minute)")
            if let last { #expect(instant >= last || day.month < 7) }
            last = instant
            let plan = SessionPlan(kind: .virtual, title: "x", start: wall, duration: 180)
            #expect(plan.endsAt.seconds(since: plan.startsAt) == 180 * 60)
        }
    }

    @Test("zones of people are known, offsets and inventions are not")
    func zones() {
        #expect(WallZone("Europe/Paris") == .paris && WallZone("Indian/Reunion") != nil && WallZone("UTC") != nil)
        for name in ["", "Paris", "Europe/Nowhere", "GMT+2", "CEST", "+02:00", "../etc/passwd"] {
            #expect(WallZone(name) == nil, "\(name)")
        }
    }
}
