import Assessment
import CourseContent

/// Answers to a quiz that pass it or do not.
enum DemonstrationAnswers {
    /// - Parameters:
    ///   - score: the percentage to reach.
    ///   - passes: whether these answers reach it.
    static func drafts(
        _ quiz: QuizContent, score: Int, passes: Bool, _ random: inout DemonstrationRandom
    ) -> [DraftAnswer] {
        var wrong: Set<String> = []
        // Texts stay unwritten: nobody of the demonstration reads them.
        let others = quiz.questions.filter { if case .longAnswer = $0.body { false } else { true } }
        var points = others.reduce(0) { $0 + $1.points }
        for question in others.shuffled(using: &random) {
            let left = points - question.points
            let stillPasses = Marking.score(left, of: quiz.points) >= score
            if passes {
                // At most one slip, and not always.
                if stillPasses, random.chance(1, in: 3) { wrong.insert(question.id) }
                break
            }
            guard Marking.score(points, of: quiz.points) >= score else { break }
            wrong.insert(question.id)
            points = left
        }
        return quiz.questions.map { question in
            DraftAnswer(
                question: question.id,
                response: wrong.contains(question.id) ? mistaken(question.body) : right(question.body))
        }
    }

    private static func right(_ body: QuestionBody) -> RawResponse {
        switch body {
        case .single(let choices): .one(choices.first(where: \.isCorrect)?.id ?? "")
        case .multiple(let choices): .several(choices.filter(\.isCorrect).map(\.id))
        case .trueFalse(let answer, _, _): .one(answer ? "true" : "false")
        case .numeric(let key): .one(text(of: key.answer))
        case .shortText(let key): .one(key.accepted.first?.text ?? "")
        case .gapFill(let key): .parts(Dictionary(key.gaps.map { ($0.id, right($0)) }, uniquingKeysWith: { first, _ in first }))
        case .matching(let key):
            .parts(Dictionary(key.items.map { ($0.id, $0.answer) }, uniquingKeysWith: { first, _ in first }))
        case .ordering(let key): .parts(places(of: key.order))
        case .dictation(let key): .one(key.said)
        case .longAnswer: .one("")
        }
    }

    private static func mistaken(_ body: QuestionBody) -> RawResponse {
        switch body {
        case .single(let choices): .one(choices.first { !$0.isCorrect }?.id ?? "")
        case .multiple(let choices): .several(choices.first { !$0.isCorrect }.map { [$0.id] } ?? [])
        case .trueFalse(let answer, _, _): .one(answer ? "false" : "true")
        case .numeric(let key): .one(text(of: key.wrongAnswers.first?.value ?? key.answer + key.tolerance * 2 + 1))
        case .shortText(let key): .one(key.wrongAnswers.first?.text ?? "?")
        case .gapFill(let key):
            .parts(Dictionary(key.gaps.map { ($0.id, mistaken($0)) }, uniquingKeysWith: { first, _ in first }))
        case .matching(let key):
            .parts(
                Dictionary(
                    key.items.map { item in (item.id, key.options.first { $0.id != item.answer }?.id) },
                    uniquingKeysWith: { first, _ in first }))
        case .ordering(let key): .parts(places(of: key.order.reversed()))
        case .dictation: .one("?")
        case .longAnswer: .one("")
        }
    }

    private static func right(_ gap: Gap) -> String? {
        switch gap.answer {
        case .typed(let accepted): accepted.first
        case .chosen(let right, _): right
        }
    }

    private static func mistaken(_ gap: Gap) -> String? {
        switch gap.answer {
        case .typed: "?"
        case .chosen(let right, let options): options.first { $0.id != right }?.id
        }
    }

    private static func places(of order: [String]) -> [String: String?] {
        Dictionary(order.enumerated().map { ($0.element, "\($0.offset + 1)") }, uniquingKeysWith: { first, _ in first })
    }

    private static func text(of number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
    }
}
