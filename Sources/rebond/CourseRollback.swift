import ArgumentParser
import Campus
import CourseContent
import Essentials

/// `rebond course rollback KEY [--to N]`
struct CourseRollback: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Publie de nouveau une version d’avant. / Publishes an earlier version again.",
        discussion: """
            rebond course rollback accueil          la version d’avant / the version before
            rebond course rollback accueil --to 3   la version 3, plus ancienne ou plus récente / version 3, older or newer
            Les personnes gardent ce qu’elles ont fait. « --dry-run » dit ce qui changerait, sans rien publier.
            People keep what they did. "--dry-run" says what would change, without publishing anything.
            """)

    @Argument(help: "Clé du cours. / Key of the course.")
    var key: String

    @Option(name: .customLong("to"), help: ArgumentHelp("Numéro de la version. / Number of the version.", valueName: "N"))
    var number: Int?

    @Flag(help: "Dire seulement ce qui changerait. / Only say what would change.")
    var dryRun = false

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        try await DataDirectory.with(data, .existing) { data in
            let campus = data.campus()
            if dryRun {
                let current = try await campus.authoredCourse(key).course.version.number
                guard let target = number ?? (current > 1 ? current - 1 : nil) else {
                    throw CampusError.conflict(.noEarlierVersion)
                }
                let forecast = try await campus.forecast(key, version: target)
                try console.give(forecast.report, as: format) { console.print(forecast) }
                return
            }
            let (applied, from) = try await campus.rollBack(key, to: number)
            let line = Line(course: key, version: applied.version.number, from: from, isNew: applied.isNew)
            try console.give(line, as: format) { console.print(.rolledBack(line.course, line.version, from, isNew: line.isNew)) }
        }
    }

    private struct Line: Encodable {
        let course: String
        let version: Int
        let from: Int
        let isNew: Bool
    }
}

extension Phrase {
    fileprivate static func rolledBack(_ key: String, _ number: Int, _ from: Int, isNew: Bool) -> Phrase {
        isNew
            ? Phrase(
                fr: "\(key) : version \(number) publiée, à la place de la version \(from).",
                en: "\(key): version \(number) published, in the place of version \(from).")
            : Phrase(
                fr: "\(key) : la version \(number) est déjà publiée.", en: "\(key): version \(number) is published already.")
    }
}
