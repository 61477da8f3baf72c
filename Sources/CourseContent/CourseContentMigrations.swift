package import SQL

/// The tables of CourseContent.
package enum CourseContentMigrations {
    package static let all: [Migration] = [
        Migration("course-content/0001-courses-and-versions") { _ in
            """
            CREATE TABLE course (
                id TEXT NOT NULL PRIMARY KEY,
                key TEXT NOT NULL UNIQUE,
                created_at BIGINT NOT NULL
            );
            CREATE TABLE course_version (
                id TEXT NOT NULL PRIMARY KEY,
                course_id TEXT NOT NULL REFERENCES course(id),
                number BIGINT NOT NULL CHECK (number > 0),
                digest TEXT NOT NULL,
                outline TEXT NOT NULL,
                applied_at BIGINT NOT NULL,
                applied_by TEXT REFERENCES person(id),
                UNIQUE (course_id, number)
            );
            CREATE INDEX course_version_applied_by ON course_version(applied_by);
            CREATE TABLE published_version (
                course_id TEXT NOT NULL PRIMARY KEY REFERENCES course(id),
                version_id TEXT NOT NULL REFERENCES course_version(id),
                published_at BIGINT NOT NULL
            );
            CREATE INDEX published_version_version ON published_version(version_id);
            CREATE TABLE activity (
                id TEXT NOT NULL PRIMARY KEY,
                course_id TEXT NOT NULL REFERENCES course(id),
                key TEXT NOT NULL,
                UNIQUE (course_id, key)
            );
            CREATE TABLE activity_content (
                digest TEXT NOT NULL PRIMARY KEY,
                body TEXT NOT NULL
            );
            CREATE TABLE course_asset (
                digest TEXT NOT NULL,
                course_id TEXT NOT NULL REFERENCES course(id),
                name TEXT NOT NULL,
                media_type TEXT NOT NULL,
                size BIGINT NOT NULL CHECK (size >= 0),
                PRIMARY KEY (digest, course_id)
            );
            CREATE INDEX course_asset_course ON course_asset(course_id);
            """
        },
        Migration("course-content/0002-publications") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Facts: which version was published when and by whom. The one with the highest sequence is what learners see.
                CREATE TABLE publication (
                    course_id TEXT NOT NULL REFERENCES course(id),
                    sequence BIGINT NOT NULL CHECK (sequence > 0),
                    version_id TEXT NOT NULL REFERENCES course_version(id),
                    published_at BIGINT NOT NULL,
                    published_by TEXT REFERENCES person(id),
                    PRIMARY KEY (course_id, sequence)
                ) \(clustered);
                CREATE INDEX publication_version ON publication(version_id);
                CREATE INDEX publication_by ON publication(published_by);
                -- Until now a version was published when it was applied, and there was no way back.
                INSERT INTO publication (course_id, sequence, version_id, published_at, published_by)
                    SELECT course_id, number, id, applied_at, applied_by FROM course_version;
                ALTER TABLE published_version ADD COLUMN sequence BIGINT NOT NULL DEFAULT 1 CHECK (sequence > 0);
                UPDATE published_version SET sequence = (SELECT number FROM course_version WHERE id = published_version.version_id);
                """
        },
        Migration("course-content/0003-sources") { _ in
            """
            -- The digest of the list of the folder's files (SourceManifest); none for versions made before it was kept.
            ALTER TABLE course_version ADD COLUMN sources TEXT CHECK (length(sources) = 64);
            """
        },
    ]
}
