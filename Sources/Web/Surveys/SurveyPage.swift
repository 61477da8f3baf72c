import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import HTML
import Progress

/// A survey: what becomes of the answers, the questions, and that it was sent.
struct SurveyPage: Page {
    struct Model: Encodable, Sendable {
        let course: String
        let courseTitle: String
        let courseLanguage: Language
        let id: String
        let kind: ActivityKind
        let title: String
        let summary: String?
        let language: Language
        let minutes: Int
        let place: ActivityPlace
        let isOptional: Bool
        let isPreview: Bool
        let isAnonymous: Bool
        /// Whether this learner answered; what was answered is told to nobody by this page.
        let isSent: Bool
        let html: String
        let questions: [Question]
        /// Cohorts whose answers the viewer may read.
        let results: [Results]
        let next: LessonModel.Neighbour?

        struct Question: Encodable, Sendable {
            enum Kind: String, Encodable, Sendable {
                case choice, scale, text
            }

            let id: String
            let type: Kind
            let text: String
            let isMultiple: Bool
            /// What may be taken; of a scale, its steps.
            let choices: [AnswerOption]

            init(_ question: SurveyQuestion) {
                id = question.id
                text = question.text
                switch question.body {
                case .choice(let options, let isMultiple):
                    (type, choices, self.isMultiple) = (.choice, options, isMultiple)
                case .scale(let labels):
                    type = .scale
                    choices = labels.enumerated().map { AnswerOption(id: "\($0.offset + 1)", text: $0.element) }
                    isMultiple = false
                case .text: (type, choices, isMultiple) = (.text, [], false)
                }
            }
        }

        struct Results: Encodable, Sendable {
            let cohort: String
            let title: String
        }

        init(_ survey: SurveyContent, _ reading: Campus.ActivityReading, cohorts: [Cohort] = []) {
            let activity = reading.activity
            course = reading.course.outline.key
            courseTitle = reading.course.outline.title
            courseLanguage = reading.course.outline.language
            id = activity.id
            kind = activity.kind
            title = activity.title
            summary = activity.summary
            language = activity.language
            minutes = activity.minutes
            place = activity.place
            isOptional = activity.isOptional
            isPreview = reading.learner == nil
            isAnonymous = survey.isAnonymous
            isSent = reading.learner?.state?.submittedAt != nil
            html = survey.html
            questions = survey.questions.map(Question.init)
            results = cohorts.map { Results(cohort: $0.key, title: $0.title) }
            next = LessonModel.Neighbour(reading.course.following(activity.id))
        }
    }

    let model: Model
    /// What was sent and refused.
    var sent: [String: [String]] = [:]
    var problem: Problem?
    var menu: MenuEntry? { .courses }

    func heading(_ words: Words) -> String { model.title }

    func content(_ words: Words) -> some Markup {
        let lang = words.lang(of: model.language)
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            ActivityHeader(
                course: model.course, activity: model.id, courseTitle: model.courseTitle,
                courseLanguage: model.courseLanguage, title: model.title,
                summary: model.summary, language: model.language,
                facts: ActivityFacts(
                    kind: .survey, minutes: model.minutes, place: model.place, isOptional: model.isOptional,
                    isEvaluation: false, words: words))
            if !model.html.isEmpty { article(.class("lesson"), .lang(lang)) { SafeHTML(model.html) } }
            if model.isSent {
                div(.class("notice notice-right"), .role(.status)) {
                    words.icon("done")
                    div {
                        p { words(.surveySent) }
                        p { words(model.isAnonymous ? .surveySentAnonymous : .surveySentNamed) }
                    }
                }
            } else {
                answering(words, lang)
            }
            staff(words)
            nav(.class("after"), .aria(.label, words(.afterThis))) {
                NextRow(course: model.course, next: model.next, words: words)
            }
        }
    }

    @MarkupBuilder private func answering(_ words: Words, _ lang: String?) -> some Markup {
        div(.class("notice notice-info")) {
            words.icon("info")
            div {
                p { strong { words(model.isAnonymous ? .surveyAnonymous : .surveyNamed) } }
                p { words(model.isAnonymous ? .surveyAnonymousHow : .surveyNamedHow) }
                p { words(.surveyOnce) }
            }
        }
        if let problem {
            div(.class("notice notice-danger"), .role(.alert)) {
                words.icon("warning")
                div { p { words(problem.fields.first?.message ?? problem.detail) } }
            }
        }
        form(.class("quiz"), .method(.post), .action(Links.survey(model.course, model.id))) {
            ForEach(model.questions) { question in
                SurveyQuestionView(question: question, sent: sent[question.id] ?? [], lang: lang, words: words)
            }
            if model.isPreview {
                p(.class("quiet")) { words(.previewNotice) }
            } else {
                div(.class("actions")) {
                    button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.sendSurvey) }
                }
            }
        }
    }

    @MarkupBuilder private func staff(_ words: Words) -> some Markup {
        if !model.results.isEmpty {
            section(.class("card"), .aria(.labelledby, "results")) {
                h2(.id("results")) { words(.surveyResults) }
                ul {
                    ForEach(model.results) { result in
                        li { a(.href(Links.surveyResults(result.cohort, model.course, model.id))) { result.title } }
                    }
                }
            }
        }
    }
}

private struct SurveyQuestionView: View {
    let question: SurveyPage.Model.Question
    let sent: [String]
    let lang: String?
    let words: Words

    var body: some Markup {
        fieldset(.class("question"), .id("question-\(question.id)")) {
            legend(.lang(lang)) { question.text }
            switch question.type {
            case .text:
                div(.class("field")) {
                    label(.for("entry-\(question.id)")) { words(.yourAnswer) }
                    textarea(
                        .class("input"), .id("entry-\(question.id)"), .name(question.id), .rows(4),
                        .maxlength(SurveyAnswers.longestText)
                    ) { sent.first ?? "" }
                }
            case .choice, .scale:
                if question.isMultiple { p(.class("quiet small")) { words(.chooseSeveral) } }
                ForEach(question.choices) { choice in
                    label(.class("choice")) {
                        input(
                            .type(question.isMultiple ? .checkbox : .radio), .name(question.id), .value(choice.id),
                            .checked(sent.contains(choice.id)))
                        span {
                            if question.type == .scale { choice.id + " · " }
                            span(.lang(lang)) { choice.text }
                        }
                    }
                }
            }
        }
    }
}
