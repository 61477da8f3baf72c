import Campus
import Essentials
import HTML
import Progress

/// The pace of one learner, for those who decide on pauses and on more time.
struct PacePage: Page {
    enum Form: Sendable { case pause, moreTime, ruling }

    /// What was typed and refused.
    struct Typed: Sendable {
        let form: Form
        let fields: FormFields
        let problem: Problem
    }

    let model: Model
    var typed: Typed?
    var menu: MenuEntry? { .cohorts }

    private var name: String { "\(model.givenName) \(model.familyName)" }

    func heading(_ words: Words) -> String { words(.paceTitle) + " · " + name }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.learner(model.cohort, model.person))) {
                    words.icon("back")
                    " "
                    name
                }
                h1 { words(.paceTitle) }
                p(.class("lead")) { name }
            }
            ForEach(model.courses) { PaceCourse(course: $0, asOf: model.asOf, words: words) }
            pauseForm(words)
            if model.courses.contains(where: { !$0.due.isEmpty }) { moreTimeForm(words) }
            RulingForm(model: model, typed: typed.flatMap { $0.form == .ruling ? $0 : nil }, words: words)
            section(.aria(.labelledby, "decisions")) {
                h2(.id("decisions")) { words(.decisions) }
                if !model.rulings.isEmpty {
                    ul(.class("rows")) { ForEach(model.rulings) { PaceRuling(ruling: $0, model: model, words: words) } }
                }
                if model.decisions.isEmpty, model.rulings.isEmpty { p(.class("quiet")) { words(.nothingDecided) } }
                ul(.class("rows")) {
                    ForEach(model.decisions) { PaceDecision(decision: $0, model: model, words: words) }
                }
            }
        }
    }

    private func pauseForm(_ words: Words) -> some Markup {
        let typed = typed.flatMap { $0.form == .pause ? $0 : nil }
        return form(
            .class("form card"), .method(.post), .action(Links.pauses(model.cohort, model.person)), .novalidate()
        ) {
            h2 { words(.givePause) }
            p { words(.pauseLead) }
            div(.class("field")) {
                label(.for("motive")) { words(.motive) }
                select(.class("input"), .id("motive"), .name("motive")) {
                    ForEach(PauseMotive.allCases) { motive in
                        option(.value(motive.rawValue), .selected(typed?.fields["motive"] == motive.rawValue)) {
                            words(motive.phrase)
                        }
                    }
                }
            }
            DayField(id: "pause-first", name: "firstDay", title: .firstDay, typed: typed, words: words)
            DayField(id: "pause-last", name: "lastDay", title: .lastDay, typed: typed, words: words)
            NoteField(id: "pause-note", title: .pauseNote, hint: .pauseNoteHint, typed: typed, words: words)
            div(.class("actions")) { button(.class("button"), .data("busy", words(.oneMoment))) { words(.givePause) } }
        }
    }

    private func moreTimeForm(_ words: Words) -> some Markup {
        let typed = typed.flatMap { $0.form == .moreTime ? $0 : nil }
        return form(
            .class("form card"), .method(.post), .action(Links.extensions(model.cohort, model.person)), .novalidate()
        ) {
            h2 { words(.giveMoreTime) }
            p { words(.moreTimeLead) }
            div(.class("field"), .class("field-wrong", when: typed?.message("activity") != nil)) {
                label(.for("activity")) { words(.activity) }
                select(.class("input"), .id("activity"), .name("activity"), .autocomplete("off")) {
                    ForEach(model.courses) { course in
                        optgroup(.label(course.title)) {
                            ForEach(course.due) { due in
                                option(
                                    .value("\(course.key)/\(due.activity)"), .lang(words.lang(of: due.language)),
                                    .selected(typed?.fields["activity"] == "\(course.key)/\(due.activity)")
                                ) { due.title + ", " + words.day(due.dueOn) }
                            }
                        }
                    }
                }
                if let message = typed?.message("activity") { FieldError(id: "activity-error", message: message, words: words) }
            }
            DayField(id: "extension-last", name: "lastDay", title: .lastDay, typed: typed, words: words)
            NoteField(id: "extension-note", title: .whyMoreTime, hint: nil, typed: typed, words: words)
            div(.class("actions")) { button(.class("button"), .data("busy", words(.oneMoment))) { words(.giveMoreTime) } }
        }
    }
}

extension PacePage.Typed {
    func message(_ field: String) -> Phrase? { problem.fields.first { $0.field == field }?.message }
}

/// How somebody stands to the plan of a course, and what is due.
private struct PaceCourse: View {
    let course: PacePage.Model.Course
    let asOf: CalendarDay
    let words: Words

    var body: some Markup {
        section(.class("stack"), .aria(.labelledby, "course-\(course.key)")) {
            h2(.id("course-\(course.key)"), .lang(words.lang(of: course.language))) { course.title }
            if let pace = course.pace {
                p {
                    words.label(.paceOn(words.day(asOf)))
                    strong { words(.pace(pace)) }
                }
                p(.class("quiet")) { words(.plannedAndDone(planned: pace.plannedMinutes, done: pace.doneMinutes)) }
            } else {
                p(.class("quiet")) { words(.noPlan) }
            }
            if !course.due.isEmpty {
                details(.class("more")) {
                    summary { words(.notDoneYet) }
                    ul {
                        ForEach(course.due) { due in
                            li {
                                span(.lang(words.lang(of: due.language))) { due.title }
                                ", " + words(.forDay(words.day(due.dueOn)))
                                if let days = due.daysLate { ", " + words(.lateBy(days)) }
                                if due.hasMoreTime { ", " + words(.withMoreTime) }
                            }
                        }
                    }
                }
            }
        }
    }
}

private struct PaceDecision: View {
    let decision: PacePage.Model.Decision
    let model: PacePage.Model
    let words: Words

    var body: some Markup {
        li(.class("row")) {
            div(.class("row-main")) {
                strong { words(what) }
                if decision.isWithdrawn { " (" + words(.takenBack) + ")" }
                p(.class("quiet small")) {
                    [decision.note, words.moment(decision.setAt), decision.setBy ?? words(.commandLine)].compactMap(\.self)
                        .joined(separator: " · ")
                }
            }
            if decision.holds {
                form(.method(.post), .action(Links.pauses(model.cohort, model.person))) {
                    input(.type(.hidden), .name("withdraw"), .value("\(decision.subject)"))
                    button(.class("button button-quiet"), .data("busy", words(.oneMoment))) {
                        words(.takeBack)
                        span(.class("visually-hidden")) { " " + words(what) }
                    }
                }
            }
        }
    }

    private var what: Phrase {
        let last = words.day(decision.lastDay)
        guard let motive = decision.motive, let first = decision.firstDay else {
            return .moreTimeUntil(last, decision.activity ?? "")
        }
        return .pauseFromTo(words.day(first), last, motive.phrase)
    }
}

/// A day to type or to choose.
struct DayField: View {
    let id: String
    let name: String
    let title: Phrase
    let typed: PacePage.Typed?
    let words: Words

    var body: some Markup {
        let message = typed?.message(name)
        div(.class("field"), .class("field-wrong", when: message != nil)) {
            label(.for(id)) { words(title) }
            input(
                .class("input input-short"), .id(id), .name(name), .type(.date), .autocomplete("off"),
                .value(typed?.fields[name]), .aria(.describedby, message == nil ? nil : "\(id)-error"),
                .attribute("aria-invalid", message == nil ? nil : "true"))
            if let message { FieldError(id: "\(id)-error", message: message, words: words) }
        }
    }
}

struct NoteField: View {
    let id: String
    let title: Phrase
    let hint: Phrase?
    let typed: PacePage.Typed?
    let words: Words

    var body: some Markup {
        let message = typed?.message("note")
        let described = [hint.map { _ in "\(id)-hint" }, message.map { _ in "\(id)-error" }].compactMap(\.self)
        div(.class("field"), .class("field-wrong", when: message != nil)) {
            label(.for(id)) { words(title) }
            if let hint { p(.class("field-hint"), .id("\(id)-hint")) { words(hint) } }
            input(
                .class("input"), .id(id), .name("note"), .type(.text), .autocomplete("off"), .maxlength(PaceStore.longestNote),
                .value(typed?.fields["note"]), .aria(.describedby, described.isEmpty ? nil : described.joined(separator: " ")),
                .attribute("aria-invalid", message == nil ? nil : "true"))
            if let message { FieldError(id: "\(id)-error", message: message, words: words) }
        }
    }
}
