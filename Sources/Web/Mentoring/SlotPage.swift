import Accounts
import Campus
import Essentials
import HTML
import Scheduling

/// One time with somebody, before it is booked.
struct SlotPage: Page {
    struct Model: Encodable, Sendable {
        let person: String
        let name: String
        let role: CohortRole
        let cohortTitle: String
        let day: CalendarDay
        let startsAt: Instant
        let endsAt: Instant
        let minutes: Int
        let place: String?
        let isVirtual: Bool
        /// One's own classes at that time.
        let ownClasses: [String]
        let hostIsHeld: Bool
        /// The id that a booking from this page has: sent twice, it is one.
        let meeting: String

        init(_ host: Campus.MentoringHost, _ offered: Campus.OfferedSlot, meeting: Identifier<MentoringMeeting>) {
            let slot = offered.slot
            person = host.person.text
            name = host.name.full
            role = host.role
            cohortTitle = host.cohort.title
            day = WallZone.paris.wallTime(slot.startsAt).day
            startsAt = slot.startsAt
            endsAt = slot.endsAt
            minutes = slot.length
            place = slot.place
            isVirtual = slot.link != nil
            ownClasses = offered.ownClasses
            hostIsHeld = offered.hostIsHeld
            self.meeting = meeting.text
        }
    }

    let model: Model
    /// What was typed and refused.
    var topic = ""
    var problem: Problem?
    var menu: MenuEntry? { .agenda }

    private var hasConflict: Bool { !model.ownClasses.isEmpty || model.hostIsHeld }

    func heading(_ words: Words) -> String { words(.bookMeeting) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.mentoring)) {
                    words.icon("back")
                    " "
                    words(.mentoring)
                }
                h1 { words(.bookMeeting) }
            }
            FormProblem(problem: problem, words: words)
            section(.class("card")) {
                h2 { model.name }
                p { strong { words.weekday(model.day, withYear: true) + ", " + words.hours(model.startsAt, model.endsAt) } }
                ul(.class("facts")) {
                    li { words(model.role.phrase) }
                    li { words(.duration(minutes: model.minutes)) }
                    if model.isVirtual { li { words(.meetingOnline) } }
                    if let place = model.place { li { place } }
                }
                form(.class("form"), .method(.post), .action(Links.slot(model.person, model.startsAt)), .novalidate()) {
                    input(.type(.hidden), .name("meeting"), .value(model.meeting))
                    if hasConflict {
                        div(.class("notice notice-warning")) {
                            words.icon("warning")
                            div {
                                ForEach(model.ownClasses) { title in p { words(.youHaveClass(title)) } }
                                if model.hostIsHeld { p { words(.hostHasClass(model.name)) } }
                            }
                        }
                        label(.class("choice")) {
                            input(.type(.checkbox), .name("force"), .value("1"))
                            span { words(.bookAllTheSame) }
                        }
                    }
                    TextField(
                        name: "topic", text: .meetingTopic, value: topic, hint: .meetingTopicHint, problem: problem, words: words)
                    div(.class("actions")) {
                        button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.book) }
                    }
                }
            }
        }
    }
}

/// Where a meeting can be moved.
struct MoveMeetingPage: Page {
    struct Model: Encodable, Sendable {
        let meeting: String
        let name: String
        let day: CalendarDay
        let startsAt: Instant
        let endsAt: Instant
        let days: [MentoringPage.Model.Day]

        init(_ reading: Campus.MeetingReading, _ slots: [Campus.OfferedSlot]) {
            meeting = reading.meeting.id.text
            name = reading.host.full
            day = WallZone.paris.wallTime(reading.meeting.startsAt).day
            startsAt = reading.meeting.startsAt
            endsAt = reading.meeting.endsAt
            days = MentoringPage.Model.days(slots)
        }
    }

    let model: Model
    var problem: Problem?
    var menu: MenuEntry? { .agenda }

    func heading(_ words: Words) -> String { words(.moveMeeting) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.meeting(model.meeting))) {
                    words.icon("back")
                    " "
                    model.name
                }
                h1 { words(.moveMeeting) }
                p(.class("lead")) { words.weekday(model.day) + ", " + words.hours(model.startsAt, model.endsAt) }
            }
            FormProblem(problem: problem, words: words)
            if model.days.isEmpty {
                div(.class("empty")) {
                    words.icon("agenda")
                    p(.class("empty-title")) { words(.noOtherSlot) }
                }
            }
            ForEach(model.days) { day in
                section(.aria(.labelledby, "day-\(day.day)")) {
                    h2(.id("day-\(day.day)")) { words.weekday(day.day) }
                    form(.class("moves"), .method(.post), .action(Links.moveMeeting(model.meeting)), .novalidate()) {
                        ForEach(day.slots) { slot in
                            button(
                                .class("button button-quiet"), .attribute("name", "start"),
                                .attribute("value", "\(slot.startsAt.milliseconds)")
                            ) {
                                span {
                                    words.hour(slot.startsAt) + (slot.isClear ? "" : " · " + words(.duringClass))
                                    span(.class("visually-hidden")) { ", " + words.weekday(day.day) }
                                }
                            }
                        }
                        if problem != nil {
                            label(.class("choice")) {
                                input(.type(.checkbox), .name("force"), .value("1"))
                                span { words(.bookAllTheSame) }
                            }
                        }
                    }
                }
            }
        }
    }
}
