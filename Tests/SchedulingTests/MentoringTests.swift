import Accounts
import CourseContent
import Essentials
import SQL
import TestSupport
import Testing

@testable import Scheduling

@Suite("What mentors offer")
struct MentoringSlotTests {
    static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }
    static func instant(_ day: String, _ hour: String) throws -> Instant {
        WallZone.paris.instant(try #require(WallTime(day: day, hour: hour)))
    }

    static func availability(
        _ days: MentoringAvailability.Days, _ opens: Int = 9 * 60, _ closes: Int = 10 * 60, length: Int = 30,
        exceptions: Set<CalendarDay> = []
    ) -> MentoringAvailability {
        MentoringAvailability(
            id: ClassSessionStoreTests.id(40), host: ClassSessionStoreTests.trainer, days: days, opens: opens, closes: closes,
            length: length, link: "https://visio.example.org/m", exceptions: exceptions)
    }

    private func starts(
        _ availability: MentoringAvailability, from: String, until: String
    ) throws -> [String] {
        availability.slots(from: try Self.instant(from, "00:00"), until: try Self.instant(until, "00:00"))
            .map { "\($0.start.day.text) \($0.start.hourText)" }
    }

    @Test("is cut into meetings, week by week, without public holidays and days that are left out")
    func weekly() throws {
        // Wednesdays; 11 November is a public holiday.
        let days = MentoringAvailability.Days.weekly(2, from: try Self.day("2026-11-05"), through: try Self.day("2026-12-02"))
        let all = try starts(Self.availability(days), from: "2026-11-01", until: "2027-01-01")
        #expect(
            all.map { String($0.prefix(10)) } == [
                "2026-11-18", "2026-11-18", "2026-11-25", "2026-11-25", "2026-12-02", "2026-12-02",
            ])
        #expect(all.prefix(2) == ["2026-11-18 09:00", "2026-11-18 09:30"])
        let fewer = Self.availability(days, exceptions: [try Self.day("2026-11-25")])
        #expect(try starts(fewer, from: "2026-11-20", until: "2027-01-01") == ["2026-12-02 09:00", "2026-12-02 09:30"])
    }

    @Test(
        "fits whole meetings only",
        arguments: [(30, 60, 2), (45, 60, 1), (45, 90, 2), (60, 60, 1), (90, 75, 0), (15, 60, 4)])
    func whole(length: Int, minutes: Int, count: Int) throws {
        let one = Self.availability(.once(try Self.day("2026-11-24")), 600, 600 + minutes, length: length)
        #expect(try starts(one, from: "2026-11-24", until: "2026-11-25").count == count)
    }

    @Test("has no meeting in the hour that the clocks skip, and each moment once in the hour that comes twice")
    func clocks() throws {
        let spring = Self.availability(.once(try Self.day("2027-03-28")), 60, 240)
        #expect(
            try starts(spring, from: "2027-03-28", until: "2027-03-29") == [
                "2027-03-28 01:00", "2027-03-28 01:30", "2027-03-28 03:00", "2027-03-28 03:30",
            ])
        let autumn = Self.availability(.once(try Self.day("2026-10-25")), 120, 180)
        let twice = [autumn, autumn].slots(
            from: try Self.instant("2026-10-25", "00:00"), until: try Self.instant("2026-10-26", "00:00"))
        #expect(twice.map(\.start.hourText) == ["02:00", "02:30"])
        #expect(twice[1].startsAt.seconds(since: twice[0].startsAt) == 1800)
    }

    @Test("is refused with everything that is wrong")
    func wrong() throws {
        let monday = try Self.day("2026-11-23")
        let cases: [(MentoringAvailability, [MentoringProblem])] = [
            (Self.availability(.once(monday), 541, 600), [.opens]),
            (Self.availability(.once(monday), 540, 550), [.closes]),
            (Self.availability(.once(monday), 540, 555), [.closes]),
            (Self.availability(.once(monday), 540, 600, length: 20), [.length]),
            (Self.availability(.weekly(7, from: monday, through: nil)), [.weekday]),
            (Self.availability(.weekly(1, from: monday, through: monday.adding(days: -1))), [.lastDay]),
        ]
        for (availability, problems) in cases {
            #expect(throws: MentoringError.invalid(problems)) { try availability.checked() }
        }
        var nowhere = Self.availability(.once(monday))
        nowhere.link = " "
        #expect(throws: MentoringError.invalid([.nowhere])) { try nowhere.checked() }
        nowhere.link = "http://visio.example.org"
        #expect(throws: MentoringError.invalid([.link])) { try nowhere.checked() }
    }

    @Test(
        "can be booked in time, not too early, and not too often",
        arguments: [
            (12 * 3600, 0, nil), (12 * 3600 - 1, 0, MentoringError.tooLate(hours: 12)), (28 * 86_400 - 1, 1, nil),
            (28 * 86_400, 0, .tooEarly(weeks: 4)), (86_400, 2, .tooMany(2)), (86_400, 1, nil),
        ] as [(Int64, Int, MentoringError?)])
    func rules(seconds: Int64, open: Int, refusal: MentoringError?) {
        let now = ClassSessionStoreTests.now
        let start = now.adding(seconds: seconds)
        #expect(MentoringRules.usual.refusal(of: start, at: now, open: open) == refusal)
        #expect(MentoringRules.usual.mayChange(start, at: now) == (seconds >= 12 * 3600))
    }

    @Test("has rules within bounds")
    func bounds() {
        #expect(throws: MentoringError.invalid([.noticeHours, .openBookings, .weeksAhead])) {
            try MentoringRules(noticeHours: -1, openBookings: 0, weeksAhead: 27).checked()
        }
    }
}

@Suite("Meetings that are kept", .serialized)
struct MentoringStoreTests {
    private typealias World = ClassSessionStoreTests
    private let store = MentoringStore()

    private func slot(_ hour: String, length: Int = 30, day: String = "2026-11-25") throws -> MentoringSlot {
        let start = try #require(WallTime(day: day, hour: hour))
        return MentoringSlot(
            host: World.trainer, start: start, zone: .paris, length: length, startsAt: WallZone.paris.instant(start), place: nil,
            link: "https://visio.example.org/m")
    }

    private func book(
        _ number: Int, _ slot: MentoringSlot, _ learner: Identifier<Person> = World.learner, in database: any SQLDatabase
    ) async throws -> MentoringMeeting {
        let meeting = MentoringMeeting(
            id: World.id(500 + number), slot: slot, learner: learner, cohort: World.web, topic: "CV", at: World.now)
        try await database.write { try MentoringStore().book(meeting, by: learner, at: World.now, in: $0) }
        return meeting
    }

    @Test("come back as they were booked, on both sides, with the other's name", arguments: Backend.available)
    func kept(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let meeting = try await book(1, try slot("14:00"), in: database)
            #expect(try await database.read { try MentoringStore().meeting(meeting.id, in: $0) } == meeting)
            for (person, other) in [(World.learner, "A trainer"), (World.trainer, "A learner")] {
                let found = try await database.read {
                    try MentoringStore().meetings(
                        of: person, from: World.now, until: World.now.adding(seconds: 86_400 * 9), in: $0)
                }
                #expect(found.map(\.meeting) == [meeting] && found.map(\.other.full) == [other])
                #expect(found.first?.agendaEntry.session.plan.kind == .mentoring)
            }
        }
    }

    @Test(
        "never overlap for either of the two, whatever their lengths",
        arguments: [
            ("14:00", 30, true), ("14:15", 15, true), ("13:30", 45, true), ("13:30", 30, false), ("14:30", 90, false),
            ("13:00", 90, true),
        ])
    func overlap(hour: String, length: Int, isRefused: Bool) async throws {
        for backend in Backend.available {
            try await World.with(backend) { database in
                _ = try await book(1, try slot("14:00"), in: database)
                for learner in [World.learner, World.second] {
                    let number = learner == World.learner ? 2 : 3
                    if isRefused {
                        await #expect(throws: MentoringError.taken) {
                            try await book(number, try slot(hour, length: length), learner, in: database)
                        }
                    } else if learner == World.learner {
                        _ = try await book(number, try slot(hour, length: length), learner, in: database)
                    }
                }
            }
        }
    }

    @Test("of two learners who want the same moment at once, one has it", arguments: Backend.available)
    func race(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let slots = try [slot("14:00", length: 45), slot("14:30", length: 30), slot("14:00"), slot("14:15", length: 15)]
            let won = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<16 {
                    group.addTask {
                        let learner = number % 2 == 0 ? World.learner : World.second
                        do {
                            _ = try await book(number, slots[number % 4], learner, in: database)
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            let kept = try await database.read {
                try MentoringStore().meetings(
                    of: World.trainer, from: World.now, until: World.now.adding(seconds: 86_400 * 9), in: $0)
            }.map(\.meeting).sorted { $0.startsAt < $1.startsAt }
            #expect(kept.count == won && won >= 1)
            for (one, next) in zip(kept, kept.dropFirst()) { #expect(one.endsAt <= next.startsAt) }
        }
    }

    @Test("free their time when they move or are cancelled, and change only from what was read", arguments: Backend.available)
    func moved(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let meeting = try await book(1, try slot("14:00"), in: database)
            let target = try slot("14:15", length: 30)
            let moved = try await database.write {
                try MentoringStore().change(meeting.moved(to: target), by: World.learner, at: World.now, in: $0)
            }
            #expect(moved.revision == 1 && moved.start.hourText == "14:15")
            await #expect(throws: MentoringError.unknownMeeting) {
                try await database.write { try MentoringStore().change(meeting, by: World.learner, at: World.now, in: $0) }
            }
            _ = try await book(2, try slot("13:45"), World.second, in: database)
            let offered = try [slot("13:30"), slot("14:15"), slot("14:45")]
            let free = { (people: [Identifier<Person>]) in
                try await database.read { try MentoringStore().free(offered, of: people, in: $0) }.map(\.start.hourText)
            }
            #expect(try await free([World.trainer]) == ["14:45"])
            #expect(try await free([World.second]) == ["14:15", "14:45"])
            var gone = moved
            (gone.isCancelled, gone.reason) = (true, "Malade")
            let cancelled = gone
            _ = try await database.write { try MentoringStore().change(cancelled, by: World.trainer, at: World.now, in: $0) }
            #expect(try await free([World.trainer]) == ["14:15", "14:45"])
        }
    }

    @Test("are offered until they are withdrawn; notes and rules keep the last word", arguments: Backend.available)
    func offers(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let day = try MentoringSlotTests.day("2026-11-25")
            let weekly = MentoringSlotTests.availability(.weekly(2, from: day, through: nil), exceptions: [day])
            try await database.write { try MentoringStore().add(weekly, in: $0) }
            #expect(try await database.read { try MentoringStore().availabilities(of: World.trainer, in: $0) } == [weekly])
            #expect(
                try await database.write { try MentoringStore().close(weekly.id, of: World.learner, at: World.now, in: $0) }
                    == false)
            #expect(try await database.write { try MentoringStore().close(weekly.id, of: World.trainer, at: World.now, in: $0) })
            #expect(try await database.read { try MentoringStore().availabilities(of: World.trainer, in: $0) } == [])

            let meeting = try await book(1, try slot("14:00"), in: database)
            for outcome in [MeetingOutcome.postponed, .held, .held] {
                let report = MeetingReport(
                    outcome: outcome, shared: " CV relu ", restricted: "À suivre", nextStep: "", nextDay: day)
                let kept = try await database.write {
                    try MentoringStore().keep(report, of: meeting.id, by: World.trainer, at: World.now, in: $0)
                }
                #expect(kept.shared == "CV relu" && kept.nextStep == nil)
                #expect(try await database.read { try MentoringStore().report(of: meeting.id, in: $0) } == kept)
            }
            #expect(try await database.read { try MentoringStore().rules(of: World.web, in: $0) } == .usual)
            let rules = MentoringRules(noticeHours: 24, openBookings: 1, weeksAhead: 2)
            try await database.write { try MentoringStore().set(rules, of: World.web, by: nil, at: World.now, in: $0) }
            #expect(try await database.read { try MentoringStore().rules(of: World.web, in: $0) } == rules)
        }
    }
}
