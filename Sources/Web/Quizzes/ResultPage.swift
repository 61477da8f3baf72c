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
            if let missed = model.missedWords {
                MissedWordsCard(
                    missed: missed, course: model.course, activity: model.activity, language: model.language, words: words)
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
                QuestionLink(course: model.course, activity: model.activity, words: words)
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
