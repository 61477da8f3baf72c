package import Accounts
package import Essentials
package import SQL

/// What somebody of the staff noted about a learner of a cohort: a fact, never changed, seen by the staff only.
package struct StaffNote: Sendable, Hashable {
    package let id: Identifier<StaffNote>
    package let author: Identifier<Person>
    package let at: Instant
    package let text: String

    /// Characters of one.
    package static let longest = 4000
}

/// The statements of notes.
package enum StaffNoteStatements {
    /// The page of a learner: the notes of a cohort about them, the newest first.
    package static let notes = Statement(
        "tutoring.notes",
        """
        SELECT id, author_id, noted_at, text FROM staff_note WHERE cohort_id = $1 AND person_id = $2
        ORDER BY id DESC LIMIT $3
        """)

    /// Keeping a note. The same id again changes nothing.
    package static let insert = Statement(
        "tutoring.insertNote",
        """
        INSERT INTO staff_note (cohort_id, person_id, id, author_id, noted_at, text) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT DO NOTHING
        """)
}

/// What is kept of notes. Stateless; who may read and write is checked above.
package struct StaffNoteStore: Sendable {
    package init() {}

    /// The last notes about a learner of a cohort, the newest first. One statement.
    package func notes(
        about person: Identifier<Person>, in cohort: Identifier<Cohort>, limit: Int = 100, in reading: any ReadTransaction
    ) throws -> [StaffNote] {
        try reading.rows(StaffNoteStatements.notes, cohort, person, limit) {
            StaffNote(id: $0.id(0), author: $0.id(1), at: $0.instant(2), text: $0.text(3))
        }
    }

    /// Keeps a note.
    /// - throws: ``TutoringError/invalidNote``.
    package func add(
        _ text: String, about person: Identifier<Person>, in cohort: Identifier<Cohort>, by author: Identifier<Person>,
        at now: Instant, in writing: any WriteTransaction
    ) throws -> StaffNote {
        let text = text.trimmingWhitespace()
        guard (1...StaffNote.longest).contains(text.unicodeScalars.count), !text.utf8.contains(0) else {
            throw TutoringError.invalidNote
        }
        let note = StaffNote(id: .new(at: now), author: author, at: now, text: text)
        try writing.run(StaffNoteStatements.insert, cohort, person, note.id, author, now, text)
        return note
    }
}
