import Essentials
import HTML

/// Above every page of a preview: the switch, and what is wrong in the folder.
struct PreviewBar: View {
    let look: CoursePreview.Look
    let words: Words
    /// The page that one is on.
    let address: String

    var body: some Markup {
        aside(.class("preview-bar"), .data("preview", "\(look.revision)"), .aria(.label, words(.preview))) {
            form(.class("preview-roles"), .method(.post), .action("/preview/role")) {
                input(.type(.hidden), .name("next"), .value(address))
                strong { words(.preview) }
                ForEach(CoursePreview.Role.allCases) { role in
                    " "
                    button(
                        .class("button"), .class("button-main", when: role == look.role), .name("role"), .value(role.rawValue),
                        .attribute("aria-pressed", role == look.role ? "true" : "false")
                    ) { words(.previewAs(role)) }
                }
            }
            if look.problems.isEmpty {
                p(.class("quiet small")) { words(.noProblem) }
            } else {
                problems
            }
        }
    }

    private var problems: some Markup {
        details(.attribute("open", look.problems.contains(where: \.isError) ? "" : nil)) {
            summary { words(.problemCount(look.problems.count(where: \.isError), look.problems.count { !$0.isError })) }
            ul {
                ForEach(look.problems.prefix(200)) { problem in
                    li {
                        code { problem.place }
                        " "
                        strong { words(problem.isError ? .problemError : .problemWarning) }
                        " " + words(problem.message) + " " + words(problem.hint)
                    }
                }
            }
        }
    }
}

extension Phrase {
    fileprivate static let preview = Phrase(fr: "Aperçu", en: "Preview")
    fileprivate static let noProblem = Phrase(fr: "Aucun problème dans ce dossier.", en: "No problem in this folder.")
    fileprivate static let problemError = Phrase(fr: "erreur", en: "error")
    fileprivate static let problemWarning = Phrase(fr: "à voir", en: "warning")
    fileprivate static func previewAs(_ role: CoursePreview.Role) -> Phrase {
        switch role {
        case .learner: Phrase(fr: "Comme stagiaire", en: "As a learner")
        case .tutor: Phrase(fr: "Comme tuteur", en: "As a tutor")
        }
    }
    fileprivate static func problemCount(_ errors: Int, _ warnings: Int) -> Phrase {
        let many = Phrase.counted(
            errors, fr: ("\(errors) erreur", "\(errors) erreurs"), en: ("\(errors) error", "\(errors) errors"))
        return Phrase(
            fr: many.fr + (errors > 0 ? " (la dernière version sans erreur est montrée)" : "") + ", \(warnings) à voir",
            en: many.en + (errors > 0 ? " (the last version without errors is shown)" : "") + ", \(warnings) to look at")
    }
}
