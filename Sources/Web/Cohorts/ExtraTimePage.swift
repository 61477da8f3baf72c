import Accounts
import Assessment
import Campus
import Essentials
import HTML

/// More time for one learner wherever time is counted: what holds, what was decided before, and a form.
struct ExtraTimePage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let person: String
        let givenName: String
        let familyName: String
        /// Percent; 0 when nothing was decided.
        let percent: Int
        /// The last one first.
        let facts: [Fact]

        struct Fact: Encodable, Sendable {
            let percent: Int
            let setAt: Instant
            /// `nil` for the command line.
            let setBy: String?
        }

        init(_ reading: Campus.ExtraTimeReading) {
            cohort = reading.cohort.key
            cohortTitle = reading.cohort.title
            person = reading.person.id.text
            givenName = reading.person.name.given
            familyName = reading.person.name.family
            percent = reading.facts.first?.percent ?? 0
            facts = reading.facts.map { fact in
                let name = fact.setBy.flatMap { reading.names[$0] }
                return Fact(percent: fact.percent, setAt: fact.setAt, setBy: name.map { "\($0.given) \($0.family)" })
            }
        }
    }

    let model: Model
    /// Whether the page of the learner is open to who asks.
    let mayReview: Bool
    /// What was typed and refused.
    var typed: String?
    var problem: Problem?
    var menu: MenuEntry? { mayReview ? .cohorts : .extraTime }

    private var name: String { "\(model.givenName) \(model.familyName)" }

    func heading(_ words: Words) -> String { words(.extraTime) + " · " + name }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                if mayReview {
                    a(.class("back"), .href(Links.learner(model.cohort, model.person))) {
                        words.icon("back")
                        " "
                        name
                    }
                } else {
                    a(.class("back"), .href(Links.extraTimes)) {
                        words.icon("back")
                        " "
                        model.cohortTitle
                    }
                }
                h1 { words(.extraTime) }
                p(.class("lead")) { name }
            }
            p { words(.extraTimeLead) }
            form(
                .class("form card"), .method(.post), .action(Links.extraTime(model.cohort, model.person)), .novalidate()
            ) {
                div(.class("field"), .class("field-wrong", when: problem != nil)) {
                    label(.for("percent")) { words(.extraTimePercent) }
                    p(.class("quiet small"), .id("percent-hint")) { words(.extraTimeHint) }
                    input(
                        .class("input input-short"), .id("percent"), .name("percent"), .type(.text), .inputmode("numeric"),
                        .autocomplete("off"), .value(typed ?? "\(model.percent)"),
                        .aria(.describedby, problem == nil ? "percent-hint" : "percent-hint percent-error"),
                        .attribute("aria-invalid", problem == nil ? nil : "true"))
                    if let problem {
                        p(.class("field-error"), .id("percent-error")) {
                            words.icon("warning")
                            " "
                            words(problem.fields.first?.message ?? problem.detail)
                        }
                    }
                }
                div(.class("actions")) { button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.save) } }
            }
            if !model.facts.isEmpty {
                section(.aria(.labelledby, "decisions")) {
                    h2(.id("decisions")) { words(.extraTimeDecisions) }
                    ul {
                        ForEach(model.facts) { fact in
                            li {
                                strong { words(.percentMore(fact.percent)) }
                                ", " + words.moment(fact.setAt) + ", " + (fact.setBy ?? words(.commandLine))
                            }
                        }
                    }
                }
            }
        }
    }
}
