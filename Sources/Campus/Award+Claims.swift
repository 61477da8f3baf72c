import CourseContent
import Essentials
import Gamification
import Progress

/// What of a recording can earn points or take them back. Pure.
struct EarningFacts {
    var completed: Set<Identifier<Activity>> = []
    /// Activities that were marked, or marked again.
    var marked: Set<Identifier<Activity>> = []
    /// Activities about which somebody decided.
    var ruled: Set<Identifier<Activity>> = []
    /// As kept after the recording.
    var states: [Identifier<Activity>: ActivityState] = [:]
    var isCourseCompleted = false
    /// Whether the course is complete, since now or since long.
    var hasCompletedCourse = false
    /// Activities that somebody was at.
    var attended: Set<Identifier<Activity>> = []
    var hasReviews = false
    /// Whether time passed that can meet a goal.
    var hasMoreTime = false

    var touched: Set<Identifier<Activity>> { completed.union(marked).union(ruled) }
    var mayMeetGoal: Bool { hasMoreTime || !completed.isEmpty || !ruled.isEmpty }
    var mayGiveBadge: Bool { !touched.isEmpty || !attended.isEmpty || isCourseCompleted }
    var isEmpty: Bool { !mayMeetGoal && !mayGiveBadge && !hasReviews }

    init() {}

    /// The time there is looked at once for so many seconds of it: a heartbeat costs nothing more.
    private static let timeStep = 300

    /// - Parameter secondsBefore: the time there before the recording.
    init(_ events: [LearningEvent], _ outcome: RecordOutcome, secondsBefore: Int) {
        guard !outcome.accepted.isEmpty else { return }
        states = outcome.activities
        for fact in outcome.facts {
            switch fact {
            case .activityCompleted(let activity): completed.insert(activity)
            case .courseCompleted: isCourseCompleted = true
            case .activityOpened, .partCompleted: break
            }
        }
        for event in events {
            guard let activity = event.activity else { continue }
            switch event.kind {
            case .attemptSubmitted, .attemptRemarked, .marked, .reported: marked.insert(activity)
            case .ruled: ruled.insert(activity)
            case .reviewed: hasReviews = true
            case .attended: attended.insert(activity)
            case .opened, .heartbeat, .reachedEnd, .played, .declaredPlayed, .submitted, .contributed, .completed, .partCompleted,
                .courseCompleted:
                break
            }
        }
        hasCompletedCourse = outcome.course.completedAt != nil
        hasMoreTime = secondsBefore / Self.timeStep != outcome.course.seconds / Self.timeStep
    }
}

/// The rules of a course on a day, and what they claim. Pure.
struct EarningRules {
    private let outline: CourseOutline
    private let rules: [PointsRule.Fact: PointsRule]
    private let today: CalendarDay

    init(_ outline: CourseOutline, on today: CalendarDay) {
        self.outline = outline
        self.today = today
        rules = PointsRule.inForce(outline.points)
    }

    /// The rule of a fact, when it gives anything.
    subscript(fact: PointsRule.Fact) -> PointsRule? { rules[fact].flatMap { $0.amount > 0 ? $0 : nil } }

    /// What is so of an activity: also what is no longer so, which takes back what was earned.
    func claims(of activity: ActivityOutline, _ state: ActivityState) -> [PointClaim] {
        let subject = PointSubject(.activity, course: outline.key, key: activity.id)
        var claims = [claim(.activityCompleted, subject, holds: state.doneAt != nil, title: activity.title)]
        guard activity.kind.hasScore else { return claims }
        let score = state.shownScore ?? -1
        if let passScore = activity.completion.passScore {
            claims.append(claim(.evaluationPassed, subject, holds: score >= passScore, title: activity.title))
        }
        for mark in PointsRule.bestMarks {
            let step = PointSubject(.activity, course: outline.key, key: activity.id, step: mark)
            claims.append(claim(.bestMark, step, holds: score >= mark, title: activity.title))
        }
        return claims
    }

    func module(_ module: ModuleOutline, isOnTime: Bool) -> PointClaim {
        claim(
            .moduleOnTime, PointSubject(.module, course: outline.key, key: module.id), holds: isOnTime, title: module.title)
    }

    var courseCompleted: PointClaim {
        claim(.courseCompleted, PointSubject(.course, course: outline.key), holds: true, title: outline.title)
    }

    func goalMet(in week: CalendarDay) -> PointClaim { claim(.goalMet, .week(week), holds: true, title: "") }

    func reviewed(on day: CalendarDay) -> PointClaim { claim(.reviewDay, .day(day), holds: true, title: "") }

    private func claim(_ fact: PointsRule.Fact, _ subject: PointSubject, holds: Bool, title: String) -> PointClaim {
        let rule = rules[fact]
        return PointClaim(
            rule: fact.rawValue, ruleVersion: rule?.version ?? 1, subject: subject, holds: holds,
            amount: rule.map { $0.holds(on: today) ? $0.amount : 0 } ?? 0, mostADay: rule?.mostADay,
            mostAWeek: rule?.mostAWeek, title: title)
    }
}
