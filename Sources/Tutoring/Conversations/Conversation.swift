package import Accounts
package import Essentials

/// Where people of a cohort write to each other. One of each kind for each subject: it comes to be with its first message.
package struct Conversation: Sendable, Hashable {
    package let id: Identifier<Conversation>
    package let place: ConversationPlace
    /// How many messages it has; the last one has this sequence.
    package var last: Int
    package var lastAt: Instant?
    /// Counts every change: a message, an edit, a removal.
    package var version: Int
    /// Since when a learner waits for an answer; `nil` when none is owed.
    package var waitingSince: Instant?
}

package enum ConversationKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A learner and those who follow the cohort.
    case tutoring
    /// A learner and the mentors of the cohort.
    case mentoring
    /// Everybody in the cohort.
    case cohort
    /// A group and those who follow it.
    case group
    /// The staff tells, everybody reads.
    case announcements
    /// Those who follow a course talk about one activity of it.
    case activity
    /// Those of a class, while it is held and around it.
    case session

    /// Whether one is told of it only after having taken part, and never by the whole cohort's talk.
    package var isByChoice: Bool { self == .activity || self == .session }

    /// Whether an answer can be one that helped.
    package var hasAnswers: Bool { self == .activity || self == .cohort || self == .group }

    /// Whether it is about one learner, and of nobody else's business.
    package var isPrivate: Bool { self == .tutoring || self == .mentoring }
}

/// Which conversation: what it is about, in a cohort.
package struct ConversationPlace: Sendable, Hashable {
    package let cohort: Identifier<Cohort>
    package let kind: ConversationKind
    /// The learner's id, the group's, the activity's, the session's, or `all`.
    package let subject: String

    package static func tutoring(of learner: Identifier<Person>, in cohort: Identifier<Cohort>) -> Self {
        Self(cohort: cohort, kind: .tutoring, subject: learner.text)
    }

    package static func mentoring(of learner: Identifier<Person>, in cohort: Identifier<Cohort>) -> Self {
        Self(cohort: cohort, kind: .mentoring, subject: learner.text)
    }

    package static func room(of group: Identifier<Group>, in cohort: Identifier<Cohort>) -> Self {
        Self(cohort: cohort, kind: .group, subject: group.text)
    }

    package static func everybody(in cohort: Identifier<Cohort>, _ kind: ConversationKind = .cohort) -> Self {
        Self(cohort: cohort, kind: kind, subject: everybodySubject)
    }

    package static let everybodySubject = "all"

    package init(cohort: Identifier<Cohort>, kind: ConversationKind, subject: String) {
        self.cohort = cohort
        self.kind = kind
        self.subject = subject
    }

    /// The learner whom a private one is about.
    package var learner: Identifier<Person>? { kind.isPrivate ? Identifier(subject) : nil }
}

/// What somebody may do in a conversation.
package struct ConversationRights: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let read = Self(rawValue: 1)
    package static let write = Self(rawValue: 2)
    /// Takes away what others wrote.
    package static let moderate = Self(rawValue: 4)

    /// The table of who may do what. A mentor sees no tutoring, a tutor no mentoring; whoever runs the installation has no place here: only a role in
    /// the cohort counts.
    /// - Parameters:
    ///   - roles: of the person in the cohort, now.
    ///   - isSubject: whether it is about this very learner, a room of the learner's own group, an activity of a course or a class of theirs.
    package static func of(_ roles: Set<CohortRole>, in kind: ConversationKind, isSubject: Bool) -> Self {
        let isFollower = !roles.isDisjoint(with: followers)
        let isOwn = roles.contains(.learner) && isSubject
        switch kind {
        case .tutoring: return isOwn || isFollower ? [.read, .write] : []
        case .mentoring: return isOwn || roles.contains(.mentor) ? [.read, .write] : []
        case .group: return isFollower ? [.read, .write, .moderate] : isOwn ? [.read, .write] : []
        case .cohort:
            if isFollower { return [.read, .write, .moderate] }
            return roles.contains(.learner) || roles.contains(.mentor) ? [.read, .write] : []
        case .activity, .session: return isFollower ? [.read, .write, .moderate] : isOwn ? [.read, .write] : []
        case .announcements:
            if isFollower { return [.read, .write, .moderate] }
            return roles.isDisjoint(with: [.learner, .mentor, .jobAdviser, .disabilityOfficer]) ? [] : .read
        }
    }

    /// Those who follow a cohort's learners.
    package static let followers: Set<CohortRole> = [.tutor, .trainer, .coordinator]

    /// The roles to which a message is told, beside the learner of a private conversation, the learners of a group, and those who took part where
    /// one takes part by choice.
    package static func audience(of kind: ConversationKind) -> [CohortRole] {
        switch kind {
        case .tutoring, .group: [.tutor, .trainer, .coordinator]
        case .activity: [.tutor, .trainer]
        case .session: [.trainer]
        case .mentoring: [.mentor]
        case .cohort: [.learner, .tutor, .trainer, .coordinator, .mentor]
        case .announcements: [.learner, .tutor, .trainer, .coordinator, .mentor, .jobAdviser, .disabilityOfficer]
        }
    }
}
