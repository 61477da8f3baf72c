import Accounts
import Campus
import Essentials
import HTML
import Tutoring

/// When alerts are raised in a cohort: numbers that its coordinator sets.
struct AlertRulesPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let rules: AlertRules
        /// Left out for the usual rules, and when nobody but the command line said so.
        let setBy: String?
        let setAt: Instant?
        let mayChange: Bool

        init(_ reading: Campus.AlertRulesReading) {
            cohort = reading.cohort.key
            cohortTitle = reading.cohort.title
            rules = reading.rules
            setBy = reading.setBy?.full
            setAt = reading.setAt
            mayChange = reading.mayChange
        }
    }

    let model: Model
    /// What was typed and refused, by the name of the field.
    var typed: [String: String] = [:]
    var problem: Problem?
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { words(.alertRules) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cohort(model.cohort))) {
                    words.icon("back")
                    " "
                    model.cohortTitle
                }
                h1 { words(.alertRules) }
                p(.class("lead")) { words(.alertRulesLead) }
                if let setAt = model.setAt {
                    p(.class("quiet")) { words(.decidedBy(model.setBy ?? words(.commandLine), words.moment(setAt))) }
                } else {
                    p(.class("quiet")) { words(.usualRules) }
                }
            }
            if model.mayChange { form(words) } else { list(words) }
        }
    }

    private func list(_ words: Words) -> some Markup {
        dl(.class("terms")) {
            ForEach(AlertRules.fields) { field in
                dt { words(field.phrase) }
                dd { "\(model.rules[keyPath: field.path])" }
            }
            dt { words(.ruleFirstEvaluation) }
            dd { words(model.rules.redFirstEvaluation ? .yes : .no) }
        }
    }

    private func form(_ words: Words) -> some Markup {
        HTML.form(.class("form card"), .method(.post), .action(Links.alertRules(model.cohort)), .novalidate()) {
            p(.class("quiet small")) { words(.zeroSwitchesOff) }
            ForEach(AlertRules.fields) { field in
                let wrong = problem?.fields.first { $0.field == field.name }
                div(.class("field"), .class("field-wrong", when: wrong != nil)) {
                    label(.for(field.name)) { words(field.phrase) }
                    input(
                        .class("input input-short"), .id(field.name), .name(field.name), .type(.text), .inputmode("numeric"),
                        .autocomplete("off"), .value(typed[field.name] ?? "\(model.rules[keyPath: field.path])"),
                        .attribute("aria-invalid", wrong == nil ? nil : "true"),
                        .aria(.describedby, wrong.map { _ in "error-" + field.name }))
                    if let wrong {
                        p(.class("field-error"), .id("error-" + field.name)) {
                            words.icon("warning")
                            " "
                            words(wrong.message)
                        }
                    }
                }
            }
            label(.class("choice")) {
                input(
                    .type(.checkbox), .name("redFirstEvaluation"), .value("true"), .checked(model.rules.redFirstEvaluation))
                span { words(.ruleFirstEvaluation) }
            }
            div(.class("actions")) { button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.save) } }
        }
    }
}

extension AlertRules {
    /// A number of the rules as a form asks for it.
    struct Field: Sendable {
        let name: String
        let path: any WritableKeyPath<AlertRules, Int> & Sendable
        let phrase: Phrase
    }

    static let fields = [
        Field(name: "amberInactiveDays", path: \.amberInactiveDays, phrase: .ruleAmberInactive),
        Field(name: "amberAbsences", path: \.amberAbsences, phrase: .ruleAmberAbsences),
        Field(name: "amberWorkPercent", path: \.amberWorkPercent, phrase: .ruleAmberWork),
        Field(name: "redInactiveDays", path: \.redInactiveDays, phrase: .ruleRedInactive),
        Field(name: "redAbsencesInARow", path: \.redAbsencesInARow, phrase: .ruleRedAbsences),
        Field(name: "redHoursWithoutSignIn", path: \.redHoursWithoutSignIn, phrase: .ruleRedSignIn),
    ]
}
