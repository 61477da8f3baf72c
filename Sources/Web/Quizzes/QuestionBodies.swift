import Essentials
import HTML

/// Questions that were not answered yet, as they stand on the page of an attempt: the same for everybody who is asked the same in the
/// same place, so written once.
struct QuestionBodies: Sendable {
    private struct Key: Hashable {
        /// Digest of the quiz.
        let quiz: String
        let question: String
        let number: Int
        /// Ids of the choices, in the order of this attempt.
        let choices: [String]
        /// Of the texts, and of the page.
        let lang: String
        let language: Language
    }

    private let bodies = BoundedCache<Key, PrerenderedHTML>(capacity: 4000)

    /// - Parameter quiz: digest of the quiz that the attempt was made on.
    func fields(_ question: QuestionModel, of quiz: String, lang: String, words: Words) -> QuestionFields {
        let view = QuestionView(question: question, lang: lang, words: words)
        if question.response != nil { return .fresh(view) }
        let key = Key(
            quiz: quiz, question: question.id, number: question.number, choices: question.choices.map(\.id), lang: lang,
            language: words.language)
        return .kept(bodies.value(key) { PrerenderedHTML(view.rendered().bytes) })
    }
}

/// A question on the page of an attempt.
enum QuestionFields: Markup {
    case kept(PrerenderedHTML)
    case fresh(QuestionView)

    func write(into buffer: inout HTMLBuffer) {
        switch self {
        case .kept(let fragment): buffer.append(fragment)
        case .fresh(let view): view.write(into: &buffer)
        }
    }
}
