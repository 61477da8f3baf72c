import Campus
import Essentials
import HTML

/// What those who plan leave of their agenda: one person's sessions, one place's. A form that works without scripts.
struct AgendaFilterForm: View {
    let model: AgendaPage.Model
    let words: Words

    var body: some Markup {
        details(.class("more"), .attribute("open", model.trainer == nil && model.place == nil ? nil : "")) {
            summary { words(.filterAgenda) }
            form(.class("form"), .method(.get), .action(Links.agenda), .novalidate()) {
                input(.type(.hidden), .name("view"), .value(model.span.rawValue))
                input(.type(.hidden), .name("from"), .value(model.from.text))
                choice("trainer", .sessionTrainers, model.trainers.map { ($0.key, $0.title) }, model.trainer)
                choice("place", .sessionPlace, model.places.map { ($0, $0) }, model.place)
                div(.class("actions")) { button(.class("button")) { words(.showFiltered) } }
            }
        }
    }

    private func choice(_ name: String, _ text: Phrase, _ values: [(String, String)], _ chosen: String?) -> some Markup {
        div(.class("field")) {
            label(.for(name)) { words(text) }
            select(.class("input"), .id(name), .name(name), .autocomplete("off")) {
                option(.value(""), .selected(chosen == nil)) { words(.everything) }
                ForEach(values) { value in
                    option(.value(value.0), .selected(value.0 == chosen)) { value.1 }
                }
            }
        }
    }
}
