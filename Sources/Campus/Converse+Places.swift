import Accounts
import CourseContent
import Essentials
import SQL
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
        }
        let rights = try rights(of: viewer, in: place, in: reading)
        guard rights.contains(.read) else { throw CampusError.notFound(.noSuchConversation) }
        return FoundPlace(place: place, cohort: cohort, learner: learner, group: group, rights: rights)
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
        return .of(roles, in: place.kind, isSubject: isSubject)
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

    func activity(_ subject: MessageSubject, in reading: any ReadTransaction) throws -> ActivityOutline? {
        try library.course(subject.course, in: reading)?.outline.activities.first { $0.id == subject.activity }
    }

    // MARK: People

    /// Who is told of a message: everybody who may read the conversation.
    func audience(of place: ConversationPlace, in reading: any ReadTransaction) throws -> Set<Identifier<Person>> {
        var audience = Set(
            try ConversationRights.audience(of: place.kind).flatMap { role in
                try everybody { try memberships.people(of: place.cohort, as: role, after: $0, limit: $1, in: reading) }
            })
        if let learner = place.learner,
            let membership = try memberships.membership(learner, place.cohort, as: .learner, in: reading),
            membership.leftAt == nil
        {
            audience.insert(learner)
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
        var found: [Identifier<Person>] = []
        var position = PersonListPosition.start
        while true {
            let some = try page(position, 500)
            found += some.map(\.person.id)
            guard some.count == 500, let last = some.last else { return found }
            position = last.person.position
        }
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
