import CourseContent
import Essentials
import HTML
import Progress

/// « Mes progrès »: where I am, what is next, what is due, my marks, my time, my competencies. It prints well.
struct ProgressPage: Page {
    let model: Model
    var menu: MenuEntry? { .courses }

    private static let dueShown = 8

    func heading(_ words: Words) -> String { words(.myProgress) + " · " + model.title }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.course(model.course))) {
                    words.icon("back")
                    " "
                    span(.lang(words.lang(of: model.language))) { model.title }
                }
                h1 { words(.myProgress) }
                p(.class("quiet")) { model.name + ", " + words(.paceOn(words.date(model.asOf))).lowercasedFirst }
            }
            ProgressBar(
                done: model.progress.activitiesDone, total: model.progress.activitiesTotal, percent: model.progress.percent,
                minutesLeft: model.progress.minutesLeft, words: words)
            if let pace = model.pace {
                p {
                    words.icon("clock")
                    " "
                    strong { words(.myPace(pace)) }
                }
                if let last = pace.endsOn { p(.class("quiet")) { words(.courseEndsOn(words.day(last))) } }
            }
            if !model.pauses.isEmpty {
                ul {
                    ForEach(model.pauses) { pause in
                        li { words(.pauseFromTo(words.day(pause.firstDay), words.day(pause.lastDay), pause.motive.phrase)) }
                    }
                }
            }
            if let next = model.next {
                section(.class("card card-main"), .aria(.labelledby, "next")) {
                    p(.class("quiet")) { words(.afterThis) }
                    h2(.id("next"), .lang(words.lang(of: next.language))) { next.title }
                    div(.class("actions no-print")) {
                        a(.class("button button-main"), .href(Links.activity(model.course, next.activity))) { words(.resume) }
                    }
                }
            }
            due(words)
            marks(words)
            DurationsView(model: model, words: words)
            MyModules(modules: model.modules, lang: words.lang(of: model.language), words: words)
            if let competencies = model.competencies { MyCompetencies(competencies: competencies, words: words) }
            button(.class("button button-quiet no-print"), .type(.button), .data("print"), .hidden()) {
                words.icon("print")
                " "
                words(.printPage)
            }
        }
    }

    @MarkupBuilder private func due(_ words: Words) -> some Markup {
        section(.class("stack"), .aria(.labelledby, "due")) {
            h2(.id("due")) { words(.whatIsDue) }
            if model.due.isEmpty { p(.class("quiet")) { words(.nothingIsDueAnyMore) } }
            ul(.class("rows")) {
                ForEach(Array(model.due.prefix(Self.dueShown))) { due in
                    li {
                        a(.class("row"), .href(Links.activity(model.course, due.activity))) {
                            span(.class("row-main")) {
                                strong(.lang(words.lang(of: due.language))) { due.title }
                                " "
                                span(.class("quiet")) {
                                    words(.forDay(words.day(due.dueOn)))
                                    if due.hasMoreTime { ", " + words(.withMoreTime) }
                                }
                            }
                            if let days = due.daysLate { span(.class("badge badge-notice")) { words(.lateBy(days)) } }
                        }
                    }
                }
            }
            if model.due.count > Self.dueShown { p(.class("quiet")) { words(.andMore(model.due.count - Self.dueShown)) } }
        }
    }

    @MarkupBuilder private func marks(_ words: Words) -> some Markup {
        section(.class("stack"), .aria(.labelledby, "marks")) {
            h2(.id("marks")) { words(.myMarks) }
            if model.marks.isEmpty { p(.class("quiet")) { words(.noMarkYet) } }
            ul(.class("rows")) {
                ForEach(model.marks) { mark in
                    li {
                        a(
                            .class("row"),
                            .href(mark.submission.map(Links.handedIn) ?? Links.activity(model.course, mark.activity))
                        ) {
                            span(.class("row-main")) {
                                strong(.lang(words.lang(of: mark.language))) { mark.title }
                                " "
                                span(.class("quiet")) {
                                    mark.reason ?? words(.attemptCount(mark.attempts))
                                    if let grade = mark.grade { ", " + words(.gradeRule(grade)) }
                                    if let weight = mark.weight { ", " + words(.markWeight(weight)) }
                                }
                            }
                            span(.class("badge")) { mark.words(words) }
                        }
                    }
                }
            }
            if model.marks.count > 1 {
                MarkMeans(mean: model.average, modules: model.moduleMarks, lang: words.lang(of: model.language), words: words)
            }
        }
    }
}

/// Three durations by week and by activity, never mixed.
private struct DurationsView: View {
    let model: ProgressPage.Model
    let words: Words

    var body: some Markup {
        section(.class("stack"), .aria(.labelledby, "time")) {
            h2(.id("time")) { words(.myTime) }
            p(.class("quiet")) { words(.threeDurations) }
            div(.class("data-scroll"), .role(.region), .tabindex(0), .aria(.labelledby, "weeks")) {
                table(.class("data")) {
                    caption(.id("weeks")) { words(.byWeek) }
                    thead { DurationHeads(first: .week, words: words) }
                    tbody {
                        ForEach(model.weeks) { week in
                            tr {
                                th(.scope(.row)) { words(.weekOf(words.date(week.monday))) }
                                DurationCells(minutes: week.minutes, words: words)
                            }
                        }
                        tr {
                            th(.scope(.row)) { words(.inAll) }
                            DurationCells(minutes: model.total, words: words)
                        }
                    }
                }
            }
            details(.class("more")) {
                summary { words(.byActivity) }
                div(.class("data-scroll"), .role(.region), .tabindex(0), .aria(.labelledby, "activities")) {
                    table(.class("data")) {
                        caption(.id("activities")) { words(.byActivity) }
                        thead { DurationHeads(first: .activity, words: words) }
                        tbody {
                            ForEach(model.activities) { activity in
                                tr {
                                    th(.scope(.row)) {
                                        span(.lang(words.lang(of: activity.language))) { activity.title }
                                        if activity.isExempted {
                                            ", " + words(.ruled(.exempted, score: nil, minutes: nil))
                                        } else if activity.isCompleted {
                                            ", " + words(.stepDone).lowercasedFirst
                                        }
                                    }
                                    DurationCells(minutes: activity.minutes, words: words)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

private struct DurationHeads: View {
    let first: Phrase
    let words: Words

    var body: some Markup {
        tr {
            th(.scope(.column)) { words(first) }
            th(.scope(.column)) { words(.plannedTime) }
            th(.scope(.column)) { words(.timeSpent) }
            th(.scope(.column)) { words(.validatedTime) }
        }
    }
}

private struct DurationCells: View {
    let minutes: ProgressPage.Model.Durations
    let words: Words

    var body: some Markup {
        td(.class("numbers"), .data("label", words(.plannedTime))) { words(.duration(minutes: minutes.planned)) }
        td(.class("numbers"), .data("label", words(.timeSpent))) { words(.duration(minutes: minutes.connected)) }
        td(.class("numbers"), .data("label", words(.validatedTime))) { words(.duration(minutes: minutes.validated)) }
    }
}

private struct MyCompetencies: View {
    let competencies: [ProgressPage.Model.Competency]
    let words: Words

    var body: some Markup {
        section(.class("stack"), .aria(.labelledby, "competencies")) {
            h2(.id("competencies")) { words(.myCompetencies) }
            ul(.class("rows")) {
                ForEach(competencies) { competency in
                    li(.class("row")) {
                        span(.class("row-main")) {
                            strong { competency.title }
                            " "
                            if let code = competency.code { span(.class("quiet")) { code } }
                            if let sentence = competency.standing.sentence(words) { span(.class("quiet")) { " " + sentence } }
                        }
                        span(.class("badge")) {
                            words(.doneOf(competency.activitiesDone, competency.activitiesTotal))
                        }
                    }
                }
            }
        }
    }
}

extension String {
    /// In the middle of a sentence.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
