package import Accounts
package import CourseContent
package import Essentials
import Files
import Foundation
import Progress
import SQL

/// Publishing a course.
extension Campus {
    /// Stores the files of a course, makes an immutable version of it and moves the published pointer, in one transaction; learners'
    /// figures follow in the same. The same content again changes nothing.
    ///
    /// - Parameter person: who applies; `nil` for the command line.
    /// - throws: `FilesError` when a file cannot be stored (nothing else was written then), ``CourseContentError/bodyMissing(_:)`` when
    ///   the course leaves a body to an earlier apply that was not made here (nothing was written), `SQLError`.
    package func apply(_ course: AuthoredCourse, by person: Identifier<Person>? = nil) async throws -> AppliedVersion {
        // Files first: they are kept by their content, so that an apply that fails leaves nothing that is wrong.
        for asset in course.assets { try files.keep(asset.source, as: asset.asset.digest) }
        for source in course.sources { try files.keep(source.location, as: source.digest) }
        let prepared = try PreparedCourse(course)
        if let manifest = prepared.manifest { _ = try files.store(Data(manifest.json.utf8)) }
        let now = clock.now
        let applied = try await database.writeAlone { writing in
            let rules = try rulesBefore(course.outline.key, in: writing)
            let applied = try courses.apply(prepared, by: person, at: now, in: writing)
            try follow(applied, after: rules, at: now, in: writing)
            return applied
        }
        library.published(applied.version.outline.key, applied.publication)
        return applied
    }

    /// What learners' figures are made by; `nil` when nobody has any.
    private func rulesBefore(_ key: String, in writing: any WriteTransaction) throws -> CourseRules? {
        guard let version = try courses.publishedVersion(key: key, in: writing), try progress.isWeighed(by: version, in: writing)
        else {
            return nil
        }
        return try courses.version(version, in: writing).map { CourseRules($0) }
    }

    /// What follows from a publication, in its transaction: learners' figures, and a signal to other servers. Where no rule changed, the
    /// figures are what they were: only the version that they belong to moves.
    private func follow(
        _ applied: AppliedVersion, after before: CourseRules?, at now: Instant, in writing: any WriteTransaction
    ) throws {
        guard applied.isNew else { return }
        let rules = CourseRules(applied.version)
        if let before, before.areSame(as: rules) {
            try recorder.move(from: before.version, to: rules.version, in: writing)
        } else {
            let reweighed = try recorder.reweigh(rules, at: now, in: writing)
            try award(reweighed, in: LibraryCourse(applied.version), at: now, in: writing)
        }
        try writing.signal(.published(applied))
    }

    /// Publishes a version that is there already: the way back, or forward again. Learners keep what they did by the stable ids of
    /// activities; their figures follow in the same transaction. Who did it and when is kept.
    ///
    /// - Parameters:
    ///   - number: without it, the version before the published one.
    ///   - person: who does it; `nil` for the command line.
    /// - Returns: what is published now, and the number of what was.
    /// - throws: ``CampusError/notFound(_:)`` without such a course or version, ``CampusError/conflict(_:)`` when nothing is before the
    ///   published version, `SQLError`.
    package func rollBack(
        _ key: String, to number: Int? = nil, by person: Identifier<Person>? = nil
    ) async throws -> (applied: AppliedVersion, from: Int) {
        let now = clock.now
        let result = try await database.writeAlone { writing in
            guard let current = try courses.published(key: key, in: writing) else { throw CampusError.notFound(.noSuchCourse) }
            guard let number = number ?? (current.number > 1 ? current.number - 1 : nil) else {
                throw CampusError.conflict(.noEarlierVersion)
            }
            let version = try version(number, of: key, in: writing)
            let rules = try rulesBefore(key, in: writing)
            let applied = try courses.republish(version, by: person, at: now, in: writing)
            try follow(applied, after: rules, at: now, in: writing)
            return (applied: applied, from: current.number)
        }
        library.published(key, result.applied.publication)
        return result
    }

    /// A version by its number.
    /// - throws: ``CampusError/notFound(_:)``.
    func version(_ number: Int, of key: String, in reading: any ReadTransaction) throws -> CourseVersion {
        if let version = try courses.version(number, of: key, in: reading) { return version }
        let isKnown = try courses.published(key: key, in: reading) != nil
        throw CampusError.notFound(isKnown ? .noSuchVersion : .noSuchCourse)
    }
}
