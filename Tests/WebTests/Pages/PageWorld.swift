import Essentials
import HTML
import TestSupport
import Testing

@testable import Accounts
@testable import Assessment
@testable import Campus
@testable import CourseContent
@testable import Progress
@testable import Web

/// What the golden pages show, made without a database: a learner half-way, a tutor who looks on.
struct PageWorld {
    static let now = TestClock.start
    static let yesterday = now.adding(seconds: -86_400)

    let course: LibraryCourse
    let contents: [String: ActivityContent]
    private let publicFiles: PublicFiles

    init(quiz: QuizContent = TestTexts.quiz, isListened: Bool = false, isPlayed: Bool = false, withAssignment: Bool = false)
        throws
    {
        try self.init(
            TestCourse.authored(quiz: quiz, isListened: isListened, isPlayed: isPlayed, withAssignment: withAssignment))
    }

    init(_ authored: AuthoredCourse) throws {
        let ids = Dictionary(
            uniqueKeysWithValues: authored.outline.activities.enumerated().map {
                ($0.element.id, Self.id(100 + $0.offset) as Identifier<Activity>)
            })
        course = LibraryCourse(
            CourseVersion(
                id: Self.id(1), course: Self.id(2), number: 3, digest: String(repeating: "c0de", count: 16),
                appliedAt: Self.yesterday,
                outline: authored.outline, activityIDs: ids))
        contents = authored.contents
        publicFiles = try TestSite.publicFiles.get()
    }

    static func id<Subject>(_ number: Int) -> Identifier<Subject> {
        let digits = String(number)
        return Identifier(trusted: "0192f0aa-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits)
    }

    static func person(
        _ number: Int, _ given: String, _ family: String, _ preferences: Preferences = Preferences()
    ) -> Person {
        Person(
            id: id(number), login: Login(trusted: "\(given).\(family)".folded, key: "\(given).\(family)".folded),
            name: PersonName(trustedGiven: given, family: family), email: EmailAddress(trusted: "\(given)@exemple.fr".folded),
            preferences: preferences, mustChangePassword: false, createdAt: yesterday, disabledAt: nil)
    }

    static let cohort = Cohort(
        id: id(20), key: TestCampus.cohortKey, title: "Développement web, septembre 2026",
        startsOn: CalendarDay(trusted: "2026-09-07"),
        endsOn: CalendarDay(trusted: "2027-01-29"), createdAt: yesterday)
    static let learner = Viewer(
        person: person(10, "Samira", "Benali"), roles: Roles(cohorts: [cohort.id: [.learner]]),
        session: TokenHash(trusted: "this"))
    static let tutor = Viewer(
        person: person(11, "Nadia", "Roux", Preferences(theme: .dark, spacing: .wide)),
        roles: Roles(cohorts: [cohort.id: [.tutor]]),
        session: nil)
    static let author = Viewer(person: person(12, "Théo", "Moreau"), roles: Roles(installation: [.author]), session: nil)

    /// The whole page as somebody gets it.
    func render(_ page: some Page, _ language: Language, for viewer: Viewer?) -> String {
        let words = Words(language, icons: publicFiles.address("icons.svg"))
        let key = PageShell.Key(
            language: language, entries: viewer?.menuEntries ?? [], current: page.menu, isSignedIn: viewer != nil)
        let shell = PageShell(key, words: words, siteName: "Rebond", publicFiles: publicFiles)
        let frame = PageFrame(page: page, words: words, viewer: viewer, siteName: "Rebond", shell: shell)
        return Golden.unfolded(frame.rendered().text) + "\n"
    }

    // MARK: What was done

    var standing: LearnerCourse {
        let enrolment = Enrolment(
            id: Self.id(30), person: Self.learner.person.id, cohort: Self.cohort.id, course: course.version.course,
            createdAt: Self.yesterday)
        let state = CourseState(
            enrolment: enrolment.id, version: course.version.id, doneWeight: 10, totalWeight: course.rules.totalWeight,
            activitiesDone: 1, activitiesTotal: course.rules.countingActivities, seconds: 5_400,
            lastActivity: course.version.activityIDs[TestCourse.tags], lastActivityAt: Self.now, lastEventAt: Self.now,
            eventCount: 5)
        return LearnerCourse(enrolment: enrolment, state: state)
    }

    func state(
        of key: String, seconds: Int = 0, bestScore: Int? = nil, attempts: Int = 0, completedAt: Instant? = nil
    ) -> ActivityState {
        ActivityState(
            enrolment: Self.id(30), activity: course.version.activityIDs[key] ?? Self.id(0), firstOpenedAt: Self.yesterday,
            lastEventAt: Self.yesterday, seconds: seconds, bestScore: bestScore, attempts: attempts, completedAt: completedAt)
    }

    var states: [Identifier<Activity>: ActivityState] {
        let all = [
            state(of: TestCourse.welcome, seconds: 1_260, completedAt: Self.yesterday), state(of: TestCourse.tags, seconds: 240),
            state(of: TestCourse.quiz, seconds: 600, bestScore: 50, attempts: 1),
        ]
        return Dictionary(uniqueKeysWithValues: all.map { ($0.activity, $0) })
    }

    var following: Campus.Following {
        Campus.Following(
            course: course, cohort: Self.cohort, standing: standing, states: states.mapValues(\.standing), closed: [:])
    }

    // MARK: Readings

    /// One of each reason.
    static let closed: [ClosedReason] = [
        .unfinished(activity: TestCourse.tags), .scoreBelow(activity: TestCourse.quiz, atLeast: 70, best: 50),
        .scoreBelow(activity: TestCourse.quiz, atLeast: 70, best: nil), .opensAt(now.adding(seconds: 86_400)),
        .closedAt(yesterday),
        .otherGroup(["matin"]), .otherGroup(["matin", "<soir>"]),
    ]

    func outlineReading(closed: [String: [ClosedReason]] = [:]) -> Campus.OutlineReading {
        Campus.OutlineReading(
            course: course, standing: standing, states: states.mapValues(\.standing), marks: [:], closed: closed, plan: plan)
    }

    /// When the learner's activities are due.
    var plan: OwnPlan? {
        course.plan(of: standing.enrolment, in: Self.cohort).map {
            OwnPlan(plan: $0, calendar: .plain, extensions: [:], decisions: [], today: ParisDays.day(of: Self.now))
        }
    }

    /// - Parameter isPreview: for somebody who does not follow the course.
    func reading(_ key: String, isPreview: Bool = false, closed: [ClosedReason] = []) throws -> Campus.ActivityReading {
        let activity = try #require(course.activity(key))
        let id = try #require(course.version.activityIDs[key])
        let digest = try #require(activity.contentDigest)
        let content = try #require(contents[digest])
        return Campus.ActivityReading(
            course: course, activity: activity, id: id, content: content,
            learner: isPreview ? nil : LearnerActivity(course: standing, state: states[id]), closed: closed, endedAt: nil,
            due: isPreview || states[id]?.isCompleted ?? false ? nil : plan?.due(activity))
    }

    func attempt(_ number: Int, score: Int? = nil) throws -> Attempt {
        let result = score.map {
            AttemptResult(submittedAt: Self.yesterday.adding(seconds: 900), points: Double($0) * 6 / 100, score: $0)
        }
        return Attempt(
            id: Self.id(40 + number), person: Self.learner.person.id, activity: try reading(TestCourse.quiz).id,
            context: standing.enrolment.id.text, version: course.version.id, contentDigest: "", number: number,
            startedAt: Self.yesterday, maximumPoints: 6, seed: nil, deadline: nil, sentAt: nil, result: result)
    }

    /// An attempt with some answers; corrected when it has a score.
    func attemptReading(score: Int? = nil) throws -> Campus.AttemptReading {
        let reading = try reading(TestCourse.quiz)
        guard case .quiz(let quiz) = reading.content else { throw NotAQuiz() }
        let given: [String: Response] = [
            "role": .choice("c2"), "outils": .choices(["c1", "c2"]), "fermer": .truth(false), "largeur": .number("640 px"),
            "trous": .parts(["g1": "o2", "g2": "<b>titre</b>"]), "paires": .parts(["p1": "o1", "p2": "o4"]),
            "ordre": .parts(["i1": "3", "i2": "2", "i3": "2"]),
        ]
        let answers = given.mapValues { response in
            SavedAnswer(question: "", response: response, sequence: 7, savedAt: Self.yesterday, points: nil, isRight: nil)
        }
        let attempt = try attempt(1, score: score)
        let marked = attempt.result.map { result in
            MarkedAttempt(
                attempt: attempt, result: result,
                answers: quiz.questions.map {
                    MarkedAnswer(question: $0.id, response: given[$0.id], mark: Marking.mark($0, given[$0.id]))
                })
        }
        return Campus.AttemptReading(
            course: course, activity: reading.activity, attempt: attempt, quiz: quiz, answers: answers, marked: marked,
            attemptsUsed: 1, review: .open)
    }

    struct NotAQuiz: Error {}
}
