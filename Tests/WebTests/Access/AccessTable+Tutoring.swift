import TestSupport

extension AccessTable {
    private static let alertRules = (
        form: "amberInactiveDays=3&amberAbsences=1&amberWorkPercent=70&redInactiveDays=6&redAbsencesInARow=2"
            + "&redHoursWithoutSignIn=48&redFirstEvaluation=true",
        json: #"{"amberInactiveDays":3,"amberAbsences":1,"amberWorkPercent":70,"redInactiveDays":6,"redAbsencesInARow":2,"#
            + #""redHoursWithoutSignIn":48,"redFirstEvaluation":true}"#
    )

    static let tutoring = [
        AccessExpectation(route: "GET /to-mark", html: 200, json: 200, refused: everyone.subtracting(reviewers)),
        AccessExpectation(route: "GET /to-mark/next", html: 303, json: 303, refused: everyone.subtracting(reviewers)),
        AccessExpectation(route: "GET /to-mark/sentences", html: 200, json: 200, refused: everyone.subtracting(reviewers)),
        AccessExpectation(
            route: "POST /to-mark/sentences", html: 303, json: 200, refused: everyone.subtracting(reviewers), form: "text=Bien",
            body: #"{"text":"Bien"}"#),
        AccessExpectation(
            route: "POST /to-mark/sentences/removed", html: 303, json: 200, refused: everyone.subtracting(reviewers),
            form: "sentence=0192f0aa-1111-7222-8333-444455556666",
            body: #"{"sentence":"0192f0aa-1111-7222-8333-444455556666"}"#),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/courses/{course}/matrix", html: 200, json: 200,
            refused: everyone.subtracting(reviewers),
            hidden: [.outsideTutor]),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/courses/{course}/activities/{activity}", html: 200, json: 200,
            refused: everyone.subtracting(reviewers), hidden: [.outsideTutor]),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/learners/{person}/courses/{course}/timeline", html: 200, json: 200,
            refused: everyone.subtracting(reviewers), hidden: [.outsideTutor]),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/learners/{person}/notes", html: 303, json: 200,
            refused: everyone.subtracting(reviewers),
            hidden: [.outsideTutor], form: "text=Bien", body: #"{"text":"Bien"}"#),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/learners/{person}/contacts", html: 200, json: 200,
            refused: everyone.subtracting(reviewers), hidden: [.outsideTutor]),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/learners/{person}/contacts", html: 303, json: 201,
            refused: everyone.subtracting(reviewers), hidden: [.outsideTutor],
            form: "id=0192f0aa-1111-7222-8333-444455556666&means=call&outcome=no-answer",
            body: #"{"id":"0192f0aa-1111-7222-8333-444455556666","means":"call","outcome":"no-answer"}"#),
        // Nobody has this id: the learner is handed over to nobody.
        AccessExpectation(
            route: "POST /cohorts/{cohort}/learners/{person}/address", html: 303, json: 200,
            refused: everyone.subtracting(reviewers), hidden: [.outsideTutor]),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/learners/{person}/handover", html: 422, json: 422,
            refused: everyone.subtracting(reviewers), hidden: [.outsideTutor],
            form: "tutor=0192f0aa-1111-7222-8333-444455556666&note=Bien",
            body: #"{"tutor":"0192f0aa-1111-7222-8333-444455556666","note":"Bien"}"#),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/calls", html: 303, json: 201,
            hidden: everyone.subtracting([.learner, .secondLearner]), form: "id=0192f0aa-1111-7222-8333-444455556666",
            body: #"{"id":"0192f0aa-1111-7222-8333-444455556666"}"#),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/calls/withdrawal", html: 303, json: 200,
            hidden: everyone.subtracting([.learner, .secondLearner])),
        AccessExpectation(route: "GET /today", html: 200, json: 200, refused: everyone.subtracting(reviewers)),
        AccessExpectation(route: "GET /caseload", html: 200, json: 200, refused: everyone.subtracting(reviewers)),
        AccessExpectation(
            route: "POST /caseload/views", html: 303, json: 200, refused: everyone.subtracting(reviewers),
            form: "name=Retard&query=late%3Dtrue", body: #"{"name":"Retard","query":"late=true"}"#),
        AccessExpectation(
            route: "POST /caseload/views/removed", html: 303, json: 200, refused: everyone.subtracting(reviewers),
            form: "name=Retard", body: #"{"name":"Retard"}"#),
        // The enrolment is nobody's: who follows the cohort is told so too.
        AccessExpectation(
            route: "POST /cohorts/{cohort}/learners/{person}/alerts", html: 404, json: 404,
            refused: everyone.subtracting(reviewers), hidden: [.outsideTutor],
            form: "enrolment=0192f0aa-1111-7222-8333-444455556666&outcome=contacted",
            body: #"{"enrolment":"0192f0aa-1111-7222-8333-444455556666","outcome":"contacted"}"#),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/alerts", html: 200, json: 200, refused: everyone.subtracting(reviewers),
            hidden: [.outsideTutor]),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/alerts", html: 303, json: 200,
            refused: everyone.subtracting([.coordinator, .outsideTutor]), hidden: [.outsideTutor],
            form: alertRules.form, body: alertRules.json),
    ]
}
