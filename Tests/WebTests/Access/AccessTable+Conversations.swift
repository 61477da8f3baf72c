import TestSupport

extension AccessTable {
    /// The conversation of the learner with those who follow the cohort, and a message in it.
    private static let conversing: Set<TestRole> = [.learner, .tutor, .trainer, .coordinator]
    static let conversations = [
        AccessExpectation(route: "GET /messages/search", query: "?q=bonjour", html: 200, json: 200),
        AccessExpectation(route: "GET /reports", html: 200, json: 200, refused: everyone.subtracting(reviewers)),
        // Whoever reads a message of somebody else may report it.
        AccessExpectation(
            route: "GET /messages/{message}/reports", html: 200, json: 200,
            hidden: everyone.subtracting(conversing).union([.learner])),
        AccessExpectation(
            route: "POST /messages/{message}/reports", html: 303, json: 201,
            hidden: everyone.subtracting(conversing).union([.learner]), form: "reason=insult", body: #"{"reason":"insult"}"#),
        // Nobody reported it.
        AccessExpectation(
            route: "POST /messages/{message}/reports/decision", html: 404, json: 404,
            refused: everyone.subtracting(reviewers), form: "outcome=left", body: #"{"outcome":"left"}"#),
        AccessExpectation(route: "GET /messages", html: 200, json: 200),
        AccessExpectation(
            route: "GET /courses/{course}/activities/{activity}/question", html: 303, json: 303),
        AccessExpectation(
            route: "GET /conversations/{cohort}/{kind}/{subject}", html: 200, json: 200, hidden: everyone.subtracting(conversing)),
        // What has this id is the message of who sent it first.
        AccessExpectation(
            route: "POST /conversations/{cohort}/{kind}/{subject}/messages", html: 409, json: 409,
            hidden: everyone.subtracting(conversing), form: "id=0192f0aa-1111-7222-8333-444455556666&text=Bonjour",
            body: #"{"id":"0192f0aa-1111-7222-8333-444455556666","text":"Bonjour"}"#),
        AccessExpectation(
            route: "POST /conversations/{cohort}/{kind}/{subject}/read", html: 303, json: 200,
            hidden: everyone.subtracting(conversing), form: "through=1", body: #"{"through":1}"#),
        AccessExpectation(
            route: "GET /conversations/{cohort}/{kind}/{subject}/events", query: "?wait=0", html: 200, json: 200,
            hidden: everyone.subtracting(conversing)),
        AccessExpectation(
            route: "POST /messages/{message}", html: 303, json: 200, hidden: everyone.subtracting([.learner]),
            form: "text=Bonsoir",
            body: #"{"text":"Bonsoir"}"#),
        AccessExpectation(route: "GET /courses/{course}/activities/{activity}/discussion", html: 303, json: 303),
        AccessExpectation(route: "GET /messages/{message}/files/{position}", html: 404, json: 404),
        AccessExpectation(route: "GET /caseload/message", html: 200, json: 200, refused: everyone.subtracting(reviewers)),
        AccessExpectation(
            route: "POST /caseload/message", html: 422, json: 422, refused: everyone.subtracting(reviewers), form: "text=Bonjour",
            body: #"{"text":"Bonjour","people":[]}"#),
        // A message that answers nothing helped nobody.
        AccessExpectation(
            route: "POST /messages/{message}/acceptance", html: 404, json: 404, form: "accepted=yes", body: #"{"accepted":true}"#),
        AccessExpectation(
            route: "POST /messages/{message}/removal", html: 303, json: 200, hidden: everyone.subtracting([.learner])),
    ]
}
