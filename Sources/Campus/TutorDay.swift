package import Accounts
import CourseContent
package import Essentials
package import Progress
import SQL
package import Tutoring

/// A tutor's day: one list over all cohorts of who needs somebody, why, what to do next and until when.
extension Campus {
    /// A learner with an open alert.
    package struct AlertReading: Sendable {
        package let alert: FollowUp
        package let cohort: Cohort
        package let learner: CohortLearner
        package let course: LibraryCourse
    }

    /// A contact with the name of who wrote it down.
    package struct ContactReading: Sendable {
        package let contact: LearnerContact
        package let by: PersonName?
        /// Whether the learner did anything in a course since.
        package let hasWorkedSince: Bool
    }

    /// A learner on a tutor's day, with every reason.
    package struct DayLearner: Sendable {
        package let cohort: Cohort
        package let person: Identifier<Person>
        package let name: PersonName
        package let need: LearnerNeed
        package let alerts: [AlertReading]
        package let call: CallRequest?
        /// Since when a message waits for an answer.
        package let questionAskedAt: Instant?
        /// When the learner was handed over to who looks, and by whom; as long as nobody was in touch since.
        package let handover: (handover: Handover, by: PersonName?)?
        /// Who follows the learner, when it is somebody else.
        package let tutor: PersonName?
        package let lastContact: ContactReading?
        package let lastEventAt: Instant?
    }

    /// Somebody who was contacted lately and needs nobody now: what happened since.
    package struct ContactedLearner: Sendable {
        package let cohort: Cohort
        package let person: Identifier<Person>
        package let name: PersonName
        package let last: ContactReading
        package let lastEventAt: Instant?
    }

    /// A tutor's day.
    package struct TodayReading: Sendable {
        /// One's own learners and those of nobody in particular before those of colleagues; then as ``LearnerNeed`` orders them.
        package let people: [DayLearner]
        /// The last contacted first.
        package let contacted: [ContactedLearner]
        /// How much waits for a mark.
        package let waiting: Int
        /// How many reported messages wait for a decision of who looks.
        package let reports: Int
        /// How many learners are followed, those who left not counted.
        package let learners: Int

        package var alerts: [AlertReading] { people.flatMap(\.alerts) }
    }

    /// How far back a contact is looked for, in seconds.
    private static let contactsKept: Int64 = 14 * 86_400
    /// How long a contact is shown of who needs nobody.
    private static let contactsShown: Int64 = 7 * 86_400

    /// Who needs this person today, in the cohorts that they follow. One read.
    package func today(for viewer: Viewer) async throws -> TodayReading {
        let now = clock.now
        return try await database.read { reading in
            var people: [DayLearner] = []
            var contacted: [ContactedLearner] = []
            var (waiting, learners, reports) = (0, 0, 0)
            for id in viewer.roles.cohortsToReview {
                guard let cohort = try cohorts.cohort(id, in: reading) else { continue }
                learners += try memberships.headcount(of: id, in: reading)[.learner] ?? 0
                waiting += try waitingWork.count(in: id, except: viewer.person.id, in: reading)
                reports += try openReports(in: id, for: viewer, in: reading)
                let day = try cohortDay(of: cohort, for: viewer, at: now, in: reading)
                for person in day.people {
                    if let found = try dayLearner(person, on: day, for: viewer, at: now, in: reading) { people.append(found) }
                }
                let listed = Set(people.filter { $0.cohort.id == id }.map(\.person))
                for contact in day.contacts.values
                where !listed.contains(contact.person) && contact.at >= now.adding(seconds: -Self.contactsShown) {
                    guard let found = try standing(of: contact.person, in: cohort.id, in: reading) else { continue }
                    contacted.append(
                        ContactedLearner(
                            cohort: cohort, person: contact.person, name: found.name,
                            last: try self.contact(contact, lastEventAt: found.lastEventAt, in: reading),
                            lastEventAt: found.lastEventAt))
                }
            }
            people.sort { left, right in
                if (left.tutor == nil) != (right.tutor == nil) { return left.tutor == nil }
                if left.need.comesBefore(right.need) { return true }
                if right.need.comesBefore(left.need) { return false }
                return (left.name.family, left.person) < (right.name.family, right.person)
            }
            return TodayReading(
                people: people, contacted: contacted.sorted { $0.last.contact.at > $1.last.contact.at }, waiting: waiting,
                reports: reports, learners: learners)
        }
    }

    /// What is so in one cohort: five statements.
    private struct CohortDay {
        let cohort: Cohort
        let alerts: [Identifier<Person>: [FollowUp]]
        let calls: [Identifier<Person>: CallRequest]
        let questions: [Identifier<Person>: Instant]
        let contacts: [Identifier<Person>: LearnerContact]
        let tutors: [Identifier<Person>: Handover]
        /// Those who were handed over to who looks, and whom nobody contacted since.
        let handedOver: Set<Identifier<Person>>

        /// Whom there is a reason for.
        var people: Set<Identifier<Person>> {
            handedOver.union(alerts.keys).union(calls.keys).union(questions.keys)
        }
    }

    private func cohortDay(
        of cohort: Cohort, for viewer: Viewer, at now: Instant, in reading: any ReadTransaction
    ) throws -> CohortDay {
        let recently = now.adding(seconds: -Self.contactsKept)
        let last = try contacts.lastContacts(in: cohort.id, since: recently, in: reading)
        let tutors = try contacts.currentTutors(in: cohort.id, in: reading)
        let handedOver = tutors.values.filter { given in
            given.tutor == viewer.person.id && given.at >= recently && last[given.person].map { $0.at < given.at } ?? true
        }
        return CohortDay(
            cohort: cohort, alerts: Dictionary(grouping: try alerts.open(in: cohort.id, in: reading).values, by: \.person),
            calls: try contacts.openCalls(in: cohort.id, in: reading),
            questions: try conversations.unanswered(in: [cohort.id], in: reading)[cohort.id] ?? [:], contacts: last,
            tutors: tutors, handedOver: Set(handedOver.map(\.person)))
    }

    private func dayLearner(
        _ person: Identifier<Person>, on day: CohortDay, for viewer: Viewer, at now: Instant, in reading: any ReadTransaction
    ) throws -> DayLearner? {
        guard let standing = try standing(of: person, in: day.cohort.id, in: reading) else { return nil }
        let raised: [AlertReading] = try (day.alerts[person] ?? []).compactMap { alert in
            guard let learner = try progress.learner(of: Identifier(trusted: alert.context), in: reading),
                learner.course.enrolment.status != .left,
                let course = try library.course(learner.course.enrolment.course, in: reading)
            else { return nil }
            return AlertReading(alert: alert, cohort: day.cohort, learner: learner, course: course)
        }
        let contact = day.contacts[person]
        let given = day.handedOver.contains(person) ? day.tutors[person] : nil
        let facts = DayFacts(
            alerts: raised.compactMap { found in
                guard let level = found.alert.level, let raisedAt = found.alert.raisedAt else { return nil }
                return DayFacts.Alert(level, raisedAt: raisedAt)
            },
            callAskedAt: day.calls[person]?.askedAt, questionAskedAt: day.questions[person],
            hoursToAnswer: standing.hoursToAnswer, handedOverAt: given?.at,
            lastContact: contact.map { DayFacts.Contact($0.outcome, at: $0.at, againAt: $0.againAt) })
        guard let need = LearnerNeed(facts, at: now) else { return nil }
        let tutor = day.tutors[person].flatMap { $0.tutor == viewer.person.id ? nil : $0.tutor }
        return DayLearner(
            cohort: day.cohort, person: person, name: standing.name, need: need,
            alerts: raised.sorted { $0.alert.context < $1.alert.context }, call: day.calls[person],
            questionAskedAt: day.questions[person],
            handover: try given.map { ($0, try people.person($0.by, in: reading)?.name) },
            tutor: try tutor.flatMap { try people.person($0, in: reading)?.name },
            lastContact: try contact.map { try self.contact($0, lastEventAt: standing.lastEventAt, in: reading) },
            lastEventAt: standing.lastEventAt)
    }

    /// A learner of a cohort over all the courses that they follow in it; `nil` for who is none, or left.
    func standing(
        of person: Identifier<Person>, in cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> (name: PersonName, lastEventAt: Instant?, hoursToAnswer: Int)? {
        let followed = try progress.courses(of: person, in: reading).filter {
            $0.enrolment.cohort == cohort && $0.enrolment.status != .left
        }
        guard !followed.isEmpty, let name = try people.person(person, in: reading)?.name else { return nil }
        let promised = try followed.compactMap {
            try library.course($0.enrolment.course, in: reading)?.outline.contacts.pedagogical.hoursToAnswer
        }
        return (name, followed.compactMap(\.state.lastEventAt).max(), promised.min() ?? WorkingTime.day)
    }

    func contact(
        _ contact: LearnerContact, lastEventAt: Instant?, in reading: any ReadTransaction
    ) throws -> ContactReading {
        ContactReading(
            contact: contact, by: try people.person(contact.by, in: reading)?.name,
            hasWorkedSince: lastEventAt.map { $0 > contact.at } ?? false)
    }
}
