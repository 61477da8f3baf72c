import Campus
import Essentials
import HTML

/// A field of a form with its label, what was typed, and what is wrong with it.
struct TextField: View {
    /// As it is sent, and as a refusal names it; also the id, unless `id` says another.
    let name: String
    let text: Phrase
    let value: String
    var type = InputType.text
    var id: String?
    /// A line under the label.
    var hint: Phrase?
    let problem: Problem?
    let words: Words

    private var key: String { id ?? name }
    private var wrong: Phrase? { problem?.fields.first { $0.field == name }?.message }

    private var describedBy: String? {
        let ids = [hint.map { _ in "\(key)-hint" }, wrong.map { _ in "\(key)-error" }].compactMap(\.self)
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    var body: some Markup {
        div(.class("field"), .class("field-wrong", when: wrong != nil)) {
            label(.for(key)) { words(text) }
            if let hint { p(.class("quiet small"), .id("\(key)-hint")) { words(hint) } }
            input(
                .class("input"), .id(key), .name(name), .type(type), .value(value), .autocomplete("off"),
                .aria(.describedby, describedBy), .attribute("aria-invalid", wrong == nil ? nil : "true"))
            if let wrong { FieldError(id: "\(key)-error", message: wrong, words: words) }
        }
    }
}

/// What is wrong with a field, under it.
struct FieldError: View {
    let id: String
    let message: Phrase
    let words: Words

    var body: some Markup {
        p(.class("field-error"), .id(id)) {
            words.icon("warning")
            " "
            words(message)
        }
    }
}

/// What is wrong with a form as a whole, above it.
struct FormProblem: View {
    let problem: Problem?
    let words: Words

    var body: some Markup {
        if let problem {
            div(.class("notice notice-danger"), .role(.alert)) {
                words.icon("warning")
                div { p { words(problem.detail) } }
            }
        }
    }
}
