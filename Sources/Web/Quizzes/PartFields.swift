import Essentials
import HTML

/// The names of the fields of a question that has several.
enum FieldName {
    /// Neither id holds a point.
    static func of(_ part: String, in question: String) -> String { "\(question).\(part)" }

    static func elementID(_ part: String, in question: String) -> String { "entry-\(question)-\(part)" }
}

/// The fields of a matching or of an order, one under the other: what it is about, then a list to choose from.
struct PartFields: View {
    let question: QuestionModel
    let hint: Phrase
    let lang: String
    let words: Words

    var body: some Markup {
        p(.class("quiet small")) { words(hint) }
        ForEach(question.parts ?? []) { part in
            div(.class("field part")) {
                label(.for(FieldName.elementID(part.id, in: question.id)), .lang(lang)) { SafeHTML(part.text ?? "") }
                PartSelect(question: question, part: part, lang: lang, words: words)
            }
        }
    }
}

/// A text with its gaps to fill in where they stand.
struct PassageFields: View {
    let question: QuestionModel
    let lang: String
    let words: Words

    var body: some Markup {
        let parts = question.parts ?? []
        div(.class("passage"), .lang(lang)) {
            ForEach(question.passage ?? []) { piece in
                if let text = piece.text {
                    text
                } else if let index = parts.firstIndex(where: { $0.id == piece.part }) {
                    gap(parts[index], number: index + 1)
                }
            }
        }
    }

    @MarkupBuilder private func gap(_ part: QuestionModel.PartModel, number: Int) -> some Markup {
        let id = FieldName.elementID(part.id, in: question.id)
        label(.class("visually-hidden"), .for(id), .lang(words.language.rawValue)) { words(.gapNumber(number)) }
        if part.options == nil {
            input(
                .class("input input-gap"), .id(id), .type(.text), .name(FieldName.of(part.id, in: question.id)),
                .autocomplete("off"), .maxlength(500), .attribute("autocapitalize", "off"), .spellcheck(false),
                .value(question.response?.parts?[part.id]))
        } else {
            PartSelect(question: question, part: part, isGap: true, lang: lang, words: words)
        }
    }
}

/// A list to choose from, nothing chosen at first.
private struct PartSelect: View {
    let question: QuestionModel
    let part: QuestionModel.PartModel
    var isGap = false
    let lang: String
    let words: Words

    var body: some Markup {
        let chosen = question.response?.parts?[part.id]
        select(
            .class("input"), .class("input-gap", when: isGap), .id(FieldName.elementID(part.id, in: question.id)),
            .name(FieldName.of(part.id, in: question.id)), .autocomplete("off")
        ) {
            option(.value("")) { words(.choose) }
            ForEach(part.options ?? []) { choice in
                option(.value(choice.id), .selected(choice.id == chosen), .lang(lang)) { choice.text }
            }
        }
    }
}

/// What was answered in each field and, once it is marked, whether it is right.
struct PartAnswers: View {
    let question: QuestionModel
    let lang: String
    let words: Words

    var body: some Markup {
        switch question.type {
        case .ordering: order
        default:
            if let passage = question.passage { filled(passage) }
            ul(.class("parts")) {
                ForEach(Array((question.parts ?? []).enumerated())) { item in
                    li {
                        if let text = item.element.text {
                            span(.lang(lang)) { SafeHTML(text) }
                        } else {
                            words(.gapNumber(item.offset + 1))
                        }
                        span(.aria(.hidden, true)) { " → " }
                        answer(item.element)
                        correction(item.element)
                    }
                }
            }
        }
    }

    /// The text as it reads with the answers in it.
    private func filled(_ passage: [QuestionModel.PieceModel]) -> some Markup {
        div(.class("passage"), .lang(lang)) {
            ForEach(passage) { piece in
                if let text = piece.text {
                    text
                } else if let part = question.parts?.first(where: { $0.id == piece.part }) {
                    strong { given(part) ?? "[…]" }
                }
            }
        }
    }

    @MarkupBuilder private var order: some Markup {
        let parts = question.parts ?? []
        let places = parts.compactMap { question.response?.parts?[$0.id] }
        ul(.class("parts")) {
            ForEach(parts.sorted { place($0) < place($1) }) { part in
                li {
                    strong { question.response?.parts?[part.id] ?? "–" }
                    ". "
                    span(.lang(lang)) { SafeHTML(part.text ?? "") }
                    if question.response?.parts?[part.id] == nil { " (" + words(.noAnswer) + ")" }
                }
            }
        }
        if Set(places).count < places.count { p(.class("small")) { words(.placesTwice) } }
    }

    private func place(_ part: QuestionModel.PartModel) -> Int {
        question.response?.parts?[part.id].flatMap { Int($0) } ?? Int.max
    }

    /// The words of the answer.
    private func given(_ part: QuestionModel.PartModel) -> String? {
        guard let value = question.response?.parts?[part.id] else { return nil }
        guard let options = part.options else { return value }
        return options.first { $0.id == value }?.text
    }

    @MarkupBuilder private func answer(_ part: QuestionModel.PartModel) -> some Markup {
        if let text = given(part) {
            strong(.lang(lang)) { text }
        } else {
            em { words(.noAnswer) }
        }
    }

    @MarkupBuilder private func correction(_ part: QuestionModel.PartModel) -> some Markup {
        if let correction = question.correction?.parts?.first(where: { $0.id == part.id }) {
            " "
            span(.class(correction.isRight ? "part-right" : "part-wrong")) {
                words.icon(correction.isRight ? "right" : "wrong")
                " "
                words(correction.isRight ? .right : .wrong)
            }
            if !correction.isRight {
                " · " + words.label(.rightAnswer)
                strong(.lang(lang)) { SafeHTML(correction.rightAnswer) }
            }
        }
    }
}
