import Accounts
import Campus
import CourseContent
import Essentials
import HTML
import Progress

/// The learners of a cohort with their progress: a table on a desk, cards on a phone.
struct CohortPage: Page {
    struct Model: Encodable, Sendable {
        let key: String
        let title: String
        let startsOn: CalendarDay?
        let endsOn: CalendarDay?
        let learners: [Row]
        /// Those who left the course: after all the others.
        let departed: [Row]
        /// The address of the next page of the list.
        let next: String?

        struct Row: Encodable, Sendable {
            let person: String
            let givenName: String
            let familyName: String
            let course: String
            let courseTitle: String
            let courseLanguage: Language
            let status: EnrolmentStatus
            let percent: Int
            let activitiesDone: Int
            let activitiesTotal: Int
            /// Connected, in seconds.
            let seconds: Int
            let lastEventAt: Instant?
        }

        init(_ reading: Campus.CohortReading) {
            key = reading.cohort.key
            title = reading.cohort.title
            startsOn = reading.cohort.startsOn
            endsOn = reading.cohort.endsOn
            let rows = reading.learners.map { learner in
                let outline = reading.courses[learner.course.enrolment.course]?.outline
                let state = learner.course.state
                return Row(
                    person: learner.course.enrolment.person.text, givenName: learner.givenName, familyName: learner.familyName,
                    course: outline?.key ?? "", courseTitle: outline?.title ?? "", courseLanguage: outline?.language ?? .french,
                    status: learner.course.enrolment.status, percent: state.percent, activitiesDone: state.activitiesDone,
                    activitiesTotal: state.activitiesTotal, seconds: state.seconds, lastEventAt: state.lastEventAt)
            }
            learners = rows.filter { $0.status != .left }
            departed = rows.filter { $0.status == .left }
            next = reading.next.map { position in
                "\(Links.cohort(reading.cohort.key))?after=\(position.enrolment)&name=\(Links.encoded(position.sortKey))"
                    + (position.hasLeft ? "&left=true" : "")
            }
        }
    }

    let model: Model
    let now: Instant
    /// Whether who asks decides who is in it.
    var mayManage = false
    var menu: MenuEntry? { .cohorts }

    /// A row of the one course that the whole list is about: it is named above, not in each line.
    private var onlyCourse: Model.Row? {
        let rows = model.learners + model.departed
        return Set(rows.map(\.course)).count == 1 ? rows.first : nil
    }

    /// One row for each course of the list.
    private var courses: [Model.Row] {
        var seen: Set<String> = []
        return (model.learners + model.departed).filter { seen.insert($0.course).inserted }
    }

    func heading(_ words: Words) -> String { model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page page-wide"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cohorts)) {
                    words.icon("back")
                    " "
                    words(.myCohorts)
                }
                h1 { model.title }
                if let dates = words.period(from: model.startsOn, to: model.endsOn) { p(.class("quiet")) { dates } }
                if let row = onlyCourse { p(.lang(words.lang(of: row.courseLanguage))) { row.courseTitle } }
            }
            ul(.class("facts")) {
                ForEach(courses) { row in
                    li {
                        a(.class("back"), .href(Links.matrix(model.key, row.course))) {
                            words(.matrixTitle)
                            if onlyCourse == nil { span(.lang(words.lang(of: row.courseLanguage))) { " · " + row.courseTitle } }
                        }
                    }
                }
                li { a(.class("back"), .href(Links.caseload("cohort=\(Links.encoded(model.key))"))) { words(.myLearners) } }
                if mayManage {
                    li { a(.class("back"), .href(Links.cohortPeople(model.key))) { words(.peopleAndCourses) } }
                }
                li { a(.class("back"), .href(Links.cards(model.key))) { words(.helpSignIn) } }
                li { a(.class("back"), .href(Links.alertRules(model.key))) { words(.alertRules) } }
                li { a(.class("back"), .href(Links.mentoringRules(model.key))) { words(.mentoringRules) } }
            }
            if model.learners.isEmpty, model.departed.isEmpty {
                div(.class("empty")) {
                    words.icon("team")
                    p(.class("empty-title")) { words(.noLearner) }
                }
            }
            if !model.learners.isEmpty { table("learners", .learnersOfCohort, model.learners, words) }
            if !model.departed.isEmpty { table("departed", .departedOfCohort, model.departed, showsStatus: false, words) }
            if let next = model.next {
                nav(.class("pager"), .aria(.label, words(.pages))) {
                    a(.class("button"), .rel("next"), .href(next)) { words(.followingPage) }
                }
            }
            if !model.learners.isEmpty || !model.departed.isEmpty {
                TableDownload(page: Links.cohort(model.key), words: words)
            }
        }
    }

    @MarkupBuilder private func table(
        _ id: String, _ caption: Phrase, _ rows: [Model.Row], showsStatus: Bool = true, _ words: Words
    ) -> some Markup {
        div(.class("data-scroll"), .role(.region), .tabindex(0), .aria(.labelledby, id)) {
            HTML.table(.class("data")) {
                HTML.caption(.id(id)) { words(caption) }
                thead {
                    tr {
                        th(.scope(.column)) { words(.name) }
                        if onlyCourse == nil { th(.scope(.column)) { words(.course) } }
                        th(.scope(.column)) { words(.progressLabel) }
                        th(.scope(.column)) { words(.activitiesDone) }
                        th(.scope(.column)) { words(.timeSpent) }
                        th(.scope(.column)) { words(.lastActivity) }
                        if showsStatus { th(.scope(.column)) { words(.status) } }
                    }
                }
                tbody {
                    ForEach(rows) {
                        LearnerRow(
                            row: $0, cohort: model.key, now: now, namesCourse: onlyCourse == nil, showsStatus: showsStatus,
                            words: words)
                    }
                }
            }
        }
    }
}

private struct LearnerRow: View {
    let row: CohortPage.Model.Row
    let cohort: String
    let now: Instant
    let namesCourse: Bool
    let showsStatus: Bool
    let words: Words

    var body: some Markup {
        tr {
            th(.scope(.row)) { a(.href(Links.learner(cohort, row.person))) { "\(row.familyName) \(row.givenName)" } }
            if namesCourse {
                td(.data("label", words(.course))) { span(.lang(words.lang(of: row.courseLanguage))) { row.courseTitle } }
            }
            td(.data("label", words(.progressLabel))) {
                div(.class("progress progress-small")) {
                    progress(.value(row.percent), .max(100), .aria(.label, words(.progressLabel))) { "\(row.percent) %" }
                    p(.class("progress-words")) { "\(row.percent) %" }
                }
            }
            td(.class("numbers"), .data("label", words(.activitiesDone))) { "\(row.activitiesDone)/\(row.activitiesTotal)" }
            td(.class("numbers"), .data("label", words(.timeSpent))) { words(.duration(minutes: row.seconds / 60)) }
            td(.data("label", words(.lastActivity))) { row.lastEventAt.map { words.daysAgo($0, now: now) } ?? words(.never) }
            if showsStatus { td(.data("label", words(.status))) { span(.class("badge")) { words(row.status.phrase) } } }
        }
    }
}

extension EnrolmentStatus {
    var phrase: Phrase {
        switch self {
        case .active: .statusActive
        case .paused: .statusPaused
        case .completed: .statusCompleted
        case .left: .statusLeft
        }
    }
}
