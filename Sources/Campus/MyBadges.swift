package import Accounts
package import CourseContent
package import Essentials
package import Gamification
import Progress
import SQL

/// One's own badges: what they say, who sees them, how they are taken along.
extension Campus {
    /// A badge that a course gives and that one does not have yet.
    package struct BadgeToEarn: Sendable {
        package let rule: BadgeRule
        package let sketch: BadgeSketch
        /// Which needs are met, in their order.
        package let met: [Bool]
        package let course: LibraryCourse
    }

    /// Everything that the page of one's badges shows.
    package struct BadgesReading: Sendable {
        /// As they were given.
        package let held: [BadgeAward]
        package let toEarn: [BadgeToEarn]
    }

    /// One's own badges, and those that one can still earn. One read.
    /// - throws: ``CampusError/notFound(_:)`` where there are none: they were switched off, or one follows no course and has none.
    package func myBadges(_ viewer: Viewer) async throws -> BadgesReading {
        try await readClosing { reading, overdue in
            let held = try badges.badges(of: viewer.person.id, in: reading)
            let following = try following(viewer, withStates: false, &overdue, in: reading)
            guard try !points.purse(of: viewer.person.id, in: reading).isOff else { throw CampusError.notFound(.noBadgesHere) }
            let off = try points.offCohorts(among: Array(Set(following.map(\.cohort.id))).sorted(), in: reading)
            let shown = following.filter { !off.contains($0.cohort.id) }
            if shown.isEmpty, held.isEmpty { throw CampusError.notFound(.noBadgesHere) }
            var toEarn: [BadgeToEarn] = []
            for followed in shown where followed.standing.enrolment.status.isOpen {
                toEarn += try badgesToEarn(followed, held: held, in: reading)
            }
            return BadgesReading(held: held, toEarn: toEarn)
        }
    }

    private func badgesToEarn(
        _ followed: Following, held: [BadgeAward], in reading: any ReadTransaction
    ) throws -> [BadgeToEarn] {
        let course = followed.course
        let owned = Set(held.filter { $0.place.course == course.outline.key }.map(\.badge))
        let missing = (course.outline.badges ?? []).filter { !owned.contains($0.id) }
        guard !missing.isEmpty else { return [] }
        let facts = BadgeFacts(
            course, states: try progress.activityStates(of: followed.standing.enrolment.id, in: reading),
            hasCompletedCourse: followed.standing.state.completedAt != nil)
        return missing.map { rule in
            BadgeToEarn(
                rule: rule, sketch: BadgeSketch(rule, in: course.outline), met: rule.needs.map(facts.isMet), course: course)
        }
    }

    // MARK: Showing one

    /// Shows a badge to whoever has its address, or keeps it.
    /// - throws: ``CampusError/notFound(_:)`` for a badge that is not one's own.
    package func share(_ isShared: Bool, _ id: Identifier<BadgeAward>, by viewer: Viewer) async throws -> BadgeAward {
        let now = clock.now
        return try await database.write { writing in
            _ = try ownBadge(id, viewer, in: writing)
            try badges.set(shared: isShared, id, at: now, in: writing)
            return try ownBadge(id, viewer, in: writing)
        }
    }

    private func ownBadge(
        _ id: Identifier<BadgeAward>, _ viewer: Viewer, in reading: any ReadTransaction
    ) throws -> BadgeAward {
        guard let badge = try badges.badge(id, in: reading), badge.person == viewer.person.id else {
            throw CampusError.notFound(.noSuchBadge)
        }
        return badge
    }

    /// A badge that somebody shows, with the holder's name.
    package struct SharedBadge: Sendable {
        package let badge: BadgeAward
        package let holder: PersonName
    }

    /// What whoever has the address of a badge sees.
    /// - throws: ``CampusError/notFound(_:)`` for an address that leads nowhere, or no longer.
    package func sharedBadge(_ address: String) async throws -> SharedBadge {
        try await database.read { reading in
            guard let badge = try badges.shared(address, in: reading), let holder = try people.person(badge.person, in: reading)
            else { throw CampusError.notFound(.noSuchBadge) }
            return SharedBadge(badge: badge, holder: holder.name)
        }
    }

    // MARK: Signed

    /// One's own badge with its signed credential.
    /// - throws: ``CampusError/notFound(_:)``.
    package func credential(
        of id: Identifier<BadgeAward>, for viewer: Viewer, issuer: BadgeIssuer
    ) async throws -> (badge: BadgeAward, token: String) {
        let badge = try await database.read { try ownBadge(id, viewer, in: $0) }
        return (badge, try await credential(SharedBadge(badge: badge, holder: viewer.person.name), issuer: issuer))
    }

    /// A badge as others check it: an Open Badges 3.0 credential, signed.
    package func credential(_ shared: SharedBadge, issuer: BadgeIssuer) async throws -> String {
        try await badgeKey().token(
            BadgeCredential(shared.badge, holder: shared.holder.full, issuer: issuer), keyAt: issuer.keyAddress)
    }

    /// What badges are signed with. It is made when it is first asked for.
    package func badgeKey() async throws -> BadgeKey {
        if let key = try await database.read({ try badges.key(in: $0) }) { return key }
        let now = clock.now
        return try await database.write { try badges.makeKey(at: now, in: $0) }
    }

    /// Which badges are revoked, signed.
    /// - Parameter compress: gzip, then base64 for URLs.
    /// - throws: ``CampusError/notFound(_:)`` for a list that no badge is in.
    package func badgeStatus(
        _ list: Int, issuer: BadgeIssuer, compress: @escaping @Sendable ([UInt8]) -> String
    ) async throws -> String {
        let key = try await badgeKey()
        let revoked = try await database.read { reading in
            guard (0...(try badges.lastList(in: reading))).contains(list) else { throw CampusError.notFound(.noSuchBadge) }
            return try badges.revoked(in: list, in: reading)
        }
        let status = BadgeStatusList(
            list, compressed: compress(BadgeStatusList.bits(revoked.places)), since: revoked.last ?? key.madeAt, issuer: issuer)
        return try key.token(status, keyAt: issuer.keyAddress)
    }
}

extension Phrase {
    static let noBadgesHere = Phrase(
        fr: "Il n’y a pas de badges ici. Si vous avez masqué les points, vous pouvez les revoir depuis « Moi ».",
        en: "There are no badges here. If you hid points, you can bring them back from “Me”.")
    package static let noSuchBadge = Phrase(
        fr: "Ce badge n’existe pas, ou son titulaire ne le montre plus.",
        en: "There is no such badge, or its holder does not show it any more.")
}
