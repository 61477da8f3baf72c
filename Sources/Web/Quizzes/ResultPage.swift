import Assessment
import Essentials
import HTML

/// A corrected attempt: the score, then why.
struct ResultPage: Page {
    let model: AttemptModel
    let next: LessonModel.Neighbour?
    var menu: MenuEntry? { .courses }

    func heading(_ words: Words) -> String { words(.result) + " · " + model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            QuizHead(
                back: Links.activity(model.course, model.activity), backTitle: model.title, backLanguage: model.language,
                title: words(.result), language: nil, words: words)
            if model.isWaiting {
                div(.class("notice notice-info"), .role(.status)) {
                    words.icon("clock")
                    div { p { words(.waitingForTutor) } }
                }
            } else {
                score(words)
            }
            section(.aria(.labelledby, "corrections")) {
                h2(.id("corrections")) { words(model.review == .open ? .corrections : .myAnswers) }
                if let closed = Phrase.reviewClosed(model.review) {
                    div(.class("notice notice-info")) {
                        words.icon("closed")
                        div { p { words(closed) } }
                    }
                }
                ForEach(model.questions) { CorrectionView(question: $0, lang: model.language.rawValue, words: words) }
            }
            nav(.class("after"), .aria(.label, words(.afterThis))) {
                NextRow(course: model.course, next: next, words: words)
            }
        }
    }

    @MarkupBuilder private func score(_ words: Words) -> some Markup {
        div(.class("score")) {
            p(.class("score-figure")) {
                words(.scorePoints(words.number(model.points ?? 0), words.number(model.maximumPoints)))
                if let score = model.score { " · " + words(.scorePercent(score)) }
            }
            p { words(verdict) }
        }
        if let band = model.band { div(.class("lesson result-band"), .lang(model.language.rawValue)) { SafeHTML(band) } }
        if !model.isPassed, mayRetry {
            form(.class("actions"), .method(.post), .action(Links.attempts(model.course, model.activity))) {
                button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.tryAgain) }
            }
        } else if !model.isPassed {
            div(.class("notice notice-warning")) {
                words.icon("warning")
                div { p { words(.noAttemptLeft) } }
            }
        }
    }

    private var verdict: Phrase {
        if model.isPassed { return .resultPassed }
        return model.review == .open ? .resultNotYet(model.passScore ?? 0) : .resultNotYetClosed(model.passScore ?? 0)
    }

    private var mayRetry: Bool { model.attemptsAllowed.map { model.attemptsUsed < $0 } ?? true }
}

private struct CorrectionView: View {
    let question: QuestionModel
    let lang: String
    let words: Words

    var body: some Markup {
        let isRight = question.correction?.isRight ?? false
        let isPartly = !isRight && (question.correction?.points ?? 0) > 0
        // A text is neither right nor wrong.
        let isRead = question.type == .longAnswer && question.response != nil
        let style =
            isRead || question.correction?.isWaiting ?? true
            ? nil : isRight ? "result-right" : isPartly ? "result-part" : "result-wrong"
        section(.class("result"), .class(style), .aria(.labelledby, "result-\(question.id)")) {
            if let correction = question.correction, correction.isWaiting {
                p(.class("result-word")) {
                    words.icon("clock")
                    " "
                    words(.toRead)
                }
            } else if let correction = question.correction, isRead {
                p(.class("result-word")) {
                    words.icon("done")
                    " "
                    words(.markedByTutor)
                    " · " + words(.scorePoints(words.number(correction.points), words.number(question.points)))
                }
            } else if let correction = question.correction {
                p(.class("result-word")) {
                    words.icon(isRight ? "right" : "wrong")
                    " "
                    words(isRight ? .right : isPartly ? .partlyRight : .wrong)
                    if isPartly { " · " + words(.scorePoints(words.number(correction.points), words.number(question.points))) }
                }
            }
            h3(.id("result-\(question.id)")) { words(.questionNumber(question.number)) }
            div(.class("lesson"), .lang(lang)) { SafeHTML(question.text) }
            div(.class("result-answer")) {
                words.label(.yourAnswer)
                AnswerView(question: question, lang: lang, words: words)
            }
            if let correction = question.correction { details(correction) }
            if let comment = question.correction?.comment {
                div(.class("result-answer")) {
                    p { words.label(.tutorSays) }
                    div(.class("typed-text")) { comment }
                }
            }
            if let answer = question.correction?.modelAnswer {
                div(.class("result-answer")) {
                    p { words.label(.modelAnswer) }
                    div(.class("lesson"), .lang(lang)) { SafeHTML(answer) }
                }
            }
        }
    }

    @MarkupBuilder private func details(_ correction: QuestionModel.Correction) -> some Markup {
        if question.type == .ordering, !correction.isRight {
            div(.class("result-answer")) {
                p { words.label(.rightOrder) }
                ol(.lang(lang)) { ForEach(correction.rightAnswers) { text in li { SafeHTML(text) } } }
            }
        } else if !correction.isRight, !correction.rightAnswers.isEmpty {
            div(.class("result-answer")) {
                words.label(.rightAnswer)
                ForEach(correction.rightAnswers) { answer in
                    span(.lang(lang)) { SafeHTML(answer) }
                    " "
                }
            }
        }
        if !correction.feedback.isEmpty || correction.explanation != nil {
            div(.class("result-feedback"), .lang(lang)) {
                ForEach(correction.feedback) { text in div { SafeHTML(text) } }
                if let explanation = correction.explanation { div(.class("lesson")) { SafeHTML(explanation) } }
            }
        }
    }
}
