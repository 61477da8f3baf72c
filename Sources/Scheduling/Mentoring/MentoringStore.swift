package import Accounts
package import Essentials
package import SQL

/// What is kept of availabilities and meetings. Who may do what is checked above, in Campus.
package struct MentoringStore: Sendable {
    package init() {}

    /// A meeting as one of the two sees it.
    package struct Entry: Sendable, Hashable {
        package let meeting: MentoringMeeting
        package let cohortKey: String
        package let cohortTitle: String
        /// The other one.
        package let other: PersonName

        package init(meeting: MentoringMeeting, cohortKey: String, cohortTitle: String, other: PersonName) {
            self.meeting = meeting
            self.cohortKey = cohortKey
            self.cohortTitle = cohortTitle
            self.other = other
        }

        /// Among the classes of an agenda.
        package var agendaEntry: ClassSessionStore.AgendaEntry {
            ClassSessionStore.AgendaEntry(
                session: meeting.session(titled: other.full), cohortKey: cohortKey, cohortTitle: cohortTitle)
        }
    }

    // MARK: Meetings

    /// Keeps a new meeting.
    /// - throws: ``MentoringError/taken``, ``MentoringError/learnerMeets``; the transaction must then be given up.
    package func book(
        _ meeting: MentoringMeeting, by person: Identifier<Person>, at now: Instant, in writing: any WriteTransaction
    ) throws {
        try writing.run(
            MentoringStatements.insertMeeting,
            [
                meeting.id.sqlValue, meeting.host.sqlValue, meeting.learner.sqlValue, meeting.cohort.sqlValue,
                meeting.start.day.text.sqlValue, meeting.start.minute.sqlValue, meeting.zone.name.sqlValue,
                meeting.length.sqlValue,
                meeting.startsAt.sqlValue, meeting.endsAt.sqlValue, meeting.place.sqlValue, meeting.link.sqlValue,
                meeting.topic.sqlValue, meeting.statusText.sqlValue, meeting.reason.sqlValue, meeting.revision.sqlValue,
                now.sqlValue,
            ])
        try takeQuarters(of: meeting, in: writing)
        try keepChange(meeting, by: person, at: now, in: writing)
    }

    /// Moves or cancels a meeting.
    /// - Parameter meeting: as it was read, with what is to be different.
    /// - throws: ``MentoringError``; ``MentoringError/unknownMeeting`` also when somebody else changed it meanwhile.
    package func change(
        _ meeting: MentoringMeeting, by person: Identifier<Person>, at now: Instant, in writing: any WriteTransaction
    ) throws -> MentoringMeeting {
        var next = meeting
        next.revision += 1
        next.changedAt = now
        let changed = try writing.run(
            MentoringStatements.updateMeeting,
            [
                next.id.sqlValue, meeting.revision.sqlValue, next.start.day.text.sqlValue, next.start.minute.sqlValue,
                next.zone.name.sqlValue, next.length.sqlValue, next.startsAt.sqlValue, next.endsAt.sqlValue, next.place.sqlValue,
                next.link.sqlValue, next.topic.sqlValue, next.statusText.sqlValue, next.reason.sqlValue, next.revision.sqlValue,
                now.sqlValue,
            ])
        guard changed == 1 else { throw MentoringError.unknownMeeting }
        try writing.run(MentoringStatements.freeQuarters, next.id)
        if !next.isCancelled { try takeQuarters(of: next, in: writing) }
        try keepChange(next, by: person, at: now, in: writing)
        return next
    }

    private func takeQuarters(of meeting: MentoringMeeting, in writing: any WriteTransaction) throws {
        for (person, refusal) in [(meeting.host, MentoringError.taken), (meeting.learner, .learnerMeets)] {
            for quarter in MentoringSlot.quarters(meeting.startsAt, meeting.endsAt) {
                guard try writing.run(MentoringStatements.takeQuarter, person, quarter, meeting.id) == 1 else { throw refusal }
            }
        }
    }

    private func keepChange(
        _ meeting: MentoringMeeting, by person: Identifier<Person>, at now: Instant, in writing: any WriteTransaction
    ) throws {
        try writing.run(
            MentoringStatements.insertChange, meeting.id, meeting.revision, meeting.statusText, meeting.startsAt, meeting.length,
            meeting.reason, person, now)
    }

    package func meeting(_ id: Identifier<MentoringMeeting>, in reading: any ReadTransaction) throws -> MentoringMeeting? {
        try reading.first(MentoringStatements.meeting, id) { try MentoringMeeting($0) }
    }

    /// A person's meetings that begin between two moments, on either side, in the order of time; cancelled ones too. One statement.
    package func meetings(
        of person: Identifier<Person>, from start: Instant, until end: Instant, in reading: any ReadTransaction
    ) throws -> [Entry] {
        try reading.rows(MentoringStatements.ofPerson, person, start, end) { row in
            Entry(
                meeting: try MentoringMeeting(row), cohortKey: row.text(15), cohortTitle: row.text(16),
                other: PersonName(trustedGiven: row.text(17), family: row.text(18)))
        }
    }

    /// Meetings that are booked and begin between two moments, the second one too, of everybody.
    package func beginning(
        after start: Instant, through end: Instant, in reading: any ReadTransaction
    ) throws -> [MentoringMeeting] {
        try reading.rows(MentoringStatements.beginning, start, end) { try MentoringMeeting($0) }
    }

    /// How many meetings a learner has that begin after `now`, one of them left out.
    package func openMeetings(
        of learner: Identifier<Person>, except id: Identifier<MentoringMeeting>, at now: Instant, in reading: any ReadTransaction
    ) throws -> Int {
        try reading.first(MentoringStatements.open, learner, now, id) { $0.int(0) } ?? 0
    }

    /// Those of `slots` at which none of these people meets anybody.
    package func free(
        _ slots: [MentoringSlot], of people: [Identifier<Person>], in reading: any ReadTransaction
    ) throws -> [MentoringSlot] {
        guard let first = slots.first?.quarters.first, let last = slots.last?.quarters.last else { return [] }
        var taken: Set<Int64> = []
        for person in people {
            try reading.forEach(
                MentoringStatements.takenQuarters, [person.sqlValue, first.sqlValue, (last + 1 + 6).sqlValue]
            ) { taken.insert($0.integer(0)) }
        }
        return slots.filter { taken.isDisjoint(with: $0.quarters) }
    }

    /// The classes that somebody holds and that begin between two moments.
    package func heldClasses(
        by person: Identifier<Person>, from start: Instant, until end: Instant, in reading: any ReadTransaction
    ) throws -> [(start: Instant, end: Instant, title: String)] {
        try reading.rows(MentoringStatements.heldClasses, person, start, end) { ($0.instant(0), $0.instant(1), $0.text(2)) }
    }
}

extension MentoringMeeting {
    fileprivate var statusText: String { isCancelled ? "cancelled" : "booked" }

    /// The columns from `id` to `changed_at`.
    fileprivate init(_ row: any Row) throws {
        guard let start = WallTime(CalendarDay(trusted: row.text(4)), minute: row.int(5)) else {
            throw SQLError.corrupt("no minute of a day: \(row.int(5))")
        }
        self.init(
            id: row.id(0), host: row.id(1), learner: row.id(2), cohort: row.id(3), start: start,
            zone: WallZone(trusted: row.text(6)), length: row.int(7), place: row.textOrNil(8), link: row.textOrNil(9),
            topic: row.textOrNil(10), isCancelled: row.text(11) == "cancelled", reason: row.textOrNil(12), revision: row.int(13),
            changedAt: row.instant(14))
    }
}
