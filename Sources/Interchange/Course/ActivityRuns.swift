import Essentials

/// Pieces that follow each other on one page elsewhere, as activities: texts become lessons, questions quizzes, in their order.
struct ActivityRuns {
    enum Piece {
        case text(RichText)
        case question(QuestionDraft)
        case deck(DeckDraft)
        case discussion(RichText)
    }

    private(set) var pieces: [Piece] = []

    mutating func add(_ piece: Piece) {
        if case .text(let text) = piece, text.isEmpty { return }
        pieces.append(piece)
    }

    /// - Parameters:
    ///   - id: the id of the first activity; the others have it with a number.
    ///   - title: of the first activity.
    func activities(id: String, title: String, session: ImportSession) -> [ActivityDraft] {
        var bodies: [ActivityDraft.Body] = []
        for piece in pieces {
            switch (piece, bodies.last) {
            case (.text(let text), .lesson(let before)?): bodies[bodies.count - 1] = .lesson(before + text)
            case (.text(let text), _): bodies.append(.lesson(text))
            case (.question(let question), .quiz(var quiz)?):
                quiz.items.append(.question(question))
                bodies[bodies.count - 1] = .quiz(quiz)
            case (.question(let question), _): bodies.append(.quiz(QuizDraft(items: [.question(question)])))
            case (.deck(let deck), _): bodies.append(.deck(deck))
            case (.discussion(let text), _): bodies.append(.discussion(text))
            }
        }
        return bodies.enumerated().map { index, body in
            ActivityDraft(
                id: index == 0 ? id : session.ids.take("\(id)-\(index + 1)", kind: "activity"),
                title: index == 0 ? title : "\(title) (\(index + 1))", body: body)
        }
    }
}
