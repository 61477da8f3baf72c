import Essentials
import Foundation

/// What stands between the braces of a question.
struct GIFTAnswers {
    enum Kind: String {
        case essay, truefalse, numerical, matching, multichoice, shortanswer
    }

    let kind: Kind
    /// Said whatever was answered, with its escapes hidden.
    let general: String?
    private let text: String

    init(_ block: String) {
        var text = block.trimmed
        if let mark = text.range(of: "####") {
            general = String(text[mark.upperBound...]).trimmed.ifAny
            text = String(text[..<mark.lowerBound]).trimmed
        } else {
            general = nil
        }
        self.text = text
        let word = text.prefix { $0 != "#" }.trimmed.uppercased()
        if text.isEmpty {
            kind = .essay
        } else if text.hasPrefix("#") {
            kind = .numerical
        } else if ["T", "F", "TRUE", "FALSE"].contains(word) {
            kind = .truefalse
        } else if text.contains("->"), !text.contains("~") {
            kind = .matching
        } else if text.contains("~") {
            kind = .multichoice
        } else {
            kind = .shortanswer
        }
    }

    /// - Returns: `nil` when the answers cannot be read.
    func body(_ texts: GIFTTexts) throws(ImportError) -> GradedBody? {
        switch kind {
        case .essay: return GradedBody(body: .longAnswer(minimum: nil, maximum: nil, model: RichText()))
        case .truefalse: return try trueFalse(texts)
        case .numerical: return try numbers(texts)
        case .matching: return try matching(texts)
        case .multichoice:
            let answers = try graded(texts)
            let single = answers.contains(where: \.isEqualSign)
            return GradedAnswers.choice(answers.map(\.answer), isSingle: single)
        case .shortanswer:
            let answers = try graded(texts)
            // One text alone may go without its sign.
            return answers.isEmpty ? nil : GradedAnswers.shortText(answers.map(\.answer), isCaseSensitive: false)
        }
    }

    private func trueFalse(_ texts: GIFTTexts) throws(ImportError) -> GradedBody {
        let parts = text.split(separator: "#", maxSplits: 2, omittingEmptySubsequences: false).map { String($0) }
        let answer = parts[0].trimmed.uppercased().hasPrefix("T")
        // The first feedback is that of the wrong answer, the second that of the right one.
        let wrong = parts.count > 1 ? try texts.rich(parts[1]) : RichText()
        let right = parts.count > 2 ? try texts.rich(parts[2]) : RichText()
        return GradedBody(body: .trueFalse(answer, ifTrue: answer ? right : wrong, ifFalse: answer ? wrong : right))
    }

    private func matching(_ texts: GIFTTexts) throws(ImportError) -> GradedBody? {
        var pairs: [QuestionDraft.Pair] = []
        var distractors: [String] = []
        for piece in text.split(separator: "=").map({ $0.trimmed }) where !piece.isEmpty {
            guard let arrow = piece.range(of: "->") else { return nil }
            let left = String(piece[..<arrow.lowerBound]).trimmed
            let right = GIFTEscapes.plain(String(piece[arrow.upperBound...])).oneLine
            if left.isEmpty {
                distractors.append(right)
            } else {
                pairs.append(QuestionDraft.Pair(left: try texts.rich(left), right: right))
            }
        }
        return GradedBody(body: .matching(pairs, distractors: distractors))
    }

    private struct Graded {
        var answer: GradedAnswer
        var isEqualSign: Bool
    }

    private func graded(_ texts: GIFTTexts) throws(ImportError) -> [Graded] {
        var pieces: [(sign: Character, text: String)] = []
        if !text.hasPrefix("="), !text.hasPrefix("~") { pieces.append(("=", "")) }
        for character in text {
            if character == "=" || character == "~" {
                pieces.append((character, ""))
            } else if !pieces.isEmpty {
                pieces[pieces.count - 1].text.append(character)
            }
        }
        var result: [Graded] = []
        for (sign, piece) in pieces {
            var rest = piece.trimmed
            if rest.isEmpty { continue }
            var percent = sign == "=" ? 100.0 : 0
            if rest.hasPrefix("%"), let end = rest.dropFirst().firstIndex(of: "%"),
                let weight = Double(rest[rest.index(after: rest.startIndex)..<end].replacing(",", with: ".").trimmed)
            {
                percent = weight
                rest = String(rest[rest.index(after: end)...]).trimmed
            }
            let (answer, feedback) = Self.split(rest)
            result.append(
                Graded(
                    answer: GradedAnswer(
                        rich: try texts.rich(answer), plain: GIFTEscapes.plain(answer).oneLine, percent: percent,
                        feedback: try feedback.map { text throws(ImportError) in try texts.rich(text) } ?? RichText()),
                    isEqualSign: sign == "="))
        }
        return result
    }

    private static func split(_ text: String) -> (answer: String, feedback: String?) {
        guard let mark = text.firstIndex(of: "#") else { return (text.trimmed, nil) }
        return (text[..<mark].trimmed, text[text.index(after: mark)...].trimmed.ifAny)
    }

    // MARK: Numbers

    private func numbers(_ texts: GIFTTexts) throws(ImportError) -> GradedBody? {
        var rest = String(text.dropFirst()).trimmed
        // Several answers each with their sign, or one alone.
        if !rest.contains("="), !rest.contains("~") { rest = "=" + rest }
        var answers: [(answer: GradedAnswer, value: Double?, tolerance: Double)] = []
        for graded in try GIFTAnswers(rest).graded(texts) {
            let written = graded.answer.plain
            if written.isEmpty || written == "*" {
                var other = graded.answer
                other.percent = 0
                answers.append((other, nil, 0))
                continue
            }
            guard let (value, tolerance) = Self.number(written) else { return nil }
            answers.append((graded.answer, value, tolerance))
        }
        return GradedAnswers.numeric(answers, unit: nil, units: [])
    }

    /// `12`, `12:0.5`, `11.5..12.5`.
    static func number(_ text: String) -> (value: Double, tolerance: Double)? {
        func double(_ text: some StringProtocol) -> Double? {
            Double(text.trimmed.replacing(",", with: ".")).flatMap { $0.isFinite ? $0 : nil }
        }
        if let dots = text.range(of: "..") {
            guard let low = double(text[..<dots.lowerBound]), let high = double(text[dots.upperBound...]) else { return nil }
            return ((low + high) / 2, abs(high - low) / 2)
        }
        let parts = text.split(separator: ":", maxSplits: 1)
        guard let first = parts.first, let value = double(first) else { return nil }
        return (value, parts.count > 1 ? abs(double(parts[1]) ?? 0) : 0)
    }
}
