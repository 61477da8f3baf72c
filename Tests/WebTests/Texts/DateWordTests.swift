import Essentials
import Testing

@testable import Web

@Suite("Dates in words")
struct DateWordTests {
    @Test(
        "the dates of a cohort are said in words",
        arguments: [
            ("2026-10-26", "2027-03-12", "du 26 octobre 2026 au 12 mars 2027", "from 26 October 2026 to 12 March 2027"),
            ("2026-08-01", nil, "à partir du 1er août 2026", "from 1 August 2026"),
            (nil, "2026-12-31", "jusqu’au 31 décembre 2026", "until 31 December 2026"), (nil, nil, nil, nil),
        ] as [(String?, String?, String?, String?)])
    func period(_ start: String?, _ end: String?, _ french: String?, _ english: String?) {
        let (start, end) = (start.flatMap { CalendarDay($0) }, end.flatMap { CalendarDay($0) })
        #expect(Words(.french, icons: "").period(from: start, to: end) == french)
        #expect(Words(.english, icons: "").period(from: start, to: end) == english)
    }

    @Test(
        "a number has a comma in French and no useless zeros",
        arguments: [(14.5, "14,5", "14.5"), (3, "3", "3"), (0.125, "0,13", "0.13"), (-2.5, "-2,5", "-2.5"), (0, "0", "0")])
    func number(_ value: Double, _ french: String, _ english: String) {
        #expect(Words(.french, icons: "").number(value) == french)
        #expect(Words(.english, icons: "").number(value) == english)
    }
}
