import Accounts
import Campus
import Essentials
import Outbound
import Tutoring

extension ContactsPage {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let person: String
        let givenName: String
        let familyName: String
        /// Who follows the learner, where somebody said so.
        let tutor: String?
        /// The call that the learner waits for.
        let call: TodayPage.Model.Call?
        /// Since when a message waits, and until when an answer was promised.
        let questionAskedAt: Instant?
        let answerDueAt: Instant?
        /// Working hours, as the course promises.
        let hoursToAnswer: Int
        /// Left out when no question was answered yet.
        let answers: Answers?
        /// The learner's address and since when a mail server refuses it; left out when none does.
        let refusedAddress: RefusedAddress?
        /// The last first.
        let entries: [Entry]
        /// To whom one can hand over.
        let colleagues: [Colleague]

        struct Answers: Encodable, Sendable {
            let count: Int
            /// Minutes: half of the answers came sooner.
            let medianMinutes: Int
            let longestMinutes: Int
        }

        struct RefusedAddress: Encodable, Sendable {
            let address: String
            let since: Instant
            /// What the mail server said.
            let reason: String
        }

        struct Colleague: Encodable, Sendable {
            let id: String
            let name: String
        }

        enum Kind: String, Encodable, Sendable {
            case contact, call, messages, meeting, note, handover, alert, closed
        }

        struct Entry: Encodable, Sendable {
            let kind: Kind
            let at: Instant
            /// Who did it, or whom one met; left out where it is plain.
            let by: String?
            var means: ContactMeans?
            var outcome: ContactOutcome?
            var againAt: Instant?
            /// A note, in words.
            var text: String?
            var phone: String?
            var hours: String?
            /// When the learner was reached, or asked for no call any more.
            var settledAt: Instant?
            var fromLearner: Int?
            var fromStaff: Int?
            var isCancelled: Bool?
            var isOver: Bool?
            /// To whom the learner was handed over.
            var tutor: String?
            var reasons: [AlertReason]?
            var alertOutcome: AlertOutcome?
        }

        init(_ reading: Campus.ContactsReading) {
            cohort = reading.cohort.key
            cohortTitle = reading.cohort.title
            person = reading.person.id.text
            givenName = reading.person.name.given
            familyName = reading.person.name.family
            tutor = reading.tutor?.full
            call = reading.call.map { .init($0) }
            questionAskedAt = reading.question?.askedAt
            answerDueAt = reading.question?.due
            hoursToAnswer = reading.hoursToAnswer
            answers = reading.answers.map {
                Answers(count: $0.count, medianMinutes: Int($0.median / 60), longestMinutes: Int($0.longest / 60))
            }
            refusedAddress = reading.bounce.map { RefusedAddress(address: $0.address, since: $0.at, reason: $0.reason) }
            entries = reading.entries.map { Entry($0) }
            colleagues = reading.colleagues.map { Colleague(id: $0.id.text, name: $0.name.full) }
        }
    }
}

extension ContactsPage.Model.Entry {
    init(_ entry: Campus.ContactEntry) {
        let by = entry.by?.full
        switch entry.what {
        case .contact(let contact):
            self.init(
                kind: .contact, at: entry.at, by: by, means: contact.means, outcome: contact.outcome, againAt: contact.againAt,
                text: contact.note)
        case .callAsked(let call):
            self.init(
                kind: .call, at: entry.at, by: by, phone: call.phone, hours: call.hours, settledAt: call.settledAt)
        case .messages(let fromLearner, let fromStaff):
            self.init(kind: .messages, at: entry.at, by: by, fromLearner: fromLearner, fromStaff: fromStaff)
        case .meeting(let isCancelled, let isOver):
            self.init(kind: .meeting, at: entry.at, by: by, isCancelled: isCancelled, isOver: isOver)
        case .note(let note): self.init(kind: .note, at: entry.at, by: by, text: note.text)
        case .handover(let handover, let to):
            self.init(kind: .handover, at: entry.at, by: by, text: handover.note, tutor: to?.full)
        case .alertRaised(let reasons): self.init(kind: .alert, at: entry.at, by: by, reasons: reasons)
        case .alertClosed(let outcome, let note):
            self.init(kind: .closed, at: entry.at, by: by, text: note, alertOutcome: outcome)
        }
    }
}
