import Authoring
import CourseContent
import Essentials

/// Questions that have several fields.
extension QuestionFit {
    // MARK: Gaps

    mutating func pieces(
        _ pieces: [QuestionDraft.Piece], _ isCaseSensitive: Bool
    ) throws(QuestionRefusal) -> [QuestionDraft.Piece] {
        var gaps = 0
        var kept: [QuestionDraft.Piece] = []
        for piece in pieces {
            switch piece {
            case .text(let text): kept.append(.text(Self.passage(text)))
            case .typed(let texts):
                gaps += 1
                var seen: Set<String> = []
                let answers = texts.map { TextCleaning.clean($0).oneLine }.filter {
                    let form = TypedText.normalised($0, isCaseSensitive: isCaseSensitive, isAccentSensitive: false)
                    return !form.isEmpty && seen.insert(form).inserted
                }
                try checkGap(answers, least: 1)
                kept.append(.typed(answers))
            case .chosen(let texts, let right):
                gaps += 1
                guard texts.indices.contains(right) else {
                    throw QuestionRefusal(why: Phrase(fr: "un trou sans bonne réponse", en: "a gap without a right answer"))
                }
                let rightText = TextCleaning.clean(texts[right]).oneLine
                var seen: Set<String> = []
                let options = texts.map { TextCleaning.clean($0).oneLine }.filter { seen.insert($0).inserted }
                try checkGap(options, least: 2)
                kept.append(.chosen(options, right: options.firstIndex(of: rightText) ?? 0))
            }
        }
        if gaps == 0 { throw QuestionRefusal(why: Phrase(fr: "un texte sans trou", en: "a text without gaps")) }
        if gaps > 30 { throw QuestionRefusal(why: Phrase(fr: "plus de 30 trous", en: "more than 30 gaps")) }
        if QuestionDraft.passage(kept).utf8.count > 9_900 {
            throw QuestionRefusal(why: Phrase(fr: "un texte à trous trop long", en: "a text with gaps that is too long"))
        }
        return kept
    }

    private func checkGap(_ options: [String], least: Int) throws(QuestionRefusal) {
        let isFit =
            options.count >= least && options.count <= 20
            && options.allSatisfy { option in
                (1...200).contains(option.count) && !option.contains("|") && !option.contains("}}") && !option.hasSuffix("}")
                    && !option.hasPrefix("=") && !option.hasPrefix("{")
                    && !TypedText.normalised(option, isCaseSensitive: false, isAccentSensitive: false).isEmpty
            }
        guard isFit else {
            throw QuestionRefusal(
                why: Phrase(
                    fr: "un trou dont les réponses ne peuvent pas être écrites", en: "a gap whose answers cannot be written"))
        }
    }

    /// The text around gaps, in which no braces may be taken for a gap.
    private static func passage(_ text: String) -> String {
        let lines = TextCleaning.clean(text).split(separator: "\n", omittingEmptySubsequences: false)
        var result = lines.map { $0.replacing("\t", with: " ") }.joined(separator: "\n").replacing("\u{A0}\n", with: "\n")
        while result.contains("{{") { result = result.replacing("{{", with: "{ {") }
        while result.contains("}}") { result = result.replacing("}}", with: "} }") }
        if result.hasSuffix("{") { result += " " }
        if result.hasPrefix("}") { result = " " + result }
        return result
    }

    // MARK: Several fields

    mutating func matching(
        _ pairs: [QuestionDraft.Pair], _ distractors: [String]
    ) throws(QuestionRefusal) -> QuestionDraft.Body {
        var lefts: Set<String> = []
        var kept: [QuestionDraft.Pair] = []
        for pair in pairs {
            let right = TextCleaning.clean(pair.right).oneLine
            let left = printed(pair.left, .phrase)
            guard !right.isEmpty, right.count <= 200, !left.isEmpty else {
                throw QuestionRefusal(why: Phrase(fr: "une paire vide ou trop longue", en: "a pair that is empty or too long"))
            }
            guard lefts.insert(left).inserted else {
                throw QuestionRefusal(
                    why: Phrase(fr: "deux fois le même élément à associer", en: "the same item to be matched twice"))
            }
            kept.append(QuestionDraft.Pair(left: pair.left, right: right))
        }
        try check(kept.count, of: Phrase(fr: "paires", en: "pairs"))
        var rights = Set(kept.map(\.right))
        if rights.count == 1 {
            throw QuestionRefusal(why: Phrase(fr: "une seule réponse pour toutes les paires", en: "one answer for all pairs"))
        }
        let others = distractors.map { TextCleaning.clean($0).oneLine }
            .filter { (1...200).contains($0.count) && rights.insert($0).inserted }
        if others.count > 6 {
            change(Phrase(fr: "6 intrus gardés sur \(others.count)", en: "6 of \(others.count) distractors kept"))
        }
        return .matching(kept, distractors: Array(others.prefix(6)))
    }

    func dictation(_ said: String, _ others: [String], _ audio: String) throws(QuestionRefusal) -> QuestionDraft.Body {
        let ways = ([said] + others).map { TextCleaning.clean($0).oneLine }
        guard ways.allSatisfy({ $0.count <= CourseNaming.summaryLength }) else {
            throw QuestionRefusal(
                why: Phrase(
                    fr: "une dictée de plus de \(CourseNaming.summaryLength) caractères",
                    en: "a dictation of more than \(CourseNaming.summaryLength) characters"))
        }
        let said = ways.filter { DictationComparison(said: $0, typed: $0).words > 0 }
        guard let first = said.first else {
            throw QuestionRefusal(why: Phrase(fr: "une dictée sans un mot", en: "a dictation without a word"))
        }
        return .dictation(said: first, others: Array(said.dropFirst()), audio: audio)
    }

    mutating func ordering(_ items: [RichText]) throws(QuestionRefusal) -> [RichText] {
        var seen: Set<String> = []
        for item in items {
            let text = printed(item, .phrase)
            if text.isEmpty || !seen.insert(text).inserted {
                throw QuestionRefusal(
                    why: Phrase(
                        fr: "un élément à ordonner vide, ou deux fois le même",
                        en: "an item to be ordered that is empty, or the same twice"))
            }
        }
        try check(items.count, of: Phrase(fr: "éléments à ordonner", en: "items to be ordered"))
        return items
    }
}

extension QuestionDraft {
    /// A text with gaps as the format writes it.
    static func passage(_ pieces: [Piece]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .typed(let texts): "{{" + texts.joined(separator: "|") + "}}"
            case .chosen(let texts, let right):
                "{{" + texts.enumerated().map { ($0.offset == right ? "=" : "") + $0.element }.joined(separator: "|") + "}}"
            }
        }.joined().trimmed
    }
}
