import Accounts
import Campus
import Essentials
import HTML

/// The learners of the cohorts in which one decides on extra time, with what holds for each.
struct ExtraTimesPage: Page {
    struct Model: Encodable, Sendable {
        let cohorts: [Cohort]

        struct Cohort: Encodable, Sendable {
            let key: String
            let title: String
            let learners: [Learner]
        }

        struct Learner: Encodable, Sendable {
            let id: String
            let givenName: String
            let familyName: String
            /// Percent; 0 when nothing was decided.
            let percent: Int
        }

        init(_ times: [Campus.CohortTimes]) {
            cohorts = times.map { times in
                Cohort(
                    key: times.cohort.key, title: times.cohort.title,
                    learners: times.learners.map { person, percent in
                        Learner(
                            id: person.id.text, givenName: person.name.given, familyName: person.name.family, percent: percent)
                    })
            }
        }
    }

    let model: Model
    var menu: MenuEntry? { .extraTime }

    func heading(_ words: Words) -> String { words(.extraTime) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                h1 { words(.extraTime) }
                p(.class("lead")) { words(.extraTimeLead) }
            }
            ForEach(model.cohorts) { cohort in
                section(.class("stack"), .aria(.labelledby, "cohort-\(cohort.key)")) {
                    h2(.id("cohort-\(cohort.key)")) { cohort.title }
                    if cohort.learners.isEmpty { p(.class("quiet")) { words(.learnerCount(0)) } }
                    ul(.class("rows")) {
                        ForEach(cohort.learners) { learner in
                            li {
                                a(.class("row"), .href(Links.extraTime(cohort.key, learner.id))) {
                                    span(.class("row-main")) { learner.givenName + " " + learner.familyName }
                                    if learner.percent > 0 { span(.class("badge")) { words(.percentMore(learner.percent)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
