import Accounts
import CourseContent
import Essentials
import Foundation
import SQL
import TestSupport
import Testing

@Suite("Courses and their versions")
struct CourseStoreTests {
    private static let migrations = AccountsMigrations.all + CourseContentMigrations.all
    private static let now = Instant(milliseconds: 1_795_000_000_000)
    private let store = CourseStore()

    /// A course of lessons: id and text.
    private static func course(_ lessons: [(id: String, text: String)], title: String = "Essai") throws -> PreparedCourse {
        var contents: [String: ActivityContent] = [:]
        let activities = try lessons.map { lesson in
            let content = ActivityContent.lesson(LessonContent(html: lesson.text, words: 1, assets: []))
            let digest = try ContentDigest.canonical(content).digest
            contents[digest] = content
            return ActivityOutline(
                id: lesson.id, title: lesson.id, kind: .lesson, minutes: 10, completion: .read(minimumSeconds: nil),
                language: .french, contentDigest: digest)
        }
        let contact = CourseContact(title: "Aide", hoursToAnswer: 24)
        let outline = CourseOutline(
            key: "essai", title: title, language: .french, mode: .remote, summary: "S", hours: CourseHours(total: 1),
            objectives: [Objective(id: "o", title: "O")],
            contacts: CourseContacts(pedagogical: contact, technical: contact),
            modules: [ModuleOutline(id: "m", title: "M", activities: activities)])
        return try PreparedCourse(AuthoredCourse(outline: outline, contents: contents, assets: []))
    }

    private func apply(_ course: PreparedCourse, in database: any SQLDatabase) async throws -> AppliedVersion {
        try await database.writeAlone { [store] writing in try store.apply(course, by: nil, at: Self.now, in: writing) }
    }

    @Test("the same content applied twice makes one version", arguments: Backend.available)
    func sameContentTwice(_ backend: Backend) async throws {
        try await withTestDatabase(backend, Self.migrations) { database in
            let first = try await apply(try Self.course([("a", "<p>un</p>")]), in: database)
            let second = try await apply(try Self.course([("a", "<p>un</p>")]), in: database)
            #expect(first.isNew)
            #expect(!second.isNew)
            #expect(first.version == second.version)
            #expect(first.version.number == 1)
        }
    }

    @Test(
        "a change makes a new version; activities keep their identity and what did not change is shared",
        arguments: Backend.available)
    func newVersion(_ backend: Backend) async throws {
        try await withTestDatabase(backend, Self.migrations) { database in
            let first = try await apply(try Self.course([("a", "<p>un</p>"), ("b", "<p>deux</p>")]), in: database).version
            let second = try await apply(try Self.course([("b", "<p>deux</p>"), ("c", "<p>trois</p>")]), in: database).version
            #expect(second.number == 2)
            #expect(second.course == first.course)
            #expect(second.activityIDs["b"] == first.activityIDs["b"])
            let digests = second.outline.activities.compactMap(\.contentDigest)
            #expect(first.outline.activities.last?.contentDigest == digests.first)
            let (published, versions, old) = try await database.read { [store] reading in
                (
                    try store.published(key: "essai", in: reading), try store.versions(of: first.course, in: reading),
                    try store.version(first.id, in: reading)
                )
            }
            #expect(published == second)
            #expect(versions.map(\.number) == [2, 1])
            // The version that is no longer published is still whole.
            #expect(old?.outline == first.outline)
            let removed = try #require(first.outline.activities.first?.contentDigest)
            let content = try await database.read { [store] in try store.content(digest: removed, in: $0) }
            #expect(content == .lesson(LessonContent(html: "<p>un</p>", words: 1, assets: [])))
        }
    }

    @Test("an apply that fails leaves nothing", arguments: Backend.available)
    func failureLeavesNothing(_ backend: Backend) async throws {
        struct Stop: Error {}
        try await withTestDatabase(backend, Self.migrations) { database in
            let course = try Self.course([("a", "<p>un</p>")])
            await #expect(throws: Stop.self) {
                try await database.writeAlone { [store] writing in
                    _ = try store.apply(course, by: nil, at: Self.now, in: writing)
                    throw Stop()
                }
            }
            let known = try await database.read { [store] in try store.courses(in: $0) }
            #expect(known.isEmpty)
        }
    }

    @Test("what does not exist is nil, not an error", arguments: Backend.available)
    func unknown(_ backend: Backend) async throws {
        try await withTestDatabase(backend, Self.migrations) { database in
            let found = try await database.read { [store] reading in
                (
                    try store.published(key: "rien", in: reading), try store.content(digest: "00", in: reading),
                    try store.asset(digest: "00", in: reading)
                )
            }
            #expect(found.0 == nil)
            #expect(found.1 == nil)
            #expect(found.2 == nil)
        }
    }

    @Test(
        "hot statements search, they do not scan",
        arguments: [
            CourseContentStatements.publishedByKey, CourseContentStatements.version, CourseContentStatements.versions,
            CourseContentStatements.activities, CourseContentStatements.content, CourseContentStatements.asset,
            CourseContentStatements.courseByKey, CourseContentStatements.newestNumber, CourseContentStatements.publishedHead,
            CourseContentStatements.hasContent,
        ])
    func noFullScan(_ statement: Statement) async throws {
        try await expectNoFullScan(statement, try await TestDatabase.makeSQLite(Self.migrations))
    }
}

@Suite("Digests of content")
struct ContentDigestTests {
    @Test(
        "the digest is SHA-256 in hexadecimal",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ])
    func knownValues(text: String, expected: String) {
        #expect(ContentDigest.of(text.utf8) == expected)
    }

    @Test("equal definitions have the same canonical form, whatever the order in which they were made")
    func canonical() throws {
        let first = try ContentDigest.canonical(["b": 1, "a": 2])
        let second = try ContentDigest.canonical(["a": 2, "b": 1])
        #expect(first.json == "{\"a\":2,\"b\":1}")
        #expect(first.digest == second.digest)
    }
}
