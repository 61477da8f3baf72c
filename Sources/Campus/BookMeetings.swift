package import Accounts
package import Essentials
import SQL
package import Scheduling

/// Meeting a mentor: a learner books, moves and cancels what a mentor or a tutor of the cohort offers.
extension Campus {
    /// Somebody whom a learner can meet.
    package struct MentoringHost: Sendable {
        package let person: Identifier<Person>
        package let name: PersonName
        /// Mentor or tutor.
        package let role: CohortRole
        package let cohort: Cohort
        /// What can be booked now, in the order of time.
        package let slots: [OfferedSlot]
    }

    /// A slot with what else is on the calendars of the two at that time.
    package struct OfferedSlot: Sendable {
        package let slot: MentoringSlot
        /// Titles of the learner's own classes.
        package let ownClasses: [String]
        /// Whether the host holds a class then.
        package let hostIsHeld: Bool

        package var isClear: Bool { ownClasses.isEmpty && !hostIsHeld }
    }

    /// The page of mentoring.
    package struct MentoringReading: Sendable {
        /// What is to come and what was, four months back, in the order of time.
        package let meetings: [MeetingLine]
        package let hosts: [MentoringHost]
        package let rules: MentoringRules
        /// Whether the person offers meetings themselves.
        package let isHost: Bool
    }

    /// A meeting with what came of it, as far as the person may read it.
    package struct MeetingLine: Sendable {
        package let entry: MentoringStore.Entry
        package let report: MeetingReport?
    }

    /// Whom one can meet and when, and one's own meetings.
    package func mentoring(for viewer: Viewer) async throws -> MentoringReading {
        let now = clock.now
        return try await database.read { reading in
            let meetings = try mentors.meetings(
                of: viewer.person.id, from: now.adding(seconds: -122 * 86_400), until: now.adding(seconds: 190 * 86_400),
                in: reading)
            let lines = try meetings.map { entry in
                let isOver = entry.meeting.startsAt <= now
                return MeetingLine(
                    entry: entry, report: isOver ? try visibleReport(of: entry.meeting, for: viewer, in: reading) : nil)
            }
            var hosts: [MentoringHost] = []
            var rules: MentoringRules?
            for id in viewer.roles.cohorts(withAny: [.learner]) {
                guard let cohort = try cohorts.cohort(id, in: reading) else { continue }
                let own = try mentors.rules(of: id, in: reading)
                rules = rules ?? own
                for listing in try hostListings(of: id, in: reading)
                where listing.person.id != viewer.person.id && !hosts.contains(where: { $0.person == listing.person.id }) {
                    let slots = try offered(by: listing.person.id, to: viewer.person.id, own.bookable(at: now), in: reading)
                    hosts.append(
                        MentoringHost(
                            person: listing.person.id, name: listing.person.name, role: listing.role, cohort: cohort, slots: slots
                        ))
                }
            }
            return MentoringReading(
                meetings: lines, hosts: hosts, rules: rules ?? .usual, isHost: viewer.roles.offersMeetings)
        }
    }

    /// One slot, before it is booked.
    /// - throws: ``CampusError/notFound(_:)`` when nothing is offered to this learner then.
    package func slot(
        of host: Identifier<Person>, at start: Instant, for viewer: Viewer
    ) async throws -> (host: MentoringHost, slot: OfferedSlot) {
        let now = clock.now
        return try await database.read { reading in
            let (listing, cohort) = try reachable(host, for: viewer.person.id, in: reading)
            let rules = try mentors.rules(of: cohort.id, in: reading)
            guard rules.bookable(at: now).contains(start),
                let slot = try offered(by: host, to: viewer.person.id, start..<start.adding(seconds: 1), in: reading).first
            else { throw CampusError.notFound(.slotIsGone) }
            let found = MentoringHost(
                person: host, name: listing.person.name, role: listing.role, cohort: cohort, slots: [slot])
            return (found, slot)
        }
    }

    /// Books a meeting. The same booking again changes nothing.
    /// - Parameters:
    ///   - id: made by the client.
    ///   - force: books it although one of the two has a class then.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/conflict(_:)``, ``CampusError/invalid(_:)``.
    package func bookMeeting(
        _ id: Identifier<MentoringMeeting>, with host: Identifier<Person>, at start: Instant, topic: String? = nil,
        force: Bool = false, by viewer: Viewer
    ) async throws -> MentoringMeeting {
        let now = clock.now
        let learner = viewer.person.id
        let topic = topic.flatMap { $0.trimmingSpaces().isEmpty ? nil : $0.trimmingSpaces() }
        if let topic, topic.unicodeScalars.count > MentoringMeeting.topicLength || topic.utf8.contains(0) {
            throw CampusError.invalid("topic", .topicTooLong)
        }
        return try await withMentoring {
            try await database.write { writing in
                if let kept = try mentors.meeting(id, in: writing) {
                    guard kept.learner == learner, kept.host == host, kept.startsAt == start || kept.revision > 0 else {
                        throw MentoringError.otherMeeting
                    }
                    return kept
                }
                let (_, cohort) = try reachable(host, for: learner, in: writing)
                let open = try mentors.openMeetings(of: learner, except: id, at: now, in: writing)
                if let refusal = try mentors.rules(of: cohort.id, in: writing).refusal(of: start, at: now, open: open) {
                    throw refusal
                }
                let slot = try requireSlot(of: host, for: learner, at: start, force: force, in: writing)
                let meeting = MentoringMeeting(id: id, slot: slot, learner: learner, cohort: cohort.id, topic: topic, at: now)
                try mentors.book(meeting, by: learner, at: now, in: writing)
                try announce(meeting, at: now, in: writing)
                return meeting
            }
        }
    }

    /// Moves one's own meeting to another slot of the same person; where it is already, nothing changes.
    /// - throws: as ``bookMeeting(_:with:at:topic:force:by:)``.
    package func moveMeeting(
        _ id: Identifier<MentoringMeeting>, to start: Instant, force: Bool = false, by viewer: Viewer
    ) async throws -> MentoringMeeting {
        let now = clock.now
        return try await withMentoring {
            try await database.write { writing in
                guard let meeting = try mentors.meeting(id, in: writing), meeting.learner == viewer.person.id else {
                    throw MentoringError.unknownMeeting
                }
                if meeting.isCancelled { throw MentoringError.isCancelled }
                if meeting.startsAt == start { return meeting }
                let rules = try mentors.rules(of: meeting.cohort, in: writing)
                guard rules.mayChange(meeting.startsAt, at: now) else { throw MentoringError.tooLate(hours: rules.noticeHours) }
                if let refusal = rules.refusal(of: start, at: now, open: 0) { throw refusal }
                let slot = try requireSlot(
                    of: meeting.host, for: viewer.person.id, at: start, force: force, in: writing)
                let moved = try mentors.change(meeting.moved(to: slot), by: viewer.person.id, at: now, in: writing)
                try announce(moved, before: meeting, at: now, in: writing)
                return moved
            }
        }
    }

    /// Cancels a meeting, with a reason that the other one reads: a learner in time, the host until it begins. A second time changes nothing.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/conflict(_:)``, ``CampusError/invalid(_:)`` without a reason.
    package func cancelMeeting(
        _ id: Identifier<MentoringMeeting>, reason: String, by viewer: Viewer
    ) async throws -> MentoringMeeting {
        let now = clock.now
        let reason = reason.trimmingSpaces()
        guard !reason.isEmpty, reason.unicodeScalars.count <= 500, !reason.utf8.contains(0) else {
            throw CampusError.invalid("reason", .reasonForCancellingMeeting)
        }
        return try await withMentoring {
            try await database.write { writing in
                guard var meeting = try mentors.meeting(id, in: writing),
                    [meeting.learner, meeting.host].contains(viewer.person.id)
                else { throw MentoringError.unknownMeeting }
                if meeting.isCancelled { return meeting }
                let rules = try mentors.rules(of: meeting.cohort, in: writing)
                if meeting.startsAt <= now { throw MentoringError.isOver }
                if meeting.learner == viewer.person.id, !rules.mayChange(meeting.startsAt, at: now) {
                    throw MentoringError.tooLate(hours: rules.noticeHours)
                }
                let before = meeting
                (meeting.isCancelled, meeting.reason) = (true, reason)
                let cancelled = try mentors.change(meeting, by: viewer.person.id, at: now, in: writing)
                try announce(cancelled, before: before, at: now, in: writing)
                return cancelled
            }
        }
    }

    // MARK: Parts

    /// The mentors and tutors of a cohort, mentors first.
    private func hostListings(
        of cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> [CohortListing] {
        try Roles.hosts.flatMap { try memberships.people(of: cohort, as: $0, limit: 50, in: reading) }
            .filter { !$0.person.isDisabled }
    }

    /// A host whom this learner can meet, with the cohort in which they meet.
    private func reachable(
        _ host: Identifier<Person>, for learner: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> (CohortListing, Cohort) {
        guard host != learner else { throw CampusError.notFound(.slotIsGone) }
        let ofHost = try memberships.memberships(of: host, in: reading)
        for own in try memberships.memberships(of: learner, in: reading) where own.role == .learner && own.leftAt == nil {
            for role in Roles.hosts
            where ofHost.contains(where: { $0.cohort == own.cohort && $0.role == role && $0.leftAt == nil }) {
                guard let cohort = try cohorts.cohort(own.cohort, in: reading),
                    let listing = try hostListings(of: own.cohort, in: reading).first(where: { $0.person.id == host })
                else { continue }
                return (listing, cohort)
            }
        }
        throw CampusError.notFound(.slotIsGone)
    }

    /// What a host offers that is free for both, with the classes beside it.
    func offered(
        by host: Identifier<Person>, to learner: Identifier<Person>, _ range: Range<Instant>, in reading: any ReadTransaction
    ) throws -> [OfferedSlot] {
        let all = try mentors.availabilities(of: host, in: reading).slots(from: range.lowerBound, until: range.upperBound)
        let free = try mentors.free(all, of: [host, learner], in: reading)
        guard let first = free.first, let last = free.last else { return [] }
        let longest = -Int64(SessionPlan.durations.upperBound) * 60
        let own = try calendar.agenda(
            of: learner, from: first.startsAt.adding(seconds: longest), until: last.endsAt, in: reading
        ).map(\.session).filter { $0.status == .published }
        let held = try mentors.heldClasses(
            by: host, from: first.startsAt.adding(seconds: longest), until: last.endsAt, in: reading)
        return free.map { slot in
            OfferedSlot(
                slot: slot,
                ownClasses: own.filter { $0.startsAt < slot.endsAt && $0.endsAt > slot.startsAt }.map(\.plan.title),
                hostIsHeld: held.contains { $0.start < slot.endsAt && $0.end > slot.startsAt })
        }
    }

    /// The slot that begins then, unless one of the two has a class.
    private func requireSlot(
        of host: Identifier<Person>, for learner: Identifier<Person>, at start: Instant, force: Bool,
        in writing: any WriteTransaction
    ) throws -> MentoringSlot {
        let range = start..<start.adding(seconds: 1)
        guard
            let offer = try mentors.availabilities(of: host, in: writing).slots(from: range.lowerBound, until: range.upperBound)
                .first
        else { throw MentoringError.notOffered }
        // What is taken is refused by the schema when the meeting is kept; here only the classes are looked at.
        if force { return offer }
        let longest = -Int64(SessionPlan.durations.upperBound) * 60
        let own = try calendar.agenda(
            of: learner, from: start.adding(seconds: longest), until: offer.endsAt, in: writing
        ).map(\.session).filter { $0.status == .published && $0.endsAt > start }
        if let session = own.first { throw CampusError.conflict(.slotDuringClass(session.plan.title)) }
        let held = try mentors.heldClasses(by: host, from: start.adding(seconds: longest), until: offer.endsAt, in: writing)
        if held.contains(where: { $0.end > start }) { throw CampusError.conflict(.hostHoldsClass) }
        return offer
    }

    /// Runs `body`; what mentoring refuses becomes what a use case says.
    func withMentoring<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as MentoringError {
            throw CampusError(error)
        }
    }
}

extension Roles {
    /// Who may offer meetings, in the order in which learners see them.
    package static let hosts: [CohortRole] = [.mentor, .tutor]

    /// Whether the person is a mentor or a tutor anywhere.
    package var offersMeetings: Bool { !cohorts(withAny: Set(Self.hosts)).isEmpty }
}
