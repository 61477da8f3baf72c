import Essentials
import Foundation

/// Interactions of which the answer is pairs, places or a number.
extension QTIBody {
    private static func pair(_ text: String) -> (String, String)? {
        let parts = text.split(whereSeparator: \.isWhitespace)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }

    func match(_ element: MarkupElement, _ response: QTIResponse?) throws(ImportError) -> Made? {
        let sets = element.all("simpleMatchSet")
        guard let response, sets.count == 2 else { return nil }
        let right = response.right.compactMap(Self.pair)
        return try matching(
            left: sets[0].all("simpleAssociableChoice"), options: sets[1].all("simpleAssociableChoice"), pairs: right, changes: []
        )
    }

    func associate(_ element: MarkupElement, _ response: QTIResponse?) throws(ImportError) -> Made? {
        guard let response else { return nil }
        let all = element.all("simpleAssociableChoice")
        let pairs = response.right.compactMap(Self.pair)
        let lefts = Set(pairs.map(\.0))
        let rights = Set(pairs.map(\.1))
        if !lefts.isDisjoint(with: rights) { return nil }
        return try matching(
            left: all.filter { lefts.contains($0["identifier"] ?? "") },
            options: all.filter { !lefts.contains($0["identifier"] ?? "") },
            pairs: pairs,
            changes: [
                Phrase(
                    fr: "à chaque premier élément d’une paire on associe l’autre",
                    en: "the other one is matched to the first of each pair")
            ])
    }

    private func matching(
        left: [MarkupElement], options: [MarkupElement], pairs: [(String, String)], changes: [Phrase]
    ) throws(ImportError) -> Made? {
        let partner = Dictionary(grouping: pairs, by: \.0)
        var made: [QuestionDraft.Pair] = []
        var taken: Set<String> = []
        for element in left {
            let identifier = element["identifier"] ?? ""
            guard let found = partner[identifier], found.count == 1,
                let option = options.first(where: { $0["identifier"] == found[0].1 })
            else { return nil }
            taken.insert(found[0].1)
            made.append(QuestionDraft.Pair(left: try words(element).text, right: try words(option).text.plainText))
        }
        var distractors: [String] = []
        for option in options where !taken.contains(option["identifier"] ?? "") {
            distractors.append(try words(option).text.plainText)
        }
        return made.isEmpty
            ? nil : Made(text: try text(), graded: GradedBody(body: .matching(made, distractors: distractors), changes: changes))
    }

    func gapMatch(_ element: MarkupElement, _ response: QTIResponse?) throws(ImportError) -> Made? {
        guard let response, element.first("gapImg") == nil else { return nil }
        let words = element.all("gapText").map { (identifier: $0["identifier"] ?? "", text: $0.text.oneLine) }
        let right = Dictionary(response.right.compactMap(Self.pair).map { ($0.1, $0.0) }, uniquingKeysWith: { first, _ in first })
        var pieces: [QuestionDraft.Piece] = []
        for gap in element.descendants("gap") {
            guard let identifier = right[gap["identifier"] ?? ""],
                let index = words.firstIndex(where: { $0.identifier == identifier })
            else { return nil }
            pieces.append(.chosen(words.map(\.text), right: index))
        }
        var number = 0
        func marked(_ nodes: [MarkupNode]) -> [MarkupNode] {
            nodes.compactMap { node -> MarkupNode? in
                guard case .element(var inner) = node else { return node }
                if inner.name == "gap" {
                    number += 1
                    return .text(GapPassage.mark(number - 1))
                }
                if inner.name == "gapText" || inner.name == "prompt" { return nil }
                inner.children = marked(inner.children)
                return .element(inner)
            }
        }
        var made = passage(try texts.nodes(marked(element.children)), pieces)
        let above = try text()
        if !above.isEmpty { made.text = above }
        return made
    }

    func hottext(_ element: MarkupElement, _ response: QTIResponse?) throws(ImportError) -> Made? {
        guard let response, !response.right.isEmpty else { return nil }
        var used: Set<String> = []
        let choices = try choices(element.descendants("hottext"), right: Set(response.right), used: &used)
        let passage = try texts.nodes(
            element.children.filter { if case .element(let inner) = $0 { inner.name != "prompt" } else { true } })
        return Made(
            text: try text() + RichText(blocks: [.quote(passage.blocks)]),
            graded: GradedBody(
                body: .choice(isMultiple: response.cardinality != "single", isPartial: false, choices),
                changes: [
                    Phrase(
                        fr: "les mots à montrer dans le texte sont des choix sous le texte",
                        en: "the words to point at are choices below the text")
                ]),
            usedFeedback: used)
    }

    func slider(_ element: MarkupElement, _ response: QTIResponse?) throws(ImportError) -> Made? {
        guard let answer = response?.right.first.flatMap({ Double($0) }) else { return nil }
        let (low, high) = (element["lowerBound"] ?? "?", element["upperBound"] ?? "?")
        let bounds = Phrase(fr: "De \(low) à \(high).", en: "From \(low) to \(high).").in(item.session.language)
        return Made(
            text: try text() + RichText(plain: bounds),
            graded: GradedBody(
                body: .numeric(QuestionDraft.Number(answer: answer)),
                changes: [Phrase(fr: "le nombre se tape", en: "the number is typed")]))
    }
}
