import Essentials
import Foundation

/// One item of QTI 2 or 3, its names those of 2.
struct QTIItem {
    let item: SourceItem
    var root: MarkupElement { item.element }
    var session: ImportSession { item.session }
    var texts: RichTextReader { item.texts }

    static let interactions: Set<String> = [
        "choiceInteraction", "textEntryInteraction", "inlineChoiceInteraction", "extendedTextInteraction", "matchInteraction",
        "gapMatchInteraction", "orderInteraction", "associateInteraction", "sliderInteraction", "hottextInteraction",
    ]
    static let unsupported: Set<String> = [
        "hotspotInteraction", "graphicOrderInteraction", "graphicAssociateInteraction", "graphicGapMatchInteraction",
        "selectPointInteraction",
        "positionObjectInteraction", "uploadInteraction", "drawingInteraction", "mediaInteraction", "endAttemptInteraction",
        "customInteraction", "portableCustomInteraction",
    ]

    /// - Returns: `nil` for what cannot stand in a quiz, which is reported.
    func read() throws(ImportError) -> QuestionDraft? {
        let body = root.first("itemBody") ?? MarkupElement(name: "itemBody")
        let found = body.descendants(Self.interactions.union(Self.unsupported))
        let isInline = found.allSatisfy { $0.name == "textEntryInteraction" || $0.name == "inlineChoiceInteraction" }
        let name =
            found.isEmpty ? "item without interaction" : found.count == 1 || isInline ? found[0].name : "several interactions"
        let entry = item.find(name, title: root["title"] ?? root["identifier"] ?? "")
        if let why = refusal(name) {
            item.setAside(entry, why: why)
            return nil
        }
        guard let made = try QTIBody(item: self, body: body, interactions: found).read() else {
            item.setAside(
                entry, why: Phrase(fr: "sa bonne réponse n’est pas déclarée", en: "its right answer is not declared"))
            return nil
        }
        var draft = QuestionDraft(
            id: session.ids.take(root["identifier"] ?? root["title"] ?? "", kind: "question"), text: made.text,
            body: made.graded.body)
        draft.points = points
        var changes = made.graded.changes
        if let processing = root.first("responseProcessing"), processing["template"] == nil, !processing.children.isEmpty,
            !processing.descendants("customOperator").isEmpty
        {
            item.setAside(
                entry, why: Phrase(fr: "elle est notée par un opérateur propre", en: "it is marked by an operator of its own"))
            return nil
        } else if let processing = root.first("responseProcessing"), processing["template"] == nil,
            processing.elements.contains(where: {
                $0.name != "responseCondition" || $0.descendants("mapResponse").isEmpty && $0.descendants("match").isEmpty
            })
        {
            changes.append(
                Phrase(
                    fr: "notée d’après la bonne réponse déclarée, non par ses propres règles",
                    en: "marked by the declared right answer, not by its own rules"))
        }
        for feedback in root.all("modalFeedback") where feedback["identifier"].map({ !made.usedFeedback.contains($0) }) ?? true {
            let text = try texts.nodes(feedback.first("contentBody")?.children ?? feedback.children)
            let identifier = feedback["identifier"]?.lowercased() ?? ""
            if identifier.contains("incorrect") || identifier.contains("wrong") {
                draft.wrong = draft.wrong + text
            } else if identifier.contains("correct") || identifier.contains("right") {
                draft.right = draft.right + text
            } else {
                draft.explanation = draft.explanation + text
            }
        }
        return session.settle(draft, changes: changes, entry: entry)
    }

    private func refusal(_ name: String) -> Phrase? {
        if root["adaptive"] == "true" {
            return Phrase(fr: "un item adaptatif change pendant qu’on répond", en: "an adaptive item changes while one answers")
        }
        if Self.unsupported.contains(name) {
            return Phrase(fr: "Rebond n’a pas cette interaction", en: "Rebond does not have this interaction")
        }
        if name == "several interactions" {
            return Phrase(fr: "une question de Rebond n’a qu’une interaction", en: "a question of Rebond has one interaction")
        }
        return name == "item without interaction" ? Phrase(fr: "un texte sans question", en: "a text without a question") : nil
    }

    private var points: Double {
        for declaration in root.all("outcomeDeclaration") where declaration["identifier"] == "MAXSCORE" {
            if let value = declaration.at("defaultValue", "value")?.trimmedText.flatMap({ Double($0) }), value > 0 {
                return value
            }
        }
        let score = root.all("outcomeDeclaration").first { $0["identifier"] == "SCORE" }
        return score?["normalMaximum"].flatMap { Double($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 1
    }
}

/// What an item declares of one response.
struct QTIResponse {
    let correct: [String]
    /// Points by key.
    let mapping: [(key: String, points: Double, isCaseSensitive: Bool)]
    let baseType: String
    let cardinality: String

    init?(_ item: MarkupElement, for interaction: MarkupElement) {
        let identifier = interaction["responseIdentifier"]
        guard let declaration = item.all("responseDeclaration").first(where: { $0["identifier"] == identifier }) else {
            return nil
        }
        correct = declaration.first("correctResponse")?.all("value").map { $0.text.trimmed } ?? []
        mapping =
            declaration.first("mapping")?.all("mapEntry").map {
                ($0["mapKey"] ?? "", Double($0["mappedValue"] ?? "") ?? 0, $0["caseSensitive"] == "true")
            } ?? []
        baseType = declaration["baseType"] ?? "identifier"
        cardinality = declaration["cardinality"] ?? "single"
    }

    /// The values that are right: those declared so, else those worth most.
    var right: [String] {
        if !correct.isEmpty { return correct }
        let best = mapping.map(\.points).max() ?? 0
        return best > 0 ? mapping.filter { cardinality == "single" ? $0.points == best : $0.points > 0 }.map(\.key) : []
    }

    /// Texts that are taken as right: the declared one, and those worth as much.
    var accepted: [String] {
        let best = mapping.map(\.points).max() ?? 0
        return correct + mapping.filter { best > 0 && $0.points == best }.map(\.key)
    }

    var isPartial: Bool { Set(mapping.filter { $0.points > 0 }.map(\.points)).count > 1 }
}
