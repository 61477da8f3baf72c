import Assessment
import CourseContent
import Essentials
import Progress
import SQL

/// The mark of a quiz, from one source for learners and for those who follow them.
extension Campus {
    /// Marks by the author's id of the activity, where the mark is not the best result: nothing is read for a course without any.
    func marks(in course: LibraryCourse, of standing: LearnerCourse, in reading: any ReadTransaction) throws -> [String: Int] {
        guard course.hasGrades else { return [:] }
        let sent = try attempts.sent(in: standing.enrolment.id.text, in: reading)
        var marks: [String: Int] = [:]
        for activity in course.outline.activities where activity.grade != nil {
            guard let id = course.version.activityIDs[activity.id] else { continue }
            marks[activity.id] = AttemptStanding(attempts: sent[id] ?? [], allowed: nil).mark(by: activity.grade)
        }
        return marks
    }
}
