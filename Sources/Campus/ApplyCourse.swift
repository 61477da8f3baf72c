package import Accounts
package import CourseContent
package import Essentials
import Files
import Progress
import SQL

/// Publishing a course.
extension Campus {
    /// Stores the files of a course, makes an immutable version of it and moves the published pointer, in one transaction; learners'
    /// figures follow in the same. The same content again changes nothing.
    ///
    /// - Parameter person: who applies; `nil` for the command line.
    /// - throws: `FilesError` when a file cannot be stored (nothing else was written then), `SQLError`.
    package func apply(_ course: AuthoredCourse, by person: Identifier<Person>? = nil) async throws -> AppliedVersion {
        // Files first: they are kept by their content, so that an apply that fails leaves nothing that is wrong.
        for asset in course.assets { try files.store(asset.source, expecting: asset.asset.digest) }
        let prepared = try PreparedCourse(course)
        let now = clock.now
        let applied = try await database.writeAlone { writing in
            let applied = try courses.apply(prepared, by: person, at: now, in: writing)
            if applied.isNew {
                _ = try recorder.reweigh(CourseRules(applied.version), at: now, in: writing)
                try writing.signal(.published(applied.version))
            }
            return applied
        }
        library.published(applied.version.outline.key, applied.version.number)
        return applied
    }
}
