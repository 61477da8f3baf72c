extension FullSchool {
    /// Courses and their versions.
    static let courses: [Rows] = [
        (30, "INSERT INTO course (id, key, created_at) SELECT \(id("course", "i")), 'course-' || i, i"),
        (
            90,
            """
            INSERT INTO course_version (id, course_id, number, digest, outline, applied_at, applied_by)
            SELECT \(id("version", "i")), \(id("course", "i % 30")), 1 + i / 30, 'digest' || i, '{}', i, \(id("person", "i % 5"))
            """
        ),
        (
            30,
            """
            INSERT INTO published_version (course_id, version_id, published_at) SELECT \(id("course", "i")),
                \(id("version", "i")), i
            """
        ),
        (
            1200,
            "INSERT INTO activity (id, course_id, key) SELECT \(id("activity", "i")), \(id("course", "i % 30")), 'activity-' || i"
        ),
        (2400, "INSERT INTO activity_content (digest, body) SELECT 'digest' || i, '{}'"),
        (
            300,
            """
            INSERT INTO course_asset (digest, course_id, name, media_type, size) SELECT 'asset' || i, \(id("course", "i % 30")),
                'image.png', 'image/png', i
            """
        ),
        (
            400,
            """
            INSERT INTO cohort_course (cohort_id, course_id) SELECT \(id("cohort", "i % 200")),
                \(id("course", "(i % 200 + i / 200 * 7) % 30"))
            """
        ),
    ]
}
