import Accounts
import Essentials
import Outbound
import Progress
import SQL
import Scheduling
import Tutoring

/// Messages are told by mail, and few letters are written: an answer to a learner, soon; everything else once a day, at the hour that each
/// person chose. No letter carries the words of a message: they are read where they were written.
extension Campus {
    /// After this an answer that is not read is no news, in seconds.
    private static let answerKept: Int64 = 3 * 86_400

    /// Tells a learner that somebody answered, once until they have read it.
    func notify(of message: Message, in found: FoundPlace, at now: Instant, in writing: any WriteTransaction) throws {
        guard let learner = found.learner, learner.id != message.author, learner.disabledAt == nil, let email = learner.email,
            let conversation = try conversations.conversation(found.place, in: writing),
            let membership = try memberships.membership(learner.id, found.cohort.id, as: .learner, in: writing),
            membership.leftAt == nil, let author = try people.person(message.author, in: writing),
            let token = try outbox.consent(of: learner.id.text, token: { SecretToken.address().text }, in: writing)
        else { return }
        let standing = try conversations.standing(of: learner.id, in: conversation.id, in: writing)
        let address = try address(of: found.place, in: writing)
        let words = MessageLetter.answer(
            from: author.name, at: address, cohort: found.cohort, to: learner.name, in: learner.language, refusal: token)
        try outbox.add(
            LetterDraft(
                // Until it is read there is one letter, however many answers come.
                cause: Self.answers(in: conversation.id) + "\(standing.readThrough)", recipient: learner.id.text,
                address: email.text, kind: "message", language: learner.language, subject: words.subject, body: words.body,
                refusal: SessionLetter.refusalPath(token),
                dueAt: Self.letterTime(at: now, try outbox.wishes(of: learner.id.text, in: writing)),
                expiresAt: now.adding(seconds: Self.answerKept)),
            at: now, in: writing)
    }

    /// Somebody has read: what waits to say so is of no use.
    func withdrawNotice(of conversation: Conversation, by reader: Identifier<Person>, in writing: any WriteTransaction) throws {
        guard conversation.place.learner == reader else { return }
        try outbox.withdraw(Self.answers(in: conversation.id), in: writing)
    }

    private static func answers(in conversation: Identifier<Conversation>) -> String { "message/\(conversation.text)/" }

    // MARK: Once a day

    /// Writes to those whose clock shows the hour that they chose what is new since the day before and not read. Again within the hour changes
    /// nothing.
    /// - Returns: how many letters were written.
    package func writeDigests() async throws -> Int {
        let now = clock.now
        let (day, hour) = (ParisDays.day(of: now), ParisDays.minute(of: now) / 60)
        let cause = Self.digests(on: day, hour)
        // What stood in the summary of the day before is no news.
        let yesterday = day.adding(days: -1)
        guard let start = WallTime(yesterday, minute: hour * 60).map({ WallZone.paris.instant($0) }) else { return 0 }
        let before = try await database.read { reading -> Instant? in
            if try outbox.wasDealtWith(cause, in: reading) { return nil }
            return try outbox.dealtWithAt(Self.digests(on: yesterday, hour), in: reading) ?? start
        }
        guard let before else { return 0 }
        var written = 0
        var last: Identifier<Person>?
        while true {
            let (after, size) = (last, 200)
            let page = try await database.read { reading in
                try conversations.peopleWithUnread(after: after, limit: size, in: reading).map { person in
                    (person, Self.localDay(now, try outbox.wishes(of: person.text, in: reading)))
                }
            }
            for (person, day) in page {
                guard let day else { continue }
                if try await database.write({ try writeDigest(to: person, day: day, since: before, at: now, in: $0) }) {
                    written += 1
                }
            }
            guard page.count == size, let end = page.last else { break }
            last = end.0
        }
        // What a crash left unwritten is written by the next look; nobody gets a second letter of one day.
        _ = try await database.write { try outbox.begin(cause, at: now, in: $0) }
        return written
    }

    /// The reader's day when their clock shows the hour of their summary; otherwise `nil`.
    private static func localDay(_ now: Instant, _ wishes: MailWishes) -> CalendarDay? {
        let wall = (WallZone(wishes.zone) ?? .paris).wallTime(now)
        return wishes.digestHour == wall.minute / 60 ? wall.day : nil
    }

    private static func digests(on day: CalendarDay, _ hour: Int) -> String { "digests/\(day.text)/\(hour)" }

    private func writeDigest(
        to id: Identifier<Person>, day: CalendarDay, since: Instant, at now: Instant, in writing: any WriteTransaction
    ) throws -> Bool {
        guard let person = try people.person(id, in: writing), person.disabledAt == nil, let email = person.email else {
            return false
        }
        let viewer = Viewer(person: person, roles: try people.roles(of: id, in: writing), session: nil)
        var lines: [ListedConversation] = []
        let mentions = try conversations.unreadMentions(of: id, in: writing)
        for line in try unread(of: viewer, in: writing) {
            // Answers to oneself were told already.
            guard line.conversation.place.learner != id, let lastAt = line.conversation.lastAt, lastAt > since,
                let cohort = try cohorts.cohort(line.conversation.place.cohort, in: writing)
            else { continue }
            var listed = try ConversationLister(campus: self, cohort: cohort, viewer: viewer).listed(line, in: writing)
            listed.mentions = mentions[line.conversation.id] ?? 0
            lines.append(listed)
        }
        guard !lines.isEmpty,
            let token = try outbox.consent(of: id.text, token: { SecretToken.address().text }, in: writing)
        else { return false }
        lines.sort {
            // Where one is mentioned comes first.
            if ($0.mentions > 0) != ($1.mentions > 0) { return $0.mentions > 0 }
            return ($0.line?.conversation.lastAt ?? now, $0.address.subject) > (
                $1.line?.conversation.lastAt ?? now, $1.address.subject
            )
        }
        let words = MessageLetter.digest(lines, to: person.name, in: person.language, refusal: token)
        return try outbox.add(
            LetterDraft(
                cause: "digest/\(day.text)", recipient: id.text, address: email.text, kind: "digest", language: person.language,
                subject: words.subject, body: words.body, refusal: SessionLetter.refusalPath(token),
                dueAt: Self.letterTime(at: now, after: 0, try outbox.wishes(of: id.text, in: writing)),
                expiresAt: now.adding(seconds: 86_400)),
            at: now, in: writing)
    }
}
