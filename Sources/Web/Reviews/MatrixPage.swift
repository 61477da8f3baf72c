import Accounts
import Campus
import CourseContent
import Essentials
import HTML
import Progress

/// A cohort as a matrix: its learners, and the activities of one module of a course.
struct MatrixPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let course: String
        let courseTitle: String
        let language: Language
        let module: String
        /// Those that have something written.
        let modules: [Module]
        let activities: [Activity]
        let rows: [Row]
        /// The address of the next page of the list.
        let next: String?

        struct Module: Encodable, Sendable {
            let id: String
            let title: String
        }

        struct Activity: Encodable, Sendable {
            let id: String
            let title: String
            let language: Language
        }

        struct Row: Encodable, Sendable {
            let person: String
            let givenName: String
            let familyName: String
            /// In the order of the activities.
            let cells: [Cell]
        }

        struct Cell: Encodable, Sendable {
            let state: State
            let score: Int?
        }

        /// From the best to nothing at all.
        enum State: String, Encodable, Sendable, CaseIterable {
            case done, waiting, failed, begun, none
        }

        init(_ reading: Campus.MatrixReading) {
            cohort = reading.cohort.key
            cohortTitle = reading.cohort.title
            course = reading.course.outline.key
            courseTitle = reading.course.outline.title
            language = reading.course.outline.language
            module = reading.module.id
            modules = reading.course.outline.modules.filter { $0.activities.contains { !$0.isPlanned } }
                .map { Module(id: $0.id, title: $0.title) }
            activities = reading.activities.map { Activity(id: $0.id, title: $0.title, language: $0.language) }
            rows = reading.rows.map { row in
                Row(
                    person: row.learner.course.enrolment.person.text, givenName: row.learner.givenName,
                    familyName: row.learner.familyName,
                    cells: reading.activities.map { activity in
                        let state = row.states[activity.id]
                        let hasFailed = (state?.attempts ?? 0) > 0 && activity.completion.passScore != nil
                        return Cell(
                            state: row.waiting.contains(activity.id)
                                ? .waiting
                                : state.map { $0.isCompleted ? .done : hasFailed ? .failed : .begun } ?? .none,
                            score: state?.bestScore)
                    })
            }
            let link = Links.matrix(reading.cohort.key, reading.course.outline.key)
            let module = Links.encoded(reading.module.id)
            next = reading.next.map { "\(link)?module=\(module)&after=\($0.enrolment)&name=\(Links.encoded($0.sortKey))" }
        }
    }

    let model: Model
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { words(.matrixTitle) + " · " + model.cohortTitle }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page page-wide"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cohort(model.cohort))) {
                    words.icon("back")
                    " "
                    model.cohortTitle
                }
                h1 { words(.matrixTitle) }
                p(.class("lead"), .lang(words.lang(of: model.language))) { model.courseTitle }
            }
            form(.class("filters"), .method(.get), .action(Links.matrix(model.cohort, model.course))) {
                div(.class("field")) {
                    label(.for("module")) { words(.module) }
                    select(.class("input"), .id("module"), .name("module"), .lang(words.lang(of: model.language))) {
                        ForEach(model.modules) { module in
                            option(.value(module.id), .selected(module.id == model.module)) { module.title }
                        }
                    }
                }
                button(.class("button")) { words(.show) }
            }
            ul(.class("facts matrix-legend")) {
                ForEach(Model.State.allCases) { state in
                    li {
                        MatrixMark(state: state, words: words)
                        words(state.phrase)
                    }
                }
            }
            if model.rows.isEmpty {
                div(.class("empty")) {
                    words.icon("team")
                    p(.class("empty-title")) { words(.noLearner) }
                }
            } else {
                matrix(words)
            }
            if !model.rows.isEmpty { activities(words) }
            if let next = model.next {
                nav(.class("pager"), .aria(.label, words(.pages))) {
                    a(.class("button"), .rel("next"), .href(next)) { words(.followingPage) }
                }
            }
            if !model.rows.isEmpty {
                TableDownload(
                    page: Links.matrix(model.cohort, model.course) + "?module=" + Links.encoded(model.module), words: words)
            }
        }
    }

    /// On a phone a learner's row is a list, and the head of the table is not seen: the way to each activity stands here too.
    private func activities(_ words: Words) -> some Markup {
        details(.class("more")) {
            summary { words(.oneActivity) }
            ul {
                ForEach(model.activities) { activity in
                    li {
                        a(
                            .href(Links.activityReview(model.cohort, model.course, activity.id)),
                            .lang(words.lang(of: activity.language))
                        ) { activity.title }
                    }
                }
            }
        }
    }

    private func matrix(_ words: Words) -> some Markup {
        div(.class("data-scroll data-sticky"), .role(.region), .tabindex(0), .aria(.labelledby, "matrix")) {
            table(.class("data matrix")) {
                caption(.id("matrix"), .class("visually-hidden")) { words(.matrixTitle) }
                thead {
                    tr {
                        th(.scope(.column)) { words(.name) }
                        ForEach(model.activities) { activity in
                            th(.scope(.column), .lang(words.lang(of: activity.language))) {
                                a(.href(Links.activityReview(model.cohort, model.course, activity.id))) { activity.title }
                            }
                        }
                    }
                }
                tbody {
                    ForEach(model.rows) { row in
                        tr {
                            th(.scope(.row)) {
                                a(.href(Links.learner(model.cohort, row.person))) { "\(row.familyName) \(row.givenName)" }
                            }
                            ForEach(Array(zip(model.activities, row.cells))) { activity, cell in
                                td(.class("matrix-\(cell.state.rawValue)"), .data("label", activity.title)) {
                                    MatrixMark(state: cell.state, words: words)
                                    span(.class("visually-hidden")) { words(cell.state.phrase) + " " }
                                    if let score = cell.score { words(.scorePercent(score)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The shape of a state: each has its own, whatever the colour.
private struct MatrixMark: View {
    let state: MatrixPage.Model.State
    let words: Words

    var body: some Markup {
        switch state {
        case .done: words.icon("done")
        case .waiting: words.icon("clock")
        case .failed: words.icon("wrong")
        case .begun: words.icon("here")
        case .none: span(.aria(.hidden, true)) { "–" }
        }
        " "
    }
}

extension MatrixPage.Model.State {
    var phrase: Phrase {
        switch self {
        case .done: Phrase(fr: "fait", en: "done")
        case .waiting: Phrase(fr: "à corriger", en: "to mark")
        case .failed: Phrase(fr: "essayé, pas réussi", en: "tried, not passed")
        case .begun: Phrase(fr: "commencé", en: "begun")
        case .none: Phrase(fr: "pas commencé", en: "not begun")
        }
    }
}
