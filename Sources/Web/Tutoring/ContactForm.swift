import Campus
import Essentials
import HTML
import Tutoring

/// What was done to reach a learner, and what came of it.
struct ContactForm: View {
    let action: String
    /// What the ids of the fields begin with.
    let prefix: String
    let newContact: Identifier<LearnerContact>
    /// Where one comes from, and goes back to.
    var isFromToday = false
    let typed: [String: String]
    let problem: Problem?
    let words: Words

    var body: some Markup {
        form(.class("form"), .method(.post), .action(action), .novalidate()) {
            input(.type(.hidden), .name("id"), .value(newContact.text))
            if isFromToday { input(.type(.hidden), .name("from"), .value("today")) }
            choice("means", .contactMeans, ContactMeans.allCases.map { ($0.rawValue, $0.phrase) })
            choice("outcome", .whatCameOfIt, ContactOutcome.allCases.map { ($0.rawValue, $0.phrase) })
            div(.class("field"), .class("field-wrong", when: wrongDay != nil)) {
                label(.for("\(prefix)-day")) { words(.appointmentDay) }
                input(
                    .class("input input-short"), .id("\(prefix)-day"), .name("day"), .type(.date), .autocomplete("off"),
                    .value(typed["day"]), .aria(.describedby, wrongDay.map { _ in "\(prefix)-day-error" }),
                    .attribute("aria-invalid", wrongDay == nil ? nil : "true"))
                if let wrongDay { FieldError(id: "\(prefix)-day-error", message: wrongDay, words: words) }
            }
            div(.class("field")) {
                label(.for("\(prefix)-hour")) { words(.appointmentHour) }
                input(
                    .class("input input-short"), .id("\(prefix)-hour"), .name("hour"), .type(.time), .autocomplete("off"),
                    .value(typed["hour"]))
            }
            NoteArea(
                id: "\(prefix)-note", text: .alertNote, longest: LearnerContact.longestNote, typed: typed["note"] ?? "",
                problem: wrongDay == nil ? problem : nil, words: words)
            button(.class("button"), .data("busy", words(.oneMoment))) { words(.keepContact) }
        }
    }

    private var wrongDay: Phrase? { problem?.fields.first { $0.field == "day" }?.message }

    private func choice(_ name: String, _ text: Phrase, _ choices: [(value: String, phrase: Phrase)]) -> some Markup {
        div(.class("field")) {
            label(.for("\(prefix)-\(name)")) { words(text) }
            select(.class("input"), .id("\(prefix)-\(name)"), .name(name)) {
                ForEach(choices) { choice in
                    option(.value(choice.value), .selected(typed[name] == choice.value)) { words(choice.phrase) }
                }
            }
        }
    }
}

/// A note for the staff, with what is wrong with it.
struct NoteArea: View {
    let id: String
    var name = "note"
    let text: Phrase
    let longest: Int
    let typed: String
    let problem: Problem?
    let words: Words

    var body: some Markup {
        div(.class("field"), .class("field-wrong", when: problem != nil)) {
            label(.for(id)) { words(text) }
            textarea(
                .class("input"), .id(id), .name(name), .rows(3), .maxlength(longest),
                .attribute("aria-invalid", problem == nil ? nil : "true"),
                .aria(.describedby, problem.map { _ in "\(id)-error" })
            ) { typed }
            if let problem {
                FieldError(id: "\(id)-error", message: problem.fields.first?.message ?? problem.detail, words: words)
            }
        }
    }
}
