import Accounts
import Campus
import Essentials
import Scheduling

/// A half-day of a session, as its pages show it.
struct HalfDayModel: Encodable, Sendable {
    let part: HalfDay.Part
    let day: CalendarDay
    let startsAt: Instant
    let endsAt: Instant
    let minutes: Int
    let opensAt: Instant
    /// From here on a reason is asked for.
    let closesAt: Instant
    /// From here on nobody signs.
    let signedUntil: Instant
    let window: SigningWindow.Standing
    let hasBegun: Bool
    /// Everybody whom one may see, trainers first.
    let people: [AttendanceLineModel]

    init(_ reading: Campus.HalfDayReading, in all: Campus.AttendanceReading, now: Instant) {
        let half = reading.half
        part = half.part
        day = half.day
        startsAt = half.startsAt
        endsAt = half.endsAt
        minutes = half.minutes
        opensAt = reading.window.opensAt
        closesAt = reading.window.closesAt
        signedUntil = reading.window.endsAt
        window = reading.window.standing(at: now)
        hasBegun = now >= half.startsAt
        people = reading.lines.map { AttendanceLineModel($0, half, in: all) }
    }

    func line(of person: String) -> AttendanceLineModel? { people.first { $0.person == person } }

    /// Whether the half-day can be signed now.
    var isOpen: Bool { window == .open || window == .late }
}

/// One person in one half-day.
struct AttendanceLineModel: Encodable, Sendable {
    let person: String
    let name: String
    let role: AttendanceFact.Role
    let state: AttendanceStanding.State
    let signature: Signature?
    let absence: Absence?
    let lateArrival: LateArrival?
    /// When the person pressed the button that leads into the virtual class, or what its service says. It signs for nobody.
    let connections: [Connection]

    struct Signature: Encodable, Sendable {
        let entry: String
        let signedAt: Instant
        let method: AttendanceFact.Method
        /// The data of an SVG path, on a field of 600 by 200.
        let drawing: String?
        /// Why it was signed late.
        let note: String?
    }

    struct Absence: Encodable, Sendable {
        let entry: String
        let minutes: Int
        /// Whether it is the whole half-day.
        let isWhole: Bool
        let motive: AbsenceMotive
        let isJustified: Bool
        let note: String?
        /// The name of the document that was given.
        let proof: String?
        let notedAt: Instant
        let notedBy: String
    }

    struct LateArrival: Encodable, Sendable {
        let entry: String
        let minutes: Int
        let note: String?
    }

    struct Connection: Encodable, Sendable {
        let source: String
        let startedAt: Instant
        let endedAt: Instant?
    }

    init(_ line: Campus.AttendanceLine, _ half: HalfDay, in reading: Campus.AttendanceReading) {
        person = line.person.text
        name = line.name.full
        role = line.role
        let standing = line.standing
        state = standing.state
        signature = standing.signature.map {
            Signature(
                entry: $0.id.text, signedAt: $0.at, method: $0.fact.method ?? .confirmed, drawing: $0.fact.drawing?.path,
                note: $0.fact.note)
        }
        absence = standing.absence.map {
            Absence(
                entry: $0.id.text, minutes: $0.fact.minutes ?? $0.minutes, isWhole: $0.isWholeAbsence,
                motive: $0.fact.motive ?? .unknown, isJustified: $0.fact.isJustified ?? false, note: $0.fact.note,
                proof: $0.fact.proof?.name, notedAt: $0.at, notedBy: reading.names[$0.fact.author]?.full ?? "")
        }
        lateArrival = standing.lateArrival.map {
            LateArrival(entry: $0.id.text, minutes: $0.fact.minutes ?? 0, note: $0.fact.note)
        }
        let (from, until) = (half.startsAt.adding(seconds: -ClassSession.joinableBefore), half.endsAt)
        connections = reading.spans.filter {
            $0.person == line.person && $0.startedAt < until && ($0.endedAt ?? $0.startedAt) >= from
        }.map { Connection(source: $0.source, startedAt: $0.startedAt, endedAt: $0.endedAt) }
    }
}
