import ArgumentParser
import Campus
import Essentials
import Foundation
import Scheduling

/// `rebond attendance`
struct AttendanceCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attendance", abstract: "Le registre d’émargement. / The attendance log.",
        subcommands: [AttendanceExport.self, AttendanceList.self])
}

/// `rebond attendance export COHORT`
struct AttendanceExport: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract:
            "Écrit le registre d’une promo, une entrée par ligne (JSON). / Writes the log of a cohort, one entry a line (JSON).",
        discussion: """
            rebond attendance export web-2026-09 > emargement.jsonl
            deploy/verify-attendance emargement.jsonl
            La deuxième commande vérifie le registre sans Rebond. / The second command verifies the log without Rebond.
            """)

    @Argument(help: "Clé de la promo. / Key of the cohort.") var cohort: String
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    private struct Line: Encodable {
        let sequence: Int
        /// The canonical form of the entry, as docs/attendance-log.md says it.
        let entry: String
        let hash: String
        /// A signature as it was drawn.
        let drawing: String?
    }

    func perform(_ console: Console) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var count = 0
        try await DataDirectory.with(data, .existing) { data in
            try await data.campus().attendanceLog(of: cohort) { entry in
                let line = Line(
                    sequence: entry.sequence, entry: entry.canonical, hash: entry.hash, drawing: entry.fact.drawing?.path)
                console.print(String(decoding: try encoder.encode(line), as: UTF8.self))
                count += 1
            }
        }
        console.note(
            .counted(count, fr: ("\(count) entrée.", "\(count) entrées."), en: ("\(count) entry.", "\(count) entries.")))
    }
}

/// `rebond attendance list COHORT`
struct AttendanceList: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Montre le registre d’une promo. / Shows the log of a cohort.",
        discussion: "rebond attendance list web-2026-09 --format json")

    @Argument(help: "Clé de la promo. / Key of the cohort.") var cohort: String
    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    private struct Line: Encodable {
        let sequence: Int
        let kind: AttendanceFact.Kind
        let day: CalendarDay
        let half: HalfDay.Part
        let subject: String
        let person: String
        let name: String
        let role: AttendanceFact.Role
        let at: Instant
        let minutes: Int?
        let justified: Bool?
        let hash: String

        init(_ entry: AttendanceEntry) {
            sequence = entry.sequence
            kind = entry.fact.kind
            day = entry.fact.day
            half = entry.fact.part
            subject = entry.context.subject
            person = entry.fact.person.text
            name = entry.context.name
            role = entry.fact.role
            at = entry.at
            minutes = entry.fact.minutes
            justified = entry.fact.isJustified
            hash = entry.hash
        }
    }

    func perform(_ console: Console) async throws {
        var lines: [Line] = []
        try await DataDirectory.with(data, .existing) { data in
            try await data.campus().attendanceLog(of: cohort) { lines.append(Line($0)) }
        }
        let shown = lines
        try console.give(shown, as: format) {
            var table = TextTable(
                [
                    Phrase(fr: "N°", en: "NO"), Phrase(fr: "JOUR", en: "DAY"), Phrase(fr: "MOITIÉ", en: "HALF"),
                    Phrase(fr: "QUOI", en: "WHAT"), Phrase(fr: "NOM", en: "NAME"), Phrase(fr: "SÉANCE", en: "SESSION"),
                ], in: console.language)
            for line in shown {
                table.add([
                    "\(line.sequence)", line.day.text, line.half.rawValue, line.kind.rawValue, line.name, line.subject,
                ])
            }
            console.print(table)
        }
    }
}
