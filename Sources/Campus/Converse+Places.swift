import Accounts
import CourseContent
import Essentials
import Progress
import SQL
import Scheduling
import Tutoring

/// Where conversations are, who may read them, and who is told.
extension Campus {
    // MARK: Places

    /// Finds a conversation by its address, for somebody who may read it.
    func place(
        _ kind: ConversationKind, _ subject: String, in cohortKey: String, for viewer: Viewer, in reading: any ReadTransaction
    ) throws -> FoundPlace {
        guard !cohortKey.utf8.contains(0), !subject.utf8.contains(0), subject.utf8.count <= 100,
            let cohort = try cohorts.cohort(key: cohortKey, in: reading), viewer.roles.isMember(of: cohort.id)
        else { throw CampusError.notFound(.noSuchConversation) }
        var learner: Person?
        var group: Group?
        var activity: PublishedActivity?
        var session: ClassSession?
        let place: ConversationPlace
        switch kind {
        case .tutoring, .mentoring:
            guard let person = Identifier<Person>(subject), let found = try people.person(person, in: reading),
                try memberships.membership(person, cohort.id, as: .learner, in: reading) != nil
            else { throw CampusError.notFound(.noSuchConversation) }
            learner = found
            place = ConversationPlace(cohort: cohort.id, kind: kind, subject: person.text)
        case .group:
            guard let found = try cohorts.group(key: subject, of: cohort.id, in: reading) else {
                throw CampusError.notFound(.noSuchConversation)
            }
            group = found
            place = .room(of: found.id, in: cohort.id)
        case .cohort, .announcements:
            guard subject == ConversationPlace.everybodySubject else { throw CampusError.notFound(.noSuchConversation) }
            place = .everybody(in: cohort.id, kind)
        case .activity:
            // Addresses have `course~activity`: a stroke would part them.
            let parts = subject.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2,
                let found = try publishedCourses(of: cohort.id, in: reading).published(
                    ActivityAddress(course: parts[0], activity: parts[1]))
            else { throw CampusError.notFound(.noSuchConversation) }
            activity = found
            place = ConversationPlace(cohort: cohort.id, kind: kind, subject: found.id.text)
        case .session:
            guard let id = Identifier<ClassSession>(subject), let found = try calendar.session(id, in: reading),
                found.cohort == cohort.id
            else { throw CampusError.notFound(.noSuchConversation) }
            session = found
            place = ConversationPlace(cohort: cohort.id, kind: kind, subject: id.text)
        }
        let rights = try rights(of: viewer, in: place, in: reading)
        guard rights.contains(.read) else { throw CampusError.notFound(.noSuchConversation) }
        return FoundPlace(
            place: place, cohort: cohort, learner: learner, group: group, activity: activity, session: session, rights: rights)
    }

    func rights(
        of viewer: Viewer, in place: ConversationPlace, in reading: any ReadTransaction
    ) throws -> ConversationRights {
        let roles = viewer.roles.roles(in: place.cohort)
        var isSubject = place.learner == viewer.person.id
        if place.kind == .group, roles.contains(.learner) {
            isSubject =
                try memberships.membership(viewer.person.id, place.cohort, as: .learner, in: reading)?.group?.text
                == place.subject
        }
        if place.kind == .activity { isSubject = roles.contains(.learner) }
        if place.kind == .session, let id = Identifier<ClassSession>(place.subject) {
            isSubject = try calendar.session(id, in: reading).map { try concerns($0, viewer, in: reading) } ?? false
        }
        return .of(roles, in: place.kind, isSubject: isSubject)
    }

    /// Where those of a course talk about one activity: a learner in the cohort with which they follow it, others in the first cohort of theirs that
    /// does.
    /// - Returns: `nil` for who has nobody to talk to.
    package func discussionAddress(
        course courseKey: String, activity activityKey: String, by viewer: Viewer
    ) async throws -> ConversationAddress? {
        try await database.read { reading in
            guard let course = try library.course(courseKey, in: reading), course.activity(activityKey) != nil else { return nil }
            let own = try progress.courses(of: viewer.person.id, in: reading).first {
                $0.enrolment.course == course.version.course && $0.enrolment.status != .left
            }
            let followed = try viewer.roles.cohortsToReview.first {
                try enrolments.courses(of: $0, in: reading).contains(course.version.course)
            }
            guard let id = own?.enrolment.cohort ?? followed, let cohort = try cohorts.cohort(id, in: reading) else { return nil }
            return ConversationAddress(cohort: cohort.key, kind: .activity, subject: courseKey + "~" + activityKey)
        }
    }

    /// Who writes in the discussion of an activity that asks for it does what it asks for.
    func recordContribution(
        _ message: Message, in found: FoundPlace, by viewer: Viewer, at now: Instant, in writing: any WriteTransaction
    ) throws {
        guard let activity = found.activity,
            activity.outline.completion.parts.contains(where: { if case .contributed = $0 { true } else { false } })
        else { return }
        for standing in try progress.courses(of: viewer.person.id, in: writing) {
            let enrolment = standing.enrolment
            guard enrolment.cohort == found.cohort.id, enrolment.course == activity.course.version.course,
                enrolment.status != .left
            else { continue }
            let event = LearningEvent.contributed(
                enrolment: enrolment.id, message: message.id.text, activity: activity.id, at: now)
            _ = try record([event], for: enrolment.id, in: activity.course, at: now, in: writing)
            try followUp(enrolment.id, at: now, in: writing)
        }
    }

    func message(
        _ id: Identifier<Message>, for viewer: Viewer, in reading: any ReadTransaction
    ) throws -> (Conversation, Message, ConversationRights) {
        guard let (conversation, message) = try conversations.message(id, in: reading) else {
            throw CampusError.notFound(.noSuchMessage)
        }
        let rights = try rights(of: viewer, in: conversation.place, in: reading)
        guard rights.contains(.read) else { throw CampusError.notFound(.noSuchMessage) }
        return (conversation, message, rights)
    }

    func activity(_ subject: ActivityAddress, in reading: any ReadTransaction) throws -> ActivityOutline? {
        try library.course(subject.course, in: reading)?.outline.activities.first { $0.id == subject.activity }
    }

    // MARK: People

    /// Those of a cohort who are told of messages of a kind for the sake of their role.
    func roleHolders(
        told kind: ConversationKind, in cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> Set<Identifier<Person>> {
        Set(
            try ConversationRights.audience(of: kind).flatMap { role in
                try everybody { try memberships.people(of: cohort, as: role, after: $0, limit: $1, in: reading) }
            })
    }

    /// Who is told of a message: everybody who may read the conversation.
    /// - Parameter holders: ``roleHolders(told:in:in:)``, by who knows them already.
    func audience(
        of place: ConversationPlace, holders: Set<Identifier<Person>>? = nil, in reading: any ReadTransaction
    ) throws -> Set<Identifier<Person>> {
        var audience = try holders ?? roleHolders(told: place.kind, in: place.cohort, in: reading)
        if let learner = place.learner,
            let membership = try memberships.membership(learner, place.cohort, as: .learner, in: reading),
            membership.leftAt == nil
        {
            audience.insert(learner)
        }
        if place.kind.isByChoice, let conversation = try conversations.conversation(place, in: reading) {
            audience.formUnion(try conversations.readers(of: conversation.id, in: reading))
        }
        if place.kind == .group, let group = Identifier<Group>(place.subject) {
            audience.formUnion(
                try everybody { try memberships.people(of: group, as: .learner, after: $0, limit: $1, in: reading) })
        }
        return audience
    }

    func everybody(
        _ page: (PersonListPosition, Int) throws -> [CohortListing]
    ) throws -> [Identifier<Person>] {
        try everybodyListed(page).map(\.person.id)
    }

    /// Who answers in a private conversation, by name.
    func answering(
        in found: FoundPlace, but viewer: Viewer, in reading: any ReadTransaction
    ) throws -> [PersonName] {
        guard found.place.kind.isPrivate else { return [] }
        var seen: Set<Identifier<Person>> = [viewer.person.id]
        return try ConversationRights.audience(of: found.place.kind).flatMap { role in
            try memberships.people(of: found.cohort.id, as: role, after: .start, limit: 20, in: reading)
        }.filter { seen.insert($0.person.id).inserted }.map(\.person.name)
    }
}

extension Signal {
    /// Somebody wrote in a conversation, or changed something there.
    static func conversation(_ place: ConversationPlace) -> Signal {
        Signal("conversation.changed", "\(place.cohort.text)/\(place.kind.rawValue)/\(place.subject)")
    }
}
