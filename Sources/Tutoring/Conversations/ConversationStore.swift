package import Accounts
package import CourseContent
package import Essentials
package import SQL

/// What is kept of conversations. Stateless; who may read and write is checked above.
package struct ConversationStore: Sendable {
    package init() {}

    /// - Returns: `nil` while nobody has written in it.
    package func conversation(_ place: ConversationPlace, in reading: any ReadTransaction) throws -> Conversation? {
        try reading.first(
            ConversationStatements.conversation, place.cohort, place.kind.rawValue, place.subject, map: Conversation.init(row:))
    }

    package func conversation(
        _ id: Identifier<Conversation>, in reading: any ReadTransaction
    ) throws -> Conversation? {
        try reading.first(ConversationStatements.conversationByID, id, map: Conversation.init(row:))
    }

    /// Posts a message. The same id with the same words again changes nothing.
    /// - Parameters:
    ///   - html: the text as it is shown.
    ///   - audience: who is told; the author is not.
    ///   - isQuestion: whether an answer is owed from now on; otherwise it answers what was owed.
    /// - Returns: the message as it is kept, and whether it is new.
    /// - throws: ``TutoringError/invalidMessage``, ``TutoringError/otherMessage`` for an id that another message has.
    package func post(
        _ id: Identifier<Message>, _ text: String, html: String, about: ActivityAddress? = nil, replyTo: Int? = nil,
        files: [MessageFile] = [],
        in place: ConversationPlace,
        by author: Identifier<Person>, to audience: some Collection<Identifier<Person>>, isQuestion: Bool, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> (message: Message, isNew: Bool) {
        let text = try checked(text)
        if let (kept, message) = try self.message(id, in: writing) {
            guard message.author == author, kept.place == place,
                message.text == text || message.editedAt != nil
                    || message.removedAt != nil
            else { throw TutoringError.otherMessage }
            return (message, false)
        }
        try writing.run(
            ConversationStatements.insertConversation, Identifier<Conversation>.new(at: now), place.cohort, place.kind.rawValue,
            place.subject, place.learner)
        guard
            var conversation = try writing.first(
                ConversationStatements.conversation.taking(rowsOf: "c"), place.cohort, place.kind.rawValue, place.subject,
                map: Conversation.init(row:))
        else { throw SQLError.corrupt("a conversation that was just written is not there") }
        if let replyTo, try answered(replyTo, in: conversation.id, in: writing) == nil { throw TutoringError.invalidReply }
        conversation.last += 1
        conversation.version += 1
        if !isQuestion, let askedAt = conversation.waitingSince {
            try writing.run(ConversationStatements.insertAnswer, conversation.id, askedAt, max(askedAt, now))
        }
        conversation.waitingSince = isQuestion ? conversation.waitingSince ?? now : nil
        let message = Message(
            id: id, sequence: conversation.last, author: author, postedAt: now, text: text, html: html, about: about,
            replyTo: replyTo)
        try writing.run(
            ConversationStatements.insertMessage, conversation.id, message.sequence, id, author, now, text, html, about?.text,
            replyTo)
        try attach(files, to: message, of: conversation.id, in: writing)
        try index(message, of: conversation, in: writing)
        try writing.run(
            ConversationStatements.advance, conversation.id, conversation.last, now, conversation.version,
            conversation.waitingSince)
        for person in audience where person != author {
            try writing.run(ConversationStatements.tell, conversation.id, person, 0)
        }
        try writing.run(ConversationStatements.read, conversation.id, author, conversation.last, 0)
        return (message, true)
    }

    /// A message and the conversation in which it stands.
    package func message(
        _ id: Identifier<Message>, in reading: any ReadTransaction
    ) throws -> (conversation: Conversation, message: Message)? {
        guard
            let found = try reading.first(
                ConversationStatements.message, id,
                map: { (conversation: $0.id(0) as Identifier<Conversation>, message: Message(row: $0)) }),
            let conversation = try reading.first(
                ConversationStatements.conversationByID, found.conversation, map: Conversation.init(row:))
        else { return nil }
        return (conversation, found.message)
    }

    /// The last messages before a place in a conversation, in the order in which they were written.
    package func messages(
        of conversation: Identifier<Conversation>, before sequence: Int? = nil, limit: Int, in reading: any ReadTransaction
    ) throws -> [Message] {
        try reading.rows(
            ConversationStatements.messages, conversation, Int64(sequence ?? Int.max), limit, map: Message.init(row:)
        )
        .reversed()
    }

    /// Other words for a message; those of before stay beside.
    /// - throws: ``TutoringError/invalidMessage``.
    package func edit(
        _ message: Message, of conversation: Conversation, to text: String, html: String, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> Message {
        var changed = message
        changed.text = try checked(text)
        if changed.text == message.text { return message }
        changed.html = html
        changed.editedAt = now
        try writing.run(ConversationStatements.insertEdit, message.id, message.text, now)
        try keep(changed, of: conversation, in: writing)
        return changed
    }

    /// Takes the words of a message away, also those of before its edits; that there was one stays.
    package func remove(
        _ message: Message, of conversation: Conversation, by person: Identifier<Person>, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> Message {
        if message.removedAt != nil { return message }
        var changed = message
        (changed.text, changed.html) = ("", "")
        (changed.removedAt, changed.removedBy) = (now, person)
        try writing.run(ConversationStatements.deleteEdits, message.id)
        try detach(message, of: conversation.id, in: writing)
        try mention([], in: message, of: conversation.id, isNew: false, in: writing)
        try keep(changed, of: conversation, in: writing)
        return changed
    }

    /// A message that can be answered: it is there, and was not removed.
    package func answered(
        _ sequence: Int, in conversation: Identifier<Conversation>, in reading: any ReadTransaction
    ) throws -> Message? {
        try reading.first(ConversationStatements.messageAt, conversation, sequence, map: Message.init(row:))
            .flatMap { $0.removedAt == nil ? $0 : nil }
    }

    /// Whose answers helped whom in a cohort since an instant, and how many.
    package func helped(
        in cohort: Identifier<Cohort>, since instant: Instant, in reading: any ReadTransaction
    ) throws -> [(helper: Identifier<Person>, helped: Identifier<Person>, count: Int)] {
        try reading.rows(ConversationStatements.accepted, cohort, instant) { ($0.id(0), $0.id(1), $0.int(2)) }
    }

    /// Says that an answer helped, or takes that back. Again changes nothing.
    package func accept(
        _ message: Message, of conversation: Conversation, by person: Identifier<Person>?, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        guard (message.acceptedAt == nil) != (person == nil) else { return }
        let at: Instant? = person == nil ? nil : now
        try writing.run(ConversationStatements.acceptMessage, message.id, at, person)
        try writing.run(
            ConversationStatements.advance, conversation.id, conversation.last, conversation.lastAt, conversation.version + 1,
            conversation.waitingSince)
    }

    private func keep(_ message: Message, of conversation: Conversation, in writing: any WriteTransaction) throws {
        try writing.run(
            ConversationStatements.changeMessage, message.id, message.text, message.html, message.editedAt, message.removedAt,
            message.removedBy)
        try index(message, of: conversation, in: writing)
        try writing.run(
            ConversationStatements.advance, conversation.id, conversation.last, conversation.lastAt, conversation.version + 1,
            conversation.waitingSince)
    }

    private func checked(_ text: String) throws -> String {
        let text = text.trimmingWhitespace()
        guard (1...Message.longest).contains(text.unicodeScalars.count), !text.utf8.contains(0) else {
            throw TutoringError.invalidMessage
        }
        return text
    }

    // MARK: Who read what

    /// Those who wrote in a conversation, or were told of it.
    package func readers(
        of conversation: Identifier<Conversation>, in reading: any ReadTransaction
    ) throws -> [Identifier<Person>] {
        try reading.rows(ConversationStatements.readers, conversation) { $0.id(0) }
    }

    package func standing(
        of person: Identifier<Person>, in conversation: Identifier<Conversation>, in reading: any ReadTransaction
    ) throws -> ConversationStanding {
        try reading.first(ConversationStatements.standing, conversation, person) {
            ConversationStanding(readThrough: $0.int(0), unread: $0.int(1))
        } ?? ConversationStanding(readThrough: 0, unread: 0)
    }

    /// Somebody read up to a message. What was read stays read.
    /// - Returns: whether something of it was new to them.
    @discardableResult
    package func read(
        _ conversation: Conversation, through sequence: Int, by person: Identifier<Person>, in writing: any WriteTransaction
    ) throws -> Bool {
        let through = min(max(0, sequence), conversation.last)
        let standing = try standing(of: person, in: conversation.id, in: writing)
        guard standing.readThrough < through else { return false }
        try writing.run(
            ConversationStatements.read, conversation.id, person, through, min(standing.unread, conversation.last - through))
        return standing.unread > 0
    }

    /// Where somebody has something new, in no particular order; also what the person may read no longer. A range of an index.
    package func unread(
        of person: Identifier<Person>, limit: Int, in reading: any ReadTransaction
    ) throws -> [ConversationLine] {
        try reading.rows(ConversationStatements.unread, person, limit, map: ConversationLine.init(row:))
    }

    /// Who has something new somewhere, in the order of their ids.
    package func peopleWithUnread(
        after person: Identifier<Person>?, limit: Int, in reading: any ReadTransaction
    ) throws -> [Identifier<Person>] {
        try reading.rows(ConversationStatements.peopleWithUnread, person?.text ?? "", limit) { $0.id(0) }
    }

    /// Since when learners of some cohorts wait for an answer of those who follow them; nobody who does not. A statement for four cohorts.
    package func unanswered(
        in cohorts: [Identifier<Cohort>], in reading: any ReadTransaction
    ) throws -> [Identifier<Cohort>: [Identifier<Person>: Instant]] {
        var found: [Identifier<Cohort>: [Identifier<Person>: Instant]] = [:]
        try reading.forEach(ConversationStatements.unanswered, keys: cohorts) { row in
            found[row.id(0), default: [:]][row.id(1)] = row.instant(2)
        }
        return found
    }

    /// The last questions that were answered in a conversation, the last first.
    package func answers(
        in conversation: Identifier<Conversation>, limit: Int, in reading: any ReadTransaction
    ) throws -> [ConversationAnswer] {
        try reading.rows(ConversationStatements.answers, conversation, limit) {
            ConversationAnswer(askedAt: $0.instant(0), answeredAt: $0.instant(1))
        }
    }

    // MARK: Lists

    package func line(
        _ place: ConversationPlace, for person: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> ConversationLine? {
        try reading.first(
            ConversationStatements.line, place.cohort, place.kind.rawValue, place.subject, person,
            map: ConversationLine.init(row:))
    }

    /// The conversations of a kind in a cohort, the last written first.
    package func recent(
        _ kind: ConversationKind, in cohort: Identifier<Cohort>, for person: Identifier<Person>, limit: Int,
        in reading: any ReadTransaction
    ) throws -> [ConversationLine] {
        try reading.rows(
            ConversationStatements.recent, cohort, kind.rawValue, person, limit, map: ConversationLine.init(row:))
    }

    /// Those in which a learner waits for an answer, the longest first.
    package func waiting(
        _ kind: ConversationKind, in cohort: Identifier<Cohort>, for person: Identifier<Person>, limit: Int,
        in reading: any ReadTransaction
    ) throws -> [ConversationLine] {
        try reading.rows(
            ConversationStatements.waiting, cohort, kind.rawValue, person, limit, map: ConversationLine.init(row:))
    }
}

extension Conversation {
    init(row: any Row) throws {
        self.init(
            id: row.id(0), place: ConversationPlace(cohort: row.id(1), kind: try row.value(2), subject: row.text(3)),
            last: row.int(4), lastAt: row.instantOrNil(5), version: row.int(6), waitingSince: row.instantOrNil(7))
    }
}

extension ConversationLine {
    init(row: any Row) throws {
        self.init(
            conversation: try Conversation(row: row), lastAuthor: row.idOrNil(8), lastText: row.text(9), unread: row.int(10))
    }
}

extension Message {
    init(row: any Row) {
        self.init(
            id: row.id(1), sequence: row.int(2), author: row.id(3), postedAt: row.instant(4), text: row.text(5),
            html: row.text(6),
            about: row.textOrNil(7).flatMap { ActivityAddress($0) }, editedAt: row.instantOrNil(8),
            removedAt: row.instantOrNil(9),
            removedBy: row.idOrNil(10), replyTo: row.intOrNil(11), acceptedAt: row.instantOrNil(12), acceptedBy: row.idOrNil(13))
    }
}
