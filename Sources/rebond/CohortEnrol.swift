import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond cohort enrol KEY LOGIN…`
struct CohortEnrol: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrol",
        abstract: "Inscrit des personnes dans une promo. / Enrols people in a cohort.",
        discussion: "rebond cohort enrol web-2026-09 awa.diallo --role tutor")

    @Argument(help: "Clé de la promo. / Key of the cohort.")
    var cohort: String

    @Argument(help: "Identifiants. / Logins.")
    var logins: [String]

    @Option(
        help: ArgumentHelp(
            "Rôle : \(CohortRole.allCases.map(\.rawValue).joined(separator: ", ")). / Role.", valueName: "role"))
    var role: CohortRole = .learner

    @Option(help: "Clé du groupe. / Key of the group.")
    var group: String?

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let enrolled = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().enrol(logins, in: cohort, as: role, group: group)
        }
        for enrolment in enrolled {
            let name = enrolment.person.name.full
            let place = enrolment.cohort.title
            console.note(
                enrolment.isNew
                    ? Phrase(fr: "\(name), \(role.phrase.fr) : \(place).", en: "\(name), \(role.phrase.en): \(place).")
                    : Phrase(fr: "\(name) a déjà ce rôle : \(place).", en: "\(name) has this role already: \(place)."))
        }
    }
}

extension CohortRole: ExpressibleByArgument {}
