package import CourseContent

/// What an answer is worth, and what is said of it.
package struct Mark: Sendable, Hashable {
    package let points: Double
    package let isRight: Bool
    /// Safe HTML, in the order in which it is shown: what is said of the answer given, then of right or wrong answers in general. Without the
    /// question's explanation.
    package let feedback: [String]

    package init(points: Double, isRight: Bool, feedback: [String]) {
        self.points = points
        self.isRight = isRight
        self.feedback = feedback
    }
}

/// Marks answers. Pure: the same question and answer give the same mark for ever.
package enum Marking {
    /// The mark of one answer. No answer, or one of another shape, is wrong.
    package static func mark(_ question: Question, _ response: Response?) -> Mark {
        let finding = finding(question.body, response)
        let general = finding.isRight ? question.feedback.right : question.feedback.wrong
        return Mark(
            points: finding.isRight ? question.points : 0, isRight: finding.isRight,
            feedback: finding.feedback + (general.map { [$0] } ?? []))
    }

    /// Whole percentage of `points` in `maximum`, rounded down: 100 only when everything is right.
    package static func score(_ points: Double, of maximum: Double) -> Int {
        guard maximum > 0 else { return 0 }
        // 3 × 0.1 is a little less than 0.3 in binary: half a thousandth of a per cent is forgiven.
        return min(100, max(0, Int((points / maximum * 100 + 0.000_5).rounded(.down))))
    }

    private typealias Finding = (isRight: Bool, feedback: [String])

    private static func finding(_ body: QuestionBody, _ response: Response?) -> Finding {
        switch (body, response) {
        case (.single(let choices), .choice(let id)):
            guard let choice = choices.first(where: { $0.id == id }) else { return (false, []) }
            return (choice.isCorrect, said(choice.feedback))
        case (.multiple(let choices), .choices(let ids)):
            let chosen = choices.filter { ids.contains($0.id) }
            let isRight = choices.allSatisfy { $0.isCorrect == ids.contains($0.id) }
            return (isRight && chosen.count == Set(ids).count, chosen.compactMap(\.feedback))
        case (.trueFalse(let answer, let ifTrue, let ifFalse), .truth(let given)):
            return (given == answer, said(given ? ifTrue : ifFalse))
        case (.numeric(let key), .number(let text)): return finding(key, text)
        case (.shortText(let key), .text(let text)): return finding(key, text)
        default: return (false, [])
        }
    }

    private static func finding(_ key: NumericKey, _ text: String) -> Finding {
        let readings = TypedNumber.readings(of: text, unit: key.unit)
        if readings.contains(where: { isWithin($0, key.answer, key.tolerance) }) { return (true, []) }
        let known = key.wrongAnswers.first { wrong in
            readings.contains { isWithin($0, wrong.value, wrong.tolerance) }
        }
        return (false, said(known?.feedback))
    }

    private static func finding(_ key: ShortTextKey, _ text: String) -> Finding {
        let given = TypedText.normalised(text, for: key)
        if given.isEmpty { return (false, []) }
        let matches = { (variant: TextVariant) in TypedText.normalised(variant.text, for: key) == given }
        if let accepted = key.accepted.first(where: matches) { return (true, said(accepted.feedback)) }
        return (false, said(key.wrongAnswers.first(where: matches)?.feedback))
    }

    /// Bounds included, although 0.4 − 0.3 is a little more than 0.1 in binary.
    private static func isWithin(_ value: Double, _ answer: Double, _ tolerance: Double) -> Bool {
        let forgiven = max(abs(value), abs(answer), tolerance) * 1e-12
        return abs(value - answer) <= tolerance + forgiven
    }

    private static func said(_ feedback: String?) -> [String] { feedback.map { [$0] } ?? [] }
}
