package import Accounts
package import Essentials
package import Outbound
import Progress
import SQL
import Scheduling
package import Tutoring

/// Everything that brought a learner and those who follow them together, in the order of time.
extension Campus {
    /// Something of it.
    package struct ContactEntry: Sendable {
        package enum What: Sendable {
            case contact(LearnerContact)
            case callAsked(CallRequest)
            /// A day on which they wrote to each other: how many messages of the learner, how many of the staff.
            case messages(fromLearner: Int, fromStaff: Int)
            case meeting(isCancelled: Bool, isOver: Bool)
            case note(StaffNote)
            case handover(Handover, to: PersonName?)
            case alertRaised([AlertReason])
            case alertClosed(AlertOutcome, note: String?)
        }

        package let at: Instant
        package let what: What
        /// Who did it; `nil` where it is plain, or happened by itself.
        package let by: PersonName?
    }

    /// How long learners wait for a first answer.
    package struct AnswerTimes: Sendable, Hashable {
        /// How many questions were answered lately.
        package let count: Int
        /// Seconds: half of the answers came sooner.
        package let median: Int64
        package let longest: Int64

        /// - Returns: `nil` without any answer.
        package init?(_ answers: [ConversationAnswer]) {
            let taken = answers.map { $0.answeredAt.seconds(since: $0.askedAt) }.sorted()
            guard let longest = taken.last else { return nil }
            count = taken.count
            median = taken[(taken.count - 1) / 2]
            self.longest = longest
        }
    }

    package struct ContactsReading: Sendable {
        package let cohort: Cohort
        package let person: Person
        /// The last first.
        package let entries: [ContactEntry]
        package let call: CallRequest?
        /// Who follows the learner, where somebody said so.
        package let tutor: PersonName?
        /// To whom one can hand over.
        package let colleagues: [Colleague]
        package let answers: AnswerTimes?
        /// Since when a message waits, and until when an answer was promised.
        package let question: (askedAt: Instant, due: Instant)?
        /// Working hours.
        package let hoursToAnswer: Int
        /// The learner's address, where a mail server refused it for ever.
        package var bounce: MailBounce?

        package struct Colleague: Sendable {
            package let id: Identifier<Person>
            package let name: PersonName
        }
    }

    private static let entriesShown = 200
    private static let answersCounted = 100

    /// The contacts with a learner of a cohort, for those who follow it. One read.
    /// - throws: ``CampusError/notFound(_:)``.
    package func contacts(
        with person: Identifier<Person>, in cohortKey: String, for viewer: Viewer
    ) async throws -> ContactsReading {
        let now = clock.now
        return try await database.read { reading in
            let (cohort, standings) = try followedLearner(person, in: cohortKey, viewer, in: reading)
            guard let learner = try people.person(person, in: reading) else { throw CampusError.notFound(.noSuchLearner) }
            var names = NameBook(people: people)
            var entries: [ContactEntry] = []
            for contact in try contacts.contacts(with: person, in: cohort.id, in: reading) {
                entries.append(.init(at: contact.at, what: .contact(contact), by: try names.name(contact.by, in: reading)))
            }
            for call in try contacts.calls(of: person, in: cohort.id, in: reading) {
                entries.append(.init(at: call.askedAt, what: .callAsked(call), by: nil))
            }
            let handovers = try contacts.handovers(of: person, in: cohort.id, in: reading)
            for given in handovers {
                entries.append(
                    .init(
                        at: given.at, what: .handover(given, to: try names.name(given.tutor, in: reading)),
                        by: try names.name(given.by, in: reading)))
            }
            for note in try staffNotes.notes(about: person, in: cohort.id, in: reading) {
                entries.append(.init(at: note.at, what: .note(note), by: try names.name(note.author, in: reading)))
            }
            for standing in standings {
                for fact in try alerts.facts(of: standing.enrolment.id.text, in: reading) {
                    guard let what = Self.what(fact) else { continue }
                    entries.append(
                        .init(at: fact.at, what: what, by: try fact.by.flatMap { try names.name($0, in: reading) }))
                }
            }
            entries += try meetings(of: person, in: cohort, at: now, in: reading)
            let conversation = try conversations.conversation(.tutoring(of: person, in: cohort.id), in: reading)
            if let conversation { entries += try messageDays(of: conversation, person, in: reading) }
            entries.sort { $0.at > $1.at }
            let hours = try standing(of: person, in: cohort.id, in: reading)?.hoursToAnswer ?? WorkingTime.day
            var page = ContactsReading(
                cohort: cohort, person: learner, entries: Array(entries.prefix(Self.entriesShown)),
                call: try contacts.openCall(of: person, in: cohort.id, in: reading),
                tutor: try handovers.first.flatMap { try names.name($0.tutor, in: reading) },
                colleagues: try colleagues(in: cohort.id, except: handovers.first?.tutor, in: reading),
                answers: try conversation.flatMap {
                    AnswerTimes(try conversations.answers(in: $0.id, limit: Self.answersCounted, in: reading))
                },
                question: conversation?.waitingSince.map { ($0, WorkingTime.adding(hours: hours, to: $0)) },
                hoursToAnswer: hours)
            page.bounce = try learner.email.flatMap { try outbox.bounce(of: $0.text, in: reading) }
            return page
        }
    }

    private static func what(_ fact: FollowUpFact) -> ContactEntry.What? {
        switch fact.kind {
        case .raised: .alertRaised(fact.reasons)
        case .changed: nil
        case .closed(let outcome): .alertClosed(outcome, note: fact.note)
        }
    }

    /// Meetings that were booked, without what they were about.
    private func meetings(
        of person: Identifier<Person>, in cohort: Cohort, at now: Instant, in reading: any ReadTransaction
    ) throws -> [ContactEntry] {
        let (first, last) = (now.adding(seconds: -366 * 86_400), now.adding(seconds: 92 * 86_400))
        return try mentors.meetings(of: person, from: first, until: last, in: reading).filter {
            $0.meeting.cohort == cohort.id && $0.meeting.learner == person
        }.map { entry in
            ContactEntry(
                at: entry.meeting.startsAt,
                what: .meeting(isCancelled: entry.meeting.isCancelled, isOver: entry.meeting.endsAt <= now), by: entry.other)
        }
    }

    private static let messagesCounted = 500

    /// The last messages of a conversation, by days; at the hour of the last one of each.
    private func messageDays(
        of conversation: Conversation, _ learner: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> [ContactEntry] {
        var days: [CalendarDay: (at: Instant, own: Int, others: Int)] = [:]
        for message in try conversations.messages(of: conversation.id, limit: Self.messagesCounted, in: reading) {
            var day = days[ParisDays.day(of: message.postedAt)] ?? (message.postedAt, 0, 0)
            day.at = max(day.at, message.postedAt)
            if message.author == learner { day.own += 1 } else { day.others += 1 }
            days[ParisDays.day(of: message.postedAt)] = day
        }
        return days.values.map {
            ContactEntry(at: $0.at, what: .messages(fromLearner: $0.own, fromStaff: $0.others), by: nil)
        }
    }

    private func colleagues(
        in cohort: Identifier<Cohort>, except tutor: Identifier<Person>?, in reading: any ReadTransaction
    ) throws -> [ContactsReading.Colleague] {
        var seen: Set<Identifier<Person>> = []
        return try [CohortRole.tutor, .trainer, .coordinator].flatMap { role in
            try memberships.people(of: cohort, as: role, limit: 100, in: reading)
        }.filter { $0.person.id != tutor && seen.insert($0.person.id).inserted }
            .map { .init(id: $0.person.id, name: $0.person.name) }
    }
}

/// Names that were read once.
private struct NameBook {
    let people: PersonStore
    private var names: [Identifier<Person>: PersonName] = [:]

    init(people: PersonStore) { self.people = people }

    mutating func name(_ id: Identifier<Person>, in reading: any ReadTransaction) throws -> PersonName? {
        if let known = names[id] { return known }
        let found = try people.person(id, in: reading)?.name
        names[id] = found
        return found
    }
}
