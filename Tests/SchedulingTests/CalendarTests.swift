import Accounts
import CLibICal
import Essentials
import TestSupport
import Testing

@testable import Scheduling

@Suite("iCalendar")
struct CalendarTests {
    static let texts = SessionCalendar.Texts(name: "Rebond", cancelled: "Annulée.", reminder: "Bientôt :")
    static let changedAt = Instant(milliseconds: 1_795_420_800_000)

    static func entry(
        _ day: String = "2026-11-24", hour: String = "09:30", zone: String = "Europe/Paris", minutes: Int = 90,
        kind: SessionKind = .both, title: String = "Questions, réponses; et « \\n »", notes: String? = "Sonnez.\nMontez.",
        status: SessionStatus = .published, revision: Int = 0
    ) throws -> SessionCalendar.Entry {
        let plan = SessionPlan(
            kind: kind, title: title, start: try #require(WallTime(day: day, hour: hour)), zone: try #require(WallZone(zone)),
            duration: minutes, place: kind == .virtual ? nil : "12 rue des Ateliers, salle 2",
            link: kind == .inPerson ? nil : "https://visio.example.org/web?a=1&b=2", notes: notes)
        let session = ClassSession(
            id: ClassSessionStoreTests.id(500 + revision), cohort: ClassSessionStoreTests.web, plan: plan, status: status,
            reason: status == .cancelled ? "La salle est inondée." : nil, revision: revision)
        return SessionCalendar.Entry(session: session, cohortTitle: "Web, \"2026\"", changedAt: changedAt)
    }

    static func text(_ entries: [SessionCalendar.Entry], isExport: Bool = false) -> String {
        String(
            decoding: SessionCalendar.text(entries, texts: texts, isExport: isExport) {
                "https://r.example/sessions/\($0.id.text)"
            },
            as: UTF8.self)
    }

    /// What libical says of the rules of RFC 5545 and 5546: it writes what is wrong into the object.
    static func faults(_ text: String) -> Int32 {
        guard let root = icalparser_parse_string(text) else { return -1 }
        defer { icalcomponent_free(root) }
        let isRight = icalrestriction_check(root) != 0
        icalcomponent_strip_errors(nil)
        return isRight ? icalcomponent_count_errors(root) : max(1, icalcomponent_count_errors(root))
    }

    @Test("a session has what calendar programs need, and libical finds no fault in it", arguments: SessionStatus.allCases)
    func written(_ status: SessionStatus) throws {
        let text = Self.text([try Self.entry(status: status, revision: 3)])
        let plain = text.replacing("\r\n ", with: "")
        let word = [SessionStatus.draft: "TENTATIVE", .published: "CONFIRMED", .cancelled: "CANCELLED"][status] ?? ""
        for line in [
            "DTSTART;TZID=Europe/Paris:20261124T093000", "DURATION:PT1H30M", "SEQUENCE:3", "STATUS:\(word)",
            "UID:\(ClassSessionStoreTests.id(503) as Identifier<ClassSession>)", "TZID:Europe/Paris", "TZOFFSETTO:+0200",
            "SUMMARY:Questions\\, réponses\\; et « \\\\n »", "LOCATION:12 rue des Ateliers\\, salle 2",
            "METHOD:\(status == .cancelled ? "CANCEL" : "PUBLISH")", "DTSTAMP:20261123T080000Z",
        ] {
            #expect(plain.contains("\r\n\(line)\r\n"), "\(line)")
        }
        #expect(plain.contains("TRIGGER:-PT15M") == (status == .published))
        // The room opens ten minutes before, on its page; not in a file.
        #expect(!plain.contains("visio.example.org") && plain.contains("URL:https://r.example/sessions/"))
        #expect(Self.faults(text) == 0)
        #expect(text == Self.text([try Self.entry(status: status, revision: 3)]))
    }

    @Test(
        "what is exported reads back as it was",
        arguments: [("Europe/Paris", "02:30"), ("America/Cayenne", "23:45"), ("UTC", "10:00")])
    func roundTrip(_ zone: String, _ hour: String) throws {
        let entries = try ["2026-03-29", "2026-10-25", "2027-01-01"].map { try Self.entry($0, hour: hour, zone: zone) }
        for entry in entries {
            let file = try CalendarFile(Array(Self.text([entry], isExport: true).utf8))
            let event = try #require(file.events.first)
            let plan = entry.session.plan
            #expect(file.refused == [] && file.events.count == 1)
            #expect(event.uid == entry.session.id.text && event.title == plan.title && event.kind == plan.kind)
            #expect(event.zone.instant(event.start) == plan.startsAt && event.duration == plan.duration)
            if zone != "UTC" { #expect(event.start == plan.start && event.zone == plan.zone) }
            #expect(event.place == plan.place && event.link == plan.link && event.notes == plan.notes)
        }
    }

    @Test("every change of the clocks of Paris from 1976 to 2037 stands in the zone that is written, to the minute")
    func changes() throws {
        let changes = WallZone.paris.clockChanges(fromYear: 1976, throughYear: 2037)
        #expect(changes.count == 1 + 62 * 2)
        for change in changes.dropFirst() {
            let before = Int64(change.wall.day.ordinal) * 86_400 + Int64(change.wall.minute) * 60 - change.offsetBefore
            #expect(WallZone.paris.offset(atUTC: before - 1) == change.offsetBefore)
            #expect(WallZone.paris.offset(atUTC: before) == change.offsetAfter)
            #expect(change.isSummer == (change.offsetAfter == 7200))
        }
        #expect(changes.last?.wall.day.text == "2037-10-25" && changes.last?.wall.hourText == "03:00")
    }

    // MARK: Reading

    static func file(_ lines: String, until last: String? = nil) throws -> CalendarFile {
        let text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n" + lines + "\nEND:VCALENDAR\n"
        return try CalendarFile(Array(text.replacing("\n", with: "\r\n").utf8), until: last.flatMap { CalendarDay($0) })
    }

    static func event(_ lines: String, uid: String = "a") -> String {
        "BEGIN:VEVENT\nUID:\(uid)\nDTSTAMP:20260101T000000Z\nSUMMARY:Classe\n\(lines)\nEND:VEVENT"
    }

    @Test(
        "times are read in the zone that is meant",
        arguments: [
            (
                "DTSTART;TZID=Europe/Paris:20261124T093000\nDTEND;TZID=Europe/Paris:20261124T110000",
                "2026-11-24 09:30 90 Europe/Paris"
            ),
            ("DTSTART:20261124T083000Z\nDTEND:20261124T100000Z", "2026-11-24 09:30 90 Europe/Paris"),
            ("DTSTART:20261124T093000\nDURATION:PT1H", "2026-11-24 09:30 60 Europe/Paris"),
            ("DTSTART;TZID=Romance Standard Time:20260724T093000\nDURATION:P0DT45M", "2026-07-24 09:30 45 Europe/Paris"),
            (
                "DTSTART;TZID=/citadel.org/20210210_1/America/Cayenne:20260724T093000\nDURATION:PT45M",
                "2026-07-24 09:30 45 America/Cayenne"
            ),
            // Over the change of clocks the wall says three hours, and two pass.
            (
                "DTSTART;TZID=Europe/Paris:20260329T010000\nDTEND;TZID=Europe/Paris:20260329T040000",
                "2026-03-29 01:00 120 Europe/Paris"
            ),
        ])
    func times(_ lines: String, _ expected: String) throws {
        let file = try Self.file(Self.event(lines))
        #expect(file.refused == [])
        let found = file.events.map { "\($0.start.day.text) \($0.start.hourText) \($0.duration) \($0.zone.name)" }
        #expect(found == [expected])
    }

    @Test(
        "what cannot be a session is refused, and says why",
        arguments: [
            (event("DTSTART;VALUE=DATE:20261124"), CalendarProblem.allDay), (event("DURATION:PT1H"), .noStart),
            (event("DTSTART:20261124T093000"), .noDuration),
            (event("DTSTART:20261124T093000\nDTEND:20261124T093000"), .noDuration),
            (event("DTSTART:20261124T093000\nDURATION:PT1H0M30S"), .notInMinutes),
            (event("DTSTART;TZID=Mars/Olympus:20261124T093000\nDURATION:PT1H"), .unknownZone),
            (event("DTSTART:2026-11-24\nDURATION:PT1H"), .allDay),
            (event("DTSTART:20261124T093000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY"), .endless),
            (event("DTSTART:20261124T093000\nDURATION:PT1H\nRRULE:FREQ=SECONDLY;COUNT=3"), .rule),
            (event("DTSTART:20261124T093000\nDURATION:PT1H\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3"), .rule),
            (event("DTSTART:20261124T093000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=100000"), .tooManyDates),
            (
                event(
                    "DTSTART:20261124T093000\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9;BYMINUTE=1,2,3,4,5,6;UNTIL=20361231T000000Z"
                ), .tooManyDates
            ),
            (event("DTSTART:20261124T093000\nDURATION:PT1H\nRRULE:FREQ=NONSENSE"), .unreadable),
            (event("DTSTART:20261124T093000\nDURATION:PT1H", uid: ""), .noUID),
            (event("DTSTART:20261124T093000\nDURATION:PT1H") + "\n" + event("DTSTART:20261125T093000\nDURATION:PT1H"), .sameUID),
            (event("RECURRENCE-ID;RANGE=THISANDFUTURE:20261124T093000\nDTSTART:20261124T093000\nDURATION:PT1H"), .changesTheRest),
            ("BEGIN:VTODO\nUID:t\nSUMMARY:Classe\nEND:VTODO", .notAnEvent),
        ])
    func refused(_ lines: String, _ problem: CalendarProblem) throws {
        let file = try Self.file(lines)
        #expect(file.events == [] && file.refused.map(\.problem) == [problem])
    }

    @Test(
        "a file that is no calendar, or a trap, is refused at once",
        arguments: [
            ([], CalendarFault.notACalendar), (Array("Bonjour".utf8), .notACalendar), ([0xFF, 0xFE, 0x41], .notUTF8),
            (Array("BEGIN:VCALENDAR\r\n\u{0}".utf8), .notUTF8),
            (Array(String(repeating: "BEGIN:VCALENDAR\r\n", count: 10_000).utf8), .notACalendar),
            (
                Array(("BEGIN:VCALENDAR\r\n" + String(repeating: "BEGIN:VEVENT\r\nEND:VEVENT\r\n", count: 20_000)).utf8),
                .tooManyEvents
            ),
            ([UInt8](repeating: 0x41, count: CalendarFile.largest + 1), .tooLarge),
        ])
    func traps(_ bytes: [UInt8], _ fault: CalendarFault) {
        #expect(throws: fault) { try CalendarFile(bytes) }
    }

    @Test("a repetition keeps its hour over a change of clocks; dates are added, taken away, moved and cancelled")
    func series() throws {
        let rule = Self.event(
            """
            DTSTART;TZID=Europe/Paris:20261013T093000
            DURATION:PT1H
            RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261110T083000Z
            EXDATE;TZID=Europe/Paris:20261020T093000
            RDATE;TZID=Europe/Paris:20261022T140000
            """)
        let moved = Self.event(
            "RECURRENCE-ID;TZID=Europe/Paris:20261027T093000\nDTSTART;TZID=Europe/Paris:20261028T100000\nDURATION:PT2H")
        let cancelled = Self.event(
            "RECURRENCE-ID:20261103T083000Z\nDTSTART;TZID=Europe/Paris:20261103T093000\nDURATION:PT1H\nSTATUS:CANCELLED")
        let file = try Self.file([rule, moved, cancelled].joined(separator: "\n"))
        #expect(file.refused == [])
        let found = file.events.map {
            "\($0.start.day.text) \($0.start.hourText) \($0.duration)" + ($0.isCancelled ? " cancelled" : "")
                + " \($0.recurrence ?? "-")"
        }
        #expect(
            found == [
                "2026-10-13 09:30 60 2026-10-13T09:30", "2026-10-22 14:00 60 2026-10-22T14:00",
                "2026-10-28 10:00 120 2026-10-27T09:30", "2026-11-03 09:30 60 cancelled 2026-11-03T09:30",
                "2026-11-10 09:30 60 2026-11-10T09:30",
            ])
        let endless = Self.event("DTSTART:20261124T093000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY")
        #expect(try Self.file(endless, until: "2026-12-15").events.count == 4)
        let days = Self.event("DTSTART:20261124T093000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20261126")
        #expect(try Self.file(days).events.map(\.start.day.text) == ["2026-11-24", "2026-11-25", "2026-11-26"])
    }

    @Test("whatever comes in, nothing is left unsaid and nothing ends the program")
    func random() throws {
        let sample = Array(Self.text([try Self.entry(), try Self.entry("2026-12-01", revision: 1)]).utf8)
        let pieces = [
            "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "RRULE:FREQ=DAILY;COUNT=5\r\n", ";", ":", "\r\n ", "\"", "DTSTART:", "Z",
            "99999999T999999", "é",
        ]
        for seed in 0..<400 {
            var dice = SequenceRandom(seed: UInt64(seed))
            var bytes = sample
            for _ in 0..<Int.random(in: 1...4, using: &dice) {
                let place = Int.random(in: 0..<bytes.count, using: &dice)
                switch Int.random(in: 0...2, using: &dice) {
                case 0: bytes[place] = UInt8.random(in: 1...0x7E, using: &dice)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...60, using: &dice)))
                default: bytes.insert(contentsOf: (pieces.randomElement(using: &dice) ?? "").utf8, at: place)
                }
            }
            do {
                let file = try CalendarFile(bytes)
                for event in file.events { #expect(event.duration > 0 && !event.uid.isEmpty) }
            } catch {
                #expect(CalendarFault.allCases.contains(error))
            }
        }
    }
}
