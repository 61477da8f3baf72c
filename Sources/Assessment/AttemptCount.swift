package import CourseContent
package import Essentials
package import SQL

/// How much of an activity learners have under way and have sent: what a change of it touches.
package struct AttemptCount: Sendable, Hashable {
    /// Attempts begun and not sent, drafts of what is to be handed in.
    package var open = 0
    /// Sent, and waiting for a tutor.
    package var waiting = 0
    /// With a result; everything that was handed in.
    package var sent = 0

    package init(open: Int = 0, waiting: Int = 0, sent: Int = 0) {
        self.open = open
        self.waiting = waiting
        self.sent = sent
    }
}

extension AttemptStore {
    /// Attempts at an activity, by anybody. One statement.
    package func count(of activity: Identifier<Activity>, in reading: any ReadTransaction) throws -> AttemptCount {
        try reading.first(AttemptStatements.countOfActivity, activity) {
            AttemptCount(open: $0.int(0), waiting: $0.int(1), sent: $0.int(2))
        } ?? AttemptCount()
    }
}

extension SubmissionStore {
    /// What was handed in for an assignment and what is being written, by anybody. Two statements.
    package func count(of activity: Identifier<Activity>, in reading: any ReadTransaction) throws -> AttemptCount {
        AttemptCount(
            open: try reading.first(SubmissionStatements.draftsOfActivity, activity) { $0.int(0) } ?? 0,
            sent: try reading.first(SubmissionStatements.countOfActivity, activity) { $0.int(0) } ?? 0)
    }
}

extension SurveyStore {
    /// Answers to a survey, by anybody. One statement.
    package func count(of activity: Identifier<Activity>, in reading: any ReadTransaction) throws -> AttemptCount {
        AttemptCount(sent: try reading.first(SurveyStatements.countOfActivity, activity) { $0.int(0) } ?? 0)
    }
}
