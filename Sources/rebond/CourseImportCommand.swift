import ArgumentParser
import Authoring
import Essentials
import Foundation
import Interchange

/// `rebond course import FILE --into FOLDER`
struct CourseImportCommand: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Fait un dossier de cours d’un fichier d’une autre plateforme. / Makes a course folder of another platform's file.",
        discussion: """
            rebond course import banque.xml --into cours/reseaux
            Le format se reconnaît au contenu : Moodle (GIFT, XML, .mbz), Common Cartridge, QTI, Open edX, SCORM, H5P, cartes (CSV, texte d’Anki).
            The format is told by the content. docs/imports.md says what each one becomes.
            Codes : 0, 64 (usage), 65 (fichier illisible ou refusé / unreadable or refused file), 66 (fichier introuvable / no such file),
            73 (dossier non vide ou non modifiable / cannot be made).
            """)

    @Argument(help: "Fichier à importer. / File to import.")
    var file: String

    @Option(help: "Dossier du cours à écrire. / Folder of the course to write.")
    var into: String

    @Option(help: "Nom du cours dans les adresses (sinon tiré du nom du dossier). / Name of the course in addresses.")
    var key: String?

    @Option(
        help: ArgumentHelp(
            "Langue du cours, si le fichier ne la dit pas. / Language of the course, if the file does not say it.",
            valueName: "fr|en"))
    var courseLanguage: Language?

    @Option(help: "Fichiers d’une archive, au plus. / Files of an archive, at most.")
    var maxEntries: Int?

    @Option(help: "Mio décompressés, au plus. / MiB unpacked, at most.")
    var maxUnpacked: Int?

    @Option(help: "Mio d’un fichier, au plus. / MiB of one file, at most.")
    var maxFile: Int?

    @Option(help: "Mio d’un texte, au plus. / MiB of one text, at most.")
    var maxText: Int?

    @Option(help: "Éléments d’un fichier XML, au plus. / Elements of one XML file, at most.")
    var maxElements: Int?

    @Option(help: "Rapport de compression, au plus. / Ratio of compression, at most.")
    var maxRatio: Int?

    @Option(help: "Caractères d’un nom, au plus. / Characters of a name, at most.")
    var maxName: Int?

    @Option(help: "Dossiers les uns dans les autres, au plus. / Folders inside each other, at most.")
    var maxDepth: Int?

    @OptionGroup var format: FormatOptions
    @OptionGroup var speech: LanguageOptions

    func validate() throws {
        let limits = [maxEntries, maxUnpacked, maxFile, maxText, maxElements, maxRatio, maxName, maxDepth].compactMap { $0 }
        guard limits.allSatisfy({ (1...1_000_000_000).contains($0) }), (maxText ?? 1) < 2_000 else {
            throw ValidationError(
                "Une limite est un nombre positif (--max-text : moins de 2000). / A limit is a positive number (--max-text: below 2000)."
            )
        }
    }

    func perform(_ console: Console) async throws {
        var options = ImportOptions(language: courseLanguage ?? console.language)
        options.key = key
        maxEntries.map { options.limits.entries = $0 }
        maxUnpacked.map { options.limits.unpacked = $0 << 20 }
        maxFile.map { options.limits.entry = $0 << 20 }
        maxText.map { options.limits.text = $0 << 20 }
        maxElements.map { options.limits.elements = $0 }
        maxRatio.map { options.limits.ratio = $0 }
        maxName.map { options.limits.pathLength = $0 }
        maxDepth.map { options.limits.pathDepth = $0 }
        let progress = ProgressLine()
        let outcome: ImportOutcome
        do throws(ImportError) {
            outcome = try CourseImport.run(
                URL(filePath: file), into: URL(filePath: into, directoryHint: .isDirectory), options: options
            ) { done, total in progress.show(done, of: total) }
            progress.end()
        } catch {
            progress.end()
            throw CommandFailure(error)
        }
        try console.give(outcome.report.document(in: console.language), as: format) {
            console.print(outcome.report.text(in: console.language))
        }
        let summary = ProblemReport.summary(outcome.problems)
        console.note(
            Phrase(
                fr: "Le cours est écrit dans \(into) (\(summary.fr)). Ensuite : rebond course check \(into)",
                en: "The course is written in \(into) (\(summary.en)). Next: rebond course check \(into)"))
    }
}

extension CommandFailure {
    fileprivate init(_ error: ImportError) {
        switch error {
        case .cannotRead: self.init(.noInput, error.phrase)
        case .badKey: self.init(.usage, error.phrase)
        case .notEmpty, .cannotWrite: self.init(.cannotCreate, error.phrase)
        case .unknownFormat, .damagedArchive, .encryptedArchive, .pathLeavesArchive, .duplicateEntry, .limit, .badXML,
            .xmlEntities, .badJSON,
            .missingFile, .packageTooLarge, .nothingToImport:
            self.init(.badData, error.phrase)
        }
    }
}
