import Authoring
import CourseContent
import Essentials

/// Why a question cannot stand in a course.
struct QuestionRefusal: Error {
    let why: Phrase
}

/// Fits a question to what a quiz takes (docs/course-format.md), or says why it cannot.
struct QuestionFit {
    let language: Language
    private(set) var changes: [Phrase] = []

    init(language: Language) {
        self.language = language
    }

    /// - Returns: a question that the check accepts, and what was changed for that.
    static func fit(
        _ question: QuestionDraft, language: Language
    ) throws(QuestionRefusal) -> (question: QuestionDraft, changes: [Phrase]) {
        var fit = QuestionFit(language: language)
        let fitted = try fit.fitted(question)
        return (fitted, fit.changes)
    }

    private mutating func fitted(_ question: QuestionDraft) throws(QuestionRefusal) -> QuestionDraft {
        var question = question
        if printed(question.text, .text).isEmpty {
            question.text = RichText(plain: Phrase(fr: "Répondez.", en: "Answer.").in(language))
        }
        for text in [question.text, question.explanation, question.right, question.wrong]
        where printed(text, .text).count > 90_000 {
            throw QuestionRefusal(
                why: Phrase(fr: "un texte de plus de 90 000 caractères", en: "a text of more than 90,000 characters"))
        }
        if !(0.25...100).contains(question.points) {
            let points = question.points.isFinite ? min(max(question.points, 0.25), 100) : 1
            change(
                Phrase(
                    fr: "\(YAMLWriter.written(question.points)) point devient \(YAMLWriter.written(points))",
                    en: "\(YAMLWriter.written(question.points)) points become \(YAMLWriter.written(points))"))
            question.points = points
        }
        question.body = try body(question.body)
        if case .trueFalse(_, let ifTrue, let ifFalse) = question.body, !ifTrue.isEmpty || !ifFalse.isEmpty,
            !question.right.isEmpty || !question.wrong.isEmpty
        {
            // A question has one of the two kinds.
            question.explanation = question.explanation + question.right
            question.right = RichText()
            question.wrong = RichText()
        }
        return question
    }

    mutating func change(_ phrase: Phrase) {
        if !changes.contains(phrase) { changes.append(phrase) }
    }

    func printed(_ text: RichText, _ form: MarkdownPrinter.Form) -> String {
        MarkdownPrinter.print(text, as: form, language: language)
    }

    private mutating func body(_ body: QuestionDraft.Body) throws(QuestionRefusal) -> QuestionDraft.Body {
        switch body {
        case .choice(let isMultiple, let isPartial, let choices):
            return .choice(isMultiple: isMultiple, isPartial: isPartial, try self.choices(choices, isMultiple: isMultiple))
        case .trueFalse: return body
        case .numeric(let number): return .numeric(try self.number(number))
        case .shortText(let accepted, let wrong, let isCaseSensitive): return try texts(accepted, wrong, isCaseSensitive)
        case .gapFill(let pieces, let isCaseSensitive):
            return .gapFill(try self.pieces(pieces, isCaseSensitive), isCaseSensitive: isCaseSensitive)
        case .matching(let pairs, let distractors): return try matching(pairs, distractors)
        case .ordering(let items): return .ordering(try ordering(items))
        case .longAnswer(let minimum, let maximum, let model):
            var bounds = (minimum.map { min(max($0, 1), 3000) }, maximum.map { min(max($0, 1), 3000) })
            if let least = bounds.0, let most = bounds.1, least > most { bounds.0 = nil }
            return .longAnswer(minimum: bounds.0, maximum: bounds.1, model: model)
        case .dictation(let said, let others, let audio): return try dictation(said, others, audio)
        }
    }

    // MARK: Choices

    private mutating func choices(
        _ choices: [QuestionDraft.Choice], isMultiple: Bool
    ) throws(QuestionRefusal) -> [QuestionDraft.Choice] {
        var seen: [String: Bool] = [:]
        var kept: [QuestionDraft.Choice] = []
        for choice in choices {
            let text = printed(choice.text, .phrase)
            if text.isEmpty { throw QuestionRefusal(why: Phrase(fr: "un choix sans texte", en: "a choice without text")) }
            if let isCorrect = seen[text] {
                if isCorrect != choice.isCorrect {
                    throw QuestionRefusal(
                        why: Phrase(fr: "le même choix y est juste et faux", en: "the same choice is right and wrong in it"))
                }
                change(
                    Phrase(fr: "un choix écrit deux fois n’y est qu’une fois", en: "a choice that was there twice is there once"))
                continue
            }
            seen[text] = choice.isCorrect
            kept.append(choice)
        }
        try check(kept.count, of: Phrase(fr: "choix", en: "choices"))
        let right = kept.count { $0.isCorrect }
        if right == 0 { throw QuestionRefusal(why: Phrase(fr: "aucun choix n’est juste", en: "no choice is right")) }
        if !isMultiple, right > 1 {
            throw QuestionRefusal(
                why: Phrase(
                    fr: "plusieurs choix justes où l’on n’en prend qu’un", en: "several right choices where one takes one"))
        }
        return kept
    }

    func check(_ count: Int, of what: Phrase) throws(QuestionRefusal) {
        if count < 2 { throw QuestionRefusal(why: Phrase(fr: "moins de 2 \(what.fr)", en: "fewer than 2 \(what.en)")) }
        if count > 12 { throw QuestionRefusal(why: Phrase(fr: "plus de 12 \(what.fr)", en: "more than 12 \(what.en)")) }
    }

    // MARK: Numbers

    private mutating func number(_ number: QuestionDraft.Number) throws(QuestionRefusal) -> QuestionDraft.Number {
        var number = number
        guard number.answer.isFinite, abs(number.answer) <= 1e15 else {
            throw QuestionRefusal(why: Phrase(fr: "la bonne réponse n’est pas un nombre", en: "the right answer is not a number"))
        }
        number.tolerance = number.tolerance.isFinite ? min(abs(number.tolerance), 1e15) : 0
        number.unit = number.unit.flatMap { TextCleaning.line($0, atMost: 30).ifAny }
        var seen: Set<String> = [number.unit?.folded ?? ""]
        number.units =
            number.unit == nil
            ? []
            : number.units.filter { unit in
                let name = TextCleaning.line(unit.unit, atMost: 30)
                return !name.isEmpty && (1e-12...1e12).contains(unit.factor) && seen.insert(name.folded).inserted
            }
        var values: Set<Double> = []
        let (answer, tolerance) = (number.answer, number.tolerance)
        number.wrong = number.wrong.filter { wrong in
            wrong.value.isFinite && abs(wrong.value) <= 1e15 && abs(wrong.value - answer) > tolerance
                && !printed(wrong.feedback, .text).isEmpty && values.insert(wrong.value).inserted
        }.map { ($0.value, $0.tolerance.isFinite ? min(abs($0.tolerance), 1e15) : 0, $0.feedback) }
        return number
    }

    // MARK: Texts

    private mutating func texts(
        _ accepted: [QuestionDraft.Text], _ wrong: [QuestionDraft.Text], _ isCaseSensitive: Bool
    ) throws(QuestionRefusal) -> QuestionDraft.Body {
        func form(_ text: String) -> String {
            TypedText.normalised(text, isCaseSensitive: isCaseSensitive, isAccentSensitive: false)
        }
        var seen: Set<String> = []
        var kept: [QuestionDraft.Text] = []
        for answer in accepted {
            let text = TextCleaning.clean(answer.text).oneLine
            if text.isEmpty || form(text).isEmpty { continue }
            guard text.count <= 200 else {
                throw QuestionRefusal(
                    why: Phrase(fr: "une réponse de plus de 200 caractères", en: "an answer of more than 200 characters"))
            }
            guard seen.insert(form(text)).inserted else { continue }
            kept.append(QuestionDraft.Text(text: text, feedback: answer.feedback))
        }
        if kept.isEmpty { throw QuestionRefusal(why: Phrase(fr: "aucune réponse n’est juste", en: "no answer is right")) }
        var others: [QuestionDraft.Text] = []
        for answer in wrong {
            let text = TextCleaning.clean(answer.text).oneLine
            guard (1...200).contains(text.count), !form(text).isEmpty, !printed(answer.feedback, .text).isEmpty,
                seen.insert(form(text)).inserted
            else { continue }
            others.append(QuestionDraft.Text(text: text, feedback: answer.feedback))
        }
        return .shortText(accepted: kept, wrong: others, isCaseSensitive: isCaseSensitive)
    }
}
