import Campus
import Essentials
import HTML
import Scheduling

/// When one can be met: what a mentor offers.
struct AvailabilitiesPage: Page {
    struct Model: Encodable, Sendable {
        let availabilities: [Availability]
        let today: CalendarDay

        struct Availability: Encodable, Sendable {
            let id: String
            /// 0 for Monday; missing for one day.
            let weekday: Int?
            let day: CalendarDay
            let lastDay: CalendarDay?
            let opens: Int
            let closes: Int
            let zone: String
            let minutes: Int
            let place: String?
            let link: String?
            /// Days that are left out.
            let exceptions: [CalendarDay]
        }

        init(_ found: [MentoringAvailability], now: Instant) {
            today = WallZone.paris.wallTime(now).day
            availabilities = found.map { one in
                let (weekday, day, last): (Int?, CalendarDay, CalendarDay?) =
                    switch one.days {
                    case .weekly(let weekday, let from, let through): (weekday, from, through)
                    case .once(let day): (nil, day, nil)
                    }
                return Availability(
                    id: one.id.text, weekday: weekday, day: day, lastDay: last, opens: one.opens, closes: one.closes,
                    zone: one.zone.name, minutes: one.length, place: one.place, link: one.link,
                    exceptions: one.exceptions.sorted())
            }
        }
    }

    let model: Model
    var typed = Campus.TypedAvailability()
    /// Whether it is the form of a new one that was refused; otherwise a day of one.
    var problem: Problem?
    var refusedDay: String?
    var menu: MenuEntry? { .agenda }

    func heading(_ words: Words) -> String { words(.myAvailabilities) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.mentoring)) {
                    words.icon("back")
                    " "
                    words(.mentoring)
                }
                h1 { words(.myAvailabilities) }
                p(.class("lead")) { words(.availabilitiesLead) }
            }
            ForEach(model.availabilities) { one in card(one, words) }
            form(.class("form card"), .method(.post), .action(Links.availabilities), .novalidate()) {
                h2 { words(.newAvailability) }
                if refusedDay == nil { fields(words, problem) } else { fields(words, nil) }
                div(.class("actions")) {
                    button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.offer) }
                }
            }
        }
    }

    private func card(_ one: Model.Availability, _ words: Words) -> some Markup {
        section(.class("card"), .aria(.labelledby, "availability-\(one.id)")) {
            h2(.id("availability-\(one.id)")) { title(one, words) }
            ul(.class("facts")) {
                li { words(.meetingsOf(one.minutes)) }
                if let place = one.place { li { place } }
                if one.link != nil { li { words(.meetingOnline) } }
                if let last = one.lastDay { li { words.period(from: nil, to: last) ?? "" } }
            }
            if one.weekday != nil { exceptions(one, words) }
            form(.method(.post), .action(Links.closeAvailability(one.id)), .novalidate()) {
                button(.class("button button-quiet")) {
                    words(.withdrawAvailability)
                    span(.class("visually-hidden")) { " : " + title(one, words) }
                }
            }
        }
    }

    private func exceptions(_ one: Model.Availability, _ words: Words) -> some Markup {
        let problem = refusedDay == one.id ? self.problem : nil
        return details(.class("more"), .attribute("open", problem == nil ? nil : "")) {
            summary { words(.daysLeftOut(one.exceptions.count)) }
            ul(.class("rows")) {
                ForEach(one.exceptions) { day in
                    li {
                        form(.class("row"), .method(.post), .action(Links.availabilityExceptions(one.id))) {
                            input(.type(.hidden), .name("day"), .value(day.text))
                            input(.type(.hidden), .name("back"), .value("1"))
                            span(.class("row-main")) { words.weekday(day, withYear: true) }
                            button(.class("button button-quiet")) {
                                words(.takeDayIn)
                                span(.class("visually-hidden")) { " : " + words.weekday(day) }
                            }
                        }
                    }
                }
            }
            form(.class("form"), .method(.post), .action(Links.availabilityExceptions(one.id)), .novalidate()) {
                TextField(
                    name: "day", text: .leaveDayOut, value: "", type: .date, id: "day-\(one.id)", problem: problem, words: words)
                div(.class("actions")) { button(.class("button")) { words(.leaveOut) } }
            }
        }
    }

    private func title(_ one: Model.Availability, _ words: Words) -> String {
        let hours = words(.between(Self.hour(one.opens, words.language), Self.hour(one.closes, words.language)))
        guard let weekday = one.weekday else { return words.weekday(one.day, withYear: true) + ", " + hours }
        return words(.weekdays[weekday]) + ", " + hours
    }

    static func hour(_ minute: Int, _ language: Language) -> String {
        let (hours, minutes) = (minute / 60, minute % 60)
        let two = minutes < 10 ? "0\(minutes)" : "\(minutes)"
        return language == .french ? "\(hours) h \(two)" : "\(hours < 10 ? "0" : "")\(hours):\(two)"
    }

    @MarkupBuilder private func fields(_ words: Words, _ problem: Problem?) -> some Markup {
        FormProblem(problem: problem, words: words)
        div(.class("field")) {
            label(.for("weekday")) { words(.whichDays) }
            select(.class("input"), .id("weekday"), .name("weekday"), .autocomplete("off")) {
                ForEach(Array(0..<7)) { number in
                    option(.value("\(number)"), .selected(typed.weekday == number)) { words(.everyWeek(number)) }
                }
                option(.value(""), .selected(typed.weekday == nil && !typed.day.isEmpty)) { words(.oneDayOnly) }
            }
        }
        TextField(
            name: "day", text: .firstOrOnlyDay, value: typed.day, type: .date, hint: .firstDayHint, problem: problem, words: words
        )
        TextField(name: "opens", text: .opensAtHour, value: typed.opens, type: .time, problem: problem, words: words)
        TextField(name: "closes", text: .closesAtHour, value: typed.closes, type: .time, problem: problem, words: words)
        div(.class("field")) {
            label(.for("length")) { words(.meetingLength) }
            select(.class("input"), .id("length"), .name("length"), .autocomplete("off")) {
                ForEach(MentoringAvailability.lengths) { minutes in
                    option(.value("\(minutes)"), .selected(typed.length == minutes)) { words(.duration(minutes: minutes)) }
                }
            }
        }
        TextField(name: "link", text: .meetingLink, value: typed.link, type: .url, problem: problem, words: words)
        TextField(name: "place", text: .meetingPlace, value: typed.place, problem: problem, words: words)
        if let wrong = problem?.fields.first(where: { $0.field == "nowhere" })?.message {
            FieldError(id: "nowhere-error", message: wrong, words: words)
        }
    }
}
