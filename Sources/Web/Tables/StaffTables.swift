import Essentials
import Progress
import Tutoring

extension CohortPage: TabularPage {
    /// Those who left stand after the others, as on the page.
    func tables(_ words: Words) -> [PageTable] {
        let header: [Phrase] = [
            .familyName, .givenName, .course, .percentDone, .activitiesDone, .activitiesInAll, .connectedMinutes, .lastActivity,
            .status,
        ]
        return [
            PageTable(
                "learners", header.map { words($0) },
                rows: (model.learners + model.departed).map { row in
                    [
                        .text(row.familyName), .text(row.givenName), .text(row.courseTitle), .number(row.percent),
                        .number(row.activitiesDone), .number(row.activitiesTotal), .number(row.seconds / 60),
                        .moment(row.lastEventAt), .text(words(row.status.phrase)),
                    ]
                })
        ]
    }
}

extension ToMarkPage: TabularPage {
    func tables(_ words: Words) -> [PageTable] {
        let header: [Phrase] = [.workToRead, .familyName, .givenName, .cohort, .course, .waitsSince]
        return [
            PageTable(
                "to-mark", header.map { words($0) },
                rows: model.items.map { item in
                    [
                        .text(item.title), .text(item.familyName), .text(item.givenName), .text(item.cohortTitle),
                        .text(item.courseTitle), .moment(item.sentAt),
                    ]
                })
        ]
    }
}

extension TodayPage: TabularPage {
    func tables(_ words: Words) -> [PageTable] {
        let header: [Phrase] = [
            .alert, .familyName, .givenName, .cohort, .nextAction, .dueColumn, .lastActivity, .lastContactColumn, .reasons,
        ]
        return [
            PageTable(
                "people", header.map { words($0) },
                rows: model.people.map { person in
                    [
                        .text(words(person.level.phrase)), .text(person.familyName), .text(person.givenName),
                        .text(person.cohortTitle), .text(words(person.action.phrase)), .moment(person.dueAt),
                        .moment(person.lastEventAt), .moment(person.lastContact?.at),
                        .text(person.reasons(words).joined(separator: ", ")),
                    ]
                })
        ]
    }
}

extension MatrixPage: TabularPage {
    /// A column for the state in each activity, and one for the mark.
    func tables(_ words: Words) -> [PageTable] {
        let activities = model.activities.flatMap { [$0.title, $0.title + " (%)"] }
        return [
            PageTable(
                "matrix", [words(.familyName), words(.givenName)] + activities,
                rows: model.rows.map { row in
                    [.text(row.familyName), .text(row.givenName)]
                        + row.cells.flatMap { [.text(words($0.state.phrase)), .number($0.score)] }
                })
        ]
    }
}

extension ActivityReviewPage: TabularPage {
    func tables(_ words: Words) -> [PageTable] {
        var tables = [
            PageTable(
                "stuck",
                [Phrase.familyName, .givenName, .openSince, .attemptsColumn, .bestColumn].map { words($0) },
                rows: model.stuck.map { one in
                    [.text(one.familyName), .text(one.givenName)]
                        + [one.openDays, one.attempts, one.bestScore].map { .number($0) }
                })
        ]
        if let marks = model.marks {
            tables.append(
                PageTable(
                    "marks", [words(.markColumn), words(.learnersColumn)],
                    rows: marks.enumerated().map { tenth, count in [.text(Self.range(tenth)), .number(count)] }))
        }
        tables.append(
            PageTable(
                "questions",
                [Phrase.questionColumn, .facilityColumn, .discrimination, .attemptsColumn].map { words($0) },
                rows: model.questions.map { question in
                    [
                        .text(question.text), .number(question.facility),
                        question.discrimination.map { .number($0) } ?? .nothing, .number(question.attempts),
                    ]
                }))
        return tables
    }
}

extension LearnerPage: TabularPage {
    /// One for each course, by its key.
    func tables(_ words: Words) -> [PageTable] {
        let header: [Phrase] = [.activity, .completedOn, .markColumn, .attemptsColumn, .connectedMinutes, .lastActivity]
        return model.courses.map { course in
            PageTable(
                course.key, header.map { words($0) },
                rows: course.activities.map { activity in
                    [
                        .text(activity.title), .moment(activity.completedAt), .number(activity.mark),
                        .number(activity.attempts), .number(activity.seconds / 60), .moment(activity.lastEventAt),
                    ]
                })
        }
    }
}
