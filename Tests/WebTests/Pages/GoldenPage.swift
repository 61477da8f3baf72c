import Essentials
import HTTPTypes
import TestSupport

@testable import Accounts
@testable import Assessment
@testable import Campus
@testable import CourseContent
@testable import Progress
@testable import Web

/// The pages that are kept as golden files.
enum GoldenPage: String, CaseIterable, Sendable {
    case signIn = "sign-in"
    case signInRefused = "sign-in-refused"
    case home
    case homeEmpty = "home-empty"
    case homeStaff = "home-staff"
    case courses
    case help
    case outline
    case progress
    case goal
    case outlinePreview = "outline-preview"
    case outlineClosed = "outline-closed"
    case outlineCompetencies = "outline-competencies"
    case closed
    case assignment
    case assignmentRefused = "assignment-refused"
    case submissionMarking = "submission-marking"
    case portfolio
    case lesson
    case lessonDone = "lesson-done"
    case lessonForeign = "lesson-foreign"
    case lessonListened = "lesson-listened"
    case lessonToListen = "lesson-to-listen"
    case scenario
    case run
    case runRefused = "run-refused"
    case runEnded = "run-ended"
    case quiz
    case quizPreview = "quiz-preview"
    case quizTimed = "quiz-timed"
    case attempt
    case review
    case result
    case resultPassed = "result-passed"
    case attemptParts = "attempt-parts"
    case reviewParts = "review-parts"
    case resultParts = "result-parts"
    case document
    case session
    case sessionInPerson = "session-in-person"
    case discussion
    case deck
    case deckToRead = "deck-to-read"
    case survey
    case surveyRefused = "survey-refused"
    case surveySent = "survey-sent"
    case surveyPreview = "survey-preview"
    case surveyResults = "survey-results"
    case surveyTooFew = "survey-too-few"
    case placement
    case placementQuestion = "placement-question"
    case placementResult = "placement-result"
    case placementDecided = "placement-decided"
    case placementReview = "placement-review"
    case profile
    case profileRefused = "profile-refused"
    case mail
    case mailWithout = "mail-without"
    case mailBounced = "mail-bounced"
    case mailRefusal = "mail-refusal"
    case mailRefused = "mail-refused"
    case toMark = "to-mark"
    case toMarkEmpty = "to-mark-empty"
    case sentences
    case matrix
    case activityReview = "activity-review"
    case today
    case todayEmpty = "today-empty"
    case messageSearch = "message-search"
    case messageSearchEmpty = "message-search-empty"
    case reportMessage = "report-message"
    case reportedMessage = "reported-message"
    case reports
    case reportsEmpty = "reports-empty"
    case contacts
    case contactsRefused = "contacts-refused"
    case caseload
    case caseloadEmpty = "caseload-empty"
    case alertRules = "alert-rules"
    case alertRulesRefused = "alert-rules-refused"
    case sentencesRefused = "sentences-refused"
    case cohorts
    case cohort
    case learner
    case extraTimes = "extra-times"
    case newCohort = "new-cohort"
    case cohortPeople = "cohort-people"
    case cohortPeopleRefused = "cohort-people-refused"
    case freshAccount = "fresh-account"
    case pace
    case paceRefused = "pace-refused"
    case agenda
    case agendaEmpty = "agenda-empty"
    case messages
    case messagesEmpty = "messages-empty"
    case conversation
    case conversationEmpty = "conversation-empty"
    case conversationRefused = "conversation-refused"
    case announcements
    case cards
    case cardsEmpty = "cards-empty"
    case cardsNone = "cards-none"
    case cardStatistics = "card-statistics"
    case cardStatisticsRefused = "card-statistics-refused"
    case level
    case levelOfLearner = "level-of-learner"
    case ownWords = "own-words"
    case ownWordsEmpty = "own-words-empty"
    case activityWords = "activity-words"
    case resultMissed = "result-missed"
    case calendarFeed = "calendar-feed"
    case calendarFeedMade = "calendar-feed-made"
    case classSession = "class-session"
    case classSessionPlanned = "class-session-planned"
    case classSessionForm = "class-session-form"
    case recording
    case recordingFollowed = "recording-followed"
    case plan
    case planRefused = "plan-refused"
    case mentoring
    case mentoringHost = "mentoring-host"
    case slot
    case meeting
    case meetingReport = "meeting-report"
    case meetingMove = "meeting-move"
    case availabilities
    case availabilitiesRefused = "availabilities-refused"
    case mentoringRules = "mentoring-rules"
    case attendanceOwn = "attendance-own"
    case attendanceRun = "attendance-run"
    case attendancePerson = "attendance-person"
    case roomCode = "room-code"
    case attendanceSheet = "attendance-sheet"
    case authoring
    case authoredCourse = "authored-course"
    case authoredVersion = "authored-version"
    case linkRequest = "link-request"
    case linkRequestSent = "link-request-sent"
    case link
    case linkSpent = "link-spent"
    case signInCard = "sign-in-card"
    case signInCards = "sign-in-cards"
    case signInCardSheet = "sign-in-card-sheet"
    case accountHistory = "account-history"
    case preparation
    case points
    case pointsEmpty = "points-empty"
    case ladder
    case ladderRefused = "ladder-refused"
    case games
    case gamesRefused = "games-refused"
    case pointReport = "point-report"
    case badges
    case badgesEmpty = "badges-empty"
    case sharedBadge = "shared-badge"
    case sharedBadgeRevoked = "shared-badge-revoked"
    case issuer
    case cohortBadges = "cohort-badges"
    case cohortBadgesRefused = "cohort-badges-refused"
    case notFound = "problem-not-found"
    case refused = "problem-refused"
    case failure = "problem-failure"
}

extension GoldenPage {
    func render(_ language: Language) throws -> String {
        let world = try PageWorld()
        switch self {
        case .signIn: return world.render(SignInPage(model: .init(next: "/courses")), language, for: nil)
        case .signInRefused:
            let problem = Problem(CampusError(AccountsError.wrongLoginOrPassword))
            return world.render(SignInPage(model: .init(next: "/"), login: "samira\"<b>", problem: problem), language, for: nil)
        case .home, .homeEmpty, .homeStaff, .courses, .help: return world.learning(self, language)
        case .outline, .outlinePreview, .outlineClosed, .closed, .lesson, .lessonDone, .lessonForeign:
            return try world.course(self, language)
        case .progress: return world.progress(language)
        case .goal: return world.goal(language)
        case .linkRequest, .linkRequestSent, .link, .linkSpent, .signInCard, .signInCards, .signInCardSheet, .accountHistory:
            return try world.signingIn(self, language)
        case .preparation: return try world.preparation(language)
        case .points, .pointsEmpty: return world.points(self, language)
        case .ladder, .ladderRefused, .games, .gamesRefused, .pointReport: return world.games(self, language)
        case .badges, .badgesEmpty, .sharedBadge, .sharedBadgeRevoked, .issuer, .cohortBadges, .cohortBadgesRefused:
            return world.badges(self, language)
        case .assignment, .assignmentRefused, .submissionMarking, .portfolio:
            return try PageWorld(withAssignment: true).assignment(self, language)
        case .outlineCompetencies:
            let world = try PageWorld(TestKinds.authored())
            return world.render(
                OutlinePage(model: OutlineModel(world.outlineReading()), version: "c0de", rows: OutlineRows()), language,
                for: PageWorld.learner)
        case .lessonListened, .lessonToListen: return try PageWorld(isListened: true).listening(self, language)
        case .scenario, .run, .runRefused, .runEnded: return try PageWorld(isPlayed: true).story(self, language)
        case .quiz, .quizPreview, .attempt, .review, .result, .resultPassed: return try world.quiz(self, language)
        case .quizTimed:
            var timed = TestTexts.quiz
            timed.timeLimit = 20
            return try PageWorld(quiz: timed).quiz(self, language)
        case .attemptParts: return try PageWorld(quiz: TestTexts.partsQuiz).quiz(.attempt, language)
        case .reviewParts: return try PageWorld(quiz: TestTexts.partsQuiz).quiz(.review, language)
        case .resultParts: return try PageWorld(quiz: TestTexts.partsQuiz).quiz(.result, language)
        case .document, .session, .sessionInPerson, .discussion, .deck, .deckToRead:
            return try PageWorld(TestKinds.authored()).study(self, language)
        case .survey, .surveyRefused, .surveySent, .surveyPreview, .surveyResults, .surveyTooFew:
            return try PageWorld(TestKinds.authored()).survey(self, language)
        case .placement, .placementQuestion, .placementResult, .placementDecided, .placementReview:
            return try PageWorld(TestPlacement.authored()).placement(self, language)
        case .mailRefusal, .mailRefused:
            let page = MailRefusalPage(model: .init(isRefused: self == .mailRefused), address: Links.mailRefusal("secret"))
            return world.render(page, language, for: nil)
        case .profile, .profileRefused: return world.profile(self, language)
        case .mail, .mailWithout, .mailBounced: return world.mail(self, language)
        case .newCohort, .cohortPeople, .cohortPeopleRefused, .freshAccount: return try world.coordinating(self, language)
        case .cohorts, .cohort, .learner, .extraTimes, .pace, .paceRefused, .authoring, .authoredCourse, .authoredVersion:
            return try world.staff(self, language)
        case .attendanceOwn, .attendanceRun, .attendancePerson, .roomCode, .attendanceSheet:
            return try world.attendance(self, language)
        case .plan, .planRefused: return try world.plan(self, language)
        case .agenda, .agendaEmpty, .calendarFeed, .calendarFeedMade, .classSession, .classSessionPlanned, .classSessionForm,
            .recording, .recordingFollowed:
            return try world.agenda(self, language)
        case .mentoring, .mentoringHost, .slot, .meeting, .meetingReport, .meetingMove, .availabilities, .availabilitiesRefused,
            .mentoringRules:
            return try world.mentoring(self, language)
        case .messages, .messagesEmpty, .conversation, .conversationEmpty, .conversationRefused, .announcements:
            return try world.conversations(self, language)
        case .cards, .cardsEmpty, .cardsNone, .cardStatistics, .cardStatisticsRefused:
            return try PageWorld(TestKinds.authored()).cards(self, language)
        case .level, .levelOfLearner: return try PageWorld(TestKinds.authored()).level(self, language)
        case .ownWords, .ownWordsEmpty, .activityWords, .resultMissed:
            return try PageWorld(TestKinds.authored()).ownWords(self, language)
        case .toMark, .toMarkEmpty, .sentences, .sentencesRefused: return try world.tutoring(self, language)
        case .matrix, .activityReview: return try world.reviews(self, language)
        case .messageSearch, .messageSearchEmpty, .reportMessage, .reportedMessage, .reports, .reportsEmpty:
            return try world.reporting(self, language)
        case .today, .todayEmpty, .contacts, .contactsRefused, .caseload, .caseloadEmpty, .alertRules, .alertRulesRefused:
            return try world.following(self, language)
        case .notFound: return world.problem(CampusError.notFound(.noSuchCourse), language, for: PageWorld.learner)
        case .refused: return world.problem(CampusError.notAllowed(.staffOnly), language, for: PageWorld.learner)
        case .failure: return world.problem(PageWorld.NotAQuiz(), language, for: nil)
        }
    }
}
