package import CourseContent
import Essentials
import SQL

/// What authors see of what is published.
extension Campus {
    /// Every course with its published version, by key.
    package func authoredCourses() async throws -> [LibraryCourse] {
        try await database.read { reading in
            try courses.courses(in: reading).compactMap { try library.course($0.key, in: reading) }
        }
    }

    /// A course, all its versions and what was published when, newest first.
    /// - throws: ``CampusError/notFound(_:)``.
    package func authoredCourse(_ key: String) async throws -> CourseHistory {
        try await database.read { reading in
            guard let course = try library.course(key, in: reading) else { throw CampusError.notFound(.noSuchCourse) }
            return CourseHistory(
                course: course, versions: try courses.versions(of: course.version.course, in: reading),
                publications: try courses.publications(of: course.version.course, in: reading))
        }
    }
}

/// A course through its versions.
package struct CourseHistory: Sendable {
    package let course: LibraryCourse
    /// Newest first.
    package let versions: [VersionSummary]
    /// Latest first.
    package let publications: [Publication]
}

extension Campus {
    /// The published version of a course; `nil` when there is none. Access is the caller's business.
    package func published(_ key: String) async throws -> LibraryCourse? {
        if let known = library.cached(key) { return known }
        return try await database.read { try library.course(key, in: $0) }
    }
}
