import Essentials
import HTML
import Scheduling

/// What a form says of a series, besides the session itself.
struct TypedSeries: Sendable {
    /// The last day; empty for one session.
    var until = ""
    /// 0 for Monday; none for the weekday of the session.
    var weekdays: Set<Int> = []
    var scope = SeriesScope.one

    init(until: String = "", weekdays: Set<Int> = [], scope: SeriesScope = .one) {
        self.until = until
        self.weekdays = weekdays
        self.scope = scope
    }

    init(_ fields: FormFields) {
        until = fields["until"]?.trimmingSpaces() ?? ""
        weekdays = Set(fields.all("weekdays").compactMap { Int($0) }.filter { (0..<7).contains($0) })
        scope = SeriesScope(rawValue: fields["scope"] ?? "") ?? .one
    }
}

/// Whether a session comes back: on which days, and until when.
struct RepetitionFields: View {
    let typed: TypedSeries
    let problem: Problem?
    let words: Words

    var body: some Markup {
        TextField(
            name: "until", text: .repeatUntil, value: typed.until, type: .date, hint: .repeatHint, problem: problem, words: words)
        fieldset(.class("field")) {
            legend { words(.repeatSession) }
            ForEach(Array(0..<7)) { number in
                label(.class("choice")) {
                    input(
                        .type(.checkbox), .name("weekdays"), .value("\(number)"), .checked(typed.weekdays.contains(number)))
                    span { words(.weekdays[number]) }
                }
            }
        }
    }
}

/// Which sessions of a series something is about.
struct ScopeFields: View {
    let series: SeriesStanding
    let chosen: SeriesScope
    let words: Words

    var body: some Markup {
        fieldset(.class("field")) {
            legend { words(.whichOfSeries) }
            ForEach(SeriesScope.allCases.filter { $0 != .following || series.later > 0 }) { scope in
                label(.class("choice")) {
                    input(.type(.radio), .name("scope"), .value(scope.rawValue), .checked(scope == chosen))
                    span { words(.scope(scope, series)) }
                }
            }
        }
    }
}
