import Essentials
import Progress
import Tutoring

extension CaseloadPage: TabularPage {
    func tables(_ words: Words) -> [PageTable] {
        let header: [Phrase] = [
            .familyName, .givenName, .cohort, .course, .status, .percentDone, .activitiesDone, .activitiesInAll, .paceLabel,
            .minutesLate, .lastActivity, .toMarkShort, .unanswered, .alert, .reasons,
        ]
        return [
            PageTable(
                "learners", header.map { words($0) },
                rows: model.rows.map { row in
                    [
                        .text(row.familyName), .text(row.givenName), .text(row.cohortTitle), .text(row.courseTitle),
                        .text(words(row.status.phrase)), .number(row.percent), .number(row.activitiesDone),
                        .number(row.activitiesTotal), .text(row.pace.map { words($0.phrase) }), .number(row.minutesLate),
                        .moment(row.lastEventAt), .number(row.waiting), .moment(row.unanswered),
                        .text(row.alert.map { words($0.phrase) }), .text(row.reasons.map { words($0.phrase) }.joined(separator: ", ")),
                    ]
                })
        ]
    }
}
