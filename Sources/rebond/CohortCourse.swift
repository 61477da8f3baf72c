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
        let assigned = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().assign(courses: courses, to: cohort)
        }
        for done in assigned {
            let (title, count) = (done.courseTitle, done.enrolled)
            console.note(
                Phrase.counted(
                    count, fr: ("\(title) : \(count) inscription.", "\(title) : \(count) inscriptions."),
                    en: ("\(title): \(count) enrolment.", "\(title): \(count) enrolments.")))
        }
    }
}
