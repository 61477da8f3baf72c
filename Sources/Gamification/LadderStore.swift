package import Accounts
package import Essentials
package import SQL

/// The statements of ladders.
package enum LadderStatements {
    /// The page of a ladder, and the choices of a cohort: whether it has one.
    package static let isOpen = Statement(
        "gamification.isLadderOpen", "SELECT is_open FROM game_ladder WHERE cohort_id = $1")

    package static let open = Statement(
        "gamification.openLadder",
        """
        INSERT INTO game_ladder (cohort_id, is_open, set_by, set_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (cohort_id) DO UPDATE SET is_open = EXCLUDED.is_open, set_by = EXCLUDED.set_by, set_at = EXCLUDED.set_at
        """)

    /// Those who stand on a ladder, but those who want no points, and left the cohort.
    package static let members = Statement(
        "gamification.ladderMembers",
        """
        SELECT m.person_id, m.name FROM ladder_member m WHERE m.cohort_id = $1
            AND NOT EXISTS (SELECT 1 FROM point_purse p WHERE p.person_id = m.person_id AND p.is_off = 1)
            AND EXISTS (
                SELECT 1 FROM membership s
                WHERE s.person_id = m.person_id AND s.cohort_id = m.cohort_id AND s.role = 'learner' AND s.left_at IS NULL)
        """)

    /// The ladder of a week, and what a cohort tries together: what each earned in some days.
    package static let earned = Statement(
        "gamification.earnedInCohort",
        """
        SELECT person_id, CAST(SUM(amount) AS BIGINT) FROM point_entry WHERE cohort_id = $1 AND day >= $2 AND day <= $3
        GROUP BY person_id
        """)

    /// Somebody joins, or takes another name.
    package static let holder = Statement(
        "gamification.ladderName", "SELECT person_id FROM ladder_member WHERE cohort_id = $1 AND name_key = $2")

    package static let join = Statement(
        "gamification.joinLadder",
        """
        INSERT INTO ladder_member (cohort_id, person_id, name, name_key, joined_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (cohort_id, person_id) DO UPDATE SET name = EXCLUDED.name, name_key = EXCLUDED.name_key
        """)

    package static let leave = Statement(
        "gamification.leaveLadder", "DELETE FROM ladder_member WHERE cohort_id = $1 AND person_id = $2")
}

/// A rung of a ladder, as somebody near it sees it.
package struct LadderRung: Sendable, Hashable {
    /// From 1; those who earned as much share one.
    package let rank: Int
    /// The chosen name.
    package let name: String
    package let points: Int
    package let isOwn: Bool
}

/// Who stands where in a week. Pure: everybody sees the nearest rungs and no others.
package enum Ladder {
    /// Rungs above and below one's own.
    package static let neighbours = 2
    /// Characters of a chosen name.
    package static let nameLength = 2...30

    /// - Returns: the rungs around one's own, the highest first; nothing for who does not stand on it.
    package static func around(
        _ person: Identifier<Person>, _ members: [(person: Identifier<Person>, name: String)],
        points: [Identifier<Person>: Int]
    ) -> [LadderRung] {
        let sorted = members.map { (member: $0, points: max(0, points[$0.person] ?? 0)) }
            .sorted { ($1.points, $0.member.name) < ($0.points, $1.member.name) }
        guard let own = sorted.firstIndex(where: { $0.member.person == person }) else { return [] }
        let shown = max(0, own - neighbours)...min(sorted.count - 1, own + neighbours)
        return shown.map { index in
            let line = sorted[index]
            let rank = (sorted.firstIndex { $0.points == line.points } ?? index) + 1
            return LadderRung(rank: rank, name: line.member.name, points: line.points, isOwn: index == own)
        }
    }
}

/// Ladders that were opened, and who chose to stand on them.
package struct LadderStore: Sendable {
    package init() {}

    package func isOpen(in cohort: Identifier<Cohort>, in reading: any ReadTransaction) throws -> Bool {
        try reading.first(LadderStatements.isOpen, cohort) { $0.bool(0) } ?? false
    }

    package func set(
        open isOpen: Bool, in cohort: Identifier<Cohort>, by person: Identifier<Person>?, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        try writing.run(LadderStatements.open, cohort, isOpen, person, now)
    }

    package func members(
        of cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> [(person: Identifier<Person>, name: String)] {
        try reading.rows(LadderStatements.members, cohort) { ($0.id(0), $0.text(1)) }
    }

    /// What each earned in a cohort from one day through another.
    package func earned(
        in cohort: Identifier<Cohort>, from first: CalendarDay, through last: CalendarDay, in reading: any ReadTransaction
    ) throws -> [Identifier<Person>: Int] {
        let rows = try reading.rows(LadderStatements.earned, cohort, first.text, last.text) {
            (person: $0.id(0) as Identifier<Person>, points: $0.int(1))
        }
        return Dictionary(rows.map { ($0.person, $0.points) }, uniquingKeysWith: +)
    }

    /// Stands on a ladder under a name, or under another one.
    /// - Returns: `false` when somebody else there has the name.
    package func join(
        _ cohort: Identifier<Cohort>, _ person: Identifier<Person>, as name: String, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> Bool {
        let holder: Identifier<Person>? = try writing.first(LadderStatements.holder, cohort, name.folded) { $0.id(0) }
        guard holder == nil || holder == person else { return false }
        try writing.run(LadderStatements.join, cohort, person, name, name.folded, now)
        return true
    }

    /// Leaves no trace of somebody on a ladder.
    package func leave(_ cohort: Identifier<Cohort>, _ person: Identifier<Person>, in writing: any WriteTransaction) throws {
        try writing.run(LadderStatements.leave, cohort, person)
    }
}
