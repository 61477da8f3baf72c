import ArgumentParser
import Campus
import Essentials
import Foundation

/// `rebond progress`
struct ProgressCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress", abstract: "Ce que les stagiaires ont fait. / What learners did.",
        subcommands: [ProgressExport.self])
}

/// `rebond progress export COHORT`
struct ProgressExport: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Écrit les événements d’une promo, un par ligne (JSON). / Writes the events of a cohort, one a line (JSON).",
        discussion: "rebond progress export web-2026-09 > evenements.jsonl")

    @Argument(help: "Clé de la promo. / Key of the cohort.")
    var cohort: String

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let count = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().exportEvents(of: cohort) { event in
                console.print(String(decoding: try encoder.encode(event), as: UTF8.self))
            }
        }
        console.note(
            .counted(
                count, fr: ("\(count) événement.", "\(count) événements."), en: ("\(count) event.", "\(count) events.")))
    }
}
