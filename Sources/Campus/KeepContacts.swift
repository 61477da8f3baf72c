package import Accounts
package import Essentials
import Outbound
import Progress
import SQL
package import Tutoring

/// Reaching learners: what was tried, calls that they ask for, and who follows them from now on.
extension Campus {
    // MARK: Contacts

    /// A contact before it is kept.
    package struct TypedContact: Sendable {
        package let id: Identifier<LearnerContact>
        package let means: ContactMeans
        package let outcome: ContactOutcome
        /// Of an appointment.
        package let appointment: Instant?
        package let note: String?

        package init(
            id: Identifier<LearnerContact>, means: ContactMeans, outcome: ContactOutcome, appointment: Instant? = nil,
            note: String? = nil
        ) {
            self.id = id
            self.means = means
            self.outcome = outcome
            self.appointment = appointment
            self.note = note
        }
    }

    /// How far ahead an appointment may be, in seconds.
    private static let farthestAppointment: Int64 = 90 * 86_400

    /// Writes down that one tried to reach a learner. Whoever was reached waits for no call any more, and their alerts are closed with it.
    /// - Returns: the contact as it is kept.
    /// - throws: ``CampusError/notFound(_:)`` for a learner that this person does not follow, ``CampusError/invalid(_:)``.
    package func addContact(
        _ typed: TypedContact, with person: Identifier<Person>, in cohortKey: String, by viewer: Viewer
    ) async throws -> LearnerContact {
        let now = clock.now
        return try await withTutoring {
            try await database.write { writing in
                let (cohort, standings) = try followedLearner(person, in: cohortKey, viewer, in: writing)
                if typed.outcome == .appointment {
                    guard let at = typed.appointment, at > now, at < now.adding(seconds: Self.farthestAppointment) else {
                        throw CampusError.invalid("day", .noSuchAppointment)
                    }
                }
                let contact = LearnerContact(
                    id: typed.id, cohort: cohort.id, person: person, means: typed.means, outcome: typed.outcome,
                    againAt: LearnerNeed.again(after: typed.outcome, at: now, appointment: typed.appointment),
                    note: typed.note, by: viewer.person.id, at: now)
                guard try contacts.add(contact, in: writing), contact.outcome == .reached else { return contact }
                try endCall(of: person, in: cohort.id, by: viewer, at: now, in: writing)
                for standing in standings {
                    let context = standing.enrolment.id.text
                    guard try alerts.followUp(of: context, in: writing)?.isOpen ?? false else { continue }
                    try alerts.close(context, .contacted, note: typed.note, by: viewer.person.id, at: now, in: writing)
                }
                return contact
            }
        }
    }

    /// A learner of a cohort that somebody follows, with what they follow there.
    func followedLearner(
        _ person: Identifier<Person>, in cohortKey: String, _ viewer: Viewer, in reading: any ReadTransaction
    ) throws -> (cohort: Cohort, standings: [LearnerCourse]) {
        let cohort = try followed(cohortKey, viewer, in: reading)
        let standings = try progress.courses(of: person, in: reading).filter { $0.enrolment.cohort == cohort.id }
        guard !standings.isEmpty else { throw CampusError.notFound(.noSuchLearner) }
        return (cohort, standings)
    }

    // MARK: Calls

    /// A learner asks those who follow them for a call: it stands on their day, and a letter says so. Asked again before anybody called, the last
    /// words count and nobody is told once more.
    /// - throws: ``CampusError/notFound(_:)`` for who is no learner of the cohort, ``CampusError/invalid(_:)``.
    package func askForCall(
        _ id: Identifier<CallRequest>, phone: String?, hours: String?, in cohortKey: String, by viewer: Viewer
    ) async throws -> ConversationAddress {
        let now = clock.now
        return try await withTutoring {
            try await database.write { writing in
                let found = try place(.tutoring, viewer.person.id.text, in: cohortKey, for: viewer, in: writing)
                guard found.rights.contains(.write) else { throw CampusError.notFound(.noSuchConversation) }
                let isNew = try contacts.askCall(
                    id, phone: phone, hours: hours, of: viewer.person.id, in: found.cohort.id, at: now, in: writing)
                if isNew { try tellOfCall(id, in: found, by: viewer, at: now, in: writing) }
                return try address(of: found.place, in: writing)
            }
        }
    }

    /// A learner asks for a call no more. Again changes nothing.
    /// - throws: ``CampusError/notFound(_:)``.
    package func withdrawCall(in cohortKey: String, by viewer: Viewer) async throws -> ConversationAddress {
        let now = clock.now
        return try await database.write { writing in
            let found = try place(.tutoring, viewer.person.id.text, in: cohortKey, for: viewer, in: writing)
            try endCall(of: viewer.person.id, in: found.cohort.id, by: viewer, at: now, in: writing)
            return try address(of: found.place, in: writing)
        }
    }

    private func endCall(
        of person: Identifier<Person>, in cohort: Identifier<Cohort>, by viewer: Viewer, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        let ended = try contacts.settleCall(of: person, in: cohort, by: viewer.person.id, at: now, in: writing)
        if let ended { try outbox.withdraw(Self.letters(about: ended.id), in: writing) }
    }

    private static func letters(about call: Identifier<CallRequest>) -> String { "call/\(call.text)/" }

    /// A letter to whoever follows the learner: the one to whom they were handed over, or every tutor of the cohort, or its coordinators.
    private func tellOfCall(
        _ call: Identifier<CallRequest>, in found: FoundPlace, by viewer: Viewer, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        let cohort = found.cohort
        var called: [Identifier<Person>] = []
        let own = try contacts.handovers(of: viewer.person.id, in: cohort.id, limit: 1, in: writing).first?.tutor
        if let own, try people.roles(of: own, in: writing).mayReviewProgress(of: cohort.id) { called = [own] }
        for role in [CohortRole.tutor, .coordinator] where called.isEmpty {
            called = try everybody { try memberships.people(of: cohort.id, as: role, after: $0, limit: $1, in: writing) }
        }
        for id in called {
            guard let reader = try people.person(id, in: writing), reader.disabledAt == nil, let email = reader.email,
                let token = try outbox.consent(of: id.text, token: { SecretToken.address().text }, in: writing)
            else { continue }
            let words = MessageLetter.call(
                for: viewer.person.name, cohort: cohort, to: reader.name, in: reader.language, refusal: token)
            try outbox.add(
                LetterDraft(
                    cause: Self.letters(about: call) + "asked", recipient: id.text, address: email.text, kind: "call",
                    language: reader.language, subject: words.subject, body: words.body,
                    refusal: SessionLetter.refusalPath(token),
                    dueAt: Self.letterTime(at: now, try outbox.wishes(of: id.text, in: writing)),
                    expiresAt: WorkingTime.adding(hours: 2 * WorkingTime.day, to: now)),
                at: now, in: writing)
        }
    }

    // MARK: Who follows whom

    /// Hands a learner over to a colleague, with where they stand: in one transaction, and on the colleague's day at once. To who follows them
    /// already, nothing changes.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)`` for who does not follow the cohort, and without words.
    package func handOver(
        _ person: Identifier<Person>, to tutor: Identifier<Person>, note: String, in cohortKey: String, by viewer: Viewer
    ) async throws {
        let now = clock.now
        try await withTutoring {
            try await database.write { writing in
                let (cohort, _) = try followedLearner(person, in: cohortKey, viewer, in: writing)
                guard try people.roles(of: tutor, in: writing).mayReviewProgress(of: cohort.id) else {
                    throw CampusError.invalid("tutor", .followsNobodyHere)
                }
                let last = try contacts.handovers(of: person, in: cohort.id, limit: 1, in: writing).first
                // Sent twice, it is there once.
                if last?.tutor == tutor { return }
                try contacts.handOver(
                    Handover(cohort: cohort.id, person: person, tutor: tutor, note: note, by: viewer.person.id, at: now),
                    in: writing)
            }
        }
    }
}

extension Phrase {
    static let noSuchAppointment = Phrase(
        fr: "Donnez le jour et l’heure du rendez-vous, dans les trois mois.",
        en: "Give the day and the hour of the appointment, within three months.")
    static let followsNobodyHere = Phrase(
        fr: "Choisissez une personne qui suit cette promo.", en: "Choose somebody who follows this cohort.")
}
