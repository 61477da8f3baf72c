import Progress
import SQL
import TestSupport
import Testing

@Suite("The statements of Progress")
struct ProgressStatementTests {
    static let statements: [Statement] = [
        ProgressStatements.insertEvent, ProgressStatements.event,
        ProgressStatements.activityState, ProgressStatements.saveActivityState, ProgressStatements.saveCourseState,
        ProgressStatements.activityStates, ProgressStatements.activityStandings, ProgressStatements.events,
        ProgressStatements.enrolmentsOfCourse, ProgressStatements.isWeighed, ProgressStatements.moveVersion,
        ProgressStatements.courseState, ProgressStatements.deleteActivityState, EnrolmentStatements.assign,
        EnrolmentStatements.unassign, EnrolmentStatements.enrol, EnrolmentStatements.setStatus, EnrolmentStatements.setDays,
        EnrolmentStatements.find, EnrolmentStatements.enrolment, EnrolmentStatements.coursesOfCohort,
        EnrolmentStatements.cohortsOfCourse, EnrolmentStatements.coursesOfPerson, EnrolmentStatements.courseOfPerson,
        EnrolmentStatements.courseOfEnrolment, EnrolmentStatements.activityOfPerson, EnrolmentStatements.takeCourseOfPerson,
        EnrolmentStatements.learnersOfCohort, EnrolmentStatements.plannedCourseOfPerson,
        EnrolmentStatements.learnersOfCohortCourse, PaceStatements.ofLearner, PaceStatements.ofCohort, PaceStatements.insert,
        ProgressStatements.connectedDay, ProgressStatements.saveConnectedDay, ProgressStatements.connectedDays,
        ProgressStatements.secondsByDay, ProgressStatements.secondsOfCohort, ProgressStatements.deleteConnectedDay,
        GoalStatements.ofPerson, GoalStatements.insert, ProgressStatements.parts, ProgressStatements.insertPart,
        ProgressStatements.deletePart,
    ]

    @Test("none reads a whole table", arguments: Backend.available)
    func plans(_ backend: Backend) async throws {
        try await withTestDatabase(backend, ProgressWorld.migrations) { database in
            for statement in Self.statements { try await expectNoFullScan(statement, database) }
        }
    }

    @Test("each has a name of its own")
    func names() {
        #expect(Set(Self.statements.map(\.name)).count == Self.statements.count)
    }
}
