package import SQL

/// Every statement about what is handed in.
package enum SubmissionStatements {
    /// The page of an assignment: everything that a learner handed in, in order.
    package static let submissions = Statement(
        "assessment.submissions",
        """
        SELECT id, person_id, activity_id, context, version_id, content_digest, number, text, submitted_at
        FROM submission WHERE context = $1 AND activity_id = $2 ORDER BY number
        """)

    /// `rebond course diff`: how much was handed in for an assignment.
    package static let countOfActivity = Statement(
        "assessment.submissionsOfActivity", "SELECT COUNT(*) FROM submission WHERE activity_id = $1")

    /// `rebond course diff`: how many are writing.
    package static let draftsOfActivity = Statement(
        "assessment.draftsOfActivity", "SELECT COUNT(*) FROM submission_draft WHERE activity_id = $1")

    /// A learner's portfolio, and the learner's page for those who follow: everything handed in in a course.
    package static let ofContext = Statement(
        "assessment.submissionsOfContext",
        """
        SELECT id, person_id, activity_id, context, version_id, content_digest, number, text, submitted_at
        FROM submission WHERE context = $1 ORDER BY activity_id, number
        """)

    /// The page of one submission, its files, and marking.
    package static let submission = Statement(
        "assessment.submission",
        """
        SELECT id, person_id, activity_id, context, version_id, content_digest, number, text, submitted_at
        FROM submission WHERE id = $1
        """)

    /// Handing in: refused without an error when the id or the number is taken.
    package static let insert = Statement(
        "assessment.insertSubmission",
        """
        INSERT INTO submission (id, person_id, activity_id, context, version_id, content_digest, number, text, submitted_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING
        """)

    /// Handing in: one file.
    package static let insertFile = Statement(
        "assessment.insertSubmissionFile",
        """
        INSERT INTO submission_file (submission_id, position, name, media_type, size, digest) VALUES ($1, $2, $3, $4, $5, $6)
        """)

    /// Wherever a submission is shown.
    package static let files = Statement(
        "assessment.submissionFiles",
        "SELECT position, name, media_type, size, digest FROM submission_file WHERE submission_id = $1 ORDER BY position")

    /// Wherever a submission is shown: the mark that holds.
    package static let mark = Statement(
        "assessment.submissionMark",
        """
        SELECT number, marker_id, marked_at, points, score, comment, levels FROM submission_mark
        WHERE submission_id = $1 ORDER BY number DESC LIMIT 1
        """)

    /// Marking: refused without an error when somebody else marked at the same moment.
    package static let insertMark = Statement(
        "assessment.insertSubmissionMark",
        """
        INSERT INTO submission_mark (submission_id, number, marker_id, marked_at, points, score, comment, levels)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
        """)

    /// The page of an assignment: the text on its way.
    package static let draft = Statement(
        "assessment.submissionDraft",
        "SELECT text, sequence, saved_at FROM submission_draft WHERE context = $1 AND activity_id = $2")

    /// While one writes: the text with the higher sequence stays.
    package static let saveDraft = Statement(
        "assessment.saveSubmissionDraft",
        """
        INSERT INTO submission_draft (context, activity_id, text, sequence, saved_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (context, activity_id) DO UPDATE
        SET text = excluded.text, sequence = excluded.sequence, saved_at = excluded.saved_at
        WHERE submission_draft.sequence < excluded.sequence
        """)

    package static let all = [
        submissions, ofContext, submission, insert, insertFile, files, mark, insertMark, draft, saveDraft,
    ]
}
