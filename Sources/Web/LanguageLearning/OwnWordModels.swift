import Campus
import CourseContent
import Essentials
import LanguageLearning

/// Words that can be taken among one's own cards.
struct OfferedWords: Encodable, Sendable {
    /// The id that the addition shall have.
    let addition: Identifier<OwnCardAddition>
    let words: [Word]

    /// A word, and whether it is there already.
    struct Word: Encodable, Sendable {
        let id: Identifier<OwnCard>
        let front: String
        let back: String
        let example: String?
        /// The language of the front and of the example; left out when it is the activity's.
        let language: String?
        let isKept: Bool
    }

    init(_ words: [Campus.OfferedWord], now: Instant) {
        self.init(words, addition: .new(at: now))
    }

    init(_ words: [Campus.OfferedWord], addition: Identifier<OwnCardAddition>) {
        self.addition = addition
        self.words = words.map { word in
            Word(
                id: word.id, front: word.offer.front, back: word.offer.back, example: word.offer.example,
                language: word.offer.language, isKept: word.isKept)
        }
    }

    /// Those that are not there yet.
    var new: [Word] { words.filter { !$0.isKept } }
}

extension OwnWordsPage {
    struct Model: Encodable, Sendable {
        /// Those that were added last first.
        let words: [Word]
        /// Those that were taken away, and can come back.
        let removed: [Word]

        struct Word: Encodable, Sendable {
            let id: Identifier<OwnCard>
            let front: String
            let back: String
            let example: String?
            /// Of the front and the example, and of the back: tags such as `en`.
            let language: String
            let backLanguage: String
            let standing: Standing
            /// When it is ready; left out before it was seen, and while it is put aside.
            let readyAt: Instant?
            /// Where it was found; left out when it is no longer there.
            let found: Place?
        }

        enum Standing: String, Encodable, Sendable {
            case new, learning, known, aside
        }

        struct Place: Encodable, Sendable {
            let course: String
            let activity: String
            let title: String
            let language: Language
        }

        init(_ words: [Campus.OwnWord]) {
            let all = words.map { (Word($0), $0.kept.card.removedAt != nil) }
            self.words = all.filter { !$0.1 }.map(\.0)
            removed = all.filter(\.1).map(\.0)
        }
    }
}

extension OwnWordsPage.Model.Word {
    init(_ word: Campus.OwnWord) {
        let (card, kept) = (word.kept.card, word.kept)
        id = card.id
        front = card.offer.front
        back = card.offer.back
        example = card.offer.example
        let own = word.activity?.language.rawValue ?? Language.french.rawValue
        language = card.offer.language ?? own
        backLanguage = own
        standing =
            switch kept.phase {
            case nil: .new
            case .review: kept.readyAt == nil ? .aside : .known
            default: kept.readyAt == nil ? .aside : .learning
            }
        readyAt = kept.readyAt
        found = word.course.flatMap { course in
            word.activity.map {
                OwnWordsPage.Model.Place(
                    course: course.outline.key, activity: $0.id, title: $0.title, language: $0.language)
            }
        }
    }
}
