package import CourseContent

/// What an answer is worth, and what is said of it.
package struct Mark: Sendable, Hashable {
    package let points: Double
    package let isRight: Bool
    /// Safe HTML, in the order in which it is shown: what is said of the answer given, then of right or wrong answers in general. Without the
    /// question's explanation.
    package let feedback: [String]
    /// Each field of a question that has several; empty for the other types, and for an order, which is right or wrong as a whole.
    package let parts: [PartMark]

    package init(points: Double, isRight: Bool, feedback: [String], parts: [PartMark] = []) {
        self.points = points
        self.isRight = isRight
        self.feedback = feedback
        self.parts = parts
    }
}

/// Whether one field is right.
package struct PartMark: Sendable, Hashable {
    package let id: String
    package let isRight: Bool
}

/// Marks answers. Pure: the same question and answer give the same mark for ever.
package enum Marking {
    /// The mark of one answer. No answer, or one of another shape, is wrong.
    ///
    /// Where partial credit counts: each right field of a gap fill or a matching is worth the same share; in an order, each item that comes
    /// right after the item it should follow; in a multiple choice, right choices minus wrong ones, never below 0.
    package static func mark(_ question: Question, _ response: Response?) -> Mark {
        let finding = finding(question.body, response)
        // What is said of a text is the tutor's.
        if case .longAnswer = question.body { return Mark(points: 0, isRight: false, feedback: []) }
        let general = finding.isRight ? question.feedback.right : question.feedback.wrong
        let share: Double =
            switch question.scoring ?? question.body.usualScoring {
            case .allOrNothing: finding.isRight ? 1 : 0
            case .partial: finding.share
            }
        return Mark(
            points: question.points * share, isRight: finding.isRight,
            feedback: finding.feedback + (general.map { [$0] } ?? []), parts: finding.parts)
    }

    /// Whole percentage of `points` in `maximum`, rounded down: 100 only when everything is right.
    package static func score(_ points: Double, of maximum: Double) -> Int {
        guard maximum > 0 else { return 0 }
        // 3 × 0.1 is a little less than 0.3 in binary: half a thousandth of a per cent is forgiven.
        return min(100, max(0, Int((points / maximum * 100 + 0.000_5).rounded(.down))))
    }

    private struct Finding {
        var isRight: Bool
        var feedback: [String]
        /// What partial credit gives, 0 to 1.
        var share: Double
        var parts: [PartMark] = []

        init(_ isRight: Bool, _ feedback: [String] = [], share: Double? = nil) {
            self.isRight = isRight
            self.feedback = feedback
            self.share = share ?? (isRight ? 1 : 0)
        }

        /// Each part is worth the same.
        init(_ parts: [PartMark]) {
            let right = parts.count(where: \.isRight)
            self.init(right == parts.count && right > 0, share: parts.isEmpty ? 0 : Double(right) / Double(parts.count))
            self.parts = parts
        }
    }

    private static func finding(_ body: QuestionBody, _ response: Response?) -> Finding {
        switch (body, response) {
        case (.single(let choices), .choice(let id)):
            guard let choice = choices.first(where: { $0.id == id }) else { return Finding(false) }
            return Finding(choice.isCorrect, said(choice.feedback))
        case (.multiple(let choices), .choices(let ids)):
            let chosen = choices.filter { ids.contains($0.id) }
            let right = choices.count(where: \.isCorrect)
            let found = chosen.count(where: \.isCorrect)
            let wrong = Set(ids).count - found
            return Finding(
                found == right && wrong == 0, chosen.compactMap(\.feedback),
                share: right == 0 ? 0 : max(0, Double(found - wrong) / Double(right)))
        case (.trueFalse(let answer, let ifTrue, let ifFalse), .truth(let given)):
            return Finding(given == answer, said(given ? ifTrue : ifFalse))
        case (.numeric(let key), .number(let text)): return finding(key, text)
        case (.shortText(let key), .text(let text)): return finding(key, text)
        case (.dictation(let key), .text(let text)):
            let comparison = key.comparison(with: text)
            return Finding(comparison.isRight, share: comparison.share)
        case (.gapFill(let key), .parts(let given)):
            return Finding(key.gaps.map { PartMark(id: $0.id, isRight: isRight($0, given[$0.id] ?? "", key)) })
        case (.matching(let key), .parts(let given)):
            return Finding(key.items.map { PartMark(id: $0.id, isRight: given[$0.id] == $0.answer) })
        case (.ordering(let key), .parts(let given)): return finding(key, given)
        case (.gapFill, _), (.matching, _):
            return Finding((body.parts ?? []).map { PartMark(id: $0.id, isRight: false) })
        default: return Finding(false)
        }
    }

    private static func isRight(_ gap: Gap, _ text: String, _ key: GapKey) -> Bool {
        switch gap.answer {
        case .chosen(let right, _): return text == right
        case .typed(let accepted):
            func form(_ text: String) -> String {
                TypedText.normalised(text, isCaseSensitive: key.isCaseSensitive, isAccentSensitive: key.isAccentSensitive)
            }
            let given = form(text)
            return !given.isEmpty && accepted.contains { form($0) == given }
        }
    }

    /// A place given to two items is given to none of them.
    private static func finding(_ key: OrderingKey, _ given: [String: String]) -> Finding {
        var places: [String: Int] = [:]
        for item in key.items { places[item.id] = given[item.id].flatMap { Int($0) } }
        var taken: [Int: Int] = [:]
        for place in places.values { taken[place, default: 0] += 1 }
        func place(_ id: String) -> Int? { places[id].flatMap { taken[$0] == 1 ? $0 : nil } }
        let steps = zip(key.order, key.order.dropFirst())
        let right = steps.count { before, after in
            guard let first = place(before), let second = place(after) else { return false }
            return second == first + 1
        }
        let all = key.order.count - 1
        return Finding(all > 0 && right == all, share: all > 0 ? Double(right) / Double(all) : 0)
    }

    private static func finding(_ key: NumericKey, _ text: String) -> Finding {
        var readings = TypedNumber.readings(of: text, unit: key.unit)
        for other in key.otherUnits ?? [] {
            readings += TypedNumber.readings(of: text, inUnit: other.unit).map { $0 * other.factor }
        }
        if readings.contains(where: { isWithin($0, key.answer, key.tolerance) }) { return Finding(true) }
        let known = key.wrongAnswers.first { wrong in
            readings.contains { isWithin($0, wrong.value, wrong.tolerance) }
        }
        return Finding(false, said(known?.feedback))
    }

    private static func finding(_ key: ShortTextKey, _ text: String) -> Finding {
        let given = TypedText.normalised(text, for: key)
        if given.isEmpty { return Finding(false) }
        let matches = { (variant: TextVariant) in TypedText.normalised(variant.text, for: key) == given }
        if let accepted = key.accepted.first(where: matches) {
            return Finding(true, said(accepted.feedback))
        }
        return Finding(false, said(key.wrongAnswers.first(where: matches)?.feedback))
    }

    /// Bounds included, although 0.4 − 0.3 is a little more than 0.1 in binary.
    private static func isWithin(_ value: Double, _ answer: Double, _ tolerance: Double) -> Bool {
        let forgiven = max(abs(value), abs(answer), tolerance) * 1e-12
        return abs(value - answer) <= tolerance + forgiven
    }

    private static func said(_ feedback: String?) -> [String] { feedback.map { [$0] } ?? [] }
}
