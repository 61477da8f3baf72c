import TestSupport

extension AccessTable {
    /// A badge is its holder's; whoever has its address sees it; who decides on the cohort takes it back.
    static let badges = [
        AccessExpectation(
            route: "GET /badges", html: 200, json: 200,
            hidden: everyone.subtracting([.learner, .secondLearner, .outsideLearner])),
        AccessExpectation(
            route: "POST /badges/{badge}/sharing", html: 303, json: 200, hidden: everyone.subtracting([.learner]),
            form: "isShared=yes", body: #"{"isShared":true}"#),
        AccessExpectation(
            route: "GET /badges/{badge}/credential", html: 200, json: 200, hidden: everyone.subtracting([.learner])),
        AccessExpectation(route: "GET /badges/{badge}/image", html: 200, json: 200, hidden: everyone.subtracting([.learner])),
        AccessExpectation(route: "GET /verify/{address}", html: 200, json: 200, isOpen: true),
        AccessExpectation(route: "GET /issuer", html: 200, json: 200, isOpen: true),
        AccessExpectation(route: "GET /issuer/key", html: 200, json: 200, isOpen: true),
        AccessExpectation(route: "GET /issuer/status/{list}", html: 200, json: 200, isOpen: true),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/badges", html: 200, json: 200, refused: everyone.subtracting([.coordinator, .admin])),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/badges/{badge}/revocation", html: 303, json: 200,
            refused: everyone.subtracting([.coordinator, .admin]), form: "reason=Erreur", body: #"{"reason":"Erreur"}"#),
        // Nobody opened a ladder.
        AccessExpectation(route: "GET /cohorts/{cohort}/ladder", html: 404, json: 404),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/ladder", html: 404, json: 404, form: "name=Renard", body: #"{"name":"Renard"}"#),
        AccessExpectation(route: "POST /cohorts/{cohort}/ladder/leaving", html: 404, json: 404),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/games", html: 200, json: 200, refused: everyone.subtracting([.coordinator, .admin])),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/games/ladder", html: 303, json: 200,
            refused: everyone.subtracting([.coordinator, .admin]), form: "isOpen=no", body: #"{"isOpen":false}"#),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/games/challenges", html: 303, json: 201,
            refused: everyone.subtracting([.coordinator, .admin]),
            form: "title=Ensemble&kind=sum&target=100&from=2026-11-23&until=2026-11-29",
            body: #"{"title":"Ensemble","kind":"sum","target":100,"from":"2026-11-23","until":"2026-11-29"}"#),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/games/challenges/{challenge}/removal", html: 303, json: 200,
            refused: everyone.subtracting([.coordinator, .admin])),
    ]
}
