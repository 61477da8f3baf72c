import Campus
import Essentials
import HTML
import Tutoring

/// What the staff noted about a learner, and a form to note more.
struct LearnerNotes: View {
    let page: LearnerPage
    let words: Words

    var body: some Markup {
        section(.aria(.labelledby, "notes")) {
            h2(.id("notes")) { words(.staffNotes) }
            p(.class("quiet")) { words(.staffNotesLead) }
            form(.class("form"), .method(.post), .action(Links.notes(page.model.cohort, page.model.person)), .novalidate()) {
                div(.class("field"), .class("field-wrong", when: page.problem != nil)) {
                    label(.for("note")) { words(.newNote) }
                    textarea(
                        .class("input"), .id("note"), .name("text"), .rows(3), .maxlength(StaffNote.longest),
                        .attribute("aria-invalid", page.problem == nil ? nil : "true"),
                        .aria(.describedby, page.problem.map { _ in "note-error" })
                    ) { page.typed ?? "" }
                    if let problem = page.problem {
                        p(.class("field-error"), .id("note-error")) {
                            words.icon("warning")
                            " "
                            words(problem.fields.first?.message ?? problem.detail)
                        }
                    }
                }
                button(.class("button"), .data("busy", words(.oneMoment))) { words(.keepNote) }
            }
            ul(.class("rows")) {
                ForEach(page.model.notes) { note in
                    li {
                        p(.class("quiet small")) { "\(note.author), " + words.moment(note.at) }
                        div(.class("typed-text")) { note.text }
                    }
                }
            }
        }
    }
}
