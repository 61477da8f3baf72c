import Campus
import Essentials
import SQL
import TestSupport
import Testing

@Suite("A database of an older version")
struct UpgradeTests {
    /// What stood in it when publications were not facts yet: a course with two versions, the second of which learners see.
    private static let older = [
        Statement("test.olderCourse", "INSERT INTO course (id, key, created_at) VALUES ('c', 'web', 1000)"),
        Statement(
            "test.olderVersions",
            """
            INSERT INTO course_version (id, course_id, number, digest, outline, applied_at)
            VALUES ('v1', 'c', 1, 'd1', '{}', 2000), ('v2', 'c', 2, 'd2', '{}', 3000)
            """),
        Statement(
            "test.olderPointer", "INSERT INTO published_version (course_id, version_id, published_at) VALUES ('c', 'v2', 3000)"),
    ]

    private static let publications = Statement(
        "test.publications", "SELECT sequence, version_id, published_at FROM publication WHERE course_id = $1 ORDER BY sequence")
    private static let published = Statement(
        "test.published", "SELECT version_id, sequence FROM published_version WHERE course_id = $1")
    private static let sources = Statement("test.sources", "SELECT id FROM course_version WHERE sources IS NULL ORDER BY number")

    @Test("keeps what was published and says when; migrating again changes nothing", arguments: Backend.available)
    func publications(_ backend: Backend) async throws {
        let all = CampusMigrations.all
        let before = all.prefix { $0.name != "course-content/0002-publications" }
        try #require(before.count < all.count)
        try await withTestDatabase(backend, Array(before)) { database in
            try await database.write { writing in
                for statement in Self.older { try writing.run(statement) }
            }
            let done = try await MigrationRunner.migrate(database, all, clock: .system)
            #expect(done == all.dropFirst(before.count).map(\.name))
            #expect(try await MigrationRunner.migrate(database, all, clock: .system).isEmpty)
            let (facts, pointer, withoutSources) = try await database.read { reading in
                (
                    try reading.rows(Self.publications, "c") { "\($0.int(0)) \($0.text(1)) \($0.int(2))" },
                    try reading.rows(Self.published, "c") { "\($0.text(0)) \($0.int(1))" },
                    try reading.rows(Self.sources) { $0.text(0) }
                )
            }
            #expect(facts == ["1 v1 2000", "2 v2 3000"])
            #expect(pointer == ["v2 2"])
            #expect(withoutSources == ["v1", "v2"])
        }
    }
}
