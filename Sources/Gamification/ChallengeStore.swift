package import Accounts
package import Essentials
package import SQL

/// What a cohort tries together, against nobody.
package struct TeamChallenge: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// So many points in all.
        case sum
        /// So many percent of the learners earn something.
        case share
    }

    package let id: Identifier<TeamChallenge>
    package let title: String
    package let kind: Kind
    /// Points, or percent.
    package let target: Int
    package let from: CalendarDay
    package let until: CalendarDay

    package init(
        id: Identifier<TeamChallenge>, title: String, kind: Kind, target: Int, from: CalendarDay, until: CalendarDay
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.target = target
        self.from = from
        self.until = until
    }

    /// The most days that one lasts.
    package static let mostDays = 92
    package static let targets = 1...100_000

    /// How far it is.
    /// - Parameters:
    ///   - learners: who takes part.
    ///   - points: what each earned in its days.
    package func reached(by learners: Set<Identifier<Person>>, points: [Identifier<Person>: Int]) -> Int {
        switch kind {
        case .sum: return max(0, learners.reduce(0) { $0 + (points[$1] ?? 0) })
        case .share:
            guard !learners.isEmpty else { return 0 }
            return learners.count { points[$0] ?? 0 > 0 } * 100 / learners.count
        }
    }
}

/// The statements of challenges.
package enum ChallengeStatements {
    /// One's points, and the choices of a cohort: what goes on or comes.
    package static let open = Statement(
        "gamification.challenges",
        """
        SELECT id, title, kind, target, starts_on, ends_on FROM team_challenge WHERE cohort_id = $1 AND ends_on >= $2
        ORDER BY ends_on, id
        """)

    /// What a cohort tries together: its learners, but those who want no points.
    package static let players = Statement(
        "gamification.challengePlayers",
        """
        SELECT m.person_id FROM membership m WHERE m.cohort_id = $1 AND m.role = 'learner' AND m.left_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM point_purse p WHERE p.person_id = m.person_id AND p.is_off = 1)
        """)

    package static let insert = Statement(
        "gamification.insertChallenge",
        """
        INSERT INTO team_challenge (id, cohort_id, title, kind, target, starts_on, ends_on, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """)

    package static let delete = Statement(
        "gamification.deleteChallenge", "DELETE FROM team_challenge WHERE id = $1 AND cohort_id = $2")
}

/// Challenges of cohorts.
package struct ChallengeStore: Sendable {
    package init() {}

    /// What goes on in a cohort, comes, or ended lately.
    package func challenges(
        of cohort: Identifier<Cohort>, endingFrom day: CalendarDay, in reading: any ReadTransaction
    ) throws -> [TeamChallenge] {
        try reading.rows(ChallengeStatements.open, cohort, day.text) { row in
            guard let kind = TeamChallenge.Kind(rawValue: row.text(2)) else {
                throw SQLError.corrupt("no kind of challenge: \(row.text(2))")
            }
            return TeamChallenge(
                id: row.id(0), title: row.text(1), kind: kind, target: row.int(3), from: CalendarDay(trusted: row.text(4)),
                until: CalendarDay(trusted: row.text(5)))
        }
    }

    /// Who takes part: the learners of a cohort who did not hide points.
    package func players(
        of cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> Set<Identifier<Person>> {
        Set(try reading.rows(ChallengeStatements.players, cohort) { $0.id(0) })
    }

    package func add(
        _ challenge: TeamChallenge, to cohort: Identifier<Cohort>, by person: Identifier<Person>?, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        try writing.run(
            ChallengeStatements.insert, challenge.id, cohort, challenge.title, challenge.kind.rawValue, challenge.target,
            challenge.from.text, challenge.until.text, person, now)
    }

    package func remove(
        _ id: Identifier<TeamChallenge>, from cohort: Identifier<Cohort>, in writing: any WriteTransaction
    ) throws {
        try writing.run(ChallengeStatements.delete, id, cohort)
    }
}
