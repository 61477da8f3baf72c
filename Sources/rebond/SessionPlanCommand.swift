import Accounts
import ArgumentParser
import Campus
import Essentials
import Scheduling

/// `rebond session plan COHORT`
struct SessionPlanAll: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Propose tout le calendrier d’une promo. / Proposes the whole calendar of a cohort.",
        discussion: """
            rebond session plan web-2026-09
            rebond session plan web-2026-09 --link https://visio.example.org/web --trainer ines.garcia --apply
            Les cours disent quelles séances reviennent (« sessions » dans course.yml). Sans --apply, rien n’est gardé.
            Courses say which sessions come back ("sessions" in course.yml). Without --apply, nothing is kept.
            Codes : 0, 1 (une séance n’a pas de place / a session has no room).
            """)

    @Argument(help: "Clé de la promo. / Key of the cohort.") var cohort: String
    @Option(help: "Adresse https des classes virtuelles. / https address of virtual classes.") var link = ""
    @Option(help: "Lieu des séances en salle. / Place of classes in a room.") var place = ""
    @Option(help: "Identifiant de qui les tient ; plusieurs fois. / Login of who holds them; several times.")
    var trainer: [String] = []
    @Flag(help: "Les stagiaires ne les voient pas encore. / Learners do not see them yet.") var draft = false
    @Flag(help: "Garde ce qui est proposé. / Keeps what is proposed.") var apply = false
    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        var options = Campus.ProposalOptions()
        (options.link, options.place, options.trainers, options.isDraft) = (link, place, trainer, draft)
        let wanted = options
        let proposal = try await DataDirectory.with(data, .existing) { data in
            let campus = data.campus()
            return apply
                ? try await campus.applyCalendar(of: cohort, wanted, by: nil)
                : try await campus.proposeCalendar(of: cohort, wanted, by: nil)
        }
        try console.give(proposal.lines.map { Line($0, console.language) }, as: format) {
            var table = TextTable(
                [
                    Phrase(fr: "SEM", en: "WEEK"), Phrase(fr: "JOUR", en: "DAY"), Phrase(fr: "HEURE", en: "HOUR"),
                    Phrase(fr: "MIN", en: "MIN"), .title, Phrase(fr: "ÉTAT", en: "OUTCOME"), Phrase(fr: "VOULU", en: "WANTED"),
                    Phrase(fr: "POURQUOI", en: "WHY"),
                ], in: console.language)
            for line in proposal.lines.map({ Line($0, console.language) }) {
                table.add([
                    "\(line.week)", line.day, line.hour, "\(line.minutes)", line.title, line.words, line.wanted, line.why ?? "-",
                ])
            }
            console.print(table)
        }
        let count = proposal.count(.planned) + proposal.count(.moved)
        console.note(
            apply
                ? Phrase.counted(
                    count, fr: ("\(count) séance prévue.", "\(count) séances prévues."),
                    en: ("\(count) session planned.", "\(count) sessions planned."))
                : Phrase.counted(
                    count,
                    fr: (
                        "\(count) séance serait prévue. Pour la garder : --apply",
                        "\(count) séances seraient prévues. Pour les garder : --apply"
                    ),
                    en: (
                        "\(count) session would be planned. To keep it: --apply",
                        "\(count) sessions would be planned. To keep them: --apply"
                    )))
        if proposal.count(.refused) > 0 { throw ExitCode.refused }
    }

    private struct Line: Encodable {
        let week: Int
        let day: String
        let hour: String
        let minutes: Int
        let title: String
        let outcome: String
        let wanted: String
        let isHoliday: Bool
        let conflicts: [String]
        let session: String?
        let words: String
        let why: String?

        init(_ line: Campus.ProposedSession, _ language: Language) {
            week = line.week
            day = line.start.day.text
            hour = line.start.hourText
            minutes = line.minutes
            title = line.title
            outcome = line.outcome.rawValue
            wanted = line.wanted.text
            isHoliday = line.isHoliday
            conflicts = line.conflicts.map(\.other.plan.title)
            session = line.session?.text
            words = line.outcome.phrase.in(language)
            why =
                line.isHoliday
                ? Phrase(fr: "jour férié", en: "public holiday").in(language) : line.conflicts.first?.other.plan.title
        }
    }
}
