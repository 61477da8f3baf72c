import Essentials

extension QuestionDraft {
    /// The question as a quiz or a bank holds it. It was fitted before: see ``QuestionFit``.
    func yaml(_ language: Language) -> YAMLOutput {
        func markdown(_ text: RichText, _ form: MarkdownPrinter.Form = .text) -> YAMLOutput {
            .text(MarkdownPrinter.print(text, as: form, language: language))
        }
        func isBlank(_ text: RichText) -> Bool { MarkdownPrinter.print(text, as: .text, language: language).isEmpty }
        func feedback(_ text: RichText) -> [(String, YAMLOutput)] { isBlank(text) ? [] : [("feedback", markdown(text))] }

        var entries: [(String, YAMLOutput)] = [("id", .text(id)), ("type", .text(typeName)), ("text", markdown(text))]
        if points != 1 { entries.append(("points", .number(points))) }
        var feedbacks: [(String, YAMLOutput)] = []
        if !isBlank(right) { feedbacks.append(("right", markdown(right))) }
        if !isBlank(wrong) { feedbacks.append(("wrong", markdown(wrong))) }
        switch body {
        case .choice(let isMultiple, let isPartial, let choices):
            if isMultiple, isPartial { entries.append(("scoring", .text("partial"))) }
            if let isShuffled { entries.append(("shuffle", .boolean(isShuffled))) }
            entries.append(
                (
                    "choices",
                    .list(
                        choices.map { choice in
                            .map(
                                [("text", markdown(choice.text, .phrase))]
                                    + (choice.isCorrect ? [("correct", .boolean(true))] : [])
                                    + feedback(choice.feedback))
                        })
                ))
        case .trueFalse(let answer, let ifTrue, let ifFalse):
            entries.append(("answer", .boolean(answer)))
            if !isBlank(ifTrue) { feedbacks.append(("true", markdown(ifTrue))) }
            if !isBlank(ifFalse) { feedbacks.append(("false", markdown(ifFalse))) }
        case .numeric(let number):
            entries.append(("answer", .number(number.answer)))
            if number.tolerance > 0 { entries.append(("tolerance", .number(number.tolerance))) }
            if let unit = number.unit { entries.append(("unit", .text(unit))) }
            if !number.units.isEmpty {
                entries.append(
                    (
                        "units",
                        .list(
                            number.units.map {
                                .map([("unit", .text(TextCleaning.line($0.unit, atMost: 30))), ("factor", .number($0.factor))])
                            })
                    ))
            }
            if !number.wrong.isEmpty {
                entries.append(
                    (
                        "wrong-answers",
                        .list(
                            number.wrong.map { wrong in
                                .map(
                                    [("value", .number(wrong.value))]
                                        + (wrong.tolerance > 0 ? [("tolerance", .number(wrong.tolerance))] : [])
                                        + feedback(wrong.feedback))
                            })
                    ))
            }
        case .shortText(let accepted, let wrong, let isCaseSensitive):
            if isCaseSensitive { entries.append(("case-sensitive", .boolean(true))) }
            entries.append(
                (
                    "accepted",
                    .list(
                        accepted.map { answer in
                            isBlank(answer.feedback)
                                ? .text(answer.text) : .map([("text", .text(answer.text))] + feedback(answer.feedback))
                        })
                ))
            if !wrong.isEmpty {
                entries.append(("wrong-answers", .list(wrong.map { .map([("text", .text($0.text))] + feedback($0.feedback)) })))
            }
        case .gapFill(let pieces, let isCaseSensitive):
            if isCaseSensitive { entries.append(("case-sensitive", .boolean(true))) }
            entries.append(("passage", .text(Self.passage(pieces))))
        case .matching(let pairs, let distractors):
            entries.append(
                (
                    "pairs", .list(pairs.map { .map([("left", markdown($0.left, .phrase)), ("right", .text($0.right))]) })
                ))
            if !distractors.isEmpty { entries.append(("distractors", .list(distractors.map { .text($0) }))) }
        case .ordering(let items): entries.append(("items", .list(items.map { markdown($0, .phrase) })))
        case .longAnswer(let minimum, let maximum, let model):
            if let minimum { entries.append(("min-words", .number(Double(minimum)))) }
            if let maximum { entries.append(("max-words", .number(Double(maximum)))) }
            if !isBlank(model) { entries.append(("model-answer", markdown(model))) }
        case .dictation(let said, let others, let audio):
            entries += [("audio", .text(audio)), ("said", .text(said))]
            if !others.isEmpty { entries.append(("also", .list(others.map { .text($0) }))) }
        }
        if !isBlank(explanation) { entries.append(("explanation", markdown(explanation))) }
        if !feedbacks.isEmpty { entries.append(("feedback", .map(feedbacks))) }
        return .map(entries)
    }

    private var typeName: String {
        switch body {
        case .choice(let isMultiple, _, _): isMultiple ? "multiple" : "single"
        case .trueFalse: "true-false"
        case .numeric: "numeric"
        case .shortText: "short-text"
        case .gapFill: "gap-fill"
        case .matching: "matching"
        case .ordering: "ordering"
        case .longAnswer: "long-answer"
        case .dictation: "dictation"
        }
    }
}
