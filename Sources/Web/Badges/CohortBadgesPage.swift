import Accounts
import Campus
import Essentials
import Gamification
import HTML

/// The badges that were given in a cohort, for who decides on it.
struct CohortBadgesPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        /// The newest first.
        let badges: [Given]

        struct Given: Encodable, Sendable {
            let id: String
            let badge: BadgeModel
            let person: String
            let name: String
            let awardedAt: Instant
            /// Left out for one that is good.
            let revokedAt: Instant?
            let reason: String?
        }

        init(_ cohort: Cohort, _ badges: [Campus.GivenBadge]) {
            self.cohort = cohort.key
            cohortTitle = cohort.title
            self.badges = badges.map { given in
                Given(
                    id: given.badge.id.text, badge: BadgeModel(given.badge.sketch), person: given.holder.id.text,
                    name: given.holder.name.full, awardedAt: given.badge.awardedAt, revokedAt: given.badge.revocation?.at,
                    reason: given.badge.revocation?.reason)
            }
        }
    }

    let model: Model
    /// The badge whose revocation was refused.
    var refused: String?
    var problem: Problem?
    var typed = ""
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { words(.badgesOfCohort) + " · " + model.cohortTitle }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cohortPeople(model.cohort))) {
                    words.icon("back")
                    " "
                    words(.peopleAndCourses)
                }
                h1 { words(.badgesOfCohort) }
                p(.class("lead")) { words(.badgesOfCohortLead) }
            }
            if model.badges.isEmpty { p(.class("quiet")) { words(.noBadgeGiven) } }
            ul(.class("rows")) { ForEach(model.badges) { row($0, words) } }
        }
    }

    private func row(_ given: Model.Given, _ words: Words) -> some Markup {
        li {
            div(.class("row")) {
                span(.class("row-main")) {
                    strong { given.name }
                    " · "
                    span(.lang(words.lang(of: given.badge.language))) { given.badge.title }
                    " "
                    span(.class("quiet small")) { words.moment(given.awardedAt) }
                }
                if given.revokedAt != nil { span(.class("badge badge-notice")) { words(.badgeRevoked) } }
            }
            if let reason = given.reason {
                p(.class("quiet small")) { reason }
            } else {
                details(.class("more"), .open(refused == given.id)) {
                    summary {
                        words(.revokeBadge)
                        span(.class("visually-hidden")) { " : \(given.badge.title), \(given.name)" }
                    }
                    form(.class("form"), .method(.post), .action(Links.badgeRevocation(model.cohort, given.id)), .novalidate()) {
                        TextField(
                            name: "reason", text: .revocationReason, value: refused == given.id ? typed : "",
                            id: "reason-\(given.id)", hint: .revocationReasonHint,
                            problem: refused == given.id ? problem : nil, words: words)
                        div(.class("actions")) {
                            button(.class("button button-danger"), .data("busy", words(.oneMoment))) { words(.revokeBadge) }
                        }
                    }
                }
            }
        }
    }
}
