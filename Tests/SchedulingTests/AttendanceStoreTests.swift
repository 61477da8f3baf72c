import Accounts
import CourseContent
import Essentials
import SQL
import TestSupport
import Testing

@testable import Scheduling

@Suite("The attendance log", .serialized)
struct AttendanceStoreTests {
    typealias Sessions = ClassSessionStoreTests
    static let store = AttendanceStore()
    static let start = Instant(milliseconds: 1_795_507_200_000)

    static func fact(
        _ kind: AttendanceFact.Kind = .signed, of person: Identifier<Person> = Sessions.learner, drawing: String? = nil,
        minutes: Int? = nil, corrects: Identifier<AttendanceEntry>? = nil, session: Int = 101, note: String? = nil
    ) -> AttendanceFact {
        let isSigned = kind == .signed
        return AttendanceFact(
            kind, session: Sessions.id(session), day: CalendarDay(trusted: "2026-11-24"), part: .morning, person: person,
            role: .learner, author: isSigned ? person : Sessions.trainer,
            method: isSigned ? drawing == nil ? .confirmed : .drawn : nil, means: isSigned ? .sessionPage : nil,
            drawing: drawing.flatMap { SignatureDrawing($0) },
            minutes: kind == .absent ? minutes ?? 120 : kind == .late ? minutes ?? 10 : nil,
            motive: kind == .absent ? .unknown : nil, isJustified: kind == .absent ? false : nil, note: note,
            corrects: corrects, reason: corrects == nil ? nil : "Erreur")
    }

    static func context(_ cohort: Identifier<Cohort> = Sessions.web) -> AttendanceEntry.Context {
        AttendanceEntry.Context(
            cohort: cohort, startsAt: start, endsAt: start.adding(seconds: 7200), subject: "Atelier 1", place: "Salle 2",
            name: "A learner")
    }

    @discardableResult static func append(
        _ fact: AttendanceFact, _ number: Int, _ cohort: Identifier<Cohort> = Sessions.web, to database: any SQLDatabase,
        isolation: WriteIsolation = .takenRows
    ) async throws -> (entry: AttendanceEntry, isNew: Bool) {
        try await database.write(isolation) {
            try store.append(fact, id: Sessions.id(number), context: context(cohort), at: start, in: $0)
        }
    }

    static func verify(
        _ database: any SQLDatabase, _ cohort: Identifier<Cohort> = Sessions.web
    ) async throws -> (length: Int, fault: AttendanceFault?) {
        try await database.read { try store.verify(cohort, in: $0) }
    }

    static func with(_ backend: Backend, _ body: (any SQLDatabase) async throws -> Void) async throws {
        try await Sessions.with(backend) { database in
            try await Sessions.add(try Sessions.session(1), to: database)
            try await Sessions.add(try Sessions.session(2, Sessions.other, place: "Ailleurs"), to: database)
            try await body(database)
        }
    }

    @Test(
        "entries of a cohort follow each other, each over the hash of the one before; another cohort has its own chain",
        arguments: Backend.available)
    func chain(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            let first = try await Self.append(Self.fact(), 201, to: database).entry
            let second = try await Self.append(Self.fact(.late), 202, to: database).entry
            let other = try await Self.append(Self.fact(of: Sessions.second, session: 102), 203, Sessions.other, to: database)
                .entry
            #expect(first.sequence == 1 && first.previous == AttendanceEntry.firstPrevious)
            #expect(second.sequence == 2 && second.previous == first.hash)
            #expect(other.sequence == 1)
            #expect(AttendanceEntry.hash(of: second.canonical) == second.hash)
            let kept = try await database.read { try Self.store.entry(second.id, in: $0) }
            #expect(kept == second)
            let (length, fault) = try await Self.verify(database)
            #expect(length == 2 && fault == nil)
            #expect(try await Self.verify(database, Sessions.other).length == 1)
        }
    }

    @Test("the same id with the same content changes nothing, with another content it is refused", arguments: Backend.available)
    func replay(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            let path = "M10 10L30 40L60 20L90 50"
            let first = try await Self.append(Self.fact(drawing: path), 201, to: database)
            let again = try await Self.append(Self.fact(drawing: path), 201, to: database)
            #expect(first.isNew && !again.isNew && first.entry == again.entry)
            for other in [Self.fact(), Self.fact(drawing: path, note: "x"), Self.fact(.late), Self.fact(of: Sessions.second)] {
                await #expect(throws: AttendanceError.otherContent) { try await Self.append(other, 201, to: database) }
            }
            await #expect(throws: AttendanceError.alreadySigned) { try await Self.append(Self.fact(), 202, to: database) }
            await #expect(throws: AttendanceError.drawingReused) {
                try await Self.append(Self.fact(of: Sessions.second, drawing: path), 203, to: database)
            }
            #expect(try await Self.verify(database).length == 1)
        }
    }

    @Test("what was wrong is corrected by entries that name it, once each", arguments: Backend.available)
    func corrections(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            let signed = try await Self.append(Self.fact(), 201, to: database).entry
            await #expect(throws: AttendanceError.hasSigned) { try await Self.append(Self.fact(.absent), 202, to: database) }
            // A part of it was missed all the same.
            try await Self.append(Self.fact(.absent, minutes: 30), 203, to: database)
            await #expect(throws: AttendanceError.alreadyNoted) {
                try await Self.append(Self.fact(.absent, minutes: 20), 204, to: database)
            }
            try await Self.append(Self.fact(.withdrawn, corrects: signed.id), 205, to: database)
            await #expect(throws: AttendanceError.nothingToCorrect) {
                try await Self.append(Self.fact(.withdrawn, corrects: signed.id), 206, to: database)
            }
            let absent = try await Self.append(Self.fact(.absent, corrects: Sessions.id(203)), 207, to: database).entry
            await #expect(throws: AttendanceError.isAbsent) { try await Self.append(Self.fact(), 208, to: database) }
            try await Self.append(Self.fact(.withdrawn, corrects: absent.id), 209, to: database)
            // Signed again: the entry names the withdrawal that it follows, and stays a replay of what was sent.
            let again = try await Self.append(Self.fact(), 210, to: database)
            #expect(again.entry.fact.corrects == Sessions.id(205))
            #expect(try await Self.append(Self.fact(), 210, to: database).isNew == false)
            let entries = try await database.read { try Self.store.entries(of: Sessions.id(101), in: $0) }
            let standing = AttendanceStanding(entries)
            #expect(standing.state == .signed && standing.absence == nil && standing.signature?.id == again.entry.id)
            #expect(try await Self.verify(database).fault == nil)
        }
    }

    @Test("the database refuses to change or remove an entry", arguments: Backend.available)
    func appendOnly(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            try await Self.append(Self.fact(), 201, to: database)
            for script in ["UPDATE attendance_entry SET at = 0", "DELETE FROM attendance_entry"] {
                await #expect(throws: SQLError.self) { try await database.write { try $0.runScript(script) } }
            }
            #expect(try await Self.verify(database).length == 1)
        }
    }

    @Test(
        "whoever gets past that is found: the first broken link is named",
        arguments: Backend.available,
        [
            ("UPDATE attendance_entry SET minutes = 1 WHERE sequence = 2", AttendanceFault.Problem.altered, 2),
            ("UPDATE attendance_entry SET person_name = 'B' WHERE sequence = 1", .altered, 1),
            ("UPDATE attendance_entry SET note = 'x' WHERE sequence = 3", .altered, 3),
            ("UPDATE attendance_entry SET previous = hash WHERE sequence = 3", .unlinked, 3),
            ("DELETE FROM attendance_entry WHERE sequence = 2", .missing, 3),
            ("DELETE FROM attendance_entry WHERE sequence = 3", .missing, 3),
            ("UPDATE attendance_chain SET length = 4", .missing, 4),
            ("DELETE FROM attendance_chain", .missing, 4),
        ])
    func tampered(_ backend: Backend, _ attack: (String, AttendanceFault.Problem, Int)) async throws {
        try await Self.with(backend) { database in
            try await Self.append(Self.fact(), 201, to: database)
            try await Self.append(Self.fact(.late), 202, to: database)
            try await Self.append(Self.fact(of: Sessions.second), 203, to: database)
            try await database.write { writing in
                if backend == .sqlite {
                    try writing.runScript("DROP TRIGGER attendance_entry_same; DROP TRIGGER attendance_entry_stays")
                } else {
                    // The schema is another test's afterwards.
                    try writing.runScript("ALTER TABLE attendance_entry DISABLE TRIGGER USER")
                }
                try writing.runScript(attack.0)
                if backend != .sqlite { try writing.runScript("ALTER TABLE attendance_entry ENABLE TRIGGER USER") }
            }
            let fault = try await Self.verify(database).fault
            #expect(fault?.problem == attack.1 && fault?.sequence == attack.2)
        }
    }

    @Test("three hundred sign at once: each is acknowledged, and the chain holds them all", arguments: Backend.available)
    func race(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            try await database.write { tx in
                for number in 0..<300 {
                    try PersonStore().add(
                        NewPerson(
                            id: Sessions.id(1000 + number), login: try Login("learner-\(number)"),
                            name: PersonName(given: "A", family: "B"), passwordHash: nil, mustChangePassword: false),
                        at: Sessions.now, in: tx)
                }
            }
            let sequences = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<300 {
                    group.addTask {
                        // Each sends twice, as a phone that lost its network does.
                        let first = try await Self.append(
                            Self.fact(of: Sessions.id(1000 + number)), 2000 + number, to: database)
                        let second = try await Self.append(
                            Self.fact(of: Sessions.id(1000 + number)), 2000 + number, to: database)
                        #expect(first.entry.sequence == second.entry.sequence && !second.isNew)
                        return first.entry.sequence
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(sequences.sorted() == Array(1...300))
            let (length, fault) = try await Self.verify(database)
            #expect(length == 300 && fault == nil)
        }
    }

    @Test("the same person cannot sign twice at once", arguments: Backend.available)
    func sameSigner(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            let kept = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<12 {
                    group.addTask { (try? await Self.append(Self.fact(), 300 + number, to: database))?.isNew ?? false }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(kept == 1)
            let end = try await Self.verify(database)
            #expect(end.length == 1)
        }
    }

    @Test("absences of the last week that nothing justifies, and those in a row, are counted", arguments: Backend.available)
    func figures(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            let absent = try await Self.append(Self.fact(.absent), 201, to: database).entry
            func figures(_ seconds: Int64) async throws -> AbsenceFigures {
                try await database.read {
                    try Self.store.absences(
                        of: Sessions.learner, in: Sessions.web, at: Self.start.adding(seconds: seconds), in: $0)
                }
            }
            let now = try await figures(7200)
            #expect(now.unjustifiedHalfDays == 1 && now.absencesInARow == 1)
            #expect(try await figures(8 * 86_400).unjustifiedHalfDays == 0)
            #expect(try await figures(8 * 86_400).absencesInARow == 1)
            try await Self.append(Self.fact(.withdrawn, corrects: absent.id), 202, to: database)
            let after = try await figures(7200)
            #expect(after.unjustifiedHalfDays == 0 && after.absencesInARow == 0)
        }
    }

    @Test("a connection is kept once a minute, with its last end; it signs for nobody", arguments: Backend.available)
    func spans(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            let connections = ConnectionStore()
            let session: Identifier<ClassSession> = Sessions.id(101)
            let spans = [
                ConnectionSpan(person: Sessions.learner, source: ConnectionSpan.joined, startedAt: Self.start),
                ConnectionSpan(person: Sessions.learner, source: ConnectionSpan.joined, startedAt: Self.start),
                ConnectionSpan(
                    person: Sessions.learner, source: "bigbluebutton", startedAt: Self.start,
                    endedAt: Self.start.adding(seconds: 60)),
                ConnectionSpan(
                    person: Sessions.learner, source: "bigbluebutton", startedAt: Self.start,
                    endedAt: Self.start.adding(seconds: 3600)),
                ConnectionSpan(person: Sessions.learner, source: "bigbluebutton", startedAt: Self.start),
            ]
            try await database.write { tx in for span in spans { try connections.keep(span, of: session, in: tx) } }
            let kept = try await database.read { try connections.spans(of: session, in: $0) }
            #expect(kept.map(\.source) == ["bigbluebutton", "joined"])
            #expect(kept.first?.endedAt == Self.start.adding(seconds: 3600))
            #expect(try await Self.verify(database).length == 0)
        }
    }
}
