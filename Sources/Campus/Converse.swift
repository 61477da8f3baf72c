package import Accounts
import Authoring
package import CourseContent
package import Essentials
package import SQL
import Scheduling
package import Tutoring

/// Messages between the people of a cohort: reading a conversation, writing in it. What somebody may not read is not there for them.
extension Campus {
    /// A message with the name of who wrote it, and what it points to.
    package struct MessageReading: Sendable {
        package let message: Message
        package let author: PersonName?
        /// The activity that it points to, when the course has it.
        package let about: ActivityOutline?
        package var files: [MessageFile] = []
        /// What it answers.
        package var answered: Answered?
        /// Whether the reader says if this answer helped.
        package var mayAccept = false
        /// Whether it mentions the reader.
        package var mentionsReader = false

        package struct Answered: Sendable {
            package let message: Message
            package let author: PersonName?
        }
    }

    /// A conversation as one person sees it.
    package struct ConversationReading: Sendable {
        package let cohort: Cohort
        package let kind: ConversationKind
        /// As addresses have it: a person's id, the key of a group, or `all`.
        package let subject: String
        package let learner: Person?
        package let group: Group?
        /// Of the activity or the class that it is about.
        package var title: String?
        package var activity: ActivityAddress?
        package let rights: ConversationRights
        /// `nil` while nobody has written in it.
        package let conversation: Conversation?
        package let messages: [MessageReading]
        /// Whether there are older ones.
        package let hasEarlier: Bool
        package let standing: ConversationStanding
        /// Who reads along and answers, beside the learner: said before anybody writes.
        package let answering: [PersonName]
        /// What a new message will point to.
        package let about: (subject: ActivityAddress, activity: ActivityOutline)?
        /// What a new message will answer.
        package var reply: MessageReading.Answered?
        /// Whom one can mention, where the list was asked for; otherwise `nil`.
        package var mentionable: [Mention]?
        /// What the reader keeps to write again, where they answer a learner.
        package var sentences: [QuickSentence] = []
        /// The call that the learner waits for.
        package var call: CallRequest?
        /// Whether the reader may ask for one.
        package var mayAskForCall = false
    }

    /// A place that was found and may be read.
    struct FoundPlace {
        let place: ConversationPlace
        let cohort: Cohort
        let learner: Person?
        let group: Group?
        var activity: PublishedActivity?
        var session: ClassSession?
        let rights: ConversationRights
    }

    private static let messagesAPage = 50

    /// One page of a conversation, the last messages first to be found and shown in their order. One read.
    /// - Parameters:
    ///   - subject: a person's id, the key of a group, or `all`.
    ///   - about: `COURSE/ACTIVITY` that a new message shall point to.
    ///   - reply: the sequence of the message that a new one shall answer.
    ///   - listsPeople: whether to say whom one can mention.
    /// - throws: ``CampusError/notFound(_:)`` for everybody who may not read it.
    package func conversation(
        _ kind: ConversationKind, _ subject: String, in cohortKey: String, before sequence: Int? = nil, about: String? = nil,
        reply: Int? = nil, listsPeople: Bool = false, for viewer: Viewer
    ) async throws -> ConversationReading {
        try await database.read { reading in
            let found = try place(kind, subject, in: cohortKey, for: viewer, in: reading)
            let conversation = try conversations.conversation(found.place, in: reading)
            var messages: [Message] = []
            var standing = ConversationStanding.nothingRead
            if let conversation {
                messages = try conversations.messages(
                    of: conversation.id, before: sequence, limit: Self.messagesAPage + 1, in: reading)
                standing = try conversations.standing(of: viewer.person.id, in: conversation.id, in: reading)
            }
            let hasEarlier = messages.count > Self.messagesAPage
            if hasEarlier { messages.removeFirst() }
            var names: [Identifier<Person>: PersonName] = [:]
            for author in Set(messages.map(\.author)) { names[author] = try people.person(author, in: reading)?.name }
            var files: [Int: [MessageFile]] = [:]
            if let conversation, let first = messages.first?.sequence, let last = messages.last?.sequence {
                files = try conversations.files(of: conversation.id, sequences: first...last, in: reading)
            }
            var mentioned: Set<Int> = []
            if !kind.isPrivate, let conversation, let first = messages.first?.sequence, let last = messages.last?.sequence {
                mentioned = try conversations.mentions(
                    of: viewer.person.id, in: conversation.id, sequences: first...last, in: reading)
            }
            var answered: [Int: MessageReading.Answered] = [:]
            for wanted in Set(messages.compactMap(\.replyTo) + (reply.map { [$0] } ?? [])) {
                guard let conversation, let found = try conversations.answered(wanted, in: conversation.id, in: reading) else {
                    continue
                }
                let author = try names[found.author] ?? people.person(found.author, in: reading)?.name
                answered[wanted] = MessageReading.Answered(message: found, author: author)
            }
            var page = ConversationReading(
                cohort: found.cohort, kind: kind, subject: subject, learner: found.learner, group: found.group,
                rights: found.rights, conversation: conversation,
                messages: try messages.map { message in
                    let question = message.replyTo.flatMap { answered[$0] }
                    return MessageReading(
                        message: message, author: names[message.author],
                        about: try message.about.flatMap { try activity($0, in: reading) },
                        files: files[message.sequence] ?? [], answered: question,
                        mayAccept: Self.mayAccept(message, of: question?.message, in: found, by: viewer),
                        mentionsReader: mentioned.contains(message.sequence))
                },
                hasEarlier: hasEarlier, standing: standing, answering: try answering(in: found, but: viewer, in: reading),
                about: try about.flatMap { ActivityAddress($0) }.flatMap { subject in
                    try activity(subject, in: reading).map { (subject, $0) }
                })
            page.title = found.activity?.outline.title ?? found.session?.plan.title
            page.activity = found.activity?.address
            page.reply = reply.flatMap { answered[$0] }
            if listsPeople, !kind.isPrivate {
                page.mentionable = try mentionable(in: found.place, in: reading).filter { $0.id != viewer.person.id }
                    .map { Mention(id: $0.id, name: $0.name) }
            }
            if found.place.kind == .tutoring, let learner = found.learner {
                page.call = try contacts.openCall(of: learner.id, in: found.cohort.id, in: reading)
                page.mayAskForCall = learner.id == viewer.person.id
                if !page.mayAskForCall { page.sentences = try waitingWork.sentences(of: viewer.person.id, in: reading) }
            }
            return page
        }
    }

    /// Whoever asked, or moderates, says which answer of somebody else helped.
    private static func mayAccept(_ message: Message, of question: Message?, in found: FoundPlace, by viewer: Viewer) -> Bool {
        guard found.place.kind.hasAnswers, message.removedAt == nil, message.author != viewer.person.id, let question,
            question.author != message.author
        else { return false }
        return question.author == viewer.person.id || found.rights.contains(.moderate)
    }

    /// Says that one has read up to a message.
    /// - throws: ``CampusError/notFound(_:)``.
    package func readConversation(
        _ kind: ConversationKind, _ subject: String, in cohortKey: String, through sequence: Int, by viewer: Viewer
    ) async throws {
        try await database.write { writing in
            let found = try place(kind, subject, in: cohortKey, for: viewer, in: writing)
            guard let conversation = try conversations.conversation(found.place, in: writing),
                try conversations.read(conversation, through: sequence, by: viewer.person.id, in: writing)
            else { return }
            try withdrawNotice(of: conversation, by: viewer.person.id, in: writing)
        }
    }

    /// Other words for one's own message, within a quarter of an hour.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)``.
    package func editMessage(_ id: Identifier<Message>, to text: String, by viewer: Viewer) async throws -> ConversationAddress {
        let now = clock.now
        return try await withTutoring {
            try await database.write { writing in
                let (conversation, message, _) = try message(id, for: viewer, in: writing)
                guard message.author == viewer.person.id, message.removedAt == nil else {
                    throw CampusError.notFound(.noSuchMessage)
                }
                guard message.isEditable(by: viewer.person.id, at: now) else { throw TutoringError.notEditable }
                let mentions = try mentioning([], in: text, at: conversation.place, in: writing).mentions
                let html = mentions.marked(MessageText.html(text))
                let changed = try conversations.edit(message, of: conversation, to: text, html: html, at: now, in: writing)
                if !conversation.place.kind.isPrivate {
                    try conversations.mention(
                        mentions.people, in: changed, of: conversation.id, isNew: false, in: writing)
                }
                try writing.signal(.conversation(conversation.place))
                return try address(of: conversation.place, in: writing)
            }
        }
    }

    /// Says that an answer helped, or takes that back: whoever asked, and who moderates. Again changes nothing.
    /// - throws: ``CampusError/notFound(_:)`` for who does not say so.
    package func acceptMessage(
        _ id: Identifier<Message>, _ isAccepted: Bool, by viewer: Viewer
    ) async throws -> ConversationAddress {
        let now = clock.now
        return try await database.write { writing in
            let (conversation, message, rights) = try message(id, for: viewer, in: writing)
            let question = try message.replyTo.flatMap { try conversations.answered($0, in: conversation.id, in: writing) }
            guard let cohort = try cohorts.cohort(conversation.place.cohort, in: writing) else {
                throw CampusError.notFound(.noSuchMessage)
            }
            let found = FoundPlace(place: conversation.place, cohort: cohort, learner: nil, group: nil, rights: rights)
            guard Self.mayAccept(message, of: question, in: found, by: viewer) else { throw CampusError.notFound(.noSuchMessage) }
            try conversations.accept(message, of: conversation, by: isAccepted ? viewer.person.id : nil, at: now, in: writing)
            try awardHelp(message, to: question?.author, in: conversation.place, holds: isAccepted, at: now, in: writing)
            try writing.signal(.conversation(conversation.place))
            return try address(of: conversation.place, in: writing)
        }
    }

    /// Takes the words of a message away: its author's right, and that of who moderates a room. That there was one stays.
    /// - throws: ``CampusError/notFound(_:)``.
    package func removeMessage(_ id: Identifier<Message>, by viewer: Viewer) async throws -> ConversationAddress {
        let now = clock.now
        return try await database.write { writing in
            let (conversation, message, rights) = try message(id, for: viewer, in: writing)
            guard message.author == viewer.person.id || rights.contains(.moderate) else {
                throw CampusError.notFound(.noSuchMessage)
            }
            if message.acceptedAt != nil {
                let question = try message.replyTo.flatMap { try conversations.answered($0, in: conversation.id, in: writing) }
                try awardHelp(message, to: question?.author, in: conversation.place, holds: false, at: now, in: writing)
            }
            _ = try conversations.remove(message, of: conversation, by: viewer.person.id, at: now, in: writing)
            try writing.signal(.conversation(conversation.place))
            return try address(of: conversation.place, in: writing)
        }
    }

    // MARK: Live

    /// A conversation that somebody looks at while it goes on.
    package struct LiveConversation: Sendable {
        let place: ConversationPlace
        let campus: Campus
        /// What happens on all servers; it began before the first look at the version, so that nothing comes in between.
        package let events: AsyncStream<SignalEvent>

        /// Whether something may have changed here.
        package func isConcerned(by event: SignalEvent) -> Bool { event == .gap || event == .signal(.conversation(place)) }

        /// How many changes there were so far; 0 while nobody has written.
        package func version() async throws -> Int {
            try await campus.database.read { reading in
                try campus.conversations.conversation(place, in: reading)?.version ?? 0
            }
        }
    }

    /// - throws: ``CampusError/notFound(_:)``.
    package func live(
        _ kind: ConversationKind, _ subject: String, in cohortKey: String, for viewer: Viewer
    ) async throws -> LiveConversation {
        let found = try await database.read { try place(kind, subject, in: cohortKey, for: viewer, in: $0).place }
        return LiveConversation(place: found, campus: self, events: database.signals())
    }
}

extension Phrase {
    static let noSuchConversation = Phrase(
        fr: "Cette conversation n’existe pas, ou elle n’est pas la vôtre.",
        en: "This conversation does not exist, or it is not yours.")
    static let noSuchMessage = Phrase(
        fr: "Ce message n’existe pas, ou il n’est pas à vous.", en: "This message does not exist, or it is not yours.")
    static let onlyStaffAnnounces = Phrase(
        fr: "Ici, l’équipe annonce et chacun lit. Pour répondre, écrivez à votre tuteur ou tutrice.",
        en: "Here the staff tells and everybody reads. To answer, write to your tutor.")
    static let noSuchActivityHere = Phrase(
        fr: "Cette activité n’est pas dans le cours.", en: "This activity is not in the course.")
}
