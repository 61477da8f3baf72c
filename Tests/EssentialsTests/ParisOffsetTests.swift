import Essentials
import Foundation
import Testing

@Suite("Offsets of Europe/Paris")
struct ParisOffsetTests {
    @Test("Every hour from 1969 to 2101 is as the system's database says")
    func everyHour() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Paris"))
        for seconds in stride(from: Int64(-31_536_000), through: 4_165_516_800, by: 3600) {
            let said = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
            if ParisOffsets.seconds(atUTC: seconds) != said { Issue.record("\(seconds) is \(said) s from UTC") }
        }
    }

    @Test("A change is known to the second", arguments: [(1_774_746_000, 3600, 7200), (1_792_890_000, 7200, 3600)])
    func change(at seconds: Int64, before: Int64, after: Int64) {
        #expect(ParisOffsets.seconds(atUTC: seconds - 1) == before)
        #expect(ParisOffsets.seconds(atUTC: seconds) == after)
    }

    @Test("A day that was trusted and is none has parts all the same", arguments: ["", "2026", "2026-1", "2026-xx-02"])
    func trusted(_ text: String) {
        #expect(CalendarDay(trusted: text).month == 1)
    }
}
