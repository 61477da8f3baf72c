package import SQL

/// The statements of conversations.
package enum ConversationStatements {
    /// The page of a conversation, and every write into it.
    package static let conversation = Statement(
        "tutoring.conversation",
        """
        SELECT c.id, c.cohort_id, c.kind, c.subject, c.last_sequence, c.last_at, c.version, c.waiting_since
        FROM conversation c WHERE c.cohort_id = $1 AND c.kind = $2 AND c.subject = $3
        """)

    /// A message that is changed: the conversation in which it stands.
    package static let conversationByID = Statement(
        "tutoring.conversationByID",
        """
        SELECT c.id, c.cohort_id, c.kind, c.subject, c.last_sequence, c.last_at, c.version, c.waiting_since
        FROM conversation c WHERE c.id = $1
        """)

    package static let insertConversation = Statement(
        "tutoring.insertConversation",
        """
        INSERT INTO conversation (id, cohort_id, kind, subject, learner_id, last_sequence, version)
        VALUES ($1, $2, $3, $4, $5, 0, 0) ON CONFLICT (cohort_id, kind, subject) DO NOTHING
        """)

    package static let advance = Statement(
        "tutoring.advanceConversation",
        "UPDATE conversation SET last_sequence = $2, last_at = $3, version = $4, waiting_since = $5 WHERE id = $1")

    package static let message = Statement(
        "tutoring.message",
        """
        SELECT conversation_id, id, sequence, author_id, posted_at, text, html, about, edited_at, removed_at, removed_by,
            reply_to, accepted_at, accepted_by
        FROM message
        WHERE id = $1
        """)

    /// The page of a conversation: the last messages before a place, the newest first.
    package static let messages = Statement(
        "tutoring.messages",
        """
        SELECT conversation_id, id, sequence, author_id, posted_at, text, html, about, edited_at, removed_at, removed_by,
            reply_to, accepted_at, accepted_by
        FROM message
        WHERE conversation_id = $1 AND sequence < $2 ORDER BY sequence DESC LIMIT $3
        """)

    package static let insertMessage = Statement(
        "tutoring.insertMessage",
        """
        INSERT INTO message (conversation_id, sequence, id, author_id, posted_at, text, html, about, reply_to)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """)

    package static let changeMessage = Statement(
        "tutoring.changeMessage",
        "UPDATE message SET text = $2, html = $3, edited_at = $4, removed_at = $5, removed_by = $6 WHERE id = $1")

    /// The message that another one answers.
    package static let messageAt = Statement(
        "tutoring.messageAt",
        """
        SELECT conversation_id, id, sequence, author_id, posted_at, text, html, about, edited_at, removed_at, removed_by,
            reply_to, accepted_at, accepted_by
        FROM message WHERE conversation_id = $1 AND sequence = $2
        """)

    /// An answer helped, or did not.
    package static let acceptMessage = Statement(
        "tutoring.acceptMessage", "UPDATE message SET accepted_at = $2, accepted_by = $3 WHERE id = $1")

    /// What stood there before an edit.
    package static let insertEdit = Statement(
        "tutoring.insertMessageEdit",
        """
        INSERT INTO message_edit (message_id, number, text, replaced_at)
        SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3 FROM message_edit WHERE message_id = $1
        """)

    package static let deleteEdits = Statement("tutoring.deleteMessageEdits", "DELETE FROM message_edit WHERE message_id = $1")

    /// The report of points of a cohort: whose answers helped whom since an instant.
    package static let accepted = Statement(
        "tutoring.acceptedAnswers",
        """
        SELECT a.author_id, q.author_id, COUNT(*) FROM conversation c JOIN message a ON a.conversation_id = c.id
            JOIN message q ON q.conversation_id = a.conversation_id AND q.sequence = a.reply_to
        WHERE c.cohort_id = $1 AND a.accepted_at >= $2 AND a.author_id <> q.author_id
        GROUP BY a.author_id, q.author_id
        """)

    // MARK: Who read what

    /// Those who wrote in a conversation, or were told of it.
    package static let readers = Statement(
        "tutoring.conversationReaders", "SELECT person_id FROM conversation_reader WHERE conversation_id = $1")

    package static let standing = Statement(
        "tutoring.conversationStanding",
        "SELECT read_through, unread FROM conversation_reader WHERE conversation_id = $1 AND person_id = $2")

    /// One more message that somebody has not read.
    package static let tell = Statement(
        "tutoring.tellReader",
        """
        INSERT INTO conversation_reader (conversation_id, person_id, read_through, unread) VALUES ($1, $2, $3, 1)
        ON CONFLICT (conversation_id, person_id) DO UPDATE SET unread = conversation_reader.unread + 1
        """)

    package static let read = Statement(
        "tutoring.readConversation",
        """
        INSERT INTO conversation_reader (conversation_id, person_id, read_through, unread) VALUES ($1, $2, $3, $4)
        ON CONFLICT (conversation_id, person_id) DO UPDATE SET read_through = EXCLUDED.read_through, unread = EXCLUDED.unread
        WHERE conversation_reader.read_through < EXCLUDED.read_through
        """)

    /// Home and the list of messages: where there is something new for somebody.
    package static let unread = Statement(
        "tutoring.unread",
        """
        SELECT c.id, c.cohort_id, c.kind, c.subject, c.last_sequence, c.last_at, c.version, c.waiting_since,
            m.author_id, m.text, r.unread
        FROM conversation_reader r JOIN conversation c ON c.id = r.conversation_id
        LEFT JOIN message m ON m.conversation_id = c.id AND m.sequence = c.last_sequence
        WHERE r.person_id = $1 AND r.unread > 0 LIMIT $2
        """)

    /// The tick of summaries: who has something new to read, a page at a time.
    package static let peopleWithUnread = Statement(
        "tutoring.peopleWithUnread",
        """
        SELECT DISTINCT person_id FROM conversation_reader WHERE unread > 0 AND person_id > $1 ORDER BY person_id LIMIT $2
        """)

    /// A learner's question was answered.
    package static let insertAnswer = Statement(
        "tutoring.insertAnswer",
        """
        INSERT INTO conversation_answer (conversation_id, asked_at, answered_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
        """)

    /// The page of contacts with a learner: how long answers took.
    package static let answers = Statement(
        "tutoring.answers",
        """
        SELECT asked_at, answered_at FROM conversation_answer WHERE conversation_id = $1 ORDER BY asked_at DESC LIMIT $2
        """)

    // MARK: Lists

    /// The list of messages: one conversation as a line of it.
    package static let line = Statement(
        "tutoring.conversationLine",
        """
        SELECT c.id, c.cohort_id, c.kind, c.subject, c.last_sequence, c.last_at, c.version, c.waiting_since,
            m.author_id, m.text, COALESCE(r.unread, 0)
        FROM conversation c LEFT JOIN message m ON m.conversation_id = c.id AND m.sequence = c.last_sequence
        LEFT JOIN conversation_reader r ON r.conversation_id = c.id AND r.person_id = $4
        WHERE c.cohort_id = $1 AND c.kind = $2 AND c.subject = $3
        """)

    /// The list of messages of those who follow a cohort: the last ones of a kind.
    package static let recent = Statement(
        "tutoring.recentConversations",
        """
        SELECT c.id, c.cohort_id, c.kind, c.subject, c.last_sequence, c.last_at, c.version, c.waiting_since,
            m.author_id, m.text, COALESCE(r.unread, 0)
        FROM conversation c LEFT JOIN message m ON m.conversation_id = c.id AND m.sequence = c.last_sequence
        LEFT JOIN conversation_reader r ON r.conversation_id = c.id AND r.person_id = $3
        WHERE c.cohort_id = $1 AND c.kind = $2 ORDER BY c.last_at DESC, c.id DESC LIMIT $4
        """)

    /// The caseload: since when each learner of some cohorts waits for an answer.
    package static let unanswered = Statement(
        "tutoring.unanswered",
        """
        SELECT cohort_id, learner_id, waiting_since FROM conversation
        WHERE cohort_id IN ($1, $2, $3, $4) AND kind = 'tutoring' AND waiting_since IS NOT NULL
        """)

    /// The list of messages: whose question waits, the longest first.
    package static let waiting = Statement(
        "tutoring.waitingConversations",
        """
        SELECT c.id, c.cohort_id, c.kind, c.subject, c.last_sequence, c.last_at, c.version, c.waiting_since,
            m.author_id, m.text, COALESCE(r.unread, 0)
        FROM conversation c LEFT JOIN message m ON m.conversation_id = c.id AND m.sequence = c.last_sequence
        LEFT JOIN conversation_reader r ON r.conversation_id = c.id AND r.person_id = $3
        WHERE c.cohort_id = $1 AND c.kind = $2 AND c.waiting_since IS NOT NULL ORDER BY c.waiting_since, c.id LIMIT $4
        """)
}
