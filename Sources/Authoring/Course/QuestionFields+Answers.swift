import CourseContent
import Essentials
import Foundation

extension QuestionFields {
    // MARK: Numbers

    func numericKey(_ renderer: inout ContentRenderer) -> NumericKey? {
        let answer = fields.number("answer", required: true)
        let tolerance = fields.number("tolerance", in: 0...1e15) ?? 0
        let unit = fields.text("unit", atMost: 30)
        let units = otherUnits(than: unit)
        var wrong: [WrongNumber] = []
        var lines: [Double: Int] = [:]
        for item in fields.list("wrong-answers") {
            guard let entry = Fields(item, keys: ["value", "tolerance", "feedback"], scope: scope) else { continue }
            let value = entry.number("value", required: true)
            let own = entry.number("tolerance", in: 0...1e15) ?? 0
            let feedback = feedback(of: entry, &renderer)
            guard let value else { continue }
            let position = entry.position(of: "value")
            if let answer, abs(value - answer) <= tolerance { scope.report(.wrongIsRight(value.written), at: position) }
            if let line = lines.updateValue(position.line, forKey: value) {
                scope.report(.duplicateAnswer(value.written, line: line), at: position)
            }
            wrong.append(WrongNumber(value: value, tolerance: own, feedback: feedback))
        }
        return answer.map { NumericKey(answer: $0, tolerance: tolerance, unit: unit, otherUnits: units, wrongAnswers: wrong) }
    }

    private func otherUnits(than unit: String?) -> [NumericUnit]? {
        let items = fields.list("units")
        if items.isEmpty { return nil }
        guard let unit else {
            scope.report(.unitsWithoutUnit, at: fields.position(of: "units"))
            return nil
        }
        var lines = [unit.folded: fields.position(of: "unit").line]
        var units: [NumericUnit] = []
        for item in items {
            guard let entry = Fields(item, keys: ["unit", "factor"], scope: scope) else { continue }
            let name = entry.text("unit", required: true, atMost: 30)
            let factor = entry.number("factor", in: 1e-12...1e12, required: true)
            guard let name, let factor else { continue }
            let position = entry.position(of: "unit")
            if let line = lines.updateValue(position.line, forKey: name.folded) {
                scope.report(.duplicateAnswer(name, line: line), at: position)
            }
            units.append(NumericUnit(unit: name, factor: factor))
        }
        return units
    }

    // MARK: Long texts

    func longAnswerKey(_ renderer: inout ContentRenderer) -> LongAnswerKey {
        let least = fields.integer("min-words", in: 1...3000)
        let most = fields.integer("max-words", in: 1...3000)
        if let least, let most, least > most { scope.report(.wordsReversed, at: fields.position(of: "max-words")) }
        let model = fields["model-answer"].flatMap { scope.markdown($0) }.map { renderer.render($0, as: .text) }
        let items = fields.list("criteria")
        if items.count > 20 {
            scope.report(.tooMany(Phrase(fr: "critères", en: "criteria"), limit: 20), at: fields.position(of: "criteria"))
        }
        let criteria = items.prefix(20).compactMap { scope.markdown($0) }.map { renderer.render($0, as: .phrase) }
        return LongAnswerKey(
            minimumWords: least, maximumWords: most, modelAnswer: model, criteria: criteria.isEmpty ? nil : criteria)
    }

    // MARK: Dictations

    func dictationKey(_ renderer: inout ContentRenderer) -> DictationKey? {
        let said = fields.text("said", required: true, atMost: TextLimit.summary)
        if let said, DictationComparison(said: said, typed: said).words == 0 {
            scope.report(.nothingSaid, at: fields.position(of: "said"))
        }
        let others = fields.list("also").compactMap { scope.text($0, atMost: TextLimit.summary) }
        guard let path = fields.text("audio", required: true, atMost: 500),
            let audio = renderer.sound(path, at: fields.position(of: "audio")), let said
        else { return nil }
        return DictationKey(said: said, others: others, audio: audio)
    }

    // MARK: Texts

    func shortTextKey(_ renderer: inout ContentRenderer) -> ShortTextKey {
        let isCaseSensitive = fields.boolean("case-sensitive") ?? false
        let isAccentSensitive = fields.boolean("accent-sensitive") ?? false
        func form(_ text: String) -> String {
            TypedText.normalised(text, isCaseSensitive: isCaseSensitive, isAccentSensitive: isAccentSensitive)
        }
        var lines: [String: Int] = [:]
        var accepted: [TextVariant] = []
        for item in fields.list("accepted", required: true) {
            guard let (variant, position) = variant(item, mayBePlain: true, &renderer) else { continue }
            if let line = lines[form(variant.text)] {
                scope.report(.sameVariant(variant.text, line: line), at: position)
            } else {
                lines[form(variant.text)] = position.line
            }
            accepted.append(variant)
        }
        let right = Set(lines.keys)
        var wrong: [TextVariant] = []
        for item in fields.list("wrong-answers") {
            guard let (variant, position) = variant(item, mayBePlain: false, &renderer) else { continue }
            let key = form(variant.text)
            if right.contains(key) {
                scope.report(.wrongIsRight(variant.text), at: position)
            } else if let line = lines.updateValue(position.line, forKey: key) {
                scope.report(.sameVariant(variant.text, line: line), at: position)
            }
            wrong.append(variant)
        }
        return ShortTextKey(
            accepted: accepted, isCaseSensitive: isCaseSensitive, isAccentSensitive: isAccentSensitive, wrongAnswers: wrong)
    }

    private func variant(
        _ node: YAMLNode, mayBePlain: Bool, _ renderer: inout ContentRenderer
    ) -> (variant: TextVariant, position: SourcePosition)? {
        if mayBePlain, case .scalar = node.content {
            return scope.text(node, atMost: 200).map { (TextVariant(text: $0), node.position) }
        }
        guard let entry = Fields(node, keys: ["text", "feedback"], scope: scope) else { return nil }
        let text = entry.text("text", required: true, atMost: 200)
        let feedback: String?
        if mayBePlain {
            feedback = entry["feedback"].flatMap { scope.markdown($0) }.map { renderer.render($0, as: .text) }
        } else {
            feedback = self.feedback(of: entry, &renderer)
        }
        return text.map { (TextVariant(text: $0, feedback: feedback), entry.position(of: "text")) }
    }

    /// The feedback of a wrong answer: what it is written for, so it is required.
    private func feedback(of entry: Fields, _ renderer: inout ContentRenderer) -> String {
        guard let node = entry.value("feedback", required: true), let markdown = scope.markdown(node) else { return "" }
        return renderer.render(markdown, as: .text)
    }
}
