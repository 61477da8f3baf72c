import Assessment
import Campus
import CourseContent
import Essentials
import Progress

extension ProgressPage {
    /// One's own progress in a course: codes, numbers, days and instants.
    struct Model: Encodable, Sendable {
        let course: String
        let title: String
        let language: Language
        let name: String
        /// The day of every figure.
        let asOf: CalendarDay
        let progress: OutlineModel.CourseFigures
        /// `nil` when the course has no first day.
        let pace: Pace?
        let next: Next?
        /// What counts and is not done, by its last day.
        let due: [Due]
        let marks: [Mark]
        /// The mean of the marks by their weights; `nil` without any. The same of each module that has some.
        let average: Int?
        let moduleMarks: [ModuleMarkModel]
        /// From the first week in which something was planned, done or validated to this one, and the planned ones after it.
        let weeks: [Week]
        let total: Durations
        let activities: [Activity]
        let modules: [Part]
        /// `nil` when the author names none.
        let competencies: [Competency]?
        /// Pauses that hold.
        let pauses: [Pause]

        struct Next: Encodable, Sendable {
            let activity: String
            let title: String
            let language: Language
            let minutes: Int
        }

        struct Due: Encodable, Sendable {
            let activity: String
            let title: String
            let language: Language
            let dueOn: CalendarDay
            /// Working days since then; left out for what is not late.
            let daysLate: Int?
            let hasMoreTime: Bool
        }

        struct Mark: Encodable, Sendable {
            let activity: String
            let title: String
            let language: Language
            /// By the rule of the quiz, or what was decided; left out while it waits for a tutor.
            let mark: Int?
            /// How much it counts; left out for the usual weight.
            let weight: Int?
            /// Whether it leaves the mean; left out when it does not.
            let isExempted: Bool?
            /// Which attempts make it; left out for the best.
            let grade: GradeRule?
            let attempts: Int
            /// What was handed in last: its page has the tutor's words.
            let submission: String?
            /// Why somebody gave another mark.
            let reason: String?
        }

        /// Minutes of three kinds, never mixed.
        struct Durations: Encodable, Sendable {
            let planned: Int
            let connected: Int
            let validated: Int
        }

        struct Week: Encodable, Sendable {
            /// Its Monday.
            let monday: CalendarDay
            let minutes: Durations
        }

        struct Activity: Encodable, Sendable {
            let id: String
            let title: String
            let language: Language
            let isCompleted: Bool
            let isExempted: Bool
            let minutes: Durations
        }

        struct Competency: Encodable, Sendable {
            let title: String
            let code: String?
            let activitiesDone: Int
            let activitiesTotal: Int
            let standing: PartModel
        }

        struct Part: Encodable, Sendable {
            let id: String
            let title: String
            let activitiesDone: Int
            let activitiesTotal: Int
            let standing: PartModel
        }

        struct Pause: Encodable, Sendable {
            let firstDay: CalendarDay
            let lastDay: CalendarDay
            let motive: PauseMotive
        }
    }
}
