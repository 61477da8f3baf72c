/// The runner's own statements. Whether a table exists is asked of each engine in its own words.
enum MigrationStatements {
    static let table = """
        CREATE TABLE schema_migration (
            position BIGINT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            applied_at BIGINT NOT NULL
        )
        """

    /// What was applied, in order.
    static let applied = Statement("migrations.applied", "SELECT position, name FROM schema_migration ORDER BY position")

    /// The record that goes with each migration, in its transaction.
    static let record = Statement(
        "migrations.record", "INSERT INTO schema_migration (position, name, applied_at) VALUES ($1, $2, $3)")

    /// How many tables there are, and whether the runner's own is among them.
    static func tables(_ dialect: SQLDialect) -> Statement {
        switch dialect {
        case .sqlite:
            Statement(
                "migrations.tables",
                """
                SELECT count(*), COALESCE(sum(CASE WHEN name = 'schema_migration' THEN 1 ELSE 0 END), 0)
                FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                """)
        case .postgres:
            Statement(
                "migrations.tables",
                """
                SELECT count(*), CAST(COALESCE(sum(CASE WHEN table_name = 'schema_migration' THEN 1 ELSE 0 END), 0) AS BIGINT)
                FROM information_schema.tables WHERE table_schema = current_schema()
                """)
        }
    }
}
