import ArgumentParser
import Authoring
import Campus
import CourseContent
import Essentials
import Foundation
import Interchange

/// `rebond course export KEY|FOLDER --to FILE`
struct CourseExport: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Écrit un cours dans un fichier. / Writes a course into a file.",
        discussion: """
            rebond course export accueil --to accueil.zip                     le dossier tel qu’il a été publié / the folder as it was applied
            rebond course export ~/cours/accueil --to accueil.imscc --format imscc
            rebond course export accueil --to accueil.html --format html      une page à imprimer / one page to print
            Codes : 0, 1 (cours refusé, ou dossier non gardé / refused, or folder not kept), 66 (introuvable / not found), 73 (fichier déjà là / file there already).
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case zip, imscc, html
    }

    @Argument(help: "Clé d’un cours publié, ou dossier de cours. / Key of a published course, or course folder.")
    var course: String

    @Option(name: .customLong("to"), help: ArgumentHelp("Fichier à écrire. / File to write.", valueName: "FILE"))
    var file: String

    @Option(help: ArgumentHelp("Forme du fichier. / Form of the file.", valueName: "zip|imscc|html"))
    var format: Format = .zip

    @Option(help: ArgumentHelp("Une autre version que celle en ligne. / Another version than the published one.", valueName: "N"))
    var version: Int?

    @Flag(help: "Avec les réponses (html). / With the answers (html).")
    var withAnswers = false

    @Flag(help: "Remplacer le fichier. / Replace the file.")
    var force = false

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        if !force, FileManager.default.fileExists(atPath: file) { throw CommandFailure(.cannotCreate, .isThereAlready(file)) }
        let exported = try await read(console)
        let progress = ProgressLine()
        defer { progress.end() }
        do throws(ExportError) {
            switch format {
            case .zip: try FolderExport.write(exported, to: file) { progress.show($0, of: $1) }
            case .imscc:
                let lines = try CartridgeExport.write(exported, to: file) { progress.show($0, of: $1) }
                progress.end()
                for line in lines {
                    console.print("\(line.isWhole ? " " : "!") \(line.id): \(line.outcome.in(console.language))")
                }
            case .html:
                let page = try PrintedCourse.page(exported, withAnswers: withAnswers)
                do { try Data(page.utf8).write(to: URL(filePath: file), options: .atomic) } catch { throw .cannotWrite(file) }
            }
        } catch {
            switch error {
            case .noSources: throw CommandFailure(.refused, error.phrase)
            case .cannotWrite: throw CommandFailure(.cannotCreate, error.phrase)
            case .cannotRead: throw CommandFailure(.noInput, error.phrase)
            }
        }
        console.note(.exported(exported.outline.key, file))
    }

    /// A folder when there is one by that name, otherwise a published course.
    private func read(_ console: Console) async throws -> ExportedCourse {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: course, isDirectory: &isFolder), isFolder.boolValue {
            let checked = try CheckedFolder(course)
            guard let read = checked.course else {
                console.print(checked)
                throw CommandFailure(.refused, .cannotBeExported)
            }
            return ExportedCourse(read)
        }
        let kept = try await DataDirectory.with(data, .existing) { try await $0.campus().keptCourse(course, version: version) }
        return ExportedCourse(
            outline: kept.version.outline, contents: kept.contents,
            assets: Dictionary(
                kept.assets.map { ($0.asset.digest, .init(asset: $0.asset, location: $0.location)) },
                uniquingKeysWith: { first, _ in first }),
            sources: kept.sources.map { .init(path: $0.path, location: $0.location) })
    }
}

extension Phrase {
    fileprivate static func isThereAlready(_ file: String) -> Phrase {
        Phrase(
            fr: "« \(file) » existe déjà. Donnez un autre nom, ou --force pour le remplacer.",
            en: "“\(file)” is there already. Give another name, or --force to replace it.")
    }

    fileprivate static let cannotBeExported = Phrase(
        fr: "Ce dossier a des erreurs : corrigez-les, puis recommencez.",
        en: "This folder has errors: correct them, then start again.")

    fileprivate static func exported(_ key: String, _ file: String) -> Phrase {
        Phrase(fr: "\(key) : « \(file) » est écrit.", en: "\(key): “\(file)” is written.")
    }
}
