import SQL

/// The statements of one's own cards.
enum OwnCardStatements {
    /// The list of one's own cards, a session of reviews: with what is known of each side.
    static let ofPerson = Statement(
        "languageLearning.ownCards",
        """
        SELECT o.id, o.course_id, o.activity_id, o.card, o.of_deck, o.one_way, o.front, o.back, o.example, o.language, o.found_in,
            o.added_at, o.added_by, o.removed_at, f.phase, f.last_at, f.ready_at, b.last_at
        FROM own_card o LEFT JOIN card_memory f ON f.person_id = o.person_id AND f.activity_id = o.activity_id AND f.card = o.card
            AND f.direction = 'recognise'
        LEFT JOIN card_memory b ON b.person_id = o.person_id AND b.activity_id = o.activity_id AND b.card = o.card
            AND b.direction = 'recall'
        WHERE o.person_id = $1 ORDER BY o.added_at, o.id
        """)

    static let insert = Statement(
        "languageLearning.insertOwnCard",
        """
        INSERT INTO own_card (id, person_id, course_id, activity_id, card, of_deck, one_way, front, back, example, language,
            found_in, added_at, added_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """)

    static let bringBack = Statement(
        "languageLearning.bringBackOwnCard",
        "UPDATE own_card SET removed_at = NULL, added_at = $2, added_by = $3 WHERE id = $1 AND removed_at IS NOT NULL")

    static let remove = Statement(
        "languageLearning.removeOwnCard",
        "UPDATE own_card SET removed_at = $3 WHERE id = $1 AND person_id = $2 AND removed_at IS NULL")

    static let restore = Statement(
        "languageLearning.restoreOwnCard",
        "UPDATE own_card SET removed_at = NULL WHERE id = $1 AND person_id = $2 AND removed_at IS NOT NULL")

    static let has = Statement("languageLearning.hasOwnCard", "SELECT 1 FROM own_card WHERE id = $1 AND person_id = $2")

    /// A grade of a card that no deck has.
    static let cardsIn = Statement(
        "languageLearning.ownCardsIn", "SELECT card FROM own_card WHERE person_id = $1 AND activity_id = $2")
}
