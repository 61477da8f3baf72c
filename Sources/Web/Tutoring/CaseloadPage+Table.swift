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
                        row.familyName, row.givenName, row.cohortTitle, row.courseTitle, words(row.status.phrase),
                        "\(row.percent)",
                        "\(row.activitiesDone)", "\(row.activitiesTotal)", row.pace.map { words($0.phrase) } ?? "",
                        "\(row.minutesLate)", Words.sortable(row.lastEventAt), "\(row.waiting)", Words.sortable(row.unanswered),
                        row.alert.map { words($0.phrase) } ?? "", row.reasons.map { words($0.phrase) }.joined(separator: ", "),
                    ]
                })
        ]
    }
}
