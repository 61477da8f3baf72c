import Essentials

/// Answers with what each is worth in percent, as Moodle and others write them.
struct GradedAnswer {
    /// As a text, for choices.
    var rich: RichText
    /// As it is typed.
    var plain: String
    var percent: Double
    var feedback = RichText()
}

/// A body made of graded answers, and what had to be changed for it.
struct GradedBody {
    var body: QuestionDraft.Body
    var changes: [Phrase] = []
    /// Said of every other answer.
    var wrong = RichText()
}

enum GradedAnswers {
    static let partial = Phrase(
        fr: "une réponse qui valait une partie des points compte comme fausse",
        en: "an answer worth part of the points counts as wrong")

    static func choice(_ answers: [GradedAnswer], isSingle: Bool) -> GradedBody {
        if isSingle {
            let best = answers.map(\.percent).max() ?? 0
            let isRight = { (answer: GradedAnswer) in answer.percent > 0 && answer.percent == best }
            // Several right ones of which one is taken: any of them is right, which Rebond does not have.
            let changes = answers.contains { $0.percent > 0 && !isRight($0) } ? [partial] : []
            return GradedBody(
                body: .choice(
                    isMultiple: false, isPartial: false,
                    answers.map { QuestionDraft.Choice(text: $0.rich, isCorrect: isRight($0), feedback: $0.feedback) }),
                changes: changes)
        }
        let right = answers.filter { $0.percent > 0 }
        let shares = Set(right.map { ($0.percent * 100).rounded() })
        let isEqual = shares.count <= 1
        var changes: [Phrase] = []
        if !isEqual {
            changes.append(
                Phrase(
                    fr: "les choix justes valent tous la même part", en: "the right choices are all worth the same share"))
        }
        return GradedBody(
            body: .choice(
                isMultiple: true, isPartial: true,
                answers.map { QuestionDraft.Choice(text: $0.rich, isCorrect: $0.percent > 0, feedback: $0.feedback) }),
            changes: changes)
    }

    static func shortText(_ answers: [GradedAnswer], isCaseSensitive: Bool) -> GradedBody {
        var (accepted, wrong) = ([QuestionDraft.Text](), [QuestionDraft.Text]())
        var changes: [Phrase] = []
        var other = RichText()
        for answer in answers {
            let text = answer.plain.trimmed
            if text == "*" {
                if answer.percent <= 0 {
                    other = answer.feedback
                } else {
                    changes.append(Phrase(fr: "« n’importe quelle réponse » ne compte pas", en: "\"any answer\" does not count"))
                }
                continue
            }
            if text.contains("*"), !text.contains("\\*") {
                changes.append(
                    Phrase(fr: "l’étoile d’une réponse se lit comme une étoile", en: "the star of an answer is read as a star"))
            }
            let plain = text.replacing("\\*", with: "*")
            if answer.percent >= 100 {
                accepted.append(QuestionDraft.Text(text: plain, feedback: answer.feedback))
            } else {
                if answer.percent > 0 { changes.append(partial) }
                wrong.append(QuestionDraft.Text(text: plain, feedback: answer.feedback))
            }
        }
        return GradedBody(
            body: .shortText(accepted: accepted, wrong: wrong, isCaseSensitive: isCaseSensitive), changes: changes, wrong: other)
    }

    /// - Parameter numbers: each answer's number and tolerance; `nil` for « any other ».
    static func numeric(
        _ answers: [(answer: GradedAnswer, value: Double?, tolerance: Double)], unit: String?,
        units: [(unit: String, factor: Double)]
    ) -> GradedBody? {
        let sorted = answers.filter { $0.value != nil }
        guard let best = sorted.filter({ $0.answer.percent > 0 }).max(by: { $0.answer.percent < $1.answer.percent }),
            let value = best.value
        else { return nil }
        var changes: [Phrase] = []
        if sorted.count(where: { $0.answer.percent >= 100 }) > 1 {
            changes.append(Phrase(fr: "seul le premier nombre juste est gardé", en: "only the first right number is kept"))
        }
        if sorted.contains(where: { $0.answer.percent > 0 && $0.answer.percent < 100 }) { changes.append(partial) }
        let wrong = sorted.compactMap { entry -> (value: Double, tolerance: Double, feedback: RichText)? in
            guard let number = entry.value, number != value, !entry.answer.feedback.isEmpty else { return nil }
            return (number, entry.tolerance, entry.answer.feedback)
        }
        let other = answers.first { $0.value == nil && $0.answer.percent <= 0 }?.answer.feedback ?? RichText()
        return GradedBody(
            body: .numeric(
                QuestionDraft.Number(answer: value, tolerance: best.tolerance, unit: unit, units: units, wrong: wrong)),
            changes: changes, wrong: other)
    }
}

extension ImportSession {
    /// Fits a question to what a quiz takes and settles its account.
    /// - Returns: `nil` when it cannot stand in a quiz, which is reported.
    func settle(_ question: QuestionDraft, changes: [Phrase], entry: ImportLedger.Entry) -> QuestionDraft? {
        do throws(QuestionRefusal) {
            let (fitted, more) = try QuestionFit.fit(question, language: language)
            var all: [Phrase] = []
            for change in changes + more where !all.contains(change) { all.append(change) }
            ledger.imported(entry, changes: all)
            return fitted
        } catch {
            ledger.left(entry, why: error.why, instead: .questionAside)
            return nil
        }
    }
}

extension Phrase {
    static let questionAside = Phrase(
        fr: "elle manque dans le quiz, ce rapport la nomme", en: "it is missing from the quiz, and this report names it")
}
