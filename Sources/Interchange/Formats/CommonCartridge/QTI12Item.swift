import Essentials
import Foundation

/// One question of QTI 1.2, as Common Cartridge and Canvas write it.
struct QTI12Item {
    let item: SourceItem
    var element: MarkupElement { item.element }
    private var session: ImportSession { item.session }
    var texts: RichTextReader { item.texts }

    /// The fields of the metadata of an item or an assessment, by label.
    static func fields(_ element: MarkupElement) -> [String: String] {
        let lists = element.all("qtimetadata") + element.all("itemmetadata").flatMap { $0.all("qtimetadata") }
        return lists.flatMap { $0.all("qtimetadatafield") }.reduce(into: [:]) { fields, field in
            if let label = field.text(of: "fieldlabel"), let entry = field.text(of: "fieldentry") { fields[label] = entry }
        }
    }

    static func material(_ element: MarkupElement, _ texts: RichTextReader) throws(ImportError) -> RichText {
        var result = RichText()
        for text in element.descendants("mattext") {
            let type = text["texttype"]?.lowercased() ?? "text/plain"
            result = result + (type == "text/plain" ? RichText(plain: text.text) : try texts.html(text.text))
        }
        return result
    }

    private static let types: [String: String] = [
        "cc.multiple_choice.v0p1": "multiple choice", "cc.multiple_response.v0p1": "multiple response",
        "cc.true_false.v0p1": "true/false",
        "cc.fib.v0p1": "fill in the blank", "cc.pattern_match.v0p1": "pattern match", "cc.essay.v0p1": "essay",
        "multiple_choice_question": "multiple choice", "multiple_answers_question": "multiple response",
        "true_false_question": "true/false",
        "short_answer_question": "fill in the blank", "essay_question": "essay", "matching_question": "matching",
        "text_only_question": "text only",
    ]

    /// - Returns: `nil` for what cannot stand in a quiz, which is reported.
    func read() throws(ImportError) -> QuestionDraft? {
        let fields = Self.fields(element)
        let profile = fields["cc_profile"] ?? fields["question_type"] ?? guessed
        let type = Self.types[profile] ?? "other question type"
        let presentation = element.first("presentation") ?? element
        if type == "fill in the blank", fields["cc_question_category"] == CartridgeQuiz.dictationCategory,
            let (text, body) = try dictation(presentation)
        {
            let entry = item.find("dictation", title: element["title"]?.ifAny ?? text.plainText)
            return session.settle(draft(fields, text, body), changes: [], entry: entry)
        }
        let text = try prompt(presentation)
        let entry = item.find(type, title: element["title"]?.ifAny ?? text.plainText)
        guard type != "other question type", type != "text only", let made = try body(type, presentation) else {
            session.ledger.left(
                entry,
                why: type == "text only"
                    ? Phrase(fr: "un texte sans question", en: "a text without a question")
                    : Phrase(
                        fr: "Rebond n’a pas de question de ce type, ou ses réponses ne se lisent pas",
                        en: "Rebond has no question of this type, or its answers cannot be read"),
                instead: .questionAside)
            return nil
        }
        var draft = draft(fields, text, made.body)
        if case .trueFalse = draft.body {
            draft.explanation = try feedback(["general_fb", "correct_fb"])
            draft.wrong = try feedback(["general_incorrect_fb", "incorrect_fb"])
        } else {
            draft.explanation = try feedback(["general_fb"])
            draft.right = try feedback(["correct_fb"])
            draft.wrong = try feedback(["general_incorrect_fb", "incorrect_fb"])
        }
        return session.settle(draft, changes: made.changes, entry: entry)
    }

    private func draft(_ fields: [String: String], _ text: RichText, _ body: QuestionDraft.Body) -> QuestionDraft {
        var draft = QuestionDraft(id: session.ids.take(element["ident"] ?? "", kind: "question"), text: text, body: body)
        draft.points = (fields["cc_weighting"] ?? fields["points_possible"]).flatMap { Double($0) } ?? 1
        return draft
    }

    /// The type of an item that states none.
    private var guessed: String {
        if let choice = element.descendants("response_lid").first {
            return choice["rcardinality"]?.lowercased() == "multiple" ? "cc.multiple_response.v0p1" : "cc.multiple_choice.v0p1"
        }
        if element.descendants("response_str").first != nil {
            return element.descendants("varequal").isEmpty ? "cc.essay.v0p1" : "cc.fib.v0p1"
        }
        return "text_only_question"
    }

    private func prompt(_ presentation: MarkupElement) throws(ImportError) -> RichText {
        var result = RichText()
        for child in presentation.elements {
            if child.name == "material" { result = result + (try Self.material(child, texts)) }
            if child.name == "flow" { result = result + (try prompt(child)) }
        }
        return result
    }

    private func body(_ type: String, _ presentation: MarkupElement) throws(ImportError) -> GradedBody? {
        switch type {
        case "multiple choice", "multiple response": return try choices(presentation, isMultiple: type == "multiple response")
        case "true/false": return trueFalse(presentation)
        case "fill in the blank", "pattern match": return typed(type)
        case "essay": return GradedBody(body: .longAnswer(minimum: nil, maximum: nil, model: try feedback(["solution"])))
        case "matching": return try matching(presentation)
        default: return nil
        }
    }

    // MARK: What is right

    struct Condition {
        var respident: String
        var value: String
        var isNegated: Bool
    }

    /// What a condition asks for.
    private static func tests(_ element: MarkupElement, isNegated: Bool = false) -> [Condition] {
        element.elements.flatMap { child -> [Condition] in
            switch child.name {
            case "varequal", "varsubset", "varsubstring":
                return [Condition(respident: child["respident"] ?? "", value: child.text.trimmed, isNegated: isNegated)]
            case "not": return tests(child, isNegated: !isNegated)
            default: return tests(child, isNegated: isNegated)
            }
        }
    }

    /// The values that give points.
    var right: [Condition] {
        element.first("resprocessing")?.all("respcondition").filter { condition in
            condition.all("setvar").contains { (Double($0.text.trimmed) ?? 0) > 0 }
        }.flatMap { $0.first("conditionvar").map { Self.tests($0) } ?? [] }.filter { !$0.isNegated } ?? []
    }

    private func feedback(_ names: [String]) throws(ImportError) -> RichText {
        for feedback in element.all("itemfeedback") where names.contains(feedback["ident"] ?? "") {
            return try Self.material(feedback, texts)
        }
        return RichText()
    }

    /// What is said of one choice: a condition of its value alone that shows a feedback.
    private func feedback(ofValue value: String) throws(ImportError) -> RichText {
        for condition in element.first("resprocessing")?.all("respcondition") ?? [] {
            let tests = condition.first("conditionvar").map { Self.tests($0) } ?? []
            guard tests.count == 1, tests[0].value == value, !tests[0].isNegated,
                let shown = condition.first("displayfeedback")?["linkrefid"],
                !["correct_fb", "general_fb", "general_incorrect_fb", "incorrect_fb"].contains(shown)
            else { continue }
            return try feedback([shown])
        }
        return RichText()
    }

    private func choices(_ presentation: MarkupElement, isMultiple: Bool) throws(ImportError) -> GradedBody? {
        guard let lid = presentation.descendants("response_lid").first else { return nil }
        let right = Set(right.map(\.value))
        var choices: [QuestionDraft.Choice] = []
        for label in lid.descendants("response_label") {
            let value = label["ident"] ?? ""
            choices.append(
                QuestionDraft.Choice(
                    text: try Self.material(label, texts), isCorrect: right.contains(value),
                    feedback: try feedback(ofValue: value)))
        }
        return GradedBody(body: .choice(isMultiple: isMultiple, isPartial: false, choices))
    }

    private func trueFalse(_ presentation: MarkupElement) -> GradedBody? {
        let right = Set(right.map(\.value))
        for label in presentation.descendants("response_label") where right.contains(label["ident"] ?? "") {
            let word = (label.text.trimmed.ifAny ?? label["ident"] ?? "").lowercased()
            return GradedBody(
                body: .trueFalse(["true", "vrai", "t", "yes"].contains(word), ifTrue: RichText(), ifFalse: RichText()))
        }
        return nil
    }

    private func typed(_ type: String) -> GradedBody? {
        let right = right
        if right.isEmpty { return nil }
        let isExact = element.descendants("varequal").contains { $0["case"]?.lowercased() == "yes" }
        var changes: [Phrase] = []
        if type == "pattern match" || !element.descendants(["varsubset", "varsubstring"]).isEmpty {
            changes.append(Phrase(fr: "la réponse entière doit être celle-là", en: "the whole answer must be this one"))
        }
        return GradedBody(
            body: .shortText(
                accepted: right.map { QuestionDraft.Text(text: $0.value) }, wrong: [], isCaseSensitive: isExact),
            changes: changes)
    }

    private func matching(_ presentation: MarkupElement) throws(ImportError) -> GradedBody? {
        let right = Dictionary(right.map { ($0.respident, $0.value) }, uniquingKeysWith: { first, _ in first })
        var pairs: [QuestionDraft.Pair] = []
        var options: [String] = []
        for lid in presentation.descendants("response_lid") {
            var labels: [String: String] = [:]
            for label in lid.descendants("response_label") {
                let text = try Self.material(label, texts).plainText
                labels[label["ident"] ?? ""] = text
                if !options.contains(text) { options.append(text) }
            }
            guard let material = lid.first("material"), let value = right[lid["ident"] ?? ""], let answer = labels[value] else {
                return nil
            }
            pairs.append(QuestionDraft.Pair(left: try Self.material(material, texts), right: answer))
        }
        let taken = Set(pairs.map(\.right))
        return GradedBody(body: .matching(pairs, distractors: options.filter { !taken.contains($0) }))
    }
}
