import ArgumentParser
import Authoring
import Campus
import CourseContent
import Essentials
import Foundation

/// `rebond course apply FOLDER…`
struct CourseApply: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Vérifie des cours et publie ce qui a changé. / Checks courses and publishes what changed.",
        discussion: """
            rebond course apply Courses/dev-web-hybride
            Tous les dossiers sont vérifiés d’abord : s’il y a une erreur, rien n’est publié.
            All folders are checked first: if there is an error, nothing is published.
            """)

    @Argument(help: "Dossiers de cours. / Course folders.")
    var folders: [String]

    @Flag(
        help: "Confirme les durées qu’un import a estimées. / Confirms the minutes that an import estimated.")
    var acceptEstimates = false

    @Flag(
        help: ArgumentHelp(
            "Confirme le résumé, les objectifs et les contacts qu’un import a écrits. / Confirms the summary, objectives and contacts that an import wrote."
        ))
    var acceptPlaceholders = false

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let place = try await data.place()
        let checked = try folders.map { try CheckedFolder($0, cache: .of(folder: $0, in: place)) }
        guard checked.allSatisfy({ $0.course != nil }) else {
            try report(checked, console)
            throw CommandFailure(.refused, .nothingPublished)
        }
        try confirm(checked, console)
        if format.chosen == .text { try report(checked, console) }
        var lines: [Line] = []
        try await DataDirectory.with(place) { data in
            let campus = data.campus()
            for folder in checked {
                guard let course = folder.course else { continue }
                let applied = try await apply(course, of: folder, by: campus)
                lines.append(Line(folder: folder.path, applied))
                if format.chosen == .text {
                    console.print(.applied(applied.version.outline.key, applied.version.number, isNew: applied.isNew))
                }
            }
        }
        if format.chosen == .json { try console.print(json: lines) }
    }

    /// Applies a course; when what is remembered of it speaks of bodies that this database does not have, of the whole folder.
    private func apply(_ course: AuthoredCourse, of folder: CheckedFolder, by campus: Campus) async throws -> AppliedVersion {
        let applied: AppliedVersion
        do {
            applied = try await campus.apply(course)
        } catch CourseContentError.bodyMissing {
            guard let whole = try CheckedFolder(folder.path).course else { throw CommandFailure(.refused, .nothingPublished) }
            return try await campus.apply(whole)
        }
        folder.remember()
        return applied
    }

    /// What an import estimated or wrote in the place of an author is shown to learners only once somebody has said that it may be.
    private func confirm(_ checked: [CheckedFolder], _ console: Console) throws {
        let words = checked.compactMap(\.course).flatMap { course in course.unconfirmed.map { "\(course.outline.key): \($0)" } }
        if !words.isEmpty, !acceptPlaceholders {
            try confirm(
                console, ask: .askForPlaceholders(words), unanswered: .placeholdersToConfirm(words),
                refused: .nothingPublished(placeholders: words))
        }
        let count = checked.reduce(0) { $0 + ($1.course?.estimated.count ?? 0) }
        if count > 0, !acceptEstimates {
            try confirm(
                console, ask: .askForEstimates(count), unanswered: .estimatesToConfirm(count),
                refused: .nothingPublished(estimates: count))
        }
    }

    private func confirm(_ console: Console, ask: Phrase, unanswered: Phrase, refused: Phrase) throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { throw CommandFailure(.refused, unanswered) }
        console.note(ask)
        let answer = readLine()?.trimmingSpaces().lowercased() ?? ""
        guard ["o", "oui", "y", "yes"].contains(answer) else { throw CommandFailure(.refused, refused) }
    }

    private func report(_ checked: [CheckedFolder], _ console: Console) throws {
        if format.chosen == .json {
            console.print(try ProblemReport.json(checked.map { ($0.path, $0.problems) }, in: console.language))
        } else {
            for folder in checked { console.print(folder) }
        }
    }

    private struct Line: Encodable {
        let folder: String
        let course: String
        let version: Int
        let isNew: Bool

        init(folder: String, _ applied: AppliedVersion) {
            self.folder = folder
            course = applied.version.outline.key
            version = applied.version.number
            isNew = applied.isNew
        }
    }
}

/// A course folder that was read.
struct CheckedFolder {
    /// As it was given.
    let path: String
    /// `nil` when there is an error.
    let course: AuthoredCourse?
    let problems: [Problem]
    private let cache: RenderCache?
    private let kept: KeptBodies?

    /// - Parameter cache: what an earlier apply to the same data may have left; without it everything is rendered.
    /// - throws: ``CommandFailure`` when there is no such folder.
    init(_ path: String, cache: RenderCache? = nil) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw CommandFailure(.noInput, .noSuchFolder(path))
        }
        self.path = path
        self.cache = cache
        let folder = URL(filePath: path, directoryHint: .isDirectory)
        if let cache {
            (course, problems, kept) = ProgressLine.during { CourseReader.read(folder: folder, cache: cache, progress: $0) }
        } else {
            (course, problems) = ProgressLine.during { CourseReader.read(folder: folder, progress: $0) }
            kept = nil
        }
    }

    /// Keeps what was rendered for the next apply. Call it once the bodies are stored.
    func remember() {
        if let cache, let kept { cache.save(kept) }
    }
}

extension Console {
    /// The problems of a folder, as `course check` prints them.
    func print(_ folder: CheckedFolder) {
        for problem in folder.problems { print(ProblemReport.text(problem, folder: folder.path, in: language)) }
        guard !folder.problems.isEmpty else { return }
        let summary = ProblemReport.summary(folder.problems)
        note(Phrase(fr: "\(folder.path) : \(summary.fr)", en: "\(folder.path): \(summary.en)"))
    }
}

extension Phrase {
    static func noSuchFolder(_ path: String) -> Phrase {
        Phrase(fr: "Le dossier « \(path) » n’existe pas.", en: "The folder “\(path)” does not exist.")
    }

    static let nothingPublished = Phrase(
        fr: "Rien n’est publié. Corrigez les erreurs, puis recommencez.",
        en: "Nothing was published. Correct the errors, then start again.")

    static func estimatesToConfirm(_ count: Int) -> Phrase {
        Phrase(
            fr:
                "Rien n’est publié : un import a estimé la durée de \(count) activité(s) (« minutes-estimated »). Corrigez-les, ou confirmez-les avec --accept-estimates.",
            en:
                "Nothing was published: an import estimated the minutes of \(count) activities (\"minutes-estimated\"). Correct them, or confirm them with --accept-estimates."
        )
    }

    static func placeholdersToConfirm(_ keys: [String]) -> Phrase {
        let list = keys.joined(separator: ", ")
        return Phrase(
            fr:
                "Rien n’est publié : un import a écrit ces textes à la place de l’auteur (\(list)). Remplacez-les et retirez « to-confirm » de course.yml, ou confirmez-les avec --accept-placeholders.",
            en:
                "Nothing was published: an import wrote these texts in the place of the author (\(list)). Replace them and take \"to-confirm\" out of course.yml, or confirm them with --accept-placeholders."
        )
    }

    fileprivate static func askForPlaceholders(_ keys: [String]) -> Phrase {
        let list = keys.joined(separator: ", ")
        return Phrase(
            fr: "Un import a écrit ces textes à la place de l’auteur : \(list). Les publier tels quels ? [o/N]",
            en: "An import wrote these texts in the place of the author: \(list). Publish them as they are? [y/N]")
    }

    fileprivate static func nothingPublished(placeholders keys: [String]) -> Phrase {
        Phrase(
            fr: "Rien n’est publié. Remplacez ces textes de course.yml, puis retirez « to-confirm ».",
            en: "Nothing was published. Replace these texts of course.yml, then take \"to-confirm\" out.")
    }

    fileprivate static func askForEstimates(_ count: Int) -> Phrase {
        Phrase(
            fr: "Un import a estimé la durée de \(count) activité(s). Les publier telles quelles ? [o/N]",
            en: "An import estimated the minutes of \(count) activities. Publish them as they are? [y/N]")
    }

    fileprivate static func nothingPublished(estimates count: Int) -> Phrase {
        Phrase(
            fr: "Rien n’est publié. Corrigez les durées marquées « minutes-estimated ».",
            en: "Nothing was published. Correct the minutes marked \"minutes-estimated\".")
    }

    static func applied(_ key: String, _ number: Int, isNew: Bool) -> Phrase {
        isNew
            ? Phrase(fr: "\(key) : version \(number) publiée.", en: "\(key): version \(number) published.")
            : Phrase(
                fr: "\(key) : rien n’a changé depuis la version \(number).",
                en: "\(key): nothing changed since version \(number).")
    }
}
