import Accounts
import ArgumentParser
import Campus
import Essentials
import Foundation

/// `rebond person import FILE.csv`
struct PersonImport: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Ajoute les personnes d’un fichier CSV : toutes, ou aucune. / Adds the people of a CSV file: all, or none.",
        discussion: """
            rebond person import promo.csv
            Colonnes : identifiant, prenom, nom, courriel, langue, role, promo, groupe, mot_de_passe.
            Columns: login, given_name, family_name, email, language, role, cohort, group, password.
            """)

    @Argument(help: "Fichier CSV en UTF-8. / CSV file in UTF-8.")
    var file: String

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let bytes = try read()
        let outcome = try await DataDirectory.with(data) { data in
            let counter = ProgressLine()
            defer { counter.end() }
            return try await data.campus().importPeople(bytes) { counter.show($0, of: $1) }
        }
        switch outcome {
        case .refused(let problems):
            try console.give(Refusal(problems, in: console.language), as: format) {
                for problem in problems {
                    let place = "\(file):\(problem.line)" + (problem.column.map { ": \($0)" } ?? "")
                    console.print("\(place): \(problem.message.in(console.language))")
                }
            }
            throw CommandFailure(.refused, AccountsError.peopleRefused(problems).phrase)
        case .done(let report):
            try console.give(Done(report), as: format) { console.print(table(of: report, in: console.language)) }
            console.note(Self.sentence(report))
        }
    }

    private func read() throws -> [UInt8] {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
        guard exists, !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: file) else {
            throw CommandFailure(.noInput, .noSuchFile(file))
        }
        // One byte more than is taken, so that too long a file is seen without being read.
        guard let bytes = try? handle.read(upToCount: PeopleCSV.longestFile + 1) else { return [] }
        return Array(bytes)
    }

    private func table(of report: PeopleImport.Report, in language: Language) -> TextTable {
        var table = TextTable([.line, .login, .name, .outcome, .password], in: language)
        for line in report.lines {
            table.add(
                [
                    "\(line.line)", line.login.text, line.name.full, line.outcome.phrase.in(language),
                    line.madeUpPassword ?? "-",
                ])
        }
        return table
    }

    private static func sentence(_ report: PeopleImport.Report) -> Phrase {
        let added = report.count(.added)
        let sentence = Phrase.counted(
            added, fr: ("\(added) compte ajouté.", "\(added) comptes ajoutés."),
            en: ("\(added) account added.", "\(added) accounts added."))
        guard report.lines.contains(where: { $0.madeUpPassword != nil }) else { return sentence }
        return Phrase(
            fr: "\(sentence.fr) Ces mots de passe ne seront plus montrés : gardez cette liste en lieu sûr.",
            en: "\(sentence.en) These passwords will not be shown again: keep this list in a safe place.")
    }

    private struct Refusal: Encodable {
        let problems: [Problem]

        struct Problem: Encodable {
            let line: Int
            let column: String?
            let message: String
        }

        init(_ problems: [PeopleProblem], in language: Language) {
            self.problems = problems.map { Problem(line: $0.line, column: $0.column, message: $0.message.in(language)) }
        }
    }

    private struct Done: Encodable {
        let people: [Line]

        struct Line: Encodable {
            let line: Int
            let id: String
            let login: String
            let name: String
            let outcome: String
            let password: String?
        }

        init(_ report: PeopleImport.Report) {
            people = report.lines.map {
                Line(
                    line: $0.line, id: $0.person.text, login: $0.login.text, name: $0.name.full,
                    outcome: $0.outcome.rawValue, password: $0.madeUpPassword)
            }
        }
    }
}

extension PeopleImport.Report.Outcome {
    fileprivate var phrase: Phrase {
        switch self {
        case .added: Phrase(fr: "ajout", en: "added")
        case .rolesChanged: Phrase(fr: "rôle donné", en: "role given")
        case .alreadyThere: Phrase(fr: "déjà là", en: "already there")
        }
    }
}

extension Phrase {
    static func noSuchFile(_ path: String) -> Phrase {
        Phrase(
            fr: "Le fichier « \(path) » n’existe pas ou ne se lit pas.",
            en: "The file “\(path)” does not exist or cannot be read.")
    }
}
