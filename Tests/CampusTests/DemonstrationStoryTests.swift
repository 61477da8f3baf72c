import Accounts
import CourseContent
import Essentials
import Foundation
import Testing

@testable import Campus

@Suite("What learners of the demonstration do")
struct DemonstrationStoryTests {
    /// Moments of every kind of day: in Paris, before work, at work, at night, at the weekend, around a clock change and a new year.
    static let moments = [
        "2026-11-22T21:00:00Z", "2026-11-23T05:30:00Z", "2026-11-23T14:00:00Z", "2026-11-25T09:45:00Z",
        "2026-11-27T22:59:00Z", "2026-11-28T10:00:00Z", "2026-10-25T01:30:00Z", "2027-03-29T08:00:00Z",
        "2027-01-01T00:30:00Z",
    ]

    private static func instant(_ text: String) throws -> Instant {
        let date = try Date(text, strategy: .iso8601)
        return Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
    }

    /// Four modules of lessons and quizzes over eight weeks, all written.
    private static let outline: CourseOutline = {
        let modules = (1...8).map { module in
            let activities = (1...6).map { number in
                let isQuiz = number.isMultiple(of: 3)
                return ActivityOutline(
                    id: "m\(module)-\(number)", title: "\(number)", kind: isQuiz ? .quiz : .lesson, minutes: 20,
                    completion: isQuiz ? .passed(score: 60) : .read(minimumSeconds: nil), language: .french,
                    contentDigest: "digest", isEvaluation: isQuiz)
            }
            return ModuleOutline(id: "m\(module)", title: "\(module)", activities: activities)
        }
        let contact = CourseContact(title: "Tutrice", hoursToAnswer: 8)
        return CourseOutline(
            key: "course", title: "Course", language: .french, mode: .remote, summary: "", hours: CourseHours(total: 16),
            weeks: 8, objectives: [], contacts: CourseContacts(pedagogical: contact, technical: contact), modules: modules)
    }()

    private func story(_ conduct: DemonstrationConduct, _ days: DemonstrationDays) -> DemonstrationStory {
        var random = DemonstrationRandom("somebody")
        return DemonstrationStory(conduct, Self.outline, days: days, random: &random)
    }

    /// Working days that are over and lie after a moment's own day.
    private func daysSince(_ instant: Instant, _ days: DemonstrationDays) -> Int {
        (0..<days.completeDays).count { days.instant(day: $0, minute: 0) > instant }
    }

    @Test("nothing happens in the future, before the start, or while something else does", arguments: moments)
    func order(_ moment: String) throws {
        let now = try Self.instant(moment)
        let days = DemonstrationDays(now: now, weeksAgo: 3)
        for conduct in [DemonstrationConduct.onTrack, .shown, .amber, .red, .foundAJob, .beginning] {
            let steps = story(conduct, days).steps
            #expect(!steps.isEmpty)
            var last = days.instant(day: 0, minute: 0)
            for step in steps {
                #expect(step.startedAt >= last, "\(conduct)")
                #expect(step.endedAt > step.startedAt)
                last = step.endedAt
            }
            #expect(last < now)
        }
    }

    @Test("a cohort starts on the Monday three weeks before this week's", arguments: moments)
    func start(_ moment: String) throws {
        let days = DemonstrationDays(now: try Self.instant(moment), weeksAgo: 3)
        let since = days.now.seconds(since: days.instant(day: 0, minute: 0))
        // An hour more or less where the clock changed meanwhile.
        let weeks = Double(since) / Double(7 * 86_400)
        #expect(weeks > 2.99 && weeks < 4.01)
        #expect((15...20).contains(days.count))
        #expect(days.startsOn < days.friday(ofWeek: 1))
    }

    @Test("amber is four working days without a sign and under 70 % of the plan", arguments: moments)
    func amber(_ moment: String) throws {
        let days = DemonstrationDays(now: try Self.instant(moment), weeksAgo: 3)
        let last = try #require(story(.amber, days).steps.last)
        #expect(daysSince(last.endedAt, days) == 4)
        let expected = Set(story(.shown, days).steps.map(\.activity.id)).count
        let done = Set(story(.amber, days).steps.map(\.activity.id)).count
        #expect(done * 10 < expected * 7)
    }

    @Test("red is the first evaluation failed, then seven working days without a sign", arguments: moments)
    func red(_ moment: String) throws {
        let days = DemonstrationDays(now: try Self.instant(moment), weeksAgo: 3)
        let steps = story(.red, days).steps
        let last = try #require(steps.last)
        #expect(daysSince(last.endedAt, days) == 7)
        #expect(last.activity.id == Self.outline.activities.first(where: \.isEvaluation)?.id)
        #expect(last.deed == .quiz(attempt: 1, passes: false))
    }

    @Test("the learner shown failed a quiz once and has a lesson to go on with", arguments: moments)
    func shown(_ moment: String) throws {
        let days = DemonstrationDays(now: try Self.instant(moment), weeksAgo: 3)
        let steps = story(.shown, days).steps
        #expect(steps.count > 5)
        #expect(steps.suffix(2).map(\.deed) == [.quiz(attempt: 1, passes: false), .lesson(finished: false)])
        #expect(steps.dropLast(2).contains { $0.deed == .quiz(attempt: 1, passes: true) })
    }

    @Test("whoever found a job left after the last step", arguments: moments)
    func left(_ moment: String) throws {
        let days = DemonstrationDays(now: try Self.instant(moment), weeksAgo: 3)
        let told = story(.foundAJob, days)
        let leftAt = try #require(told.leftAt)
        let last = try #require(told.steps.last)
        #expect(last.endedAt < leftAt)
        #expect(leftAt < days.now)
    }

    @Test("the same learner and day give the same story")
    func repeatable() throws {
        let days = DemonstrationDays(now: try Self.instant("2026-11-25T09:45:00Z"), weeksAgo: 3)
        let (first, second) = (story(.onTrack, days).steps, story(.onTrack, days).steps)
        #expect(first.map(\.startedAt) == second.map(\.startedAt))
        #expect(first.map(\.deed) == second.map(\.deed))
    }

    @Test("everybody has a login of their own, and passwords that are shown are good ones")
    func accounts() throws {
        let people = DemonstrationPerson.all
        #expect(Set(people.map(\.login)).count == people.count)
        for person in people {
            let checked = try person.checked()
            #expect(checked.login.text == person.login)
        }
        #expect(
            DemonstrationCohort.all.map { cohort in
                DemonstrationPerson.members(of: cohort).count { $0.role == .learner }
            } == [24, 12, 16])
        for account in DemonstrationAccount.shown {
            let person = try #require(people.first { $0.login == account.login })
            let checked = try person.checked()
            #expect(checked.name.full == account.name)
            let names = PasswordRule.names(login: checked.login, name: checked.name, email: nil)
            #expect(PasswordRule.faults(in: account.password, names: names) == [])
        }
    }
}
