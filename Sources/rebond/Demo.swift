import ArgumentParser
import Campus
import CourseContent
import Essentials
import Foundation

/// `rebond demo`
struct Demo: RebondCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prépare la démonstration : trois cours, trois promos, leurs personnes. / Sets up the demonstration.",
        discussion: """
            rebond demo --data ./demo
            Pour une démonstration seulement : tout le monde connaît les mots de passe affichés.
            For a demonstration only: everybody knows the passwords shown.
            """)

    @Option(help: ArgumentHelp("Dossier des cours de démonstration. / Folder of the demonstration courses.", valueName: "DIR"))
    var courses = "./Courses"

    @Option(help: ArgumentHelp("Adresse à afficher. / Address to show.", valueName: "URL"))
    var address = "http://127.0.0.1:8080"

    @Flag(help: "Prépare la démonstration même s’il y a déjà des personnes. / Even if there are people already.")
    var force = false

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let checked = try folders().map { try CheckedFolder($0) }
        guard checked.allSatisfy({ $0.course != nil }) else {
            for folder in checked where folder.course == nil { console.print(folder) }
            throw CommandFailure(.refused, .nothingPublished)
        }
        let demonstration = try await DataDirectory.with(data) { data in
            try await data.campus().setUpDemonstration(checked.compactMap(\.course), force: force)
        }
        for applied in demonstration.courses where applied.isNew {
            console.note(.applied(applied.version.outline.key, applied.version.number, isNew: true))
        }
        try console.give(Shown(demonstration, at: address), as: format) {
            console.print(Phrase(fr: "Ouvrez \(address)", en: "Open \(address)"))
            var table = TextTable([.role, .name, .login, .password], in: console.language)
            for account in demonstration.accounts {
                table.add([account.kind.phrase.in(console.language), account.name, account.login, account.password])
            }
            console.print(table)
        }
        console.note(
            Phrase(
                fr: "Comptes de démonstration : tout le monde connaît ces mots de passe. N’y mettez aucune vraie donnée.",
                en: "Demonstration accounts: everybody knows these passwords. Put no real data there."))
    }

    /// The folders that hold a course, in the order of their names.
    private func folders() throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: courses) else {
            throw CommandFailure(.noInput, .noSuchFolder(courses))
        }
        return names.sorted().map { (courses as NSString).appendingPathComponent($0) }.filter {
            FileManager.default.fileExists(atPath: ($0 as NSString).appendingPathComponent("course.yml"))
        }
    }

    private struct Shown: Encodable {
        let address: String
        let isNew: Bool
        let accounts: [Account]

        struct Account: Encodable {
            let role: String
            let name: String
            let login: String
            let password: String
        }

        init(_ demonstration: Campus.Demonstration, at address: String) {
            self.address = address
            isNew = demonstration.isNew
            accounts = demonstration.accounts.map {
                Account(role: $0.kind.rawValue, name: $0.name, login: $0.login, password: $0.password)
            }
        }
    }
}
