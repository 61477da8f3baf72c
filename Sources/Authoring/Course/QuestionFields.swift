import CourseContent
import Essentials

/// The types of question that can be written.
enum QuestionType: String, CaseIterable {
    case single
    case multiple
    case trueFalse = "true-false"
    case numeric
    case shortText = "short-text"
    case gapFill = "gap-fill"
    case matching
    case ordering
    case longAnswer = "long-answer"
    case dictation

    static let sharedKeys = ["id", "type", "text", "points", "explanation", "feedback"]

    /// The keys of this type, besides the shared ones.
    var ownKeys: [String] {
        switch self {
        case .single: ["choices", "shuffle"]
        case .multiple: ["choices", "scoring", "shuffle"]
        case .trueFalse: ["answer"]
        case .numeric: ["answer", "tolerance", "unit", "units", "wrong-answers"]
        case .shortText: ["accepted", "case-sensitive", "accent-sensitive", "wrong-answers"]
        case .gapFill: ["passage", "case-sensitive", "accent-sensitive", "scoring"]
        case .matching: ["pairs", "distractors", "scoring"]
        case .ordering: ["items", "scoring"]
        case .longAnswer: ["min-words", "max-words", "model-answer", "criteria"]
        case .dictation: ["audio", "said", "also", "scoring"]
        }
    }

    /// All keys that this type knows.
    var keys: [String] { Self.keysByType[self] ?? [] }

    private static let keysByType = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, sharedKeys + $0.ownKeys) })

    /// For each key of another type, the types it belongs to.
    var foreignKeys: [String: Phrase] {
        var types: [String: [String]] = [:]
        for type in Self.allCases where type != self {
            for key in type.ownKeys where !ownKeys.contains(key) { types[key, default: []].append(type.rawValue) }
        }
        return types.mapValues { names in
            let list = names.joined(separator: ", ")
            return Phrase(fr: "C’est une clé du type \(list).", en: "It is a key of type \(list).")
        }
    }
}

/// One question of a quiz.
struct QuestionFields {
    let type: QuestionType
    let fields: Fields
    var scope: FileScope { fields.scope }

    init?(_ node: YAMLNode, scope: FileScope) {
        // The type says which keys are known, so it is looked for first.
        guard case .mapping(let entries) = node.content else {
            scope.report(.wrongType(.mapping, found: node), at: node)
            return nil
        }
        guard let entry = entries.first(where: { $0.key == "type" }) else {
            scope.report(.missingKey("type"), at: node)
            return nil
        }
        guard let type = scope.word(entry.value, as: QuestionType.self),
            let fields = Fields(
                node, keys: type.keys, elsewhere: type.foreignKeys, scope: scope)
        else { return nil }
        self.type = type
        self.fields = fields
    }

    /// The question; `nil` when it cannot be told apart from others or cannot be marked, which is reported.
    func question(_ renderer: inout ContentRenderer) -> Question? {
        let id = fields.identifier("id")
        let text = html("text", &renderer, required: true)
        let points = fields.number("points", in: 0.25...100) ?? 1
        let scoring = type.keys.contains("scoring") ? fields.word("scoring", as: Scoring.self) : nil
        let isShuffled = type.keys.contains("shuffle") ? fields.boolean("shuffle") : nil
        let explanation = html("explanation", &renderer)
        let feedback = feedback(&renderer)
        let body = body(&renderer, id: id ?? "", perAnswer: feedback.perAnswer)
        guard let id, let body else { return nil }
        return Question(
            id: id, text: text ?? "", points: points, scoring: scoring, explanation: explanation,
            feedback: feedback.common, isShuffled: isShuffled, body: body)
    }

    private func html(_ key: String, _ renderer: inout ContentRenderer, required: Bool = false) -> String? {
        guard let node = fields.value(key, required: required), let markdown = scope.markdown(node) else { return nil }
        return renderer.render(markdown, as: .text)
    }

    private struct Feedback {
        var common = QuestionFeedback()
        var perAnswer: [String: String] = [:]
    }

    private func feedback(_ renderer: inout ContentRenderer) -> Feedback {
        let keys = type == .trueFalse ? ["right", "wrong", "true", "false"] : ["right", "wrong"]
        guard let feedback = fields.fields("feedback", keys: keys) else { return Feedback() }
        var texts: [String: String] = [:]
        for key in keys {
            guard let node = feedback[key], let markdown = scope.markdown(node) else { continue }
            texts[key] = renderer.render(markdown, as: .text)
        }
        let isMixed = (texts["right"] ?? texts["wrong"]) != nil && (texts["true"] ?? texts["false"]) != nil
        if isMixed { scope.report(.mixedFeedback, at: feedback.position) }
        return Feedback(common: QuestionFeedback(right: texts["right"], wrong: texts["wrong"]), perAnswer: texts)
    }

    private func body(_ renderer: inout ContentRenderer, id: String, perAnswer: [String: String]) -> QuestionBody? {
        switch type {
        case .single, .multiple:
            let choices = choices(&renderer)
            return type == .single ? .single(choices: choices) : .multiple(choices: choices)
        case .trueFalse:
            guard let answer = fields.boolean("answer", required: true) else { return nil }
            return .trueFalse(answer: answer, ifTrue: perAnswer["true"], ifFalse: perAnswer["false"])
        case .numeric: return numericKey(&renderer).map { .numeric($0) }
        case .shortText: return .shortText(shortTextKey(&renderer))
        case .gapFill: return gapKey().map { .gapFill($0) }
        case .matching: return .matching(matchingKey(&renderer))
        case .ordering: return .ordering(orderingKey(&renderer, id: id))
        case .longAnswer: return .longAnswer(longAnswerKey(&renderer))
        case .dictation: return dictationKey(&renderer).map { .dictation($0) }
        }
    }

    // MARK: Choices

    private func choices(_ renderer: inout ContentRenderer) -> [Choice] {
        let items = fields.list("choices", required: true)
        let position = fields.position(of: "choices")
        if !items.isEmpty, !(2...12).contains(items.count) { scope.report(.choiceCount(items.count), at: position) }
        var choices: [Choice] = []
        var idLines: [String: Int] = [:]
        var textLines: [String: Int] = [:]
        for (index, item) in items.enumerated() {
            guard let fields = Fields(item, keys: ["id", "text", "correct", "feedback"], scope: scope) else { continue }
            let id = fields["id"].flatMap { scope.identifier($0) } ?? "c\(index + 1)"
            let isCorrect = fields.boolean("correct") ?? false
            let markdown = fields.value("text", required: true).flatMap { scope.markdown($0) }
            let feedback = fields["feedback"].flatMap { scope.markdown($0) }
            if let line = idLines.updateValue(fields.position(of: "id").line, forKey: id) {
                scope.report(.duplicateID(id, file: scope.source.file, line: line), at: fields.position(of: "id"))
            }
            if let markdown {
                let text = String(decoding: markdown.bytes, as: UTF8.self)
                if let line = textLines.updateValue(fields.position.line, forKey: text) {
                    scope.report(.duplicateAnswer(text, line: line), at: fields.position(of: "text"))
                }
            }
            choices.append(
                Choice(
                    id: id, text: markdown.map { renderer.render($0, as: .phrase) } ?? "", isCorrect: isCorrect,
                    feedback: feedback.map { renderer.render($0, as: .text) }))
        }
        let right = choices.count { $0.isCorrect }
        if !items.isEmpty, right == 0 { scope.report(.noRightChoice, at: position) }
        if type == .single, right > 1 { scope.report(.severalRightChoices(right), at: position) }
        return choices
    }
}
