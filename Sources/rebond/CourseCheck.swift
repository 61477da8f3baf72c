import ArgumentParser
import Authoring
import CourseContent
import Essentials
import Foundation

/// `rebond course check FOLDER…`
struct CourseCheck: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Dit tout ce qui ne va pas dans un cours. / Says everything that is wrong in a course.",
        discussion: """
            Chaque problème est donné avec son fichier, sa ligne, sa colonne et ce qu’il faut faire.
            Each problem comes with its file, line, column and what to do.
            Codes : 0 (sans erreur / no error), 1 (au moins une erreur / at least one error), 64 (usage),
            66 (dossier introuvable / no such folder).
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, sarif
    }

    @Argument(help: "Dossiers de cours. / Course folders.")
    var folders: [String]

    @Option(help: ArgumentHelp("Forme du résultat. / Form of the result.", valueName: "text|json|sarif"))
    var format: Format = .text

    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        for folder in folders {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
                throw CommandFailure(
                    .noInput,
                    Phrase(fr: "Le dossier « \(folder) » n’existe pas.", en: "The folder \"\(folder)\" does not exist."))
            }
        }
        var checked: [(folder: String, problems: [Problem])] = []
        for folder in folders {
            let url = URL(filePath: folder, directoryHint: .isDirectory)
            let problems = ProgressLine.during { CourseReader.check(folder: url, progress: $0) }
            checked.append((folder, problems))
            if format == .text {
                for problem in problems {
                    console.print(ProblemReport.text(problem, folder: folder, in: console.language))
                }
            }
            let summary = ProblemReport.summary(problems)
            console.note(Phrase(fr: "\(folder) : \(summary.fr)", en: "\(folder): \(summary.en)"))
            for rule in CourseReader.points(folder: url) { console.note(rule.phrase) }
            for badge in CourseReader.badges(folder: url) {
                console.note(
                    Phrase(fr: "Badge « \(badge.title) » : \(badge.asks.fr)", en: "Badge “\(badge.title)”: \(badge.asks.en)"))
            }
        }
        switch format {
        case .text: break
        case .json: console.print(try ProblemReport.json(checked, in: console.language))
        case .sarif: console.print(try ProblemReport.sarif(checked, in: console.language))
        }
        if checked.contains(where: { $0.problems.contains { $0.severity == .error } }) { throw ExitCode.refused }
    }
}
