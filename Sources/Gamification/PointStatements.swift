package import SQL

/// The statements of points.
package enum PointStatements {
    /// Every page that shows points, and every write of an entry.
    package static let purse = Statement(
        "gamification.purse", "SELECT p.balance, p.entries, p.is_off FROM point_purse p WHERE p.person_id = $1")

    package static let insertPurse = Statement(
        "gamification.insertPurse",
        "INSERT INTO point_purse (person_id, balance, entries, is_off) VALUES ($1, 0, 0, 0) ON CONFLICT (person_id) DO NOTHING")

    package static let savePurse = Statement(
        "gamification.savePurse", "UPDATE point_purse SET balance = $2, entries = $3 WHERE person_id = $1")

    /// The switch on one's own page.
    package static let setOff = Statement(
        "gamification.setOff",
        """
        INSERT INTO point_purse (person_id, balance, entries, is_off) VALUES ($1, 0, 0, $2)
        ON CONFLICT (person_id) DO UPDATE SET is_off = EXCLUDED.is_off
        """)

    /// A fact: what the ledger says last of a rule and a subject.
    package static let last = Statement(
        "gamification.lastEntry",
        """
        SELECT person_id, number, rule, rule_version, subject, version, amount, due, cohort_id, course, title, day, entered_at
        FROM point_entry WHERE person_id = $1 AND rule = $2 AND subject = $3 ORDER BY version DESC LIMIT 1
        """)

    /// A rule with caps: what it gave from one day through another.
    package static let given = Statement(
        "gamification.given",
        """
        SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM point_entry
        WHERE person_id = $1 AND rule = $2 AND day >= $3 AND day <= $4
        """)

    /// An answer that helped, and the report of a cohort: whom somebody helped since a day, and how often each line was written.
    package static let since = Statement(
        "gamification.entriesSince",
        """
        SELECT subject, MAX(version) FROM point_entry WHERE person_id = $1 AND rule = $2 AND day >= $3 GROUP BY subject
        """)

    package static let insertEntry = Statement(
        "gamification.insertEntry",
        """
        INSERT INTO point_entry (person_id, number, rule, rule_version, subject, version, amount, due, cohort_id, course, title,
            day, entered_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """)

    package static let addToBalance = Statement(
        "gamification.addToBalance",
        """
        INSERT INTO point_balance (person_id, cohort_id, course, balance) VALUES ($1, $2, $3, $4)
        ON CONFLICT (person_id, cohort_id, course) DO UPDATE SET balance = point_balance.balance + EXCLUDED.balance
        """)

    /// One's own points: the last entries before a place, the newest first. Those of cohorts without points are left out.
    package static let entries = Statement(
        "gamification.entries",
        """
        SELECT person_id, number, rule, rule_version, subject, version, amount, due, cohort_id, course, title, day, entered_at
        FROM point_entry WHERE person_id = $1 AND number < $2
            AND NOT EXISTS (SELECT 1 FROM game_cohort g WHERE g.cohort_id = point_entry.cohort_id AND g.is_off = 1)
        ORDER BY number DESC LIMIT $3
        """)

    /// One's own points: what was earned in each course, but of cohorts without points.
    package static let balances = Statement(
        "gamification.balances",
        """
        SELECT b.cohort_id, b.course, b.balance FROM point_balance b WHERE b.person_id = $1
            AND NOT EXISTS (SELECT 1 FROM game_cohort g WHERE g.cohort_id = b.cohort_id AND g.is_off = 1)
        ORDER BY b.cohort_id, b.course
        """)

    /// Home, and pages of a course: which of some cohorts have no points.
    package static let offCohorts = Statement(
        "gamification.offCohorts",
        "SELECT cohort_id FROM game_cohort WHERE cohort_id IN ($1, $2, $3, $4) AND is_off = 1")

    /// The page of a cohort: whether it has points.
    package static let setCohort = Statement(
        "gamification.setCohort",
        """
        INSERT INTO game_cohort (cohort_id, is_off, set_by, set_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (cohort_id) DO UPDATE SET is_off = EXCLUDED.is_off, set_by = EXCLUDED.set_by, set_at = EXCLUDED.set_at
        """)

    /// The report of a cohort: what was earned in it since a day, but by those who want no points.
    package static let ofCohort = Statement(
        "gamification.entriesOfCohort",
        """
        SELECT e.person_id, e.number, e.rule, e.rule_version, e.subject, e.version, e.amount, e.due, e.cohort_id, e.course, e.title,
            e.day, e.entered_at
        FROM point_entry e WHERE e.cohort_id = $1 AND e.day >= $2
            AND NOT EXISTS (SELECT 1 FROM point_purse p WHERE p.person_id = e.person_id AND p.is_off = 1)
        ORDER BY e.person_id, e.number
        """)

    // MARK: Maintenance

    /// `rebond verify`: a page of those who have points.
    package static let purses = Statement(
        "gamification.purses",
        "SELECT person_id, balance, entries FROM point_purse WHERE person_id > $1 ORDER BY person_id LIMIT $2")

    /// `rebond verify`: what the entries of a person add up to, by course.
    package static let sums = Statement(
        "gamification.sums",
        """
        SELECT cohort_id, course, CAST(SUM(amount) AS BIGINT), COUNT(*) FROM point_entry WHERE person_id = $1
        GROUP BY cohort_id, course ORDER BY cohort_id, course
        """)

    /// `rebond verify`: every balance of a person as it is kept.
    package static let keptBalances = Statement(
        "gamification.keptBalances",
        "SELECT cohort_id, course, balance FROM point_balance WHERE person_id = $1 ORDER BY cohort_id, course")

    /// `rebond verify --repair`.
    package static let deleteBalances = Statement(
        "gamification.deleteBalances", "DELETE FROM point_balance WHERE person_id = $1")
}
