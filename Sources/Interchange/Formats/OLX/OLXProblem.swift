import Essentials
import Foundation

/// A problem of Open edX: texts and responses as they follow each other. Each response is a question.
struct OLXProblem {
    let item: SourceItem
    private var element: MarkupElement { item.element }
    private var session: ImportSession { item.session }
    private var texts: RichTextReader { item.texts }

    static let supported: Set<String> = [
        "multiplechoiceresponse", "choiceresponse", "optionresponse", "stringresponse", "numericalresponse",
    ]
    static let unsupported: Set<String> = [
        "formularesponse", "customresponse", "schematicresponse", "imageresponse", "coderesponse", "externalresponse",
        "javascriptresponse",
        "symbolicresponse", "truefalseresponse", "annotationresponse", "choicetextresponse", "multiexternalresponse",
    ]
    private static let inputs: Set<String> = [
        "choicegroup", "checkboxgroup", "optioninput", "textline", "formulaequationinput", "responseparam", "additional_answer",
        "correcthint",
        "stringequalhint", "compoundhint", "hintgroup", "solution", "demandhint", "script",
    ]

    func read(into runs: inout ActivityRuns) throws(ImportError) {
        let title = element["display_name"] ?? ""
        let entry = item.find("problem", title: title)
        var problem = element
        if problem.elements.first(where: { _ in true }) == nil, let markdown = element["markdown"]?.ifAny {
            problem.children = OLXMarkdown.nodes(markdown)
        }
        let responses = problem.descendants(Self.supported.union(Self.unsupported))
        let entries = responses.map { item.find($0.name, title: title) }
        let isComputed = problem.descendants("script").contains { !($0["type"] ?? "").lowercased().contains("javascript") }
        if isComputed || responses.isEmpty {
            let why =
                isComputed
                ? Phrase(fr: "ses valeurs sont calculées par un programme", en: "its values are computed by a program")
                : Phrase(fr: "un énoncé sans réponse à donner", en: "a statement without an answer to give")
            for entry in entries + [entry] { item.setAside(entry, why: why) }
            return
        }
        var walk = Walk(pending: [])
        var index = 0
        var questions: [QuestionDraft] = []
        let solution = problem.descendants("solution").first
        let explanation = try solution.map { element throws(ImportError) in try texts.nodes(element.children) } ?? RichText()
        try walkNodes(problem.children, &walk) { response, before throws(ImportError) in
            let entry = entries[index]
            index += 1
            guard let made = try body(response) else {
                item.setAside(
                    entry,
                    why: Phrase(
                        fr: "Rebond n’a pas de question de ce type, ou ses réponses ne se lisent pas",
                        en: "Rebond has no question of this type, or its answers cannot be read"))
                return
            }
            let own = response.children.filter {
                if case .element(let inner) = $0 { !Self.inputs.contains(inner.name) } else { true }
            }
            let name = (element["url_name"] ?? title) + (responses.count > 1 ? "-\(index)" : "")
            var draft = QuestionDraft(
                id: session.ids.take(name, kind: "question"), text: try texts.nodes(before + own), body: made.body)
            draft.points = (element["weight"].flatMap { Double($0) } ?? Double(responses.count)) / Double(responses.count)
            draft.explanation = explanation
            if let hint = response.all("correcthint").first ?? response.descendants("correcthint").first {
                draft.right = try texts.nodes(hint.children)
            }
            var changes = made.changes
            if problem.first("demandhint") != nil { changes.append(Phrase(fr: "sans ses indices", en: "without its hints")) }
            if let question = session.settle(draft, changes: changes, entry: entry) { questions.append(question) }
        }
        for question in questions { runs.add(.question(question)) }
        if questions.isEmpty {
            item.setAside(
                entry, why: Phrase(fr: "aucune de ses réponses n’a pu être reprise", en: "none of its responses could be taken"))
        } else {
            session.ledger.imported(
                entry,
                changes: questions.count < responses.count || responses.count > 1
                    ? [Phrase(fr: "\(questions.count) question(s)", en: "\(questions.count) question(s)")] : [])
        }
    }

    private struct Walk {
        var pending: [MarkupNode]
    }

    /// Calls `take` for every response, with the texts that stand before it.
    private func walkNodes(
        _ nodes: [MarkupNode], _ walk: inout Walk, _ take: (MarkupElement, [MarkupNode]) throws(ImportError) -> Void
    ) throws(ImportError) {
        for node in nodes {
            guard case .element(let inner) = node else {
                walk.pending.append(node)
                continue
            }
            if Self.supported.contains(inner.name) || Self.unsupported.contains(inner.name) {
                let before = walk.pending
                walk.pending = []
                try take(inner, before)
            } else if !inner.descendants(Self.supported.union(Self.unsupported)).isEmpty {
                try walkNodes(inner.children, &walk, take)
            } else if !["solution", "demandhint", "script"].contains(inner.name) {
                walk.pending.append(
                    inner.name == "label" || inner.name == "description" || inner.name == "legend"
                        ? .element(MarkupElement(name: "p", children: inner.children)) : node)
            }
        }
    }

    // MARK: Responses

    private func body(_ response: MarkupElement) throws(ImportError) -> GradedBody? {
        switch response.name {
        case "multiplechoiceresponse", "choiceresponse":
            let isMultiple = response.name == "choiceresponse"
            var choices: [QuestionDraft.Choice] = []
            for choice in response.descendants("choice") {
                let hints = choice.all("choicehint")
                let words = choice.children.filter {
                    if case .element(let inner) = $0 { inner.name != "choicehint" } else { true }
                }
                let hint = hints.first { ($0["selected"] ?? "true") == "true" }
                choices.append(
                    QuestionDraft.Choice(
                        text: try texts.nodes(words), isCorrect: choice["correct"]?.lowercased() == "true",
                        feedback: try hint.map { element throws(ImportError) in try texts.nodes(element.children) } ?? RichText())
                )
            }
            return GradedBody(body: .choice(isMultiple: isMultiple, isPartial: response["partial_credit"] != nil, choices))
        case "optionresponse": return options(response)
        case "stringresponse": return try strings(response)
        case "numericalresponse": return number(response)
        default: return nil
        }
    }

    private func options(_ response: MarkupElement) -> GradedBody? {
        guard let input = response.descendants("optioninput").first else { return nil }
        var options = input.all("option").map { (text: $0.text.oneLine, isRight: $0["correct"]?.lowercased() == "true") }
        if options.isEmpty, let list = input["options"] {
            let names = list.trimmingCharacters(in: CharacterSet(charactersIn: "() ")).split(separator: ",").map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " '\""))
            }
            options = names.map { ($0, $0 == input["correct"]) }
        }
        return GradedBody(
            body: .choice(
                isMultiple: false, isPartial: false,
                options.map { QuestionDraft.Choice(text: RichText(plain: $0.text), isCorrect: $0.isRight) }))
    }

    private func strings(_ response: MarkupElement) throws(ImportError) -> GradedBody? {
        guard let answer = response["answer"] else { return nil }
        let kind = response["type"]?.lowercased() ?? ""
        if kind.contains("regexp") { return nil }
        let others = response.all("additional_answer").map { $0["answer"] ?? $0.text }
        var wrong: [QuestionDraft.Text] = []
        for hint in response.all("stringequalhint") {
            wrong.append(QuestionDraft.Text(text: hint["answer"] ?? "", feedback: try texts.nodes(hint.children)))
        }
        return GradedBody(
            body: .shortText(
                accepted: ([answer] + others).map { QuestionDraft.Text(text: $0) }, wrong: wrong,
                isCaseSensitive: !kind.contains("ci")))
    }

    private func number(_ response: MarkupElement) -> GradedBody? {
        guard let answer = response["answer"]?.trimmed else { return nil }
        var number: QuestionDraft.Number
        if let first = answer.first, "[(".contains(first), let last = answer.last, "])".contains(last) {
            let ends = answer.dropFirst().dropLast().split(separator: ",").compactMap { Double($0.trimmed) }
            guard ends.count == 2 else { return nil }
            number = QuestionDraft.Number(answer: (ends[0] + ends[1]) / 2, tolerance: abs(ends[1] - ends[0]) / 2)
        } else {
            guard let value = Double(answer) else { return nil }
            number = QuestionDraft.Number(answer: value)
            if let written = response.descendants("responseparam").first(where: { $0["type"] == "tolerance" })?["default"]?
                .trimmed
            {
                let share = written.hasSuffix("%")
                let amount = Double(share ? String(written.dropLast()) : written) ?? 0
                number.tolerance = share ? abs(value) * amount / 100 : amount
            }
        }
        return GradedBody(body: .numeric(number))
    }
}

/// The short form in which authors of Open edX write problems, where the archive holds no other.
enum OLXMarkdown {
    static func nodes(_ markdown: String) -> [MarkupNode] {
        var nodes: [MarkupNode] = []
        var choices: [MarkupNode] = []
        var isMultiple = false
        func closed() -> [MarkupNode] {
            if choices.isEmpty { return [] }
            let group = MarkupElement(name: isMultiple ? "checkboxgroup" : "choicegroup", children: choices)
            return [
                .element(
                    MarkupElement(name: isMultiple ? "choiceresponse" : "multiplechoiceresponse", children: [.element(group)]))
            ]
        }
        for raw in markdown.split(whereSeparator: \.isNewline) {
            let line = raw.trimmed
            let mark = line.prefix(3).lowercased()
            if ["( )", "(x)", "[ ]", "[x]"].contains(mark) {
                isMultiple = mark.hasPrefix("[")
                let words = MarkupNode.text(line.dropFirst(3).trimmed)
                choices.append(
                    .element(
                        MarkupElement(
                            name: "choice", attributes: ["correct": mark.contains("x") ? "true" : "false"], children: [words])))
                continue
            }
            nodes += closed()
            choices = []
            if line.hasPrefix("="), !line.hasPrefix("==") {
                let answer = line.dropFirst().trimmed
                let isNumber = Double(answer.split(separator: " ").first ?? "") != nil
                let parts = answer.components(separatedBy: "+-")
                var response = MarkupElement(
                    name: isNumber ? "numericalresponse" : "stringresponse",
                    attributes: ["answer": parts[0].trimmed, "type": "ci"])
                if isNumber, parts.count > 1 {
                    response.children = [
                        .element(
                            MarkupElement(name: "responseparam", attributes: ["type": "tolerance", "default": parts[1].trimmed]))
                    ]
                }
                nodes.append(.element(response))
            } else if !line.isEmpty, !line.allSatisfy({ $0 == "=" }), line != "[explanation]" {
                let words = line.replacing(">>", with: "").replacing("<<", with: "")
                nodes.append(.element(MarkupElement(name: "p", children: [.text(words)])))
            }
        }
        return nodes + closed()
    }
}
