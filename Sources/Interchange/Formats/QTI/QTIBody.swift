import Essentials
import Foundation

/// Makes a question's text and answers of the body of an item.
struct QTIBody {
    struct Made {
        var text: RichText
        var graded: GradedBody
        /// Identifiers of feedback that stands with a choice.
        var usedFeedback: Set<String> = []
    }

    let item: QTIItem
    let body: MarkupElement
    let interactions: [MarkupElement]
    var texts: RichTextReader { item.texts }

    /// - Returns: `nil` when no right answer is declared.
    func read() throws(ImportError) -> Made? {
        guard let first = interactions.first else { return nil }
        let response = QTIResponse(item.root, for: first)
        switch first.name {
        case "choiceInteraction": return try choice(first, response)
        case "extendedTextInteraction": return try extended(first)
        case "orderInteraction": return try order(first, response)
        case "matchInteraction": return try match(first, response)
        case "associateInteraction": return try associate(first, response)
        case "gapMatchInteraction": return try gapMatch(first, response)
        case "hottextInteraction": return try hottext(first, response)
        case "sliderInteraction": return try slider(first, response)
        case "textEntryInteraction", "inlineChoiceInteraction":
            if interactions.count == 1, first.name == "textEntryInteraction" { return try entry(first, response) }
            return try gaps()
        default: return nil
        }
    }

    // MARK: Texts

    /// The body without its interactions, and their prompts.
    func text(replacing mark: (MarkupElement) -> [MarkupNode] = { _ in [] }) throws(ImportError) -> RichText {
        var number = 0
        func without(_ nodes: [MarkupNode]) -> [MarkupNode] {
            nodes.flatMap { node -> [MarkupNode] in
                guard case .element(var element) = node else { return [node] }
                if QTIItem.interactions.contains(element.name) {
                    number += 1
                    return (element.first("prompt").map { [.element(MarkupElement(name: "p", children: $0.children))] } ?? [])
                        + mark(element)
                }
                if element.name == "rubricBlock", element["view"].map({ !$0.contains("candidate") }) ?? false { return [] }
                if ["feedbackInline", "feedbackBlock", "templateInline", "templateBlock"].contains(element.name) { return [] }
                element.children = without(element.children)
                return [.element(element)]
            }
        }
        return try texts.nodes(without(body.children))
    }

    /// The words of a choice, and what is said of it.
    func words(_ element: MarkupElement) throws(ImportError) -> (text: RichText, feedback: RichText) {
        let feedback = element.descendants("feedbackInline").first
        func without(_ nodes: [MarkupNode]) -> [MarkupNode] {
            nodes.compactMap { node in
                guard case .element(var inner) = node else { return node }
                if inner.name == "feedbackInline" { return nil }
                inner.children = without(inner.children)
                return .element(inner)
            }
        }
        return (
            try texts.nodes(without(element.children)),
            try feedback.map { element throws(ImportError) in try texts.nodes(element.children) } ?? RichText()
        )
    }

    func choices(_ elements: [MarkupElement], right: Set<String>, used: inout Set<String>) throws(ImportError)
        -> [QuestionDraft.Choice]
    {
        var choices: [QuestionDraft.Choice] = []
        for element in elements {
            let identifier = element["identifier"] ?? ""
            var (text, feedback) = try words(element)
            if feedback.isEmpty, let modal = item.root.all("modalFeedback").first(where: { $0["identifier"] == identifier }) {
                feedback = try texts.nodes(modal.first("contentBody")?.children ?? modal.children)
                used.insert(identifier)
            }
            choices.append(QuestionDraft.Choice(text: text, isCorrect: right.contains(identifier), feedback: feedback))
        }
        return choices
    }

    // MARK: Interactions

    private func choice(_ element: MarkupElement, _ response: QTIResponse?) throws(ImportError) -> Made? {
        guard let response, !response.right.isEmpty else { return nil }
        var used: Set<String> = []
        let choices = try choices(element.all("simpleChoice"), right: Set(response.right), used: &used)
        let isMultiple = response.cardinality != "single"
        let isMapped = !response.mapping.isEmpty && isMultiple
        var changes: [Phrase] = []
        if response.isPartial {
            changes.append(
                isMultiple
                    ? Phrase(
                        fr: "les choix justes valent tous la même part", en: "the right choices are all worth the same share")
                    : GradedAnswers.partial)
        }
        let graded = GradedBody(body: .choice(isMultiple: isMultiple, isPartial: isMapped, choices), changes: changes)
        return Made(text: try text(), graded: graded, usedFeedback: used)
    }

    private func extended(_ element: MarkupElement) throws(ImportError) -> Made {
        var model = RichText()
        for rubric in body.descendants("rubricBlock") where rubric["view"].map({ !$0.contains("candidate") }) ?? false {
            model = model + (try texts.nodes(rubric.first("contentBody")?.children ?? rubric.children))
        }
        if let answer = QTIResponse(item.root, for: element)?.correct.first { model = model + RichText(plain: answer) }
        let changes =
            model.isEmpty
            ? []
            : [
                Phrase(
                    fr: "ce qui s’adressait à qui corrige devient la réponse modèle",
                    en: "what was for the scorer becomes the model answer")
            ]
        return Made(
            text: try text(), graded: GradedBody(body: .longAnswer(minimum: nil, maximum: nil, model: model), changes: changes))
    }

    private func entry(_ element: MarkupElement, _ response: QTIResponse?) throws(ImportError) -> Made? {
        guard let response, let first = response.accepted.first else { return nil }
        let text = try text { _ in [.text(" _____ ")] }
        let others = Array(response.accepted.dropFirst())
        if response.baseType == "float" || response.baseType == "integer", let number = Double(first) {
            return Made(text: text, graded: GradedBody(body: .numeric(QuestionDraft.Number(answer: number))))
        }
        let isCaseSensitive = response.mapping.isEmpty ? true : response.mapping.contains { $0.isCaseSensitive }
        return Made(
            text: text,
            graded: GradedBody(
                body: .shortText(
                    accepted: ([first] + others).map { QuestionDraft.Text(text: $0) }, wrong: [], isCaseSensitive: isCaseSensitive
                ),
                changes: response.isPartial ? [GradedAnswers.partial] : []))
    }

    /// Several fields in a text.
    private func gaps() throws(ImportError) -> Made? {
        var pieces: [QuestionDraft.Piece] = []
        var isCaseSensitive = false
        for interaction in interactions {
            guard let response = QTIResponse(item.root, for: interaction) else { return nil }
            if interaction.name == "inlineChoiceInteraction" {
                let options = interaction.all("inlineChoice")
                guard let right = response.right.first, let index = options.firstIndex(where: { $0["identifier"] == right })
                else { return nil }
                pieces.append(.chosen(options.map { $0.text.oneLine }, right: index))
            } else {
                if response.accepted.isEmpty { return nil }
                isCaseSensitive = isCaseSensitive || response.mapping.contains { $0.isCaseSensitive }
                pieces.append(.typed(response.accepted))
            }
        }
        var number = 0
        let rich = try text { _ in
            number += 1
            return [.text(GapPassage.mark(number - 1))]
        }
        return passage(rich, pieces, isCaseSensitive: isCaseSensitive)
    }

    func passage(_ rich: RichText, _ pieces: [QuestionDraft.Piece], isCaseSensitive: Bool = false) -> Made {
        Made(
            text: GapPassage.above(rich, language: item.session.language),
            graded: GradedBody(
                body: .gapFill(GapPassage.pieces(rich.paragraphs, pieces), isCaseSensitive: isCaseSensitive),
                changes: [Phrase(fr: "un texte à trous, sans sa mise en forme", en: "a text with gaps, without its form")]))
    }

    private func order(_ element: MarkupElement, _ response: QTIResponse?) throws(ImportError) -> Made? {
        guard let response, !response.correct.isEmpty else { return nil }
        var items: [RichText] = []
        for identifier in response.correct {
            guard let choice = element.all("simpleChoice").first(where: { $0["identifier"] == identifier }) else { return nil }
            items.append(try words(choice).text)
        }
        return Made(text: try text(), graded: GradedBody(body: .ordering(items)))
    }
}
