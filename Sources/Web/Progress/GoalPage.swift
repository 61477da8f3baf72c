import Campus
import CourseContent
package import Essentials
import HTML
import Progress

/// A weekly goal as pages show it.
package struct GoalModel: Encodable, Sendable {
    /// The Monday of this week.
    package let week: CalendarDay
    /// `nil` when none was set.
    package let current: Standing?
    package let last: Standing?

    package struct Standing: Encodable, Sendable {
        /// The goal in minutes; left out for an activity.
        package let minutes: Int?
        package let course: String?
        package let activity: String?
        package let title: String?
        package let language: Language?
        package let doneMinutes: Int
        package let isMet: Bool
    }

    init(_ reading: Campus.GoalReading) {
        week = reading.week
        current = reading.current.map(Standing.init)
        last = reading.last.map(Standing.init)
    }
}

extension GoalModel.Standing {
    init(_ standing: Campus.GoalStanding) {
        if case .minutes(let minutes) = standing.goal.target { self.minutes = minutes } else { minutes = nil }
        course = standing.activity?.course.outline.key
        activity = standing.activity?.activity.id
        title = standing.activity?.activity.title
        language = standing.activity?.activity.language
        doneMinutes = standing.doneMinutes
        isMet = standing.isMet
    }
}

/// Where one sets the one goal of the week.
struct GoalPage: Page {
    struct Model: Encodable, Sendable {
        let goal: GoalModel
        /// What can be chosen: activities that count and are not done.
        let choices: [Choice]

        struct Choice: Encodable, Sendable {
            let course: String
            let activity: String
            let title: String
            let language: Language
        }

        init(_ reading: Campus.GoalReading, following: [Campus.Following]) {
            goal = GoalModel(reading)
            choices = following.flatMap { followed in
                followed.course.outline.activities.compactMap { activity in
                    let state = followed.course.version.activityIDs[activity.id].flatMap { followed.states[$0] }
                    guard activity.counts, !(state?.isCompleted ?? false) else { return nil }
                    return Choice(
                        course: followed.course.outline.key, activity: activity.id, title: activity.title,
                        language: activity.language)
                }
            }
        }
    }

    let model: Model
    var typedHours: String?
    var problem: Problem?
    var menu: MenuEntry? { .home }

    func heading(_ words: Words) -> String { words(.weeklyGoal) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.home)) {
                    words.icon("back")
                    " "
                    words(MenuEntry.home.words)
                }
                h1 { words(.weeklyGoal) }
                p(.class("lead")) { words(.weeklyGoalLead) }
            }
            if let current = model.goal.current { GoalLine(standing: current, isLast: false, words: words) }
            form(.class("form card"), .method(.post), .action(Links.goal), .novalidate()) {
                h2 { words(.goalInHours) }
                div(.class("field"), .class("field-wrong", when: problem != nil)) {
                    label(.for("hours")) { words(.hoursThisWeek) }
                    input(
                        .class("input input-short"), .id("hours"), .name("hours"), .type(.text), .inputmode("decimal"),
                        .autocomplete("off"), .value(typedHours ?? hours(words)),
                        .aria(.describedby, problem == nil ? nil : "hours-error"),
                        .attribute("aria-invalid", problem == nil ? nil : "true"))
                    if let problem {
                        p(.class("field-error"), .id("hours-error")) {
                            words.icon("warning")
                            " "
                            words(problem.fields.first?.message ?? problem.detail)
                        }
                    }
                }
                div(.class("actions")) {
                    button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.setGoal) }
                }
            }
            if !model.choices.isEmpty {
                form(.class("form card"), .method(.post), .action(Links.goal), .novalidate()) {
                    h2 { words(.goalInActivity) }
                    div(.class("field")) {
                        label(.for("activity")) { words(.activity) }
                        select(.class("input"), .id("activity"), .name("activity"), .autocomplete("off")) {
                            ForEach(model.choices) { choice in
                                option(
                                    .value("\(choice.course)/\(choice.activity)"), .lang(words.lang(of: choice.language)),
                                    .selected(choice.activity == model.goal.current?.activity)
                                ) { choice.title }
                            }
                        }
                    }
                    div(.class("actions")) { button(.class("button"), .data("busy", words(.oneMoment))) { words(.setGoal) } }
                }
            }
        }
    }

    private func hours(_ words: Words) -> String? {
        model.goal.current?.minutes.map { words.number(Double($0) / 60) }
    }
}

/// The goal on home: this week's, or how last week's went.
struct HomeGoal: View {
    let goal: GoalModel
    let words: Words

    var body: some Markup {
        section(.class("stack"), .aria(.labelledby, "goal")) {
            h2(.id("goal")) { words(.weeklyGoal) }
            if let current = goal.current {
                GoalLine(standing: current, isLast: false, words: words)
            } else if let last = goal.last {
                GoalLine(standing: last, isLast: true, words: words)
            }
            p { a(.href(Links.goal)) { words(goal.current == nil ? .setMyGoal : .change) } }
        }
    }
}

private struct GoalLine: View {
    let standing: GoalModel.Standing
    let isLast: Bool
    let words: Words

    var body: some Markup {
        p {
            if isLast { words.label(.lastWeek) }
            if let title = standing.title, let course = standing.course, let activity = standing.activity {
                a(.href(Links.activity(course, activity)), .lang(standing.language.flatMap { words.lang(of: $0) })) { title }
                " "
            } else if let minutes = standing.minutes {
                words(.goalOfMinutes(minutes, done: standing.doneMinutes)) + " "
            }
            span(.class("badge"), .class("badge-notice", when: isLast && !standing.isMet)) {
                words(standing.isMet ? .goalMet : isLast ? .goalMissed : .goalGoesOn)
            }
        }
    }
}
