import Essentials
import HTTPTypes
import TestSupport

@testable import Accounts
@testable import Assessment
@testable import Campus
@testable import CourseContent
@testable import Outbound
@testable import Progress
@testable import Web

extension PageWorld {
    func problem(_ error: any Error, _ language: Language, for viewer: Viewer?) -> String {
        render(ProblemPage(problem: Problem(error), requestID: "00000000000000000000000000000000"), language, for: viewer)
    }

    func learning(_ page: GoldenPage, _ language: Language) -> String {
        let followed = page == .home || page == .courses || page == .help ? [following] : []
        let viewer = page == .homeStaff ? Self.tutor : Self.learner
        switch page {
        case .courses:
            let model = CoursesPage.Model(courses: followed.map(CourseCard.init), followsLearners: false)
            return render(CoursesPage(model: model), language, for: viewer)
        case .help:
            let courses = followed.map {
                HelpPage.Model.Course(title: $0.course.outline.title, language: .french, contacts: $0.course.outline.contacts)
            }
            return render(HelpPage(model: .init(courses: courses)), language, for: viewer)
        default:
            let session = page == .home ? try? entry(startingIn: 300) : nil
            let model = HomeModel(
                following: followed, session: session, viewer: viewer, now: Self.now, goal: goalReading,
                cardsReady: page == .home ? 12 : 0)
            return render(HomePage(model: model), language, for: viewer)
        }
    }

    func course(_ page: GoldenPage, _ language: Language) throws -> String {
        switch page {
        case .outline:
            return render(
                OutlinePage(model: OutlineModel(outlineReading()), version: "c0de", rows: OutlineRows()), language,
                for: Self.learner)
        case .outlinePreview:
            let reading = Campus.OutlineReading(course: course, standing: nil, states: [:], marks: [:], closed: [:])
            return render(
                OutlinePage(model: OutlineModel(reading), version: "c0de", rows: OutlineRows()), language, for: Self.tutor)
        case .outlineClosed:
            let closed = [TestCourse.reading: Self.closed, TestCourse.workshop: [.opensAt(Self.now.adding(seconds: 86_400))]]
            return render(
                OutlinePage(model: OutlineModel(outlineReading(closed: closed)), version: "c0de", rows: OutlineRows()), language,
                for: Self.learner)
        case .closed:
            let reading = try reading(TestCourse.reading, closed: Self.closed)
            return render(ClosedPage(model: .init(reading)), language, for: Self.learner)
        default:
            let key = page == .lesson ? "balises" : page == .lessonDone ? "bienvenue" : "reading"
            let reading = try reading(key, isPreview: page == .lessonForeign)
            guard case .lesson(let lesson) = reading.content else { throw NotAQuiz() }
            let model = LessonModel(lesson: lesson, reading: reading)
            let page = LessonPage(
                model: model, text: Deflate.fragment(Array(lesson.html.utf8)), now: Self.now, version: "", bodies: LessonBodies())
            return render(page, language, for: Self.learner)
        }
    }

    /// A scenario: half-way, refused a choice, and at its end.
    func story(_ page: GoldenPage, _ language: Language) throws -> String {
        let reading = try reading(TestCourse.optional)
        guard case .scenario(let scenario) = reading.content else { throw NotAQuiz() }
        func attempt(_ number: Int, score: Int?) -> Attempt {
            Attempt(
                id: Self.id(60 + number), person: Self.learner.person.id, activity: reading.id,
                context: standing.enrolment.id.text,
                version: course.version.id, contentDigest: "", number: number, startedAt: Self.yesterday, maximumPoints: 100,
                seed: nil, deadline: nil, sentAt: nil,
                result: score.map { AttemptResult(submittedAt: Self.yesterday, points: Double($0), score: $0) })
        }
        if page == .scenario {
            let attempts = [attempt(1, score: 20), attempt(2, score: nil)]
            return render(
                ScenarioPage(model: ScenarioModel(scenario: scenario, reading: reading, attempts: attempts)), language,
                for: Self.learner)
        }
        var play = ScenarioPlay(scenario)
        try play.take(.init(scene: "appel", choice: "c1"))
        if page == .runEnded {
            try play.take(.init(scene: "suite", choice: "retour"))
            try play.take(.init(scene: "appel", choice: "calme"))
            try play.take(.init(scene: "suite", choice: "bien"))
        }
        let run = ScenarioStore.Run(attempt: attempt(2, score: play.score), play: play)
        let model = RunModel(Campus.RunReading(course: reading.course, activity: reading.activity, run: run), now: Self.now)
        let refusal = page == .runRefused ? ScenarioRefusal.otherScene.phrase : nil
        return render(RunPage(model: model, refusal: refusal), language, for: Self.learner)
    }

    /// A lesson with a recording: before it was opened, and half-way.
    func listening(_ page: GoldenPage, _ language: Language) throws -> String {
        let fresh = try reading("balises")
        guard case .lesson(let lesson) = fresh.content else { throw NotAQuiz() }
        var state: ActivityState?
        if page == .lessonListened {
            var half = self.state(of: TestCourse.tags)
            half.lastEventAt = Self.now
            let id = Self.id(50) as Identifier<LearningEvent>
            half.played = PlayedMedia("dialogue 31000 \(Self.yesterday.milliseconds) \(id.text) 0-30000")
            state = half
        }
        let reading = Campus.ActivityReading(
            course: fresh.course, activity: fresh.activity, id: fresh.id, content: fresh.content,
            learner: LearnerActivity(course: standing, state: state), closed: [], endedAt: nil)
        let page = LessonPage(
            model: LessonModel(lesson: lesson, reading: reading), text: Deflate.fragment(Array(lesson.html.utf8)), now: Self.now,
            version: "", bodies: LessonBodies())
        return render(page, language, for: Self.learner)
    }

    /// A document, a session, a discussion or a deck: before it is done, and after for some.
    func study(_ page: GoldenPage, _ language: Language) throws -> String {
        let keys: [GoldenPage: String] = [
            .document: TestKinds.document, .session: TestKinds.virtualClass, .sessionInPerson: TestKinds.workshop,
            .discussion: TestKinds.discussion, .deck: TestKinds.deck, .deckToRead: TestKinds.wordList,
        ]
        let key = keys[page] ?? ""
        let fresh = try reading(key, isPreview: page == .deckToRead)
        var state: ActivityState? = self.state(of: key, completedAt: page == .sessionInPerson ? Self.yesterday : nil)
        if page == .discussion { state?.contributions = 1 }
        if page == .deck { state?.reviewedShare = 50 }
        let learner = fresh.learner.map { LearnerActivity(course: $0.course, state: state) }
        let reading = Campus.ActivityReading(
            course: fresh.course, activity: fresh.activity, id: fresh.id, content: fresh.content, learner: learner, closed: [],
            endedAt: nil)
        guard let model = StudyModel(reading) else { throw NotAQuiz() }
        return render(StudyPage(model: model, now: Self.now), language, for: page == .deckToRead ? Self.tutor : Self.learner)
    }

    /// A survey before it is sent, after, and what a cohort answered.
    func survey(_ page: GoldenPage, _ language: Language) throws -> String {
        let key = page == .surveyPreview ? TestKinds.namedSurvey : TestKinds.survey
        let fresh = try reading(key, isPreview: page == .surveyPreview)
        guard case .survey(let survey) = fresh.content else { throw NotAQuiz() }
        var state = self.state(of: key)
        state.submittedAt = page == .surveySent ? Self.yesterday : nil
        let reading = Campus.ActivityReading(
            course: fresh.course, activity: fresh.activity, id: fresh.id, content: fresh.content,
            learner: fresh.learner.map { LearnerActivity(course: $0.course, state: state) }, closed: [], endedAt: nil)
        switch page {
        case .surveyResults, .surveyTooFew:
            let responses = [["clair": ["4"], "lieu": ["maison", "salle"]], ["clair": ["4"], "mots": ["<b>Merci</b>"]]]
            let results = Campus.SurveyReading(
                cohort: Self.cohort, course: course, activity: fresh.activity, isAnonymous: true, count: responses.count,
                results: page == .surveyResults ? SurveyResults(survey, responses) : nil)
            return render(SurveyResultsPage(model: .init(results)), language, for: Self.tutor)
        case .surveyRefused:
            let problem = Problem(CampusError(AssessmentError.emptySurvey))
            let page = SurveyPage(
                model: .init(survey, reading), sent: ["mots": ["</textarea><b>"], "clair": ["2"]], problem: problem)
            return render(page, language, for: Self.learner)
        case .surveyPreview:
            return render(SurveyPage(model: .init(survey, reading, cohorts: [Self.cohort])), language, for: Self.tutor)
        default: return render(SurveyPage(model: .init(survey, reading)), language, for: Self.learner)
        }
    }

    func quiz(_ page: GoldenPage, _ language: Language) throws -> String {
        switch page {
        case .attempt:
            return render(
                AttemptPage(
                    model: AttemptModel(try attemptReading(), now: Self.now), quiz: "c0de", bodies: QuestionBodies()), language,
                for: Self.learner)
        case .review:
            return render(ReviewPage(model: AttemptModel(try attemptReading(), now: Self.now)), language, for: Self.learner)
        case .result, .resultPassed:
            let model = AttemptModel(try attemptReading(score: page == .result ? 50 : 83), now: Self.now)
            let next = LessonModel.Neighbour(course.following("verifier"))
            return render(ResultPage(model: model, next: next), language, for: Self.learner)
        default:
            let reading = try reading("verifier", isPreview: page == .quizPreview)
            guard case .quiz(let quiz) = reading.content else { throw NotAQuiz() }
            let attempts = page == .quiz ? [try attempt(1, score: 50)] : []
            let viewer = page == .quizPreview ? Self.author : Self.learner
            let model = QuizModel(
                quiz: quiz, reading: reading, attempts: attempts, extraTime: page == .quizTimed ? 33 : 0)
            return render(QuizPage(model: model), language, for: viewer)
        }
    }

    func profile(_ page: GoldenPage, _ language: Language) -> String {
        let session = SignInSession(
            token: TokenHash(trusted: "this"), person: Self.learner.person.id, createdAt: Self.yesterday,
            expiresAt: Self.now.adding(seconds: 86_400), lastSeenAt: Self.now, userAgent: "Test")
        let model = ProfilePage.Model(viewer: Self.learner, sessions: [session])
        let problem = Problem(CampusError.invalid([FieldProblem(field: "current", message: .wrongPassword)]))
        let isRefused = page == .profileRefused
        return render(
            ProfilePage(model: model, notice: isRefused ? nil : .saved, problem: isRefused ? problem : nil), language,
            for: Self.learner)
    }

    func mail(_ page: GoldenPage, _ language: Language) -> String {
        let bounce = MailBounce(address: "samira@exemple.fr", at: Self.yesterday, reason: "550 5.1.1 <nobody>")
        let reading = Campus.MailReading(
            address: page == .mailWithout ? nil : EmailAddress(trusted: "samira@exemple.fr"),
            bounce: page == .mailBounced ? bounce : nil, getsMail: true,
            wishes: MailWishes(digestHour: 12, quiet: QuietHours(from: 21, until: 8), zone: "Indian/Reunion"),
            causes: [.session, .reminder, .answer, .summary, .signIn, .games])
        return render(MailPage(model: .init(reading), isSaved: page == .mail), language, for: Self.learner)
    }
}
