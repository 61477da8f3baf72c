import Essentials
import TestSupport
import Testing

@testable import Accounts
@testable import Campus
@testable import Scheduling
@testable import Web

extension PageWorld {
    private static let mentor = Viewer(
        person: person(13, "Marc", "Olivier"), roles: Roles(cohorts: [cohort.id: [.mentor]]), session: nil)

    private func slot(_ seconds: Int64) -> MentoringSlot {
        let start = Self.now.adding(seconds: seconds)
        return MentoringSlot(
            host: Self.mentor.person.id, start: WallZone.paris.wallTime(start), zone: .paris, length: 30, startsAt: start,
            place: nil, link: "https://visio.example.org/marc")
    }

    private func meeting(_ number: Int = 1, startingIn seconds: Int64, isCancelled: Bool = false) -> MentoringMeeting {
        var meeting = MentoringMeeting(
            id: Self.id(900 + number), slot: slot(seconds), learner: Self.learner.person.id, cohort: Self.cohort.id,
            topic: "Mon <CV>", at: Self.yesterday)
        if isCancelled { (meeting.isCancelled, meeting.reason) = (true, "Malade") }
        return meeting
    }

    private var report: MeetingReport {
        MeetingReport(
            outcome: .held, shared: "CV relu.\nBravo & merci", nextStep: "Envoyer <deux> lettres",
            nextDay: CalendarDay(trusted: "2026-09-24"))
    }

    private func offered(_ seconds: Int64, _ classes: [String] = []) -> Campus.OfferedSlot {
        Campus.OfferedSlot(slot: slot(seconds), ownClasses: classes, hostIsHeld: false)
    }

    private func host(_ slots: [Campus.OfferedSlot]) -> Campus.MentoringHost {
        Campus.MentoringHost(
            person: Self.mentor.person.id, name: Self.mentor.person.name, role: .mentor, cohort: Self.cohort, slots: slots)
    }

    private func line(_ meeting: MentoringMeeting, _ other: Viewer, _ report: MeetingReport? = nil) -> Campus.MeetingLine {
        Campus.MeetingLine(
            entry: MentoringStore.Entry(
                meeting: meeting, cohortKey: Self.cohort.key, cohortTitle: Self.cohort.title, other: other.person.name),
            report: report)
    }

    private func reading(_ meeting: MentoringMeeting, isHost: Bool, report: MeetingReport? = nil) -> Campus.MeetingReading {
        let isAhead = meeting.startsAt > Self.now
        return Campus.MeetingReading(
            meeting: meeting, cohort: Self.cohort, host: Self.mentor.person.name, learner: Self.learner.person.name,
            report: report, isHost: isHost, isLearner: !isHost, mayMove: isAhead && !isHost, mayCancel: isAhead,
            mayReport: isHost && !isAhead)
    }

    /// The pages of mentoring.
    func mentoring(_ page: GoldenPage, _ language: Language) throws -> String {
        let now = Self.now
        let day: Int64 = 86_400
        switch page {
        case .mentoring:
            let slots = [offered(day), offered(day + 1800, ["Atelier"]), offered(2 * day), offered(3 * day), offered(7 * day)]
            let reading = Campus.MentoringReading(
                meetings: [
                    line(meeting(1, startingIn: -7 * day), Self.mentor, report),
                    line(meeting(2, startingIn: -day, isCancelled: true), Self.mentor),
                    line(meeting(3, startingIn: 300), Self.mentor),
                ], hosts: [host(slots)], rules: .usual, isHost: false)
            let model = MentoringPage.Model(reading, viewer: Self.learner.person.id, chosen: nil, now: now)
            return render(MentoringPage(model: model), language, for: Self.learner)
        case .mentoringHost:
            let reading = Campus.MentoringReading(
                meetings: [line(meeting(1, startingIn: -day), Self.learner)], hosts: [], rules: .usual, isHost: true)
            let model = MentoringPage.Model(reading, viewer: Self.mentor.person.id, chosen: nil, now: now)
            return render(MentoringPage(model: model), language, for: Self.mentor)
        case .slot:
            let slot = offered(day, ["Atelier <A>"])
            return render(
                SlotPage(model: .init(host([slot]), slot, meeting: Self.id(901))), language, for: Self.learner)
        case .meeting:
            let reading = reading(meeting(startingIn: day), isHost: false)
            return render(MeetingPage(model: .init(reading, now: now)), language, for: Self.learner)
        case .meetingReport:
            var noted = report
            noted.restricted = "À suivre"
            let reading = reading(meeting(startingIn: -day), isHost: true, report: noted)
            return render(MeetingPage(model: .init(reading, now: now)), language, for: Self.mentor)
        case .meetingMove:
            let reading = reading(meeting(startingIn: day), isHost: false)
            return render(
                MoveMeetingPage(model: .init(reading, [offered(2 * day), offered(3 * day, ["Atelier"])])), language,
                for: Self.learner)
        case .mentoringRules:
            let model = MentoringRulesPage.Model(
                cohort: Self.cohort.key, cohortTitle: Self.cohort.title, rules: .usual, mayChange: true)
            return render(MentoringRulesPage(model: model), language, for: Self.tutor)
        default:
            let today = WallZone.paris.wallTime(now).day
            let found = [
                MentoringAvailability(
                    id: Self.id(910), host: Self.mentor.person.id, days: .weekly(3, from: today, through: today.adding(days: 90)),
                    opens: 840, closes: 960, link: "https://visio.example.org/marc", exceptions: [today.adding(days: 16)]),
                MentoringAvailability(
                    id: Self.id(911), host: Self.mentor.person.id, days: .once(today.adding(days: 3)), opens: 540, closes: 600,
                    length: 15, place: "Salle <2>"),
            ]
            var page = AvailabilitiesPage(model: .init(page == .availabilities ? found : [], now: now))
            if page.model.availabilities.isEmpty {
                page.typed = Campus.TypedAvailability(weekday: 1, opens: "9", closes: "\"10\"")
                page.problem = Problem(
                    CampusError.invalid([
                        FieldProblem(field: "opens", message: .noSuchHour),
                        FieldProblem(field: "nowhere", message: MentoringProblem.nowhere.phrase),
                    ]))
            }
            return render(page, language, for: Self.mentor)
        }
    }
}
