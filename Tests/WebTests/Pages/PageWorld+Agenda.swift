import Essentials
import TestSupport
import Testing

@testable import Accounts
@testable import Campus
@testable import Scheduling
@testable import Web

extension PageWorld {
    /// A session of the cohort, so many seconds from now.
    func session(
        _ number: Int = 1, startingIn seconds: Int64, kind: SessionKind = .virtual, status: SessionStatus = .published
    ) throws -> ClassSession {
        let plan = SessionPlan(
            kind: kind, title: "Questions & réponses <\(number)>",
            start: WallZone.paris.wallTime(Self.now.adding(seconds: seconds)),
            duration: 90, place: kind == .virtual ? nil : "12 rue des Ateliers, salle 2",
            link: kind == .inPerson ? nil : "https://visio.example.org/web?a=1&b=2",
            notes: "Sonnez à « Rivage ».\nAscenseur à droite.")
        return ClassSession(
            id: Self.id(700 + number), cohort: Self.cohort.id, plan: plan, status: status,
            reason: status == .cancelled ? "La salle est <inondée>." : nil, revision: status == .cancelled ? 1 : 0)
    }

    func entry(
        _ number: Int = 1, startingIn seconds: Int64, kind: SessionKind = .virtual, status: SessionStatus = .published
    ) throws -> ClassSessionStore.AgendaEntry {
        ClassSessionStore.AgendaEntry(
            session: try session(number, startingIn: seconds, kind: kind, status: status), cohortKey: Self.cohort.key,
            cohortTitle: Self.cohort.title)
    }

    private static let recording = SessionRecording(
        key: "r1", address: "https://visio.example.org/playback/1?a=1&b=2", startedAt: yesterday, minutes: 58)

    private func standing(of recording: SessionRecording, seconds: Int) -> Campus.RecordingStanding {
        let watch = RecordingWatch(
            person: Self.learner.person.id, firstAt: Self.yesterday, lastAt: Self.yesterday, spans: [], seconds: seconds)
        return Campus.RecordingStanding(watch, of: recording)
    }

    func agenda(_ page: GoldenPage, _ language: Language) throws -> String {
        let day = WallZone.paris.wallTime(Self.now).day
        switch page {
        case .agenda:
            let entries = [
                try entry(1, startingIn: -7200, kind: .inPerson), try entry(2, startingIn: 300),
                try entry(3, startingIn: 86_400, kind: .both),
                try entry(4, startingIn: 90_000, status: .cancelled),
            ]
            let reading = Campus.AgendaReading(entries: entries, planned: [Self.cohort], mayMeet: false)
            return render(AgendaPage(model: .init(reading, span: .week, from: day, now: Self.now)), language, for: Self.tutor)
        case .agendaEmpty:
            let reading = Campus.AgendaReading(entries: [], planned: [], mayMeet: true)
            return render(AgendaPage(model: .init(reading, span: .month, from: day, now: Self.now)), language, for: Self.learner)
        case .calendarFeed, .calendarFeedMade:
            let isMade = page == .calendarFeedMade
            let model = CalendarFeedPage.Model(
                madeAt: isMade ? Self.yesterday : nil,
                address: isMade ? "https://apprendre.example.org/calendar/\(String(repeating: "a", count: 43)).ics" : nil)
            return render(CalendarFeedPage(model: model), language, for: Self.learner)
        case .classSession, .classSessionPlanned:
            let mayPlan = page == .classSessionPlanned
            let session = mayPlan ? try session(startingIn: 86_400, kind: .both) : try session(startingIn: 300)
            let change = ClassSessionStore.Change(
                revision: 0, status: .published, start: session.plan.start, duration: 90, place: session.plan.place, reason: nil,
                changedBy: nil, changedAt: Self.yesterday)
            var reading = Campus.SessionReading(
                session: session, cohort: Self.cohort, group: nil, trainers: [PersonName(trustedGiven: "Inès", family: "Garcia")],
                mayPlan: mayPlan, changes: mayPlan ? [change] : [], names: [:])
            reading.recordings = [Self.recording]
            reading.watched = mayPlan ? [:] : [Self.recording.key: standing(of: Self.recording, seconds: 1900)]
            reading.watchers = mayPlan ? [Self.recording.key: 1] : nil
            return render(
                SessionPage(model: .init(reading, now: Self.now)), language, for: mayPlan ? Self.tutor : Self.learner)
        case .recording, .recordingFollowed:
            let isFollowed = page == .recordingFollowed
            let half = standing(of: Self.recording, seconds: 1900)
            let watcher = Campus.RecordingReading.Watcher(
                name: PersonName(trustedGiven: "Samira", family: "<Benali>"), standing: half)
            let reading = Campus.RecordingReading(
                session: try session(startingIn: -86_400), cohort: Self.cohort, recording: Self.recording,
                own: isFollowed ? nil : half, watchers: isFollowed ? [watcher] : nil)
            return render(RecordingPage(model: .init(reading)), language, for: isFollowed ? Self.tutor : Self.learner)
        default:
            let other = try session(2, startingIn: 3600)
            let problem = Problem(CampusError.conflict(.sessionConflicts([SessionConflict(subject: .cohort, other: other)])))
            let typed = Campus.TypedSession(
                kind: "in-person", title: "Atelier \"A\"", day: "2026-11-24", hour: "09:30", duration: "90", group: "a",
                trainers: ["ines.garcia"],
                place: "Salle 2")
            let person = PersonListing(
                id: Self.tutor.person.id, login: "ines.garcia", name: PersonName(trustedGiven: "Inès", family: "Garcia"),
                email: nil,
                isDisabled: false, position: .start)
            let choices = Campus.SessionChoices(
                cohort: Self.cohort, groups: [Group(id: Self.id(801), cohort: Self.cohort.id, key: "a", title: "Groupe A")],
                trainers: [person], rooms: [])
            return render(
                SessionFormPage(model: .init(typed, session: nil, choices), problem: problem), language, for: Self.tutor)
        }
    }
}
