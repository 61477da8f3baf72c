import Accounts
import CourseContent
import Essentials
import SQL
import TestSupport
import Testing

@testable import Campus

@Suite("What is kept in memory")
struct CacheTests {
    @Test("a session that was read before a sign-out is not kept after it")
    func session() async throws {
        try await withTestCampus { campus in
            let viewer = try await campus.viewer(.learner)
            let now = campus.clock.now
            let cache = SessionCache()
            let ends = now.adding(seconds: 3600)

            let before = cache.era
            cache.keep(viewer, for: "a", validUntil: ends, at: now, since: before)
            #expect(cache.viewer("a", at: now) == viewer)
            cache.drop(viewer.person.id)
            #expect(cache.viewer("a", at: now) == nil)
            cache.keep(viewer, for: "a", validUntil: ends, at: now, since: before)
            #expect(cache.viewer("a", at: now) == nil)

            let later = cache.era
            cache.dropAll()
            cache.keep(viewer, for: "a", validUntil: ends, at: now, since: later)
            #expect(cache.count == 0)
        }
    }

    @Test("a version that an older read still saw does not take the place of the new one")
    func course() async throws {
        try await withTestCampus { campus in
            let library = CourseLibrary()
            let key = TestCourse.key
            let first = try #require(try await campus.database.read { try library.course(key, in: $0) }).version
            library.published(key, first.number + 1)
            #expect(library.cached(key) == nil)
            // The database of this test holds the first version only: it is what a read begun earlier sees.
            let seen = try await campus.database.read { try library.course(key, in: $0) }
            #expect(seen?.version.number == first.number)
            #expect(library.cached(key) == nil)
        }
    }
}
