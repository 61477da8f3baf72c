import Accounts
import ArgumentParser
import Campus
import Essentials
import Progress

/// `rebond cohort pause KEY LOGIN --from DAY --to DAY`
struct CohortPause: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Met une personne en pause : ses dates limites se décalent. / Gives a learner a pause: deadlines move.",
        discussion: """
            rebond cohort pause web-2026-09 awa.diallo --from 2026-11-23 --to 2026-11-27 --motive internship
            rebond cohort pause web-2026-09 awa.diallo --withdraw 1
            """)

    @Argument(help: "Clé de la promo. / Key of the cohort.")
    var cohort: String

    @Argument(help: "Identifiant de la personne. / The learner's login.")
    var login: String

    @Option(help: ArgumentHelp("Premier jour. / First day.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("Dernier jour. / Last day.", valueName: "day"))
    var to: String?

    @Option(
        help: ArgumentHelp(
            "Motif : \(PauseMotive.allCases.map(\.rawValue).joined(separator: ", ")). / Why.", valueName: "motive"))
    var motive: PauseMotive = .other

    @Option(help: "Précision, sans rien de médical. / A note, nothing medical.")
    var note: String?

    @Option(help: ArgumentHelp("Remplace cette pause. / Replaces that pause.", valueName: "number"))
    var correct: Int?

    @Option(help: ArgumentHelp("Retire cette décision. / Takes that decision back.", valueName: "number"))
    var withdraw: Int?

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let change: Campus.PaceChange
        if let withdraw {
            change = .withdrawal(subject: withdraw, note: note)
        } else {
            change = .pause(
                motive, first: try Self.day(from, "from"), last: try Self.day(to, "to"), note: note, correcting: correct)
        }
        let person = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().adaptPace(change, ofLogin: login, in: cohort)
        }
        console.print(person.login.text)
        console.note(
            Phrase(
                fr: "C’est noté : les dates limites de \(person.name.given) suivent.",
                en: "It is noted: the deadlines of \(person.name.given) follow."))
    }

    /// A day that was typed.
    static func day(_ typed: String?, _ option: String) throws -> CalendarDay {
        guard let day = typed.flatMap({ CalendarDay($0) }) else {
            throw ValidationError("--\(option) : une date comme 2026-11-23. / A date such as 2026-11-23.")
        }
        return day
    }
}

extension PauseMotive: ExpressibleByArgument {}
