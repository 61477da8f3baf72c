import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import HTML
import Tutoring

/// An attempt that is over: the texts to be read and marked by a tutor, and every other answer.
struct MarkingPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let attempt: String
        let person: String
        let learner: String
        let course: String
        let activity: String
        let title: String
        let language: Language
        let number: Int
        let sentAt: Instant?
        /// `nil` while a text waits for its points.
        let points: Double?
        let maximumPoints: Double
        let score: Int?
        let texts: [Text]
        /// The questions that mark themselves, with their answers.
        let questions: [QuestionModel]
        /// What whoever marks keeps to write again.
        let sentences: [SentenceModel]

        struct Text: Encodable, Sendable {
            let question: String
            let number: Int
            /// Safe HTML.
            let text: String
            let points: Double
            let criteria: [String]
            let modelAnswer: String?
            /// As it was typed.
            let response: String
            let words: Int
            let isOffLength: Bool
            /// The last one first; the first one holds.
            let marks: [Mark]
        }

        struct Mark: Encodable, Sendable {
            let points: Double
            let comment: String?
            let markedBy: String
            let markedAt: Instant
        }

        init(_ reading: Campus.MarkingReading) {
            cohort = reading.cohort.key
            attempt = reading.attempt.id.text
            person = reading.learner.id.text
            learner = "\(reading.learner.name.given) \(reading.learner.name.family)"
            course = reading.course.outline.title
            activity = reading.activity.id
            title = reading.activity.title
            language = reading.activity.language
            number = reading.attempt.number
            sentAt = reading.attempt.sentAt ?? reading.attempt.result?.submittedAt
            points = reading.marked.result?.points
            maximumPoints = reading.attempt.maximumPoints
            score = reading.marked.result?.score
            sentences = reading.sentences.map(SentenceModel.init)
            let answers = Dictionary(
                reading.marked.answers.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
            texts = reading.quiz.questions.enumerated().compactMap { index, question in
                guard case .longAnswer(let key) = question.body, case .text(let response) = answers[question.id]?.response,
                    question.body.isMarkedByTutor(.text(response))
                else { return nil }
                return Text(
                    question: question.id, number: index + 1, text: question.text, points: question.points,
                    criteria: key.criteria ?? [], modelAnswer: key.modelAnswer, response: response,
                    words: LongAnswerKey.words(in: response), isOffLength: key.isOffLength(response),
                    marks: (reading.marks[question.id] ?? []).map { mark in
                        let name = reading.names[mark.markedBy]
                        return Mark(
                            points: mark.points, comment: mark.comment, markedBy: name.map { "\($0.given) \($0.family)" } ?? "",
                            markedAt: mark.markedAt)
                    })
            }
            let read = Set(texts.map(\.question))
            questions = reading.quiz.questions.enumerated().compactMap { index, question in
                guard !read.contains(question.id) else { return nil }
                let answer = answers[question.id]
                return QuestionModel(question, number: index + 1, response: answer?.response, marked: answer)
            }
        }
    }

    let model: Model
    /// What was typed and refused, by the name of the field.
    var typed: [String: String] = [:]
    var problem: Problem?
    var menu: MenuEntry? { .toMark }

    func heading(_ words: Words) -> String { "\(model.learner) · \(model.title)" }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.learner(model.cohort, model.person))) {
                    words.icon("back")
                    " "
                    model.learner
                }
                h1(.lang(words.lang(of: model.language))) { model.title }
                p(.class("quiet")) {
                    words(.attemptNumber(model.number))
                    if let sentAt = model.sentAt { " · " + words.moment(sentAt) }
                }
            }
            if let score = model.score, let points = model.points {
                p {
                    words.label(.result)
                    strong { words(.scorePoints(words.number(points), words.number(model.maximumPoints))) }
                    " · " + words(.scorePercent(score))
                }
            }
            if problem != nil {
                div(.class("notice notice-danger"), .role(.alert)) {
                    words.icon("warning")
                    div { p { words(.someMarkIsWrong) } }
                }
            }
            if !model.texts.isEmpty {
                form(.class("form"), .method(.post), .action(Links.marking(model.cohort, model.attempt)), .novalidate()) {
                    ForEach(model.texts) { MarkingFields(text: $0, page: self, words: words) }
                    MarkingActions(save: .saveMarks, words: words)
                }
                if let position = model.position { NextInQueue(position: position, words: words) }
            }
            if !model.questions.isEmpty {
                section(.aria(.labelledby, "answers")) {
                    h2(.id("answers")) { words(.otherAnswers) }
                    ForEach(model.questions) {
                        CorrectionView(question: $0, lang: model.language.rawValue, words: words, answerLabel: .theAnswer)
                    }
                }
            }
        }
    }
}

extension MarkingPage.Model {
    /// Where it stands, or stood, in the queue.
    var position: WaitingPosition? { sentAt.map { WaitingPosition(sentAt: $0, work: attempt) } }
}

/// One text with its field for points and its comment.
private struct MarkingFields: View {
    let text: MarkingPage.Model.Text
    let page: MarkingPage
    let words: Words

    private var points: String { "points-\(text.question)" }
    private var comment: String { "comment-\(text.question)" }
    private var wrong: String? {
        page.problem?.fields.first { $0.field == text.question }.map { words($0.message) }
    }

    var body: some Markup {
        section(.class("card"), .aria(.labelledby, "text-\(text.question)")) {
            h2(.id("text-\(text.question)")) { words(.questionNumber(text.number)) }
            div(.class("lesson"), .lang(page.model.language.rawValue)) { SafeHTML(text.text) }
            if !text.criteria.isEmpty {
                h3 { words(.criteria) }
                ul(.lang(page.model.language.rawValue)) { ForEach(text.criteria) { one in li { SafeHTML(one) } } }
            }
            h3 { words(.learnersText) }
            p(.class("quiet small")) {
                words(.wordCount(text.words))
                if text.isOffLength { ", " + words(.offLength) }
            }
            div(.class("typed-text"), .lang(page.model.language.rawValue)) { text.response }
            if let answer = text.modelAnswer {
                details(.class("more")) {
                    summary { words(.modelAnswer) }
                    div(.class("lesson"), .lang(page.model.language.rawValue)) { SafeHTML(answer) }
                }
            }
            fields
            if !text.marks.isEmpty {
                h3 { words(.marksGiven) }
                ul {
                    ForEach(text.marks) { mark in
                        li {
                            strong { words(.scorePoints(words.number(mark.points), words.number(text.points))) }
                            ", \(mark.markedBy), " + words.moment(mark.markedAt)
                            if let comment = mark.comment { div(.class("typed-text")) { comment } }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var fields: some Markup {
        let last = text.marks.first
        div(.class("field"), .class("field-wrong", when: wrong != nil)) {
            label(.for(points)) { words(.pointsOutOf(words.number(text.points))) }
            input(
                .class("input input-short"), .id(points), .name(points), .type(.text), .inputmode("decimal"),
                .autocomplete("off"),
                .value(page.typed[points] ?? last.map { words.number($0.points) }),
                .attribute("aria-invalid", wrong == nil ? nil : "true"),
                .aria(.describedby, wrong.map { _ in "error-\(text.question)" }))
            if let wrong {
                p(.class("field-error"), .id("error-\(text.question)")) {
                    words.icon("warning")
                    " "
                    wrong
                }
            }
        }
        div(.class("field")) {
            label(.for(comment)) { words(.markComment) }
            textarea(.class("input"), .id(comment), .name(comment), .rows(5), .maxlength(TutorMark.longestComment)) {
                page.typed[comment] ?? last?.comment ?? ""
            }
        }
        SentenceChoices(sentences: page.model.sentences, name: "sentence-\(text.question)", words: words)
    }
}
