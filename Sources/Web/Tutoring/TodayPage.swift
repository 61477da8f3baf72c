import Accounts
import Campus
import CourseContent
import Essentials
import HTML
import Progress
import Tutoring

/// A tutor's day: who needs me, why, and what to do; each alert closes with what came of it.
struct TodayPage: Page {
    struct Model: Encodable, Sendable {
        /// The red ones first.
        let alerts: [Alert]
        /// How much waits for a mark.
        let waiting: Int
        let learners: Int

        struct Alert: Encodable, Sendable {
            let enrolment: String
            let level: AlertLevel
            let reasons: [AlertReason]
            let raisedAt: Instant
            let person: String
            let givenName: String
            let familyName: String
            let cohort: String
            let cohortTitle: String
            let course: String
            let courseTitle: String
            let courseLanguage: Language
            let percent: Int
            let lastEventAt: Instant?
        }

        init(_ reading: Campus.TodayReading) {
            waiting = reading.waiting
            learners = reading.learners
            alerts = reading.alerts.compactMap { found in
                guard let level = found.alert.level, let raisedAt = found.alert.raisedAt else { return nil }
                let state = found.learner.course.state
                return Alert(
                    enrolment: found.alert.context, level: level, reasons: found.alert.reasons, raisedAt: raisedAt,
                    person: found.alert.person.text, givenName: found.learner.givenName, familyName: found.learner.familyName,
                    cohort: found.cohort.key, cohortTitle: found.cohort.title, course: found.course.outline.key,
                    courseTitle: found.course.outline.title, courseLanguage: found.course.outline.language,
                    percent: state.percent, lastEventAt: state.lastEventAt)
            }
        }
    }

    let model: Model
    let now: Instant
    /// The enrolment whose form was refused, and why.
    var refused: (enrolment: String, note: String, problem: Problem)?
    var menu: MenuEntry? { .today }

    func heading(_ words: Words) -> String { words(.todayTitle) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                h1 { words(.todayTitle) }
                p(.class("lead")) { words(.alertCount(model.alerts.count, of: model.learners)) }
            }
            TodayTabs(current: .today, words: words)
            if model.waiting > 0 {
                p {
                    a(.class("row"), .href(Links.toMark)) {
                        span(.class("row-main")) { strong { words(.waitingCount(model.waiting)) } }
                        words.icon("next")
                    }
                }
            }
            if model.alerts.isEmpty {
                div(.class("empty")) {
                    words.icon("done")
                    p(.class("empty-title")) { words(.nobodyNeedsYou) }
                    p { words(.nobodyNeedsYouAdvice) }
                }
            }
            ForEach(model.alerts) { alert in AlertCard(alert: alert, page: self, words: words) }
            if !model.alerts.isEmpty { TableDownload(page: Links.today, words: words) }
        }
    }
}

private struct AlertCard: View {
    let alert: TodayPage.Model.Alert
    let page: TodayPage
    let words: Words

    private var id: String { "alert-\(alert.enrolment)" }

    var body: some Markup {
        section(.class("card"), .aria(.labelledby, id)) {
            p { AlertBadge(level: alert.level, words: words) }
            h2(.id(id)) { a(.href(Links.learner(alert.cohort, alert.person))) { "\(alert.givenName) \(alert.familyName)" } }
            p(.class("quiet")) {
                span(.lang(words.lang(of: alert.courseLanguage))) { alert.courseTitle }
                " · \(alert.cohortTitle) · " + words(.scorePercent(alert.percent)) + " · "
                words(.lastActivityWas(alert.lastEventAt.map { words.daysAgo($0, now: page.now) } ?? words(.never)))
            }
            ul { ForEach(alert.reasons) { reason in li { words(reason.phrase) } } }
            p {
                strong { words(alert.level.advice) }
                " " + words(.raisedSince(words.daysAgo(alert.raisedAt, now: page.now)))
            }
            details(.class("more"), .open(problem != nil)) {
                summary { words(.closeAlert) }
                form
            }
        }
    }

    private var problem: Problem? { page.refused?.enrolment == alert.enrolment ? page.refused?.problem : nil }

    private var form: some Markup {
        HTML.form(.class("form"), .method(.post), .action(Links.alerts(alert.cohort, alert.person)), .novalidate()) {
            input(.type(.hidden), .name("enrolment"), .value(alert.enrolment))
            div(.class("field")) {
                label(.for("outcome-" + id)) { words(.whatCameOfIt) }
                select(.class("input"), .id("outcome-" + id), .name("outcome")) {
                    ForEach(AlertOutcome.allCases) { outcome in option(.value(outcome.rawValue)) { words(outcome.phrase) } }
                }
            }
            div(.class("field"), .class("field-wrong", when: problem != nil)) {
                label(.for("note-" + id)) { words(.alertNote) }
                textarea(
                    .class("input"), .id("note-" + id), .name("note"), .rows(3), .maxlength(FollowUpFact.longestNote),
                    .attribute("aria-invalid", problem == nil ? nil : "true"),
                    .aria(.describedby, problem.map { _ in "error-" + id })
                ) { problem == nil ? "" : page.refused?.note ?? "" }
                if let problem {
                    p(.class("field-error"), .id("error-" + id)) {
                        words.icon("warning")
                        " "
                        words(problem.fields.first?.message ?? problem.detail)
                    }
                }
            }
            button(.class("button"), .data("busy", words(.oneMoment))) { words(.closeThisAlert) }
        }
    }
}
