import Assessment
import Essentials
import HTML

/// A question of an attempt that was sent: what was answered, whether it is right, and why.
struct CorrectionView: View {
    let question: QuestionModel
    let lang: String
    let words: Words
    /// What stands before the answer.
    var answerLabel: Phrase = .yourAnswer

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
                words.label(answerLabel)
                AnswerView(question: question, lang: lang, words: words)
            }
            if let pieces = question.correction?.dictation, !(question.correction?.isRight ?? false) {
                div(.class("result-answer")) { DictationDifference(pieces: pieces, lang: lang, words: words) }
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
