import Accounts
import Campus
import Essentials
import HTML
import Scheduling

/// Whom one can meet and when, and one's own meetings.
struct MentoringPage: Page {
    struct Model: Encodable, Sendable {
        let upcoming: [SessionRow]
        /// The last one first.
        let past: [Past]
        let hosts: [Host]
        /// The usual rules for who books nothing.
        let rules: MentoringRules
        let isHost: Bool

        struct Past: Encodable, Sendable {
            let row: SessionRow
            let outcome: MeetingOutcome?
            let shared: String?
            let nextStep: String?
            let nextDay: CalendarDay?
            /// Whether the person may note what came of it, and has not.
            let isToReport: Bool
        }

        struct Host: Encodable, Sendable {
            let person: String
            let name: String
            let role: CohortRole
            let cohort: String
            let cohortTitle: String
            let days: [Day]
            /// Whether there are more days than those.
            let hasMore: Bool
        }

        struct Day: Encodable, Sendable {
            /// In Paris.
            let day: CalendarDay
            let slots: [Slot]
        }

        struct Slot: Encodable, Sendable {
            let startsAt: Instant
            let minutes: Int
            /// Whether neither of the two has a class then.
            let isClear: Bool
        }

        /// - Parameter chosen: the host of whom all days are shown.
        init(_ reading: Campus.MentoringReading, viewer: Identifier<Person>, chosen: String?, now: Instant) {
            upcoming = reading.meetings.filter { $0.entry.meeting.endsAt > now }
                .map { SessionRow($0.entry.agendaEntry, now: now) }
            past = reading.meetings.filter { $0.entry.meeting.endsAt <= now }.suffix(10).reversed().map { line in
                let meeting = line.entry.meeting
                return Past(
                    row: SessionRow(line.entry.agendaEntry, now: now), outcome: line.report?.outcome, shared: line.report?.shared,
                    nextStep: line.report?.nextStep, nextDay: line.report?.nextDay,
                    isToReport: meeting.host == viewer && !meeting.isCancelled && line.report == nil)
            }
            let found = reading.hosts.filter { chosen == nil || $0.person.text == chosen }
            // Who has times comes first.
            hosts = (found.filter { !$0.slots.isEmpty } + found.filter(\.slots.isEmpty)).map { host in
                let days = Self.days(host.slots)
                let shown = chosen == nil ? Array(days.prefix(3)) : days
                return Host(
                    person: host.person.text, name: host.name.full, role: host.role, cohort: host.cohort.key,
                    cohortTitle: host.cohort.title, days: shown, hasMore: shown.count < days.count)
            }
            rules = reading.rules
            isHost = reading.isHost
        }

        static func days(_ slots: [Campus.OfferedSlot]) -> [Day] {
            var days: [Day] = []
            for offered in slots {
                let day = WallZone.paris.wallTime(offered.slot.startsAt).day
                let slot = Slot(startsAt: offered.slot.startsAt, minutes: offered.slot.length, isClear: offered.isClear)
                if let last = days.last, last.day == day {
                    days[days.count - 1] = Day(day: day, slots: last.slots + [slot])
                } else {
                    days.append(Day(day: day, slots: [slot]))
                }
            }
            return days
        }
    }

    let model: Model
    var menu: MenuEntry? { .agenda }

    func heading(_ words: Words) -> String { words(.mentoring) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.agenda)) {
                    words.icon("back")
                    " "
                    words(MenuEntry.agenda.words)
                }
                h1 { words(.mentoring) }
                p(.class("lead")) { words(model.isHost && model.hosts.isEmpty ? .mentoringLeadHost : .mentoringLead) }
            }
            if model.isHost {
                p(.class("actions")) {
                    a(.class("button"), .href(Links.availabilities)) { words(.myAvailabilities) }
                }
            }
            if !model.upcoming.isEmpty {
                section(.class("stack"), .aria(.labelledby, "upcoming")) {
                    h2(.id("upcoming")) { words(.meetingsToCome) }
                    ForEach(model.upcoming) { row in
                        h3 { words.weekday(row.day) }
                        ul(.class("rows")) { SessionRowView(row: row, words: words) }
                    }
                }
            } else if model.hosts.isEmpty {
                div(.class("empty")) {
                    words.icon("agenda")
                    p(.class("empty-title")) { words(.noMeeting) }
                    p { words(model.isHost ? .noMeetingHost : .noHost) }
                }
            }
            ForEach(model.hosts) { host in HostView(host: host, rules: model.rules, words: words) }
            if !model.past.isEmpty { past(words) }
        }
    }

    private func past(_ words: Words) -> some Markup {
        section(.class("stack"), .aria(.labelledby, "past")) {
            h2(.id("past")) { words(.meetingsPast) }
            ul(.class("rows")) {
                ForEach(model.past) { past in
                    li {
                        a(.class("row"), .href(past.row.address)) {
                            span(.class("row-main")) {
                                strong { past.row.title }
                                " "
                                span(.class("quiet")) { words.weekday(past.row.day) + " · " + words(state(past)) }
                            }
                            if past.isToReport { span(.class("badge badge-notice")) { words(.toNote) } }
                        }
                        if let next = past.nextStep {
                            p(.class("typed-text")) {
                                words.label(.nextStep)
                                next
                                if let day = past.nextDay { " (" + words.weekday(day) + ")" }
                            }
                        }
                    }
                }
            }
        }
    }

    private func state(_ past: Model.Past) -> Phrase {
        if past.row.status == .cancelled { return past.row.state }
        return past.outcome?.phrase ?? .meetingIsPast
    }
}

/// Somebody whom one can meet, with the next times.
private struct HostView: View {
    let host: MentoringPage.Model.Host
    let rules: MentoringRules
    let words: Words

    var body: some Markup {
        section(.class("card"), .aria(.labelledby, "host-\(host.person)")) {
            h2(.id("host-\(host.person)")) { host.name }
            ul(.class("facts")) {
                li { words(host.role.phrase) }
                li { host.cohortTitle }
            }
            if host.days.isEmpty {
                p(.class("quiet")) { words(.noSlot(rules.weeksAhead)) }
            } else {
                SlotChoices(days: host.days, name: host.name, words: words) { Links.slot(host.person, $0) }
            }
            if host.hasMore { p { a(.href(Links.mentoring(host: host.person))) { words(.moreSlots(host.name)) } } }
        }
    }
}

/// Times to choose, day by day: each is one press.
struct SlotChoices: View {
    let days: [MentoringPage.Model.Day]
    /// Whom one would meet.
    let name: String
    let words: Words
    let link: @Sendable (Instant) -> String

    var body: some Markup {
        ForEach(days) { day in
            h3 { words.weekday(day.day) }
            div(.class("moves")) {
                ForEach(day.slots) { slot in
                    a(.class("button button-quiet"), .href(link(slot.startsAt))) {
                        span {
                            words.hour(slot.startsAt) + (slot.isClear ? "" : " · " + words(.duringClass))
                            span(.class("visually-hidden")) { ", " + words.weekday(day.day) + ", " + name }
                        }
                    }
                }
            }
        }
    }
}
