import TestSupport

extension AccessTable {
    /// A session is for the cohort; its trainers and coordinators plan.
    static let planners: Set<TestRole> = [.trainer, .coordinator]
    static let attending: Set<TestRole> = [.learner, .secondLearner, .tutor, .mentor, .trainer, .coordinator]
    private static let planned = (
        form: "kind=virtual&title=Classe&day=2026-11-24&hour=09:30&minutes=60&link=https://visio.example.org/web&published=1",
        json:
            #"{"kind":"virtual","title":"Classe","day":"2026-11-24","hour":"09:30","minutes":60,"link":"https://visio.example.org/web"}"#
    )

    static let sessions = [
        AccessExpectation(route: "GET /agenda", html: 200, json: 200),
        AccessExpectation(route: "GET /agenda/feed", html: 200, json: 200),
        AccessExpectation(route: "POST /agenda/feed", html: 201, json: 201),
        AccessExpectation(route: "POST /agenda/feed/revocation", html: 303, json: 200),
        AccessExpectation(route: "GET /sessions/{session}.ics", html: 200, json: 200, hidden: everyone.subtracting(attending)),
        AccessExpectation(route: "GET /calendar/{feed}.ics", html: 200, json: 200, isOpen: true),
        AccessExpectation(route: "GET /sessions/{session}", html: 200, json: 200, hidden: everyone.subtracting(attending)),
        AccessExpectation(
            route: "POST /sessions/{session}", html: 303, json: 200, hidden: everyone.subtracting(planners), form: planned.form,
            body: planned.json),
        AccessExpectation(route: "GET /sessions/{session}/change", html: 200, json: 200, hidden: everyone.subtracting(planners)),
        AccessExpectation(
            route: "GET /sessions/{session}/preparation", html: 200, json: 200,
            hidden: everyone.subtracting([.tutor, .trainer, .coordinator])),
        AccessExpectation(
            route: "POST /sessions/{session}/preparation", html: 303, json: 200, hidden: everyone.subtracting(planners),
            form: "before=premiers-pas-web/bienvenue&for=", body: #"{"before":["premiers-pas-web/bienvenue"]}"#),
        AccessExpectation(
            route: "POST /sessions/{session}/recordings", html: 409, json: 409, hidden: everyone.subtracting(planners), form: "",
            body: "{}"),
        AccessExpectation(
            route: "GET /sessions/{session}/recordings/{recording}", html: 200, json: 200,
            hidden: everyone.subtracting(attending)),
        AccessExpectation(
            route: "POST /sessions/{session}/recordings/{recording}/watching", html: 303, json: 200,
            refused: attending.subtracting([.learner, .secondLearner]), hidden: everyone.subtracting(attending),
            form: "from=1795512600000&to=1795512630000",
            body: #"{"events":[{"id":"0192f0aa-1111-7222-8333-444455556666","from":1795512600000,"to":1795512630000}]}"#),
        // No server of rooms is set up here.
        AccessExpectation(route: "POST /rooms/bigbluebutton/connections", html: 415, json: 404, isOpen: true, body: "{}"),
        AccessExpectation(
            route: "POST /rooms/bigbluebutton/recordings", html: 404, json: 404, isOpen: true, form: "signed_parameters=x"),
        AccessExpectation(
            route: "POST /sessions/{session}/cancellation", html: 303, json: 200, hidden: everyone.subtracting(planners),
            form: "reason=Grève", body: #"{"reason":"Grève"}"#),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/sessions/new", html: 200, json: 200, hidden: everyone.subtracting(planners)),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/sessions", html: 303, json: 201, hidden: everyone.subtracting(planners),
            // Others are planned at the same time in this test.
            form: planned.form + "&force=1", body: planned.json.replacing("{", with: #"{"force":true,"#)),
    ]
}
