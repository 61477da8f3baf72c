package import Accounts
package import Essentials
package import SQL

/// What is kept of contacts with learners. Stateless; who may see and write is checked above.
package struct ContactStore: Sendable {
    package init() {}

    // MARK: Contacts

    /// Keeps a contact. The same id again changes nothing.
    /// - Returns: whether it is new.
    /// - throws: ``TutoringError/contactNoteTooLong``.
    package func add(_ contact: LearnerContact, in writing: any WriteTransaction) throws -> Bool {
        let note = try cleaned(contact.note, longest: LearnerContact.longestNote, or: .contactNoteTooLong)
        return try writing.run(
            ContactStatements.insertContact,
            [
                contact.cohort.sqlValue, contact.person.sqlValue, contact.id.sqlValue, contact.means.rawValue.sqlValue,
                contact.outcome.rawValue.sqlValue, contact.againAt.sqlValue, note.sqlValue, contact.by.sqlValue,
                contact.at.sqlValue,
            ]) == 1
    }

    /// The last contact with each learner of a cohort since a moment. One range of an index.
    package func lastContacts(
        in cohort: Identifier<Cohort>, since: Instant, in reading: any ReadTransaction
    ) throws -> [Identifier<Person>: LearnerContact] {
        var last: [Identifier<Person>: LearnerContact] = [:]
        for contact in try reading.rows(ContactStatements.recentContacts, cohort, since, map: { try LearnerContact($0) }) {
            last[contact.person] = contact
        }
        return last
    }

    /// The contacts with a learner, the last first.
    package func contacts(
        with person: Identifier<Person>, in cohort: Identifier<Cohort>, limit: Int = 100, in reading: any ReadTransaction
    ) throws -> [LearnerContact] {
        try reading.rows(ContactStatements.contacts, cohort, person, limit) { try LearnerContact($0) }
    }

    // MARK: Calls

    /// A learner asks for a call; asked again before anybody called, the last words count.
    /// - Returns: whether it is new.
    /// - throws: ``TutoringError/invalidPhone``, ``TutoringError/hoursTooLong``.
    package func askCall(
        _ id: Identifier<CallRequest>, phone: String?, hours: String?, of person: Identifier<Person>,
        in cohort: Identifier<Cohort>, at now: Instant, in writing: any WriteTransaction
    ) throws -> Bool {
        let phone = try cleaned(phone, longest: CallRequest.longestPhone, or: .invalidPhone)
        if let phone, !CallRequest.isPhone(phone) { throw TutoringError.invalidPhone }
        let hours = try cleaned(hours, longest: CallRequest.longestHours, or: .hoursTooLong)
        if try openCall(of: person, in: cohort, in: writing) != nil {
            try writing.run(ContactStatements.changeCall, cohort, person, phone, hours)
            return false
        }
        return try writing.run(ContactStatements.askCall, id, cohort, person, now, phone, hours) == 1
    }

    /// The learner was called, or asks for it no more.
    /// - Returns: the call that waited; `nil` when none did.
    @discardableResult
    package func settleCall(
        of person: Identifier<Person>, in cohort: Identifier<Cohort>, by other: Identifier<Person>, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> CallRequest? {
        let open = try openCall(of: person, in: cohort, in: writing)
        if open != nil { try writing.run(ContactStatements.settleCall, cohort, person, now, other) }
        return open
    }

    package func openCall(
        of person: Identifier<Person>, in cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> CallRequest? {
        try reading.first(ContactStatements.openCall, cohort, person) { CallRequest($0) }
    }

    /// Who waits for a call in a cohort. One range of an index.
    package func openCalls(
        in cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> [Identifier<Person>: CallRequest] {
        Dictionary(
            try reading.rows(ContactStatements.openCalls, cohort) { CallRequest($0) }.map { ($0.person, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The calls that a learner asked for, the last first.
    package func calls(
        of person: Identifier<Person>, in cohort: Identifier<Cohort>, limit: Int = 100, in reading: any ReadTransaction
    ) throws -> [CallRequest] {
        try reading.rows(ContactStatements.calls, cohort, person, limit) { CallRequest($0) }
    }

    // MARK: Who follows whom

    /// Says who follows a learner from now on.
    /// - throws: ``TutoringError/invalidHandover`` without words for the next one, or with too many.
    package func handOver(_ handover: Handover, in writing: any WriteTransaction) throws {
        guard let note = try cleaned(handover.note, longest: Handover.longestNote, or: .invalidHandover) else {
            throw TutoringError.invalidHandover
        }
        try writing.run(
            ContactStatements.insertHandover, handover.cohort, handover.person, handover.tutor, note, handover.by, handover.at)
    }

    /// Who followed a learner, the last first.
    package func handovers(
        of person: Identifier<Person>, in cohort: Identifier<Cohort>, limit: Int = 100, in reading: any ReadTransaction
    ) throws -> [Handover] {
        try reading.rows(ContactStatements.handovers, cohort, person, limit) { Handover($0) }
    }

    /// Who follows each learner of a cohort, where somebody said so. One range of the key.
    package func currentTutors(
        in cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> [Identifier<Person>: Handover] {
        Dictionary(
            try reading.rows(ContactStatements.currentTutors, cohort) { Handover($0) }.map { ($0.person, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    private func cleaned(_ text: String?, longest: Int, or error: TutoringError) throws -> String? {
        guard let text = text?.trimmingWhitespace(), !text.isEmpty else { return nil }
        guard text.unicodeScalars.count <= longest, !text.utf8.contains(0) else { throw error }
        return text
    }
}

extension LearnerContact {
    fileprivate init(_ row: any Row) throws {
        self.init(
            id: row.id(0), cohort: row.id(1), person: row.id(2), means: try row.value(3), outcome: try row.value(4),
            againAt: row.instantOrNil(5), note: row.textOrNil(6), by: row.id(7), at: row.instant(8))
    }
}

extension CallRequest {
    fileprivate init(_ row: any Row) {
        self.init(
            id: row.id(0), cohort: row.id(1), person: row.id(2), askedAt: row.instant(3), phone: row.textOrNil(4),
            hours: row.textOrNil(5), settledAt: row.instantOrNil(6), settledBy: row.idOrNil(7))
    }
}

extension Handover {
    fileprivate init(_ row: any Row) {
        self.init(
            cohort: row.id(0), person: row.id(1), tutor: row.id(2), note: row.text(3), by: row.id(4), at: row.instant(5))
    }
}
