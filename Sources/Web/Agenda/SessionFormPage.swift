import Accounts
import Campus
import Essentials
import HTML
import HTTPTypes
import Scheduling

/// Planning a session, or changing what was planned.
struct SessionFormPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        /// `nil` for a new one.
        let session: String?
        let kind: String
        let title: String
        let day: String
        let hour: String
        let minutes: String
        let zone: String
        let group: String
        let trainers: [String]
        let place: String
        let link: String
        let notes: String
        let isPublished: Bool
        let groups: [Choice]
        let people: [Choice]
        /// The series that it is of; missing for none.
        let series: SeriesStanding?
        /// Rooms that Rebond can make, and the one that is chosen; empty for an address.
        let rooms: [String]
        let room: String

        struct Choice: Encodable, Sendable {
            let key: String
            let title: String
        }

        init(
            _ typed: Campus.TypedSession, session: String?, _ choices: Campus.SessionChoices, series: SeriesStanding? = nil
        ) {
            self.series = series
            cohort = choices.cohort.key
            cohortTitle = choices.cohort.title
            self.session = session
            kind = typed.kind
            title = typed.title
            day = typed.day
            hour = typed.hour
            minutes = typed.duration
            zone = typed.zone
            group = typed.group
            trainers = typed.trainers
            place = typed.place
            let made = MadeRoom(link: typed.link)
            room = made?.rawValue ?? ""
            rooms = (choices.rooms + (made.map { choices.rooms.contains($0) ? [] : [$0] } ?? [])).map(\.rawValue)
            link = made == nil ? typed.link : ""
            notes = typed.notes
            isPublished = typed.isPublished
            groups = choices.groups.map { Choice(key: $0.key, title: $0.title) }
            people = choices.trainers.map { Choice(key: $0.login, title: $0.name.full) }
        }
    }

    let model: Model
    var problem: Problem?
    /// What was typed of the series, and refused.
    var typedSeries = TypedSeries()
    var menu: MenuEntry? { .agenda }

    private var isConflict: Bool { problem?.status == .conflict }

    func heading(_ words: Words) -> String { words(model.session == nil ? .planSession : .changeSession) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(model.session.map { Links.session($0) } ?? Links.agenda)) {
                    words.icon("back")
                    " "
                    model.session == nil ? words(MenuEntry.agenda.words) : model.title
                }
                h1 { heading(words) }
                p(.class("lead")) { model.cohortTitle }
            }
            form(
                .class("form"), .method(.post), .action(model.session.map { Links.session($0) } ?? Links.sessions(model.cohort)),
                .novalidate()
            ) {
                if let problem {
                    div(.class("notice notice-danger"), .role(.alert)) {
                        words.icon("warning")
                        div { p { words(problem.detail) } }
                    }
                }
                if isConflict { box("force", words(.keepAllTheSame), isChecked: false) }
                fields(words)
                div(.class("actions")) { button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.save) } }
            }
        }
    }

    @MarkupBuilder private func fields(_ words: Words) -> some Markup {
        field("title", .sessionTitle, model.title, words)
        fieldset(.class("field")) {
            legend { words(.sessionKind) }
            ForEach(SessionKind.planned) { kind in
                label(.class("choice")) {
                    input(.type(.radio), .name("kind"), .value(kind.rawValue), .checked(kind.rawValue == model.kind))
                    span { words(kind.phrase) }
                }
            }
        }
        field("day", .sessionDay, model.day, type: .date, words)
        field("hour", .sessionHour, model.hour, type: .time, words)
        field("minutes", .sessionMinutes, model.minutes, error: "duration", words)
        if model.session == nil { RepetitionFields(typed: typedSeries, problem: problem, words: words) }
        if let series = model.series { ScopeFields(series: series, chosen: typedSeries.scope, words: words) }
        field("place", .sessionPlace, model.place, words)
        if !model.rooms.isEmpty {
            fieldset(.class("field")) {
                legend { words(.virtualRoom) }
                ForEach(model.rooms) { room in
                    label(.class("choice")) {
                        input(.type(.radio), .name("room"), .value(room), .checked(room == model.room))
                        span { words(.roomMadeBy(room)) }
                    }
                }
                label(.class("choice")) {
                    input(.type(.radio), .name("room"), .value(""), .checked(model.room.isEmpty))
                    span { words(.roomGiven) }
                }
            }
        }
        field("link", .sessionLink, model.link, type: .url, words)
        field("notes", .sessionNotes, model.notes, words)
        if !model.groups.isEmpty {
            fieldset(.class("field")) {
                legend { words(.sessionGroup) }
                label(.class("choice")) {
                    input(.type(.radio), .name("group"), .value(""), .checked(model.group.isEmpty))
                    span { words(.wholeCohort) }
                }
                ForEach(model.groups) { group in
                    label(.class("choice")) {
                        input(.type(.radio), .name("group"), .value(group.key), .checked(group.key == model.group))
                        span { group.title }
                    }
                }
            }
        }
        if !model.people.isEmpty {
            fieldset(.class("field")) {
                legend { words(.sessionTrainers) }
                ForEach(model.people) { person in
                    label(.class("choice")) {
                        input(
                            .type(.checkbox), .name("trainers"), .value(person.key), .checked(model.trainers.contains(person.key))
                        )
                        span { person.title }
                    }
                }
            }
        }
        input(.type(.hidden), .name("zone"), .value(model.zone))
        box("published", words(.tellEverybody), isChecked: model.isPublished)
    }

    private func box(_ name: String, _ text: String, isChecked: Bool) -> some Markup {
        div(.class("field")) {
            label(.class("choice")) {
                input(.type(.checkbox), .name(name), .value("1"), .checked(isChecked))
                span { text }
            }
        }
    }

    private func field(
        _ name: String, _ text: Phrase, _ value: String, type: InputType = .text, error: String? = nil, _ words: Words
    ) -> some Markup {
        let wrong = problem?.fields.first { $0.field == error ?? name }?.message
        return div(.class("field"), .class("field-wrong", when: wrong != nil)) {
            label(.for(name)) { words(text) }
            input(
                .class("input"), .id(name), .name(name), .type(type), .value(value), .autocomplete("off"),
                .aria(.describedby, wrong == nil ? nil : "\(name)-error"), .attribute("aria-invalid", wrong == nil ? nil : "true")
            )
            if let wrong {
                p(.class("field-error"), .id("\(name)-error")) {
                    words.icon("warning")
                    " "
                    words(wrong)
                }
            }
        }
    }
}
