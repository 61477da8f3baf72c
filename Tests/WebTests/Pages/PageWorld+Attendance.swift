import Essentials
import TestSupport
import Testing

@testable import Accounts
@testable import Campus
@testable import Scheduling
@testable import Web

extension PageWorld {
    /// A day in a room: the morning is signed by one learner, another one is not there, a third one came late; the afternoon is yet to come.
    func attendanceReading(seesAll: Bool) throws -> Campus.AttendanceReading {
        let plan = SessionPlan(
            kind: .both, title: "Atelier <salle>", start: try #require(WallTime(day: "2026-09-15", hour: "09:00")), duration: 480,
            trainers: [Self.tutor.person.id], place: "12 rue des Ateliers, salle 2", link: "https://visio.example.org/web?a=1&b=2"
        )
        let session = ClassSession(id: Self.id(700), cohort: Self.cohort.id, plan: plan, status: .published)
        let people = [
            Self.learner.person, Self.person(13, "Karim", "Haddad"), Self.person(14, "Lina", "Costa"),
        ]
        func entry(
            _ number: Int, _ kind: AttendanceFact.Kind, _ person: Person, minutes: Int? = nil, drawing: String? = nil
        ) throws -> AttendanceEntry {
            let half = try #require(plan.halfDays.first)
            let isSigned = kind == .signed
            let fact = AttendanceFact(
                kind, session: session.id, day: half.day, part: half.part, person: person.id, role: .learner,
                author: isSigned ? person.id : Self.tutor.person.id,
                method: isSigned ? drawing == nil ? .confirmed : .drawn : nil,
                means: isSigned ? .sessionPage : nil, drawing: drawing.map { SignatureDrawing(trusted: $0) }, minutes: minutes,
                motive: kind == .absent ? .illness : nil, isJustified: kind == .absent ? true : nil,
                note: isSigned ? nil : "A prévenu <à 8 h>",
                proof: kind == .absent
                    ? AttendanceFact.Proof(
                        digest: String(repeating: "a", count: 64), name: "arrêt.pdf", mediaType: "application/pdf", size: 9) : nil
            )
            return AttendanceEntry(
                id: Self.id(900 + number), fact: fact,
                context: .init(
                    cohort: Self.cohort.id, startsAt: half.startsAt, endsAt: half.endsAt, subject: plan.title, place: plan.place,
                    name: person.name.full),
                at: Self.now.adding(seconds: -3000), sequence: number, previous: AttendanceEntry.firstPrevious,
                hash: String(repeating: "c0de", count: 16))
        }
        let morning = [
            people[0].id: [try entry(1, .signed, people[0], drawing: "M10 10L90 60L120 30L200 90")],
            people[1].id: [try entry(2, .absent, people[1], minutes: 240)],
            people[2].id: [try entry(3, .late, people[2], minutes: 20), try entry(4, .signed, people[2])],
        ]
        let shown = seesAll ? people : [people[0]]
        let halves = plan.halfDays.map { half in
            let learners = shown.map { person in
                Campus.AttendanceLine(
                    person: person.id, name: person.name, role: .learner,
                    standing: AttendanceStanding(half.part == .morning ? morning[person.id] ?? [] : []))
            }
            let trainer = Campus.AttendanceLine(
                person: Self.tutor.person.id, name: Self.tutor.person.name, role: .trainer, standing: .nothing)
            return Campus.HalfDayReading(
                half: half, window: SigningWindow(half, zone: .paris), lines: seesAll ? [trainer] + learners : learners)
        }
        return Campus.AttendanceReading(
            session: session, cohort: Self.cohort, halves: halves, signsAs: seesAll ? .trainer : .learner, seesAll: seesAll,
            mayRun: seesAll,
            spans: [
                ConnectionSpan(
                    person: people[2].id, source: ConnectionSpan.joined, startedAt: Self.now.adding(seconds: -3600))
            ],
            names: [Self.tutor.person.id: Self.tutor.person.name, people[0].id: people[0].name])
    }

    func attendance(_ page: GoldenPage, _ language: Language) throws -> String {
        let reading = try attendanceReading(seesAll: page != .attendanceOwn)
        let ids = [Self.id(951) as Identifier<AttendanceEntry>, Self.id(952)].map(\.text)
        switch page {
        case .attendanceOwn:
            let model = AttendancePage.Model(
                reading, me: Self.learner.person.id, code: nil, now: Self.now.adding(seconds: 4 * 3600), newEntries: ids)
            let problem = Problem(CampusError.invalid("reason", .lateSigningReason))
            return render(
                AttendancePage(
                    model: model, typed: Campus.SentSignature(id: Self.id(953), part: .afternoon), problem: problem), language,
                for: Self.learner)
        case .attendanceRun:
            let model = AttendancePage.Model(
                reading, me: Self.tutor.person.id, code: nil, now: Self.now, newEntries: ids)
            return render(AttendancePage(model: model), language, for: Self.tutor)
        case .attendancePerson:
            let model = try #require(
                AttendancePersonPage.Model(reading, part: .morning, person: Self.id(13), newEntry: ids[0], now: Self.now))
            let problem = Problem(CampusError.invalid("minutes", .minutesOfHalfDay(240)))
            let typed = AttendancePersonPage.Typed(
                form: "absent", fields: FormFields(["minutes": ["<9>"], "motive": ["family"]]), problem: problem)
            return render(AttendancePersonPage(model: model, typed: typed), language, for: Self.tutor)
        case .roomCode:
            let model = RoomCodePage.Model(
                session: (Self.id(700) as Identifier<ClassSession>).text, title: "Atelier <salle>", half: .morning,
                startsAt: Self.now,
                endsAt: Self.now.adding(seconds: 7200), code: "K7PQ2X",
                address: "https://apprendre.example.org/sessions/0192f0aa-0000-7000-8000-000000000700/attendance?code=K7PQ2X",
                secondsLeft: 20)
            return render(RoomCodePage(model: model), language, for: Self.tutor)
        default:
            let settings = SiteSettings(organisation: "Les Alouettes & Cie", activityNumber: "11 93 12345 93")
            let model = SheetPage.Model(
                [reading], cohort: Self.cohort, monday: CalendarDay(trusted: "2026-09-14"), settings: settings, now: Self.now)
            return render(SheetPage(model: model), language, for: Self.tutor)
        }
    }
}
