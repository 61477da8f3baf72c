import Essentials
import TestSupport

@testable import Accounts
@testable import Assessment
@testable import Campus
@testable import CourseContent
@testable import Progress
@testable import Tutoring
@testable import Web

extension PageWorld {
    /// The pages of those who follow learners, and of authors.
    func staff(_ page: GoldenPage, _ language: Language) throws -> String {
        switch page {
        case .cohorts:
            let followed = [Campus.FollowedCohort(cohort: Self.cohort, learners: 2)]
            return render(CohortsPage(model: .init(followed, mayMake: true)), language, for: Self.tutor)
        case .cohort:
            let row = CohortLearner(
                course: standing, givenName: "Samira", familyName: "Benali",
                position: CohortPosition(hasLeft: false, sortKey: "benali samira", enrolment: standing.enrolment.id))
            let left = Enrolment(
                id: Self.id(31), person: Self.id(32), cohort: Self.cohort.id, course: course.version.course, status: .left,
                createdAt: Self.yesterday)
            let departed = CohortLearner(
                course: LearnerCourse(enrolment: left, state: CourseState(enrolment: left.id, rules: course.rules)),
                givenName: "Karim", familyName: "Haddad",
                position: CohortPosition(hasLeft: true, sortKey: "haddad karim", enrolment: left.id))
            let reading = Campus.CohortReading(
                cohort: Self.cohort, learners: [row, departed], courses: [course.version.course: course], next: departed.position)
            return render(CohortPage(model: .init(reading), now: Self.now), language, for: Self.tutor)
        case .learner:
            let reading = Campus.LearnerReading(
                cohort: Self.cohort, person: Self.learner.person, courses: [following],
                states: states, attempts: [try reading(TestCourse.quiz).id: [try attempt(1, score: 50)]],
                marks: [course.version.course: CourseMarks(course.version, states: states, graded: [:])],
                waiting: [],
                extraTime: 33,
                submissions: [:],
                notes: [
                    .init(
                        note: StaffNote(
                            id: Self.id(85), author: Self.tutor.person.id, at: Self.yesterday, text: "Appelée <hier>."),
                        author: Self.tutor.person.name)
                ], alerts: [standing.enrolment.id: Self.alertFacts], connected: [standing.enrolment.id: Self.connected],
                today: ParisDays.day(of: Self.now))
            return render(LearnerPage(model: .init(reading), now: Self.now), language, for: Self.tutor)
        case .extraTimes:
            let people = [Self.learner.person, Self.author.person].map { person in
                PersonListing(
                    id: person.id, login: person.login.text, name: person.name, email: nil, isDisabled: false, position: .start)
            }
            let times = [
                Campus.CohortTimes(cohort: Self.cohort, learners: [(people[0], 33), (people[1], 0)])
            ]
            return render(ExtraTimesPage(model: .init(times)), language, for: Self.tutor)
        case .pace, .paceRefused: return pace(isRefused: page == .paceRefused, language)
        case .authoring: return render(AuthoredCoursesPage(model: .init([course])), language, for: Self.author)
        default:
            let versions = [
                VersionSummary(
                    id: course.version.id, number: 3, digest: course.version.digest, appliedAt: Self.yesterday, appliedBy: nil),
                VersionSummary(
                    id: Self.id(5), number: 2, digest: String(repeating: "0ld0", count: 16),
                    appliedAt: Self.yesterday.adding(seconds: -86_400), appliedBy: "Théo Moreau"),
            ]
            let publications = [
                Publication(sequence: 2, number: 3, publishedAt: Self.yesterday, publishedBy: "Théo Moreau"),
                Publication(sequence: 1, number: 2, publishedAt: Self.yesterday.adding(seconds: -86_400), publishedBy: nil),
            ]
            let history = CourseHistory(course: course, versions: versions, publications: publications)
            guard page == .authoredVersion else {
                return render(AuthoredCoursePage(model: .init(history)), language, for: Self.author)
            }
            return render(AuthoredVersionPage(history, versions[1], forecast), language, for: Self.author)
        }
    }

    private func pace(isRefused: Bool, _ language: Language) -> String {
        let days = ["2026-09-07", "2026-09-11", "2026-12-24"].map { CalendarDay(trusted: $0) }
        let activity: Identifier<Activity> = course.rules.activities[1].id
        let facts = [
            PaceFact(
                number: 1, subject: 1, decision: .pause(.internship, first: days[0], last: days[1]), isWithdrawn: false,
                note: "Entrepôt de Lesquin", setBy: Self.tutor.person.id, setAt: Self.yesterday),
            PaceFact(
                number: 2, subject: 2, decision: .moreTime(activity, until: days[2]), isWithdrawn: false,
                note: "Déménagement", setBy: nil, setAt: Self.yesterday),
            PaceFact(
                number: 3, subject: 1, decision: .pause(.internship, first: days[0], last: days[1]), isWithdrawn: true,
                note: nil, setBy: Self.tutor.person.id, setAt: Self.now),
        ]
        let adjustments = PaceAdjustments(facts)
        let exemption = KeptRuling(
            ruling: Ruling(.completed, reason: "Vue en entretien", by: Self.tutor.person.id), score: nil, seconds: 600,
            at: Self.yesterday, sequence: 3)
        var followed = following
        followed.adjustments = adjustments
        let reading = Campus.PaceReading(
            cohort: Self.cohort, person: Self.learner.person, facts: facts, adjustments: adjustments,
            names: [Self.tutor.person.id: Self.tutor.person.name], courses: [followed], rulings: [activity: exemption])
        var page = PacePage(model: .init(reading, today: ParisDays.day(of: Self.now)))
        if isRefused {
            let problem = Problem(CampusError.invalid("lastDay", PaceProblem.badPause.phrase))
            let typed = ["motive": ["interview"], "firstDay": ["2026-11-24"], "lastDay": ["2026-11-23"], "note": ["<b>"]]
            page.typed = .init(form: .pause, fields: FormFields(typed), problem: problem)
        }
        return render(page, language, for: Self.tutor)
    }

    /// A lesson that comes back, a quiz with another rule, a module of another name.
    private var forecast: CourseForecast {
        let activities = course.outline.activities
        var forecast = CourseForecast(
            key: course.outline.key, title: course.outline.title, language: .french, published: 3, course: [.hours],
            modules: [ModuleChange(id: "m", title: "Démarrer", titleBefore: "Début", aspects: [.renamed])], activities: [],
            people: ReweighForecast())
        forecast.people.enrolled = 12
        forecast.people.down = 9
        forecast.activities = activities.prefix(2).enumerated().map { index, activity in
            guard index == 1 else { return .init(change: ActivityChange(aspects: [.added], before: nil, after: activity)) }
            var before = activity
            before.completion = .passed(score: 80)
            var changed = CourseForecast.Activity(change: ActivityChange(aspects: [.completion], before: before, after: activity))
            changed.begun = 5
            changed.done = 3
            changed.completed = 1
            changed.openAttempts = 1
            changed.sentAttempts = 4
            return changed
        }
        return forecast
    }
}

extension PageWorld {
    fileprivate static var connected: [CalendarDay: Int] {
        let today = ParisDays.day(of: now)
        return [today: 1800, today.adding(days: -1): 3600, today.adding(days: -16): 5400]
    }

    /// The newest first.
    fileprivate static var alertFacts: [Campus.AlertFactReading] {
        let reasons = [AlertReason(kind: .inactive, level: .amber, amount: 5)]
        return [
            .init(
                fact: FollowUpFact(
                    kind: .closed(.contacted), at: now, reasons: reasons, note: "Rappelle <lundi>.", by: tutor.person.id),
                by: tutor.person.name),
            .init(fact: FollowUpFact(kind: .raised, at: yesterday, reasons: reasons, note: nil, by: nil), by: nil),
        ]
    }
}
