package import Accounts
package import Essentials
package import SQL

/// An authored course in the form in which it is written: all JSON and digests made before the transaction opens.
package struct PreparedCourse: Sendable {
    package let outline: CourseOutline
    package let outlineJSON: String
    package let digest: String
    /// Canonical JSON of each body by its digest.
    package let bodies: [String: String]
    /// Digests of bodies that an earlier apply stored.
    package let left: Set<String>
    package let assets: [CourseAsset]
    /// Canonical JSON of the ``SourceManifest`` and its digest; `nil` without a folder.
    package let manifest: (json: String, digest: String)?

    /// - throws: `EncodingError` when a definition holds a number that JSON cannot.
    package init(_ course: AuthoredCourse) throws {
        let canonical = try ContentDigest.canonical(course.outline)
        outline = course.outline
        outlineJSON = canonical.json
        digest = canonical.digest
        var bodies = course.encoded
        for (digest, content) in course.contents where bodies[digest] == nil {
            bodies[digest] = try ContentDigest.canonical(content).json
        }
        self.bodies = bodies
        left = course.left
        assets = course.assets.map(\.asset)
        manifest = course.sources.isEmpty ? nil : try ContentDigest.canonical(SourceManifest(course.sources))
    }
}

/// What an apply did.
package struct AppliedVersion: Sendable {
    package let version: CourseVersion
    /// `false` when the published version already said the same: nothing was written.
    package let isNew: Bool
    /// How often the course was published, this time included: of two, the higher one is the later.
    package let publication: Int
}

extension CourseStore {
    /// Makes an immutable version and moves the published pointer to it; the same content twice makes no second version.
    ///
    /// - throws: ``CourseContentError/bodyMissing(_:)`` when a body that was not made again is not here after all.
    package func apply(
        _ course: PreparedCourse, by person: Identifier<Person>?, at now: Instant, in writing: any WriteTransaction
    ) throws -> AppliedVersion {
        if let current = try writing.first(CourseContentStatements.publishedHead, course.outline.key, map: PublishedHead.init),
            current.digest == course.digest
        {
            if let manifest = course.manifest {
                try writing.run(CourseContentStatements.keepSources, current.version, manifest.digest)
            }
            let version = CourseVersion(
                id: current.version, course: current.course, number: current.number, digest: course.digest,
                appliedAt: current.appliedAt, outline: course.outline,
                activityIDs: try activityIDs(of: current.course, in: writing))
            return AppliedVersion(version: version, isNew: false, publication: current.sequence)
        }
        for digest in course.left where try writing.first(CourseContentStatements.hasContent, digest, map: { _ in true }) == nil {
            throw CourseContentError.bodyMissing(digest)
        }
        let courseID = try courseIdentity(course.outline.key, at: now, in: writing)
        for (digest, body) in course.bodies {
            try writing.run(CourseContentStatements.insertContent, digest, body)
        }
        for asset in course.assets {
            try writing.run(
                CourseContentStatements.insertAsset, asset.digest, courseID, asset.name, asset.mediaType, asset.size)
        }
        var ids = try activityIDs(of: courseID, in: writing)
        for activity in course.outline.activities where ids[activity.id] == nil {
            let id = Identifier<Activity>.new(at: now)
            try writing.run(CourseContentStatements.insertActivity, id, courseID, activity.id)
            ids[activity.id] = id
        }
        let newest = try writing.first(CourseContentStatements.newestNumber, courseID) { $0.intOrNil(0) } ?? nil
        let version = CourseVersion(
            id: .new(at: now), course: courseID, number: (newest ?? 0) + 1, digest: course.digest, appliedAt: now,
            outline: course.outline, activityIDs: ids)
        try writing.run(
            CourseContentStatements.insertVersion, version.id, courseID, version.number, course.digest, course.outlineJSON,
            now, person, course.manifest?.digest)
        let publication = try publish(version.id, of: courseID, by: person, at: now, in: writing)
        return AppliedVersion(version: version, isNew: true, publication: publication)
    }

    /// What is published of a course, without its outline.
    private struct PublishedHead {
        let version: Identifier<CourseVersion>
        let course: Identifier<Course>
        let number: Int
        let digest: String
        let appliedAt: Instant
        let sequence: Int

        init(_ row: any Row) {
            version = row.id(0)
            course = row.id(1)
            number = row.int(2)
            digest = row.text(3)
            appliedAt = row.instant(4)
            sequence = row.int(5)
        }
    }

    /// Moves the published pointer to a version that is there, whichever it is; the same twice changes nothing.
    package func republish(
        _ version: CourseVersion, by person: Identifier<Person>?, at now: Instant, in writing: any WriteTransaction
    ) throws -> AppliedVersion {
        if let current = try publication(key: version.outline.key, in: writing), current.version.id == version.id {
            return AppliedVersion(version: version, isNew: false, publication: current.sequence)
        }
        let publication = try publish(version.id, of: version.course, by: person, at: now, in: writing)
        return AppliedVersion(version: version, isNew: true, publication: publication)
    }

    /// - Returns: the sequence of the publication.
    private func publish(
        _ version: Identifier<CourseVersion>, of course: Identifier<Course>, by person: Identifier<Person>?, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> Int {
        let newest = try writing.first(CourseContentStatements.newestPublication, course) { $0.intOrNil(0) } ?? nil
        let sequence = (newest ?? 0) + 1
        try writing.run(CourseContentStatements.insertPublication, course, sequence, version, now, person)
        try writing.run(CourseContentStatements.publish, course, version, now, sequence)
        return sequence
    }

    private func courseIdentity(
        _ key: String, at now: Instant, in writing: any WriteTransaction
    ) throws -> Identifier<Course> {
        if let known: Identifier<Course> = try writing.first(CourseContentStatements.courseByKey, key, map: { $0.id(0) }) {
            return known
        }
        let id = Identifier<Course>.new(at: now)
        try writing.run(CourseContentStatements.insertCourse, id, key, now)
        return id
    }
}

/// What can go wrong with what is kept of courses.
package enum CourseContentError: Error, Hashable, Sendable {
    /// A course names a body that no apply has stored here: its digest. Read the folder again without what is remembered of it.
    case bodyMissing(String)
}
