/// Minutes that a source does not state, from its content: written as estimates, for somebody to confirm.
enum MinutesEstimate {
    /// Words that are read in a minute, with care and in a language that may not be one's own.
    static let wordsAMinute = 120

    static func minutes(_ activity: ActivityDraft) -> Int {
        let seconds =
            switch activity.body {
            case .lesson(let text): reading(text)
            case .quiz(let quiz):
                reading(quiz.instructions)
                    + quiz.items.reduce(0) { sum, item in
                        switch item {
                        case .question(let question): sum + answering(question)
                        case .draw(let count, _): sum + count * 60
                        case .drawFrom(let count, let questions):
                            sum + count * (questions.reduce(0) { $0 + answering($1) } / max(1, questions.count))
                        }
                    }
            case .discussion(let text): reading(text) + 10 * 60
            case .document(let document): reading(document.text) + document.files.count * 5 * 60
            case .deck(let deck): reading(deck.text) + deck.cards.count * 15
            case .assignment(let assignment): reading(assignment.text) + 30 * 60
            }
        return min(max(1, (seconds + 59) / 60), 600)
    }

    private static func reading(_ text: RichText) -> Int { text.words * 60 / wordsAMinute + text.images * 15 }

    private static func answering(_ question: QuestionDraft) -> Int {
        let base =
            switch question.body {
            case .trueFalse: 20
            case .choice: 40
            case .numeric, .shortText: 45
            case .gapFill, .matching, .ordering, .dictation: 90
            case .longAnswer: 15 * 60
            }
        return base + reading(question.text)
    }
}
