package import Accounts
package import Essentials
package import SQL

/// Badges that were given, and what signs them. Stateless.
package struct BadgeStore: Sendable {
    package init() {}

    /// Gives what is not given yet. Again, and by several at once, gives nothing more.
    /// - Returns: what is new.
    package func give(
        _ claims: [BadgeClaim], to person: Identifier<Person>, in place: PointPlace, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> [BadgeAward] {
        guard !claims.isEmpty else { return [] }
        let held = try held(by: person, in: place.course, in: writing)
        return try claims.filter { !held.contains($0.badge) }.compactMap {
            try give($0, to: person, in: place, at: now, in: writing)
        }
    }

    /// Somebody else may take the number meanwhile: then there is another one.
    private func give(
        _ claim: BadgeClaim, to person: Identifier<Person>, in place: PointPlace, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> BadgeAward? {
        let sketch = claim.sketch
        for _ in 0..<Self.mostTries {
            let award = BadgeAward(
                id: .new(at: now), number: (try writing.first(BadgeStatements.last) { $0.int(0) } ?? -1) + 1,
                address: SecretToken.address().text, person: person, place: place, badge: claim.badge, sketch: sketch,
                awardedAt: now)
            let isGiven = try writing.run(
                BadgeStatements.insert, award.id, award.number, award.address, person, place.cohort, place.course, award.badge,
                sketch.title, sketch.summary, sketch.criteria, sketch.colour, sketch.courseTitle, sketch.language.rawValue, now)
            if isGiven > 0 { return award }
            if try held(by: person, in: place.course, in: writing).contains(claim.badge) { return nil }
        }
        throw SQLError.busy("the numbers of badges")
    }

    private static let mostTries = 50

    /// Which badges of a course somebody has, revoked or not.
    package func held(
        by person: Identifier<Person>, in course: String, in reading: any ReadTransaction
    ) throws -> Set<String> {
        Set(try reading.rows(BadgeStatements.held, person, course) { $0.text(0) })
    }

    // MARK: Reading

    /// Somebody's badges as they were given, but those of cohorts without points.
    package func badges(of person: Identifier<Person>, in reading: any ReadTransaction) throws -> [BadgeAward] {
        try reading.rows(BadgeStatements.own, person, map: BadgeAward.init(row:))
    }

    package func badge(_ id: Identifier<BadgeAward>, in reading: any ReadTransaction) throws -> BadgeAward? {
        try reading.first(BadgeStatements.one, id, map: BadgeAward.init(row:))
    }

    /// A badge that its holder shows; `nil` for an address that leads nowhere, or no longer.
    package func shared(_ address: String, in reading: any ReadTransaction) throws -> BadgeAward? {
        guard address.utf8.count == 43, !address.utf8.contains(0) else { return nil }
        return try reading.first(BadgeStatements.shared, address, map: BadgeAward.init(row:))
    }

    /// The last badges given in a cohort.
    package func badges(
        in cohort: Identifier<Cohort>, limit: Int, in reading: any ReadTransaction
    ) throws -> [BadgeAward] {
        try reading.rows(BadgeStatements.ofCohort, cohort, limit, map: BadgeAward.init(row:))
    }

    // MARK: What becomes of one

    /// Whether its holder shows it.
    package func set(
        shared isShared: Bool, _ badge: Identifier<BadgeAward>, at now: Instant, in writing: any WriteTransaction
    ) throws {
        if isShared {
            try writing.run(BadgeStatements.share, badge, now)
        } else {
            try writing.run(BadgeStatements.keep, badge)
        }
    }

    /// It is good no longer. The first reason stays.
    package func revoke(
        _ badge: Identifier<BadgeAward>, _ revocation: BadgeRevocation, in writing: any WriteTransaction
    ) throws {
        try writing.run(BadgeStatements.revoke, badge, revocation.reason, revocation.by, revocation.at)
    }

    /// Which badges of a list are revoked, as places in it, and when the last of them was.
    package func revoked(
        in list: Int, in reading: any ReadTransaction
    ) throws -> (places: [Int], last: Instant?) {
        let first = list * BadgeStatusList.length
        var places: [Int] = []
        var last: Instant?
        let rows = try reading.rows(BadgeStatements.revoked, first, first + BadgeStatusList.length) {
            (number: $0.int(0), at: $0.instant(1))
        }
        for row in rows {
            places.append(row.number - first)
            last = max(last ?? row.at, row.at)
        }
        return (places, last)
    }

    /// The last list in which there may be a badge; 0 before there is any.
    package func lastList(in reading: any ReadTransaction) throws -> Int {
        (try reading.first(BadgeStatements.last) { $0.int(0) } ?? 0) / BadgeStatusList.length
    }

    // MARK: The key

    /// What badges are signed with; `nil` before it was ever asked for.
    package func key(in reading: any ReadTransaction) throws -> BadgeKey? {
        guard let kept = try reading.first(BadgeStatements.key, map: { (secret: $0.text(0), at: $0.instant(1)) }) else {
            return nil
        }
        guard let key = BadgeKey(secret: kept.secret, madeAt: kept.at) else {
            throw SQLError.corrupt("the key of badges cannot be read")
        }
        return key
    }

    /// The same, made if there is none: whoever comes first makes it for everybody.
    package func makeKey(at now: Instant, in writing: any WriteTransaction) throws -> BadgeKey {
        if let key = try key(in: writing) { return key }
        try writing.run(BadgeStatements.insertKey, BadgeKey.newSecret(), now)
        guard let key = try key(in: writing) else { throw SQLError.corrupt("the key of badges was not kept") }
        return key
    }
}

extension BadgeAward {
    init(row: any Row) throws {
        guard let language = Language(rawValue: row.text(12)) else { throw SQLError.corrupt("no language: \(row.text(12))") }
        self.init(
            id: row.id(0), number: row.int(1), address: row.text(2), person: row.id(3),
            place: PointPlace(cohort: row.id(4), course: row.text(5)), badge: row.text(6),
            sketch: BadgeSketch(
                title: row.text(7), summary: row.textOrNil(8), criteria: row.text(9), colour: row.text(10),
                courseTitle: row.text(11), language: language),
            awardedAt: row.instant(13), sharedAt: row.instantOrNil(14),
            revocation: row.textOrNil(15).map { BadgeRevocation(reason: $0, by: row.idOrNil(16), at: row.instant(17)) })
    }
}
