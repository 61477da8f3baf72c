import Campus
import Essentials
import HTML
import Scheduling

/// What learners of a cohort may book: numbers that its coordinator sets.
struct MentoringRulesPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let rules: MentoringRules
        let mayChange: Bool
    }

    let model: Model
    /// What was typed and refused, by the name of the field.
    var typed: [String: String] = [:]
    var problem: Problem?
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { words(.mentoringRules) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cohort(model.cohort))) {
                    words.icon("back")
                    " "
                    model.cohortTitle
                }
                h1 { words(.mentoringRules) }
            }
            if model.mayChange {
                form(.class("form card"), .method(.post), .action(Links.mentoringRules(model.cohort)), .novalidate()) {
                    ForEach(MentoringRules.fields) { field in
                        TextField(
                            name: field.name, text: field.phrase,
                            value: typed[field.name] ?? "\(model.rules[keyPath: field.path])", problem: problem, words: words)
                    }
                    div(.class("actions")) {
                        button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.save) }
                    }
                }
            } else {
                dl(.class("terms")) {
                    ForEach(MentoringRules.fields) { field in
                        dt { words(field.phrase) }
                        dd { "\(model.rules[keyPath: field.path])" }
                    }
                }
            }
        }
    }
}

extension MentoringRules {
    /// A number of the rules as a form asks for it.
    struct Field: Sendable {
        let name: String
        let path: any WritableKeyPath<MentoringRules, Int> & Sendable
        let phrase: Phrase
    }

    static let fields = [
        Field(name: "noticeHours", path: \.noticeHours, phrase: .ruleNoticeHours),
        Field(name: "openBookings", path: \.openBookings, phrase: .ruleOpenBookings),
        Field(name: "weeksAhead", path: \.weeksAhead, phrase: .ruleWeeksAhead),
    ]
}
