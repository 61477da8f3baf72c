import Accounts
import CourseContent
import Essentials
import Outbound
import SQL
import Scheduling

/// What happened to a session is told to those whom it concerns, once, in the transaction in which it happens.
extension Campus {
    /// A session before and after what somebody did.
    struct SessionTurn {
        /// `nil` for a new one.
        let before: ClassSession?
        let after: ClassSession
    }

    /// Writes to everyone concerned: learners of the cohort or group, and who holds the session. Not of drafts, not of what is over, not to who
    /// has no address or wants no letters. Several sessions at once are one letter.
    /// - Parameter turns: everything that was done in this transaction.
    func announce(_ turns: [SessionTurn], at now: Instant, in writing: any WriteTransaction) throws {
        var news: [ClassSessionStore.Reader: [SessionNews]] = [:]
        for turn in turns where turn.before != turn.after {
            let after = turn.after
            // A reminder that waits is of another hour, or of nothing.
            if turn.before != nil { try outbox.withdraw(Self.reminders(of: after.id), in: writing) }
            if after.endsAt <= now { continue }
            guard let cohort = try cohorts.cohort(after.cohort, in: writing) else { continue }
            let before = turn.before.flatMap { $0.status == .published ? $0 : nil }
            let were = try before.map { try audience(of: $0, in: writing) } ?? []
            let are = after.status == .published ? try audience(of: after, in: writing) : []
            func tell(_ readers: Set<ClassSessionStore.Reader>, _ kind: SessionNews.Kind) {
                for reader in readers {
                    news[reader, default: []].append(SessionNews(kind: kind, session: after, cohort: cohort))
                }
            }
            tell(are.subtracting(were), .planned)
            if let before, before.isElsewhere(than: after) { tell(are.intersection(were), .changed(before: before)) }
            tell(were.subtracting(are), .cancelled)
        }
        for (reader, all) in news.sorted(by: { $0.key.id < $1.key.id }) {
            try write(
                all.sorted { ($0.session.startsAt, $0.session.id) < ($1.session.startsAt, $1.session.id) }, to: reader, at: now,
                in: writing)
        }
    }

    private func write(
        _ news: [SessionNews], to reader: ClassSessionStore.Reader, at now: Instant, in writing: any WriteTransaction
    ) throws {
        guard let first = news.first, let last = news.map(\.session.endsAt).max(),
            let token = try outbox.consent(of: reader.id.text, token: { SecretToken.address().text }, in: writing)
        else { return }
        let words = try SessionLetter(
            news: news, reader: reader, trainers: trainerNames(first.session, in: writing), refusal: token)
        let cause = "\(first.session.id.text)/\(first.session.revision)"
        let next = news.map(\.begins).min() ?? now
        try outbox.add(
            LetterDraft(
                cause: news.count == 1 ? "session/" + cause : "sessions/\(cause)/\(news.count)", recipient: reader.id.text,
                address: reader.address, kind: "session", language: reader.language, subject: words.subject, body: words.body,
                calendar: words.calendar(at: now), refusal: SessionLetter.refusalPath(token),
                dueAt: Self.letterTime(at: now, about: next, try outbox.wishes(of: reader.id.text, in: writing)), expiresAt: last),
            at: now, in: writing)
    }

    /// Learners for whom it is, and who holds it: the trainers who are named, otherwise those of the cohort.
    func audience(
        of session: ClassSession, in reading: any ReadTransaction
    ) throws -> Set<ClassSessionStore.Reader> {
        var readers = Set(
            try calendar.readers(in: session.cohort, as: .learner, group: session.plan.group, in: reading))
        if session.plan.trainers.isEmpty {
            readers.formUnion(try calendar.readers(in: session.cohort, as: .trainer, in: reading))
        }
        for id in session.plan.trainers {
            if let reader = try self.reader(id, in: reading) { readers.insert(reader) }
        }
        return readers
    }

    /// Somebody who can be written to; `nil` for who has no address or no account any more.
    func reader(_ id: Identifier<Person>, in reading: any ReadTransaction) throws -> ClassSessionStore.Reader? {
        guard let person = try people.person(id, in: reading), person.disabledAt == nil, let email = person.email else {
            return nil
        }
        return ClassSessionStore.Reader(
            id: id, givenName: person.name.given, address: email.text, language: person.language)
    }

    private func trainerNames(_ session: ClassSession, in reading: any ReadTransaction) throws -> [String] {
        try session.plan.trainers.compactMap { try people.person($0, in: reading)?.name.full }
    }

    // MARK: Reminders

    /// Before a session, and when.
    enum Reminder: String, CaseIterable {
        /// The day before, unless it is too late for « demain ».
        case day
        /// Within the hour.
        case hour

        /// Seconds before the beginning between which it is given.
        var window: Range<Int64> {
            switch self {
            case .day: 3 * 3600..<24 * 3600 + 1
            case .hour: 1..<3601
            }
        }
    }

    private static func reminders(of session: Identifier<ClassSession>) -> String { "reminder/\(session.text)/" }

    /// A session that moves is reminded of at its new hour, and at none twice.
    private static func cause(_ reminder: Reminder, of session: ClassSession) -> String {
        reminders(of: session.id) + "\(reminder.rawValue)/\(session.startsAt.milliseconds)"
    }

    /// Writes the reminders that are due now. Again changes nothing; after a while without any server it writes those that are still of use, and
    /// none for a session that has begun.
    /// - Returns: for how many sessions it wrote.
    package func remindOfSessions() async throws -> Int {
        let now = clock.now
        let due = try await database.read { reading in
            try calendar.beginning(after: now, through: now.adding(seconds: Reminder.day.window.upperBound), in: reading).filter {
                session in
                try Self.reminder(of: session.startsAt, at: now).map {
                    try !outbox.wasDealtWith(Self.cause($0, of: session), in: reading)
                }
                    ?? false
            }.map(\.id)
        }
        var count = 0
        for id in due {
            let isDone = try await database.write { try remind(of: id, at: now, in: $0) }
            if isDone { count += 1 }
        }
        return count
    }

    /// What is due now of something that begins then.
    static func reminder(of startsAt: Instant, at now: Instant) -> Reminder? {
        let seconds = startsAt.seconds(since: now)
        return Reminder.allCases.first { $0.window.contains(seconds) }
    }

    private func remind(
        of id: Identifier<ClassSession>, at now: Instant, in writing: any WriteTransaction
    ) throws -> Bool {
        // Since it was looked for it may have moved.
        guard let session = try calendar.session(id, in: writing), session.status == .published,
            let reminder = Self.reminder(of: session.startsAt, at: now),
            let cohort = try cohorts.cohort(session.cohort, in: writing)
        else { return false }
        let cause = Self.cause(reminder, of: session)
        guard try outbox.begin(cause, at: now, in: writing) else { return false }
        let trainers = try trainerNames(session, in: writing)
        let news = SessionNews(kind: reminder == .day ? .tomorrow : .soon, session: session, cohort: cohort)
        for reader in try audience(of: session, in: writing).sorted(by: { $0.id < $1.id }) {
            guard let token = try outbox.consent(of: reader.id.text, token: { SecretToken.address().text }, in: writing) else {
                continue
            }
            let words = SessionLetter(news: [news], reader: reader, trainers: trainers, refusal: token)
            try outbox.add(
                LetterDraft(
                    cause: cause, recipient: reader.id.text, address: reader.address, kind: "reminder", language: reader.language,
                    subject: words.subject, body: words.body, refusal: SessionLetter.refusalPath(token),
                    dueAt: Self.letterTime(
                        at: now, about: session.startsAt, try outbox.wishes(of: reader.id.text, in: writing)),
                    expiresAt: session.startsAt),
                at: now, in: writing)
        }
        return true
    }
}

extension ClassSession {
    /// Whether what people come for is at another time or place.
    func isElsewhere(than other: ClassSession) -> Bool {
        let (one, two) = (plan, other.plan)
        return one.startsAt != two.startsAt || one.start != two.start || one.duration != two.duration || one.place != two.place
            || one.link != two.link
    }
}
