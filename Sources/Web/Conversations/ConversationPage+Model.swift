import Accounts
import Campus
import CourseContent
import Essentials
import Tutoring

/// A conversation: what was written, and where to write.
struct ConversationPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let kind: ConversationKind
        let subject: String
        /// The learner whom a private one is about; left out for the learner's own.
        let learner: String?
        let group: String?
        /// Of the activity or the class that it is about.
        let title: String?
        /// The activity that it is about: `COURSE/ACTIVITY`.
        let activity: String?
        let mayWrite: Bool
        /// Who reads along and answers.
        let answering: [String]
        let messages: [Entry]
        /// Where the page before begins; left out when there is none.
        let earlierBefore: Int?
        /// Counts every change of the conversation.
        let version: Int
        let last: Int
        let readThrough: Int
        let unread: Int
        let waitingSince: Instant?
        /// The id that the next message shall have.
        let newMessage: Identifier<Message>
        /// What the next message points to.
        let about: About?
        /// What the next message answers.
        let reply: Answered?
        /// Whom one can mention; left out where the list was not asked for.
        let people: [MentionedPerson]?
        /// The call that the learner waits for.
        let call: Call?
        let mayAskForCall: Bool

        struct MentionedPerson: Encodable, Sendable {
            let id: Identifier<Person>
            let name: String
        }

        struct Call: Encodable, Sendable {
            let askedAt: Instant
            /// Until when somebody calls.
            let dueAt: Instant
            let phone: String?
            let hours: String?
        }

        /// A message that another one answers: who, and how it begins.
        struct Answered: Encodable, Sendable {
            let sequence: Int
            let author: String
            let beginning: String

            init(_ answered: Campus.MessageReading.Answered) {
                sequence = answered.message.sequence
                author = answered.author?.full ?? ""
                let text = answered.message.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                beginning = text.count > 120 ? text.prefix(119) + "…" : text
            }
        }

        struct About: Encodable, Sendable {
            /// `COURSE/ACTIVITY`
            let subject: String
            let course: String
            let activity: String
            let title: String
            let language: Language
        }

        struct File: Encodable, Sendable {
            let address: String
            let name: String
            /// Bytes.
            let size: Int
            let isPicture: Bool
            let isSound: Bool

            init(_ file: MessageFile, of message: Identifier<Message>) {
                address = Links.messageFile(message.text, file.position)
                name = file.name
                size = file.size
                isPicture = file.mediaType.hasPrefix("image/")
                isSound = file.mediaType.hasPrefix("audio/") || file.mediaType == "video/webm"
            }
        }

        struct Entry: Encodable, Sendable {
            let id: Identifier<Message>
            let sequence: Int
            let author: String
            let isOwn: Bool
            let postedAt: Instant
            /// As it was typed; empty once it was removed.
            let text: String
            let html: String
            let about: About?
            let files: [File]
            let answered: Answered?
            /// Whether it helped, as whoever asked or who moderates says.
            let isAccepted: Bool
            /// Whether it mentions the reader.
            let mentionsYou: Bool
            let mayAccept: Bool
            let mayAnswer: Bool
            let editedAt: Instant?
            let isRemoved: Bool
            /// Whether somebody else took the words away.
            let isHidden: Bool
            let mayReport: Bool
            let mayEdit: Bool
            let mayRemove: Bool
        }

        init(_ reading: Campus.ConversationReading, newMessage: Identifier<Message>, viewer: Viewer, now: Instant) {
            cohort = reading.cohort.key
            cohortTitle = reading.cohort.title
            kind = reading.kind
            subject = reading.subject
            learner = reading.learner.flatMap { $0.id == viewer.person.id ? nil : $0.name.full }
            group = reading.group?.title
            title = reading.title
            activity = reading.activity?.text
            reply = reading.reply.map(Answered.init)
            mayWrite = reading.rights.contains(.write)
            answering = reading.answering.map(\.full)
            messages = reading.messages.map { entry in
                let message = entry.message
                let isOwn = message.author == viewer.person.id
                return Entry(
                    id: message.id, sequence: message.sequence, author: entry.author?.full ?? "", isOwn: isOwn,
                    postedAt: message.postedAt, text: message.text, html: message.html,
                    about: message.about.flatMap { subject in entry.about.map { About(subject, $0) } },
                    files: entry.files.map { File($0, of: message.id) }, answered: entry.answered.map(Answered.init),
                    isAccepted: message.acceptedAt != nil, mentionsYou: entry.mentionsReader,
                    mayAccept: entry.mayAccept, mayAnswer: message.removedAt == nil && reading.rights.contains(.write),
                    editedAt: message.editedAt, isRemoved: message.removedAt != nil,
                    isHidden: message.removedBy.map { $0 != message.author } ?? false,
                    mayReport: !isOwn && message.removedAt == nil,
                    mayEdit: message.isEditable(by: viewer.person.id, at: now),
                    mayRemove: message.removedAt == nil && (isOwn || reading.rights.contains(.moderate)))
            }
            earlierBefore = reading.hasEarlier ? reading.messages.first?.message.sequence : nil
            version = reading.conversation?.version ?? 0
            last = reading.conversation?.last ?? 0
            readThrough = reading.standing.readThrough
            unread = reading.standing.unread
            waitingSince = reading.conversation?.waitingSince
            self.newMessage = newMessage
            about = reading.about.map { About($0.subject, $0.activity) }
            call = reading.call.map {
                Call(
                    askedAt: $0.askedAt, dueAt: WorkingTime.adding(hours: WorkingTime.day, to: $0.askedAt), phone: $0.phone,
                    hours: $0.hours)
            }
            mayAskForCall = reading.mayAskForCall
            people = reading.mentionable?.map { MentionedPerson(id: $0.id, name: $0.name.full) }
        }

        var address: String { Links.conversation(cohort, kind, subject) }
    }

    let model: Model
    /// The id that a call shall have that is asked for.
    var newCall: Identifier<CallRequest>?
    /// What was typed to ask for a call, and refused.
    var refusedCall: (fields: [String: String], problem: Problem)?
    /// What who answers a learner keeps to write again.
    var sentences: [QuickSentence] = []
    /// Those who were chosen to be mentioned, in a form that was refused.
    var mentioned: Set<Identifier<Person>> = []
    /// What was typed and refused, or a sentence that was chosen.
    var typed: String?
    var problem: Problem?
    var menu: MenuEntry? { .messages }
}

extension ConversationPage.Model.About {
    init(_ subject: ActivityAddress, _ activity: ActivityOutline) {
        self.init(
            subject: subject.text, course: subject.course, activity: subject.activity, title: activity.title,
            language: activity.language)
    }
}
