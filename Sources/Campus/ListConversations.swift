package import Accounts
import CourseContent
package import Essentials
import Progress
import SQL
import Scheduling
package import Tutoring

/// Somebody's conversations: which there are, what is new, who waits.
extension Campus {
    /// Where a conversation is found.
    package struct ConversationAddress: Sendable, Hashable {
        package let cohort: String
        package let kind: ConversationKind
        /// A person's id, the key of a group, or `all`.
        package let subject: String
    }

    /// A line of somebody's list.
    package struct ListedConversation: Sendable {
        package let address: ConversationAddress
        package let cohort: Cohort
        package let learner: PersonName?
        package let group: Group?
        /// Of the activity or the class that it is about.
        package var title: String?
        /// `nil` while nobody has written in it.
        package let line: ConversationLine?
        package let lastAuthor: PersonName?
        package let isOwn: Bool
        /// Until when an answer was promised to a learner who waits for one.
        package var answerDue: Instant?
        /// How many of its messages that are not read mention this person.
        package var mentions = 0
    }

    /// Somebody's conversations.
    package struct ConversationsReading: Sendable {
        /// Those in which a learner waits for this person's answer, what is due first first.
        package let waiting: [ListedConversation]
        /// The others: those with something new first, then by their last message.
        package let others: [ListedConversation]
    }

    private static let waitingShown = 100
    private static let recentShown = 30
    private static let unreadShown = 500

    /// The conversations of one person in all cohorts. One read.
    package func conversations(for viewer: Viewer) async throws -> ConversationsReading {
        try await database.read { reading in
            var waiting: [ListedConversation] = []
            var others: [ListedConversation] = []
            // What is new is listed however old it is.
            let new = Dictionary(
                grouping: try unread(of: viewer, in: reading), by: \.conversation.place.cohort)
            for id in viewer.roles.cohorts.keys.sorted() {
                guard let cohort = try cohorts.cohort(id, in: reading) else { continue }
                let lister = ConversationLister(campus: self, cohort: cohort, viewer: viewer)
                let roles = viewer.roles.roles(in: id)
                for kind in [ConversationKind.tutoring, .mentoring]
                where ConversationRights.of(roles, in: kind, isSubject: false).contains(.write) {
                    let owed = try conversations.waiting(
                        kind, in: id, for: viewer.person.id, limit: Self.waitingShown, in: reading)
                    let hours = try hoursToAnswer(in: id, in: reading)
                    waiting += try owed.map { line in
                        var listed = try lister.listed(line, in: reading)
                        listed.answerDue = line.conversation.waitingSince.map { WorkingTime.adding(hours: hours, to: $0) }
                        return listed
                    }
                    let known = Set(owed.map(\.conversation.id))
                    others += try conversations.recent(
                        kind, in: id, for: viewer.person.id, limit: Self.recentShown, in: reading
                    ).filter { !known.contains($0.conversation.id) }.map { try lister.listed($0, in: reading) }
                }
                others += try lister.own(roles, in: reading)
                let known = Set((waiting + others).compactMap { $0.line?.conversation.id })
                others += try (new[id] ?? []).filter { !known.contains($0.conversation.id) }.map {
                    try lister.listed($0, in: reading)
                }
            }
            if !new.isEmpty {
                let mentions = try conversations.unreadMentions(of: viewer.person.id, in: reading)
                for index in others.indices {
                    others[index].mentions = others[index].line.flatMap { mentions[$0.conversation.id] } ?? 0
                }
            }
            return ConversationsReading(
                waiting: waiting.sorted(by: Self.waitsLonger),
                others: others.sorted(by: Self.comesFirst))
        }
    }

    /// Where somebody has something new to read. What was told to who may read it no longer (a cohort that was left, a role that was given back)
    /// is not among it.
    func unread(of viewer: Viewer, in reading: any ReadTransaction) throws -> [ConversationLine] {
        try conversations.unread(of: viewer.person.id, limit: Self.unreadShown, in: reading).filter {
            try rights(of: viewer, in: $0.conversation.place, in: reading).contains(.read)
        }
    }

    /// How many working hours the courses of a cohort promise.
    private func hoursToAnswer(in cohort: Identifier<Cohort>, in reading: any ReadTransaction) throws -> Int {
        try publishedCourses(of: cohort, in: reading).map(\.outline.contacts.pedagogical.hoursToAnswer).min() ?? WorkingTime.day
    }

    private static func waitsLonger(_ left: ListedConversation, _ right: ListedConversation) -> Bool {
        guard let leftDue = left.answerDue, let rightDue = right.answerDue, leftDue != rightDue else {
            guard let left = left.line?.conversation.waitingSince, let right = right.line?.conversation.waitingSince else {
                return false
            }
            return left < right
        }
        return leftDue < rightDue
    }

    private static func comesFirst(_ left: ListedConversation, _ right: ListedConversation) -> Bool {
        let (leftIsNew, rightIsNew) = ((left.line?.unread ?? 0) > 0, (right.line?.unread ?? 0) > 0)
        if leftIsNew != rightIsNew { return leftIsNew }
        let (leftAt, rightAt) = (left.line?.conversation.lastAt, right.line?.conversation.lastAt)
        guard let leftAt else { return false }
        return rightAt.map { leftAt > $0 } ?? true
    }

    /// Where a learner asks about a course: the conversation with those who follow the cohort.
    /// - Returns: `nil` for who does not follow the course as a learner.
    package func questionAddress(course courseKey: String, by viewer: Viewer) async throws -> ConversationAddress? {
        try await database.read { reading in
            guard let course = try library.course(courseKey, in: reading),
                let standing = try progress.courses(of: viewer.person.id, in: reading).first(where: {
                    $0.enrolment.course == course.version.course && $0.enrolment.status != .left
                })
            else { return nil }
            return try address(of: .tutoring(of: viewer.person.id, in: standing.enrolment.cohort), in: reading)
        }
    }

    /// The address of a conversation.
    func address(of place: ConversationPlace, in reading: any ReadTransaction) throws -> ConversationAddress {
        guard let cohort = try cohorts.cohort(place.cohort, in: reading) else { throw CampusError.notFound(.noSuchCohort) }
        return try ConversationLister.address(of: place, in: cohort, self, in: reading).address
    }
}

/// The lines of one cohort for one person.
struct ConversationLister {
    let campus: Campus
    let cohort: Cohort
    let viewer: Viewer

    /// Those that somebody has without anybody having written yet: one's own, the rooms, the announcements.
    func own(_ roles: Set<CohortRole>, in reading: any ReadTransaction) throws -> [Campus.ListedConversation] {
        var places: [ConversationPlace] = []
        if roles.contains(.learner) {
            places.append(.tutoring(of: viewer.person.id, in: cohort.id))
            if try !campus.memberships.people(of: cohort.id, as: .mentor, limit: 1, in: reading).isEmpty {
                places.append(.mentoring(of: viewer.person.id, in: cohort.id))
            }
        }
        let isFollower = !roles.isDisjoint(with: ConversationRights.followers)
        if isFollower {
            places += try campus.cohorts.groups(of: cohort.id, in: reading).map { .room(of: $0.id, in: cohort.id) }
        } else if roles.contains(.learner),
            let group = try campus.memberships.membership(viewer.person.id, cohort.id, as: .learner, in: reading)?.group
        {
            places.append(.room(of: group, in: cohort.id))
        }
        for kind in [ConversationKind.cohort, .announcements]
        where ConversationRights.of(roles, in: kind, isSubject: false).contains(.read) {
            places.append(.everybody(in: cohort.id, kind))
        }
        return try places.compactMap { place in
            let line = try campus.conversations.line(place, for: viewer.person.id, in: reading)
            // Announcements that nobody made are nothing to read.
            if line == nil, place.kind == .announcements, !isFollower { return nil }
            return try listed(line, at: place, in: reading)
        }
    }

    func listed(_ line: ConversationLine, in reading: any ReadTransaction) throws -> Campus.ListedConversation {
        try listed(line, at: line.conversation.place, in: reading)
    }

    private func listed(
        _ line: ConversationLine?, at place: ConversationPlace, in reading: any ReadTransaction
    ) throws -> Campus.ListedConversation {
        let found = try Self.address(of: place, in: cohort, campus, in: reading)
        return Campus.ListedConversation(
            address: found.address, cohort: cohort,
            learner: try place.learner.flatMap { try campus.people.person($0, in: reading)?.name }, group: found.group,
            title: found.title, line: line,
            lastAuthor: try line?.lastAuthor.flatMap { try campus.people.person($0, in: reading)?.name },
            isOwn: place.learner == viewer.person.id)
    }

    static func address(
        of place: ConversationPlace, in cohort: Cohort, _ campus: Campus, in reading: any ReadTransaction
    ) throws -> (address: Campus.ConversationAddress, group: Group?, title: String?) {
        if place.kind == .activity, let id = Identifier<Activity>(place.subject),
            let activity = try campus.publishedCourses(of: cohort.id, in: reading).published(id)
        {
            let subject = activity.course.outline.key + "~" + activity.outline.id
            return (.init(cohort: cohort.key, kind: .activity, subject: subject), nil, activity.outline.title)
        }
        if place.kind == .session, let id = Identifier<ClassSession>(place.subject) {
            let title = try campus.calendar.session(id, in: reading)?.plan.title
            return (.init(cohort: cohort.key, kind: .session, subject: place.subject), nil, title)
        }
        let group =
            place.kind == .group
            ? try campus.cohorts.groups(of: cohort.id, in: reading).first { $0.id.text == place.subject } : nil
        return (
            Campus.ConversationAddress(cohort: cohort.key, kind: place.kind, subject: group?.key ?? place.subject), group, nil
        )
    }
}
