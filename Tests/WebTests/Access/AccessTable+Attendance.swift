import TestSupport

extension AccessTable {
    /// Learners and trainers sign, those who hold a session note, those who follow its learners read; a mentor sees nothing. The session is weeks
    /// away, so whoever may sign or note is told that it is too early.
    static let attendance = [
        AccessExpectation(
            route: "GET /sessions/{session}/attendance", html: 200, json: 200,
            hidden: everyone.subtracting(attending).union([.mentor])),
        AccessExpectation(
            route: "POST /sessions/{session}/attendance", html: 409, json: 409,
            hidden: everyone.subtracting([.learner, .secondLearner, .trainer]),
            form: "entry=0192f0aa-1111-7222-8333-444455556666&half=morning",
            body: #"{"entry":"0192f0aa-1111-7222-8333-444455556666","half":"morning"}"#),
        AccessExpectation(
            route: "GET /sessions/{session}/attendance/{half}/code", html: 200, json: 200,
            refused: everyone.subtracting(reviewers), hidden: [.tutor, .outsideTutor]),
        AccessExpectation(
            route: "GET /sessions/{session}/attendance/{half}/people/{person}", html: 200, json: 200,
            refused: everyone.subtracting(reviewers), hidden: [.outsideTutor]),
        AccessExpectation(
            route: "POST /sessions/{session}/attendance/{half}/people/{person}", html: 409, json: 409,
            refused: everyone.subtracting(reviewers), hidden: [.tutor, .outsideTutor],
            form: "entry=0192f0aa-1111-7222-8333-444455556666&kind=absent&minutes=60",
            body: #"{"entry":"0192f0aa-1111-7222-8333-444455556666","kind":"absent"}"#),
        AccessExpectation(
            route: "POST /sessions/{session}/attendance/{half}/people/{person}/withdrawals", html: 404, json: 404,
            refused: everyone.subtracting(reviewers),
            form:
                "entry=0192f0aa-1111-7222-8333-444455556666&withdraws=0192f0aa-1111-7222-8333-444455556667&correction=Erreur",
            body:
                #"{"entry":"0192f0aa-1111-7222-8333-444455556666","withdraws":"0192f0aa-1111-7222-8333-444455556667","correction":"x"}"#
        ),
        AccessExpectation(
            route: "GET /sessions/{session}/sheet", html: 200, json: 200, refused: everyone.subtracting(reviewers),
            hidden: [.outsideTutor]),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/sheet", html: 200, json: 200, refused: everyone.subtracting(reviewers),
            hidden: [.outsideTutor]),
        AccessExpectation(route: "GET /sessions/{session}/join", html: 303, json: 200, hidden: everyone.subtracting(attending)),
        AccessExpectation(route: "GET /attendance/{entry}/proof", html: 404, json: 404),
    ]
}
