import Campus
import Essentials
import HTML
import LanguageLearning

/// How one's cards are: what was done, what will come, what is remembered; and how much one wants in a day.
struct CardStatisticsPage: Page {
    struct Model: Encodable, Sendable {
        let days: [Day]
        let forecast: [Day]
        let retention: [Week]
        let learning: Int
        let known: Int
        let settled: Int
        let aside: [CardsPage.Model.Card]
        let newADay: Int
        let reviewsADay: Int

        struct Day: Encodable, Sendable {
            let day: CalendarDay
            let cards: Int
        }

        struct Week: Encodable, Sendable {
            let monday: CalendarDay
            let remembered: Int
            let asked: Int
        }

        init(_ figures: Campus.CardFigures, now: Instant) {
            days = figures.days.map { Day(day: $0.day, cards: $0.reviews) }
            forecast = figures.forecast.map { Day(day: $0.day, cards: $0.cards) }
            retention = figures.retention.map { Week(monday: $0.monday, remembered: $0.remembered, asked: $0.asked) }
            learning = figures.learning
            known = figures.known
            settled = figures.settled
            aside = figures.aside.map { CardsPage.Model.Card($0, id: .new(at: now)) }
            newADay = figures.limits.newADay
            reviewsADay = figures.limits.reviewsADay
        }
    }

    let model: Model
    /// What was typed and refused.
    var typed: (new: String, reviews: String)?
    var problem: Problem?
    var menu: MenuEntry? { .home }

    func heading(_ words: Words) -> String { words(.cardStatistics) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.reviews)) {
                    words.icon("back")
                    " "
                    words(.cardReviews)
                }
                h1 { words(.cardStatistics) }
                p(.class("lead")) { words(.cardsKnown(known: model.known, learning: model.learning)) }
                if model.settled > 0 { p(.class("quiet")) { words(.cardsSettled(model.settled)) } }
            }
            plot("days", .reviewsByDay, .reviewsColumn, model.days, words)
            plot("forecast", .cardsToCome, .cardsColumn, model.forecast, words)
            if !model.retention.isEmpty { retention(words) }
            if !model.aside.isEmpty { aside(words) }
            limits(words)
        }
    }

    private func plot(
        _ id: String, _ title: Phrase, _ column: Phrase, _ days: [Model.Day], _ words: Words
    ) -> some Markup {
        BarPlot(
            id: id, title: words(title), columns: [words(.dayColumn), words(column)],
            bars: days.map { day in
                BarPlot.Bar(label: "\(day.day.day)", value: day.cards, words: words(.cardsCounted(day.cards)))
            }, tableTitle: words(.asTable))
    }

    private func retention(_ words: Words) -> some Markup {
        BarPlot(
            id: "retention", title: words(.cardRetention), columns: [words(.week), words(.rememberedColumn), words(.aimColumn)],
            bars: model.retention.map { week in
                let percent = week.asked == 0 ? 0 : week.remembered * 100 / week.asked
                return BarPlot.Bar(
                    label: words.dayAndMonth(week.monday), value: percent,
                    words: words(.remembered(percent: percent, asked: week.asked)), target: (90, "90\u{A0}%"))
            }, tableTitle: words(.asTable))
    }

    private func aside(_ words: Words) -> some Markup {
        section(.class("stack"), .aria(.labelledby, "aside")) {
            h2(.id("aside")) { words(.cardsAside) }
            p { words(.cardsAsideLead) }
            ul(.class("rows")) {
                ForEach(model.aside) { card in
                    li(.class("row")) {
                        div(.class("row-main")) {
                            strong(.lang(card.promptLanguage)) { card.prompt }
                            p(.class("quiet"), .lang(card.answerLanguage)) { card.answer }
                        }
                        form(.method(.post), .action(Links.reviews)) {
                            input(.type(.hidden), .name("id"), .value(card.id.text))
                            input(.type(.hidden), .name("course"), .value(card.course))
                            input(.type(.hidden), .name("activity"), .value(card.activity))
                            input(.type(.hidden), .name("card"), .value(card.card))
                            input(.type(.hidden), .name("direction"), .value(card.direction.rawValue))
                            button(.class("button"), .name("grade"), .value("resumed")) { words(.cardResume) }
                        }
                    }
                }
            }
        }
    }

    private func limits(_ words: Words) -> some Markup {
        form(.class("form card"), .method(.post), .action(Links.reviewLimits), .novalidate()) {
            h2 { words(.cardLimits) }
            FormProblem(problem: problem, words: words)
            TextField(
                name: "new", text: .newADay, value: typed?.new ?? "\(model.newADay)", problem: problem, words: words)
            TextField(
                name: "reviews", text: .reviewsADay, value: typed?.reviews ?? "\(model.reviewsADay)", problem: problem,
                words: words)
            div(.class("actions")) { button(.class("button button-main")) { words(.keepChange) } }
        }
    }
}
