import Accounts
import Assessment
import Campus
import CourseContent
import Gamification
import LanguageLearning
import Outbound
import Progress
import SQL
import Scheduling
import TestSupport
import Testing
import Tutoring

@Suite("The schema")
struct SchemaTests {
    static let sqlite = Statement(
        "test.sqliteSchema",
        """
        SELECT sql || ';' FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY tbl_name, type DESC, name
        """)

    static let postgresColumns = Statement(
        "test.postgresColumns",
        """
        SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || COALESCE(' COLLATE "' || o.collname || '"', '') || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
            || COALESCE(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            LEFT JOIN pg_collation o ON o.oid = a.attcollation LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY c.relname, a.attnum
        """)

    static let postgresConstraints = Statement(
        "test.postgresConstraints",
        """
        SELECT c.relname || ': ' || r.conname || ' ' || pg_get_constraintdef(r.oid)
        FROM pg_constraint r JOIN pg_class c ON c.oid = r.conrelid
        WHERE c.relnamespace = 'public'::regnamespace AND r.contype IN ('c', 'f', 'p', 'u') ORDER BY c.relname, r.conname
        """)

    static let postgresIndexes = Statement(
        "test.postgresIndexes", "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY tablename, indexname")

    @Test("is what the migrations add up to", arguments: Backend.available)
    func golden(_ backend: Backend) async throws {
        try await withTestDatabase(backend, CampusMigrations.all) { database in
            let statements =
                backend == .sqlite ? [Self.sqlite] : [Self.postgresColumns, Self.postgresConstraints, Self.postgresIndexes]
            let lines = try await database.read { reading in
                try statements.map { try reading.rows($0) { $0.text(0) }.joined(separator: "\n") }.joined(separator: "\n\n")
            }
            try Golden.expect(lines + "\n", is: "schema-\(backend).sql")
        }
    }

    @Test("is made in the order in which its parts were published, which never changes; nothing is left out")
    func order() {
        let published = [
            "accounts/0001-people", "accounts/0002-cohorts", "accounts/0003-sign-in", "course-content/0001-courses-and-versions",
            "progress/0001-enrolments-events-states", "assessment/0001-attempts", "assessment/0002-attempt-seed",
            "progress/0002-played", "assessment/0003-time-limit", "assessment/0004-tutor-marks", "assessment/0005-submissions",
            "assessment/0006-steps", "progress/0003-kinds", "assessment/0007-surveys", "course-content/0002-publications",
            "course-content/0003-sources", "progress/0004-pace", "progress/0005-durations-marks", "progress/0006-goals",
            "scheduling/0001-sessions",
            "tutoring/0001-queue", "campus/0001-queue-filled", "tutoring/0002-alerts-views", "tutoring/0003-notes",
            "progress/0007-reported", "progress/0008-parts", "scheduling/0002-calendar-feeds",
            "scheduling/0003-attendance", "scheduling/0004-mentoring",
            "outbound/0001-outbox", "tutoring/0004-conversations", "scheduling/0005-series",
            "scheduling/0006-device-tests", "scheduling/0007-preparation", "scheduling/0008-recordings",
            "gamification/0001-points", "campus/0002-learning-days",
            "language-learning/0001-cards",
            "outbound/0002-digest", "accounts/0004-links-cards", "progress/0009-classes-count",
            "scheduling/0009-meetings-coming",
            "gamification/0002-badges", "gamification/0003-ladders",
            "language-learning/0002-placement",
            "tutoring/0005-contacts", "tutoring/0006-search-reports",
            "language-learning/0003-own-cards", "language-learning/0004-can-do",
            "outbound/0003-quiet-hours-bounces", "tutoring/0007-mentions",
            "scheduling/0010-recordings-watched",
            "gamification/0004-week",
        ]
        let names = CampusMigrations.all.map(\.name)
        #expect(Array(names.prefix(published.count)) == published)
        let domains =
            AccountsMigrations.all + CourseContentMigrations.all + ProgressMigrations.all + AssessmentMigrations.all
            + SchedulingMigrations.all + TutoringMigrations.all + OutboundMigrations.all + GamificationMigrations.all
            + LanguageLearningMigrations.all
            + CampusMigrations.own
        #expect(names.sorted() == domains.map(\.name).sorted())
    }

    static let textCollations = Statement(
        "test.textCollations",
        """
        SELECT table_name || '.' || column_name FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name <> 'schema_migration' AND data_type = 'text'
            AND collation_name IS DISTINCT FROM 'C'
        """)

    @Test("orders texts by their bytes on PostgreSQL", .enabled(if: Backend.chosen == .postgresql))
    func collation() async throws {
        try await withTestDatabase(.postgresql, CampusMigrations.all) { database in
            let others = try await database.read { try $0.rows(Self.textCollations) { $0.text(0) } }
            #expect(others.isEmpty)
        }
    }
}
