package import SQL

/// The statements of the search in messages. Full text is one of the few things that each engine has in its own way: FTS5 on SQLite, `tsvector` with
/// a GIN index on PostgreSQL. The names of such statements end with their engine.
package enum MessageSearchStatements {
    /// A message is written: its number in the index.
    package static let insertPlace = Statement(
        "tutoring.insertMessagePlace",
        """
        INSERT INTO message_place (conversation_id, sequence) VALUES ($1, $2)
        ON CONFLICT (conversation_id, sequence) DO NOTHING RETURNING number
        """)

    /// A message is changed.
    package static let place = Statement(
        "tutoring.messagePlace", "SELECT number FROM message_place WHERE conversation_id = $1 AND sequence = $2")

    /// The job that takes in what was written before there was an index.
    package static let unindexed = Statement(
        "tutoring.unindexedMessages", "SELECT message_id FROM message_unindexed ORDER BY message_id LIMIT $1")

    package static let deleteUnindexed = Statement(
        "tutoring.deleteUnindexedMessage", "DELETE FROM message_unindexed WHERE message_id = $1")

    // MARK: By engine

    package static let insertSQLite = Statement(
        "tutoring.insertMessageWords@sqlite", "INSERT INTO message_search (rowid, words) VALUES ($1, $2)")

    package static let insertPostgres = Statement(
        "tutoring.insertMessageWords@postgres",
        "INSERT INTO message_search (number, words) VALUES ($1, array_to_tsvector(string_to_array($2, ' ')))")

    package static let deleteSQLite = Statement(
        "tutoring.deleteMessageWords@sqlite", "DELETE FROM message_search WHERE rowid = $1")

    package static let deletePostgres = Statement(
        "tutoring.deleteMessageWords@postgres", "DELETE FROM message_search WHERE number = $1")

    /// The page of what was found, the newest first.
    package static let searchSQLite = Statement(
        "tutoring.searchMessages@sqlite",
        """
        SELECT p.number, p.conversation_id, p.sequence
        FROM message_search JOIN message_place p ON p.number = message_search.rowid
        WHERE message_search MATCH $1 AND message_search.rowid < $2 ORDER BY message_search.rowid DESC LIMIT $3
        """)

    package static let searchPostgres = Statement(
        "tutoring.searchMessages@postgres",
        """
        SELECT p.number, p.conversation_id, p.sequence
        FROM message_search s JOIN message_place p ON p.number = s.number
        WHERE s.words @@ CAST($1 AS TSQUERY) AND s.number < $2 ORDER BY s.number DESC LIMIT $3
        """)
}
