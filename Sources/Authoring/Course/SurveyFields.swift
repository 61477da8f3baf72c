import CourseContent
import Essentials

/// The body of a survey.
struct SurveyFields {
    let fields: Fields
    let limits: FolderLimits
    private var scope: FileScope { fields.scope }

    static let keys = ["text", "anonymous", "questions"]

    func content(html: String, assets: [String]) -> SurveyContent {
        let isAnonymous = fields.boolean("anonymous", required: true) ?? true
        let list = fields.list("questions", required: true)
        if list.count > limits.questionsPerSurvey {
            scope.report(
                .tooMany(Phrase(fr: "questions", en: "questions"), limit: limits.questionsPerSurvey),
                at: fields.position(of: "questions"))
        }
        var seen: [String: SourcePosition] = [:]
        let questions = list.prefix(limits.questionsPerSurvey).compactMap { question($0, &seen) }
        return SurveyContent(html: html, isAnonymous: isAnonymous, questions: questions, assets: assets)
    }

    private enum Kind: String, CaseIterable {
        case choice, scale, text
    }

    private func question(_ node: YAMLNode, _ seen: inout [String: SourcePosition]) -> SurveyQuestion? {
        let keys = ["id", "type", "text", "choices", "several", "labels"]
        guard let entry = Fields(node, keys: keys, scope: scope) else { return nil }
        let text = entry.text("text", required: true, atMost: TextLimit.summary)
        let kind = entry.word("type", as: Kind.self, required: true)
        for (key, owner) in [("choices", Kind.choice), ("several", .choice), ("labels", .scale)]
        where entry[key] != nil && kind != nil && kind != owner {
            scope.report(.keyOfOtherQuestion(key, owner: owner.rawValue), at: entry.position(of: key))
        }
        let body: SurveyBody
        switch kind {
        case .choice: body = .choice(options: options(entry), isMultiple: entry.boolean("several") ?? false)
        case .scale: body = .scale(labels: labels(entry))
        case .text, nil: body = .text
        }
        guard let id = entry.identifier("id"), isNew(id, entry, &seen) else { return nil }
        return SurveyQuestion(id: id, text: text ?? "", body: body)
    }

    private func isNew(_ id: String, _ entry: Fields, _ seen: inout [String: SourcePosition]) -> Bool {
        let position = entry.position(of: "id")
        if let first = seen[id] {
            scope.report(.duplicateID(id, file: scope.source.file, line: first.line), at: position)
            return false
        }
        seen[id] = position
        return true
    }

    private func options(_ entry: Fields) -> [AnswerOption] {
        let list = entry.list("choices", required: true)
        if list.count == 1 || list.count > 20 { scope.report(.outOfRange("2", "20"), at: entry.position(of: "choices")) }
        var seen: [String: SourcePosition] = [:]
        return list.compactMap { node in
            guard let choice = Fields(node, keys: ["id", "text"], scope: scope) else { return nil }
            let text = choice.text("text", required: true, atMost: TextLimit.title)
            guard let id = choice.identifier("id"), isNew(id, choice, &seen) else { return nil }
            return AnswerOption(id: id, text: text ?? "")
        }
    }

    private func labels(_ entry: Fields) -> [String] {
        let list = entry.list("labels", required: true)
        if !list.isEmpty, list.count != 5 { scope.report(.fiveLabels(list.count), at: entry.position(of: "labels")) }
        return list.compactMap { scope.text($0, atMost: 60) }
    }
}

extension Finding {
    static func keyOfOtherQuestion(_ key: String, owner: String) -> Finding {
        Finding(
            "key-of-other-type",
            Phrase(fr: "« \(key) » va avec le type « \(owner) ».", en: "\"\(key)\" goes with the type \"\(owner)\"."),
            hint: Phrase(fr: "Retirez cette clé, ou changez de type.", en: "Take this key out, or change the type."))
    }

    static func fiveLabels(_ count: Int) -> Finding {
        Finding(
            "five-labels",
            Phrase(
                fr: "Une échelle va de 1 à 5 : il faut 5 mots, il y en a \(count).",
                en: "A scale goes from 1 to 5: it needs 5 labels, there are \(count)."),
            hint: Phrase(
                fr: "Par exemple « labels: [Pas du tout, Un peu, Moyennement, Bien, Très bien] ».",
                en: "For example \"labels: [Not at all, A little, Somewhat, Well, Very well]\"."))
    }
}
