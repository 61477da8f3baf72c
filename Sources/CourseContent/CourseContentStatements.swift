package import SQL

/// Every statement of CourseContent.
package enum CourseContentStatements {
    /// Loading a published course into the library, after a start or an apply.
    package static let publishedByKey = Statement(
        "courseContent.publishedByKey",
        """
        SELECT v.id, v.course_id, v.number, v.digest, v.applied_at, v.outline, p.sequence
        FROM course c
        JOIN published_version p ON p.course_id = c.id
        JOIN course_version v ON v.id = p.version_id
        WHERE c.key = $1
        """)

    /// Apply: what is published, without its outline.
    package static let publishedHead = Statement(
        "courseContent.publishedHead",
        """
        SELECT v.id, v.course_id, v.number, v.digest, v.applied_at, p.sequence
        FROM course c
        JOIN published_version p ON p.course_id = c.id
        JOIN course_version v ON v.id = p.version_id
        WHERE c.key = $1
        """)

    /// Apply: whether a body that was not made again is here.
    package static let hasContent = Statement(
        "courseContent.hasContent", "SELECT 1 FROM activity_content WHERE digest = $1")

    /// The library, looking up which version a course key points to now.
    package static let publishedPointers = Statement(
        "courseContent.publishedPointers",
        "SELECT c.key, c.id, p.version_id FROM course c JOIN published_version p ON p.course_id = c.id ORDER BY c.key")

    /// An attempt made on a version that is no longer the published one; rollback.
    package static let version = Statement(
        "courseContent.version",
        "SELECT id, course_id, number, digest, applied_at, outline FROM course_version WHERE id = $1")

    /// A way back, and what it would change: a version by its number.
    package static let versionByNumber = Statement(
        "courseContent.versionByNumber",
        """
        SELECT v.id, v.course_id, v.number, v.digest, v.applied_at, v.outline
        FROM course c JOIN course_version v ON v.course_id = c.id
        WHERE c.key = $1 AND v.number = $2
        """)

    /// The author's page: what was published when, the latest first.
    package static let publications = Statement(
        "courseContent.publications",
        """
        SELECT p.sequence, v.number, p.published_at, pe.given_name, pe.family_name
        FROM publication p JOIN course_version v ON v.id = p.version_id LEFT JOIN person pe ON pe.id = p.published_by
        WHERE p.course_id = $1 ORDER BY p.sequence DESC
        """)

    /// The author's page: the versions of a course, newest first.
    package static let versions = Statement(
        "courseContent.versions",
        """
        SELECT v.id, v.number, v.digest, v.applied_at, pe.given_name, pe.family_name
        FROM course_version v LEFT JOIN person pe ON pe.id = v.applied_by
        WHERE v.course_id = $1 ORDER BY v.number DESC
        """)

    /// Apply: the course by its key.
    package static let courseByKey = Statement("courseContent.courseByKey", "SELECT id FROM course WHERE key = $1")

    /// Apply: a new course.
    package static let insertCourse = Statement(
        "courseContent.insertCourse", "INSERT INTO course (id, key, created_at) VALUES ($1, $2, $3)")

    /// Apply: the newest number of a course.
    package static let newestNumber = Statement(
        "courseContent.newestNumber", "SELECT MAX(number) FROM course_version WHERE course_id = $1")

    /// Apply: the new version.
    package static let insertVersion = Statement(
        "courseContent.insertVersion",
        """
        INSERT INTO course_version (id, course_id, number, digest, outline, applied_at, applied_by, sources)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """)

    /// Apply of what is published already: the folder of a version that was made before folders were kept.
    package static let keepSources = Statement(
        "courseContent.keepSources", "UPDATE course_version SET sources = $2 WHERE id = $1 AND sources IS NULL")

    /// Export: where the list of the folder's files is.
    package static let sources = Statement("courseContent.sources", "SELECT sources FROM course_version WHERE id = $1")

    /// Apply and rollback: how often a course was published.
    package static let newestPublication = Statement(
        "courseContent.newestPublication", "SELECT MAX(sequence) FROM publication WHERE course_id = $1")

    /// Apply and rollback: one more fact.
    package static let insertPublication = Statement(
        "courseContent.insertPublication",
        "INSERT INTO publication (course_id, sequence, version_id, published_at, published_by) VALUES ($1, $2, $3, $4, $5)")

    /// Apply and rollback: moves the published pointer.
    package static let publish = Statement(
        "courseContent.publish",
        """
        INSERT INTO published_version (course_id, version_id, published_at, sequence) VALUES ($1, $2, $3, $4)
        ON CONFLICT (course_id) DO UPDATE SET
            version_id = excluded.version_id, published_at = excluded.published_at, sequence = excluded.sequence
        """)

    /// Apply: the identity of an activity, once.
    package static let insertActivity = Statement(
        "courseContent.insertActivity",
        "INSERT INTO activity (id, course_id, key) VALUES ($1, $2, $3) ON CONFLICT (course_id, key) DO NOTHING")

    /// Loading a version: the identities of the activities of a course.
    package static let activities = Statement(
        "courseContent.activities", "SELECT key, id FROM activity WHERE course_id = $1")

    /// Apply: a body, once.
    package static let insertContent = Statement(
        "courseContent.insertContent",
        "INSERT INTO activity_content (digest, body) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING")

    /// A lesson or quiz that is not in the library's memory yet.
    package static let content = Statement(
        "courseContent.content", "SELECT body FROM activity_content WHERE digest = $1")

    /// Apply: a file of the course.
    package static let insertAsset = Statement(
        "courseContent.insertAsset",
        """
        INSERT INTO course_asset (digest, course_id, name, media_type, size) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (digest, course_id) DO UPDATE SET name = excluded.name, media_type = excluded.media_type
        """)

    /// Export: every file of a course, of any version.
    package static let assets = Statement(
        "courseContent.assets", "SELECT digest, name, media_type, size FROM course_asset WHERE course_id = $1")

    /// Serving an image or a download.
    package static let asset = Statement(
        "courseContent.asset", "SELECT digest, name, media_type, size FROM course_asset WHERE digest = $1 LIMIT 1")
}
