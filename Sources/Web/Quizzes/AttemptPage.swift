import Essentials
import HTML

/// An attempt being answered: every question on one page; a script shows one a screen on a phone.
struct AttemptPage: Page {
    let model: AttemptModel
    /// Digest of the quiz.
    let quiz: String
    let bodies: QuestionBodies
    var menu: MenuEntry? { .courses }

    func heading(_ words: Words) -> String { model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(
            .id("main"), .class("page"), .tabindex(-1), .data("time", Links.events(model.course, model.activity))
        ) {
            QuizHead(
                back: Links.activity(model.course, model.activity), backTitle: model.courseTitle,
                backLanguage: model.courseLanguage,
                title: model.title, language: model.language, words: words)
            TimeLeft(model: model, words: words)
            if let html = model.instructions {
                div(.class("lesson"), .lang(model.language.rawValue)) { SafeHTML(html) }
            }
            form(
                .class("quiz"), .method(.post), .action(Links.answers(model.id)), .novalidate(), .data("quiz"),
                .data("save", Links.answers(model.id)), .data("sequence", model.sequence),
                .data("previous", words(.previousQuestion)), .data("next", words(.nextQuestion)),
                .data("step", words(.questionStep()))
            ) {
                p(
                    .class("save-state"), .role(.status), .data("save-state"), .data("saved", words(.answersSaved)),
                    .data("waiting", words(.answersWaiting))
                ) {}
                ForEach(model.questions) { bodies.fields($0, of: quiz, lang: model.language.rawValue, words: words) }
                div(.class("actions quiz-end")) {
                    button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.reviewAnswers) }
                }
            }
        }
    }
}

/// What was answered, before it is sent.
struct ReviewPage: Page {
    let model: AttemptModel
    var menu: MenuEntry? { .courses }

    func heading(_ words: Words) -> String { words(.reviewAnswers) + " · " + model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            QuizHead(
                back: Links.attempt(model.id), backTitle: model.title, backLanguage: model.language, title: words(.reviewAnswers),
                language: nil, words: words)
            TimeLeft(model: model, words: words)
            p(.class("lead")) { words(.reviewLead) }
            if model.missing > 0 {
                div(.class("notice notice-warning"), .role(.status)) {
                    words.icon("warning")
                    div { p { words(.missingAnswers(model.missing)) } }
                }
            }
            ol(.class("review")) {
                ForEach(model.questions) { question in
                    li(.class("review-missing", when: !question.isAnswered)) {
                        div(.class("review-question"), .lang(model.language.rawValue)) { SafeHTML(question.text) }
                        div(.class("review-answer")) {
                            span(.class("quiet")) { words.label(.yourAnswer) }
                            AnswerView(question: question, lang: model.language.rawValue, words: words)
                        }
                        a(.href(Links.attempt(model.id) + "#question-\(question.id)")) {
                            words(.change)
                            span(.class("visually-hidden")) { " " + words(.questionNumber(question.number)) }
                        }
                    }
                }
            }
            form(.class("actions actions-stay"), .method(.post), .action(Links.submission(model.id))) {
                button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.sendAnswers) }
            }
        }
    }
}

/// When the time of an attempt is over; a script counts along. Once it is over, what is kept can be sent without the form.
struct TimeLeft: View {
    let model: AttemptModel
    let words: Words

    var body: some Markup {
        if let deadline = model.deadline, let seconds = model.secondsLeft {
            div(
                .class("time-left"), .data("countdown"), .data("seconds", Int(seconds)), .data("left", words(.minutesLeft)),
                .data("one", words(.oneMinuteLeft)), .data("over", words(.timeOver)), .data("hide", words(.hideTime)),
                .data("show", words(.showTime))
            ) {
                p {
                    words.icon("clock")
                    " "
                    words(.endsAt(words.hour(deadline)))
                }
            }
            form(
                .class("notice notice-warning"), .method(.post), .action(Links.submission(model.id)), .data("time-over"),
                .hidden(seconds > 0)
            ) {
                words.icon("clock")
                div {
                    p { words(.timeOver) }
                    button(.class("button"), .data("busy", words(.oneMoment))) { words(.seeResult) }
                }
            }
        }
    }
}

/// What was answered, in words.
struct AnswerView: View {
    let question: QuestionModel
    let lang: String
    let words: Words

    var body: some Markup {
        if question.parts != nil {
            PartAnswers(question: question, lang: lang, words: words)
        } else if let response = question.response {
            if let truth = response.truth {
                span { words(truth ? .isTrue : .isFalse) }
            } else if let text = response.text, let request = question.request {
                div(.class("typed-text"), .lang(lang)) { text }
                p(.class("quiet small")) {
                    words(.wordCount(request.words))
                    if request.isOffLength { ", " + words(.offLength) }
                }
            } else if let text = response.text {
                span(.lang(lang)) { withUnit(text) }
            } else {
                ForEach(question.choices.filter { response.choices.contains($0.id) }) { choice in
                    span(.lang(lang)) { SafeHTML(choice.text) }
                    " "
                }
            }
        } else {
            em { words(.noAnswer) }
        }
    }

    /// The unit after a number that was typed without it.
    private func withUnit(_ text: String) -> String {
        guard let unit = question.unit, !text.folded.hasSuffix(unit.folded), !text.folded.hasPrefix(unit.folded),
            // Not after another unit either.
            !text.contains(where: { $0.isLetter || $0.isCurrencySymbol || $0 == "%" || $0 == "°" })
        else { return text }
        return "\(text) \(unit)"
    }
}
