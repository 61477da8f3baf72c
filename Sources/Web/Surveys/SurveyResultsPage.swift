import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import HTML

/// What a cohort answered to a survey, for those who follow its learners.
struct SurveyResultsPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let course: String
        let id: String
        let title: String
        let language: Language
        let isAnonymous: Bool
        /// How many answered.
        let count: Int
        /// `nil` while there are fewer answers to an anonymous survey than are shown.
        let questions: [Question]?

        struct Question: Encodable, Sendable {
            let id: String
            let text: String
            let answered: Int
            let counts: [Count]
            let texts: [String]
        }

        struct Count: Encodable, Sendable {
            let id: String
            let text: String
            let count: Int
        }

        init(_ reading: Campus.SurveyReading) {
            cohort = reading.cohort.key
            cohortTitle = reading.cohort.title
            course = reading.course.outline.key
            id = reading.activity.id
            title = reading.activity.title
            language = reading.activity.language
            isAnonymous = reading.isAnonymous
            count = reading.count
            questions = reading.results?.questions.map { result in
                let choices = SurveyPage.Model.Question(result.question).choices
                return Question(
                    id: result.question.id, text: result.question.text, answered: result.answered,
                    counts: zip(choices, result.counts).map { Count(id: $0.id, text: $0.text, count: $1) }, texts: result.texts)
            }
        }
    }

    let model: Model
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { words(.surveyResults) + " · " + model.title }

    func content(_ words: Words) -> some Markup {
        let lang = words.lang(of: model.language)
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cohort(model.cohort))) {
                    words.icon("back")
                    " "
                    model.cohortTitle
                }
                h1(.lang(lang)) { model.title }
                p(.class("lead")) { words(.surveyCount(model.count)) }
            }
            if let questions = model.questions {
                if model.isAnonymous { p(.class("quiet")) { words(.surveyResultsAnonymous) } }
                ForEach(questions) { question in
                    section(.class("card"), .aria(.labelledby, "question-\(question.id)")) {
                        h2(.id("question-\(question.id)"), .lang(lang)) { question.text }
                        p(.class("quiet")) { words(.surveyCount(question.answered)) }
                        if !question.counts.isEmpty {
                            ul {
                                ForEach(question.counts) { count in
                                    li {
                                        span(.lang(lang)) { count.text }
                                        " "
                                        strong { "\(count.count)" }
                                    }
                                }
                            }
                        }
                        if !question.texts.isEmpty { ul { ForEach(question.texts) { text in li { text } } } }
                    }
                }
            } else {
                div(.class("notice notice-info")) {
                    words.icon("lock")
                    div { p { words(.surveyTooFew(SurveyResults.leastAnonymous)) } }
                }
            }
        }
    }
}
