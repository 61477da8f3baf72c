import Essentials
import TestSupport

@testable import Accounts
@testable import Campus
@testable import CourseContent
@testable import Progress
@testable import Tutoring
@testable import Web

/// Learners on a tutor's day, and what brought one of them and the staff together.
extension PageWorld {
    private func contact(_ outcome: ContactOutcome, _ hours: Int64, again: Instant?) -> Campus.ContactReading {
        Campus.ContactReading(
            contact: LearnerContact(
                id: Self.id(610), cohort: Self.cohort.id, person: Self.learner.person.id, means: .call, outcome: outcome,
                againAt: again, note: "Rappeler <b>lundi</b>.", by: Self.tutor.person.id,
                at: Self.now.adding(seconds: -3600 * hours)),
            by: Self.tutor.person.name, hasWorkedSince: outcome == .reached)
    }

    private var call: CallRequest {
        CallRequest(
            id: Self.id(620), cohort: Self.cohort.id, person: Self.learner.person.id, askedAt: Self.yesterday,
            phone: "06 12 34 56 78", hours: "Le <matin>", settledAt: nil, settledBy: nil)
    }

    private var given: Handover {
        Handover(
            cohort: Self.cohort.id, person: Self.learner.person.id, tutor: Self.tutor.person.id, note: "Cherche un <stage>.",
            by: Self.author.person.id, at: Self.yesterday)
    }

    /// Every reason at once.
    var pressing: Campus.DayLearner {
        Campus.DayLearner(
            cohort: Self.cohort, person: Self.learner.person.id, name: Self.learner.person.name,
            need: LearnerNeed(level: .red, action: .call, due: Self.now.adding(seconds: -60), isLater: false),
            alerts: [Campus.AlertReading(alert: alert, cohort: Self.cohort, learner: row, course: course)], call: call,
            questionAskedAt: Self.yesterday, handover: (given, Self.author.person.name), tutor: nil,
            lastContact: contact(.noAnswer, 20, again: Self.now), lastEventAt: Self.yesterday)
    }

    /// A colleague's learner, with an appointment.
    var quiet: Campus.DayLearner {
        Campus.DayLearner(
            cohort: Self.cohort, person: Self.id(630), name: PersonName(trustedGiven: "Inès", family: "Été"),
            need: LearnerNeed(level: .amber, action: .meet, due: Self.now.adding(seconds: 200_000), isLater: true), alerts: [],
            call: nil, questionAskedAt: nil, handover: nil, tutor: Self.author.person.name, lastContact: nil, lastEventAt: nil)
    }

    var contacted: Campus.ContactedLearner {
        Campus.ContactedLearner(
            cohort: Self.cohort, person: Self.id(631), name: PersonName(trustedGiven: "Bob", family: "Aube"),
            last: contact(.reached, 30, again: nil), lastEventAt: Self.yesterday)
    }

    var everythingSaid: Campus.ContactsReading {
        let times = [60, 7200].map { ConversationAnswer(askedAt: Self.yesterday, answeredAt: Self.yesterday.adding(seconds: $0)) }
        let note = StaffNote(id: Self.id(640), author: Self.tutor.person.id, at: Self.yesterday, text: "Vient <en bus>.")
        let what: [Campus.ContactEntry.What] = [
            .contact(contact(.appointment, 1, again: Self.now.adding(seconds: 86_400)).contact), .callAsked(call),
            .messages(fromLearner: 2, fromStaff: 1), .meeting(isCancelled: false, isOver: true),
            .meeting(isCancelled: false, isOver: false), .meeting(isCancelled: true, isOver: false), .note(note),
            .handover(given, to: Self.tutor.person.name), .alertRaised(alert.reasons),
            .alertClosed(.leftForJob, note: "Chez un <client>."),
        ]
        return Campus.ContactsReading(
            cohort: Self.cohort, person: Self.learner.person,
            entries: what.map { .init(at: Self.yesterday, what: $0, by: Self.tutor.person.name) }, call: call,
            tutor: Self.tutor.person.name, colleagues: [.init(id: Self.author.person.id, name: Self.author.person.name)],
            answers: Campus.AnswerTimes(times), question: (Self.yesterday, Self.now.adding(seconds: -60)), hoursToAnswer: 8)
    }

    var nothingSaid: Campus.ContactsReading {
        Campus.ContactsReading(
            cohort: Self.cohort, person: Self.learner.person, entries: [], call: nil, tutor: nil, colleagues: [], answers: nil,
            question: nil, hoursToAnswer: 8)
    }
}
