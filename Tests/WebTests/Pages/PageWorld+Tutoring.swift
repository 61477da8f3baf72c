import Essentials
import TestSupport
import Testing

@testable import Accounts
@testable import Campus
@testable import CourseContent
@testable import Progress
@testable import Tutoring
@testable import Web

extension PageWorld {
    static let sentences = [
        QuickSentence(id: id(80), text: "Relisez la consigne."), QuickSentence(id: id(81), text: "Bien <vu> !"),
    ]

    /// The pages of tutors: what waits, who needs them.
    func tutoring(_ page: GoldenPage, _ language: Language) throws -> String {
        switch page {
        case .toMark:
            let items = try [WaitingWork.Kind.attempt, .submission].enumerated().map { index, kind in
                let activity = try #require(course.activity(TestCourse.quiz))
                return Campus.QueuedWork(
                    work: WaitingWork(
                        kind: kind, work: (Self.id(90 + index) as Identifier<WaitingWork>).text, context: "c",
                        activity: Self.id(1), person: Self.learner.person.id, cohort: Self.cohort.id,
                        sentAt: Self.yesterday.adding(seconds: Int64(index))),
                    givenName: "Samira", familyName: "Benali", cohort: Self.cohort, course: course, activity: activity)
            }
            let reading = Campus.QueueReading(items: items, total: 3, next: items.last?.work.position)
            return render(ToMarkPage(model: .init(reading), now: Self.now), language, for: Self.tutor)
        case .toMarkEmpty:
            let reading = Campus.QueueReading(items: [], total: 0, next: nil)
            return render(ToMarkPage(model: .init(reading), now: Self.now), language, for: Self.tutor)
        case .sentencesRefused:
            let problem = Problem(CampusError.invalid("text", TutoringError.invalidSentence.phrase))
            return render(
                SentencesPage(model: .init([]), typed: "</textarea><b>", problem: problem), language, for: Self.tutor)
        default: return render(SentencesPage(model: .init(Self.sentences)), language, for: Self.tutor)
        }
    }

    /// A learner with an alert.
    var alert: FollowUp {
        var alert = FollowUp(context: standing.enrolment.id.text, person: Self.learner.person.id, cohort: Self.cohort.id)
        _ = alert.take(
            [
                AlertReason(kind: .evaluationFailed, level: .red, amount: 40),
                AlertReason(kind: .inactive, level: .amber, amount: 5),
            ], at: Self.yesterday)
        return alert
    }

    var row: CohortLearner {
        CohortLearner(
            course: standing, givenName: "Samira", familyName: "Benali",
            position: CohortPosition(hasLeft: false, sortKey: "benali samira", enrolment: standing.enrolment.id))
    }

    /// A tutor's day, their learners, the rules of a cohort.
    func following(_ page: GoldenPage, _ language: Language) throws -> String {
        switch page {
        case .today, .todayEmpty:
            let reading = Campus.TodayReading(
                people: page == .today ? [pressing, quiet] : [], contacted: page == .today ? [contacted] : [],
                waiting: page == .today ? 2 : 0, reports: page == .today ? 1 : 0, learners: 12)
            let model = TodayPage.Model(reading, at: Self.now)
            var view = TodayPage(model: model, now: Self.now, newContacts: model.people.indices.map { Self.id(600 + $0) })
            if page == .today {
                let problem = Problem(CampusError.invalid("note", TutoringError.noteTooLong.phrase))
                view.refused = (alert.context, ["note": "<b>Longue"], problem)
            }
            return render(view, language, for: Self.tutor)
        case .contacts, .contactsRefused:
            let isRefused = page == .contactsRefused
            var view = ContactsPage(
                model: .init(isRefused ? nothingSaid : everythingSaid), newContact: Self.id(600), now: Self.now)
            if isRefused {
                view.problem = Problem(CampusError.invalid("day", .noSuchAppointment))
                view.typed = ["outcome": "appointment", "day": "\"><b>", "note": "</textarea><b>"]
            }
            return render(view, language, for: Self.tutor)
        case .caseload, .caseloadEmpty:
            var query = CaseloadQuery()
            if page == .caseload { query.search = "béna <b>" }
            let found = CaseloadRow(
                learner: listed, cohort: Self.cohort, course: course, pace: .late, minutesLate: 45, waiting: 2,
                unanswered: Self.yesterday, alert: alert)
            let quiet = CaseloadRow(
                learner: listed, cohort: Self.cohort, course: course, pace: nil, minutesLate: 0, waiting: 0, unanswered: nil,
                alert: nil)
            let reading = Campus.CaseloadReading(
                query: query, rows: page == .caseload ? [found, quiet] : [], total: page == .caseload ? 3 : 0,
                next: page == .caseload ? query : nil, cohorts: [Self.cohort], courses: [course],
                views: page == .caseload ? [KeptView(name: "En <retard>", query: "late=true")] : [],
                summaries: page == .caseload ? [.init(cohort: Self.cohort, learners: 2, done: 12, planned: 30)] : [])
            return render(CaseloadPage(model: CaseloadModel(reading), query: query, now: Self.now), language, for: Self.tutor)
        default:
            let isRefused = page == .alertRulesRefused
            let reading = Campus.AlertRulesReading(
                cohort: Self.cohort, rules: .usual, setBy: isRefused ? nil : Self.author.person.name,
                setAt: isRefused ? nil : Self.yesterday, mayChange: isRefused)
            let problem = Problem(
                CampusError.invalid("redInactiveDays", TutoringError.invalidRule("redInactiveDays").phrase))
            return render(
                AlertRulesPage(
                    model: .init(reading), typed: isRefused ? ["redInactiveDays": "\"><b>"] : [:],
                    problem: isRefused ? problem : nil), language, for: Self.tutor)
        }
    }
}

extension PageWorld {
    /// The learner as a long list shows her.
    fileprivate var listed: CaseloadLearner {
        let state = standing.state
        return CaseloadLearner(
            enrolment: standing.enrolment.id, person: standing.enrolment.person, cohort: Self.cohort.id,
            course: standing.enrolment.course, startsOn: nil, endsOn: nil, status: .active, doneWeight: state.doneWeight,
            totalWeight: state.totalWeight, percent: state.percent, activitiesDone: state.activitiesDone,
            activitiesTotal: state.activitiesTotal, lastEventAt: state.lastEventAt, completedAt: nil, givenName: row.givenName,
            familyName: row.familyName, sortKey: row.position.sortKey)
    }
}
