import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond cohort points KEY on|off`
struct CohortPoints: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "points",
        abstract: "Donne des points à une promo, ou n’en montre nulle part. / Gives a cohort points, or shows none anywhere.",
        discussion: "rebond cohort points web-2026-09 off")

    enum Choice: String, CaseIterable, ExpressibleByArgument {
        case on, off
    }

    @Argument(help: "Clé de la promo. / Key of the cohort.")
    var cohort: String

    @Argument(help: "« on » ou « off ». / “on” or “off”.")
    var choice: Choice

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let changed = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().setPoints(choice == .on, ofCohort: cohort)
        }
        console.print("\(changed.key) \(choice.rawValue)")
        console.note(
            choice == .on
                ? Phrase(
                    fr: "La promo « \(changed.title) » a des points.", en: "The cohort \"\(changed.title)\" has points.")
                : Phrase(
                    fr: "La promo « \(changed.title) » est sans points. Ce qui est gagné reste gardé.",
                    en: "The cohort \"\(changed.title)\" is without points. What is earned is kept."))
    }
}
