import Accounts
import Assessment
import CourseContent
import Progress
package import SQL
import Scheduling

/// The schema: every domain's migrations in the one order in which they are applied. What is published never moves: a database knows the order in
/// which it came to be. So a new migration of any domain goes at the end of `later`, and a test holds what stands here.
package enum CampusMigrations {
    package static let all: [Migration] = first + later

    /// What the first databases were made with.
    private static let first: [Migration] = [
        AccountsMigrations.all.prefix(3), CourseContentMigrations.all.prefix(1), ProgressMigrations.all.prefix(1),
        AssessmentMigrations.all.prefix(1),
    ].flatMap(\.self)

    /// What came afterwards, as it came.
    private static let later: [Migration] = [
        AssessmentMigrations.all[1...1], ProgressMigrations.all[1...1], AssessmentMigrations.all[2...2],
        AssessmentMigrations.all[3...4], AssessmentMigrations.all[5...5], ProgressMigrations.all[2...2],
        AssessmentMigrations.all[6...6], CourseContentMigrations.all[1...2], ProgressMigrations.all[3...4],
        ProgressMigrations.all[5...5], SchedulingMigrations.all[0...0],
    ].flatMap(\.self)
}
