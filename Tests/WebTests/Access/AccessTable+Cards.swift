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
    ]
}
