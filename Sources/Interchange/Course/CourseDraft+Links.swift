import Essentials

extension CourseDraft {
    /// Takes away the links to activities that came to nothing, which the check would refuse. Their words stay.
    mutating func unlinkMissing(_ ledger: ImportLedger) {
        let written = Set(activities.map(\.id))
        for module in modules.indices {
            for index in modules[module].activities.indices {
                let place = modules[module].activities[index].id
                modules[module].activities[index].body = modules[module].activities[index].body.mapTexts { text in
                    text.unlinked(written: written) { address in
                        ledger.left(
                            FormatElement.deadLink, place: place, title: address,
                            why: Phrase(
                                fr: "l’activité visée n’a pas pu être reprise",
                                en: "the activity that it leads to could not be taken"),
                            instead: Phrase(fr: "ses mots, sans lien", en: "its words, without a link"))
                    }
                }
            }
        }
        for index in banks.indices {
            banks[index].questions = banks[index].questions.map { $0.mapTexts { $0.unlinked(written: written) { _ in } } }
        }
    }
}

extension ActivityDraft.Body {
    func mapTexts(_ change: (RichText) -> RichText) -> Self {
        switch self {
        case .lesson(let text): return .lesson(change(text))
        case .discussion(let text): return .discussion(change(text))
        case .document(var document):
            document.text = change(document.text)
            return .document(document)
        case .deck(var deck):
            deck.text = change(deck.text)
            return .deck(deck)
        case .assignment(var assignment):
            assignment.text = change(assignment.text)
            return .assignment(assignment)
        case .quiz(var quiz):
            quiz.instructions = change(quiz.instructions)
            quiz.items = quiz.items.map { item in
                switch item {
                case .question(let question): .question(question.mapTexts(change))
                case .draw: item
                case .drawFrom(let count, let questions): .drawFrom(count, questions.map { $0.mapTexts(change) })
                }
            }
            return .quiz(quiz)
        }
    }
}

extension QuestionDraft {
    func mapTexts(_ change: (RichText) -> RichText) -> QuestionDraft {
        var question = self
        question.text = change(text)
        question.explanation = change(explanation)
        question.right = change(right)
        question.wrong = change(wrong)
        switch body {
        case .choice(let isMultiple, let isPartial, let choices):
            question.body = .choice(
                isMultiple: isMultiple, isPartial: isPartial,
                choices.map { Choice(text: change($0.text), isCorrect: $0.isCorrect, feedback: change($0.feedback)) })
        case .trueFalse(let answer, let ifTrue, let ifFalse):
            question.body = .trueFalse(answer, ifTrue: change(ifTrue), ifFalse: change(ifFalse))
        case .numeric(var number):
            number.wrong = number.wrong.map { ($0.value, $0.tolerance, change($0.feedback)) }
            question.body = .numeric(number)
        case .shortText(let accepted, let wrong, let isCaseSensitive):
            func changed(_ texts: [Text]) -> [Text] { texts.map { Text(text: $0.text, feedback: change($0.feedback)) } }
            question.body = .shortText(accepted: changed(accepted), wrong: changed(wrong), isCaseSensitive: isCaseSensitive)
        case .matching(let pairs, let distractors):
            question.body = .matching(pairs.map { Pair(left: change($0.left), right: $0.right) }, distractors: distractors)
        case .ordering(let items): question.body = .ordering(items.map(change))
        case .longAnswer(let minimum, let maximum, let model):
            question.body = .longAnswer(minimum: minimum, maximum: maximum, model: change(model))
        case .gapFill, .dictation: break
        }
        return question
    }
}

extension RichText {
    /// Without links to activities that are not there.
    func unlinked(written: Set<String>, _ report: (String) -> Void) -> RichText {
        RichText(blocks: blocks.map { Self.unlinked($0, written, report) })
    }

    private static func unlinked(_ block: Block, _ written: Set<String>, _ report: (String) -> Void) -> Block {
        func line(_ inlines: [Inline]) -> [Inline] { inlines.flatMap { unlinked($0, written, report) } }
        switch block {
        case .paragraph(let inlines): return .paragraph(line(inlines))
        case .heading(let level, let inlines): return .heading(level, line(inlines))
        case .note(let inlines): return .note(line(inlines))
        case .list(let isOrdered, let start, let items):
            return .list(isOrdered: isOrdered, start: start, items: items.map { $0.map { unlinked($0, written, report) } })
        case .quote(let blocks): return .quote(blocks.map { unlinked($0, written, report) })
        case .table(let hasHead, let rows): return .table(hasHead: hasHead, rows.map { $0.map(line) })
        case .code, .rule, .media: return block
        }
    }

    private static func unlinked(_ inline: Inline, _ written: Set<String>, _ report: (String) -> Void) -> [Inline] {
        func line(_ inlines: [Inline]) -> [Inline] { inlines.flatMap { unlinked($0, written, report) } }
        switch inline {
        case .emphasis(let inner): return [.emphasis(line(inner))]
        case .strong(let inner): return [.strong(line(inner))]
        case .deleted(let inner): return [.deleted(line(inner))]
        case .link(let address, let inner):
            if address.hasPrefix("activity:"), !written.contains(String(address.dropFirst("activity:".count))) {
                report(address)
                return line(inner)
            }
            return [.link(address, line(inner))]
        case .text, .code, .image, .language, .lineBreak: return [inline]
        }
    }
}
