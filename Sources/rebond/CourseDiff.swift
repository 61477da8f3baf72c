import ArgumentParser
import Authoring
import Campus
import CourseContent
import Essentials

/// `rebond course diff FOLDER`
struct CourseDiff: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract:
            "Dit ce que publier un dossier changerait, et pour qui. / Says what publishing a folder would change, and for whom.",
        discussion: """
            Rien n’est publié ni écrit. Les personnes gardent ce qu’elles ont fait, par l’identifiant des activités.
            Nothing is published or written. People keep what they did, by the ids of activities.
            Codes : 0 (rien ou des changements / nothing or changes), 1 (cours refusé / course refused), 66 (introuvable / not found).
            """)

    @Argument(help: "Dossier de cours. / Course folder.")
    var folder: String

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let checked = try CheckedFolder(folder)
        guard let course = checked.course else {
            console.print(checked)
            throw CommandFailure(.refused, .cannotBeCompared)
        }
        let forecast = try await DataDirectory.with(data, .existing) { try await $0.campus().forecast(course) }
        try console.give(forecast.report, as: format) { console.print(forecast) }
    }
}

extension Console {
    /// A forecast: what is said of the course first, then one paragraph for each module and activity that differs.
    func print(_ forecast: CourseForecast) {
        let published = forecast.published.map { "version \($0) → " } ?? ""
        print("\(forecast.key) : \(published)\(forecast.title)")
        for sentence in forecast.sentences { print("  " + sentence.in(language)) }
        guard forecast.published != nil else { return }
        for module in forecast.modules {
            print("\(module.aspects.sign) \(module.id) « \(module.title) »")
            for sentence in forecast.sentences(of: module) { print("    " + sentence.in(language)) }
        }
        for activity in forecast.activities {
            print("\(activity.change.aspects.sign) \(activity.change.id) « \(activity.change.outline?.title ?? "") »")
            for sentence in activity.sentences { print("    " + sentence.in(language)) }
        }
    }
}

extension [ModuleAspect] {
    fileprivate var sign: String { contains(.added) ? "+" : contains(.removed) ? "-" : "~" }
}

extension [ActivityAspect] {
    fileprivate var sign: String { contains(.added) ? "+" : contains(.removed) ? "-" : "~" }
}

extension Phrase {
    fileprivate static let cannotBeCompared = Phrase(
        fr: "Ce dossier ne peut pas être publié : corrigez les erreurs, puis recommencez.",
        en: "This folder cannot be published: correct the errors, then start again.")
}
