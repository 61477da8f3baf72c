import Accounts
import Assessment
import CourseContent
import Progress
package import SQL

/// The schema: every domain's migrations in the one order in which they are applied. New ones go at the end, whatever their domain.
package enum CampusMigrations {
    package static let all: [Migration] =
        AccountsMigrations.all + CourseContentMigrations.all + ProgressMigrations.all + AssessmentMigrations.all
}
