import Essentials
import TestSupport
import Testing

@testable import Accounts
@testable import Authoring
@testable import Campus
@testable import CourseContent
@testable import Tutoring
@testable import Web

extension PageWorld {
    func conversations(_ page: GoldenPage, _ language: Language) throws -> String {
        switch page {
        case .messages:
            let waiting = listed(
                .tutoring, unread: 2, waitsFor: -90_000, text: "Je bloque <ici> depuis hier.\nPouvez-vous m’aider ?")
            let others = [
                listed(.cohort, unread: 0, waitsFor: nil, text: "Qui vient jeudi ?"),
                listed(.announcements, unread: 0, waitsFor: nil, text: nil),
            ]
            let reading = Campus.ConversationsReading(waiting: [waiting], others: others)
            return render(MessagesPage(model: .init(reading), now: Self.now), language, for: Self.tutor)
        case .messagesEmpty:
            let reading = Campus.ConversationsReading(waiting: [], others: [])
            return render(MessagesPage(model: .init(reading), now: Self.now), language, for: Self.learner)
        case .conversationEmpty:
            let reading = reading(.tutoring, messages: [], rights: [.read, .write], for: Self.learner)
            return render(conversation(reading, Self.learner), language, for: Self.learner)
        case .announcements:
            let reading = reading(
                .announcements, messages: [message(1, by: Self.tutor, "Classe à **10 heures**.")], rights: .read,
                for: Self.learner)
            return render(conversation(reading, Self.learner), language, for: Self.learner)
        default:
            var removed = message(2, by: Self.learner, "", seconds: -3000)
            removed.removedAt = Self.now
            removed.removedBy = Self.learner.person.id
            var edited = message(4, by: Self.tutor, "1. Relisez\n2. Refaites", seconds: -60)
            edited.editedAt = Self.now
            let reading = reading(
                .tutoring,
                messages: [
                    message(
                        1, by: Self.learner, "Bonjour, je bloque <ici> : https://visio.example.org/a?b=1&c=2", seconds: -4000,
                        about: true),
                    removed, message(3, by: Self.learner, "Et là ?", seconds: -2000), edited,
                ],
                rights: [.read, .write], for: Self.tutor, isAbout: page == .conversationRefused)
            var shown = conversation(reading, Self.tutor)
            if page == .conversationRefused {
                shown.typed = "Trop <long>"
                shown.problem = Problem(
                    CampusError.invalid(TutoringError.invalidMessage.field, TutoringError.invalidMessage.phrase))
            }
            return render(shown, language, for: Self.tutor)
        }
    }

    private func conversation(_ reading: Campus.ConversationReading, _ viewer: Viewer) -> ConversationPage {
        ConversationPage(model: .init(reading, newMessage: Self.id(900), viewer: viewer, now: Self.now))
    }

    private func listed(
        _ kind: ConversationKind, unread: Int, waitsFor seconds: Int64?, text: String?
    ) -> Campus.ListedConversation {
        let place =
            kind.isPrivate
            ? ConversationPlace.tutoring(of: Self.learner.person.id, in: Self.cohort.id) : .everybody(in: Self.cohort.id, kind)
        let line = text.map { text in
            ConversationLine(
                conversation: Conversation(
                    id: Self.id(801), place: place, last: 3, lastAt: Self.yesterday, version: 3,
                    waitingSince: seconds.map { Self.now.adding(seconds: $0) }),
                lastAuthor: Self.learner.person.id, lastText: text, unread: unread)
        }
        return Campus.ListedConversation(
            address: Campus.ConversationAddress(cohort: Self.cohort.key, kind: kind, subject: place.subject), cohort: Self.cohort,
            learner: kind.isPrivate ? Self.learner.person.name : nil, group: nil, line: line,
            lastAuthor: line == nil ? nil : Self.learner.person.name, isOwn: false,
            answerDue: seconds.map { Self.now.adding(seconds: $0 + 60) })
    }

    private func message(
        _ number: Int, by author: Viewer, _ text: String, seconds: Int64 = -600, about isAbout: Bool = false
    ) -> Message {
        Message(
            id: Self.id(810 + number), sequence: number, author: author.person.id, postedAt: Self.now.adding(seconds: seconds),
            text: text,
            html: MessageText.html(text),
            about: isAbout ? ActivityAddress(course: TestCourse.key, activity: TestCourse.quiz) : nil
        )
    }

    private func reading(
        _ kind: ConversationKind, messages: [Message], rights: ConversationRights, for viewer: Viewer, isAbout: Bool = false
    ) -> Campus.ConversationReading {
        let isPrivate = kind.isPrivate
        let place =
            isPrivate
            ? ConversationPlace.tutoring(of: Self.learner.person.id, in: Self.cohort.id) : .everybody(in: Self.cohort.id, kind)
        let quiz = course.outline.activities.first { $0.id == TestCourse.quiz }
        return Campus.ConversationReading(
            cohort: Self.cohort, kind: kind, subject: place.subject, learner: isPrivate ? Self.learner.person : nil, group: nil,
            rights: rights,
            conversation: messages.last.map {
                Conversation(
                    id: Self.id(800), place: place, last: $0.sequence, lastAt: $0.postedAt, version: 6,
                    waitingSince: nil)
            },
            messages: messages.map { message in
                Campus.MessageReading(
                    message: message,
                    author: message.author == Self.tutor.person.id ? Self.tutor.person.name : Self.learner.person.name,
                    about: message.about == nil ? nil : quiz)
            },
            hasEarlier: messages.count > 2,
            standing: ConversationStanding(readThrough: 2, unread: messages.count > 2 ? 1 : 0),
            answering: isPrivate ? [Self.tutor.person.name, Self.author.person.name] : [],
            about: isAbout ? quiz.map { (ActivityAddress(course: TestCourse.key, activity: TestCourse.quiz), $0) } : nil)
    }
}
