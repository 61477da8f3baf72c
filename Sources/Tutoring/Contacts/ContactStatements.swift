package import SQL

/// The statements of contacts, of calls that were asked for, and of who follows whom.
package enum ContactStatements {
    /// The same contact again changes nothing.
    package static let insertContact = Statement(
        "tutoring.insertContact",
        """
        INSERT INTO learner_contact (cohort_id, person_id, id, means, outcome, again_at, note, by_person, happened_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING
        """)

    /// A tutor's day: whom somebody tried to reach lately.
    package static let recentContacts = Statement(
        "tutoring.recentContacts",
        """
        SELECT id, cohort_id, person_id, means, outcome, again_at, note, by_person, happened_at FROM learner_contact
        WHERE cohort_id = $1 AND happened_at >= $2 ORDER BY happened_at, id
        """)

    /// The page of contacts with a learner.
    package static let contacts = Statement(
        "tutoring.contacts",
        """
        SELECT id, cohort_id, person_id, means, outcome, again_at, note, by_person, happened_at FROM learner_contact
        WHERE cohort_id = $1 AND person_id = $2 ORDER BY happened_at DESC, id DESC LIMIT $3
        """)

    // MARK: Calls

    package static let askCall = Statement(
        "tutoring.askCall",
        """
        INSERT INTO call_request (id, cohort_id, person_id, asked_at, phone, hours) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT DO NOTHING
        """)

    /// Other words for a call that waits.
    package static let changeCall = Statement(
        "tutoring.changeCall",
        "UPDATE call_request SET phone = $3, hours = $4 WHERE cohort_id = $1 AND person_id = $2 AND settled_at IS NULL")

    package static let settleCall = Statement(
        "tutoring.settleCall",
        """
        UPDATE call_request SET settled_at = $3, settled_by = $4
        WHERE cohort_id = $1 AND person_id = $2 AND settled_at IS NULL
        """)

    /// A learner's own conversation, and what a contact settles.
    package static let openCall = Statement(
        "tutoring.openCall",
        """
        SELECT id, cohort_id, person_id, asked_at, phone, hours, settled_at, settled_by FROM call_request
        WHERE cohort_id = $1 AND person_id = $2 AND settled_at IS NULL
        """)

    /// A tutor's day.
    package static let openCalls = Statement(
        "tutoring.openCalls",
        """
        SELECT id, cohort_id, person_id, asked_at, phone, hours, settled_at, settled_by FROM call_request
        WHERE cohort_id = $1 AND settled_at IS NULL
        """)

    /// The page of contacts with a learner.
    package static let calls = Statement(
        "tutoring.calls",
        """
        SELECT id, cohort_id, person_id, asked_at, phone, hours, settled_at, settled_by FROM call_request
        WHERE cohort_id = $1 AND person_id = $2 ORDER BY asked_at DESC LIMIT $3
        """)

    // MARK: Who follows whom

    package static let insertHandover = Statement(
        "tutoring.insertHandover",
        """
        INSERT INTO handover (cohort_id, person_id, number, tutor_id, note, by_person, given_at)
        SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5, $6 FROM handover WHERE cohort_id = $1 AND person_id = $2
        """)

    /// The page of contacts with a learner.
    package static let handovers = Statement(
        "tutoring.handovers",
        """
        SELECT cohort_id, person_id, tutor_id, note, by_person, given_at FROM handover
        WHERE cohort_id = $1 AND person_id = $2 ORDER BY number DESC LIMIT $3
        """)

    /// A tutor's day: who follows each learner of a cohort, where somebody said so.
    package static let currentTutors = Statement(
        "tutoring.currentTutors",
        """
        SELECT h.cohort_id, h.person_id, h.tutor_id, h.note, h.by_person, h.given_at FROM handover h
        WHERE h.cohort_id = $1 AND NOT EXISTS (
            SELECT 1 FROM handover n WHERE n.cohort_id = h.cohort_id AND n.person_id = h.person_id AND n.number > h.number)
        """)
}
