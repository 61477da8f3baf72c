import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import LanguageLearning
import Progress
import Tutoring

extension LearnerPage {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let person: String
        let givenName: String
        let familyName: String
        /// More time where it is counted, in percent; left out for who does not decide on it.
        let extraTime: Int?
        /// Attempts with texts to mark, the first one first.
        let waiting: [Waiting]
        let courses: [Course]
        /// What the staff noted, the newest first.
        let notes: [Note]

        struct Note: Encodable, Sendable {
            let author: String
            let at: Instant
            let text: String
        }

        struct Waiting: Encodable, Sendable {
            let attempt: String
            let title: String
            let language: Language
            let sentAt: Instant
        }

        struct Course: Encodable, Sendable {
            let key: String
            let title: String
            let language: Language
            let status: EnrolmentStatus
            let percent: Int
            let activitiesDone: Int
            let activitiesTotal: Int
            let minutesLeft: Int
            let seconds: Int
            let lastEventAt: Instant?
            /// The mean of the marks by their weights; `nil` without any. The same of each module that has some.
            let mean: Int?
            let moduleMarks: [ModuleMarkModel]
            /// Activities in which something happened, in the order of the course.
            let activities: [Activity]
            /// The last eight weeks, this one last: minutes planned, connected and validated.
            let weeks: [ProgressPage.Model.Week]
            /// What became of the alerts, the newest first.
            let alerts: [AlertFact]
            /// In a course that follows levels; left out elsewhere.
            let level: Level?
        }

        /// The level that is taken to be the learner's, and what the placement test said last.
        struct Level: Encodable, Sendable {
            let level: CEFRLevel?
            let source: LevelJourney.Source?
            let placement: PlacementPage.Model.Result?
        }

        struct AlertFact: Encodable, Sendable {
            enum Kind: String, Encodable, Sendable {
                case raised, changed, closed
            }

            let kind: Kind
            let at: Instant
            let reasons: [AlertReason]
            /// What came of it, where it was closed.
            let outcome: AlertOutcome?
            let note: String?
            /// Who closed it; left out when it was found by itself.
            let by: String?
        }

        /// An attempt at a quiz: its page has every answer.
        struct AttemptRow: Encodable, Sendable {
            let id: String
            let number: Int
            let startedAt: Instant
            /// Left out while it goes on.
            let endedAt: Instant?
            /// In percent; left out while it goes on or waits for a mark.
            let score: Int?
        }

        struct Activity: Encodable, Sendable {
            let id: String
            let title: String
            let language: Language
            let kind: ActivityKind
            let completedAt: Instant?
            let seconds: Int
            let bestScore: Int?
            /// What was decided, or by the rule of the quiz: its best result, its last one or the average.
            let mark: Int?
            /// How much it counts; left out for the usual weight.
            let weight: Int?
            /// Whether it leaves the mean; left out when it does not.
            let isExempted: Bool?
            let grade: GradeRule?
            let attempts: Int
            /// Those at a quiz, the first one first.
            let tries: [AttemptRow]
            /// What was handed in last, and whether it waits for a mark.
            let submission: String?
            let isWaiting: Bool?
            let lastEventAt: Instant
        }

        init(_ reading: Campus.LearnerReading) {
            cohort = reading.cohort.key
            cohortTitle = reading.cohort.title
            person = reading.person.id.text
            givenName = reading.person.name.given
            familyName = reading.person.name.family
            extraTime = reading.extraTime
            waiting = reading.waiting.compactMap { waiting in
                waiting.attempt.sentAt.map { sentAt in
                    Waiting(
                        attempt: waiting.attempt.id.text, title: waiting.activity.title, language: waiting.activity.language,
                        sentAt: sentAt)
                }
            }
            notes = reading.notes.map { Note(author: $0.author?.full ?? "", at: $0.note.at, text: $0.note.text) }
            courses = reading.courses.map {
                Course($0, reading)
            }
        }
    }
}

extension LearnerPage.Model.Course {
    init(_ following: Campus.Following, _ reading: Campus.LearnerReading) {
        let state = following.standing.state
        let enrolment = following.standing.enrolment.id
        key = following.course.outline.key
        title = following.course.outline.title
        language = following.course.outline.language
        status = following.standing.enrolment.status
        percent = state.percent
        activitiesDone = state.activitiesDone
        activitiesTotal = state.activitiesTotal
        minutesLeft = state.remainingMinutes
        seconds = state.seconds
        lastEventAt = state.lastEventAt
        let marks = reading.marks[following.course.version.course]
        mean = marks?.mean
        moduleMarks = (marks?.modules ?? []).map(ModuleMarkModel.init)
        activities = following.course.outline.activities.compactMap { activity in
            guard let id = following.course.version.activityIDs[activity.id], let state = reading.states[id] else {
                return nil
            }
            return .init(activity, state, attempts: reading.attempts[id] ?? [], reading.submissions[id], marks?[activity.id])
        }
        let connected = reading.connected[enrolment] ?? [:]
        weeks = ProgressPage.Model.Week.last(
            Campus.weeksOfTime, until: reading.today,
            of: ProgressPage.Model.Week.all(in: following, states: reading.states, connected: connected))
        alerts = (reading.alerts[enrolment] ?? []).map { .init($0) }
        level = reading.levels[following.course.version.course].map { level in
            .init(
                level: level.journey.level, source: level.journey.steps.last?.source,
                placement: level.placement.flatMap(PlacementPage.Model.Result.init))
        }
    }
}

extension LearnerPage.Model.Activity {
    init(
        _ activity: ActivityOutline, _ state: ActivityState, attempts: [Attempt], _ submission: SubmissionReading?,
        _ entry: CourseMarks.Entry?
    ) {
        self.init(
            id: activity.id, title: activity.title, language: activity.language, kind: activity.kind,
            completedAt: state.completedAt, seconds: state.seconds, bestScore: state.bestScore,
            mark: entry?.mark, weight: activity.markWeight, isExempted: entry?.isExempted ?? false ? true : nil,
            grade: entry?.decided == nil ? activity.grade : nil, attempts: state.attempts,
            tries: activity.kind == .quiz
                ? attempts.map {
                    .init(
                        id: $0.id.text, number: $0.number, startedAt: $0.startedAt,
                        endedAt: $0.sentAt ?? $0.result?.submittedAt, score: $0.result?.score)
                } : [],
            submission: submission?.submission.id.text, isWaiting: submission.map { $0.mark == nil },
            lastEventAt: state.lastEventAt)
    }
}

extension LearnerPage.Model.AlertFact {
    init(_ reading: Campus.AlertFactReading) {
        let outcome: AlertOutcome?
        switch reading.fact.kind {
        case .raised: (kind, outcome) = (.raised, nil)
        case .changed: (kind, outcome) = (.changed, nil)
        case .closed(let came): (kind, outcome) = (.closed, came)
        }
        self.outcome = outcome
        at = reading.fact.at
        reasons = reading.fact.reasons
        note = reading.fact.note
        by = reading.by?.full
    }
}
