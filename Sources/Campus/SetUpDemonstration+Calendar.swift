import Accounts
import CourseContent
import Essentials
import SQL
import Scheduling

/// The classes of the demonstration: four weeks behind, four weeks ahead, none on a public holiday.
extension Campus {
    /// A class that comes back every week.
    private struct WeeklyClass {
        let cohort: String
        let kind: SessionKind
        let title: String
        /// 0 for Monday.
        let weekdays: [Int]
        let hour: String
        let minutes: Int
        var place: String?
        var link: String?
        var notes: String?
    }

    private static let weeklyClasses = [
        WeeklyClass(
            cohort: DemonstrationCohort.web.key, kind: .inPerson, title: "Atelier en salle", weekdays: [0, 1], hour: "09:30",
            minutes: 180,
            place: "12 rue des Ateliers, Montreuil, salle 2", notes: "Sonnez à « Rivage ». Ascenseur à droite dans la cour."),
        WeeklyClass(
            cohort: DemonstrationCohort.web.key, kind: .virtual, title: "Classe virtuelle : questions de la semaine",
            weekdays: [3],
            hour: "14:00", minutes: 60, link: "https://visio.example.org/demo-web",
            notes: "Sans réseau : appelez le 01 00 00 00 00, code 4242."),
        WeeklyClass(
            cohort: DemonstrationCohort.cyber.key, kind: .virtual, title: "Classe virtuelle : dépanner ensemble",
            weekdays: [1, 3],
            hour: "10:00", minutes: 90, link: "https://visio.example.org/demo-cyber",
            notes: "Sans réseau : appelez le 01 00 00 00 00, code 2121."),
        WeeklyClass(
            cohort: DemonstrationCohort.english.key, kind: .virtual, title: "Virtual class: speaking at work", weekdays: [2],
            hour: "18:00", minutes: 60, link: "https://visio.example.org/demo-english"),
    ]

    /// Puts the classes on the calendars that have none yet.
    func addDemonstrationCalendar(now: Instant) async throws {
        let monday = WallZone.paris.wallTime(now).day.monday
        try await database.writeAlone { writing in
            for definition in DemonstrationCohort.all {
                guard let cohort = try cohorts.cohort(key: definition.key, in: writing),
                    try calendar.sessions(
                        of: cohort.id, from: Instant(milliseconds: 0), until: Instant(milliseconds: Int64.max), in: writing
                    ).isEmpty
                else { continue }
                let trainer = try memberships.people(of: cohort.id, as: .trainer, limit: 1, in: writing).first?.person.id
                for weekly in Self.weeklyClasses where weekly.cohort == definition.key {
                    for day in (-4...4).flatMap({ week in weekly.weekdays.map { monday.adding(days: week * 7 + $0) } })
                    where day.isWorkingDay {
                        guard let start = WallTime(day: day.text, hour: weekly.hour) else { continue }
                        let plan = SessionPlan(
                            kind: weekly.kind, title: weekly.title, start: start, duration: weekly.minutes,
                            trainers: trainer.map { [$0] } ?? [], place: weekly.place, link: weekly.link, notes: weekly.notes)
                        _ = try calendar.add(
                            ClassSession(id: .new(at: now), cohort: cohort.id, plan: plan, status: .published), force: true,
                            by: trainer,
                            at: now, in: writing)
                    }
                }
                try addDemonstrationPreparation(in: cohort, now: now, in: writing)
            }
        }
    }

    /// Before the next class: a lesson, and the exercise on it.
    private func addDemonstrationPreparation(in cohort: Cohort, now: Instant, in writing: any WriteTransaction) throws {
        let week = now.adding(seconds: 8 * 86_400)
        guard let next = try calendar.sessions(of: cohort.id, from: now, until: week, in: writing).first else { return }
        for course in try publishedCourses(of: cohort.id, in: writing) {
            for module in course.modules {
                let written = module.filter { !$0.activity.isPlanned }
                guard let exercise = written.first(where: { $0.activity.kind == .quiz }),
                    let lesson = written.last(where: { $0.activity.kind == .lesson && $0.position < exercise.position })
                else { continue }
                try preparations.keep([lesson, exercise].compactMap(\.id), for: nil, of: next.id, in: writing)
                return
            }
        }
    }
}
