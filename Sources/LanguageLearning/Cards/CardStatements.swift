package import SQL

/// The statements of cards and their reviews.
package enum CardStatements {
    // MARK: Facts

    package static let review = Statement(
        "languageLearning.review",
        "SELECT id, activity_id, card, direction, act, happened_at, person_id FROM card_review WHERE id = $1")

    package static let insertReview = Statement(
        "languageLearning.insertReview",
        """
        INSERT INTO card_review (id, person_id, activity_id, card, direction, act, happened_at, received_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING
        """)

    /// A review that came late: the card is made again from all of them.
    package static let reviewsOfCard = Statement(
        "languageLearning.reviewsOfCard",
        """
        SELECT id, activity_id, card, direction, act, happened_at FROM card_review
        WHERE person_id = $1 AND activity_id = $2 AND card = $3 AND direction = $4 ORDER BY happened_at, id
        """)

    /// `rebond verify`: all of somebody's, card by card.
    package static let reviewsOfPerson = Statement(
        "languageLearning.reviewsOfPerson",
        """
        SELECT id, activity_id, card, direction, act, happened_at FROM card_review
        WHERE person_id = $1 ORDER BY activity_id, card, direction, happened_at, id
        """)

    /// `rebond verify`: the next person who reviewed something.
    package static let nextReviewer = Statement(
        "languageLearning.nextReviewer", "SELECT MIN(person_id) FROM card_review WHERE person_id > $1")

    /// A session of reviews: how much of the day's was done.
    package static let countReviews = Statement(
        "languageLearning.countReviews",
        "SELECT COUNT(*) FROM card_review WHERE person_id = $1 AND happened_at >= $2 AND act <> 'resumed'")

    /// The page of statistics: what was graded since, and when the same card was graded before.
    package static let history = Statement(
        "languageLearning.history",
        """
        SELECT r.happened_at, r.act, (
            SELECT MAX(p.happened_at) FROM card_review p
            WHERE p.person_id = r.person_id AND p.activity_id = r.activity_id AND p.card = r.card AND p.direction = r.direction
                AND p.happened_at < r.happened_at)
        FROM card_review r WHERE r.person_id = $1 AND r.happened_at >= $2 AND r.act <> 'resumed' ORDER BY r.happened_at
        """)

    // MARK: What follows from them

    package static let memory = Statement(
        "languageLearning.memory",
        """
        SELECT activity_id, card, direction, phase, step, stability, difficulty, due_at, reviewed_at, reviews, lapses, started_at,
            last_at, last_review
        FROM card_memory WHERE person_id = $1 AND activity_id = $2 AND card = $3 AND direction = $4
        """)

    package static let saveMemory = Statement(
        "languageLearning.saveMemory",
        """
        INSERT INTO card_memory (person_id, activity_id, card, direction, phase, step, stability, difficulty, due_at, reviewed_at,
            ready_at, reviews, lapses, started_at, last_at, last_review)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        ON CONFLICT (person_id, activity_id, card, direction) DO UPDATE SET phase = excluded.phase, step = excluded.step,
            stability = excluded.stability, difficulty = excluded.difficulty, due_at = excluded.due_at,
            reviewed_at = excluded.reviewed_at, ready_at = excluded.ready_at, reviews = excluded.reviews,
            lapses = excluded.lapses, started_at = excluded.started_at, last_at = excluded.last_at,
            last_review = excluded.last_review
        """)

    package static let deleteMemory = Statement(
        "languageLearning.deleteMemory",
        "DELETE FROM card_memory WHERE person_id = $1 AND activity_id = $2 AND card = $3 AND direction = $4")

    /// Home and a session of reviews: what is ready, the longest first, when the other side of each was last seen, and the words of those that no
    /// deck has. What somebody took out of their own cards does not come.
    package static let queue = Statement(
        "languageLearning.queue",
        """
        SELECT c.activity_id, c.card, c.direction, c.phase, c.step, c.stability, c.difficulty, c.due_at, c.reviewed_at, c.reviews,
            c.lapses, c.started_at, c.last_at, c.last_review, s.last_at, o.front, o.back, o.example, o.language
        FROM card_memory c LEFT JOIN card_memory s ON s.person_id = c.person_id AND s.activity_id = c.activity_id
            AND s.card = c.card AND s.direction <> c.direction
        LEFT JOIN own_card o ON o.person_id = c.person_id AND o.activity_id = c.activity_id AND o.card = c.card AND o.of_deck = 0
        WHERE c.person_id = $1 AND c.ready_at <= $2 AND o.removed_at IS NULL
        ORDER BY c.ready_at, c.activity_id, c.card LIMIT $3
        """)

    /// A session of reviews, the page of a deck: what somebody knows of one.
    package static let memoriesOfDeck = Statement(
        "languageLearning.memoriesOfDeck",
        """
        SELECT activity_id, card, direction, phase, step, stability, difficulty, due_at, reviewed_at, reviews, lapses, started_at,
            last_at, last_review
        FROM card_memory WHERE person_id = $1 AND activity_id = $2
        """)

    /// The page of statistics, and `rebond verify`.
    package static let memoriesOfPerson = Statement(
        "languageLearning.memoriesOfPerson",
        """
        SELECT activity_id, card, direction, phase, step, stability, difficulty, due_at, reviewed_at, reviews, lapses, started_at,
            last_at, last_review, ready_at
        FROM card_memory WHERE person_id = $1
        """)

    /// A session of reviews: how many of the day's new cards were taken.
    package static let countStarted = Statement(
        "languageLearning.countStarted", "SELECT COUNT(*) FROM card_memory WHERE person_id = $1 AND started_at >= $2")

    /// An empty session: when the next card is ready.
    package static let nextReady = Statement(
        "languageLearning.nextReady",
        """
        SELECT MIN(c.ready_at) FROM card_memory c LEFT JOIN own_card o ON o.person_id = c.person_id
            AND o.activity_id = c.activity_id AND o.card = c.card AND o.of_deck = 0
        WHERE c.person_id = $1 AND c.ready_at > $2 AND o.removed_at IS NULL
        """)

    // MARK: Limits

    package static let limits = Statement(
        "languageLearning.limits", "SELECT new_a_day, reviews_a_day FROM review_limits WHERE person_id = $1")

    package static let setLimits = Statement(
        "languageLearning.setLimits",
        """
        INSERT INTO review_limits (person_id, new_a_day, reviews_a_day) VALUES ($1, $2, $3)
        ON CONFLICT (person_id) DO UPDATE SET new_a_day = excluded.new_a_day, reviews_a_day = excluded.reviews_a_day
        """)
}
