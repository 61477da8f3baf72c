package import Accounts
package import Essentials
package import Gamification
import SQL

/// Badges that were given in a cohort, for who decides on it; one that was given by mistake is revoked, with a reason.
extension Campus {
    /// A badge with whoever has it.
    package struct GivenBadge: Sendable {
        package let badge: BadgeAward
        package let holder: Person
    }

    private static let badgesShown = 500

    /// The last badges given in a cohort, the newest first.
    /// - throws: ``CampusError/notFound(_:)`` for everybody who does not decide on it.
    package func badges(inCohort key: String, for viewer: Viewer) async throws -> (cohort: Cohort, badges: [GivenBadge]) {
        try await database.read { reading in
            let cohort = try managedCohort(key, viewer, in: reading)
            return (cohort, try given(in: cohort, in: reading))
        }
    }

    /// The same, for whoever runs the installation.
    package func badges(inCohort key: String) async throws -> [GivenBadge] {
        try await database.read { try given(in: try knownCohort(key, in: $0), in: $0) }
    }

    private func given(in cohort: Cohort, in reading: any ReadTransaction) throws -> [GivenBadge] {
        var holders: [Identifier<Person>: Person] = [:]
        return try badges.badges(in: cohort.id, limit: Self.badgesShown, in: reading).compactMap { badge in
            if holders[badge.person] == nil { holders[badge.person] = try people.person(badge.person, in: reading) }
            return holders[badge.person].map { GivenBadge(badge: badge, holder: $0) }
        }
    }

    private static let longestReason = 500

    /// Says that a badge is good no longer, and why. Again changes nothing: the first reason stays.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)`` without a reason, or with one that is too long.
    package func revokeBadge(
        _ id: Identifier<BadgeAward>, reason: String, inCohort key: String, by viewer: Viewer
    ) async throws -> BadgeAward {
        let reason = try Self.reason(reason)
        let now = clock.now
        return try await database.write { writing in
            let cohort = try managedCohort(key, viewer, in: writing)
            guard let badge = try badges.badge(id, in: writing), badge.place.cohort == cohort.id else {
                throw CampusError.notFound(.noSuchBadge)
            }
            return try revoke(badge, BadgeRevocation(reason: reason, by: viewer.person.id, at: now), in: writing)
        }
    }

    /// The same, for whoever runs the installation.
    package func revokeBadge(_ id: Identifier<BadgeAward>, reason: String) async throws -> BadgeAward {
        let reason = try Self.reason(reason)
        let now = clock.now
        return try await database.write { writing in
            guard let badge = try badges.badge(id, in: writing) else { throw CampusError.notFound(.noSuchBadge) }
            return try revoke(badge, BadgeRevocation(reason: reason, by: nil, at: now), in: writing)
        }
    }

    private func revoke(
        _ badge: BadgeAward, _ revocation: BadgeRevocation, in writing: any WriteTransaction
    ) throws -> BadgeAward {
        try badges.revoke(badge.id, revocation, in: writing)
        return try badges.badge(badge.id, in: writing) ?? badge
    }

    private static func reason(_ typed: String) throws -> String {
        let text = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !text.isEmpty else { throw CampusError.invalid("reason", .badgeNeedsReason) }
        guard text.unicodeScalars.count <= longestReason,
            !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        else { throw CampusError.invalid("reason", .badgeReasonTooLong) }
        return text
    }
}

extension Phrase {
    package static let badgeNeedsReason = Phrase(
        fr: "Dites pourquoi : la personne le lira.", en: "Say why: the person will read it.")
    static let badgeReasonTooLong = Phrase(
        fr: "C’est trop long : 500 signes au plus, sur une ligne.", en: "This is too long: 500 characters at most, on one line.")
}
