import TestSupport

extension AccessTable {
    /// Whoever follows the cohort helps its learners in; secrets open what they open to whoever has them.
    static let otherSignIns = [
        AccessExpectation(route: "GET /sign-in/link", html: 200, json: 200, isOpen: true),
        AccessExpectation(
            route: "POST /sign-in/link", html: 422, json: 422, isOpen: true, form: "login=", body: #"{"login":""}"#),
        AccessExpectation(route: "GET /sign-in/link/{link}", html: 200, json: 200, isOpen: true),
        AccessExpectation(route: "POST /sign-in/link/{link}", html: 404, json: 404, isOpen: true),
        AccessExpectation(route: "GET /sign-in/card/{card}", html: 404, json: 404, isOpen: true),
        AccessExpectation(
            route: "POST /sign-in/card/{card}", html: 404, json: 404, isOpen: true, form: "pin=123456", body: #"{"pin":"123456"}"#
        ),
        AccessExpectation(route: "GET /profile/history", html: 200, json: 200),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/cards", html: 200, json: 200, hidden: everyone.subtracting(helpers)),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/cards", html: 422, json: 422,
            hidden: everyone.subtracting(helpers), form: "", body: #"{"people":[]}"#),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/people/{person}/card/revocation", html: 303, json: 200,
            hidden: everyone.subtracting(helpers)),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/people/{person}/password", html: 201, json: 201,
            hidden: everyone.subtracting(helpers)),
    ]

    private static let helpers: Set<TestRole> = [.tutor, .trainer, .coordinator]
}
