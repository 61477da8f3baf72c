package import Accounts
import CourseContent
package import Essentials
package import Gamification
import Progress
import SQL
import Tutoring

/// Whether points are fair in a cohort: who earns from what, and what looks odd.
extension Campus {
    /// The report of a cohort with the names of those in it.
    package struct PointsReport: Sendable {
        package let cohort: Cohort
        package let report: PointReport
        package let people: [Identifier<Person>: PersonName]
    }

    /// What was earned in a cohort in the last four weeks. Those who hid points are not in it.
    /// - throws: ``CampusError/notFound(_:)`` for everybody who does not decide on it, and for a cohort without points.
    package func pointsReport(of key: String, for viewer: Viewer) async throws -> PointsReport {
        let now = clock.now
        return try await database.read { reading in
            let cohort = try managedCohort(key, viewer, in: reading)
            guard try points.offCohorts(among: [cohort.id], in: reading).isEmpty else {
                throw CampusError.notFound(.noPointsHere)
            }
            let first = ParisDays.day(of: now).adding(days: 1 - PointReport.days)
            let since = now.adding(seconds: -Int64(PointReport.days) * 86_400)
            let report = PointReport(
                try points.entries(in: cohort.id, since: first, in: reading),
                work: try work(in: cohort.id, since: since, in: reading),
                help: try conversations.helped(in: cohort.id, since: since, in: reading).map {
                    PointReport.Help(helper: $0.helper, helped: $0.helped, count: $0.count)
                }, burstRule: PointsRule.Fact.activityCompleted.rawValue)
            var names: [Identifier<Person>: PersonName] = [:]
            for line in report.lines { names[line.person] = try people.person(line.person, in: reading)?.name }
            return PointsReport(cohort: cohort, report: report, people: names)
        }
    }

    private func work(
        in cohort: Identifier<Cohort>, since instant: Instant, in reading: any ReadTransaction
    ) throws -> [Identifier<Person>: PointReport.Work] {
        var minutes: [Identifier<Activity>: Int] = [:]
        for course in try publishedCourses(of: cohort, in: reading) {
            for placed in course.modules.joined() where placed.activity.place == .distance {
                if let id = placed.id { minutes[id] = placed.activity.minutes }
            }
        }
        return try progress.completed(in: cohort, since: instant, in: reading).reduce(into: [:]) { found, work in
            let announced = minutes[work.activity] ?? 0
            if announced >= PointReport.hastyMinutes, work.seconds * 100 < announced * 60 * PointReport.hastyShare {
                found[work.person, default: .init()].hasty += 1
            }
            let most = found[work.person]?.mostAttempts ?? 0
            found[work.person, default: .init()].mostAttempts = max(most, work.attempts)
        }
    }
}
