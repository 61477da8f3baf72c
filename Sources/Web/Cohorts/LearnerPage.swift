import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import HTML
import Progress
import Tutoring

/// One learner of a cohort: what was done, and how.
struct LearnerPage: Page {
    let model: Model
    let now: Instant
    /// Whether who asks decides on pauses and on more time.
    var mayAdaptPace = false
    /// A note that was typed and refused.
    var typed: String?
    var problem: Problem?
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { "\(model.givenName) \(model.familyName)" }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page page-wide"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cohort(model.cohort))) {
                    words.icon("back")
                    " "
                    model.cohortTitle
                }
                h1 { heading(words) }
            }
            p {
                a(.class("button"), .href(Links.conversation(model.cohort, .tutoring, model.person))) {
                    words.icon("messages")
                    " "
                    words(.writeToLearner)
                }
            }
            p { a(.href(Links.contacts(model.cohort, model.person))) { words(.allContacts) } }
            if mayAdaptPace {
                p { a(.href(Links.pace(model.cohort, model.person))) { words(.pauseOrMoreTime) } }
            }
            if let percent = model.extraTime {
                p {
                    words.label(.extraTime)
                    strong { words(.percentMore(percent)) }
                    " · "
                    a(.href(Links.extraTime(model.cohort, model.person))) { words(.change) }
                }
            }
            if !model.waiting.isEmpty {
                section(.aria(.labelledby, "to-mark")) {
                    h2(.id("to-mark")) { words(.toMark) }
                    ul(.class("rows")) {
                        ForEach(model.waiting) { waiting in
                            li {
                                a(.class("row"), .href(Links.marking(model.cohort, waiting.attempt))) {
                                    span(.class("row-main")) {
                                        strong(.lang(words.lang(of: waiting.language))) { waiting.title }
                                        " "
                                        span(.class("quiet")) { words.moment(waiting.sentAt) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            ForEach(model.courses) {
                LearnerCourseView(course: $0, cohort: model.cohort, person: model.person, now: now, words: words)
                if !$0.activities.isEmpty {
                    TableDownload(page: Links.learner(model.cohort, model.person), table: $0.key, words: words)
                }
            }
            LearnerNotes(page: self, words: words)
        }
    }
}
