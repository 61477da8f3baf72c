package import Authoring
package import Essentials
package import Foundation

/// What an import takes from whoever asks for it.
package struct ImportOptions: Sendable {
    package var limits = ImportLimits()
    /// The language of the course when the source states none.
    package var language: Language
    /// The course's name in addresses; from the folder's name when `nil`.
    package var key: String?

    package init(language: Language) {
        self.language = language
    }
}

/// What an import made.
package struct ImportOutcome: Sendable {
    package let report: ImportReport
    /// What `course check` says of the folder.
    package let problems: [Problem]
    package let activities: Int
}

/// Imports a file of another platform as a course folder.
package enum CourseImport {
    /// Reads a file, whose format is told by its content, and writes a course folder.
    ///
    /// Everything is written beside the folder first and takes its place at the end, so that there is a whole course or nothing.
    /// - Parameters:
    ///   - folder: where the course goes; it does not exist, or is empty.
    ///   - progress: how many of how many parts are read.
    /// - throws: ``ImportError``; nothing is left behind.
    package static func run(
        _ file: URL, into folder: URL, options: ImportOptions, progress: @escaping (Int, Int) -> Void = { _, _ in }
    ) throws(ImportError) -> ImportOutcome {
        if let key = options.key, !CourseNaming.isIdentifier(key) { throw .badKey(key) }
        let target = folder.standardizedFileURL
        let path = target.path(percentEncoded: false)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            let present = try? FileManager.default.contentsOfDirectory(atPath: path)
            guard isFolder.boolValue, present?.isEmpty == true else { throw .notEmpty(path) }
        }
        let source = try SourceFile.open(file, limits: options.limits)
        let staging = target.deletingLastPathComponent().appending(
            path: ".rebond-import-" + UUID().uuidString.lowercased(), directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(staging.path(percentEncoded: false))
        }
        do throws(ImportError) {
            let outcome = try fill(
                staging, from: source, file: file, target: target, options: options,
                progress: progress)
            guard rename(staging.path(percentEncoded: false).withoutSlash, path.withoutSlash) == 0 else {
                throw .cannotWrite(path)
            }
            return outcome
        } catch {
            try? FileManager.default.removeItem(at: staging)
            throw error
        }
    }

    private static func fill(
        _ staging: URL, from source: SourceFile, file: URL, target: URL, options: ImportOptions,
        progress: @escaping (Int, Int) -> Void
    ) throws(ImportError) -> ImportOutcome {
        let session = ImportSession(
            limits: options.limits, language: options.language, sourceName: file.deletingPathExtension().lastPathComponent,
            folder: staging, progress: progress)
        var (format, draft) = try FormatDetection(session: session, file: file).read(source)
        draft.unlinkMissing(session.ledger)
        let key = options.key ?? CourseNaming.identifier(for: target.lastPathComponent) ?? "course"
        let writer = CourseWriter(folder: staging, draft: draft)
        try writer.write(key: key)
        let problems = CourseReader.read(folder: staging).problems
        let report = ImportReport(
            format: format, items: session.ledger.items, toDo: session.toDo + toDo(draft, problems: problems))
        let text = report.text(in: options.language).split(separator: "\n", omittingEmptySubsequences: false)
            .map { "    " + $0 }.joined(separator: "\n")
        try writer.write("# Import\n\n" + text + "\n", to: "README.md")
        return ImportOutcome(report: report, problems: problems, activities: draft.activities.count)
    }

    private static func toDo(_ draft: CourseDraft, problems: [Problem]) -> [Phrase] {
        var toDo = [
            Phrase(
                fr:
                    "course.yml : écrivez ce que nomme « to-confirm » (l’objectif, les contacts, le résumé s’il manque), puis retirez cette clé.",
                en:
                    "course.yml: write what \"to-confirm\" names (the objective, the contacts, the summary if it is missing), then take that key out."
            )
        ]
        if draft.activities.contains(where: { $0.minutes == nil }) {
            toDo.append(
                Phrase(
                    fr:
                        "Les durées marquées « minutes-estimated » sont estimées d’après le contenu : corrigez-les et retirez la marque, ou confirmez-les quand vous publiez.",
                    en:
                        "The minutes marked \"minutes-estimated\" are estimated from the content: correct them and remove the mark, or confirm them when you publish."
                ))
        }
        if problems.contains(where: { $0.code == "no-evaluation" }) {
            toDo.append(
                Phrase(
                    fr: "La source n’a pas d’évaluation, et un cours doit en avoir une : écrivez un quiz.",
                    en: "The source has no evaluation, and a course must have one: write a quiz."))
        }
        return toDo
    }
}

extension String {
    fileprivate var withoutSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }
}
