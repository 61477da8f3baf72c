import HTTPTypes
import TestSupport

/// What each caller is to get from one route.
struct AccessExpectation: Sendable {
    /// With placeholders in braces, as in the route table.
    let route: String
    /// Added to the address.
    var query = ""
    /// What a caller who gets through is answered.
    let html: Int
    let json: Int
    /// Known, and told that this is not for them.
    var refused: Set<TestRole> = []
    /// Told that there is no such thing.
    var hidden: Set<TestRole> = []
    /// Whether one gets through without being signed in.
    var isOpen = false
    var form: String?
    var body: String?
    var headers: HTTPFields = [:]
    /// The activity that stands for `{activity}`.
    var activity = TestCourse.welcome

    var path: String { String(route.split(separator: " ")[1]) }
    var method: HTTPRequest.Method { route.hasPrefix("POST") ? .post : .get }
}

/// One line for every route of the site: a route that is not here fails the test.
enum AccessTable {
    private static let learners: Set<TestRole> = [.learner, .secondLearner, .outsideLearner]
    static let everyone = Set(TestRole.allCases)
    /// Those who follow a course's learners look at it; nothing is recorded of them.
    static let lookers = everyone.subtracting(learners).subtracting([.funder])
    private static let managers: Set<TestRole> = [.coordinator, .admin]
    static let reviewers: Set<TestRole> = [.tutor, .trainer, .coordinator, .outsideTutor]
    private static let event =
        #"{"events":[{"id":"0192f0aa-1111-7222-8333-444455556666","kind":"opened","occurredAt":1789459200000}]}"#
    private static let credentials = (
        form: "login=samira.benali&password=trois+pommes+vertes",
        json: #"{"login":"samira.benali","password":"trois pommes vertes"}"#
    )

    static let all: [AccessExpectation] =
        signIn + learning + quizzes + assignments + scenarios + sessions + planning + attendance + mentoring + tutoring
        + conversations + cards + placements + otherSignIns + badges + others

    private static let signIn = [
        AccessExpectation(route: "GET /sign-in", html: 303, json: 303, isOpen: true),
        AccessExpectation(
            route: "POST /sign-in", html: 303, json: 200, isOpen: true, form: credentials.form, body: credentials.json),
        AccessExpectation(route: "POST /sign-out", html: 303, json: 200),
        AccessExpectation(route: "POST /sign-out-everywhere", html: 303, json: 200),
    ]

    private static let learning = [
        AccessExpectation(route: "GET /", html: 200, json: 200),
        AccessExpectation(route: "GET /goal", html: 200, json: 200),
        AccessExpectation(
            route: "POST /goal", html: 303, json: 200, refused: everyone.subtracting(learners), form: "hours=2,5",
            body: #"{"minutes":150}"#),
        AccessExpectation(route: "GET /points", html: 200, json: 200, hidden: everyone.subtracting(learners)),
        AccessExpectation(
            route: "POST /profile/points", html: 303, json: 200, form: "seesPoints=yes", body: #"{"seesPoints":true}"#),
        AccessExpectation(route: "GET /courses", html: 200, json: 200),
        AccessExpectation(route: "GET /help", html: 200, json: 200),
        AccessExpectation(route: "GET /courses/{course}", html: 200, json: 200, hidden: [.funder]),
        AccessExpectation(
            route: "GET /courses/{course}/progress", html: 200, json: 200, refused: lookers, hidden: [.funder]),
        AccessExpectation(route: "GET /courses/{course}/activities/{activity}", html: 200, json: 200, hidden: [.funder]),
        AccessExpectation(
            route: "POST /courses/{course}/activities/{activity}/events", html: 303, json: 200, refused: lookers,
            hidden: [.funder], form: "kind=reached-end", body: event),
        // The second time is one too many.
        AccessExpectation(
            route: "POST /courses/{course}/activities/{activity}/survey", html: 303, json: 409, refused: lookers,
            hidden: [.funder], form: "clair=4", body: #"{"answers":{"clair":["4"]}}"#, activity: TestKinds.survey),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/courses/{course}/surveys/{activity}", html: 200, json: 200,
            refused: everyone.subtracting(reviewers), hidden: [.outsideTutor], activity: TestKinds.survey),
        AccessExpectation(route: "GET /assets/{digest}/{name}", html: 200, json: 200),
    ]

    /// The attempt is the learner's: for everybody else there is none.
    private static let quizzes = [
        AccessExpectation(
            route: "POST /courses/{course}/activities/{activity}/attempts", html: 303, json: 200, refused: lookers,
            hidden: [.funder], activity: TestCourse.quiz),
        AccessExpectation(route: "GET /attempts/{attempt}", html: 200, json: 200, hidden: everyone.subtracting([.learner])),
        AccessExpectation(
            route: "GET /attempts/{attempt}/review", html: 200, json: 200, hidden: everyone.subtracting([.learner])),
        AccessExpectation(
            route: "POST /attempts/{attempt}/answers", html: 303, json: 200, hidden: everyone.subtracting([.learner]),
            form: "role=c1", body: #"{"answers":{"role":"c1"}}"#),
        AccessExpectation(
            route: "POST /attempts/{attempt}/submission", html: 303, json: 200, hidden: everyone.subtracting([.learner]),
            form: "role=c1", body: #"{"answers":{"role":"c1"}}"#),
    ]

    /// What was handed in is the learner's and the markers'. The second time, what has its id is another's.
    private static let assignments = [
        AccessExpectation(
            route: "POST /courses/{course}/activities/{activity}/draft", html: 303, json: 200, refused: lookers,
            hidden: [.funder],
            form: "text=Bonjour", body: #"{"text":"Bonjour","sequence":1}"#, activity: TestCourse.assignment),
        AccessExpectation(
            route: "POST /courses/{course}/activities/{activity}/submissions", html: 422, json: 422, refused: lookers,
            hidden: [.funder], form: "submission=0192f0aa-1111-7222-8333-444455556666&text=Un",
            body: #"{"submission":"0192f0aa-1111-7222-8333-444455556666","text":"Un"}"#, activity: TestCourse.assignment),
        AccessExpectation(
            route: "GET /submissions/{submission}", html: 200, json: 200, hidden: everyone.subtracting(markers.union([.learner]))),
        AccessExpectation(
            route: "GET /submissions/{submission}/files/{position}", html: 200, json: 200,
            hidden: everyone.subtracting(markers.union([.learner]))),
        AccessExpectation(
            route: "POST /submissions/{submission}/marks", html: 303, json: 200, refused: everyone.subtracting(reviewers),
            hidden: [.outsideTutor], form: "levels.clair=l1&levels.juste=l2", body: #"{"levels":{"clair":"l1","juste":"l2"}}"#),
        AccessExpectation(route: "GET /portfolio", html: 200, json: 200),
    ]
    private static let markers: Set<TestRole> = [.tutor, .trainer, .coordinator]

    /// The story is the learner's, like the attempt.
    private static let scenarios = [
        AccessExpectation(
            route: "POST /courses/{course}/activities/{activity}/runs", html: 303, json: 200, refused: lookers, hidden: [.funder],
            activity: TestCourse.optional),
        AccessExpectation(route: "GET /runs/{run}", html: 200, json: 200, hidden: everyone.subtracting([.learner])),
        AccessExpectation(
            route: "POST /runs/{run}/steps", html: 303, json: 200, hidden: everyone.subtracting([.learner]),
            form: "step=1&scene=appel&choice=c1", body: #"{"step":1,"scene":"appel","choice":"c1"}"#),
    ]

    static let planning = [
        AccessExpectation(route: "GET /device-test", html: 200, json: 200),
        AccessExpectation(
            route: "POST /device-test", html: 303, json: 200, form: "working=sound&working=link",
            body: #"{"working":["sound","link"]}"#),
        AccessExpectation(route: "GET /cohorts/{cohort}/plan", html: 200, json: 200, hidden: everyone.subtracting(planners)),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/plan", html: 303, json: 200, hidden: everyone.subtracting(planners),
            form: "link=https://visio.example.org/web&published=1", body: #"{"link":"https://visio.example.org/web"}"#),
    ]

    private static let others = [
        AccessExpectation(route: "GET /profile", html: 200, json: 200),
        AccessExpectation(route: "POST /profile", html: 303, json: 200, form: "language=fr", body: #"{"language":"fr"}"#),
        AccessExpectation(
            route: "POST /profile/password", html: 422, json: 422, form: "current=x&new=quatre+poires+bleues",
            body: #"{"current":"x","new":"quatre poires bleues"}"#),
        AccessExpectation(route: "GET /profile/mail", html: 200, json: 200),
        AccessExpectation(route: "POST /profile/mail", html: 303, json: 200, form: "getsMail=no", body: #"{"getsMail":false}"#),
        AccessExpectation(route: "GET /mail/refusal/{letter}", html: 200, json: 200, isOpen: true),
        AccessExpectation(route: "POST /mail/refusal/{letter}", html: 200, json: 200, isOpen: true),
        AccessExpectation(route: "GET /cohorts", html: 200, json: 200, refused: everyone.subtracting(reviewers)),
        AccessExpectation(route: "GET /new-cohort", html: 200, json: 200, refused: everyone.subtracting(managers)),
        AccessExpectation(
            route: "POST /cohorts", html: 422, json: 422, refused: everyone.subtracting(managers), form: "key=&title=",
            body: #"{"key":"","title":""}"#),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/people", html: 200, json: 200, refused: everyone.subtracting(managers)),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/people", html: 303, json: 200, refused: everyone.subtracting(managers),
            form: "logins=samira.benali&role=learner", body: #"{"logins":"samira.benali","role":"learner"}"#),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/people/removed", html: 404, json: 404, refused: everyone.subtracting(managers),
            form: "login=personne&role=learner", body: #"{"login":"personne","role":"learner"}"#),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/points", html: 200, json: 200, refused: everyone.subtracting(managers)),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/points", html: 303, json: 200, refused: everyone.subtracting(managers),
            form: "hasPoints=yes", body: #"{"hasPoints":true}"#),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/courses", html: 303, json: 200, refused: everyone.subtracting(managers),
            form: "course=\(TestCourse.key)", body: #"{"course":"COURSE"}"#.replacing("COURSE", with: TestCourse.key)),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/accounts", html: 422, json: 422, refused: everyone.subtracting(managers),
            form: "login=&role=learner", body: #"{"login":"","role":"learner"}"#),
        AccessExpectation(
            route: "GET /cohorts/{cohort}", html: 200, json: 200, refused: everyone.subtracting(reviewers),
            hidden: [.outsideTutor]),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/learners/{person}", html: 200, json: 200, refused: everyone.subtracting(reviewers),
            hidden: [.outsideTutor]),
        AccessExpectation(
            route: "GET /extra-time", html: 200, json: 200, refused: everyone.subtracting([.tutor, .coordinator, .outsideTutor])),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/learners/{person}/extra-time", html: 200, json: 200,
            hidden: everyone.subtracting([.tutor, .coordinator])),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/learners/{person}/extra-time", html: 303, json: 200,
            hidden: everyone.subtracting([.tutor, .coordinator]), form: "percent=33", body: #"{"percent":33}"#),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/learners/{person}/pace", html: 200, json: 200,
            hidden: everyone.subtracting([.tutor, .coordinator])),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/learners/{person}/pauses", html: 303, json: 200,
            hidden: everyone.subtracting([.tutor, .coordinator]),
            form: "motive=internship&firstDay=2026-10-05&lastDay=2026-10-09",
            body: #"{"motive":"internship","firstDay":"2026-10-05","lastDay":"2026-10-09"}"#),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/learners/{person}/extensions", html: 303, json: 200,
            hidden: everyone.subtracting([.tutor, .coordinator]),
            form: "activity=\(TestCourse.key)/\(TestCourse.welcome)&lastDay=2026-12-30&note=Un",
            body: #"{"activity":"COURSE/ACTIVITY","lastDay":"2026-12-31","note":"Un"}"#
                .replacing("COURSE", with: TestCourse.key).replacing("ACTIVITY", with: TestCourse.welcome)),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/learners/{person}/rulings", html: 303, json: 200,
            hidden: everyone.subtracting([.tutor, .coordinator]),
            form: "activity=\(TestCourse.key)/\(TestCourse.welcome)&action=exempted&note=Un",
            body: #"{"activity":"COURSE/ACTIVITY","action":"withdrawn","note":"Un"}"#
                .replacing("COURSE", with: TestCourse.key).replacing("ACTIVITY", with: TestCourse.welcome)),
        // An attempt without a text to mark: who may mark is told that there is nothing, as everybody else.
        AccessExpectation(
            route: "GET /cohorts/{cohort}/attempts/{attempt}", html: 404, json: 404, refused: everyone.subtracting(reviewers),
            hidden: [.outsideTutor]),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/attempts/{attempt}", html: 404, json: 404, refused: everyone.subtracting(reviewers),
            hidden: [.outsideTutor], form: "points-role=1", body: #"{"marks":{"role":{"points":1}}}"#),
        AccessExpectation(
            route: "GET /authoring", html: 200, json: 200, refused: everyone.subtracting([.author, .admin])),
        AccessExpectation(
            route: "GET /authoring/courses/{course}", html: 200, json: 200, refused: everyone.subtracting([.author, .admin])),
        AccessExpectation(
            route: "GET /authoring/courses/{course}/versions/{version}", html: 200, json: 200,
            refused: everyone.subtracting([.author, .admin])),
        AccessExpectation(
            route: "POST /authoring/courses/{course}/published", html: 303, json: 200,
            refused: everyone.subtracting([.author, .admin]), form: "version=1", body: #"{"version":1}"#),
        AccessExpectation(route: "GET /static/{release}/{folder}/{file}", html: 200, json: 200, isOpen: true),
        AccessExpectation(route: "GET /health", html: 200, json: 200, isOpen: true),
        AccessExpectation(route: "GET /health/live", html: 200, json: 200, isOpen: true),
        AccessExpectation(route: "GET /health/ready", html: 200, json: 200, isOpen: true),
        // Through a proxy: the machine itself needs no role.
        AccessExpectation(
            route: "GET /metrics", html: 200, json: 200, refused: everyone.subtracting([.admin]),
            headers: [HTTPField.Name.forwarded: "203.0.113.9"]),
    ]
}

extension HTTPField.Name {
    static let forwarded = named("X-Forwarded-For")
    static let fetchSite = named("Sec-Fetch-Site")
    static let requestID = named("X-Request-ID")

    static func named(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("not a name: \(name)") }
        return name
    }
}
