package import Essentials

/// A course as the installation knows it: its identity, whatever its versions.
package struct Course: Sendable, Hashable {
    package let id: Identifier<Course>
    package let key: String
    package let publishedVersion: Identifier<CourseVersion>?

    package init(id: Identifier<Course>, key: String, publishedVersion: Identifier<CourseVersion>?) {
        self.id = id
        self.key = key
        self.publishedVersion = publishedVersion
    }
}

/// The identity of an activity across the versions of its course: what progress, attempts and messages point to.
package enum Activity {}

/// An immutable version of a course.
package struct CourseVersion: Sendable, Hashable {
    package let id: Identifier<CourseVersion>
    package let course: Identifier<Course>
    /// 1, 2, 3… in the order of application.
    package let number: Int
    /// Digest of the outline, and through its content digests of everything in the version.
    package let digest: String
    package let appliedAt: Instant
    package let outline: CourseOutline
    /// The identity of each activity by the author's id.
    package let activityIDs: [String: Identifier<Activity>]

    package init(
        id: Identifier<CourseVersion>, course: Identifier<Course>, number: Int, digest: String, appliedAt: Instant,
        outline: CourseOutline, activityIDs: [String: Identifier<Activity>]
    ) {
        self.id = id
        self.course = course
        self.number = number
        self.digest = digest
        self.appliedAt = appliedAt
        self.outline = outline
        self.activityIDs = activityIDs
    }
}
