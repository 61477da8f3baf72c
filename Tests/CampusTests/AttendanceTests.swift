import Accounts
import CourseContent
import Essentials
import Progress
import SQL
import Scheduling
import TestSupport
import Testing
import Tutoring

@testable import Campus

@Suite("Attendance and what follows from it")
struct AttendanceTests {
    static func plan(
        _ campus: TestCampus, day: String = "2026-09-15", hour: String = "09:30", activity: Identifier<Activity>? = nil
    ) async throws -> ClassSession {
        let typed = Campus.TypedSession(
            title: "Classe", day: day, hour: hour, duration: "120", trainers: ["ines.garcia"],
            link: "https://visio.example.org/web")
        var session = try await campus.campus.planSession(typed, in: TestCampus.cohortKey, force: true, by: nil)
        session.plan.activity = activity
        guard activity != nil else { return session }
        let changed = session
        return try await campus.database.write {
            try ClassSessionStore().change(changed, force: true, by: nil, at: campus.clock.now, in: $0)
        }
    }

    static func sign(_ campus: TestCampus, _ session: ClassSession, as role: TestRole = .learner) async throws -> AttendanceEntry
    {
        let part = try #require(session.plan.halfDays.first).part
        let sent = Campus.SentSignature(id: .new(at: campus.clock.now), part: part)
        return try await campus.campus.signAttendance(sent, in: session.id, by: try await campus.viewer(role)).entry
    }

    static func absent(
        _ campus: TestCampus, _ session: ClassSession, isJustified: Bool = false
    ) async throws -> AttendanceEntry {
        let part = try #require(session.plan.halfDays.first).part
        let sent = Campus.SentAbsence(
            id: .new(at: campus.clock.now), part: part, person: campus[.learner].id, kind: .absent, isJustified: isJustified)
        return try await campus.campus.noteAttendance(sent, in: session.id, by: try await campus.viewer(.trainer)).entry
    }

    static func reasons(_ campus: TestCampus) async throws -> Set<AlertReason.Kind> {
        let enrolment = try #require(try await campus.enrolment(.learner))
        let followed = try await campus.database.read { try AlertStore().followUp(of: enrolment.id.text, in: $0) }
        guard let followed, followed.level != nil else { return [] }
        return Set(followed.reasons.map(\.kind))
    }

    @Test("who signs attended the session's activity, in the same transaction; a withdrawal takes nothing back")
    func attended() async throws {
        try await withTestCampus { campus in
            let activity = try #require(campus.version.activityIDs[TestCourse.welcome])
            let session = try await Self.plan(campus, activity: activity)
            let entry = try await Self.sign(campus, session)
            #expect(try await campus.states(of: .learner)[activity]?.attendedAt == campus.clock.now)
            let trainer = try await campus.viewer(.trainer)
            _ = try await campus.campus.withdrawAttendance(
                entry.id, id: .new(at: campus.clock.now), reason: "Erreur", in: session.id, by: trainer)
            #expect(try await campus.states(of: .learner)[activity]?.attendedAt != nil)
            let summary = try await campus.campus.verifyProgress()
            #expect(summary.differences == 0)
        }
    }

    @Test("an unjustified half-day is amber and two absences in a row are red, at once; a signature and a withdrawal end it")
    func alerts() async throws {
        try await withTestCampus { campus in
            let first = try await Self.plan(campus, hour: "08:30")
            let absence = try await Self.absent(campus, first)
            #expect(try await Self.reasons(campus).contains(.absence))
            #expect(!(try await Self.reasons(campus).contains(.absencesInARow)))
            let second = try await Self.plan(campus, hour: "09:45")
            _ = try await Self.absent(campus, second, isJustified: true)
            #expect(try await Self.reasons(campus).contains(.absencesInARow))
            let third = try await Self.plan(campus, hour: "10:05")
            _ = try await Self.sign(campus, third)
            #expect(!(try await Self.reasons(campus).contains(.absencesInARow)))
            let trainer = try await campus.viewer(.trainer)
            _ = try await campus.campus.withdrawAttendance(
                absence.id, id: .new(at: campus.clock.now), reason: "Erreur", in: first.id, by: trainer)
            #expect(!(try await Self.reasons(campus).contains(.absence)))
        }
    }

    @Test("what another service knows of a connection is kept beside the signatures")
    func connection() async throws {
        try await withTestCampus { campus in
            let session = try await Self.plan(campus)
            let span = ConnectionSpan(
                person: campus[.learner].id, source: "bigbluebutton", startedAt: session.startsAt, endedAt: session.endsAt)
            try await campus.campus.recordConnection(span, of: session.id)
            let reading = try await campus.campus.attendance(of: session.id, for: try await campus.viewer(.tutor))
            #expect(reading.spans == [span] && !reading.mayRun && reading.seesAll)
            #expect(reading.halves.first?.lines.allSatisfy { $0.standing.state == .nothing } == true)
            await #expect(throws: CampusError.self) {
                try await campus.campus.recordConnection(span, of: Identifier(trusted: TestCampus.cohortKey))
            }
        }
    }

    @Test("nobody but those who hold the session notes anything")
    func roles() async throws {
        try await withTestCampus { campus in
            let session = try await Self.plan(campus)
            for role in [TestRole.learner, .tutor, .mentor, .outsideTutor, .admin] {
                let viewer = try await campus.viewer(role)
                let sent = Campus.SentAbsence(
                    id: .new(at: campus.clock.now), part: .morning, person: campus[.secondLearner].id, kind: .absent)
                await #expect(throws: CampusError.notFound(.noSuchSession), "\(role)") {
                    try await campus.campus.noteAttendance(sent, in: session.id, by: viewer)
                }
            }
        }
    }
}
