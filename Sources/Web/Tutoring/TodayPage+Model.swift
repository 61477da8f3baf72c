import Accounts
import Campus
import CourseContent
import Essentials
import Progress
import Tutoring

extension TodayPage {
    struct Model: Encodable, Sendable {
        /// Who needs somebody, in the order in which one turns to them.
        let people: [Person]
        /// Who was contacted lately and needs nobody now.
        let contacted: [Contacted]
        /// How much waits for a mark.
        let waiting: Int
        /// How many reported messages wait for a decision.
        let reports: Int
        let learners: Int

        struct Person: Encodable, Sendable {
            let person: String
            let givenName: String
            let familyName: String
            let cohort: String
            let cohortTitle: String
            let level: AlertLevel
            let action: LearnerNeed.Action
            let dueAt: Instant
            let isOverdue: Bool
            /// Whether the next try is not for today.
            let isLater: Bool
            let call: Call?
            /// Since when a message waits for an answer.
            let questionAskedAt: Instant?
            let handover: Given?
            /// Who follows the learner, when it is somebody else.
            let tutor: String?
            let alerts: [Alert]
            let lastContact: Contact?
            let lastEventAt: Instant?
        }

        struct Call: Encodable, Sendable {
            let askedAt: Instant
            let phone: String?
            let hours: String?

            init(_ call: CallRequest) {
                askedAt = call.askedAt
                phone = call.phone
                hours = call.hours
            }
        }

        struct Given: Encodable, Sendable {
            let by: String
            let at: Instant
            let note: String
        }

        struct Alert: Encodable, Sendable {
            let enrolment: String
            let level: AlertLevel
            let reasons: [AlertReason]
            let raisedAt: Instant
            let course: String
            let courseTitle: String
            let courseLanguage: Language
            let percent: Int
        }

        struct Contact: Encodable, Sendable {
            let at: Instant
            let by: String
            let means: ContactMeans
            let outcome: ContactOutcome
            /// Of an appointment, or of the next try.
            let againAt: Instant?
            let note: String?
            let hasWorkedSince: Bool

            init(_ reading: Campus.ContactReading) {
                at = reading.contact.at
                by = reading.by?.full ?? ""
                means = reading.contact.means
                outcome = reading.contact.outcome
                againAt = reading.contact.againAt
                note = reading.contact.note
                hasWorkedSince = reading.hasWorkedSince
            }
        }

        struct Contacted: Encodable, Sendable {
            let person: String
            let givenName: String
            let familyName: String
            let cohort: String
            let cohortTitle: String
            let last: Contact
            let lastEventAt: Instant?
        }

        init(_ reading: Campus.TodayReading, at now: Instant) {
            waiting = reading.waiting
            reports = reading.reports
            learners = reading.learners
            people = reading.people.map { Person($0, at: now) }
            contacted = reading.contacted.map { found in
                Contacted(
                    person: found.person.text, givenName: found.name.given, familyName: found.name.family,
                    cohort: found.cohort.key, cohortTitle: found.cohort.title, last: Contact(found.last),
                    lastEventAt: found.lastEventAt)
            }
        }
    }
}

extension TodayPage.Model.Person {
    init(_ found: Campus.DayLearner, at now: Instant) {
        self.init(
            person: found.person.text, givenName: found.name.given, familyName: found.name.family, cohort: found.cohort.key,
            cohortTitle: found.cohort.title, level: found.need.level, action: found.need.action, dueAt: found.need.due,
            isOverdue: found.need.isOverdue(at: now), isLater: found.need.isLater, call: found.call.map { .init($0) },
            questionAskedAt: found.questionAskedAt,
            handover: found.handover.map {
                .init(by: $0.by?.full ?? "", at: $0.handover.at, note: $0.handover.note)
            },
            tutor: found.tutor?.full, alerts: found.alerts.compactMap { .init($0) },
            lastContact: found.lastContact.map { .init($0) }, lastEventAt: found.lastEventAt)
    }
}

extension TodayPage.Model.Alert {
    init?(_ found: Campus.AlertReading) {
        guard let level = found.alert.level, let raisedAt = found.alert.raisedAt else { return nil }
        self.init(
            enrolment: found.alert.context, level: level, reasons: found.alert.reasons, raisedAt: raisedAt,
            course: found.course.outline.key, courseTitle: found.course.outline.title,
            courseLanguage: found.course.outline.language, percent: found.learner.course.state.percent)
    }
}
