import Essentials
import HTML
import LanguageLearning

extension CardsPage {
    func heading(_ words: Words) -> String { words(.cardReviews) }

    func content(_ words: Words) -> some Markup {
        HTML.main(
            .id("main"), .class("page"), .tabindex(-1), .data("cards", model.cards.isEmpty ? nil : Links.reviews),
            .data("step", words(.cardStep))
        ) {
            header(.class("page-head")) {
                a(.class("back"), .href(back)) {
                    words.icon("back")
                    " "
                    if let deck = model.deck {
                        span(.lang(words.lang(of: deck.language))) { deck.title }
                    } else {
                        words(MenuEntry.home.words)
                    }
                }
                h1 { words(.cardReviews) }
                p(.class("lead"), .id("card-step"), .role(.status)) { lead(words) }
            }
            if model.cards.isEmpty {
                NothingReady(model: model, now: now, words: words)
            } else {
                ForEach(Array(model.cards.enumerated())) { index, card in
                    CardView(
                        card: card, isHidden: index > 0, done: done, deck: model.deck, words: words)
                }
                section(.class("card card-main"), .id("cards-end"), .tabindex(-1), .hidden()) {
                    h2 { words(.cardsEnd) }
                    p { words(.cardsEndLead) }
                    div(.class("actions")) {
                        a(.class("button button-main"), .href(Links.reviews)) { words(.cardsGoOn) }
                        a(.class("button button-quiet"), .href(Links.home)) { words(MenuEntry.home.words) }
                    }
                }
                p(.class("quiet small cards-keys")) { words(.cardKeys) }
            }
            p(
                .class("save-state"), .role(.status), .data("save-state"), .data("saved", ""),
                .data("waiting", words(.cardsWaiting))
            ) {}
            p {
                a(.href(Links.reviewStatistics)) { words(.cardStatistics) }
                " · "
                a(.href(Links.ownWords)) { words(.ownWords) }
            }
        }
    }

    private var back: String {
        model.deck.map { Links.activity($0.course, $0.activity) } ?? Links.home
    }

    private func lead(_ words: Words) -> String {
        if model.cards.isEmpty { return words(.cardsDoneToday(model.doneToday)) }
        let total = done + model.cards.count
        return words(.cardStep).replacing("{n}", with: "\(done + 1)").replacing("{total}", with: "\(total)")
    }
}

/// A card: what is asked, then the answer with the four grades.
private struct CardView: View {
    let card: CardsPage.Model.Card
    let isHidden: Bool
    let done: Int
    let deck: CardsPage.Model.Deck?
    let words: Words

    var body: some Markup {
        article(.class("card flashcard"), .data("card", card.card), .hidden(isHidden)) {
            p(.class("flashcard-head quiet small")) {
                if card.isNew {
                    span(.class("badge badge-here")) { words(.cardIsNew) }
                    " "
                }
                words(card.isGap ? .cardComplete : card.direction == .recognise ? .cardRecognise : .cardRecall)
            }
            h2(.class("flashcard-prompt"), .lang(lang(card.promptLanguage))) { card.prompt }
            details(.class("flashcard-answer")) {
                summary(.class("button button-main")) { words(.cardShow) }
                div(.class("flashcard-back")) {
                    p(.class("flashcard-meaning"), .lang(lang(card.answerLanguage))) { card.answer }
                    if let example = card.example {
                        p(.class("quiet"), .lang(lang(card.exampleLanguage))) { example }
                    }
                }
                form(.class("grades"), .method(.post), .action(Links.reviews)) {
                    input(.type(.hidden), .name("id"), .value(card.id.text))
                    input(.type(.hidden), .name("course"), .value(card.course))
                    input(.type(.hidden), .name("activity"), .value(card.activity))
                    input(.type(.hidden), .name("card"), .value(card.card))
                    input(.type(.hidden), .name("direction"), .value(card.direction.rawValue))
                    input(.type(.hidden), .name("done"), .value("\(done + 1)"))
                    if let deck { input(.type(.hidden), .name("deck"), .value("\(deck.course)/\(deck.activity)")) }
                    ForEach(ReviewGrade.allCases) { grade in
                        button(.class("button grade grade-\(grade.rawValue)"), .name("grade"), .value(grade.rawValue)) {
                            span { words(.cardGrade(grade)) }
                            span(.class("small")) { words(.cardWait(seconds: card.waits[grade])) }
                        }
                    }
                }
            }
        }
    }

    private func lang(_ tag: String) -> String? { tag == words.language.rawValue ? nil : tag }
}

private struct NothingReady: View {
    let model: CardsPage.Model
    let now: Instant
    let words: Words

    var body: some Markup {
        div(.class("empty")) {
            words.icon("done")
            if !model.hasDecks {
                p(.class("empty-title")) { words(.noDecks) }
                p { words(.noDecksAdvice) }
            } else {
                p(.class("empty-title")) { words(.noCardsNow) }
                if let nextAt = model.nextAt {
                    p { words(.nextCard(words(.cardWait(seconds: Int(nextAt.seconds(since: now)))))) }
                } else {
                    p { words(.noCardsAdvice) }
                }
            }
            p { a(.class("button"), .href(Links.courses)) { words(.myCourses) } }
        }
    }
}
