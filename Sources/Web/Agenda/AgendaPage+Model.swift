import Accounts
import Campus
import Essentials
import Scheduling

extension AgendaPage {
    /// How much of the calendar is shown.
    enum Span: String, Encodable, Sendable, CaseIterable {
        case day, week, month
        /// What is to come, whatever its week.
        case list
    }

    struct Model: Encodable, Sendable {
        let span: Span
        let from: CalendarDay
        /// The last day that is shown.
        let through: CalendarDay
        let today: CalendarDay
        /// First days of what comes before and after.
        let previous: CalendarDay
        let next: CalendarDay
        /// Days with sessions, in order.
        let days: [Day]
        /// Cohorts whose sessions the person plans.
        let planned: [PlannedCohort]
        /// Whether the person books meetings with mentors, or offers them.
        let mayMeet: Bool
        /// What a filter may say, for those who plan: who holds sessions (the login and the name), and places.
        let trainers: [PlannedCohort]
        let places: [String]
        /// What it says.
        let trainer: String?
        let place: String?

        struct Day: Encodable, Sendable {
            let day: CalendarDay
            let sessions: [SessionRow]
        }

        struct PlannedCohort: Encodable, Sendable {
            let key: String
            let title: String
        }

        init(
            _ reading: Campus.AgendaReading, span: Span, from first: CalendarDay, filter: Campus.AgendaFilter = .init(),
            now: Instant
        ) {
            trainers = reading.holders.map { PlannedCohort(key: $0.login, title: $0.name.full) }
            places = reading.places
            (trainer, place) = (filter.trainer, filter.place)
            self.span = span
            let (from, end) = Self.bounds(span, around: first)
            self.from = from
            through = end.adding(days: -1)
            today = WallZone.paris.wallTime(now).day
            previous = span == .list ? from.adding(days: -Self.listed) : Self.bounds(span, around: from.adding(days: -1)).0
            next = end
            var days: [Day] = []
            for entry in reading.entries {
                let row = SessionRow(entry, now: now, before: reading.recentChanges[entry.session.id])
                if let last = days.last, last.day == row.day {
                    days[days.count - 1] = Day(day: last.day, sessions: last.sessions + [row])
                } else {
                    days.append(Day(day: row.day, sessions: [row]))
                }
            }
            self.days = days
            planned = reading.planned.map { PlannedCohort(key: $0.key, title: $0.title) }
            mayMeet = reading.mayMeet
        }

        /// How many days a list goes on.
        static let listed = 60

        /// The first day of the span around a day, and the first day after it.
        static func bounds(_ span: Span, around day: CalendarDay) -> (CalendarDay, CalendarDay) {
            switch span {
            case .day: return (day, day.adding(days: 1))
            case .list: return (day, day.adding(days: listed))
            case .week: return (day.monday, day.monday.adding(days: 7))
            case .month:
                let first = day.adding(days: 1 - day.day)
                let later = first.adding(days: 31)
                return (first, later.adding(days: 1 - later.day))
            }
        }
    }
}

/// A session in a list: when it is in Paris, what it is, whether its room is open.
struct SessionRow: Encodable, Sendable {
    let id: String
    let cohort: String
    let cohortTitle: String
    let kind: SessionKind
    let status: SessionStatus
    let title: String
    /// Of its beginning, in Paris.
    let day: CalendarDay
    let startsAt: Instant
    let endsAt: Instant
    let minutes: Int
    let place: String?
    /// The room, from ten minutes before until the end.
    let join: String?
    let isOver: Bool
    /// What it was, when that changed in the last days.
    var before: Before?

    struct Before: Encodable, Sendable {
        /// When it moved: of its zone.
        let day: CalendarDay?
        let hour: String?
        /// Where it was, when that is elsewhere.
        let place: String?
    }

    /// In French a class is feminine, a meeting is not.
    var state: Phrase { kind == .mentoring && status == .cancelled ? .meetingIsOff : status.phrase }

    /// Its page.
    var address: String { kind == .mentoring ? Links.meeting(id) : Links.session(id) }

    init(_ entry: ClassSessionStore.AgendaEntry, now: Instant, before: RecentChange? = nil) {
        let session = entry.session
        self.before = before.map { before in
            let isMoved = before.isMoved(from: session.plan)
            return Before(
                day: isMoved ? before.start.day : nil, hour: isMoved ? before.start.hourText : nil,
                place: before.place == session.plan.place ? nil : before.place)
        }
        id = session.id.text
        cohort = entry.cohortKey
        cohortTitle = entry.cohortTitle
        kind = session.plan.kind
        status = session.status
        title = session.plan.title
        day = WallZone.paris.wallTime(session.startsAt).day
        startsAt = session.startsAt
        endsAt = session.endsAt
        minutes = session.plan.duration
        place = session.plan.place
        let door = session.plan.madeRoom == nil ? session.plan.link : Links.session(id) + "/join"
        join = session.isJoinable(at: now) ? door : nil
        isOver = session.endsAt <= now
    }
}
