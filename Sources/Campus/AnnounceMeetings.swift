import Accounts
import Essentials
import Outbound
import SQL
import Scheduling

/// What happens to a meeting is told to the two people, once, in the transaction in which it happens; both are reminded of it.
extension Campus {
    /// Writes to both: that it is booked, moved or cancelled, with what their calendar programs take. Whoever did it has it as a confirmation.
    func announce(
        _ meeting: MentoringMeeting, before: MentoringMeeting? = nil, at now: Instant, in writing: any WriteTransaction
    ) throws {
        // A reminder that waits is of another hour, or of nothing.
        if before != nil { try outbox.withdraw(Self.reminders(of: meeting.id), in: writing) }
        try write(
            of: meeting, cause: "meeting/\(meeting.id.text)/\(meeting.revision)", letter: "session", until: meeting.endsAt,
            at: now,
            in: writing
        ) { title in
            if meeting.isCancelled { return .cancelled }
            return before.map { .changed(before: $0.session(titled: title)) } ?? .planned
        }
    }

    private static func reminders(of meeting: Identifier<MentoringMeeting>) -> String { "meeting-reminder/\(meeting.text)/" }

    /// A meeting that moves is reminded of at its new hour, and at none twice.
    private static func cause(_ reminder: Reminder, of meeting: MentoringMeeting) -> String {
        reminders(of: meeting.id) + "\(reminder.rawValue)/\(meeting.startsAt.milliseconds)"
    }

    /// Writes the reminders of meetings that are due now, as ``remindOfSessions()`` does for classes. Again changes nothing.
    /// - Returns: for how many meetings it wrote.
    package func remindOfMeetings() async throws -> Int {
        let now = clock.now
        let due = try await database.read { reading in
            try mentors.beginning(after: now, through: now.adding(seconds: Reminder.day.window.upperBound), in: reading).filter {
                meeting in
                try Self.reminder(of: meeting.startsAt, at: now).map {
                    try !outbox.wasDealtWith(Self.cause($0, of: meeting), in: reading)
                } ?? false
            }.map(\.id)
        }
        var count = 0
        for id in due {
            let isDone = try await database.write { try remind(of: id, at: now, in: $0) }
            if isDone { count += 1 }
        }
        return count
    }

    private func remind(
        of id: Identifier<MentoringMeeting>, at now: Instant, in writing: any WriteTransaction
    ) throws -> Bool {
        // Since it was looked for it may have moved.
        guard let meeting = try mentors.meeting(id, in: writing), !meeting.isCancelled,
            let reminder = Self.reminder(of: meeting.startsAt, at: now)
        else { return false }
        let cause = Self.cause(reminder, of: meeting)
        guard try outbox.begin(cause, at: now, in: writing) else { return false }
        try write(of: meeting, cause: cause, letter: "reminder", until: meeting.startsAt, at: now, in: writing) { _ in
            reminder == .day ? .tomorrow : .soon
        }
        return true
    }

    /// - Parameter kind: what is said, by the title that the meeting has for its reader: whom they meet.
    private func write(
        of meeting: MentoringMeeting, cause: String, letter: String, until end: Instant, at now: Instant,
        in writing: any WriteTransaction, _ kind: (String) -> SessionNews.Kind
    ) throws {
        guard let cohort = try cohorts.cohort(meeting.cohort, in: writing) else { return }
        for (reader, other) in [(meeting.learner, meeting.host), (meeting.host, meeting.learner)] {
            guard let reader = try self.reader(reader, in: writing), let name = try people.person(other, in: writing)?.name.full,
                let token = try outbox.consent(of: reader.id.text, token: { SecretToken.address().text }, in: writing)
            else { continue }
            let title = Phrase.meetingWith(name).in(reader.language)
            let news = SessionNews(
                kind: kind(title), session: meeting.session(titled: title), cohort: cohort, meeting: meeting.id)
            let words = SessionLetter(news: [news], reader: reader, trainers: [], refusal: token)
            try outbox.add(
                LetterDraft(
                    cause: cause, recipient: reader.id.text, address: reader.address, kind: letter, language: reader.language,
                    subject: words.subject, body: words.body, calendar: letter == "session" ? words.calendar(at: now) : nil,
                    refusal: SessionLetter.refusalPath(token),
                    dueAt: Self.letterTime(at: now, about: news.begins, try outbox.wishes(of: reader.id.text, in: writing)),
                    expiresAt: end),
                at: now, in: writing)
        }
    }
}
