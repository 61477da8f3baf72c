package import Accounts
import Authoring
import CourseContent
package import Essentials
import Files
import Foundation
import Progress
import SQL
package import Scheduling

/// Attendance: each signs for oneself, those who hold the session note who was not there, and the log keeps it all.
extension Campus {
    /// A signature as it was sent.
    package struct SentSignature: Sendable, Hashable {
        package let id: Identifier<AttendanceEntry>
        package let part: HalfDay.Part
        /// What the room showed; empty or `nil` for none.
        package let code: String?
        /// The data of an SVG path; empty or `nil` for a signature that is confirmed.
        package let drawing: String?
        /// Why one signs late.
        package let reason: String?

        package init(
            id: Identifier<AttendanceEntry>, part: HalfDay.Part, code: String? = nil, drawing: String? = nil,
            reason: String? = nil
        ) {
            self.id = id
            self.part = part
            self.code = code
            self.drawing = drawing
            self.reason = reason
        }
    }

    /// Signs a half-day, for oneself. The same signature again changes nothing. For a learner, the session's activity is attended, in the same
    /// transaction.
    /// - Returns: the entry, and whether it is new.
    /// - throws: ``CampusError/notFound(_:)`` for somebody who does not sign there, ``CampusError/invalid(_:)`` for a code that is not that of
    ///   the room and without the reason that a late signature needs, ``CampusError/conflict(_:)`` outside of the window, or when the log says
    ///   something else.
    package func signAttendance(
        _ sent: SentSignature, in id: Identifier<ClassSession>, by viewer: Viewer
    ) async throws -> (entry: AttendanceEntry, isNew: Bool) {
        let now = clock.now
        let note = try Self.oneLine(sent.reason, field: "reason")
        let drawn = sent.drawing.flatMap { $0.isEmpty ? nil : $0 }
        let drawing = drawn.flatMap { SignatureDrawing($0) }
        if drawn != nil, drawing == nil { throw CampusError.invalid("drawing", .badDrawing) }
        return try await withAttendance {
            try await database.write(.takenRows) { writing in
                let session = try attendedSession(id, for: viewer, in: writing)
                guard let role = try signingRole(in: session, viewer, in: writing),
                    let half = session.plan.halfDays.first(where: { $0.part == sent.part })
                else { throw CampusError.notFound(.noSuchSession) }
                let asksForCode = role == .learner && session.plan.isSignedInTheRoom
                let fact = AttendanceFact(
                    .signed, session: id, day: half.day, part: half.part, person: viewer.person.id, role: role,
                    author: viewer.person.id, method: drawing == nil ? .confirmed : .drawn,
                    means: role == .trainer ? .staff : asksForCode ? .roomCode : .sessionPage, drawing: drawing, note: note)
                // What was kept is said again whatever time it is now.
                if try attendance.entry(sent.id, in: writing) == nil {
                    guard session.status == .published else { throw CampusError.conflict(.sessionIsCancelled) }
                    try requireOpen(SigningWindow(half, zone: session.plan.zone, rules: attendanceRules), note: note, at: now)
                    if asksForCode {
                        let isGood = RoomCode.isGood(
                            sent.code ?? "", secret: try attendance.secret(in: writing), session: id, day: half.day,
                            part: half.part, at: now)
                        if !isGood { throw CampusError.invalid("code", .badRoomCode) }
                    }
                }
                let wasAbsent =
                    try role == .learner
                    && attendance.absences(of: viewer.person.id, in: session.cohort, at: now, in: writing).absencesInARow > 0
                let (entry, isNew) = try attendance.append(
                    fact, id: sent.id, context: context(of: session, half, viewer.person.name), at: now, in: writing)
                if isNew, role == .learner {
                    try recordAttended(session, entry, at: now, in: writing)
                    if wasAbsent { try followUpAttendance(of: entry.fact.person, in: session.cohort, at: now, in: writing) }
                }
                return (entry, isNew)
            }
        }
    }

    private func requireOpen(_ window: SigningWindow, note: String?, at now: Instant) throws {
        switch window.standing(at: now) {
        case .open: return
        case .notYet: throw CampusError.conflict(.signingNotYet)
        case .over: throw CampusError.conflict(.signingOver)
        case .late: if note == nil { throw CampusError.invalid("reason", .lateSigningReason) }
        }
    }

    // MARK: What those who hold the session note

    /// An absence or a late arrival as it was sent.
    package struct SentAbsence: Sendable {
        package let id: Identifier<AttendanceEntry>
        package let part: HalfDay.Part
        package let person: Identifier<Person>
        /// ``AttendanceFact/Kind/absent`` or ``AttendanceFact/Kind/late``.
        package let kind: AttendanceFact.Kind
        /// `nil` for the whole half-day.
        package let minutes: Int?
        package let motive: AbsenceMotive?
        package let isJustified: Bool
        package let note: String?
        package let proof: SentFile?
        /// The entry that it takes the place of.
        package let corrects: Identifier<AttendanceEntry>?
        package let reason: String?

        package init(
            id: Identifier<AttendanceEntry>, part: HalfDay.Part, person: Identifier<Person>, kind: AttendanceFact.Kind,
            minutes: Int? = nil, motive: AbsenceMotive? = nil, isJustified: Bool = false, note: String? = nil,
            proof: SentFile? = nil, corrects: Identifier<AttendanceEntry>? = nil, reason: String? = nil
        ) {
            self.id = id
            self.part = part
            self.person = person
            self.kind = kind
            self.minutes = minutes
            self.motive = motive
            self.isJustified = isJustified
            self.note = note
            self.proof = proof
            self.corrects = corrects
            self.reason = reason
        }
    }

    /// The largest proof, in bytes.
    package static let largestProof = 10 * 1024 * 1024

    /// Notes that a learner was not there, or came late; with `corrects`, in the place of what was noted before.
    /// - throws: ``CampusError/notFound(_:)`` for who does not hold the session, ``CampusError/invalid(_:)``, ``CampusError/conflict(_:)``.
    package func noteAttendance(
        _ sent: SentAbsence, in id: Identifier<ClassSession>, by viewer: Viewer
    ) async throws -> (entry: AttendanceEntry, isNew: Bool) {
        let now = clock.now
        guard sent.kind == .absent || sent.kind == .late else { throw CampusError.invalid("kind", .notInTheList) }
        let note = try Self.oneLine(sent.note, field: "note")
        let reason = try Self.oneLine(sent.reason, field: "correction")
        if sent.corrects != nil, reason == nil { throw CampusError.invalid("correction", .correctionReason) }
        // Who may not is refused before a byte is written.
        _ = try await database.read { try runSession(id, sent.part, viewer, in: $0) }
        let proof = try sent.kind == .absent ? sent.proof.map { try keepProof($0) } : nil
        return try await withAttendance {
            try await database.write(.takenRows) { writing in
                let (session, half) = try runSession(id, sent.part, viewer, in: writing)
                let learner = try attendance.learners(of: session.cohort, in: writing).first {
                    $0.id == sent.person && $0.isExpected(in: half, group: session.plan.group)
                }
                guard let learner else { throw CampusError.invalid("person", .notInTheList) }
                guard now >= half.startsAt else { throw CampusError.conflict(.halfDayNotBegun) }
                guard let minutes = sent.kind == .absent ? sent.minutes ?? half.minutes : sent.minutes,
                    (1...half.minutes).contains(minutes)
                else { throw CampusError.invalid("minutes", .minutesOfHalfDay(half.minutes)) }
                let isAbsence = sent.kind == .absent
                let fact = AttendanceFact(
                    sent.kind, session: id, day: half.day, part: half.part, person: learner.id, role: .learner,
                    author: viewer.person.id, minutes: minutes, motive: isAbsence ? sent.motive ?? .unknown : nil,
                    isJustified: isAbsence ? sent.isJustified : nil, note: note, proof: proof, corrects: sent.corrects,
                    reason: reason)
                let kept = try attendance.append(
                    fact, id: sent.id, context: context(of: session, half, learner.name), at: now, in: writing)
                if kept.isNew { try followUpAttendance(of: learner.id, in: session.cohort, at: now, in: writing) }
                return kept
            }
        }
    }

    /// Says that an entry does not hold: one more entry. What was granted for it stays.
    /// - throws: as ``noteAttendance(_:in:by:)``.
    package func withdrawAttendance(
        _ target: Identifier<AttendanceEntry>, id: Identifier<AttendanceEntry>, reason: String,
        in session: Identifier<ClassSession>, by viewer: Viewer
    ) async throws -> (entry: AttendanceEntry, isNew: Bool) {
        let now = clock.now
        guard let reason = try Self.oneLine(reason, field: "correction") else {
            throw CampusError.invalid("correction", .correctionReason)
        }
        return try await withAttendance {
            try await database.write(.takenRows) { writing in
                guard let wrong = try attendance.entry(target, in: writing), wrong.fact.session == session,
                    let kept = try calendar.session(session, in: writing), mayRun(kept, viewer)
                else { throw CampusError.notFound(.noSuchSession) }
                let fact = AttendanceFact(
                    .withdrawn, session: session, day: wrong.fact.day, part: wrong.fact.part, person: wrong.fact.person,
                    role: wrong.fact.role, author: viewer.person.id, corrects: target, reason: reason)
                let entry = try attendance.append(fact, id: id, context: wrong.context, at: now, in: writing)
                if entry.isNew, wrong.fact.role == .learner {
                    try followUpAttendance(of: wrong.fact.person, in: kept.cohort, at: now, in: writing)
                }
                return entry
            }
        }
    }

    /// A session that the person holds, with one of its half-days.
    private func runSession(
        _ id: Identifier<ClassSession>, _ part: HalfDay.Part, _ viewer: Viewer, in reading: any ReadTransaction
    ) throws -> (ClassSession, HalfDay) {
        let session = try attendedSession(id, for: viewer, in: reading)
        guard mayRun(session, viewer), let half = session.plan.halfDays.first(where: { $0.part == part }) else {
            throw CampusError.notFound(.noSuchSession)
        }
        guard session.status == .published else { throw CampusError.conflict(.sessionIsCancelled) }
        return (session, half)
    }

    private func keepProof(_ file: SentFile) throws -> AttendanceFact.Proof {
        guard file.bytes.count <= Self.largestProof, !file.bytes.isEmpty else {
            throw CampusError.invalid("proof", .proofTooLarge)
        }
        guard SubmittedBytes.fit(file.name, Array(file.bytes.prefix(64))), file.name.utf8.count <= 200,
            !file.name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        else { throw CampusError.invalid("proof", .badProof) }
        return AttendanceFact.Proof(
            digest: try files.store(file.bytes), name: file.name, mediaType: SubmittedBytes.mediaType(file.name),
            size: file.bytes.count)
    }

    // MARK: What follows

    /// The activity for which the session is held was attended, in every course of the cohort that has it.
    private func recordAttended(
        _ session: ClassSession, _ entry: AttendanceEntry, at now: Instant, in writing: any WriteTransaction
    ) throws {
        guard let activity = session.plan.activity else { return }
        for standing in try progress.courses(of: entry.fact.person, in: writing) {
            let enrolment = standing.enrolment
            guard enrolment.cohort == session.cohort, enrolment.status != .left,
                let course = try library.course(enrolment.course, in: writing), let rules = course.rules[activity],
                !rules.isPlanned
            else { continue }
            let event = LearningEvent.attended(
                enrolment: enrolment.id, signature: entry.id.text, activity: activity, at: now)
            try record([event], for: enrolment.id, in: course, at: now, in: writing)
            try followUp(enrolment.id, at: now, in: writing)
        }
    }

    /// Absences raise alerts and end them.
    private func followUpAttendance(
        of person: Identifier<Person>, in cohort: Identifier<Cohort>, at now: Instant, in writing: any WriteTransaction
    ) throws {
        for standing in try progress.courses(of: person, in: writing)
        where standing.enrolment.cohort == cohort && standing.enrolment.status != .left {
            // Whatever else is recorded of this learner waits: one of both evaluates last, and sees it all.
            _ = try progress.takeCourse(standing.enrolment.course, of: person, in: writing)
            try followUp(standing.enrolment.id, at: now, in: writing)
        }
    }

    private func context(of session: ClassSession, _ half: HalfDay, _ name: PersonName) -> AttendanceEntry.Context {
        let plan = session.plan
        return AttendanceEntry.Context(
            cohort: session.cohort, startsAt: half.startsAt, endsAt: half.endsAt, subject: plan.title,
            place: plan.place ?? plan.link, name: name.full)
    }

    /// What was typed, on one line; `nil` for nothing.
    private static func oneLine(_ typed: String?, field: String) throws -> String? {
        let text = (typed ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard text.unicodeScalars.count <= AttendanceFact.longestText,
            !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        else { throw CampusError.invalid(field, .attendanceTextTooLong) }
        return text.isEmpty ? nil : text
    }

    private func withAttendance<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await withCurrentCourse(body)
        } catch let error as AttendanceError {
            throw CampusError.conflict(error.phrase)
        }
    }
}
