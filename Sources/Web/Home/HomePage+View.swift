import Essentials
import HTML

/// Home: one thing to do, then what is due.
struct HomePage: Page {
    let model: HomeModel
    var menu: MenuEntry? { .home }

    func heading(_ words: Words) -> String { words(MenuEntry.home.words) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) { h1 { words(.hello(model.givenName)) } }
            if model.mustChangePassword {
                div(.class("notice notice-warning")) {
                    words.icon("warning")
                    div {
                        p {
                            words(.chooseYourPassword) + " "
                            a(.href(Links.profile + "#password")) { words(.changePassword) }
                        }
                    }
                }
            }
            if model.unreadMessages > 0 {
                div(.class("notice notice-info")) {
                    words.icon("messages")
                    div { p { a(.href(Links.messages)) { words(.unreadMessages(model.unreadMessages)) } } }
                }
            }
            if let next = model.next {
                NextCard(next: next, words: words)
            } else if model.courses.isEmpty {
                NoCourse(words: words, followsLearners: model.followsLearners)
            } else {
                section(.class("card card-main")) { h2 { words(.allDone) } }
            }
            if let ready = model.cardsReady {
                section(.class("card"), .aria(.labelledby, "cards-ready")) {
                    h2(.id("cards-ready")) { words(.cardsReady(ready)) }
                    div(.class("actions")) { a(.class("button"), .href(Links.reviews)) { words(.reviewCards) } }
                }
            }
            if let session = model.session {
                section(.class("stack"), .aria(.labelledby, "session")) {
                    h2(.id("session")) { words(.nextSession) + " · " + words.weekday(session.day) }
                    ul(.class("rows")) { SessionRowView(row: session, words: words) }
                    p { a(.href(Links.agenda)) { words(.wholeAgenda) } }
                }
            }
            if let goal = model.goal { HomeGoal(goal: goal, words: words) }
            if let points = model.points { HomePoints(points: points, words: words) }
            if !model.courses.isEmpty {
                section(.class("stack")) {
                    h2 { words(.dueSoon) }
                    if model.due.isEmpty { p(.class("quiet")) { words(.nothingDue) } }
                    ul(.class("rows")) { ForEach(model.due) { due in DueRow(due: due, words: words) } }
                }
                section(.class("stack")) {
                    h2 { words(.myCourses) }
                    div(.class("cards")) { ForEach(model.courses) { CourseCardView(card: $0, words: words) } }
                    ul(.class("rows")) {
                        ForEach(model.courses) { card in
                            li {
                                a(.class("row"), .href(Links.progress(card.key))) {
                                    span(.class("row-main")) {
                                        span {
                                            words(.myProgress) + " · "
                                            span(.lang(words.lang(of: card.language))) { card.title }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

private struct NextCard: View {
    let next: HomeModel.NextActivity
    let words: Words

    var body: some Markup {
        section(.class("card card-main"), .aria(.labelledby, "next")) {
            p(.class("quiet")) {
                words(next.isResumed ? .toResume : .toStart) + " · "
                span(.lang(words.lang(of: next.courseLanguage))) { next.courseTitle }
            }
            h2(.id("next"), .lang(words.lang(of: next.language))) { next.title }
            ul(.class("facts")) {
                li { words(.activityKind(next.kind)) }
                if next.minutes > 0 {
                    li {
                        words.icon("clock")
                        " "
                        words(.duration(minutes: next.minutes))
                    }
                }
            }
            div(.class("actions")) {
                a(.class("button button-main"), .href(Links.activity(next.course, next.activity))) {
                    words(next.isResumed ? .resume : .start)
                }
            }
        }
    }
}

private struct DueRow: View {
    let due: HomeModel.DueActivity
    let words: Words

    var body: some Markup {
        li {
            a(.class("row"), .href(Links.activity(due.course, due.activity))) {
                span(.class("row-main")) {
                    strong(.lang(words.lang(of: due.language))) { due.title }
                    " "
                    span(.class("quiet")) { words(due.isLate ? .wasDueOn(words.day(due.dueAt)) : .dueOn(words.day(due.dueAt))) }
                }
                span(.class("badge"), .class("badge-notice", when: due.isLate)) { words(.activityKind(due.kind)) }
            }
        }
    }
}

/// A course as a card: its title, its bar, its words.
struct CourseCardView: View {
    let card: CourseCard
    let words: Words
    /// Whether the cards stand right under the page's title, without a heading of their section.
    var isUnderTitle = false

    var body: some Markup {
        article(.class("card card-link")) {
            if isUnderTitle { h2 { link } } else { h3 { link } }
            p(.class("quiet")) { words(.courseMode(card.mode)) }
            ProgressBar(
                done: card.activitiesDone, total: card.activitiesTotal, percent: card.percent,
                minutesLeft: card.minutesLeft, words: words)
        }
    }

    private var link: some Markup { a(.href(Links.course(card.key)), .lang(words.lang(of: card.language))) { card.title } }
}

/// Progress as a thick bar with its words.
struct ProgressBar: View {
    let done: Int
    let total: Int
    let percent: Int
    let minutesLeft: Int
    let words: Words

    var body: some Markup {
        div(.class("progress")) {
            progress(.value(percent), .max(100), .aria(.label, words(.progressLabel))) { "\(percent) %" }
            p(.class("progress-words")) { words(.progress(done: done, total: total, minutesLeft: minutesLeft)) }
        }
    }
}

/// What someone without a course sees.
struct NoCourse: View {
    let words: Words
    let followsLearners: Bool

    var body: some Markup {
        div(.class("empty")) {
            words.icon("courses")
            p(.class("empty-title")) { words(.noCourse) }
            p { words(followsLearners ? .noCourseStaff : .noCourseAdvice) }
            if followsLearners { p { a(.class("button"), .href(Links.cohorts)) { words(MenuEntry.cohorts.words) } } }
        }
    }
}
