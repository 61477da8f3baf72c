import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import HTML
import Progress
import Tutoring

/// One learner of a cohort: what was done, and how.
struct LearnerPage: Page {
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
            /// Activities in which something happened, in the order of the course.
            let activities: [Activity]
        }

        struct Activity: Encodable, Sendable {
            let id: String
            let title: String
            let language: Language
            let kind: ActivityKind
            let completedAt: Instant?
            let seconds: Int
            let bestScore: Int?
            /// By the rule of the quiz: its best result, its last one or the average.
            let mark: Int?
            let grade: GradeRule?
            let attempts: Int
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
                Course($0, states: reading.states, attempts: reading.attempts, submissions: reading.submissions)
            }
        }
    }

    let model: Model
    let now: Instant
    /// Whether who asks decides on pauses and on more time.
    var mayAdaptPace = false
    /// A note that was typed and refused.
    var typed: String?
    var problem: Problem?
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { "\(model.givenName) \(model.familyName)" }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page page-wide"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cohort(model.cohort))) {
                    words.icon("back")
                    " "
                    model.cohortTitle
                }
                h1 { heading(words) }
            }
            if mayAdaptPace {
                p { a(.href(Links.pace(model.cohort, model.person))) { words(.pauseOrMoreTime) } }
            }
            if let percent = model.extraTime {
                p {
                    words.label(.extraTime)
                    strong { words(.percentMore(percent)) }
                    " · "
                    a(.href(Links.extraTime(model.cohort, model.person))) { words(.change) }
                }
            }
            if !model.waiting.isEmpty {
                section(.aria(.labelledby, "to-mark")) {
                    h2(.id("to-mark")) { words(.toMark) }
                    ul(.class("rows")) {
                        ForEach(model.waiting) { waiting in
                            li {
                                a(.class("row"), .href(Links.marking(model.cohort, waiting.attempt))) {
                                    span(.class("row-main")) {
                                        strong(.lang(words.lang(of: waiting.language))) { waiting.title }
                                        " "
                                        span(.class("quiet")) { words.moment(waiting.sentAt) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            ForEach(model.courses) {
                LearnerCourseView(
                    course: $0, timeline: Links.timeline(model.cohort, model.person, $0.key), now: now, words: words)
            }
            LearnerNotes(page: self, words: words)
        }
    }
}

extension LearnerPage.Model.Course {
    init(
        _ following: Campus.Following, states: [Identifier<CourseContent.Activity>: ActivityState],
        attempts: [Identifier<CourseContent.Activity>: [Attempt]],
        submissions: [Identifier<CourseContent.Activity>: SubmissionReading]
    ) {
        let state = following.standing.state
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
        activities = following.course.outline.activities.compactMap { activity in
            guard let id = following.course.version.activityIDs[activity.id], let state = states[id] else {
                return nil
            }
            let submission = submissions[id]
            return LearnerPage.Model.Activity(
                id: activity.id, title: activity.title, language: activity.language, kind: activity.kind,
                completedAt: state.completedAt, seconds: state.seconds, bestScore: state.bestScore,
                mark: AttemptStanding(attempts: attempts[id] ?? [], allowed: nil).mark(by: activity.grade)
                    ?? submission?.mark?.score,
                grade: activity.grade, attempts: state.attempts, submission: submission?.submission.id.text,
                isWaiting: submission.map { $0.mark == nil }, lastEventAt: state.lastEventAt)
        }
    }
}

private struct LearnerCourseView: View {
    let course: LearnerPage.Model.Course
    let timeline: String
    let now: Instant
    let words: Words

    var body: some Markup {
        section(.class("stack"), .aria(.labelledby, "course-\(course.key)")) {
            h2(.id("course-\(course.key)"), .lang(words.lang(of: course.language))) { course.title }
            ProgressBar(
                done: course.activitiesDone, total: course.activitiesTotal, percent: course.percent,
                minutesLeft: course.minutesLeft, words: words)
            dl(.class("terms")) {
                dt { words(.status) }
                dd { words(course.status.phrase) }
                dt { words(.timeSpent) }
                dd { words(.duration(minutes: course.seconds / 60)) }
                dt { words(.lastActivity) }
                dd { course.lastEventAt.map { words.daysAgo($0, now: now) } ?? words(.never) }
            }
            if course.activities.isEmpty { p(.class("quiet")) { words(.nothingDoneYet) } } else { activities }
            p { a(.class("back"), .href(timeline)) { words(.timeline) } }
        }
    }

    @MarkupBuilder private var activities: some Markup {
        div(.class("data-scroll"), .role(.region), .tabindex(0), .aria(.labelledby, "activities-\(course.key)")) {
            table(.class("data")) {
                caption(.id("activities-\(course.key)")) { words(.activitiesDone) }
                thead {
                    tr {
                        th(.scope(.column)) { words(.activity) }
                        th(.scope(.column)) { words(.state) }
                        th(.scope(.column)) { words(.quizMark) }
                        th(.scope(.column)) { words(.timeSpent) }
                        th(.scope(.column)) { words(.lastActivity) }
                    }
                }
                tbody {
                    ForEach(course.activities) { activity in
                        tr {
                            th(.scope(.row), .lang(words.lang(of: activity.language))) { activity.title }
                            td(.data("label", words(.state))) {
                                if let completedAt = activity.completedAt {
                                    words(.stepDone) + ", " + words.day(completedAt)
                                } else {
                                    words(.stepStarted)
                                }
                                if let submission = activity.submission {
                                    " · "
                                    a(.href(Links.handedIn(submission))) {
                                        words(activity.isWaiting ?? false ? .workToMark : .workMarked)
                                        span(.class("visually-hidden")) { " " + activity.title }
                                    }
                                }
                            }
                            td(.class("numbers"), .data("label", words(.quizMark))) {
                                activity.mark.map { words(.scorePercent($0)) } ?? "–"
                                if let grade = activity.grade { " " + words(.gradeRule(grade)) }
                            }
                            td(.class("numbers"), .data("label", words(.timeSpent))) {
                                words(.duration(minutes: activity.seconds / 60))
                            }
                            td(.data("label", words(.lastActivity))) { words.daysAgo(activity.lastEventAt, now: now) }
                        }
                    }
                }
            }
        }
    }
}
