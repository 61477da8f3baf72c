import Accounts
import Campus
import CourseContent
import Essentials
import HTML
import Scheduling

/// The whole calendar of a cohort as its courses ask for it: what would be planned, what is in the way, one button.
struct PlanPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let lines: [Line]
        /// What the button would plan.
        let count: Int
        let needsLink: Bool
        let needsPlace: Bool

        struct Line: Encodable, Sendable {
            let title: String
            let form: SessionForm
            let week: Int
            let wanted: CalendarDay
            let day: CalendarDay
            let hour: String
            let minutes: Int
            let outcome: Campus.ProposedSession.Outcome
            let isHoliday: Bool
            /// Titles of what takes place on the day that was wanted.
            let conflicts: [String]
            /// Its page, when it is on the calendar.
            let session: String?
        }

        init(_ proposal: Campus.CalendarProposal) {
            cohort = proposal.cohort.key
            cohortTitle = proposal.cohort.title
            lines = proposal.lines.map { line in
                Line(
                    title: line.title, form: line.form, week: line.week, wanted: line.wanted, day: line.start.day,
                    hour: line.start.hourText, minutes: line.minutes, outcome: line.outcome, isHoliday: line.isHoliday,
                    conflicts: line.conflicts.map(\.other.plan.title), session: line.session?.text)
            }
            let kept = proposal.lines.filter { [.planned, .moved].contains($0.outcome) }
            count = kept.count
            needsLink = kept.contains { $0.form == .virtual }
            needsPlace = kept.contains { $0.form == .inPerson }
        }
    }

    let model: Model
    /// What was typed and refused.
    var options = Campus.ProposalOptions()
    var problem: Problem?
    var menu: MenuEntry? { .agenda }

    func heading(_ words: Words) -> String { words(.wholeCalendar) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page page-wide"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.agenda)) {
                    words.icon("back")
                    " "
                    words(MenuEntry.agenda.words)
                }
                h1 { words(.wholeCalendar) }
                p(.class("lead")) { model.cohortTitle }
            }
            if model.lines.isEmpty {
                div(.class("empty")) {
                    words.icon("agenda")
                    p(.class("empty-title")) { words(.nothingToPlan) }
                    p { words(.nothingToPlanAdvice) }
                    p { a(.class("button"), .href(Links.newSession(model.cohort))) { words(.planSession) } }
                }
            } else {
                p { words(.toBePlanned(model.count)) }
                if model.count > 0 { form(words) }
                table(words)
            }
        }
    }

    private func form(_ words: Words) -> some Markup {
        HTML.form(.class("form card"), .method(.post), .action(Links.plan(model.cohort)), .novalidate()) {
            FormProblem(problem: problem, words: words)
            if model.needsLink {
                TextField(name: "link", text: .sessionLink, value: options.link, type: .url, problem: problem, words: words)
            }
            if model.needsPlace {
                TextField(name: "place", text: .sessionPlace, value: options.place, problem: problem, words: words)
            }
            label(.class("choice")) {
                input(.type(.checkbox), .name("published"), .value("1"), .checked(!options.isDraft))
                span { words(.tellEverybody) }
            }
            div(.class("actions")) {
                button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.planAll(model.count)) }
            }
        }
    }

    private func table(_ words: Words) -> some Markup {
        div(.class("data-scroll"), .role(.region), .tabindex(0), .aria(.labelledby, "proposal")) {
            HTML.table(.class("data")) {
                HTML.caption(.id("proposal")) { words(.proposal) }
                thead {
                    tr {
                        th(.scope(.column)) { words(.week) }
                        th(.scope(.column)) { words(.sessionTitle) }
                        th(.scope(.column)) { words(.sessionDay) }
                        th(.scope(.column)) { words(.sessionHour) }
                        th(.scope(.column)) { words(.status) }
                    }
                }
                tbody {
                    ForEach(model.lines) { line in
                        tr {
                            td { "\(line.week)" }
                            th(.scope(.row)) {
                                if let session = line.session {
                                    a(.href(Links.session(session))) { line.title }
                                } else {
                                    line.title
                                }
                            }
                            td { words.weekday(line.day) }
                            td { line.hour + " · " + words(.duration(minutes: line.minutes)) }
                            td {
                                span(
                                    .class("badge"),
                                    .class("badge-notice", when: line.outcome == .moved || line.outcome == .refused)
                                ) {
                                    words(line.outcome.phrase)
                                }
                                if let why = why(line, words) { p(.class("quiet small")) { why } }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What is in the way on the day that the course asks for, and what to do where no other day is free.
    private func why(_ line: Model.Line, _ words: Words) -> String? {
        guard line.outcome == .moved || line.outcome == .refused else { return nil }
        let day = words.weekday(line.wanted)
        let reason =
            line.isHoliday
            ? words(.isPublicHoliday(day)) : words(.isTakenBy(day, line.conflicts.first ?? ""))
        return line.outcome == .moved ? reason : reason + " " + words(.planItYourself)
    }
}
