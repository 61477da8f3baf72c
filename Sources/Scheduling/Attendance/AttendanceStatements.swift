package import SQL

/// The statements of attendance.
package enum AttendanceStatements {
    // MARK: The log

    /// The first entry of a cohort: its chain begins.
    package static let beginChain = Statement(
        "attendance.beginChain",
        """
        INSERT INTO attendance_chain (cohort_id, length, head)
        VALUES ($1, 0, '0000000000000000000000000000000000000000000000000000000000000000') ON CONFLICT (cohort_id) DO NOTHING
        """)

    /// Where a chain ends: an entry follows it, or it is verified.
    package static let chain = Statement(
        "attendance.chain", "SELECT h.length, h.head FROM attendance_chain h WHERE h.cohort_id = $1")

    /// The same for a write, whose row it is from here on: those who sign in one cohort follow each other.
    package static let takeChain = chain.taking(rowsOf: "h")

    package static let extendChain = Statement(
        "attendance.extendChain", "UPDATE attendance_chain SET length = $2, head = $3 WHERE cohort_id = $1")

    /// Signing, and everything else that is said of attendance.
    package static let insert = Statement(
        "attendance.insert",
        """
        INSERT INTO attendance_entry (
            id, cohort_id, sequence, previous, hash, kind, at, session_id, day, half, starts_at, ends_at, subject, place, person_id, person_name,
            role, author_id, method, means, drawing, minutes, motive, justified, note, proof_digest, proof_name, proof_type, proof_size,
            corrects, reason,
            drawing_digest)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
            $27, $28, $29, $30, $31, $32)
        """)

    /// What was sent already; a proof.
    package static let entry = Statement(
        "attendance.entry",
        """
        SELECT id, cohort_id, sequence, previous, hash, kind, at, session_id, day, half, starts_at, ends_at, subject, place, person_id, person_name,
            role, author_id, method, means, drawing, minutes, motive, justified, note, proof_digest, proof_name, proof_type, proof_size,
            corrects, reason
        FROM attendance_entry WHERE id = $1
        """)

    /// Whether a drawing was used before.
    package static let drawing = Statement(
        "attendance.drawing", "SELECT id FROM attendance_entry WHERE drawing_digest = $1")

    /// The pages of a session and of its half-days, its sheet.
    package static let ofSession = Statement(
        "attendance.ofSession",
        """
        SELECT id, cohort_id, sequence, previous, hash, kind, at, session_id, day, half, starts_at, ends_at, subject, place, person_id, person_name,
            role, author_id, method, means, drawing, minutes, motive, justified, note, proof_digest, proof_name, proof_type, proof_size,
            corrects, reason
        FROM attendance_entry WHERE session_id = $1 ORDER BY sequence
        """)

    /// Before somebody signs: what is known of this person in this session.
    package static let ofPersonInSession = Statement(
        "attendance.ofPersonInSession",
        """
        SELECT id, cohort_id, sequence, previous, hash, kind, at, session_id, day, half, starts_at, ends_at, subject, place, person_id, person_name,
            role, author_id, method, means, drawing, minutes, motive, justified, note, proof_digest, proof_name, proof_type, proof_size,
            corrects, reason
        FROM attendance_entry WHERE session_id = $1 AND day = $2 AND half = $3 AND person_id = $4 ORDER BY sequence
        """)

    /// The alerts of a learner: the last half-days of which anything is known.
    package static let recentOfPerson = Statement(
        "attendance.recentOfPerson",
        """
        SELECT id, cohort_id, sequence, previous, hash, kind, at, session_id, day, half, starts_at, ends_at, subject, place, person_id, person_name,
            role, author_id, method, means, drawing, minutes, motive, justified, note, proof_digest, proof_name, proof_type, proof_size,
            corrects, reason
        FROM attendance_entry WHERE person_id = $1 AND cohort_id = $2 ORDER BY starts_at DESC, sequence DESC LIMIT 60
        """)

    /// Verification and export: the log of a cohort, page after page.
    package static let log = Statement(
        "attendance.log",
        """
        SELECT id, cohort_id, sequence, previous, hash, kind, at, session_id, day, half, starts_at, ends_at, subject, place, person_id, person_name,
            role, author_id, method, means, drawing, minutes, motive, justified, note, proof_digest, proof_name, proof_type, proof_size,
            corrects, reason
        FROM attendance_entry WHERE cohort_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3
        """)

    // MARK: Who is expected

    /// The learners of a cohort at some time, by name, with their group: those who left since too.
    package static let learners = Statement(
        "attendance.learners",
        """
        SELECT p.id, p.given_name, p.family_name, m.group_id, m.joined_at, m.left_at
        FROM membership m JOIN person p ON p.id = m.person_id
        WHERE m.cohort_id = $1 AND m.role = 'learner' ORDER BY p.sort_key, p.id
        """)

    // MARK: The room

    package static let secret = Statement("attendance.secret", "SELECT secret FROM attendance_secret WHERE number = 1")

    // MARK: Connections

    /// Somebody joins a virtual class, or another service says when somebody was there.
    package static let keepSpan = Statement(
        "attendance.keepSpan",
        """
        INSERT INTO connection_span (session_id, person_id, source, started_at, ended_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (session_id, person_id, source, started_at) DO UPDATE SET ended_at = excluded.ended_at
        WHERE excluded.ended_at IS NOT NULL AND (connection_span.ended_at IS NULL OR connection_span.ended_at < excluded.ended_at)
        """)

    /// Beside the signatures of a session.
    package static let spans = Statement(
        "attendance.spans",
        """
        SELECT person_id, source, started_at, ended_at FROM connection_span WHERE session_id = $1 ORDER BY started_at, person_id, source
        """)
}
