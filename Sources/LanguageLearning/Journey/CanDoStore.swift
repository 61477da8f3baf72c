package import Accounts
package import CourseContent
package import Essentials
package import SQL

/// What people say that they can do.
package struct CanDoStore: Sendable {
    package init() {}

    /// Everything that somebody said in a course, in the order of time.
    package func answers(
        of person: Identifier<Person>, in course: Identifier<Course>, in reading: any ReadTransaction
    ) throws -> [CanDoAnswer] {
        try reading.rows(CanDoStatements.answers, person, course) { row in
            CanDoAnswer(canDo: row.text(0), answer: try row.value(1), saidAt: row.instant(2))
        }
    }

    /// Keeps answers; those of the same request are kept once, whatever it says the second time.
    /// - throws: ``LanguageLearningError/otherReview`` when somebody else's request has this id.
    package func keep(
        _ answers: [CanDoAnswer], as request: Identifier<SelfAssessment>, of person: Identifier<Person>,
        in course: Identifier<Course>, in writing: any WriteTransaction
    ) throws {
        let owner = try writing.first(CanDoStatements.owner, request) { row in
            (row.id(0) as Identifier<Person>, row.id(1) as Identifier<Course>)
        }
        if let owner {
            guard owner == (person, course) else { throw LanguageLearningError.otherReview }
            return
        }
        for answer in answers {
            try writing.run(
                CanDoStatements.insert, request, answer.canDo, person, course, answer.answer.rawValue, answer.saidAt)
        }
    }
}
