package import Accounts
package import CourseContent
package import Essentials
import Progress
import SQL
package import Scheduling

/// The whole calendar of a cohort, from what its courses say: proposed around public holidays and around what is planned, shown, then kept.
extension Campus {
    /// What whoever plans says of all of it.
    package struct ProposalOptions: Sendable, Hashable {
        /// For virtual classes, an `https` address.
        package var link = ""
        /// For classes in a room.
        package var place = ""
        /// Logins.
        package var trainers: [String] = []
        package var isDraft = false

        package init() {}
    }

    /// A class that a course asks for, and what would become of it.
    package struct ProposedSession: Sendable {
        package enum Outcome: String, Sendable, Codable, CaseIterable {
            /// On its own day.
            case planned
            /// On another day of the week: its own is a holiday, or something else takes place then.
            case moved
            /// It is on the calendar already.
            case known
            /// Nothing is free in that week.
            case refused
        }

        package let title: String
        package let form: SessionForm
        /// Of the course, from 1.
        package let week: Int
        /// The day that the course asks for.
        package let wanted: CalendarDay
        package let start: WallTime
        package let minutes: Int
        package let outcome: Outcome
        /// The public holiday or what takes place then, of the day that was wanted.
        package let isHoliday: Bool
        package let conflicts: [SessionConflict]
        /// Once it is kept, or when it was there.
        package let session: Identifier<ClassSession>?
    }

    package struct CalendarProposal: Sendable {
        package let cohort: Cohort
        package let lines: [ProposedSession]

        package func count(_ outcome: ProposedSession.Outcome) -> Int { lines.count { $0.outcome == outcome } }
    }

    /// What the courses of a cohort ask for, from today on.
    /// - Parameter viewer: `nil` for the command line.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/conflict(_:)`` for a cohort without a first day.
    package func proposeCalendar(
        of cohortKey: String, _ options: ProposalOptions = ProposalOptions(), by viewer: Viewer?
    ) async throws -> CalendarProposal {
        let now = clock.now
        return try await database.read { reading in
            let cohort = try plannable(cohortKey, by: viewer, in: reading)
            return CalendarProposal(
                cohort: cohort, lines: try proposal(for: cohort, options, at: now, in: reading).map(\.line))
        }
    }

    /// Keeps what is proposed, but for what has no day; each pattern is a series. A second time adds nothing.
    /// - throws: as ``proposeCalendar(of:_:by:)``; ``CampusError/invalid(_:)`` without the place or the link that a class needs.
    package func applyCalendar(
        of cohortKey: String, _ options: ProposalOptions, by viewer: Viewer?
    ) async throws -> CalendarProposal {
        let now = clock.now
        return try await withScheduling {
            try await database.write { writing in
                let cohort = try plannable(cohortKey, by: viewer, in: writing)
                let found = try proposal(for: cohort, options, at: now, in: writing)
                let kept = found.filter { [.planned, .moved].contains($0.line.outcome) }
                var problems: [FieldProblem] = []
                if options.link.trimmingSpaces().isEmpty, kept.contains(where: { $0.line.form == .virtual }) {
                    problems.append(FieldProblem(field: "link", message: SessionProblem.linkMissing.phrase))
                }
                if options.place.trimmingSpaces().isEmpty, kept.contains(where: { $0.line.form == .inPerson }) {
                    problems.append(FieldProblem(field: "place", message: SessionProblem.placeMissing.phrase))
                }
                if !problems.isEmpty { throw CampusError.invalid(problems) }
                var series: [Int: Identifier<SessionSeries>] = [:]
                var turns: [SessionTurn] = []
                for proposed in kept {
                    let typed = TypedSession(
                        kind: proposed.session.plan.kind.rawValue, title: proposed.line.title, day: proposed.line.start.day.text,
                        hour: proposed.line.start.hourText, duration: "\(proposed.line.minutes)", trainers: options.trainers,
                        place: proposed.line.form == .inPerson ? options.place : "",
                        link: proposed.line.form == .virtual ? options.link : "", isPublished: !options.isDraft)
                    var session = proposed.session
                    session.plan = try plan(typed, in: cohort, in: writing)
                    session = try calendar.add(session, force: false, by: viewer?.person.id, at: now, in: writing)
                    let name = series[proposed.pattern] ?? .new(at: now)
                    series[proposed.pattern] = name
                    try calendar.join(session.id, name, in: writing)
                    turns.append(SessionTurn(before: nil, after: session))
                }
                try announce(turns, at: now, in: writing)
                return CalendarProposal(cohort: cohort, lines: found.map(\.line))
            }
        }
    }

    // MARK: Parts

    private struct Proposed {
        let pattern: Int
        let line: ProposedSession
        /// As it would be kept.
        let session: ClassSession
    }

    private func proposal(
        for cohort: Cohort, _ options: ProposalOptions, at now: Instant, in reading: any ReadTransaction
    ) throws -> [Proposed] {
        guard let startsOn = cohort.startsOn else { throw CampusError.conflict(.cohortWithoutFirstDay) }
        let assigned = Set(try enrolments.courses(of: cohort.id, in: reading))
        let outlines = try courses.courses(in: reading).filter { assigned.contains($0.id) }
            .compactMap { try library.course($0.key, in: reading)?.outline }
        let today = WallZone.paris.wallTime(now).day
        let everything = try calendar.sessions(
            of: cohort.id, from: ParisDays.start(startsOn.monday), until: Instant(milliseconds: Int64.max), in: reading
        ).filter { $0.status != .cancelled }
        var known = Dictionary(grouping: everything) { Key(week: $0.plan.start.day.monday, title: $0.plan.title.folded) }
        var found: [Proposed] = []
        var number = 0
        for outline in outlines {
            let last = cohort.endsOn.map { ($0.ordinal - startsOn.monday.ordinal) / 7 + 1 }
            let weeks = max(1, min(outline.weeks ?? last ?? 10, 104))
            for pattern in outline.sessions ?? [] {
                number += 1
                for week in 1...weeks where pattern.holds(inWeek: week) {
                    let monday = startsOn.monday.adding(days: (week - 1) * 7)
                    var used: Set<CalendarDay> = []
                    for weekday in pattern.days {
                        let wanted = monday.adding(days: weekday.number)
                        if wanted < startsOn || wanted < today || cohort.endsOn.map({ wanted > $0 }) ?? false { continue }
                        let place = Place(
                            pattern: pattern, number: number, week: week, wanted: wanted, monday: monday, used: used,
                            limits: (max(startsOn, today), cohort.endsOn))
                        let key = Key(week: monday, title: pattern.title.folded)
                        if let there = known[key]?.first {
                            known[key]?.removeFirst()
                            used.insert(there.plan.start.day)
                            found.append(place.known(there))
                            continue
                        }
                        let one = try propose(place, for: cohort, options, beside: found.map(\.session), at: now, in: reading)
                        used.insert(one.line.start.day)
                        found.append(one)
                    }
                }
            }
        }
        return found.sorted { ($0.session.startsAt, $0.pattern) < ($1.session.startsAt, $1.pattern) }
    }

    private struct Key: Hashable {
        let week: CalendarDay
        let title: String
    }

    /// What is looked for: a day of one week.
    private struct Place {
        let pattern: SessionPattern
        let number: Int
        let week: Int
        let wanted: CalendarDay
        let monday: CalendarDay
        let used: Set<CalendarDay>
        let limits: (first: CalendarDay, last: CalendarDay?)

        /// The day that is wanted, then the working days of the week that are nearest, later ones first.
        var days: [CalendarDay] {
            let others = (0..<5).map { monday.adding(days: $0) }.filter { day in
                day != wanted && !used.contains(day) && day.isWorkingDay && day >= limits.first
                    && limits.last.map { day <= $0 } ?? true
                    && !pattern.days.contains { monday.adding(days: $0.number) == day }
            }
            return [wanted]
                + others.sorted { left, right in
                    let (one, two) = (left.ordinal - wanted.ordinal, right.ordinal - wanted.ordinal)
                    return (abs(one), -one) < (abs(two), -two)
                }
        }

        func start(on day: CalendarDay) throws -> WallTime {
            guard let start = WallTime(day, minute: pattern.hour) else { throw CampusError.invalid("hour", .noSuchHour) }
            return start
        }

        func proposed(
            _ session: ClassSession, _ outcome: ProposedSession.Outcome, isHoliday: Bool, _ conflicts: [SessionConflict] = [],
            isKept: Bool = false
        ) -> Proposed {
            Proposed(
                pattern: number,
                line: ProposedSession(
                    title: pattern.title, form: pattern.form, week: week, wanted: wanted, start: session.plan.start,
                    minutes: session.plan.duration, outcome: outcome, isHoliday: isHoliday, conflicts: conflicts,
                    session: isKept || outcome == .known ? session.id : nil), session: session)
        }

        func known(_ session: ClassSession) -> Proposed { proposed(session, .known, isHoliday: false) }
    }

    private func propose(
        _ place: Place, for cohort: Cohort, _ options: ProposalOptions, beside others: [ClassSession], at now: Instant,
        in reading: any ReadTransaction
    ) throws -> Proposed {
        var trainers: [Identifier<Person>] = []
        for name in options.trainers {
            if let login = try? Login(name), let person = try people.person(login: login, in: reading) {
                trainers.append(person.id)
            }
        }
        func session(on day: CalendarDay) throws -> ClassSession {
            ClassSession(
                id: .new(at: now), cohort: cohort.id,
                plan: SessionPlan(
                    kind: place.pattern.form == .virtual ? .virtual : .inPerson, title: place.pattern.title,
                    start: try place.start(on: day), duration: place.pattern.minutes, trainers: trainers,
                    place: place.pattern.form == .inPerson && !options.place.isEmpty ? options.place : nil),
                status: options.isDraft ? .draft : .published)
        }
        let isHoliday = WorkingDays.holidays(of: place.wanted.year).contains(place.wanted)
        var first: [SessionConflict] = []
        for day in place.days where day != place.wanted || !isHoliday {
            let one = try session(on: day)
            var conflicts = try calendar.conflicts(with: one, in: reading)
            conflicts += others.filter { $0.startsAt < one.endsAt && $0.endsAt > one.startsAt }
                .filter { other in !conflicts.contains { $0.other.id == other.id } }
                .map { SessionConflict(subject: .cohort, other: $0) }
            if conflicts.isEmpty {
                return place.proposed(one, day == place.wanted ? .planned : .moved, isHoliday: isHoliday, first)
            }
            if first.isEmpty { first = conflicts }
        }
        return place.proposed(try session(on: place.wanted), .refused, isHoliday: isHoliday, first)
    }
}

extension Phrase {
    static let cohortWithoutFirstDay = Phrase(
        fr: "Cette promo n’a pas de premier jour. Donnez ses dates, puis proposez son calendrier.",
        en: "This cohort has no first day. Give its dates, then propose its calendar.")
}

extension Campus.ProposedSession.Outcome {
    package var phrase: Phrase {
        switch self {
        case .planned: Phrase(fr: "au jour prévu", en: "on its day")
        case .moved: Phrase(fr: "un autre jour", en: "on another day")
        case .known: Phrase(fr: "déjà au calendrier", en: "on the calendar already")
        case .refused: Phrase(fr: "pas de place", en: "no room")
        }
    }
}
