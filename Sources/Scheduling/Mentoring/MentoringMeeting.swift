package import Accounts
package import Essentials

/// A meeting of a learner with a mentor or a tutor, booked by the learner.
package struct MentoringMeeting: Sendable, Hashable {
    /// Made by the client: a booking that is sent again changes nothing.
    package let id: Identifier<MentoringMeeting>
    package let host: Identifier<Person>
    package let learner: Identifier<Person>
    package let cohort: Identifier<Cohort>
    package var start: WallTime
    package var zone: WallZone
    /// Minutes.
    package var length: Int
    package var place: String?
    package var link: String?
    /// What the learner wants to talk about.
    package var topic: String?
    package var isCancelled: Bool
    /// Why it was cancelled.
    package var reason: String?
    /// How often it was moved or cancelled.
    package var revision: Int
    package var changedAt: Instant

    package init(
        id: Identifier<MentoringMeeting>, slot: MentoringSlot, learner: Identifier<Person>, cohort: Identifier<Cohort>,
        topic: String? = nil, at now: Instant
    ) {
        self.init(
            id: id, host: slot.host, learner: learner, cohort: cohort, start: slot.start, zone: slot.zone, length: slot.length,
            place: slot.place, link: slot.link, topic: topic, isCancelled: false, reason: nil, revision: 0, changedAt: now)
    }

    init(
        id: Identifier<MentoringMeeting>, host: Identifier<Person>, learner: Identifier<Person>, cohort: Identifier<Cohort>,
        start: WallTime, zone: WallZone, length: Int, place: String?, link: String?, topic: String?, isCancelled: Bool,
        reason: String?, revision: Int, changedAt: Instant
    ) {
        self.id = id
        self.host = host
        self.learner = learner
        self.cohort = cohort
        self.start = start
        self.zone = zone
        self.length = length
        self.place = place
        self.link = link
        self.topic = topic
        self.isCancelled = isCancelled
        self.reason = reason
        self.revision = revision
        self.changedAt = changedAt
    }

    package var startsAt: Instant { zone.instant(start) }
    package var endsAt: Instant { startsAt.adding(seconds: Int64(length) * 60) }

    /// The same meeting at another time, where that is offered.
    package func moved(to slot: MentoringSlot) -> MentoringMeeting {
        var meeting = self
        (meeting.start, meeting.zone, meeting.length) = (slot.start, slot.zone, slot.length)
        (meeting.place, meeting.link) = (slot.place, slot.link)
        return meeting
    }

    /// As it stands on a calendar among classes.
    /// - Parameter title: whom one meets.
    package func session(titled title: String) -> ClassSession {
        let plan = SessionPlan(
            kind: .mentoring, title: title, start: start, zone: zone, duration: length, place: place, link: link, notes: topic)
        return ClassSession(
            id: Identifier(trusted: id.text), cohort: cohort, plan: plan, status: isCancelled ? .cancelled : .published,
            reason: reason, revision: revision)
    }

    package static let topicLength = 500
}

/// What came of a meeting.
package enum MeetingOutcome: String, Sendable, Hashable, Codable, CaseIterable {
    case held
    case learnerAbsent = "learner-absent"
    case hostAbsent = "host-absent"
    /// They will meet at another time.
    case postponed
}

/// What the mentor noted of a meeting. A correction is a new one; the last holds.
package struct MeetingReport: Sendable, Hashable {
    package var outcome: MeetingOutcome
    /// For both.
    package var shared: String?
    /// For who wrote it and the coordinators of the cohort, never for the learner.
    package var restricted: String?
    package var nextStep: String?
    package var nextDay: CalendarDay?

    package init(
        outcome: MeetingOutcome, shared: String? = nil, restricted: String? = nil, nextStep: String? = nil,
        nextDay: CalendarDay? = nil
    ) {
        self.outcome = outcome
        self.shared = shared
        self.restricted = restricted
        self.nextStep = nextStep
        self.nextDay = nextDay
    }

    package static let longest = 2000

    /// As it may be kept.
    /// - throws: ``MentoringError/invalid(_:)``.
    func checked() throws(MentoringError) -> MeetingReport {
        var report = self
        report.shared = MentoringAvailability.cleaned(shared)
        report.restricted = MentoringAvailability.cleaned(restricted)
        report.nextStep = MentoringAvailability.cleaned(nextStep)
        let texts = [report.shared, report.restricted, report.nextStep].compactMap(\.self)
        if texts.contains(where: { $0.unicodeScalars.count > Self.longest || $0.utf8.contains(0) }) { throw .invalid([.note]) }
        return report
    }
}
