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
                        row.familyName, row.givenName, row.courseTitle, "\(row.percent)", "\(row.activitiesDone)",
                        "\(row.activitiesTotal)", "\(row.seconds / 60)", Words.sortable(row.lastEventAt),
                        words(row.status.phrase),
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
                        item.title, item.familyName, item.givenName, item.cohortTitle, item.courseTitle,
                        Words.sortable(item.sentAt),
                    ]
                })
        ]
    }
}

extension TodayPage: TabularPage {
    func tables(_ words: Words) -> [PageTable] {
        let header: [Phrase] = [
            .alert, .familyName, .givenName, .cohort, .course, .percentDone, .lastActivity, .alertSince, .reasons,
        ]
        return [
            PageTable(
                "alerts", header.map { words($0) },
                rows: model.alerts.map { alert in
                    [
                        words(alert.level.phrase), alert.familyName, alert.givenName, alert.cohortTitle, alert.courseTitle,
                        "\(alert.percent)", Words.sortable(alert.lastEventAt), Words.sortable(alert.raisedAt),
                        alert.reasons.map { words($0.phrase) }.joined(separator: ", "),
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
                    [row.familyName, row.givenName]
                        + row.cells.flatMap { [words($0.state.phrase), $0.score.map { "\($0)" } ?? ""] }
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
                    [one.familyName, one.givenName]
                        + [one.openDays, one.attempts, one.bestScore].map { $0.map { "\($0)" } ?? "" }
                })
        ]
        if let marks = model.marks {
            tables.append(
                PageTable(
                    "marks", [words(.markColumn), words(.learnersColumn)],
                    rows: marks.enumerated().map { tenth, count in [Self.range(tenth), "\(count)"] }))
        }
        tables.append(
            PageTable(
                "questions",
                [Phrase.questionColumn, .facilityColumn, .discrimination, .attemptsColumn].map { words($0) },
                rows: model.questions.map { question in
                    [
                        question.text, "\(question.facility)", question.discrimination.map { words.number($0) } ?? "",
                        "\(question.attempts)",
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
                        activity.title, Words.sortable(activity.completedAt), activity.mark.map { "\($0)" } ?? "",
                        "\(activity.attempts)", "\(activity.seconds / 60)", Words.sortable(activity.lastEventAt),
                    ]
                })
        }
    }
}
