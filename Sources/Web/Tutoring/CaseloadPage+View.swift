import Campus
import Essentials
import HTML
import Progress
import Tutoring

/// My learners: a table on a desk, cards on a phone.
struct CaseloadPage: Page {
    let model: CaseloadModel
    let query: CaseloadQuery
    let now: Instant
    /// What was typed for a view and refused.
    var typed: String?
    var problem: Problem?
    var menu: MenuEntry? { .today }

    func heading(_ words: Words) -> String { words(.myLearners) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page page-wide"), .tabindex(-1)) {
            header(.class("page-head")) { h1 { words(.myLearners) } }
            TodayTabs(current: .caseload, words: words)
            if !model.views.isEmpty { views(words) }
            filters(words)
            p(.role(.status)) { words(.learnersFound(model.total)) }
            if model.rows.isEmpty {
                div(.class("empty")) {
                    words.icon("team")
                    p(.class("empty-title")) { words(.nobodyFits) }
                    p { a(.class("button"), .href(Links.caseload)) { words(.showEverybody) } }
                }
            } else {
                table(words)
            }
            if let next = model.next {
                nav(.class("pager"), .aria(.label, words(.pages))) {
                    a(.class("button"), .rel("next"), .href(next)) { words(.followingPage) }
                }
            }
            if !model.summaries.isEmpty { plan(words) }
            if model.total > 0 {
                p { a(.class("button button-quiet"), .href(Links.messageEach(query.text))) { words(.messageEach) } }
            }
            TableDownload(page: Links.caseload(query.text), words: words)
            keeping(words)
        }
    }

    private func plan(_ words: Words) -> some Markup {
        section(.aria(.labelledby, "plan-title")) {
            BarPlot(
                id: "plan", title: words(.planPlot), columns: [words(.cohort), words(.doneColumn), words(.plannedColumn)],
                bars: model.summaries.map { summary in
                    BarPlot.Bar(
                        label: summary.cohort, value: summary.done, words: words(.scorePercent(summary.done)),
                        target: (summary.planned, words(.scorePercent(summary.planned))))
                }, tableTitle: words(.asTable))
        }
    }

    private func views(_ words: Words) -> some Markup {
        nav(.aria(.label, words(.myViews))) {
            ul(.class("facts")) {
                ForEach(model.views) { view in
                    li { a(.class("back"), .href(view.address)) { view.name } }
                }
            }
        }
    }

    private func filters(_ words: Words) -> some Markup {
        form(.class("filters"), .method(.get), .action(Links.caseload), .role(.search), .aria(.label, words(.findLearners))) {
            div(.class("field")) {
                label(.for("q")) { words(.name) }
                input(.class("input"), .id("q"), .name("q"), .type(.search), .autocomplete("off"), .value(query.search))
            }
            choice("cohort", .cohort, model.cohorts.map { ($0.key, $0.title) }, query.cohort, words)
            choice("course", .course, model.courses.map { ($0.key, $0.title) }, query.course, words)
            choice(
                "status", .status, EnrolmentStatus.allCases.map { ($0.rawValue, words($0.phrase)) }, query.status?.rawValue,
                words)
            choice(
                "alert", .alert, CaseloadQuery.AlertFilter.allCases.map { ($0.rawValue, words($0.phrase)) },
                query.alert?.rawValue, words)
            div(.class("field")) {
                label(.for("order")) { words(.orderBy) }
                select(.class("input"), .id("order"), .name("order")) {
                    ForEach(CaseloadQuery.Order.allCases) { order in
                        option(.value(order.rawValue), .selected(order == query.order)) { words(order.phrase) }
                    }
                }
            }
            label(.class("choice")) {
                input(.type(.checkbox), .name("late"), .value("true"), .checked(query.isLate))
                span { words(.onlyLate) }
            }
            button(.class("button button-main")) { words(.show) }
        }
    }

    private func choice(
        _ name: String, _ title: Phrase, _ choices: [(key: String, title: String)], _ chosen: String?, _ words: Words
    ) -> some Markup {
        div(.class("field")) {
            label(.for(name)) { words(title) }
            select(.class("input"), .id(name), .name(name)) {
                option(.value(""), .selected(chosen == nil)) { words(.allOfThem) }
                ForEach(choices) { choice in
                    option(.value(choice.key), .selected(choice.key == chosen)) { choice.title }
                }
            }
        }
    }

    private func table(_ words: Words) -> some Markup {
        div(.class("data-scroll"), .role(.region), .tabindex(0), .aria(.labelledby, "caseload")) {
            HTML.table(.class("data")) {
                caption(.id("caseload"), .class("visually-hidden")) { words(.myLearners) }
                thead {
                    tr {
                        th(.scope(.column)) { words(.name) }
                        th(.scope(.column)) { words(.progressLabel) }
                        th(.scope(.column)) { words(.paceLabel) }
                        th(.scope(.column)) { words(.lastActivity) }
                        th(.scope(.column)) { words(.toMarkShort) }
                        th(.scope(.column)) { words(.unanswered) }
                        th(.scope(.column)) { words(.alert) }
                    }
                }
                tbody { ForEach(model.rows) { CaseloadRowView(row: $0, now: now, words: words) } }
            }
        }
    }

    @MarkupBuilder private func keeping(_ words: Words) -> some Markup {
        details(.class("more"), .open(problem != nil)) {
            summary { words(.keepThisView) }
            form(.class("form"), .method(.post), .action(Links.caseloadViews), .novalidate()) {
                input(.type(.hidden), .name("query"), .value(query.text))
                div(.class("field"), .class("field-wrong", when: problem != nil)) {
                    label(.for("name")) { words(.viewName) }
                    input(
                        .class("input"), .id("name"), .name("name"), .type(.text), .autocomplete("off"), .maxlength(60),
                        .value(typed), .attribute("aria-invalid", problem == nil ? nil : "true"),
                        .aria(.describedby, problem.map { _ in "name-error" }))
                    if let problem {
                        p(.class("field-error"), .id("name-error")) {
                            words.icon("warning")
                            " "
                            words(problem.fields.first?.message ?? problem.detail)
                        }
                    }
                }
                button(.class("button"), .data("busy", words(.oneMoment))) { words(.keepView) }
            }
            ForEach(model.views) { view in
                form(.class("row"), .method(.post), .action(Links.caseloadViewRemoved)) {
                    input(.type(.hidden), .name("name"), .value(view.name))
                    span(.class("row-main")) { view.name }
                    button(.class("button button-quiet")) {
                        words(.removeSentence)
                        span(.class("visually-hidden")) { " « \(view.name) »" }
                    }
                }
            }
        }
    }
}

private struct CaseloadRowView: View {
    let row: CaseloadModel.Row
    let now: Instant
    let words: Words

    var body: some Markup {
        tr {
            // The titles of cohorts and courses are long, and hardly differ from row to row: under the name, and not in columns.
            th(.scope(.row)) {
                a(.href(Links.learner(row.cohort, row.person))) { "\(row.familyName) \(row.givenName)" }
                p(.class("quiet small")) {
                    span(.lang(words.lang(of: row.courseLanguage))) { row.courseTitle }
                    " · " + row.cohortTitle
                }
            }
            td(.data("label", words(.progressLabel))) {
                div(.class("progress progress-small")) {
                    progress(.value(row.percent), .max(100), .aria(.label, words(.progressLabel))) { "\(row.percent) %" }
                    p(.class("progress-words")) { "\(row.percent) %" }
                }
            }
            td(.data("label", words(.paceLabel))) { pace }
            td(.data("label", words(.lastActivity))) { row.lastEventAt.map { words.daysAgo($0, now: now) } ?? words(.never) }
            td(.class("numbers"), .data("label", words(.toMarkShort))) { row.waiting == 0 ? "–" : "\(row.waiting)" }
            td(.data("label", words(.unanswered))) {
                if let since = row.unanswered {
                    a(.href(Links.conversation(row.cohort, .tutoring, row.person))) { words.daysAgo(since, now: now) }
                } else {
                    "–"
                }
            }
            td(.data("label", words(.alert))) {
                if let level = row.alert {
                    AlertBadge(level: level, words: words)
                    " "
                    span(.class("small")) { row.reasons.map { words($0.phrase) }.joined(separator: ", ") }
                } else {
                    "–"
                }
            }
        }
    }

    private var pace: String {
        if row.minutesLate > 0 { return words(.late(words(.duration(minutes: row.minutesLate)))) }
        return row.pace.map { words($0.phrase) } ?? words(row.status.phrase)
    }
}

/// The level of an alert, as a word and a shape.
struct AlertBadge: View {
    let level: AlertLevel
    let words: Words

    var body: some Markup {
        span(.class(level == .red ? "badge badge-danger" : "badge badge-notice")) {
            words.icon(level == .red ? "warning" : "info")
            words(level.phrase)
        }
    }
}

/// The two pages of a tutor's day.
struct TodayTabs: View {
    enum Tab { case today, caseload }

    let current: Tab
    let words: Words

    var body: some Markup {
        nav(.class("tabs-frame"), .aria(.label, words(.followUp))) {
            ul(.class("tabs")) {
                li { a(.href(Links.today), .aria(.current, current == .today ? "page" : nil)) { words(.todayTitle) } }
                li { a(.href(Links.caseload), .aria(.current, current == .caseload ? "page" : nil)) { words(.myLearners) } }
            }
        }
    }
}
