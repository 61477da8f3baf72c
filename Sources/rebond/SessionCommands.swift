import Accounts
import ArgumentParser
import Campus
import Essentials
import Scheduling

/// `rebond session`
struct SessionCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session", abstract: "Le calendrier des promos. / The calendar of cohorts.",
        subcommands: [
            SessionAdd.self, SessionPlanAll.self, SessionPrepare.self, SessionMove.self, SessionCancel.self, SessionList.self,
            SessionExport.self,
            SessionImport.self,
        ])
}

/// `rebond session add COHORT TITLE --day … --hour …`
struct SessionAdd: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Prévoit une séance, ou une série. / Plans a session, or a series.",
        discussion: """
            rebond session add web-2026-09 "Classe virtuelle" --day 2026-11-24 --hour 09:30 --link https://visio.example.org/web
            rebond session add web-2026-09 Atelier --day 2026-11-24 --hour 14:00 --kind in-person --place "Salle 2" --every mon --until 2027-03-12
            Une série laisse de côté les jours fériés. / A series leaves public holidays out.
            """)

    @Argument(help: "Clé de la promo. / Key of the cohort.") var cohort: String
    @Argument(help: "Titre. / Title.") var title: String
    @Option(help: "Jour. / Day: 2026-11-24.") var day: String
    @Option(help: "Heure. / Hour: 09:30.") var hour: String
    @Option(help: "Durée en minutes. / Minutes.") var minutes = 90
    @Option(help: "virtual, in-person, both, assessment, office-hour.") var kind: SessionKind = .virtual
    @Option(help: "Fuseau. / Time zone.") var zone = WallZone.paris.name
    @Option(help: "Lieu. / Place.") var place = ""
    @Option(help: "Adresse https de la classe virtuelle. / https address of the virtual class.") var link = ""
    @Option(help: "Pour entrer. / To get in.") var notes = ""
    @Option(help: "Clé d’un groupe. / Key of a group.") var group = ""
    @Option(help: "Identifiant de qui la tient ; plusieurs fois. / Login of who holds it; several times.") var trainer: [String] =
        []
    @Option(help: "Chaque semaine, ces jours : mon,tue,wed,thu,fri,sat,sun. / Every week, on these days.") var every = ""
    @Option(help: "Dernier jour de la série. / Last day of the series.") var until = ""
    @Flag(help: "Les stagiaires ne la voient pas encore. / Learners do not see it yet.") var draft = false
    @Flag(help: "Même s’il y a un conflit. / Even if there is a conflict.") var force = false
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let series = try days()
        let typed = Campus.TypedSession(
            kind: kind.rawValue, title: title, hour: hour, duration: "\(minutes)", zone: zone, group: group, trainers: trainer,
            place: place, link: link, notes: notes, isPublished: !draft)
        let made = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().planSeries(typed, on: series.map(\.text), in: cohort, force: force, by: nil)
        }
        for session in made { console.print("\(session.id.text) \(session.plan.start.day.text) \(session.plan.start.hourText)") }
        console.note(
            Phrase.counted(
                made.count, fr: ("\(made.count) séance prévue.", "\(made.count) séances prévues."),
                en: ("\(made.count) session planned.", "\(made.count) sessions planned.")))
    }

    /// The days of the series; the one day where none is asked for.
    private func days() throws -> [CalendarDay] {
        guard let first = CalendarDay(day) else { throw CampusError.invalid("day", .dayIsWritten) }
        if every.isEmpty && until.isEmpty { return [first] }
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        let wanted = every.lowercased().split(separator: ",").map(String.init)
        guard let last = CalendarDay(until), !wanted.isEmpty, wanted.allSatisfy(names.contains), last >= first,
            last.ordinal - first.ordinal <= 400
        else { throw CampusError.invalid("every", .seriesIsWritten) }
        let days = (first.ordinal...last.ordinal).filter { wanted.contains(names[DayNumber.weekday($0)]) }.map {
            CalendarDay(ordinal: $0)
        }
        .filter { !WorkingDays.holidays(of: $0.year).contains($0) }
        guard !days.isEmpty else { throw CampusError.invalid("every", .seriesIsWritten) }
        return days
    }
}

/// `rebond session move ID --day … --hour …`
struct SessionMove: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Déplace une séance. / Moves a session.",
        discussion: "rebond session move 0192f0aa-… --day 2026-11-25 --hour 14:00")

    @Argument(help: "La séance. / The session.") var session: String
    @Option(help: "Jour. / Day: 2026-11-24.") var day: String
    @Option(help: "Heure. / Hour: 09:30.") var hour: String
    @Option(help: "Sa série : one, following, all. / Its series.") var series: SeriesScope = .one
    @Flag(help: "Même s’il y a un conflit. / Even if there is a conflict.") var force = false
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let id = try sessionID(session)
        let moved = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().moveSeries(id, day: day, hour: hour, series, force: force, by: nil)
        }
        for one in moved { console.print("\(one.id.text) \(one.plan.start.day.text) \(one.plan.start.hourText)") }
    }
}

/// `rebond session cancel ID --reason …`
struct SessionCancel: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Annule une séance ; elle reste au calendrier. / Cancels a session; it stays on the calendar.",
        discussion: "rebond session cancel 0192f0aa-… --reason \"La formatrice est malade.\"")

    @Argument(help: "La séance. / The session.") var session: String
    @Option(help: "Pourquoi : tout le monde le lira. / Why: everybody will read it.") var reason: String
    @Option(help: "Sa série : one, following, all. / Its series.") var series: SeriesScope = .one
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let id = try sessionID(session)
        let cancelled = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().cancelSeries(id, reason: reason, series, by: nil)
        }
        for one in cancelled { console.print("\(one.id.text) \(one.status.rawValue)") }
    }
}

/// `rebond session list COHORT`
struct SessionList: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Montre le calendrier d’une promo. / Lists the calendar of a cohort.")

    @Argument(help: "Clé de la promo. / Key of the cohort.") var cohort: String
    @Option(help: "À partir de ce jour. / From this day on.") var from: String?
    @Option(help: "Jusqu’à ce jour, exclu. / Until this day, left out.") var until: String?
    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        func day(_ text: String?) throws -> CalendarDay? {
            guard let text else { return nil }
            guard let day = CalendarDay(text) else { throw CampusError.invalid("day", .dayIsWritten) }
            return day
        }
        let (first, last) = (try day(from), try day(until))
        let sessions = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().sessions(of: cohort, from: first, until: last)
        }
        try console.give(sessions.map(Line.init), as: format) {
            var table = TextTable(
                [
                    Phrase(fr: "SÉANCE", en: "SESSION"), Phrase(fr: "JOUR", en: "DAY"), Phrase(fr: "HEURE", en: "HOUR"),
                    Phrase(fr: "MIN", en: "MIN"), .title, Phrase(fr: "ÉTAT", en: "STATUS"), Phrase(fr: "LIEU", en: "PLACE"),
                ], in: console.language)
            for session in sessions {
                let plan = session.plan
                table.add(
                    [
                        session.id.text, plan.start.day.text, plan.start.hourText, "\(plan.duration)", plan.title,
                        session.status.phrase.in(console.language), plan.place ?? plan.link ?? "-",
                    ])
            }
            console.print(table)
        }
    }

    private struct Line: Encodable {
        let id: String
        let day: String
        let hour: String
        let zone: String
        let minutes: Int
        let startsAt: String
        let kind: String
        let title: String
        let status: String
        let reason: String?
        let place: String?
        let link: String?
        let revision: Int

        init(_ session: ClassSession) {
            let plan = session.plan
            id = session.id.text
            day = plan.start.day.text
            hour = plan.start.hourText
            zone = plan.zone.name
            minutes = plan.duration
            startsAt = session.startsAt.iso8601
            kind = plan.kind.rawValue
            title = plan.title
            status = session.status.rawValue
            reason = session.reason
            place = plan.place
            link = plan.link
            revision = session.revision
        }
    }
}

extension SessionKind: ExpressibleByArgument {}
extension SeriesScope: ExpressibleByArgument {}

func sessionID(_ typed: String) throws -> Identifier<ClassSession> {
    guard let id = Identifier<ClassSession>(typed) else { throw CampusError.notFound(.sessionIsUnknown) }
    return id
}

extension Phrase {
    fileprivate static let sessionIsUnknown = Phrase(
        fr: "Aucune séance n’a cet identifiant : « rebond session list PROMO » les montre.",
        en: "No session has this id: \"rebond session list COHORT\" lists them.")
    fileprivate static let dayIsWritten = Phrase(fr: "Un jour s’écrit 2026-11-24.", en: "A day is written 2026-11-24.")
    fileprivate static let seriesIsWritten = Phrase(
        fr: "Une série s’écrit « --every mon,thu --until 2027-03-12 », dans l’année qui vient.",
        en: "A series is written \"--every mon,thu --until 2027-03-12\", within a year.")
}
