import Essentials
import Foundation

/// A question of H5P by its type.
struct H5PQuestion {
    let params: H5PValue
    let texts: RichTextReader
    let language: Language

    struct Made {
        /// Without its id.
        var question: QuestionDraft
        var changes: [Phrase] = []
    }

    /// - Returns: `nil` when the answers cannot be read.
    func read(_ name: String) throws(ImportError) -> Made? {
        switch name {
        case "MultiChoice": return try choices()
        case "TrueFalse":
            let behaviour = params["behaviour"]
            var question = QuestionDraft(
                id: "", text: try texts.html(params["question"].string),
                body: .trueFalse(params["correct"].bool, ifTrue: RichText(), ifFalse: RichText()))
            question.right = try texts.html(behaviour["feedbackOnCorrect"].string)
            question.wrong = try texts.html(behaviour["feedbackOnWrong"].string)
            return Made(question: question)
        case "Blanks": return try blanks()
        case "DragText": return try dragText()
        case "MarkTheWords": return try markTheWords()
        case "Essay":
            return Made(
                question: QuestionDraft(
                    id: "", text: try texts.html(params["taskDescription"].string),
                    body: .longAnswer(minimum: nil, maximum: nil, model: try texts.html(params["solution"]["sample"].string))),
                changes: [Phrase(fr: "notée par une personne, non par des mots-clés", en: "marked by a person, not by key words")]
            )
        default: return try summary()
        }
    }

    private func choices() throws(ImportError) -> Made {
        var choices: [QuestionDraft.Choice] = []
        for answer in params["answers"].list {
            choices.append(
                .init(
                    text: try texts.html(answer["text"].string), isCorrect: answer["correct"].bool,
                    feedback: try texts.html(answer["tipsAndFeedback"]["chosenFeedback"].string)))
        }
        let behaviour = params["behaviour"]
        let several = choices.count { $0.isCorrect } > 1
        let kind = behaviour["type"].string
        let isMultiple = kind == "multi" || (kind != "single" && several)
        var text = RichText()
        if params["media"]["type"]["params"]["file"]["path"].isThere {
            let media = params["media"]["type"]["params"]
            text = try texts.nodes([
                .element(
                    MarkupElement(name: "img", attributes: ["src": media["file"]["path"].string, "alt": media["alt"].string]))
            ])
        }
        var question = QuestionDraft(
            id: "", text: try texts.html(params["question"].string) + text,
            body: .choice(isMultiple: isMultiple, isPartial: !behaviour["singlePoint"].bool, choices))
        question.isShuffled = behaviour["randomAnswers"].isThere ? behaviour["randomAnswers"].bool : nil
        return Made(question: question)
    }

    // MARK: Texts with stars

    /// `The *dock/quay:a tip* is open`: what stands between stars is a gap.
    static func starred(_ text: String) -> (marked: String, gaps: [String]) {
        var marked = ""
        var gaps: [String] = []
        let parts = text.replacing("**", with: "\u{E110}").split(separator: "*", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let plain = String(part).replacing("\u{E110}", with: "*")
            // A star without another one is a star.
            if index % 2 == 1, index < parts.count - 1 {
                marked += GapPassage.mark(gaps.count)
                gaps.append(plain)
            } else {
                marked += (index % 2 == 1 ? "*" : "") + plain
            }
        }
        return (marked, gaps)
    }

    private func passage(_ html: String, above: String, gaps: [QuestionDraft.Piece], isCaseSensitive: Bool) throws(ImportError)
        -> QuestionDraft
    {
        let rich = try texts.html(html)
        let text = try texts.html(above)
        return QuestionDraft(
            id: "", text: (text.isEmpty ? GapPassage.above(RichText(), language: language) : text) + rich.imagesOnly,
            body: .gapFill(GapPassage.pieces(rich.paragraphs, gaps), isCaseSensitive: isCaseSensitive))
    }

    private func blanks() throws(ImportError) -> Made? {
        let all = params["questions"].list.map(\.string).joined(separator: "\n")
        let (marked, gaps) = Self.starred(all)
        if gaps.isEmpty { return nil }
        let hasTips = gaps.contains { $0.contains(":") }
        let pieces = gaps.map { gap in
            QuestionDraft.Piece.typed(
                (gap.split(separator: ":").first ?? "").split(separator: "/").map { HTMLText.plain(String($0)) })
        }
        let question = try passage(
            marked, above: params["text"].string, gaps: pieces,
            isCaseSensitive: params["behaviour"]["caseSensitive"].isThere && params["behaviour"]["caseSensitive"].bool)
        return Made(question: question, changes: hasTips ? [Phrase(fr: "sans ses indices", en: "without its hints")] : [])
    }

    private func dragText() throws(ImportError) -> Made? {
        let (marked, gaps) = Self.starred(params["textField"].string)
        if gaps.isEmpty { return nil }
        func word(_ gap: String) -> String { HTMLText.plain(String(gap.split(separator: ":").first ?? "")) }
        let words = gaps.map(word) + Self.starred(params["distractors"].string).gaps.map(word)
        var options: [String] = []
        for word in words where !options.contains(word) { options.append(word) }
        let pieces = gaps.map { gap in QuestionDraft.Piece.chosen(options, right: options.firstIndex(of: word(gap)) ?? 0) }
        let question = try passage(
            marked.replacing("\n", with: "<br>"), above: params["taskDescription"].string, gaps: pieces, isCaseSensitive: false)
        return Made(
            question: question,
            changes: [Phrase(fr: "les mots se choisissent dans une liste", en: "the words are chosen from a list")])
    }

    private func markTheWords() throws(ImportError) -> Made? {
        let (marked, gaps) = Self.starred(params["textField"].string)
        if gaps.isEmpty { return nil }
        let text = GapPassage.pieces(HTMLText.plain(marked), gaps.map { .typed([$0]) }).map { piece in
            switch piece {
            case .text(let text): text
            case .typed(let words): words[0].split(separator: ":").first.map(String.init) ?? ""
            case .chosen: ""
            }
        }.joined()
        let right = gaps.map { HTMLText.plain(String($0.split(separator: ":").first ?? "")) }
        var words: [String] = []
        for raw in text.split(whereSeparator: \.isWhitespace) {
            let word = String(raw).trimmingCharacters(in: .punctuationCharacters)
            if !word.isEmpty, !words.contains(word) { words.append(word) }
        }
        let choices = right + words.filter { word in !right.contains { $0.split(separator: " ").contains { $0 == word } } }
        return Made(
            question: QuestionDraft(
                id: "",
                text: try texts.html(params["taskDescription"].string) + RichText(blocks: [.quote([.paragraph([.text(text)])])]),
                body: .choice(
                    isMultiple: true, isPartial: true,
                    choices.map { .init(text: RichText(plain: $0), isCorrect: right.contains($0)) })),
            changes: [
                Phrase(
                    fr: "les mots à montrer sont des choix sous le texte", en: "the words to point at are choices below the text")
            ])
    }

    private func summary() throws(ImportError) -> Made? {
        let groups = params["summaries"].list
        guard groups.count == 1, let group = groups.first else { return nil }
        var choices: [QuestionDraft.Choice] = []
        for (index, statement) in group["summary"].list.enumerated() {
            choices.append(.init(text: try texts.html(statement.string), isCorrect: index == 0))
        }
        var question = QuestionDraft(
            id: "", text: try texts.html(params["intro"].string), body: .choice(isMultiple: false, isPartial: false, choices))
        question.isShuffled = true
        return Made(question: question, changes: [Phrase(fr: "une question à choix", en: "a question with choices")])
    }
}
