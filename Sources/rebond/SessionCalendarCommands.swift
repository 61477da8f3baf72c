import Accounts
import ArgumentParser
import Campus
import Essentials
import Foundation
import Scheduling

/// `rebond session export COHORT`
struct SessionExport: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Écrit le calendrier d’une promo (iCalendar). / Writes the calendar of a cohort (iCalendar).",
        discussion: """
            rebond session export web-2026-09 > web.ics
            rebond session export web-2026-09 --to web.ics
            """)

    @Argument(help: "Clé de la promo. / Key of the cohort.") var cohort: String
    @Option(help: "Fichier à écrire ; sinon la sortie. / File to write; otherwise standard output.") var to: String?
    @Flag(help: "Remplace le fichier. / Replaces the file.") var force = false
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        if let to, !force, FileManager.default.fileExists(atPath: to) {
            throw CommandFailure(.cannotCreate, .fileIsThere(to))
        }
        let (known, entries) = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().calendar(ofCohort: cohort)
        }
        let texts = SessionCalendar.Texts(
            name: known.title,
            cancelled: Phrase(fr: "Cette séance est annulée.", en: "This session is cancelled.").in(console.language),
            reminder: "")
        let bytes = SessionCalendar.text(entries, texts: texts, isExport: true) { _ in nil }
        if let to {
            do {
                try Data(bytes).write(to: URL(filePath: to), options: .atomic)
            } catch {
                throw CommandFailure(.cannotCreate, .cannotWriteCalendar(to))
            }
        } else {
            // The last line has its end already.
            console.print(String(decoding: bytes, as: UTF8.self).trimmingSpaces())
        }
        console.note(
            Phrase.counted(
                entries.count, fr: ("\(entries.count) séance écrite.", "\(entries.count) séances écrites."),
                en: ("\(entries.count) session written.", "\(entries.count) sessions written.")))
    }
}

/// `rebond session import COHORT FILE`
struct SessionImport: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Prévoit les séances d’un fichier iCalendar. / Plans the sessions of an iCalendar file.",
        discussion: """
            rebond session import web-2026-09 agenda.ics --link https://visio.example.org/web --dry-run
            Le même fichier une deuxième fois change ce qui a changé : une séance est reconnue à son UID.
            The same file a second time changes what changed: a session is known by its UID.
            Codes : 0, 1 (quelque chose est refusé / something is refused), 65 (fichier illisible / unreadable file), 66 (fichier introuvable / no such file).
            """)

    @Argument(help: "Clé de la promo. / Key of the cohort.") var cohort: String
    @Argument(help: "Fichier .ics. / .ics file.") var file: String
    @Option(help: "Dernier jour des répétitions sans fin. / Last day of repetitions without an end.") var until: String?
    @Option(help: "Lieu des événements qui n’en ont pas. / Place of events that have none.") var place: String?
    @Option(help: "Adresse https de ceux qui n’ont ni lieu ni adresse. / https address of those with neither place nor address.")
    var link: String?
    @Flag(help: "Les stagiaires ne les voient pas encore. / Learners do not see them yet.") var draft = false
    @Flag(help: "Même s’il y a un conflit. / Even if there is a conflict.") var force = false
    @Flag(help: "Montre sans rien garder. / Shows, and keeps nothing.") var dryRun = false
    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        var last: CalendarDay?
        if let until {
            guard let day = CalendarDay(until) else { throw CampusError.invalid("until", .lastDayIsWritten) }
            last = day
        }
        guard let bytes = Self.bytes(of: file) else { throw CommandFailure(.noInput, .noSuchCalendarFile(file)) }
        let read: CalendarFile
        do throws(CalendarFault) {
            read = try CalendarFile(bytes, until: last)
        } catch {
            throw CommandFailure(.badData, error.phrase)
        }
        var options = Campus.SessionImportOptions()
        (options.place, options.link) = (place, link)
        (options.isDraft, options.force, options.isTrial) = (draft, force, dryRun)
        let wanted = options
        let lines = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().importSessions(read, into: cohort, wanted)
        }
        try console.give(lines.map { Line($0, console.language) }, as: format) { show(lines, console) }
        console.note(Self.summary(lines, isTrial: dryRun))
        if lines.contains(where: { $0.outcome == .refused }) { throw ExitCode.refused }
    }

    /// What is there, up to a little more than what may be.
    private static func bytes(of path: String) -> [UInt8]? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: CalendarFile.largest + 1) else {
            // An empty file gives nothing; a folder cannot be read.
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue ? [] : nil
        }
        return Array(data)
    }

    private func show(_ lines: [Campus.ImportedSession], _ console: Console) {
        var table = TextTable(
            [
                Phrase(fr: "ÉTAT", en: "OUTCOME"), Phrase(fr: "JOUR", en: "DAY"), Phrase(fr: "HEURE", en: "HOUR"), .title,
                Phrase(fr: "POURQUOI", en: "WHY"),
            ], in: console.language)
        for line in lines {
            table.add([
                line.outcome.phrase.in(console.language), line.start?.day.text ?? "-", line.start?.hourText ?? "-", line.title,
                line.reason?.in(console.language) ?? "-",
            ])
        }
        console.print(table)
    }

    private static func summary(_ lines: [Campus.ImportedSession], isTrial: Bool) -> Phrase {
        let counts = Campus.ImportedSession.Outcome.allCases.map { outcome in
            outcome.counted(lines.count { $0.outcome == outcome })
        }
        return Phrase(
            fr: counts.map { $0.in(.french) }.joined(separator: ", ") + (isTrial ? ". Rien n’est gardé." : "."),
            en: counts.map { $0.in(.english) }.joined(separator: ", ") + (isTrial ? ". Nothing is kept." : "."))
    }

    private struct Line: Encodable {
        let outcome: String
        let title: String
        let day: String?
        let hour: String?
        let session: String?
        let reason: String?

        init(_ line: Campus.ImportedSession, _ language: Language) {
            outcome = line.outcome.rawValue
            title = line.title
            day = line.start?.day.text
            hour = line.start?.hourText
            session = line.session?.text
            reason = line.reason?.in(language)
        }
    }
}

extension Campus.ImportedSession.Outcome {
    fileprivate func counted(_ count: Int) -> Phrase {
        switch self {
        case .added: Phrase(fr: "\(count) prévue(s)", en: "\(count) planned")
        case .changed: Phrase(fr: "\(count) changée(s)", en: "\(count) changed")
        case .cancelled: Phrase(fr: "\(count) annulée(s)", en: "\(count) cancelled")
        case .unchanged: Phrase(fr: "\(count) inchangée(s)", en: "\(count) unchanged")
        case .refused: Phrase(fr: "\(count) refusée(s)", en: "\(count) refused")
        }
    }

    fileprivate var phrase: Phrase {
        switch self {
        case .added: Phrase(fr: "prévue", en: "planned")
        case .changed: Phrase(fr: "changée", en: "changed")
        case .cancelled: Phrase(fr: "annulée", en: "cancelled")
        case .unchanged: Phrase(fr: "inchangée", en: "unchanged")
        case .refused: Phrase(fr: "refusée", en: "refused")
        }
    }
}

extension Phrase {
    fileprivate static let lastDayIsWritten = Phrase(fr: "Un jour s’écrit 2026-11-24.", en: "A day is written 2026-11-24.")
    fileprivate static func noSuchCalendarFile(_ path: String) -> Phrase {
        Phrase(
            fr: "Le fichier « \(path) » ne se lit pas. Vérifiez qu’il existe et que vous pouvez le lire.",
            en: "The file \"\(path)\" cannot be read. Check that it exists and that you may read it.")
    }
    fileprivate static func fileIsThere(_ path: String) -> Phrase {
        Phrase(
            fr: "Le fichier « \(path) » existe déjà. Pour le remplacer : --force",
            en: "The file \"\(path)\" is there already. To replace it: --force")
    }
    fileprivate static func cannotWriteCalendar(_ path: String) -> Phrase {
        Phrase(
            fr: "« \(path) » ne peut pas être écrit. Vérifiez vos droits et la place sur le disque.",
            en: "\"\(path)\" cannot be written. Check your permissions and the space on the disk.")
    }
}
