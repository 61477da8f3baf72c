import Accounts
import CourseContent
import Essentials
import HTML
import Progress
import Tutoring

/// A course of a learner, for the staff: where the learner is, the time by week, every activity, what became of alerts.
struct LearnerCourseView: View {
    let course: LearnerPage.Model.Course
    let cohort: String
    let person: String
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
                if let level = course.level {
                    dt { words(.levelTerm) }
                    dd { levelWords(level) }
                }
            }
            if course.level != nil { p { a(.href(Links.level(of: person, in: cohort, course.key))) { words(.seeLevel) } } }
            MarkMeans(mean: course.mean, modules: course.moduleMarks, lang: words.lang(of: course.language), words: words)
            if course.activities.isEmpty { p(.class("quiet")) { words(.nothingDoneYet) } } else { activities }
            if course.weeks.contains(where: { $0.minutes.connected > 0 }) { time }
            if !course.alerts.isEmpty { AlertHistory(course: course, words: words) }
            p { a(.class("back"), .href(Links.timeline(cohort, person, course.key))) { words(.timeline) } }
        }
    }

    private func levelWords(_ level: LearnerPage.Model.Level) -> String {
        [
            level.level?.rawValue, level.source.map { words(.levelSource($0)) },
            level.placement.map {
                words(.placementMeasured($0.measuredLevel.rawValue, percent: $0.confidence, answers: $0.answers))
            },
        ].compactMap(\.self).joined(separator: " · ")
    }

    private var time: some Markup {
        BarPlot(
            id: "time-\(course.key)", title: words(.timePlot), columns: [words(.week), words(.timeSpent), words(.plannedTime)],
            bars: course.weeks.map { week in
                BarPlot.Bar(
                    label: words.dayAndMonth(week.monday), value: week.minutes.connected,
                    words: words(.duration(minutes: week.minutes.connected)),
                    target: (week.minutes.planned, words(.duration(minutes: week.minutes.planned))))
            }, tableTitle: words(.asTable))
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
                                tries(activity)
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
                                if let weight = activity.weight { " " + words(.markWeight(weight)) }
                                if activity.isExempted ?? false { " " + words(.ruled(.exempted, score: nil, minutes: nil)) }
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

    /// Every attempt that is over leads to its answers.
    private func tries(_ activity: LearnerPage.Model.Activity) -> some Markup {
        ForEach(activity.tries) { attempt in
            " · "
            if attempt.endedAt == nil {
                words(.attemptNumber(attempt.number)) + " " + words(.attemptGoesOn)
            } else {
                a(.href(Links.marking(cohort, attempt.id))) {
                    words(.attemptNumber(attempt.number)) + ", "
                    attempt.score.map { words(.scorePercent($0)) } ?? words(.toMarkShort)
                    span(.class("visually-hidden")) { ", " + activity.title }
                }
            }
        }
    }
}

/// What became of the alerts about a learner in a course.
private struct AlertHistory: View {
    let course: LearnerPage.Model.Course
    let words: Words

    var body: some Markup {
        details(.class("more")) {
            summary { words(.alertHistory(course.alerts.count)) }
            ul(.class("rows")) {
                ForEach(course.alerts) { fact in
                    li {
                        p(.class("quiet small")) {
                            words.moment(fact.at)
                            if let by = fact.by { ", " + by }
                        }
                        p {
                            strong { words(fact.phrase) }
                            if !fact.reasons.isEmpty {
                                " · " + fact.reasons.map { words($0.phrase) }.joined(separator: ", ")
                            }
                        }
                        if let note = fact.note { div(.class("typed-text")) { note } }
                    }
                }
            }
        }
    }
}

extension LearnerPage.Model.AlertFact {
    fileprivate var phrase: Phrase {
        if let outcome { return outcome.phrase }
        return kind == .raised ? .alertRaised : .alertChanged
    }
}
