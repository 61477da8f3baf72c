import ArgumentParser
import Authoring
import CourseContent
import Essentials
import Foundation

/// `rebond course new FOLDER`
struct CourseNew: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Prépare le dossier d’un nouveau cours. / Makes the folder of a new course.",
        discussion: """
            Le cours est écrit dans la langue des messages. Le dossier doit être vide ou ne pas exister.
            The course is written in the language of the messages. The folder must be empty or not exist.
            Codes : 0, 64 (option refusée / refused option), 73 (dossier non vide ou non modifiable / cannot be made).
            """)

    @Argument(help: "Dossier du cours. / Folder of the course.")
    var folder: String

    @Option(help: "Titre du cours. / Title of the course.")
    var title: String?

    @Option(help: ArgumentHelp("Modalité. / How it is followed.", valueName: "hybrid|remote|language"))
    var mode: CourseMode = .remote

    @Option(help: "Nom du cours dans les adresses (sinon tiré du nom du dossier). / Name of the course in addresses.")
    var key: String?

    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let url = URL(filePath: folder, directoryHint: .isDirectory)
        do throws(StarterCourseError) {
            let course = try StarterCourse(
                key: key ?? StarterCourse.key(fromFolderName: url.standardizedFileURL.lastPathComponent),
                title: title, mode: mode, language: console.language)
            for path in try course.write(to: url) { console.print(path) }
        } catch {
            throw CommandFailure(error)
        }
        console.note(
            Phrase(
                fr: "Le cours est prêt. Écrivez-le, puis vérifiez-le : rebond course check \(folder)",
                en: "The course is ready. Write it, then check it: rebond course check \(folder)"))
    }
}

extension CourseMode: ExpressibleByArgument {}

extension CommandFailure {
    fileprivate init(_ error: StarterCourseError) {
        switch error {
        case .badKey, .badTitle: self.init(.usage, error.phrase)
        case .notEmpty, .cannotWrite: self.init(.cannotCreate, error.phrase)
        }
    }
}
