package import Essentials
import Foundation
package import SQL

/// What is kept of courses and how it is read. Stateless: every function works inside the caller's transaction.
package struct CourseStore: Sendable {
    package init() {}

    // MARK: Reading

    /// The published version of a course, or `nil` when no course has that key.
    /// - throws: ``SQLError/corrupt(_:)`` when the outline kept cannot be read.
    package func published(key: String, in reading: any ReadTransaction) throws -> CourseVersion? {
        try publication(key: key, in: reading)?.version
    }

    /// The published version of a course and the sequence of its publication: of two, the higher one is the later.
    /// - throws: as ``published(key:in:)``.
    package func publication(
        key: String, in reading: any ReadTransaction
    ) throws -> (version: CourseVersion, sequence: Int)? {
        var sequence = 0
        let version = try load(CourseContentStatements.publishedByKey, [key.sqlValue], in: reading) { sequence = $0.int(6) }
        return version.map { ($0, sequence) }
    }

    /// Which version of a course is published; `nil` when no course has that key.
    package func publishedVersion(key: String, in reading: any ReadTransaction) throws -> Identifier<CourseVersion>? {
        try reading.first(CourseContentStatements.publishedHead, key) { $0.id(0) }
    }

    /// A version of a course by its number, published or not.
    package func version(_ number: Int, of key: String, in reading: any ReadTransaction) throws -> CourseVersion? {
        try load(CourseContentStatements.versionByNumber, [key.sqlValue, number.sqlValue], in: reading)
    }

    /// A version by its id, published or not.
    package func version(_ id: Identifier<CourseVersion>, in reading: any ReadTransaction) throws -> CourseVersion? {
        try load(CourseContentStatements.version, [id.sqlValue], in: reading)
    }

    /// Every course with a published version, by key.
    package func courses(in reading: any ReadTransaction) throws -> [Course] {
        try reading.rows(CourseContentStatements.publishedPointers) { row in
            Course(id: row.id(1), key: row.text(0), publishedVersion: row.idOrNil(2))
        }
    }

    /// The versions of a course, newest first, without their outlines.
    package func versions(of course: Identifier<Course>, in reading: any ReadTransaction) throws -> [VersionSummary] {
        try reading.rows(CourseContentStatements.versions, course) { row in
            let given = row.textOrNil(4)
            return VersionSummary(
                id: row.id(0), number: row.int(1), digest: row.text(2), appliedAt: row.instant(3),
                appliedBy: given.map { "\($0) \(row.text(5))" })
        }
    }

    /// What was published of a course and when, the latest first.
    package func publications(of course: Identifier<Course>, in reading: any ReadTransaction) throws -> [Publication] {
        try reading.rows(CourseContentStatements.publications, course) { row in
            Publication(
                sequence: row.int(0), number: row.int(1), publishedAt: row.instant(2),
                publishedBy: row.textOrNil(3).map { "\($0) \(row.text(4))" })
        }
    }

    /// The digest of the list of the files that a version was made from; `nil` when they were not kept.
    package func sources(of version: Identifier<CourseVersion>, in reading: any ReadTransaction) throws -> String? {
        try reading.first(CourseContentStatements.sources, version) { $0.textOrNil(0) } ?? nil
    }

    /// The files of a course, of any of its versions.
    package func assets(of course: Identifier<Course>, in reading: any ReadTransaction) throws -> [CourseAsset] {
        try reading.rows(CourseContentStatements.assets, course) { row in
            CourseAsset(digest: row.text(0), name: row.text(1), mediaType: row.text(2), size: row.int(3))
        }
    }

    /// The body of an activity by its digest.
    /// - throws: ``SQLError/corrupt(_:)`` when the body kept cannot be read.
    package func content(digest: String, in reading: any ReadTransaction) throws -> ActivityContent? {
        try reading.first(CourseContentStatements.content, digest) { row in
            try Self.decode(ActivityContent.self, row.text(0))
        }
    }

    /// A file of a course by its digest.
    package func asset(digest: String, in reading: any ReadTransaction) throws -> CourseAsset? {
        try reading.first(CourseContentStatements.asset, digest) { row in
            CourseAsset(digest: row.text(0), name: row.text(1), mediaType: row.text(2), size: row.int(3))
        }
    }

    private func load(
        _ statement: Statement, _ values: [SQLValue], in reading: any ReadTransaction, also: (any Row) -> Void = { _ in }
    ) throws -> CourseVersion? {
        typealias Head = (
            id: Identifier<CourseVersion>, course: Identifier<Course>, number: Int, digest: String, at: Instant,
            outline: CourseOutline
        )
        var head: Head?
        try reading.forEach(statement, values) { row in
            head = (
                row.id(0), row.id(1), row.int(2), row.text(3), row.instant(4),
                try Self.decode(CourseOutline.self, row.text(5))
            )
            also(row)
        }
        guard let head else { return nil }
        return CourseVersion(
            id: head.id, course: head.course, number: head.number, digest: head.digest, appliedAt: head.at,
            outline: head.outline, activityIDs: try activityIDs(of: head.course, in: reading))
    }

    /// The identity of each activity that any version of a course has, by the author's id.
    func activityIDs(
        of course: Identifier<Course>, in reading: any ReadTransaction
    ) throws -> [String: Identifier<Activity>] {
        var ids: [String: Identifier<Activity>] = [:]
        try reading.forEach(CourseContentStatements.activities, [course.sqlValue]) { ids[$0.text(0)] = $0.id(1) }
        return ids
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(json.utf8))
        } catch {
            throw SQLError.corrupt("\(type) kept cannot be read: \(error)")
        }
    }
}

/// A version in the list of a course's versions.
package struct VersionSummary: Sendable, Hashable {
    package let id: Identifier<CourseVersion>
    package let number: Int
    package let digest: String
    package let appliedAt: Instant
    /// Who applied it; `nil` for the command line.
    package let appliedBy: String?
}

/// A version that learners saw from a moment on.
package struct Publication: Sendable, Hashable {
    package let sequence: Int
    /// Of the version.
    package let number: Int
    package let publishedAt: Instant
    /// Who applied it or went back to it; `nil` for the command line.
    package let publishedBy: String?
}
