package import Accounts
import Authoring
import CourseContent
package import Essentials
import SQL
package import Tutoring

/// Writing in conversations.
extension Campus {
    /// Writes in a conversation. Sent again with the same id, nothing changes.
    /// - Parameters:
    ///   - id: made by who sends it.
    ///   - about: `COURSE/ACTIVITY`, or nothing.
    ///   - reply: the sequence of the message that it answers.
    ///   - mentions: those who were chosen from the list of who reads it; whom the words mention is found beside.
    ///   - files: what is sent with it, ``MessageFile/most`` at most; without words their names stand for them.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/notAllowed(_:)`` for who reads only, ``CampusError/invalid(_:)``,
    ///   ``CampusError/conflict(_:)`` for an id that another message has.
    package func post(
        _ text: String, id: Identifier<Message>, about: String? = nil, reply: Int? = nil, mentions: [Identifier<Person>] = [],
        files sent: [SentFile] = [],
        in kind: ConversationKind, _ subject: String, of cohortKey: String, by viewer: Viewer
    ) async throws -> Message {
        let now = clock.now
        if !sent.isEmpty {
            // What is refused is refused before a byte is written.
            let rights = try await database.read { try place(kind, subject, in: cohortKey, for: viewer, in: $0).rights }
            guard rights.contains(.write) else { throw CampusError.notAllowed(.onlyStaffAnnounces) }
        }
        let files = try keptFiles(sent)
        let isBare = text.allSatisfy(\.isWhitespace)
        let text = isBare ? files.map(\.name).joined(separator: ", ") : text
        let plain = mentions.isEmpty ? MessageText.html(text) : ""
        return try await withTutoring {
            try await database.write { writing in
                let found = try place(kind, subject, in: cohortKey, for: viewer, in: writing)
                let pointed = about.flatMap { $0.isEmpty ? nil : $0 }
                let aim = pointed.flatMap { ActivityAddress($0) }
                if pointed != nil {
                    guard let aim, try activity(aim, in: writing) != nil else {
                        throw CampusError.invalid("about", .noSuchActivityHere)
                    }
                }
                let written = try mentioning(mentions, in: text, at: found.place, in: writing)
                let html = written.text == text && mentions.isEmpty ? plain : MessageText.html(written.text)
                let draft = MessageDraft(
                    id: id, text: written.text, html: written.mentions.marked(html), about: aim, reply: reply, files: files,
                    mentioned: written.mentions.people)
                return try write(draft, in: found, by: viewer, at: now, in: writing)
            }
        }
    }

    /// Somebody who is written to, with the id of their message.
    package struct Addressee: Sendable {
        let cohort: String
        let person: Identifier<Person>
        let message: Identifier<Message>

        package init(cohort: String, person: Identifier<Person>, message: Identifier<Message>) {
            self.cohort = cohort
            self.person = person
            self.message = message
        }
    }

    /// How many one writes to at once.
    package static let mostAddressees = 200

    /// Writes the same words to several learners, to each in their private conversation with those who follow them. All of them or none; sent
    /// again with the same ids, nothing changes.
    /// - Returns: how many were written to.
    /// - throws: as ``post(_:id:about:reply:files:in:_:of:by:)``; ``CampusError/invalid(_:)`` also for nobody and for more than
    ///   ``mostAddressees``.
    package func messageEach(_ addressees: [Addressee], _ text: String, by viewer: Viewer) async throws -> Int {
        let now = clock.now
        guard (1...Self.mostAddressees).contains(addressees.count) else {
            throw CampusError.invalid("people", .chooseAddressees(Self.mostAddressees))
        }
        let html = MessageText.html(text)
        return try await withTutoring {
            try await database.write { writing in
                var holders: [Identifier<Cohort>: Set<Identifier<Person>>] = [:]
                for one in addressees {
                    let found = try place(.tutoring, one.person.text, in: one.cohort, for: viewer, in: writing)
                    // One writes to others: a learner's own conversation is no list.
                    guard found.place.learner != viewer.person.id else { throw CampusError.notFound(.noSuchConversation) }
                    if holders[found.cohort.id] == nil {
                        holders[found.cohort.id] = try roleHolders(told: .tutoring, in: found.cohort.id, in: writing)
                    }
                    let draft = MessageDraft(id: one.message, text: text, html: html)
                    _ = try write(draft, in: found, to: holders[found.cohort.id], by: viewer, at: now, in: writing)
                }
                return addressees.count
            }
        }
    }

    private struct MessageDraft {
        let id: Identifier<Message>
        let text: String
        let html: String
        var about: ActivityAddress?
        var reply: Int?
        var files: [MessageFile] = []
        var mentioned: Set<Identifier<Person>> = []
    }

    /// Keeps a message, and what follows from it.
    /// - Parameter holders: as ``audience(of:holders:in:)`` takes them.
    private func write(
        _ draft: MessageDraft, in found: FoundPlace, to holders: Set<Identifier<Person>>? = nil, by viewer: Viewer,
        at now: Instant, in writing: any WriteTransaction
    ) throws -> Message {
        guard found.rights.contains(.write) else { throw CampusError.notAllowed(.onlyStaffAnnounces) }
        do {
            let posted = try conversations.post(
                draft.id, draft.text, html: draft.html, about: draft.about, replyTo: draft.reply, files: draft.files,
                in: found.place, by: viewer.person.id,
                to: try audience(of: found.place, holders: holders, in: writing).union(draft.mentioned),
                isQuestion: found.place.learner == viewer.person.id, at: now, in: writing)
            if posted.isNew {
                if !draft.mentioned.isEmpty, let conversation = try conversations.conversation(found.place, in: writing) {
                    try conversations.mention(
                        draft.mentioned, in: posted.message, of: conversation.id, isNew: true, in: writing)
                }
                try notify(of: posted.message, in: found, at: now, in: writing)
                try recordContribution(posted.message, in: found, by: viewer, at: now, in: writing)
                try writing.signal(.conversation(found.place))
            }
            return posted.message
        } catch TutoringError.otherMessage {
            throw CampusError.conflict(TutoringError.otherMessage.phrase)
        }
    }
}

extension Phrase {
    static func chooseAddressees(_ most: Int) -> Phrase {
        Phrase(fr: "Choisissez de 1 à \(most) personnes.", en: "Choose 1 to \(most) people.")
    }
}
