import Essentials
import HTML

/// A question with its fields, and what was answered so far.
struct QuestionView: View {
    let question: QuestionModel
    let lang: String
    let words: Words

    var body: some Markup {
        fieldset(
            .class("question"), .id("question-\(question.id)"), .data("question", question.id),
            .data("type", question.type.rawValue), .aria(.labelledby, "legend-\(question.id) text-\(question.id)")
        ) {
            legend(.id("legend-\(question.id)")) {
                span(.class("question-number")) { words(.questionNumber(question.number)) }
            }
            div(.class("lesson question-text"), .id("text-\(question.id)"), .lang(lang)) { SafeHTML(question.text) }
            switch question.type {
            case .single: choices(.radio, .chooseOne)
            case .multiple: choices(.checkbox, .chooseSeveral)
            case .trueFalse: truth
            case .numeric: entry(inputmode: "decimal", isShort: true)
            case .shortText: entry(inputmode: "text", isShort: false)
            case .gapFill: PassageFields(question: question, lang: lang, words: words)
            case .matching: PartFields(question: question, hint: .matchEach, lang: lang, words: words)
            case .longAnswer: longText
            case .dictation: DictationField(question: question, lang: lang, words: words)
            case .ordering: PartFields(question: question, hint: .putInOrder, lang: lang, words: words)
            }
        }
    }

    @MarkupBuilder private func choices(_ type: InputType, _ hint: Phrase) -> some Markup {
        p(.class("quiet small")) { words(hint) }
        ForEach(question.choices) { choice in
            label(.class("choice")) {
                input(
                    .type(type), .name(question.id), .value(choice.id),
                    .checked(question.response?.choices.contains(choice.id) ?? false))
                span(.lang(lang)) { SafeHTML(choice.text) }
            }
        }
    }

    @MarkupBuilder private var truth: some Markup {
        label(.class("choice")) {
            input(.type(.radio), .name(question.id), .value("true"), .checked(question.response?.truth == true))
            span { words(.isTrue) }
        }
        label(.class("choice")) {
            input(.type(.radio), .name(question.id), .value("false"), .checked(question.response?.truth == false))
            span { words(.isFalse) }
        }
    }

    @MarkupBuilder private var longText: some Markup {
        let asked = Phrase.wordsAsked(least: question.request?.minimumWords, most: question.request?.maximumWords)
        if let criteria = question.request?.criteria, !criteria.isEmpty {
            p { words.label(.criteria) }
            ul(.lang(lang)) { ForEach(criteria) { one in li { SafeHTML(one) } } }
        }
        div(.class("field")) {
            label(.for("entry-\(question.id)")) { words(.yourAnswer) }
            if let asked { p(.class("quiet small"), .id("length-\(question.id)")) { words(asked) } }
            textarea(
                .class("input"), .id("entry-\(question.id)"), .name(question.id), .rows(10), .maxlength(20_000), .lang(lang),
                .aria(.describedby, asked.map { _ in "length-\(question.id)" })
            ) { question.response?.text ?? "" }
        }
    }

    @MarkupBuilder private func entry(inputmode: String, isShort: Bool) -> some Markup {
        div(.class("field")) {
            label(.for("entry-\(question.id)")) { words(.yourAnswer) }
            span(.class("input-unit")) {
                input(
                    .class("input"), .class("input-short", when: isShort), .id("entry-\(question.id)"), .type(.text),
                    .name(question.id), .inputmode(inputmode), .autocomplete("off"), .maxlength(500),
                    .attribute("autocapitalize", "off"), .spellcheck(false), .value(question.response?.text),
                    .aria(.describedby, question.unit.map { _ in "unit-\(question.id)" }))
                if let unit = question.unit { span(.id("unit-\(question.id)"), .lang(lang)) { unit } }
            }
        }
    }
}
