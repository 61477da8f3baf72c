import Accounts
import Campus
import Essentials
import HTML

/// The cohorts that a person follows.
struct CohortsPage: Page {
    struct Model: Encodable, Sendable {
        struct Cohort: Encodable, Sendable {
            let key: String
            let title: String
            let startsOn: CalendarDay?
            let endsOn: CalendarDay?
            let learners: Int
        }

        let cohorts: [Cohort]
        /// Whether who asks makes new ones.
        let mayMake: Bool

        init(_ followed: [Campus.FollowedCohort], mayMake: Bool) {
            self.mayMake = mayMake
            cohorts = followed.map { followed in
                Cohort(
                    key: followed.cohort.key, title: followed.cohort.title, startsOn: followed.cohort.startsOn,
                    endsOn: followed.cohort.endsOn, learners: followed.learners)
            }
        }
    }

    let model: Model
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { words(.myCohorts) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) { h1 { words(.myCohorts) } }
            if model.cohorts.isEmpty {
                div(.class("empty")) {
                    words.icon("team")
                    p(.class("empty-title")) { words(.noCohort) }
                    p { words(.noCohortAdvice) }
                }
            }
            if model.mayMake { p(.class("actions")) { a(.class("button"), .href(Links.newCohort)) { words(.newCohort) } } }
            ul(.class("rows")) {
                ForEach(model.cohorts) { cohort in
                    li {
                        a(.class("row"), .href(Links.cohort(cohort.key))) {
                            span(.class("row-main")) {
                                strong { cohort.title }
                                if let dates = words.period(from: cohort.startsOn, to: cohort.endsOn) {
                                    " "
                                    span(.class("quiet")) { dates }
                                }
                            }
                            span(.class("badge")) { words(.learnerCount(cohort.learners)) }
                        }
                    }
                }
            }
        }
    }
}
