import Campus
import Essentials
import HTML
import Scheduling

/// What is on my calendar: a day, a week or a month of sessions.
struct AgendaPage: Page {
    let model: Model
    var menu: MenuEntry? { .agenda }

    func heading(_ words: Words) -> String { words(MenuEntry.agenda.words) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                h1 { words(MenuEntry.agenda.words) }
                p(.class("lead")) { title(words) }
            }
            nav(.aria(.label, words(.agendaSpan))) {
                ul(.class("tabs")) {
                    ForEach(Span.allCases) { span in
                        li {
                            a(
                                .href(link(span, model.from)),
                                .attribute("aria-current", span == model.span ? "page" : nil)
                            ) { words(span.phrase) }
                        }
                    }
                }
            }
            nav(.class("moves"), .aria(.label, words(.otherDays))) {
                a(.class("button button-quiet"), .href(link(model.span, model.previous))) {
                    words(.before)
                }
                a(.class("button button-quiet"), .href(link(model.span, model.today))) {
                    words(.todayButton)
                }
                a(.class("button button-quiet"), .href(link(model.span, model.next))) {
                    words(.after)
                }
            }
            if !model.trainers.isEmpty || !model.places.isEmpty { AgendaFilterForm(model: model, words: words) }
            if model.days.isEmpty {
                div(.class("empty")) {
                    words.icon("agenda")
                    p(.class("empty-title")) { words(.noSession) }
                    p { words(.noSessionAdvice) }
                }
            }
            ForEach(model.days) { day in
                section(.class("stack"), .aria(.labelledby, "day-\(day.day)")) {
                    h2(.id("day-\(day.day)")) {
                        words.weekday(day.day)
                        if day.day == model.today { " · " + words(.todayButton) }
                    }
                    ul(.class("rows")) { ForEach(day.sessions) { SessionRowView(row: $0, words: words) } }
                }
            }
            if model.mayMeet { p { a(.href(Links.mentoring)) { words(.mentoring) } } }
            p { a(.href(Links.deviceTest)) { words(.deviceTest) } }
            p { a(.href(Links.calendarFeed)) { words(.calendarFeed) } }
            if !model.planned.isEmpty { planning(words) }
        }
    }

    /// Other days, under the same filter.
    private func link(_ span: Span, _ day: CalendarDay) -> String {
        Links.agenda(span.rawValue, from: day.text) + (model.trainer.map { "&trainer=" + Links.encoded($0) } ?? "")
            + (model.place.map { "&place=" + Links.encoded($0) } ?? "")
    }

    private func title(_ words: Words) -> String {
        model.span == .day
            ? words.weekday(model.from, withYear: true)
            : words(
                Phrase(
                    fr: "du \(words.date(model.from)) au \(words.date(model.through))",
                    en: "from \(words.date(model.from)) to \(words.date(model.through))"))
    }

    private func planning(_ words: Words) -> some Markup {
        section(.class("card"), .aria(.labelledby, "planning")) {
            h2(.id("planning")) { words(.planSession) }
            ul {
                ForEach(model.planned) { cohort in
                    li {
                        a(.href(Links.newSession(cohort.key))) { cohort.title }
                        " · "
                        a(.href(Links.plan(cohort.key))) {
                            words(.wholeCalendar)
                            span(.class("visually-hidden")) { ", " + cohort.title }
                        }
                    }
                }
            }
        }
    }
}

extension AgendaPage.Span {
    var phrase: Phrase {
        switch self {
        case .day: Phrase(fr: "Jour", en: "Day")
        case .week: Phrase(fr: "Semaine", en: "Week")
        case .month: Phrase(fr: "Mois", en: "Month")
        case .list: Phrase(fr: "Liste", en: "List")
        }
    }
}

/// One session in a list; its room is one press away when it is open.
struct SessionRowView: View {
    let row: SessionRow
    let words: Words

    /// When and where it was, as far as that is different.
    private var was: String? {
        guard let before = row.before, !row.isOver else { return nil }
        let parts = [
            before.day.map { words.weekday($0) }, before.hour, before.place,
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    var body: some Markup {
        li {
            a(.class("row"), .href(row.address)) {
                span(.class("row-main")) {
                    strong { row.title }
                    " "
                    span(.class("quiet")) {
                        words.hours(row.startsAt, row.endsAt) + " · " + words(row.kind.phrase) + " · " + row.cohortTitle
                            + (row.place.map { " · " + $0 } ?? "")
                    }
                    if let was { span(.class("quiet")) { " " + words(.sessionWas(was)) } }
                }
                if row.status != .published {
                    span(.class("badge badge-notice")) { words(row.state) }
                } else if row.before != nil, !row.isOver {
                    span(.class("badge badge-notice")) { words(.sessionChanged) }
                } else if row.isOver {
                    span(.class("badge")) { words(.sessionOver) }
                }
            }
            if let join = row.join {
                p(.class("actions")) {
                    a(
                        .class("button button-main"), .href(row.kind == .mentoring ? join : Links.joinSession(row.id)),
                        .rel("noreferrer")
                    ) {
                        words(row.kind == .mentoring ? .joinMeeting : .joinSession)
                    }
                }
            }
        }
    }
}
