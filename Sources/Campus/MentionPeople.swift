package import Accounts
package import Essentials
import SQL
import Scheduling
import Tutoring

/// Mentioning people in rooms and discussions: those who may read what is written, and nobody else.
extension Campus {
    /// Those who may be mentioned in a conversation, by name: the people of the cohort who read it. In a private one nobody is.
    func mentionable(in place: ConversationPlace, in reading: any ReadTransaction) throws -> [Mentionable] {
        var listed: [CohortListing] = []
        func add(_ roles: some Collection<CohortRole>) throws {
            for role in roles {
                listed += try everybodyListed {
                    try memberships.people(of: place.cohort, as: role, after: $0, limit: $1, in: reading)
                }
            }
        }
        func add(_ group: Identifier<Group>) throws {
            listed += try everybodyListed { try memberships.people(of: group, as: .learner, after: $0, limit: $1, in: reading) }
        }
        switch place.kind {
        case .tutoring, .mentoring: return []
        case .cohort, .announcements: try add(ConversationRights.audience(of: place.kind))
        case .activity: try add([.learner] + ConversationRights.followers.sorted { $0.rawValue < $1.rawValue })
        case .group, .session:
            try add(ConversationRights.followers.sorted { $0.rawValue < $1.rawValue })
            let group =
                place.kind == .group
                ? Identifier<Group>(place.subject)
                : try Identifier<ClassSession>(place.subject).flatMap { try calendar.session($0, in: reading)?.plan.group }
            if let group { try add(group) } else { try add([.learner]) }
        }
        var seen: Set<Identifier<Person>> = []
        return listed.filter { !$0.person.isDisabled && seen.insert($0.person.id).inserted }
            .map { Mentionable(id: $0.person.id, name: $0.person.name, login: $0.person.login) }
            .sorted { ($0.name.full.folded, $0.id) < ($1.name.full.folded, $1.id) }
    }

    /// The words of a message with those before them who were chosen from the list and are not mentioned in the words, and who is mentioned.
    /// - throws: ``CampusError/invalid(_:)`` for who may not read it.
    func mentioning(
        _ chosen: [Identifier<Person>], in text: String, at place: ConversationPlace, in reading: any ReadTransaction
    ) throws -> (text: String, mentions: Mentions) {
        guard !place.kind.isPrivate, !chosen.isEmpty || text.contains("@") else {
            if !chosen.isEmpty { throw CampusError.invalid("mentions", .nobodyToMention) }
            return (text, Mentions(in: "", of: []))
        }
        let people = try mentionable(in: place, in: reading)
        var mentions = Mentions(in: text, of: people)
        var missing: [Mentionable] = []
        for id in chosen where !mentions.people.contains(id) && !missing.contains(where: { $0.id == id }) {
            guard let one = people.first(where: { $0.id == id }) else { throw CampusError.invalid("mentions", .nobodyToMention) }
            missing.append(one)
        }
        if missing.isEmpty { return (text, mentions) }
        let namesakes = Dictionary(grouping: people, by: \.name.full.folded)
        let signs = missing.map { "@" + (namesakes[$0.name.full.folded]?.count == 1 ? $0.name.full : $0.login) }
        let whole = signs.joined(separator: " ") + " " + text
        mentions = Mentions(in: whole, of: people)
        return (whole, mentions)
    }

    /// Somebody to choose from a list.
    package struct Mention: Sendable, Hashable {
        package let id: Identifier<Person>
        package let name: PersonName
    }

    func everybodyListed(
        _ page: (PersonListPosition, Int) throws -> [CohortListing]
    ) throws -> [CohortListing] {
        var found: [CohortListing] = []
        var position = PersonListPosition.start
        while true {
            let some = try page(position, 500)
            found += some
            guard some.count == 500, let last = some.last else { return found }
            position = last.person.position
        }
    }
}

extension Phrase {
    static let nobodyToMention = Phrase(
        fr: "Choisissez des personnes qui lisent cette conversation.", en: "Choose people who read this conversation.")
}
