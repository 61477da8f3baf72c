import TestSupport

extension AccessTable {
    /// Everybody has a page of one's own cards, empty for who follows no course.
    static let cards = [
        AccessExpectation(route: "GET /reviews", html: 200, json: 200),
        AccessExpectation(route: "GET /reviews/statistics", html: 200, json: 200),
        AccessExpectation(
            route: "POST /reviews/limits", html: 303, json: 200, form: "new=5&reviews=50",
            body: #"{"newADay":5,"reviewsADay":50}"#),
        // A form without a grade is none; a program may have nothing to say.
        AccessExpectation(
            route: "POST /reviews", html: 422, json: 200,
            form: "id=0192f0aa-1111-7222-8333-444455556677&direction=recall", body: #"{"events":[]}"#),
        AccessExpectation(
            route: "GET /courses/{course}/level", html: 200, json: 200, refused: lookers, hidden: [.funder],
            activity: TestKinds.survey),
        AccessExpectation(
            route: "POST /courses/{course}/level", html: 422, json: 200, refused: lookers, hidden: [.funder], form: "id=x",
            body: #"{"id":"0192f0aa-1111-7222-8333-444455556602","answers":{}}"#,
            activity: TestKinds.survey),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/learners/{person}/courses/{course}/level", html: 200, json: 200,
            refused: everyone.subtracting(reviewers), hidden: [.outsideTutor], activity: TestKinds.survey),
        AccessExpectation(route: "GET /reviews/words", html: 200, json: 200),
        // Nobody has a word of this number.
        AccessExpectation(route: "POST /reviews/words/{word}/removal", html: 404, json: 404, form: "undo=yes", body: "{}"),
        AccessExpectation(
            route: "GET /courses/{course}/activities/{activity}/words", html: 200, json: 200, refused: lookers, hidden: [.funder]),
        AccessExpectation(
            route: "POST /courses/{course}/activities/{activity}/words", html: 303, json: 200, refused: lookers,
            hidden: [.funder], form: "id=0192f0aa-1111-7222-8333-444455556699",
            body: #"{"id":"0192f0aa-1111-7222-8333-444455556698"}"#),
    ]

    /// The test is the learner's; nobody has begun it.
    static let placements = [
        AccessExpectation(
            route: "POST /courses/{course}/activities/{activity}/placement", html: 303, json: 200, refused: lookers,
            hidden: [.funder], form: "silent=yes", body: "{}", activity: TestPlacement.test),
        AccessExpectation(
            route: "POST /courses/{course}/activities/{activity}/placement/answers", html: 409, json: 409, refused: lookers,
            hidden: [.funder], form: "item=a1-words-1&choice=1", body: #"{"item":"a1-words-1","choice":"1"}"#,
            activity: TestPlacement.test),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/courses/{course}/placements/{activity}", html: 200, json: 200,
            refused: everyone.subtracting(reviewers), hidden: [.outsideTutor], activity: TestPlacement.test),
        // Those who follow the cohort and decide nothing there are told of no such cohort.
        AccessExpectation(
            route: "POST /cohorts/{cohort}/courses/{course}/placements/{activity}/people/{person}", html: 409, json: 409,
            refused: everyone.subtracting(reviewers), hidden: [.outsideTutor, .trainer], form: "level=B1&reason=x",
            body: #"{"level":"B1","reason":"x"}"#, activity: TestPlacement.test),
    ]
}
