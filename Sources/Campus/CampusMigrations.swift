import Accounts
import Assessment
import CourseContent
import Gamification
import LanguageLearning
import Outbound
import Progress
package import SQL
import Scheduling
import Tutoring

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
    private static let later: [Migration] = laterParts.flatMap(\.self)

    private static let laterParts: [ArraySlice<Migration>] = [
        AssessmentMigrations.all[1...1], ProgressMigrations.all[1...1], AssessmentMigrations.all[2...2],
        AssessmentMigrations.all[3...4], AssessmentMigrations.all[5...5], ProgressMigrations.all[2...2],
        AssessmentMigrations.all[6...6], CourseContentMigrations.all[1...2], ProgressMigrations.all[3...4],
        ProgressMigrations.all[5...5], SchedulingMigrations.all[0...0], TutoringMigrations.all[0...0], own[0...0],
        TutoringMigrations.all[1...2], ProgressMigrations.all[6...7], SchedulingMigrations.all[1...1],
        SchedulingMigrations.all[2...2], SchedulingMigrations.all[3...3], OutboundMigrations.all[0...0],
        TutoringMigrations.all[3...3],
        SchedulingMigrations.all[4...4],
        SchedulingMigrations.all[5...5],
        SchedulingMigrations.all[6...7],
        GamificationMigrations.all[0...0], own[1...1],
        LanguageLearningMigrations.all[0...0],
        OutboundMigrations.all[1...1], AccountsMigrations.all[3...3], ProgressMigrations.all[8...8],
        SchedulingMigrations.all[8...8],
        GamificationMigrations.all[1...2],
        LanguageLearningMigrations.all[1...1],
        TutoringMigrations.all[4...5],
        LanguageLearningMigrations.all[2...3],
        OutboundMigrations.all[2...2], TutoringMigrations.all[6...6],
        SchedulingMigrations.all[9...9],
        GamificationMigrations.all[3...3],
    ]

    /// What spans domains: summaries of one that are filled from the facts of others.
    package static let own: [Migration] = [
        Migration("campus/0001-queue-filled") { _ in
            """
            INSERT INTO waiting_work (context, activity_id, kind, work_id, person_id, cohort_id, sent_at)
            SELECT a.context, a.activity_id, 'attempt', a.id, a.person_id, e.cohort_id, a.sent_at
            FROM attempt a JOIN enrolment e ON e.id = a.context
            WHERE a.submitted_at IS NULL AND a.sent_at IS NOT NULL AND e.status <> 'left';
            INSERT INTO waiting_work (context, activity_id, kind, work_id, person_id, cohort_id, sent_at)
            SELECT s.context, s.activity_id, 'submission', s.id, s.person_id, e.cohort_id, s.submitted_at
            FROM submission s JOIN enrolment e ON e.id = s.context
            WHERE e.status <> 'left' AND NOT EXISTS (SELECT 1 FROM submission_mark m WHERE m.submission_id = s.id)
                AND NOT EXISTS (
                    SELECT 1 FROM submission n WHERE n.context = s.context AND n.activity_id = s.activity_id AND n.number > s.number);
            """
        },
        Migration("campus/0002-learning-days") { _ in
            """
            INSERT INTO learning_day (person_id, day)
            SELECT DISTINCT e.person_id, d.day FROM connected_day d JOIN enrolment e ON e.id = d.enrolment_id;
            """
        },
    ]
}
