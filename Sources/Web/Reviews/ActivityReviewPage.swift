import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import HTML
import Progress

/// One activity of a cohort in depth: who is stuck, how marks are spread, which questions are hard.
struct ActivityReviewPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let course: String
        let courseTitle: String
        let activity: String
        let title: String
        let language: Language
        let kind: ActivityKind
        /// In percent, where passing is what completes it.
        let passScore: Int?
        let learners: Int
        let opened: Int
        let completed: Int
        let stuck: [Stuck]
        /// How many learners have their best mark in each tenth, from 0–9 % to 90–100 %; left out where there are no marks.
        let marks: [Int]?
        /// The hardest first.
        let questions: [Question]

        struct Stuck: Encodable, Sendable {
            let person: String
            let givenName: String
            let familyName: String
            /// Days since it was opened; left out when that is no reason.
            let openDays: Int?
            /// Attempts without passing; left out when that is no reason.
            let attempts: Int?
            let bestScore: Int?
        }

        struct Question: Encodable, Sendable {
            let id: String
            /// Plain text; the id for a question that is in the course no more.
            let text: String
            let attempts: Int
            /// The mean share of its points, in percent.
            let facility: Int
            /// From -1 to 1, two decimals; left out for fewer than ten attempts, and where everybody did alike.
            let discrimination: Double?
        }

        init(_ review: Campus.ActivityReview) {
            cohort = review.cohort.key
            cohortTitle = review.cohort.title
            course = review.course.outline.key
            courseTitle = review.course.outline.title
            activity = review.activity.id
            title = review.activity.title
            language = review.activity.language
            kind = review.activity.kind
            passScore = review.activity.completion.passScore
            learners = review.learners.count
            opened = review.learners.count { $0.state != nil }
            completed = review.learners.count { $0.state?.isCompleted ?? false }
            stuck = review.stuck.map { stuck in
                var (days, attempts): (Int?, Int?) = (nil, nil)
                for reason in stuck.reasons {
                    switch reason {
                    case .openedLongAgo(let count): days = count
                    case .failed(let count): attempts = count
                    }
                }
                return Stuck(
                    person: stuck.learner.person.text, givenName: stuck.learner.givenName, familyName: stuck.learner.familyName,
                    openDays: days, attempts: attempts, bestScore: stuck.learner.state?.bestScore)
            }
            let scores = review.learners.compactMap { $0.state?.bestScore }
            marks =
                review.activity.kind.hasScore
                ? (0..<10).map { tenth in scores.count { min($0 / 10, 9) == tenth } } : nil
            questions = review.questions.map { question in
                Question(
                    id: question.question, text: review.texts[question.question].map(Self.plain) ?? question.question,
                    attempts: question.attempts, facility: Int((question.facility * 100).rounded()),
                    discrimination: question.discrimination.map { ($0 * 100).rounded() / 100 })
            }
        }

        /// The words of safe HTML, shortened.
        static func plain(_ html: String) -> String {
            var text = ""
            var isTag = false
            for character in html {
                if character == "<" {
                    isTag = true
                } else if character == ">" {
                    isTag = false
                } else if !isTag {
                    text.append(character)
                }
            }
            for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
                text = text.replacing(entity, with: character)
            }
            text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return text.count > 140 ? text.prefix(139) + "…" : text
        }
    }

    let model: Model
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page page-wide"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.matrix(model.cohort, model.course))) {
                    words.icon("back")
                    " "
                    model.cohortTitle
                }
                h1(.lang(words.lang(of: model.language))) { model.title }
                p(.class("lead")) {
                    words(.activityCounts(opened: model.opened, completed: model.completed, of: model.learners))
                }
            }
            stuck(words)
            if let marks = model.marks, marks.contains(where: { $0 > 0 }) { spread(marks, words) }
            if !model.questions.isEmpty { questions(words) }
        }
    }

    private func stuck(_ words: Words) -> some Markup {
        section(.aria(.labelledby, "stuck")) {
            h2(.id("stuck")) { words(.whoIsStuck) }
            if model.stuck.isEmpty { p(.class("quiet")) { words(.nobodyIsStuck) } }
            ul(.class("rows")) {
                ForEach(model.stuck) { one in
                    li {
                        a(.class("row"), .href(Links.learner(model.cohort, one.person))) {
                            span(.class("row-main")) {
                                strong { "\(one.givenName) \(one.familyName)" }
                                " "
                                span(.class("quiet")) {
                                    [
                                        one.openDays.map { words(.openedDaysAgo($0)) },
                                        one.attempts.map { words(.failedAttempts($0)) },
                                    ]
                                    .compactMap(\.self).joined(separator: ", ")
                                }
                            }
                            if let best = one.bestScore { span(.class("badge")) { words(.bestOf(best)) } }
                        }
                    }
                }
            }
            if !model.stuck.isEmpty { TableDownload(page: address, table: "stuck", words: words) }
        }
    }

    /// `70–79`: a tenth of the scale of marks, in percent.
    static func range(_ tenth: Int) -> String { tenth == 9 ? "90–100" : "\(tenth * 10)–\(tenth * 10 + 9)" }

    private var address: String { Links.activityReview(model.cohort, model.course, model.activity) }

    private func spread(_ marks: [Int], _ words: Words) -> some Markup {
        section(.aria(.labelledby, "spread")) {
            h2(.id("spread")) { words(.spreadOfMarks) }
            BarPlot(
                id: "marks", title: words(.marksPlot), columns: [words(.quizMark), words(.learnersColumn)],
                bars: marks.enumerated().map { tenth, count in
                    BarPlot.Bar(
                        label: Self.range(tenth), value: count,
                        words: words(.learnerCount(count)))
                }, tableTitle: words(.asTable))
            TableDownload(page: address, table: "marks", words: words)
        }
    }

    private func questions(_ words: Words) -> some Markup {
        section(.aria(.labelledby, "hardest")) {
            h2(.id("hardest")) { words(.hardestQuestions) }
            p(.class("quiet")) { words(.itemAnalysisLead(ItemAnalysis.fewestAttempts)) }
            div(.class("data-scroll"), .role(.region), .tabindex(0), .aria(.labelledby, "questions")) {
                table(.class("data")) {
                    caption(.id("questions"), .class("visually-hidden")) { words(.questionColumn) }
                    thead {
                        tr {
                            th(.scope(.column)) { words(.questionColumn) }
                            th(.scope(.column)) { words(.facility) }
                            th(.scope(.column)) { words(.discrimination) }
                            th(.scope(.column)) { words(.attemptsColumn) }
                        }
                    }
                    tbody {
                        ForEach(model.questions) { question in
                            tr {
                                th(.scope(.row), .lang(words.lang(of: model.language))) { question.text }
                                td(.class("numbers"), .data("label", words(.facility))) {
                                    words(.scorePercent(question.facility))
                                }
                                td(.class("numbers"), .data("label", words(.discrimination))) {
                                    question.discrimination.map { words.number($0) } ?? "–"
                                    if let value = question.discrimination, value < 0.2 {
                                        " · " + words(value < 0 ? .checkTheKey : .lookAgain)
                                    }
                                }
                                td(.class("numbers"), .data("label", words(.attemptsColumn))) { "\(question.attempts)" }
                            }
                        }
                    }
                }
            }
            TableDownload(page: address, table: "questions", words: words)
        }
    }
}
