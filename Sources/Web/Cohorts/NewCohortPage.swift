import Accounts
import Campus
import Essentials
import HTML

/// Making a cohort.
struct NewCohortPage: Page {
    struct Model: Encodable, Sendable {
        let key: String
        let title: String
        let startsOn: String
        let endsOn: String

        init(_ typed: Campus.TypedCohort) {
            key = typed.key
            title = typed.title
            startsOn = typed.startsOn
            endsOn = typed.endsOn
        }
    }

    let model: Model
    var problem: Problem?
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { words(.newCohort) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cohorts)) {
                    words.icon("back")
                    " "
                    words(.myCohorts)
                }
                h1 { words(.newCohort) }
            }
            form(.class("form"), .method(.post), .action(Links.cohorts), .novalidate()) {
                FormProblem(problem: problem, words: words)
                TextField(name: "title", text: .cohortTitle, value: model.title, problem: problem, words: words)
                TextField(
                    name: "key", text: .cohortKey, value: model.key, hint: .cohortKeyHint, problem: problem, words: words)
                TextField(name: "startsOn", text: .firstDay, value: model.startsOn, type: .date, problem: problem, words: words)
                TextField(name: "endsOn", text: .lastDay, value: model.endsOn, type: .date, problem: problem, words: words)
                button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.makeCohort) }
            }
        }
    }
}
