package import Accounts
package import Essentials
import SQL
package import Scheduling

/// What mentors and tutors do: say when, note what came of a meeting; what coordinators set.
extension Campus {
    /// An availability as somebody typed it.
    package struct TypedAvailability: Sendable, Hashable {
        /// 0 for Monday; `nil` for one day.
        package var weekday: Int?
        /// The day, or the first one of a weekly availability; empty for today.
        package var day: String
        /// The last day of a weekly one; empty for no end.
        package var lastDay: String
        package var opens: String
        package var closes: String
        package var length: Int
        package var zone: String
        package var place: String
        package var link: String

        package init(
            weekday: Int? = nil, day: String = "", lastDay: String = "", opens: String = "", closes: String = "",
            length: Int = 30,
            zone: String = WallZone.paris.name, place: String = "", link: String = ""
        ) {
            self.weekday = weekday
            self.day = day
            self.lastDay = lastDay
            self.opens = opens
            self.closes = closes
            self.length = length
            self.zone = zone
            self.place = place
            self.link = link
        }
    }

    /// What one offers.
    /// - throws: ``CampusError/notAllowed(_:)`` for who is neither mentor nor tutor.
    package func availabilities(of viewer: Viewer) async throws -> [MentoringAvailability] {
        try requireHost(viewer)
        return try await database.read { try mentors.availabilities(of: viewer.person.id, in: $0) }
    }

    /// Offers meetings.
    /// - throws: ``CampusError/notAllowed(_:)``, ``CampusError/invalid(_:)``, ``CampusError/conflict(_:)`` for too many.
    package func offerMeetings(_ typed: TypedAvailability, by viewer: Viewer) async throws -> MentoringAvailability {
        try requireHost(viewer)
        let now = clock.now
        let availability = try read(typed, of: viewer.person.id, at: now)
        return try await withMentoring {
            try await database.write { writing in
                try mentors.add(availability, in: writing)
                return availability
            }
        }
    }

    /// Ends what one offers; what is booked stays.
    /// - throws: ``CampusError/notFound(_:)``.
    package func closeAvailability(_ id: Identifier<MentoringAvailability>, by viewer: Viewer) async throws {
        let now = clock.now
        try await database.write { writing in
            guard try mentors.close(id, of: viewer.person.id, at: now, in: writing) else {
                throw CampusError.notFound(.noSuchAvailability)
            }
        }
    }

    /// Leaves a day out of what one offers, or takes it in again; what is booked stays.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)``.
    package func setException(
        _ day: String, leftOut: Bool, of id: Identifier<MentoringAvailability>, by viewer: Viewer
    ) async throws {
        guard let day = CalendarDay(day.trimmingSpaces()) else { throw CampusError.invalid("day", .noSuchDay) }
        try await database.write { writing in
            guard try mentors.availabilities(of: viewer.person.id, in: writing).contains(where: { $0.id == id }) else {
                throw CampusError.notFound(.noSuchAvailability)
            }
            try mentors.set(day, leftOut: leftOut, of: id, in: writing)
        }
    }

    private func read(
        _ typed: TypedAvailability, of host: Identifier<Person>, at now: Instant
    ) throws -> MentoringAvailability {
        var problems: [FieldProblem] = []
        let zone = WallZone(typed.zone.isEmpty ? WallZone.paris.name : typed.zone)
        if zone == nil { problems.append(FieldProblem(field: "zone", message: .noSuchZone)) }
        let today = (zone ?? .paris).wallTime(now).day
        let day = typed.day.trimmingSpaces().isEmpty && typed.weekday != nil ? today : CalendarDay(typed.day.trimmingSpaces())
        if day == nil { problems.append(FieldProblem(field: "day", message: .noSuchDay)) }
        let last = typed.lastDay.trimmingSpaces().isEmpty ? nil : CalendarDay(typed.lastDay.trimmingSpaces())
        if last == nil, !typed.lastDay.trimmingSpaces().isEmpty {
            problems.append(FieldProblem(field: "lastDay", message: .noSuchDay))
        }
        let (opens, closes) = (WallTime.minute(typed.opens), Self.closing(typed.closes))
        if opens == nil { problems.append(FieldProblem(field: "opens", message: .noSuchHour)) }
        if closes == nil { problems.append(FieldProblem(field: "closes", message: .noSuchHour)) }
        guard let zone, let day, let opens, let closes else { throw CampusError.invalid(problems) }
        let availability = MentoringAvailability(
            id: .new(at: now), host: host, days: typed.weekday.map { .weekly($0, from: day, through: last) } ?? .once(day),
            opens: opens, closes: closes, zone: zone, length: typed.length, place: typed.place, link: typed.link)
        do {
            let checked = try availability.checked()
            guard problems.isEmpty else { throw CampusError.invalid(problems) }
            return checked
        } catch MentoringError.invalid(let wrong) {
            throw CampusError.invalid(problems + wrong.map { FieldProblem(field: $0.rawValue, message: $0.phrase) })
        }
    }

    /// Midnight closes a day as 24:00.
    private static func closing(_ typed: String) -> Int? {
        ["24:00", "24h", "24h00"].contains(typed.filter { !$0.isWhitespace }.lowercased()) ? 1440 : WallTime.minute(typed)
    }

    // MARK: Meetings

    /// A meeting as somebody may read it.
    package struct MeetingReading: Sendable {
        package let meeting: MentoringMeeting
        package let cohort: Cohort
        package let host: PersonName
        package let learner: PersonName
        /// As far as the person may read it.
        package let report: MeetingReport?
        /// What the person is in it; a coordinator is neither.
        package let isHost: Bool
        package let isLearner: Bool
        package let mayMove: Bool
        package let mayCancel: Bool
        package let mayReport: Bool
    }

    /// A meeting, for the two and for the coordinators of the cohort.
    /// - throws: ``CampusError/notFound(_:)`` for anybody else.
    package func meeting(_ id: Identifier<MentoringMeeting>, for viewer: Viewer) async throws -> MeetingReading {
        let now = clock.now
        return try await database.read { try meeting(id, for: viewer, at: now, in: $0) }
    }

    private func meeting(
        _ id: Identifier<MentoringMeeting>, for viewer: Viewer, at now: Instant, in reading: any ReadTransaction
    ) throws -> MeetingReading {
        guard let meeting = try mentors.meeting(id, in: reading), let cohort = try cohorts.cohort(meeting.cohort, in: reading)
        else { throw CampusError.notFound(.noSuchMeeting) }
        let (isHost, isLearner) = (meeting.host == viewer.person.id, meeting.learner == viewer.person.id)
        guard isHost || isLearner || viewer.roles.has(.coordinator, in: cohort.id),
            let host = try people.person(meeting.host, in: reading)?.name,
            let learner = try people.person(meeting.learner, in: reading)?.name
        else { throw CampusError.notFound(.noSuchMeeting) }
        let rules = try mentors.rules(of: cohort.id, in: reading)
        let inTime = rules.mayChange(meeting.startsAt, at: now)
        let isAhead = meeting.startsAt > now && !meeting.isCancelled
        return MeetingReading(
            meeting: meeting, cohort: cohort, host: host, learner: learner,
            report: try visibleReport(of: meeting, for: viewer, in: reading), isHost: isHost, isLearner: isLearner,
            mayMove: isLearner && isAhead && inTime, mayCancel: isAhead && (isHost || isLearner && inTime),
            mayReport: isHost && !meeting.isCancelled && meeting.startsAt <= now)
    }

    /// What was noted: without the part that is not for the learner, but for who wrote it and the coordinators.
    func visibleReport(
        of meeting: MentoringMeeting, for viewer: Viewer, in reading: any ReadTransaction
    ) throws -> MeetingReport? {
        guard var report = try mentors.report(of: meeting.id, in: reading) else { return nil }
        let isLearner = meeting.learner == viewer.person.id
        let mayRead = meeting.host == viewer.person.id || viewer.roles.has(.coordinator, in: meeting.cohort)
        if isLearner || !mayRead { report.restricted = nil }
        return report
    }

    /// Where one's meeting can be moved.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/conflict(_:)`` when it cannot any more.
    package func moves(
        of id: Identifier<MentoringMeeting>, for viewer: Viewer
    ) async throws -> (meeting: MeetingReading, slots: [OfferedSlot]) {
        let now = clock.now
        return try await database.read { reading in
            let found = try meeting(id, for: viewer, at: now, in: reading)
            let rules = try mentors.rules(of: found.cohort.id, in: reading)
            guard found.isLearner else { throw CampusError.notFound(.noSuchMeeting) }
            if !found.mayMove {
                throw CampusError(found.meeting.isCancelled ? MentoringError.isCancelled : .tooLate(hours: rules.noticeHours))
            }
            let slots = try offered(
                by: found.meeting.host, to: viewer.person.id, rules.bookable(at: now), in: reading)
            return (found, slots)
        }
    }

    /// Notes what came of a meeting that has begun; again corrects it.
    /// - throws: ``CampusError/notFound(_:)`` for anybody but the host, ``CampusError/conflict(_:)``, ``CampusError/invalid(_:)``.
    package func reportMeeting(
        _ id: Identifier<MentoringMeeting>, _ report: MeetingReport, by viewer: Viewer
    ) async throws -> MeetingReport {
        let now = clock.now
        return try await withMentoring {
            try await database.write { writing in
                guard let meeting = try mentors.meeting(id, in: writing), meeting.host == viewer.person.id else {
                    throw MentoringError.unknownMeeting
                }
                if meeting.isCancelled { throw MentoringError.isCancelled }
                if meeting.startsAt > now { throw MentoringError.hasNotBegun }
                return try mentors.keep(report, of: id, by: viewer.person.id, at: now, in: writing)
            }
        }
    }

    /// A meeting for a calendar program.
    /// - throws: ``CampusError/notFound(_:)``.
    package func calendar(of id: Identifier<MentoringMeeting>, for viewer: Viewer) async throws -> CalendarReading {
        let found = try await meeting(id, for: viewer)
        let other = found.isHost ? found.learner : found.host
        return CalendarReading(
            entries: [
                .meeting(
                    found.meeting, with: other, cohortTitle: found.cohort.title, in: viewer.person.language)
            ], language: viewer.person.language)
    }

    // MARK: Rules

    /// The rules of a cohort, for its staff.
    /// - throws: ``CampusError/notFound(_:)``.
    package func mentoringRules(
        of cohortKey: String, for viewer: Viewer
    ) async throws -> (cohort: Cohort, rules: MentoringRules, mayChange: Bool) {
        try await database.read { reading in
            let cohort = try followed(cohortKey, viewer, in: reading)
            return (cohort, try mentors.rules(of: cohort.id, in: reading), viewer.roles.has(.coordinator, in: cohort.id))
        }
    }

    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/notAllowed(_:)`` for who does not coordinate the cohort,
    ///   ``CampusError/invalid(_:)``.
    package func setMentoringRules(_ rules: MentoringRules, of cohortKey: String, by viewer: Viewer) async throws {
        let now = clock.now
        try await withMentoring {
            try await database.write { writing in
                let cohort = try followed(cohortKey, viewer, in: writing)
                guard viewer.roles.has(.coordinator, in: cohort.id) else {
                    throw CampusError.notAllowed(.coordinatorsSetMentoring)
                }
                try mentors.set(rules, of: cohort.id, by: viewer.person.id, at: now, in: writing)
            }
        }
    }

    /// What the mentors and tutors of a cohort offer in the coming weeks and nobody has booked, for whoever runs the installation.
    /// - throws: ``CampusError/notFound(_:)``.
    package func freeSlots(of cohortKey: String) async throws -> [(host: PersonListing, slot: MentoringSlot)] {
        let now = clock.now
        return try await database.read { reading in
            let cohort = try knownCohort(cohortKey, in: reading)
            let range = try mentors.rules(of: cohort.id, in: reading).bookable(at: now)
            var found: [(host: PersonListing, slot: MentoringSlot)] = []
            for role in Roles.hosts {
                for line in try memberships.people(of: cohort.id, as: role, limit: 50, in: reading)
                where !found.contains(where: { $0.host.id == line.person.id }) {
                    let all = try mentors.availabilities(of: line.person.id, in: reading)
                        .slots(from: range.lowerBound, until: range.upperBound)
                    found += try mentors.free(all, of: [line.person.id], in: reading).map { (line.person, $0) }
                }
            }
            return found.sorted { ($0.slot.startsAt, $0.host.id) < ($1.slot.startsAt, $1.host.id) }
        }
    }

    private func requireHost(_ viewer: Viewer) throws {
        guard viewer.roles.offersMeetings else { throw CampusError.notAllowed(.hostsOfferMeetings) }
    }
}

extension SessionCalendar.Entry {
    /// A meeting as a calendar program shows it.
    static func meeting(
        _ meeting: MentoringMeeting, with other: PersonName, cohortTitle: String, in language: Language
    ) -> SessionCalendar.Entry {
        SessionCalendar.Entry(
            session: meeting.session(titled: Phrase.meetingWith(other.full).in(language)), cohortTitle: cohortTitle,
            changedAt: meeting.changedAt)
    }
}
