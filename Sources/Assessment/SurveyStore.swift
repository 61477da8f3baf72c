package import Accounts
package import CourseContent
package import Essentials
import Foundation
package import SQL

/// What is kept of surveys. That somebody answered is known by Progress, and only there when the survey is anonymous.
package struct SurveyStore: Sendable {
    package init() {}

    /// Keeps answers. That nobody sends twice is checked above, under the row of the enrolment.
    /// - Parameter person: who answers; `nil` when the survey is anonymous.
    package func keep(
        _ answers: SurveyAnswers, to activity: Identifier<Activity>, of cohort: Identifier<Cohort>,
        by person: Identifier<Person>?, in writing: any WriteTransaction
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = String(decoding: try encoder.encode(answers.values), as: UTF8.self)
        // Version 4, all random: the ids of version 7 that other rows have begin with the time.
        let id = UUID().uuidString.lowercased()
        try writing.run(SurveyStatements.insert, id, activity, cohort, person, json)
    }

    /// All answers of a cohort, by question; in the order of their random ids.
    package func responses(
        to activity: Identifier<Activity>, of cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> [[String: [String]]] {
        try reading.rows(SurveyStatements.responses, activity, cohort) { row in
            let values = try? JSONDecoder().decode([String: [String]].self, from: Data(row.text(0).utf8))
            guard let values else { throw SQLError.corrupt("the answers to a survey cannot be read") }
            return values
        }
    }
}
