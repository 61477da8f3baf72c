package import Accounts
package import CourseContent
package import Essentials

/// A class on the calendar: who meets, when, where. (A signed-in browser is a `SignInSession`.)
///
/// When it takes place is a wall time in a zone; the instants follow from it and are kept beside it for lists.
package struct ClassSession: Sendable, Hashable {
    package let id: Identifier<ClassSession>
    package let cohort: Identifier<Cohort>
    package var plan: SessionPlan
    package var status: SessionStatus
    /// Why it was cancelled.
    package var reason: String?
    /// How often it was changed: the `SEQUENCE` of RFC 5545.
    package var revision: Int

    package init(
        id: Identifier<ClassSession>, cohort: Identifier<Cohort>, plan: SessionPlan, status: SessionStatus, reason: String? = nil,
        revision: Int = 0
    ) {
        self.id = id
        self.cohort = cohort
        self.plan = plan
        self.status = status
        self.reason = reason
        self.revision = revision
    }

    package var startsAt: Instant { plan.startsAt }
    package var endsAt: Instant { plan.endsAt }

    /// How long before the beginning the room can be joined.
    package static let joinableBefore: Int64 = 600

    /// Whether its room can be joined: from ten minutes before until it is over.
    package func isJoinable(at now: Instant) -> Bool {
        status == .published && plan.link != nil && now >= startsAt.adding(seconds: -Self.joinableBefore) && now < endsAt
    }
}

/// What is planned of a session, and may change.
package struct SessionPlan: Sendable, Hashable {
    package var kind: SessionKind
    package var title: String
    package var start: WallTime
    package var zone: WallZone
    /// Minutes.
    package var duration: Int
    /// Of the cohort; `nil` for everybody in it.
    package var group: Identifier<Group>?
    /// The activity of a course that it is for.
    package var activity: Identifier<Activity>?
    package var trainers: [Identifier<Person>]
    /// An address and a room, as people read them.
    package var place: String?
    /// Where the virtual class is, an `https` address.
    package var link: String?
    /// How one gets in: a door, a lift, a telephone number for those whose network fails.
    package var notes: String?

    package init(
        kind: SessionKind, title: String, start: WallTime, zone: WallZone = .paris, duration: Int,
        group: Identifier<Group>? = nil,
        activity: Identifier<Activity>? = nil, trainers: [Identifier<Person>] = [], place: String? = nil, link: String? = nil,
        notes: String? = nil
    ) {
        self.kind = kind
        self.title = title
        self.start = start
        self.zone = zone
        self.duration = duration
        self.group = group
        self.activity = activity
        self.trainers = trainers
        self.place = place
        self.link = link
        self.notes = notes
    }

    package var startsAt: Instant { zone.instant(start) }
    /// A duration is a time that passes: a night class over a change of clocks keeps it.
    package var endsAt: Instant { startsAt.adding(seconds: Int64(duration) * 60) }
}

package enum SessionKind: String, Sendable, Hashable, Codable, CaseIterable {
    case virtual
    case inPerson = "in-person"
    /// Some in the room, some from afar (télé-présentiel).
    case both
    case assessment
    case officeHour = "office-hour"
    /// A meeting with a mentor: booked by the learner (``MentoringMeeting``), never planned for a cohort.
    case mentoring

    /// What a trainer plans.
    package static let planned = allCases.filter { $0 != .mentoring }
}

package enum SessionStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// Seen by those who plan.
    case draft
    case published
    case cancelled
}

extension SessionPlan {
    package static let durations = 5...720
    static let titleLength = 1...200
    static let longest = 2000

    /// A plan as it may be kept: texts trimmed, what is empty left out.
    /// - throws: ``SchedulingError`` with everything that is wrong.
    package func checked() throws(SchedulingError) -> SessionPlan {
        var problems: [SessionProblem] = []
        var plan = self
        plan.title = title.trimmingSpaces()
        plan.place = Self.cleaned(place)
        plan.link = Self.cleaned(link)
        plan.notes = Self.cleaned(notes)
        if !Self.titleLength.contains(plan.title.unicodeScalars.count) || plan.title.contains(where: \.isNewline) {
            problems.append(.title)
        }
        if !Self.durations.contains(duration) { problems.append(.duration) }
        let texts = [plan.title, plan.place, plan.link, plan.notes].compactMap(\.self)
        if texts.contains(where: { $0.unicodeScalars.count > Self.longest || $0.utf8.contains(0) }) { problems.append(.tooLong) }
        if let link = plan.link, MadeRoom(link: link) == nil, !Self.isRoomAddress(link) { problems.append(.link) }
        switch kind {
        case .virtual where plan.link == nil: problems.append(.linkMissing)
        case .inPerson where plan.place == nil: problems.append(.placeMissing)
        case .both where plan.place == nil: problems.append(.placeMissing)
        case .both where plan.link == nil: problems.append(.linkMissing)
        default: break
        }
        if Set(trainers).count != trainers.count { problems.append(.trainerTwice) }
        if !problems.isEmpty { throw .invalidPlan(problems) }
        return plan
    }

    private static func cleaned(_ text: String?) -> String? {
        text.flatMap { $0.trimmingSpaces().isEmpty ? nil : $0.trimmingSpaces() }
    }

    /// `https` only: what is said in a class is nobody else's.
    static func isRoomAddress(_ text: String) -> Bool {
        let rest = text.lowercased().hasPrefix("https://") ? text.dropFirst(8) : ""
        guard let first = rest.first, first.isLetter || first.isNumber else { return false }
        return text.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !"\"<>\\^`{|}".unicodeScalars.contains($0)
        }
    }
}
