import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond cohort course KEY COURSE…`
struct CohortCourse: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "course",
        abstract:
            "Fait suivre un cours à une promo et y inscrit ses stagiaires. / Has a cohort follow a course and enrols its learners.",
        discussion: "rebond cohort course web-2026-09 dev-web-hybride english-for-logistics")

    @Argument(help: "Clé de la promo. / Key of the cohort.")
    var cohort: String

    @Argument(help: "Clé du cours. / Key of the course.")
    var courses: [String]

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        try await DataDirectory.with(data.path, .existing) { data in
            let campus = data.campus()
            for course in courses {
                let done = try await campus.assign(course: course, to: cohort)
                console.note(
                    Phrase.counted(
                        done.enrolled,
                        fr: (
                            "\(done.courseTitle) : \(done.enrolled) inscription.",
                            "\(done.courseTitle) : \(done.enrolled) inscriptions."
                        ),
                        en: (
                            "\(done.courseTitle): \(done.enrolled) enrolment.",
                            "\(done.courseTitle): \(done.enrolled) enrolments."
                        )))
            }
        }
    }
}
