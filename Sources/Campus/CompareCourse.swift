import Assessment
package import CourseContent
import Essentials
import Progress
import SQL

/// What a re-apply, or a way back to an earlier version, would change for learners.
extension Campus {
    /// What publishing this course would change. One read transaction; nothing is written.
    /// - throws: `SQLError`.
    package func forecast(_ course: AuthoredCourse) async throws -> CourseForecast {
        try await database.read { reading in
            try forecast(course.outline, content: { course.contents[$0] }, in: reading)
        }
    }

    /// What publishing version `number` again would change. One read transaction; nothing is written.
    /// - throws: ``CampusError/notFound(_:)``, `SQLError`.
    package func forecast(_ key: String, version number: Int) async throws -> CourseForecast {
        try await database.read { reading in
            let version = try self.version(number, of: key, in: reading)
            return try forecast(version.outline, content: { try courses.content(digest: $0, in: reading) }, in: reading)
        }
    }

    private func forecast(
        _ outline: CourseOutline, content: (String) throws -> ActivityContent?, in reading: any ReadTransaction
    ) throws -> CourseForecast {
        let current = try courses.published(key: outline.key, in: reading)
        let comparison = CourseComparison(from: current?.outline, to: outline)
        var forecast = CourseForecast(
            key: outline.key, title: outline.title, language: outline.language, published: current?.number,
            course: comparison.course, modules: comparison.modules, activities: [], people: ReweighForecast())
        var ids = current?.activityIDs ?? [:]
        if let current {
            for activity in outline.activities where ids[activity.id] == nil { ids[activity.id] = .new(at: clock.now) }
            let next = CourseVersion(
                id: .new(at: clock.now), course: current.course, number: current.number + 1, digest: "", appliedAt: clock.now,
                outline: outline, activityIDs: ids)
            let rules = CourseRules(next)
            let hasParts = !rules.parts.isEmpty || !CourseRules(current).parts.isEmpty
            forecast.people = try progress.forecast(rules, readsParts: hasParts, in: reading)
        }
        forecast.activities = try comparison.activities.map { change in
            var activity = CourseForecast.Activity(change: change)
            guard let before = change.before, let id = ids[before.id] else { return activity }
            let effect = forecast.people.activities[id] ?? ReweighForecast.Activity()
            activity.begun = effect.begun
            activity.done = effect.done
            activity.completed = effect.completed
            if before.contentDigest != change.after?.contentDigest || change.aspects.contains(.completion) {
                let count = try self.count(of: before, id, in: reading)
                activity.openAttempts = count.open
                activity.waitingAttempts = count.waiting
                activity.sentAttempts = count.sent
            }
            activity.questions = try questions(before, change.after, content: content, in: reading)
            return activity
        }
        return forecast
    }

    private func count(
        of activity: ActivityOutline, _ id: Identifier<Activity>, in reading: any ReadTransaction
    ) throws -> AttemptCount {
        switch activity.kind {
        case .quiz, .scenario: try attempts.count(of: id, in: reading)
        case .assignment: try submissions.count(of: id, in: reading)
        case .survey: try surveys.count(of: id, in: reading)
        default: AttemptCount()
        }
    }

    private func questions(
        _ before: ActivityOutline, _ after: ActivityOutline?, content: (String) throws -> ActivityContent?,
        in reading: any ReadTransaction
    ) throws -> CourseForecast.QuestionChange? {
        guard let old = before.contentDigest, let new = after?.contentDigest, old != new,
            case .quiz(let left)? = try courses.content(digest: old, in: reading), case .quiz(let right)? = try content(new)
        else { return nil }
        let change = CourseForecast.QuestionChange(from: left, to: right)
        return change.isEmpty ? nil : change
    }
}
