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

    /// A course and all its versions, newest first.
    /// - throws: ``CampusError/notFound(_:)``.
    package func authoredCourse(_ key: String) async throws -> (course: LibraryCourse, versions: [VersionSummary]) {
        try await database.read { reading in
            guard let course = try library.course(key, in: reading) else { throw CampusError.notFound(.noSuchCourse) }
            return (course, try courses.versions(of: course.version.course, in: reading))
        }
    }
}

extension Campus {
    /// The published version of a course; `nil` when there is none. Access is the caller's business.
    package func published(_ key: String) async throws -> LibraryCourse? {
        if let known = library.cached(key) { return known }
        return try await database.read { try library.course(key, in: $0) }
    }
}
