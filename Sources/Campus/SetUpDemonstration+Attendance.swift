import Accounts
import Essentials
import SQL
import Scheduling

/// Who was at the classes of the demonstration that are over: nearly everybody signed; somebody was ill and gave a document, somebody did not come and
/// did not say why, and now and then a bus is late.
extension Campus {
    /// Fills the logs that are empty still.
    func addDemonstrationAttendance(now: Instant) async throws {
        try await database.writeAlone { writing in
            for definition in DemonstrationCohort.all {
                guard let cohort = try cohorts.cohort(key: definition.key, in: writing),
                    try attendance.log(of: cohort.id, after: 0, limit: 1, in: writing).isEmpty
                else { continue }
                let learners = try attendance.learners(of: cohort.id, in: writing)
                let sessions = try calendar.sessions(
                    of: cohort.id, from: Instant(milliseconds: 0), until: now, in: writing)
                for (number, session) in sessions.enumerated() where session.endsAt < now && session.status == .published {
                    try signDemonstration(
                        session, number, ofLast: sessions.count, learners: learners, in: writing)
                }
            }
        }
    }

    private func signDemonstration(
        _ session: ClassSession, _ number: Int, ofLast count: Int, learners: [AttendanceStore.Learner],
        in writing: any WriteTransaction
    ) throws {
        let isInRoom = session.plan.isSignedInTheRoom
        for half in session.plan.halfDays {
            func keep(_ fact: AttendanceFact, _ name: PersonName, after seconds: Int64) throws {
                let at = half.startsAt.adding(seconds: seconds)
                let plan = session.plan
                _ = try attendance.append(
                    fact, id: .new(at: at),
                    context: AttendanceEntry.Context(
                        cohort: session.cohort, startsAt: half.startsAt, endsAt: half.endsAt, subject: plan.title,
                        place: plan.place ?? plan.link, name: name.full),
                    at: at, in: writing)
            }
            func fact(
                _ kind: AttendanceFact.Kind, _ person: Identifier<Person>, by author: Identifier<Person>,
                as role: AttendanceFact.Role = .learner, minutes: Int? = nil, motive: AbsenceMotive? = nil,
                isJustified: Bool? = nil, note: String? = nil
            ) -> AttendanceFact {
                let isSigned = kind == .signed
                return AttendanceFact(
                    kind, session: session.id, day: half.day, part: half.part, person: person, role: role, author: author,
                    method: isSigned ? .confirmed : nil,
                    means: isSigned ? role == .trainer ? .staff : isInRoom ? .roomCode : .sessionPage : nil, minutes: minutes,
                    motive: motive, isJustified: isJustified, note: note)
            }
            let trainer = try session.plan.trainers.first.flatMap { try people.person($0, in: writing) }
            if let trainer {
                try keep(fact(.signed, trainer.id, by: trainer.id, as: .trainer), trainer.name, after: -120)
            }
            let expected = learners.filter { $0.isExpected(in: half, group: session.plan.group) }
            for (place, learner) in expected.enumerated() {
                // Always the same: the same demonstration every time.
                let dice = (number * 7 + place * 3) % 20
                if let trainer, number == count / 2, place == 1 {
                    try keep(
                        fact(
                            .absent, learner.id, by: trainer.id, minutes: half.minutes, motive: .illness, isJustified: true,
                            note: "Arrêt de travail remis"), learner.name, after: 3600)
                } else if let trainer, number == count / 3, place == 2 {
                    try keep(
                        fact(.absent, learner.id, by: trainer.id, minutes: half.minutes, motive: .unknown, isJustified: false),
                        learner.name, after: 3600)
                } else {
                    let isLate = dice == 11
                    if isLate, let trainer {
                        try keep(
                            fact(.late, learner.id, by: trainer.id, minutes: 12, note: "Bus"), learner.name, after: 720)
                    }
                    if !isInRoom {
                        try connections.keep(
                            ConnectionSpan(
                                person: learner.id, source: ConnectionSpan.joined,
                                startedAt: half.startsAt.adding(seconds: isLate ? 720 : Int64(dice) * 12)), of: session.id,
                            in: writing)
                    }
                    try keep(
                        fact(.signed, learner.id, by: learner.id), learner.name, after: isLate ? 780 : Int64(place) * 20 + 30)
                }
            }
        }
    }
}
