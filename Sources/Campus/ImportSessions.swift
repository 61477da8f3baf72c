import Accounts
import CourseContent
import Crypto
package import Essentials
import SQL
package import Scheduling

/// Bringing a calendar file in.
extension Campus {
    /// What whoever imports says of all of them.
    package struct SessionImportOptions: Sendable {
        /// For events without a place or an address of their own.
        package var place: String?
        package var link: String?
        package var isDraft = false
        /// Keeps sessions although others need the same thing at that time.
        package var force = false
        /// Looks, and keeps nothing.
        package var isTrial = false

        package init() {}
    }

    /// What became of one event.
    package struct ImportedSession: Sendable {
        package enum Outcome: String, Sendable, Codable, CaseIterable {
            case added, changed, cancelled, unchanged, refused
        }

        package let title: String
        /// `nil` for an event that could not be read.
        package let start: WallTime?
        package let session: Identifier<ClassSession>?
        package let outcome: Outcome
        /// Why it was refused.
        package let reason: Phrase?
    }

    /// Plans what a calendar file holds. An event that was brought in before is changed, not planned twice: it is known by its `UID`.
    /// What cannot be kept is refused by itself, with its reason.
    /// - Returns: each event in the order of time, then those that could not be read.
    /// - throws: ``CampusError/notFound(_:)`` for a cohort that is not there.
    package func importSessions(
        _ file: CalendarFile, into cohortKey: String, _ options: SessionImportOptions
    ) async throws -> [ImportedSession] {
        let now = clock.now
        let unread = file.refused.map {
            ImportedSession(title: $0.title, start: nil, session: nil, outcome: .refused, reason: $0.problem.phrase)
        }
        if options.isTrial {
            return try await database.read { reading in
                let cohort = try knownCohort(cohortKey, in: reading)
                return try file.events.map { try look(at: $0, for: cohort, options, in: reading).line } + unread
            }
        }
        return try await database.write { writing in
            let cohort = try knownCohort(cohortKey, in: writing)
            var turns: [SessionTurn] = []
            let lines = try file.events.map { event in
                let look = try self.look(at: event, for: cohort, options, in: writing)
                guard let session = look.session else { return look.line }
                let kept =
                    if look.kept == nil {
                        try calendar.add(session, force: options.force, by: nil, at: now, in: writing)
                    } else {
                        try calendar.change(
                            session, force: options.force || session.status == .cancelled, by: nil, at: now, in: writing)
                    }
                turns.append(SessionTurn(before: look.kept, after: kept))
                return look.line
            }
            try announce(turns, at: now, in: writing)
            return lines + unread
        }
    }

    // MARK: Parts

    /// What an event comes to.
    private struct Look {
        /// To be kept; `nil` when nothing is.
        var session: ClassSession?
        /// What is on the calendar already.
        var kept: ClassSession?
        var line: ImportedSession
    }

    private func look(
        at event: CalendarFile.Event, for cohort: Cohort, _ options: SessionImportOptions, in reading: any ReadTransaction
    ) throws -> Look {
        let id = try identifier(of: event, in: cohort, in: reading)
        let kept = try calendar.session(id, in: reading)
        func look(_ outcome: ImportedSession.Outcome, _ session: ClassSession? = nil, _ reason: Phrase? = nil) -> Look {
            let line = ImportedSession(
                title: event.title, start: event.start, session: outcome == .refused ? kept?.id : id, outcome: outcome,
                reason: reason)
            return Look(session: session, kept: kept, line: line)
        }
        if event.isCancelled {
            guard var session = kept else { return look(.refused, nil, .cancelledElsewhere) }
            if session.status == .cancelled { return look(.unchanged) }
            session.status = .cancelled
            session.reason = Phrase.cancelledInFile.in(.french)
            return look(.cancelled, session)
        }
        let (plan, problems) = Self.checked(plan(event, after: kept, options))
        guard problems.isEmpty else { return look(.refused, nil, .allOf(problems.map(\.phrase))) }
        if let kept, kept.plan == plan { return look(.unchanged) }
        if kept?.status == .cancelled { return look(.refused, nil, .sessionIsCancelled) }
        let session = ClassSession(
            id: id, cohort: cohort.id, plan: plan, status: kept?.status ?? (options.isDraft ? .draft : .published),
            reason: kept?.reason, revision: kept?.revision ?? 0)
        let conflicts = options.force ? [] : try calendar.conflicts(with: session, in: reading)
        guard conflicts.isEmpty else { return look(.refused, nil, .sessionConflicts(conflicts)) }
        return look(kept == nil ? .added : .changed, session)
    }

    /// The plan as it may be kept, or what is wrong with it.
    private static func checked(_ plan: SessionPlan) -> (SessionPlan, [SessionProblem]) {
        do throws(SchedulingError) {
            return (try plan.checked(), [])
        } catch {
            if case .invalidPlan(let problems) = error { return (plan, problems) }
            return (plan, [.title])
        }
    }

    /// A session of this cohort that Rebond itself wrote keeps its id; any other event has one that follows from what it is called.
    private func identifier(
        of event: CalendarFile.Event, in cohort: Cohort, in reading: any ReadTransaction
    ) throws -> Identifier<ClassSession> {
        if event.recurrence == nil, let own = Identifier<ClassSession>(event.uid),
            try calendar.session(own, in: reading)?.cohort == cohort.id
        {
            return own
        }
        let name = [cohort.id.text, event.uid, event.recurrence ?? ""].joined(separator: "\n")
        return Identifier(trusted: UUIDText.version8(digest: SHA256.hash(data: Array(name.utf8))))
    }

    private func plan(
        _ event: CalendarFile.Event, after kept: ClassSession?, _ options: SessionImportOptions
    ) -> SessionPlan {
        let link = event.link ?? options.link
        let place = event.place ?? (link == nil ? options.place : nil)
        let kind: SessionKind =
            switch (event.kind, place, link) {
            case (let kind?, _, _): kind
            case (nil, _?, _?): .both
            case (nil, _, _?): .virtual
            default: .inPerson
            }
        return SessionPlan(
            kind: kind, title: event.title, start: event.start, zone: event.zone, duration: event.duration,
            group: kept?.plan.group, activity: kept?.plan.activity, trainers: kept?.plan.trainers ?? [], place: place, link: link,
            notes: event.notes)
    }
}

extension Phrase {
    static let cancelledElsewhere = Phrase(
        fr: "Annulée dans le fichier, et elle n’était pas au calendrier.",
        en: "Cancelled in the file, and it was not on the calendar.")
    static let cancelledInFile = Phrase(
        fr: "Annulée dans le calendrier importé.", en: "Cancelled in the imported calendar.")

    static func allOf(_ phrases: [Phrase]) -> Phrase {
        Phrase(
            fr: phrases.map { $0.in(.french) }.joined(separator: " "), en: phrases.map { $0.in(.english) }.joined(separator: " "))
    }
}

extension CalendarFault {
    /// What it is, and what to do.
    package var phrase: Phrase {
        switch self {
        case .tooLarge:
            Phrase(
                fr: "Un calendrier a au plus 4 Mio. Exportez moins de dates.",
                en: "A calendar has at most 4 MiB. Export fewer dates.")
        case .notUTF8:
            Phrase(
                fr: "Ce fichier n’est pas du texte en UTF-8. Exportez-le de nouveau.",
                en: "This file is not text in UTF-8. Export it again.")
        case .notACalendar:
            Phrase(
                fr: "Ce fichier n’est pas un calendrier (.ics) : il n’a pas de « BEGIN:VCALENDAR », ou il est mal fermé.",
                en: "This file is no calendar (.ics): it has no “BEGIN:VCALENDAR”, or is not closed as it should be.")
        case .tooManyEvents:
            Phrase(
                fr: "Ce calendrier a plus de 5000 événements. Exportez moins de dates.",
                en: "This calendar has more than 5,000 events. Export fewer dates.")
        }
    }
}

extension CalendarProblem {
    var phrase: Phrase {
        switch self {
        case .unreadable:
            Phrase(fr: "Une de ses lignes ne se lit pas.", en: "One of its lines cannot be read.")
        case .allDay:
            Phrase(
                fr: "Elle dure toute la journée : une séance a une heure.", en: "It takes the whole day: a session has an hour.")
        case .notAnEvent: Phrase(fr: "Une tâche ou une note n’est pas une séance.", en: "A task or a note is no session.")
        case .noUID: Phrase(fr: "Elle n’a pas d’identifiant (UID).", en: "It has no identifier (UID).")
        case .sameUID:
            Phrase(
                fr: "Deux événements du fichier ont cet identifiant (UID).",
                en: "Two events of the file have this identifier (UID).")
        case .noStart: Phrase(fr: "Elle n’a pas de début.", en: "It has no beginning.")
        case .unknownZone: Phrase(fr: "Son fuseau horaire n’est pas connu.", en: "Its time zone is not known.")
        case .noDuration:
            Phrase(fr: "Elle n’a ni fin ni durée après son début.", en: "It has neither an end nor a length after its beginning.")
        case .notInMinutes: Phrase(fr: "Sa durée n’est pas en minutes entières.", en: "Its length is not in whole minutes.")
        case .rule:
            Phrase(
                fr: "Sa répétition ne se lit pas, ou n’est ni par jour, semaine, mois ou année.",
                en: "Its repetition cannot be read, or is not by day, week, month or year.")
        case .endless:
            Phrase(
                fr: "Sa répétition n’a pas de fin : donnez le dernier jour avec --until.",
                en: "Its repetition has no end: give the last day with --until.")
        case .tooManyDates:
            Phrase(fr: "Elle se répète plus de 1000 fois.", en: "It repeats more than 1,000 times.")
        case .changesTheRest:
            Phrase(
                fr: "Elle change toutes les dates qui suivent : exportez ces dates une par une.",
                en: "It changes all later dates: export those dates one by one.")
        }
    }
}
