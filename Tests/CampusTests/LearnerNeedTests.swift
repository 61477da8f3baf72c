import Essentials
import Progress
import Scheduling
import Testing
import Tutoring

@testable import Campus

@Suite("What to do next for a learner")
struct LearnerNeedTests {
    /// Tuesday 24 November 2026, as « mardi 10:00 » has it; days count from Monday the 23rd.
    private static func at(_ text: String) -> Instant {
        let parts = text.split(separator: " ")
        let days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
        let week = parts.count > 2 ? 7 : 0
        guard parts.count > 1, let day = days.firstIndex(of: String(parts[0])),
            let time = WallTime(
                day: CalendarDay(trusted: "2026-11-23").adding(days: day + week).text, hour: String(parts[1]))
        else { preconditionFailure(text) }
        return WallZone.paris.instant(time)
    }

    private static func alert(_ level: AlertLevel, _ raised: String) -> DayFacts.Alert { .init(level, raisedAt: at(raised)) }

    /// A contact of a day, with when it is somebody's turn again.
    private static func contact(_ outcome: ContactOutcome, _ when: String, for appointment: String? = nil) -> DayFacts.Contact {
        .init(outcome, at: at(when), againAt: LearnerNeed.again(after: outcome, at: at(when), appointment: appointment.map(at)))
    }

    struct Situation: Sendable, CustomTestStringConvertible {
        let name: String
        let facts: DayFacts
        /// Level, action and due hour; `nil` for who needs nobody.
        let need: String?
        var isLater = false
        var testDescription: String { name }
    }

    /// It is Wednesday, 11 h.
    private static let now = at("mercredi 11:00")

    static let situations: [Situation] = [
        .init(name: "nothing", facts: DayFacts(), need: nil),
        .init(
            name: "amber: a message within two working days", facts: DayFacts(alerts: [alert(.amber, "mercredi 10:00")]),
            need: "amber message vendredi 10:00"),
        .init(
            name: "red: a call within one", facts: DayFacts(alerts: [alert(.red, "mercredi 10:00")]),
            need: "red call jeudi 10:00"),
        .init(
            name: "red since Saturday: Monday evening", facts: DayFacts(alerts: [alert(.red, "samedi 10:00")]),
            need: "red call lundi 17:00 +7"),
        .init(
            name: "two courses: the red one says",
            facts: DayFacts(alerts: [alert(.amber, "lundi 9:00"), alert(.red, "mardi 9:00")]),
            need: "red call mardi 17:00"),
        .init(
            name: "a call is asked for", facts: DayFacts(callAskedAt: at("mardi 16:00")), need: "red call mercredi 16:00"),
        .init(
            name: "a question in time", facts: DayFacts(questionAskedAt: at("mercredi 9:00"), hoursToAnswer: 4),
            need: "amber answer mercredi 13:00"),
        .init(
            name: "a question whose time is over", facts: DayFacts(questionAskedAt: at("mardi 9:00"), hoursToAnswer: 4),
            need: "red answer mardi 13:00"),
        .init(
            name: "a question of the evening waits for the morning",
            facts: DayFacts(questionAskedAt: at("mardi 22:00"), hoursToAnswer: 4), need: "amber answer mercredi 13:00"),
        .init(
            name: "an unanswered question before an amber alert",
            facts: DayFacts(
                alerts: [alert(.amber, "mercredi 10:00")], questionAskedAt: at("lundi 9:00"), hoursToAnswer: 8),
            need: "red answer lundi 17:00"),
        .init(
            name: "handed over", facts: DayFacts(handedOverAt: at("mercredi 9:00")), need: "amber message jeudi 17:00"),
        .init(
            name: "handed over, and contacted since",
            facts: DayFacts(handedOverAt: at("mardi 9:00"), lastContact: contact(.noAnswer, "mardi 10:00")), need: nil),
        .init(
            name: "no answer: the next working day",
            facts: DayFacts(alerts: [alert(.red, "mardi 9:00")], lastContact: contact(.noAnswer, "mercredi 10:00")),
            need: "red call jeudi 10:00", isLater: true),
        .init(
            name: "no answer yesterday: today again",
            facts: DayFacts(alerts: [alert(.red, "lundi 9:00")], lastContact: contact(.noAnswer, "mardi 10:00")),
            need: "red call mercredi 10:00"),
        .init(
            name: "a message was left: two working days",
            facts: DayFacts(alerts: [alert(.red, "mardi 9:00")], lastContact: contact(.leftMessage, "mercredi 10:00")),
            need: "red call vendredi 10:00", isLater: true),
        .init(
            name: "an appointment",
            facts: DayFacts(
                alerts: [alert(.red, "mardi 9:00")], callAskedAt: at("mardi 9:00"),
                lastContact: contact(.appointment, "mercredi 10:00", for: "vendredi 14:30")),
            need: "red meet vendredi 14:30", isLater: true),
        .init(
            name: "an alert that is newer than the last try",
            facts: DayFacts(alerts: [alert(.red, "mercredi 10:30")], lastContact: contact(.noAnswer, "mercredi 10:00")),
            need: "red call jeudi 10:30"),
        .init(
            name: "who was reached, and an alert since",
            facts: DayFacts(alerts: [alert(.amber, "mercredi 10:30")], lastContact: contact(.reached, "mercredi 10:00")),
            need: "amber message vendredi 10:30"),
        .init(
            name: "what is put off comes after what is not",
            facts: DayFacts(
                alerts: [alert(.red, "mardi 9:00")], questionAskedAt: at("mercredi 10:30"), hoursToAnswer: 8,
                lastContact: contact(.noAnswer, "mercredi 10:00")),
            need: "amber answer jeudi 10:30"),
    ]

    @Test("is what the table of situations says", arguments: situations)
    func table(_ situation: Situation) {
        let found = LearnerNeed(situation.facts, at: Self.now)
        let expected =
            situation.need.map { text -> LearnerNeed? in
                let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
                guard let level = AlertLevel(rawValue: parts[0]), let action = LearnerNeed.Action(rawValue: parts[1]) else {
                    return nil
                }
                return LearnerNeed(level: level, action: action, due: Self.at(parts[2]), isLater: situation.isLater)
            } ?? nil
        #expect(found == expected)
    }

    @Test("what is for today before what is not, red before amber, what is due first first")
    func order() {
        func need(_ level: AlertLevel, _ due: Int64, isLater: Bool = false) -> LearnerNeed {
            LearnerNeed(level: level, action: .call, due: Self.now.adding(seconds: due), isLater: isLater)
        }
        let ordered = [
            need(.red, -60), need(.red, 60), need(.amber, -90), need(.amber, 90), need(.red, 70, isLater: true),
            need(.amber, 10, isLater: true),
        ]
        #expect(ordered.reversed().sorted { $0.comesBefore($1) } == ordered)
        #expect(ordered[0].isOverdue(at: Self.now) && !ordered[1].isOverdue(at: Self.now))
    }

    @Test(
        "working hours leave nights, week-ends and holidays out",
        arguments: [
            // Friday 18 December, 16 h; All Saints is a Sunday, 11 November a Wednesday, Christmas a Friday.
            ("2026-12-18", "16:00", 0, "2026-12-18", "16:00"), ("2026-12-18", "16:00", 1, "2026-12-18", "17:00"),
            ("2026-12-18", "16:00", 2, "2026-12-21", "10:00"), ("2026-11-10", "12:00", 8, "2026-11-12", "12:00"),
            ("2026-12-24", "12:30", 8, "2026-12-28", "12:30"), ("2026-12-26", "3:00", 16, "2026-12-29", "17:00"),
            ("2026-11-23", "3:00", 8, "2026-11-23", "17:00"), ("2026-11-23", "23:30", 8, "2026-11-24", "17:00"),
            // Clocks change in the night to Sunday 25 October.
            ("2026-10-23", "12:00", 8, "2026-10-26", "12:00"),
        ])
    func hours(_ day: String, _ hour: String, _ hours: Int, _ expectedDay: String, _ expectedHour: String) throws {
        let from = WallZone.paris.instant(try #require(WallTime(day: day, hour: hour)))
        let expected = WallZone.paris.instant(try #require(WallTime(day: expectedDay, hour: expectedHour)))
        #expect(WorkingTime.adding(hours: hours, to: from) == expected)
    }
}
