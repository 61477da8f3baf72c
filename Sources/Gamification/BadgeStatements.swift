package import SQL

/// The statements of badges.
package enum BadgeStatements {
    /// A fact that can give a badge: which ones of a course somebody has.
    package static let held = Statement(
        "gamification.heldBadges", "SELECT badge FROM badge_award WHERE person_id = $1 AND course = $2")

    /// A badge is given: its place among all of them.
    package static let last = Statement(
        "gamification.lastBadge", "SELECT number FROM badge_award WHERE number >= 0 ORDER BY number DESC LIMIT 1")

    package static let insert = Statement(
        "gamification.insertBadge",
        """
        INSERT INTO badge_award (id, number, address, person_id, cohort_id, course, badge, title, summary, criteria, colour,
            course_title, language, awarded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        ON CONFLICT DO NOTHING
        """)

    /// One's own badges, but those of cohorts without points.
    package static let own = Statement(
        "gamification.ownBadges",
        """
        SELECT b.id, b.number, b.address, b.person_id, b.cohort_id, b.course, b.badge, b.title, b.summary, b.criteria, b.colour,
            b.course_title, b.language, b.awarded_at, s.shared_at, r.reason, r.revoked_by, r.revoked_at
        FROM badge_award b LEFT JOIN badge_share s ON s.award_id = b.id LEFT JOIN badge_revocation r ON r.award_id = b.id
        WHERE b.person_id = $1
            AND NOT EXISTS (SELECT 1 FROM game_cohort g WHERE g.cohort_id = b.cohort_id AND g.is_off = 1)
        ORDER BY b.id
        """)

    /// A badge that is downloaded, shared or revoked.
    package static let one = Statement(
        "gamification.badge",
        """
        SELECT b.id, b.number, b.address, b.person_id, b.cohort_id, b.course, b.badge, b.title, b.summary, b.criteria, b.colour,
            b.course_title, b.language, b.awarded_at, s.shared_at, r.reason, r.revoked_by, r.revoked_at
        FROM badge_award b LEFT JOIN badge_share s ON s.award_id = b.id LEFT JOIN badge_revocation r ON r.award_id = b.id
        WHERE b.id = $1
        """)

    /// Who was given the address of a badge looks at it.
    package static let shared = Statement(
        "gamification.sharedBadge",
        """
        SELECT b.id, b.number, b.address, b.person_id, b.cohort_id, b.course, b.badge, b.title, b.summary, b.criteria, b.colour,
            b.course_title, b.language, b.awarded_at, s.shared_at, r.reason, r.revoked_by, r.revoked_at
        FROM badge_award b JOIN badge_share s ON s.award_id = b.id LEFT JOIN badge_revocation r ON r.award_id = b.id
        WHERE b.address = $1
        """)

    /// Coordinators: the last badges given in a cohort.
    package static let ofCohort = Statement(
        "gamification.badgesOfCohort",
        """
        SELECT b.id, b.number, b.address, b.person_id, b.cohort_id, b.course, b.badge, b.title, b.summary, b.criteria, b.colour,
            b.course_title, b.language, b.awarded_at, s.shared_at, r.reason, r.revoked_by, r.revoked_at
        FROM badge_award b LEFT JOIN badge_share s ON s.award_id = b.id LEFT JOIN badge_revocation r ON r.award_id = b.id
        WHERE b.cohort_id = $1 ORDER BY b.awarded_at DESC, b.id DESC LIMIT $2
        """)

    package static let share = Statement(
        "gamification.shareBadge",
        "INSERT INTO badge_share (award_id, shared_at) VALUES ($1, $2) ON CONFLICT (award_id) DO NOTHING")

    package static let keep = Statement("gamification.keepBadge", "DELETE FROM badge_share WHERE award_id = $1")

    package static let revoke = Statement(
        "gamification.revokeBadge",
        """
        INSERT INTO badge_revocation (award_id, reason, revoked_by, revoked_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (award_id) DO NOTHING
        """)

    /// A list of revoked badges: those between two numbers.
    package static let revoked = Statement(
        "gamification.revokedBadges",
        """
        SELECT b.number, r.revoked_at FROM badge_award b JOIN badge_revocation r ON r.award_id = b.id
        WHERE b.number >= $1 AND b.number < $2
        """)

    /// Every badge that is signed.
    package static let key = Statement("gamification.badgeKey", "SELECT secret, made_at FROM badge_key WHERE number = 1")

    package static let insertKey = Statement(
        "gamification.insertBadgeKey",
        "INSERT INTO badge_key (number, secret, made_at) VALUES (1, $1, $2) ON CONFLICT (number) DO NOTHING")
}
