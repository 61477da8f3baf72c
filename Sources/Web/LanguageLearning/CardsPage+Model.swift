import Campus
import CourseContent
import Essentials
import LanguageLearning

/// A session of reviews: some cards, one after the other.
struct CardsPage: Page {
    struct Model: Encodable, Sendable {
        let cards: [Card]
        /// All that are ready, those of this session among them.
        let ready: Int
        /// Reviews of today.
        let doneToday: Int
        let reviewsADay: Int
        /// How many new cards the day still takes.
        let newLeft: Int
        /// When the next card is ready; left out while there are some.
        let nextAt: Instant?
        let hasDecks: Bool
        /// The deck that was asked for.
        let deck: Deck?

        struct Deck: Encodable, Sendable {
            let course: String
            let activity: String
            let title: String
            let language: Language
        }

        init(_ session: Campus.ReviewSession, now: Instant) {
            cards = session.cards.map { Card($0, id: .new(at: now)) }
            ready = session.ready
            doneToday = session.doneToday
            reviewsADay = session.limits.reviewsADay
            newLeft = session.newLeft
            nextAt = session.nextAt
            hasDecks = session.hasDecks
            deck = session.deck.map { course, activity in
                Deck(
                    course: course.outline.key, activity: activity.id, title: activity.title, language: activity.language)
            }
        }
    }

    let model: Model
    let now: Instant
    /// Cards of this session that were graded before this page.
    var done = 0
    var menu: MenuEntry? { .home }
}

extension CardsPage.Model {
    /// One side of a card.
    struct Card: Encodable, Sendable {
        /// The id that the review shall have.
        let id: Identifier<CardReview>
        let course: String
        let activity: String
        let deckTitle: String
        let deckLanguage: Language
        let card: String
        let direction: CardDirection
        let isNew: Bool
        let prompt: String
        /// The language of the prompt, and that of the answer and the example: a tag such as `en`.
        let promptLanguage: String
        let answer: String
        let answerLanguage: String
        let example: String?
        /// The language of the front and of the example.
        let exampleLanguage: String
        /// Seconds until it comes back, by grade.
        let waits: Waits

        /// Whether a word of a sentence is asked for.
        var isGap: Bool { prompt.contains("____") }

        struct Waits: Encodable, Sendable {
            let again: Int
            let hard: Int
            let good: Int
            let easy: Int

            subscript(grade: ReviewGrade) -> Int {
                switch grade {
                case .again: again
                case .hard: hard
                case .good: good
                case .easy: easy
                }
            }
        }

        init(_ reading: Campus.CardReading, id: Identifier<CardReview>) {
            self.id = id
            course = reading.course.outline.key
            activity = reading.activity.id
            deckTitle = reading.activity.title
            deckLanguage = reading.activity.language
            card = reading.card.id
            direction = reading.direction
            isNew = reading.state == nil
            let (front, back) = (reading.card.front, reading.card.back)
            let backLanguage = reading.activity.language.rawValue
            let frontLanguage = reading.card.language ?? backLanguage
            let isFront = reading.direction == .recognise
            (prompt, promptLanguage) = isFront ? (front, frontLanguage) : (back, backLanguage)
            (answer, answerLanguage) = isFront ? (back, backLanguage) : (front, frontLanguage)
            example = reading.card.example
            exampleLanguage = frontLanguage
            waits = Waits(
                again: reading.waits[.again] ?? 0, hard: reading.waits[.hard] ?? 0, good: reading.waits[.good] ?? 0,
                easy: reading.waits[.easy] ?? 0)
        }
    }
}
