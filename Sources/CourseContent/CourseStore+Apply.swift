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
    package func apply(
        _ course: PreparedCourse, by person: Identifier<Person>?, at now: Instant, in writing: any WriteTransaction
    ) throws -> AppliedVersion {
        if let current = try publication(key: course.outline.key, in: writing), current.version.digest == course.digest {
            if let manifest = course.manifest {
                try writing.run(CourseContentStatements.keepSources, current.version.id, manifest.digest)
            }
            return AppliedVersion(version: current.version, isNew: false, publication: current.sequence)
        }
        let courseID = try courseIdentity(course.outline.key, at: now, in: writing)
        for (digest, body) in course.bodies {
            try writing.run(CourseContentStatements.insertContent, digest, body)
        }
        for asset in course.assets {
            try writing.run(
                CourseContentStatements.insertAsset, asset.digest, courseID, asset.name, asset.mediaType, asset.size)
        }
        for activity in course.outline.activities {
            try writing.run(
                CourseContentStatements.insertActivity, Identifier<Activity>.new(at: now), courseID, activity.id)
        }
        let newest = try writing.first(CourseContentStatements.newestNumber, courseID) { $0.intOrNil(0) } ?? nil
        let id = Identifier<CourseVersion>.new(at: now)
        try writing.run(
            CourseContentStatements.insertVersion, id, courseID, (newest ?? 0) + 1, course.digest, course.outlineJSON,
            now, person, course.manifest?.digest)
        let publication = try publish(id, of: courseID, by: person, at: now, in: writing)
        guard let version = try version(id, in: writing) else {
            throw SQLError.corrupt("the version just written cannot be read")
        }
        return AppliedVersion(version: version, isNew: true, publication: publication)
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
