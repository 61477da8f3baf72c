import Accounts
import Campus
import CourseContent
import Essentials
import HTML
import LanguageLearning
import Progress

/// The levels of a cohort by a placement test, for those who follow its learners; a tutor may decide otherwise.
struct PlacementReviewPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let course: String
        let id: String
        let title: String
        let language: Language
        let mayDecide: Bool
        let learners: [Learner]

        struct Learner: Encodable, Sendable {
            let person: String
            let givenName: String
            let familyName: String
            /// Answers so far; 0 before the test has begun.
            let answers: Int
            /// Missing until the test is finished.
            let result: PlacementPage.Model.Result?
        }

        init(_ review: Campus.PlacementReview) {
            cohort = review.cohort.key
            cohortTitle = review.cohort.title
            course = review.course.outline.key
            id = review.activity.id
            title = review.activity.title
            language = review.activity.language
            mayDecide = review.mayDecide
            learners = review.rows.map { row in
                Learner(
                    person: row.learner.person.text, givenName: row.learner.givenName, familyName: row.learner.familyName,
                    answers: row.run?.answers.count ?? 0, result: row.run.flatMap(PlacementPage.Model.Result.init))
            }
        }
    }

    let model: Model
    /// What was typed and refused.
    var typed: (person: String, level: String, reason: String)?
    var problem: Problem?
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { words(.placementLevels) + " · " + model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cohort(model.cohort))) {
                    words.icon("back")
                    " "
                    model.cohortTitle
                }
                h1(.lang(words.lang(of: model.language))) { model.title }
                p(.class("lead")) {
                    words(.placementFinished(model.learners.count { $0.result != nil }, of: model.learners.count))
                }
            }
            if model.learners.isEmpty { p(.class("quiet")) { words(.placementNobody) } }
            ForEach(model.learners) { learner in
                LearnerLevel(
                    learner: learner, model: model, typed: typed?.person == learner.person ? typed : nil,
                    problem: typed?.person == learner.person ? problem : nil, words: words)
            }
        }
    }
}

private struct LearnerLevel: View {
    let learner: PlacementReviewPage.Model.Learner
    let model: PlacementReviewPage.Model
    let typed: (person: String, level: String, reason: String)?
    let problem: Problem?
    let words: Words

    var body: some Markup {
        section(.class("card"), .id("person-\(learner.person)"), .aria(.labelledby, "name-\(learner.person)")) {
            h2(.id("name-\(learner.person)")) {
                a(.href(Links.learner(model.cohort, learner.person))) { "\(learner.givenName) \(learner.familyName)" }
                if let result = learner.result {
                    " "
                    span(.class("badge")) { result.level.rawValue }
                }
            }
            if let result = learner.result {
                p {
                    words(
                        .placementMeasured(
                            result.measuredLevel.rawValue, percent: result.confidence, answers: result.answers))
                        + " " + words.day(result.finishedAt)
                }
                if !result.hears { p(.class("quiet small")) { words(.placementWasSilent) } }
                if let ruling = result.ruling {
                    p(.class("quiet")) {
                        words(.placementRuled(ruling.level.rawValue, words.day(ruling.decidedAt))) + " " + ruling.reason
                    }
                }
                if model.mayDecide { decision(result) }
            } else {
                p(.class("quiet")) { words(learner.answers > 0 ? .placementGoesOn(learner.answers) : .placementNotBegun) }
            }
        }
    }

    private func decision(_ result: PlacementPage.Model.Result) -> some Markup {
        details(.class("more"), .open(problem != nil)) {
            summary { words(.placementDecide) }
            form(
                .class("form"), .method(.post),
                .action(Links.placementRuling(model.cohort, model.course, model.id, learner.person)),
                .novalidate()
            ) {
                FormProblem(problem: problem, words: words)
                div(.class("field")) {
                    label(.for("level-\(learner.person)")) { words(.levelColumn) }
                    select(.class("input input-short"), .id("level-\(learner.person)"), .name("level"), .autocomplete("off")) {
                        ForEach(CEFRLevel.allCases) { level in
                            option(
                                .value(level.rawValue), .selected(level.rawValue == typed?.level ?? result.level.rawValue)
                            ) { level.rawValue }
                        }
                    }
                }
                TextField(
                    name: "reason", text: .placementReason, value: typed?.reason ?? "", id: "reason-\(learner.person)",
                    problem: problem, words: words)
                div(.class("actions")) { button(.class("button"), .data("busy", words(.oneMoment))) { words(.save) } }
            }
        }
    }
}
