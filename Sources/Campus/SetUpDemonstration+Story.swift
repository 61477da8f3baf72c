import Accounts
import CourseContent
import Essentials
import Progress

/// What a learner of the demonstration did, step by step. Pure: the same learner, course and day give the same story.
struct DemonstrationStory: Sendable {
    struct Step: Sendable {
        let activity: ActivityOutline
        let startedAt: Instant
        let endedAt: Instant
        let deed: Deed
    }

    enum Deed: Sendable, Hashable {
        /// Read to the end, or not.
        case lesson(finished: Bool)
        /// An attempt sent, by its number from 1.
        case quiz(attempt: Int, passes: Bool)
        /// A scenario played to an ending that passes, if one is found.
        case scenario
    }

    private(set) var steps: [Step] = []
    /// When the learner left the course.
    private(set) var leftAt: Instant?

    init(
        _ conduct: DemonstrationConduct, _ outline: CourseOutline, days: DemonstrationDays,
        random: inout DemonstrationRandom
    ) {
        let written = outline.activities.filter { $0.counts && [.lesson, .quiz, .scenario].contains($0.kind) }
        let plan = CoursePlan(outline, startsOn: days.startsOn)
        let expected = { (day: Int) in Self.expected(written, plan, days, day) }
        var last = days.lastDay(inactive: 0)
        var count: Int
        var end = Ending.plain
        switch conduct {
        case .onTrack:
            if days.hasToday, random.chance(1, in: 2) {
                last = days.count - 1
            } else if random.chance(1, in: 4) {
                last = days.lastDay(inactive: 1)
            }
            count = expected(last) + random.number(in: -4...2)
        case .shown:
            count = Self.quizBeforeLesson(written, from: expected(last))
            end = .failsAndOpens
        case .amber:
            last = days.lastDay(inactive: 4)
            count = expected(last) * 5 / 8
        case .red:
            last = days.lastDay(inactive: 7)
            count = 1 + (written.firstIndex(where: \.isEvaluation) ?? 2)
            end = .fails
        case .foundAJob:
            last = days.lastDay(inactive: 5)
            count = expected(last) + 2
            leftAt = days.instant(day: days.lastDay(inactive: 4), minute: 16 * 60)
        case .beginning:
            last = days.lastDay(inactive: 1)
            count = 3
        }
        count = min(max(1, count), written.count)
        tell(Array(written.prefix(count)), days, until: last, end, &random)
        if end == .failsAndOpens, count < written.count, let previous = steps.last {
            let next = written[count]
            let start = previous.endedAt.adding(seconds: 300)
            steps.append(
                Step(
                    activity: next, startedAt: start, endedAt: start.adding(seconds: 240), deed: .lesson(finished: false)))
        }
        // Nothing happens in the future.
        let present = days.now.adding(seconds: -120)
        steps = Array(steps.prefix { $0.endedAt <= present })
    }

    /// When people sit down to it: some in the evening.
    private static let hours = [8, 9, 10, 13, 15, 19]

    /// How the last activity ends.
    private enum Ending { case plain, fails, failsAndOpens }

    /// Spreads activities over the working days, one after the other on each day.
    private mutating func tell(
        _ activities: [ActivityOutline], _ days: DemonstrationDays, until last: Int, _ end: Ending,
        _ random: inout DemonstrationRandom
    ) {
        var day = -1
        var minute = 0
        for (index, activity) in activities.enumerated() {
            let place = activities.count == 1 ? last : index * last / (activities.count - 1)
            if place != day {
                day = place
                minute = (day >= days.completeDays ? 8 : Self.hours[random.number(in: 0...5)]) * 60 + random.number(in: 20...70)
            }
            if minute > 12 * 60, minute < 13 * 60 + 30 { minute = 13 * 60 + 30 + random.number(in: 0...20) }
            let isLast = index == activities.count - 1
            for deed in Self.deeds(activity, fails: isLast && end != .plain, &random) {
                let length = max(2, activity.minutes * random.number(in: 80...130) / 100)
                let start = days.instant(day: day, minute: minute).adding(seconds: Int64(random.number(in: 0...59)))
                steps.append(
                    Step(
                        activity: activity, startedAt: start, endedAt: start.adding(seconds: Int64(length * 60)),
                        deed: deed))
                minute += length + random.number(in: 3...15)
            }
        }
    }

    private static func deeds(
        _ activity: ActivityOutline, fails: Bool, _ random: inout DemonstrationRandom
    ) -> [Deed] {
        if activity.kind == .scenario { return [.scenario] }
        guard activity.kind == .quiz else { return [.lesson(finished: true)] }
        if fails { return [.quiz(attempt: 1, passes: false)] }
        if random.chance(1, in: 6) { return [.quiz(attempt: 1, passes: false), .quiz(attempt: 2, passes: true)] }
        return [.quiz(attempt: 1, passes: true)]
    }

    /// How many activities somebody on time has done at the end of a day: those that were due, and a part of the week's.
    private static func expected(
        _ written: [ActivityOutline], _ plan: CoursePlan?, _ days: DemonstrationDays, _ day: Int
    ) -> Int {
        guard let plan else { return min(written.count, 1 + day) }
        let evening = days.instant(day: day, minute: 18 * 60)
        let dueBefore = written.count { plan.due($0.id).map { $0 < evening } ?? false }
        let dueSoon = written.count { plan.due($0.id).map { $0 < evening.adding(seconds: 7 * 86_400) } ?? false }
        return dueBefore + Int(Double(dueSoon - dueBefore) * days.weekBehind(on: day))
    }

    /// How many activities to take so that the last one is a quiz and a lesson follows, near `count`.
    private static func quizBeforeLesson(_ written: [ActivityOutline], from count: Int) -> Int {
        let fits = { (count: Int) in
            (1..<written.count).contains(count) && written[count - 1].kind == .quiz && written[count].kind == .lesson
        }
        return (0..<written.count).lazy.flatMap { [count - $0, count + $0] }.first(where: fits) ?? min(count, 1)
    }
}

/// Random numbers that are the same for the same seed, so that the same set-up gives the same story.
struct DemonstrationRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// - Parameter text: who and what it is for.
    init(_ text: String) {
        // FNV-1a.
        state = text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func chance(_ count: Int, in total: Int) -> Bool { number(in: 1...total) <= count }
}
