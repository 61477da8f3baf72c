import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import HTML
import Progress
import Scheduling

/// What is to be done before a session: who has done it, what was missed most; for those who plan, what is chosen.
struct PreparationPage: Page {
    struct Model: Encodable, Sendable {
        let session: String
        let title: String
        let day: CalendarDay
        let cohort: String
        let mayPlan: Bool
        let before: [Line]
        /// The activity that the session is for: `course/activity`.
        let activity: String?
        /// What can be chosen, for those who plan.
        let courses: [Course]

        struct Line: Encodable, Sendable {
            let course: String
            let activity: String
            let title: String
            let language: Language
            let done: [Learner]
            let missing: [Learner]
            let questions: [Question]
        }

        struct Learner: Encodable, Sendable {
            let person: String
            let name: String
        }

        struct Question: Encodable, Sendable {
            let id: String
            let text: String
            /// Percentage of the points that first attempts reached.
            let facility: Int
        }

        struct Course: Encodable, Sendable {
            let key: String
            let title: String
            let language: Language
            let modules: [Module]
        }

        struct Module: Encodable, Sendable {
            let title: String
            let activities: [Choice]
        }

        struct Choice: Encodable, Sendable {
            /// `course/activity`
            let address: String
            let title: String
            let kind: ActivityKind
            let isChosen: Bool
        }

        init(_ reading: Campus.PreparationReading) {
            session = reading.session.id.text
            title = reading.session.plan.title
            day = reading.session.plan.start.day
            cohort = reading.cohort.key
            mayPlan = reading.mayPlan
            activity = reading.activity?.text
            before = reading.lines.map(Line.init)
            let chosen = Set(reading.lines.map { ActivityAddress(course: $0.course, activity: $0.activity.id).text })
            courses =
                reading.mayPlan
                ? reading.courses.map { course in
                    let outline = course.outline
                    return Course(
                        key: outline.key, title: outline.title, language: outline.language,
                        modules: outline.modules.map { module in
                            Module(
                                title: module.title,
                                activities: module.activities.filter { !$0.isPlanned }.map { activity in
                                    let address = ActivityAddress(course: outline.key, activity: activity.id).text
                                    return Choice(
                                        address: address, title: activity.title, kind: activity.kind,
                                        isChosen: chosen.contains(address))
                                })
                        }.filter { !$0.activities.isEmpty })
                } : []
        }
    }

    let model: Model
    var problem: Problem?
    var menu: MenuEntry? { .agenda }

    func heading(_ words: Words) -> String { words(.preparation) + " · " + model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.session(model.session))) {
                    words.icon("back")
                    " "
                    model.title
                }
                h1 { words(.preparation) }
                p(.class("lead")) { words.weekday(model.day, withYear: true) }
            }
            if model.before.isEmpty { p(.class("quiet")) { words(.nothingBefore) } }
            ForEach(model.before) { line($0, words) }
            if model.mayPlan { choices(words) }
        }
    }

    private func line(_ line: Model.Line, _ words: Words) -> some Markup {
        let id = "\(line.course)-\(line.activity)"
        return section(.class("card"), .aria(.labelledby, id)) {
            h2(.id(id), .lang(words.lang(of: line.language))) { line.title }
            p { strong { words(.doneBefore(line.done.count, of: line.done.count + line.missing.count)) } }
            if !line.missing.isEmpty {
                p { words.label(.notDoneBefore) }
                people(line.missing)
            }
            if !line.done.isEmpty {
                details(.class("more")) {
                    summary { words(.whoHasDone) }
                    people(line.done)
                }
            }
            if !line.questions.isEmpty {
                h3 { words(.missedMost) }
                ol {
                    ForEach(line.questions) { question in
                        li {
                            span(.lang(words.lang(of: line.language))) { question.text }
                            " "
                            span(.class("badge")) { words(.reachedShare(question.facility)) }
                        }
                    }
                }
                p(.class("small")) {
                    a(.href(Links.activityReview(model.cohort, line.course, line.activity))) { words(.allTheQuestions) }
                }
            }
        }
    }

    private func people(_ learners: [Model.Learner]) -> some Markup {
        ul {
            ForEach(learners) { learner in
                li { a(.href(Links.learner(model.cohort, learner.person))) { learner.name } }
            }
        }
    }

    private func choices(_ words: Words) -> some Markup {
        form(.class("form card"), .method(.post), .action(Links.preparation(model.session)), .novalidate()) {
            h2 { words(.choosePreparation) }
            if let problem {
                div(.class("notice notice-danger"), .role(.alert)) {
                    words.icon("warning")
                    div { p { words(problem.fields.first?.message ?? problem.detail) } }
                }
            }
            ForEach(model.courses) { course in
                fieldset(.class("field")) {
                    legend(.lang(words.lang(of: course.language))) { course.title }
                    ForEach(course.modules) { module in
                        details(.class("more"), .open(module.activities.contains(where: \.isChosen))) {
                            summary(.lang(words.lang(of: course.language))) { module.title }
                            ForEach(module.activities) { choice in
                                label(.class("choice")) {
                                    input(
                                        .type(.checkbox), .name("before"), .value(choice.address), .checked(choice.isChosen))
                                    span(.lang(words.lang(of: course.language))) { choice.title }
                                }
                            }
                        }
                    }
                }
            }
            fieldset(.class("field")) {
                legend { words(.sessionIsFor) }
                p(.class("field-hint")) { words(.sessionIsForHint) }
                label(.class("choice")) {
                    input(.type(.radio), .name("for"), .value(""), .checked(model.activity == nil))
                    span { words(.sessionIsForNothing) }
                }
                ForEach(sessions) { choice in
                    label(.class("choice")) {
                        input(
                            .type(.radio), .name("for"), .value(choice.address), .checked(choice.address == model.activity))
                        span { choice.title }
                    }
                }
            }
            div(.class("actions")) {
                button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.keepPreparation) }
            }
        }
    }

    private var sessions: [Model.Choice] {
        model.courses.flatMap(\.modules).flatMap(\.activities).filter { $0.kind == .session }
    }
}

extension PreparationPage.Model.Line {
    init(_ line: Campus.PreparationReading.Line) {
        self.init(
            course: line.course, activity: line.activity.id, title: line.activity.title, language: line.activity.language,
            done: line.done.map { PreparationPage.Model.Learner($0) },
            missing: line.missing.map { PreparationPage.Model.Learner($0) },
            questions: line.questions.map { question in
                PreparationPage.Model.Question(
                    id: question.question,
                    text: line.texts[question.question].map(ActivityReviewPage.Model.plain) ?? question.question,
                    facility: Int((question.facility * 100).rounded()))
            })
    }
}

extension PreparationPage.Model.Learner {
    init(_ learner: ActivityLearner) {
        self.init(person: learner.person.text, name: "\(learner.givenName) \(learner.familyName)")
    }
}
