import Accounts
import Essentials
import Testing

@testable import Scheduling

@Suite("Half-days, windows, codes, drawings")
struct AttendanceRuleTests {
    static func plan(
        _ hour: String, _ minutes: Int, day: String = "2026-11-24", zone: WallZone = .paris
    ) throws -> SessionPlan {
        SessionPlan(
            kind: .inPerson, title: "Atelier", start: try #require(WallTime(day: day, hour: hour)), zone: zone,
            duration: minutes, place: "Salle 2")
    }

    @Test(
        "a session has the half-days that its hours make",
        arguments: [
            ("09:00", 180, ["morning 180"]),
            ("09:00", 240, ["morning 240"]),
            ("14:00", 180, ["afternoon 180"]),
            ("13:00", 60, ["afternoon 60"]),
            ("09:00", 480, ["morning 240", "afternoon 240"]),
            ("12:00", 120, ["morning 60", "afternoon 60"]),
            ("12:01", 120, ["afternoon 120"]),
            ("09:30", 225, ["morning 225"]),
            ("12:30", 60, ["morning 60"]),
            ("12:40", 60, ["afternoon 60"]),
            ("18:00", 60, ["afternoon 60"]),
            // Over midnight: the afternoon on which it began.
            ("22:00", 720, ["afternoon 720"]),
        ] as [(String, Int, [String])])
    func halfDays(_ hour: String, _ minutes: Int, _ expected: [String]) throws {
        let halves = try Self.plan(hour, minutes).halfDays
        #expect(halves.map { "\($0.part.rawValue) \($0.minutes)" } == expected)
        #expect(halves.allSatisfy { $0.day.text == "2026-11-24" })
    }

    @Test("noon is that of the session's own zone")
    func zone() throws {
        let zone = try #require(WallZone("America/Martinique"))
        #expect(try Self.plan("12:00", 120, zone: zone).halfDays.map(\.part) == [.morning, .afternoon])
    }

    @Test(
        "one signs from a quarter of an hour before until half an hour after; later on the same day with a reason; not before, not on another day",
        arguments: [
            (-16 * 60, .notYet), (-15 * 60 - 1, .notYet), (-15 * 60, .open), (0, .open), (180 * 60, .open),
            (210 * 60 - 1, .open), (210 * 60, .late), (15 * 3600 - 1, .late), (15 * 3600, .over), (86_400, .over),
            (-86_400, .notYet),
        ] as [(Int64, SigningWindow.Standing)])
    func window(_ seconds: Int64, _ expected: SigningWindow.Standing) throws {
        let half = try #require(try Self.plan("09:00", 180).halfDays.first)
        let window = SigningWindow(half, zone: .paris)
        #expect(window.standing(at: half.startsAt.adding(seconds: seconds)) == expected)
    }

    @Test("the window of what begins at midnight does not open the day before, and what ends after midnight can be signed then")
    func midnight() throws {
        let early = try #require(try Self.plan("00:05", 60).halfDays.first)
        #expect(SigningWindow(early, zone: .paris).opensAt == early.startsAt.adding(seconds: -300))
        let night = try #require(try Self.plan("22:00", 240).halfDays.first)
        let window = SigningWindow(night, zone: .paris)
        #expect(window.standing(at: night.endsAt.adding(seconds: 60)) == .open)
        #expect(window.standing(at: night.endsAt.adding(seconds: 1800)) == .over)
    }

    @Test("the day of a change of clocks ends when its own clocks say so")
    func clockChange() throws {
        let half = try #require(try Self.plan("14:00", 60, day: "2026-10-25").halfDays.first)
        let window = SigningWindow(half, zone: .paris)
        #expect(WallZone.paris.wallTime(window.endsAt).day.text == "2026-10-26")
        #expect(WallZone.paris.wallTime(window.endsAt).minute == 0)
    }

    @Test("the code of the room is that of this minute or of the one before, however it is typed")
    func code() throws {
        let session = ClassSessionStoreTests.id(7) as Identifier<ClassSession>
        let now = Instant(milliseconds: 1_795_420_830_000)
        func code(_ minute: Int64, _ part: HalfDay.Part = .morning, secret: String = "s") -> String {
            RoomCode(
                secret: secret, session: session, day: CalendarDay(trusted: "2026-11-24"), part: part,
                minute: RoomCode.minute(of: now) + minute
            ).text
        }
        func isGood(_ typed: String) -> Bool {
            RoomCode.isGood(
                typed, secret: "s", session: session, day: CalendarDay(trusted: "2026-11-24"), part: .morning, at: now)
        }
        #expect(code(0).count == 6)
        #expect(isGood(code(0)) && isGood(code(-1)))
        #expect(isGood(" " + code(0).lowercased().prefix(3) + "-" + code(0).suffix(3)))
        #expect(!isGood(code(-2)) && !isGood(code(1)) && !isGood("") && !isGood(code(0) + "A"))
        #expect(!isGood(code(0, .afternoon)) && !isGood(code(0, secret: "t")))
    }

    @Test(
        "a drawing is lines on its field and nothing else",
        arguments: [
            ("M10 10L30 40L60 20L90 50", true), ("M0 0L600 200M0 200L600 0", true), ("M10 10L11 10L11 11L10 11", false),
            ("M10 10L90 90", false), ("", false), ("L10 10L30 40L60 20L90 50", false), ("M10 10L601 40L60 20L90 50", false),
            ("M10 10L30 201L60 20L90 50", false), ("M10 10L30 40L60 20L90 50Z", false), ("M010 10L30 40L60 20L90 50", false),
            ("M10,10L30 40L60 20L90 50", false), ("M10 10L30 40L60 20L90 50\"><script>", false), ("M1 1L", false),
        ])
    func drawing(_ path: String, _ isOne: Bool) {
        #expect((SignatureDrawing(path) != nil) == isOne)
    }

    @Test("a drawing that is too long is none")
    func longDrawing() {
        #expect(SignatureDrawing("M0 0" + String(repeating: "L100 100", count: 999)) != nil)
        #expect(SignatureDrawing("M0 0" + String(repeating: "L100 100", count: 1000)) == nil)
    }

    @Test("the canonical entry is what the document says, byte for byte")
    func canonical() {
        let fact = AttendanceFact(
            .absent, session: ClassSessionStoreTests.id(3), day: CalendarDay(trusted: "2026-11-24"), part: .morning,
            person: ClassSessionStoreTests.learner, role: .learner, author: ClassSessionStoreTests.trainer, minutes: 180,
            motive: .illness, isJustified: true, note: "Prévenu à 8 h \\ deux\nlignes",
            proof: AttendanceFact.Proof(
                digest: String(repeating: "a", count: 64), name: "arrêt.pdf", mediaType: "application/pdf", size: 12))
        let text = AttendanceEntry.canonical(
            id: ClassSessionStoreTests.id(4), fact: fact,
            context: AttendanceEntry.Context(
                cohort: ClassSessionStoreTests.web, startsAt: Instant(milliseconds: 1000),
                endsAt: Instant(milliseconds: 10_801_000),
                subject: "Atelier en salle", place: nil, name: "Samira Benali"),
            at: Instant(milliseconds: 2000), sequence: 1, previous: AttendanceEntry.firstPrevious)
        #expect(
            text == """
                rebond-attendance 1
                cohort 01234567-0000-7000-8000-000000000001
                sequence 1
                previous 0000000000000000000000000000000000000000000000000000000000000000
                id 01234567-0000-7000-8000-000000000004
                kind absent
                at 2000
                session 01234567-0000-7000-8000-000000000003
                day 2026-11-24
                half morning
                starts 1000
                ends 10801000
                subject Atelier en salle
                person 01234567-0000-7000-8000-000000000021
                name Samira Benali
                role learner
                author 01234567-0000-7000-8000-000000000022
                minutes 180
                motive illness
                justified yes
                note Prévenu à 8 h \\\\ deux\\nlignes
                proof aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                proof-name arrêt.pdf

                """)
        #expect(AttendanceEntry.hash(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
