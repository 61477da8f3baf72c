import CourseContent
import Essentials
import HTML

/// A quiz before it is begun, and after.
struct QuizPage: Page {
    let model: QuizModel
    var menu: MenuEntry? { .courses }

    func heading(_ words: Words) -> String { model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            QuizHead(
                back: Links.course(model.course), backTitle: model.courseTitle, backLanguage: model.courseLanguage,
                title: model.title, language: model.language, words: words)
            ActivityFacts(
                kind: .quiz, minutes: model.minutes, place: model.place, isOptional: model.isOptional,
                isEvaluation: model.isEvaluation, due: model.due, words: words)
            if !model.isPreview { QuestionLink(course: model.course, activity: model.id, words: words) }
            if let html = model.instructions {
                div(.class("lesson"), .lang(model.language.rawValue)) { SafeHTML(html) }
            }
            ul {
                li {
                    words(.questionCount(model.questionCount))
                    if let all = model.drawnFrom { ", " + words(.drawnFrom(all)) }
                }
                RuleItem(rule: model.completion.rule, words: words)
                if let allowed = model.attemptsAllowed {
                    li { words(.attemptsAllowed(allowed, used: model.attempts.count)) }
                } else {
                    li { words(.attemptsUnlimited) }
                }
                if let seconds = model.secondsAllowed {
                    li {
                        words(.timeLimit(seconds))
                        if let extra = model.extraTime { ", " + words(.extraIncluded(extra)) }
                    }
                }
            }
            if model.isPreview { preview(words) } else { entry(words) }
            if !model.attempts.isEmpty { history(words) }
            if model.completedAt != nil || !model.mayStart {
                nav(.class("after"), .aria(.label, words(.afterThis))) {
                    NextRow(course: model.course, next: model.next, words: words)
                }
            }
        }
    }

    @MarkupBuilder private func entry(_ words: Words) -> some Markup {
        if model.completedAt != nil {
            div(.class("notice notice-right")) {
                words.icon("done")
                div { p { words(model.passScore == nil ? .quizDone : .quizPassed) } }
            }
        }
        if model.isWaiting {
            div(.class("notice notice-info")) {
                words.icon("clock")
                div { p { words(.waitingForTutor) } }
            }
        }
        if let open = model.openAttempt {
            if let deadline = open.deadline { p { words(.endsAt(words.hour(deadline))) } }
            div(.class("actions")) {
                a(.class("button button-main"), .href(Links.attempt(open.id))) { words(.resumeQuiz) }
            }
        } else if model.mayStart {
            if model.secondsAllowed != nil {
                div(.class("notice notice-info")) {
                    words.icon("clock")
                    div {
                        p { words(.timeLimitAdvice) }
                        p {
                            words(.moreTimeAdvice) + " "
                            a(.href(Links.help)) { words(.whoToAsk) }
                        }
                    }
                }
            }
            p(.class("quiet")) { words(.attemptsKept) }
            form(.class("actions"), .method(.post), .action(Links.attempts(model.course, model.id))) {
                button(
                    .class("button"), .class("button-main", when: model.completedAt == nil), .data("busy", words(.oneMoment))
                ) { words(model.attempts.isEmpty ? .startQuiz : .tryAgain) }
            }
        } else if let endedAt = model.endedAt {
            p(.class("quiet")) { words(.closedSince(words.lastDay(before: endedAt))) }
        } else if model.completedAt == nil, !model.isWaiting {
            div(.class("notice notice-warning")) {
                words.icon("warning")
                div { p { words(.noAttemptLeft) } }
            }
        }
    }

    @MarkupBuilder private func preview(_ words: Words) -> some Markup {
        p(.class("quiet")) { words(.previewQuiz) }
        form(.class("quiz"), .method(.get), .action(Links.activity(model.course, model.id))) {
            ForEach(model.preview) { QuestionView(question: $0, lang: model.language.rawValue, words: words) }
        }
    }

    @MarkupBuilder private func history(_ words: Words) -> some Markup {
        section(.aria(.labelledby, "attempts")) {
            h2(.id("attempts")) { words(.myAttempts) }
            if let mark = model.mark, model.attemptsAllowed != 1 {
                p {
                    words.label(.quizMark)
                    strong { words(.scorePercent(mark)) }
                    " " + words(.gradeRule(model.grade))
                }
            }
            ul(.class("rows")) {
                ForEach(model.attempts) { attempt in
                    li {
                        a(.class("row"), .href(Links.attempt(attempt.id))) {
                            span(.class("row-main")) {
                                strong { words(.attemptNumber(attempt.number)) }
                                " "
                                span(.class("quiet")) { words.moment(attempt.submittedAt ?? attempt.startedAt) }
                            }
                            span(.class("badge")) {
                                words(
                                    attempt.score.map { .scorePercent($0) }
                                        ?? (attempt.isWaiting ? .attemptWaiting : .attemptOpen))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The head of the pages of a quiz.
struct QuizHead: View {
    let back: String
    let backTitle: String
    let backLanguage: Language
    let title: String
    /// `nil` for words of the interface.
    let language: Language?
    let words: Words

    var body: some Markup {
        header(.class("page-head")) {
            a(.class("back"), .href(back)) {
                words.icon("back")
                " "
                span(.lang(words.lang(of: backLanguage))) { backTitle }
            }
            h1(.lang(language.flatMap(words.lang))) { title }
        }
    }
}

/// HTML that Authoring rendered and made safe when the course was applied.
struct SafeHTML: Markup {
    private let html: String

    init(_ html: String) {
        self.html = html
    }

    func write(into buffer: inout HTMLBuffer) {
        buffer.append(trusted: html)
    }
}
