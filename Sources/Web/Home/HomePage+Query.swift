import Accounts
import Campus
import CourseContent
import Essentials
import Progress
import Scheduling

extension HomeModel {
    /// At most this many things that are due: more would be a reproach, not a help.
    private static let dueShown = 5
    private static let lateShown = 2

    init(
        following: [Campus.Following], session: ClassSessionStore.AgendaEntry? = nil, viewer: Viewer, now: Instant,
        goal: Campus.GoalReading? = nil, unreadMessages: Int = 0, points: Campus.PointsMention? = nil,
        cardsReady: Int = 0
    ) {
        self.points = points.map(PointsMentionModel.init)
        self.unreadMessages = unreadMessages
        self.cardsReady = cardsReady > 0 ? cardsReady : nil
        self.session = session.map { SessionRow($0, now: now) }
        self.goal = following.isEmpty ? nil : goal.map { GoalModel($0) }
        givenName = viewer.person.name.given.isEmpty ? viewer.person.name.full : viewer.person.name.given
        followsLearners = viewer.followsLearners
        mustChangePassword = viewer.person.mustChangePassword
        courses = following.map(CourseCard.init)
        let open = following.filter { $0.standing.enrolment.status == .active && $0.standing.state.completedAt == nil }
        // The course that was touched last comes first.
        let latest = open.max { left, right in
            (left.standing.state.lastEventAt ?? left.standing.enrolment.createdAt)
                < (right.standing.state.lastEventAt ?? right.standing.enrolment.createdAt)
        }
        next = latest.flatMap(NextActivity.init) ?? open.lazy.compactMap(NextActivity.init).first
        let all = open.flatMap { Self.due(in: $0, now: now) }.filter { [next] in $0.activity != next?.activity }
            .sorted { $0.dueAt < $1.dueAt }
        due = Array((all.filter(\.isLate).prefix(Self.lateShown) + all.filter { !$0.isLate }).prefix(Self.dueShown))
    }

    /// What is due within seven days, or was due and is not done.
    private static func due(in following: Campus.Following, now: Instant) -> [DueActivity] {
        let outline = following.course.outline
        guard let plan = following.plan else { return [] }
        let (calendar, extensions) = (
            following.adjustments.calendar, following.adjustments.extensions(in: following.course.rules)
        )
        let horizon = now.adding(seconds: 7 * 86_400)
        return outline.activities.compactMap { activity in
            guard activity.counts, following.closed[activity.id] == nil,
                let dueAt = plan.day(of: activity.id, calendar: calendar, extensions: extensions).map(ParisDays.lastMoment),
                dueAt <= horizon, let id = following.course.version.activityIDs[activity.id],
                !(following.states[id]?.isCompleted ?? false)
            else { return nil }
            return DueActivity(
                course: outline.key, activity: activity.id, title: activity.title, language: activity.language,
                kind: activity.kind, dueAt: dueAt, isLate: dueAt < now)
        }
    }
}

extension HomeModel.NextActivity {
    init?(_ following: Campus.Following) {
        guard let next = following.next else { return nil }
        self.init(
            course: following.course.outline.key, courseTitle: following.course.outline.title,
            courseLanguage: following.course.outline.language, activity: next.id, title: next.title, language: next.language,
            kind: next.kind, minutes: next.minutes, isResumed: following.standing.state.lastActivity != nil)
    }
}

extension CourseCard {
    init(_ following: Campus.Following) {
        let state = following.standing.state
        self.init(
            key: following.course.outline.key, title: following.course.outline.title,
            language: following.course.outline.language, mode: following.course.outline.mode, cohort: following.cohort.title,
            percent: state.percent, activitiesDone: state.activitiesDone,
            activitiesTotal: state.activitiesTotal, minutesLeft: state.remainingMinutes, completedAt: state.completedAt)
    }
}
