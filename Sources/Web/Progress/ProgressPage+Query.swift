import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import Progress

extension ProgressPage.Model {
    init(_ reading: Campus.MyProgressReading) {
        let following = reading.following
        let (version, outline) = (following.course.version, following.course.outline)
        let state = following.standing.state
        let kept = { (activity: ActivityOutline) in version.activityIDs[activity.id].flatMap { reading.states[$0] } }
        course = outline.key
        title = outline.title
        language = outline.language
        name = reading.name.full
        asOf = reading.today
        progress = .init(
            percent: state.percent, activitiesDone: state.activitiesDone, activitiesTotal: state.activitiesTotal,
            minutesLeft: state.remainingMinutes)
        pace = following.pace(on: reading.today)
        next = following.next.map { Next(activity: $0.id, title: $0.title, language: $0.language, minutes: $0.minutes) }
        due = DueActivity.all(in: following, on: reading.today).map {
            Due(
                activity: $0.activity.id, title: $0.activity.title, language: $0.activity.language, dueOn: $0.day,
                daysLate: $0.daysLate, hasMoreTime: $0.hasMoreTime)
        }
        marks = reading.marks.entries.map { Mark($0, submission: reading.submissions[$0.state.activity]) }
        average = reading.marks.mean
        moduleMarks = reading.marks.modules.map(ModuleMarkModel.init)
        activities = outline.activities.compactMap { activity in
            guard !activity.isPlanned else { return nil }
            let state = kept(activity)
            return Activity(
                id: activity.id, title: activity.title, language: activity.language, isCompleted: state?.isCompleted ?? false,
                isExempted: state?.ruling?.ruling.action == .exempted,
                minutes: Durations(
                    planned: activity.minutes, connected: (state?.seconds ?? 0) / 60,
                    validated: (state?.validatedSeconds(minutes: activity.minutes) ?? 0) / 60))
        }
        weeks = Week.all(in: following, states: reading.states, connected: reading.connected)
        total = Durations(
            planned: state.totalWeight, connected: state.seconds / 60,
            validated: activities.reduce(0) { $0 + $1.minutes.validated })
        let standing = { (key: String) in version.activityIDs[key].flatMap { following.states[$0] } }
        modules = outline.modules.compactMap { module in
            let counted = module.activities.filter(\.counts)
            guard !counted.isEmpty else { return nil }
            let part = PartStanding(
                module.completion, counted, state: standing, kept: reading.parts[CoursePart(.module, module.id)])
            return Part(
                id: module.id, title: module.title, activitiesDone: counted.count { standing($0.id)?.isCompleted ?? false },
                activitiesTotal: counted.count, standing: PartModel(part))
        }
        competencies = outline.competencies.map { blocks in
            blocks.map { block in
                let trained = outline.trained(by: block).filter(\.counts)
                let part = PartStanding(
                    block.completion, trained, state: standing, kept: reading.parts[CoursePart(.competency, block.id)])
                return Competency(
                    title: block.title, code: block.code, activitiesDone: trained.count { kept($0)?.isCompleted ?? false },
                    activitiesTotal: trained.count, standing: PartModel(part))
            }
        }
        pauses = following.adjustments.facts.compactMap { fact in
            guard case .pause(let motive, let first, let last) = fact.decision else { return nil }
            return Pause(firstDay: first, lastDay: last, motive: motive)
        }
    }
}

extension ProgressPage.Model.Week {
    /// The three durations by week: every week in which something was planned, done or validated.
    static func all(
        in following: Campus.Following, states: [Identifier<CourseContent.Activity>: ActivityState],
        connected days: [CalendarDay: Int]
    ) -> [Self] {
        var planned: [CalendarDay: Int] = [:]
        if let plan = following.plan {
            planned = plan.minutesByWeek(
                calendar: following.adjustments.calendar,
                extensions: following.adjustments.extensions(in: following.course.rules))
        }
        var connected: [CalendarDay: Int] = [:]
        for (day, seconds) in days { connected[day.monday, default: 0] += seconds }
        var validated: [CalendarDay: Int] = [:]
        for activity in following.course.outline.activities {
            guard let state = following.course.version.activityIDs[activity.id].flatMap({ states[$0] }) else { continue }
            let seconds = state.validatedSeconds(minutes: activity.minutes)
            let decided = state.ruling.flatMap { $0.ruling.isDone ? $0.at : nil }
            guard seconds > 0, let at = decided ?? state.completedAt else { continue }
            validated[ParisDays.day(of: at).monday, default: 0] += seconds
        }
        let mondays = Set(planned.keys).union(connected.keys).union(validated.keys)
        return mondays.sorted().map { monday in
            Self(
                monday: monday,
                minutes: .init(
                    planned: planned[monday] ?? 0, connected: (connected[monday] ?? 0) / 60,
                    validated: (validated[monday] ?? 0) / 60))
        }
    }

    /// So many weeks, the one of a day last; those in which nothing was have no minutes.
    static func last(_ count: Int, until day: CalendarDay, of weeks: [Self]) -> [Self] {
        let known = Dictionary(weeks.map { ($0.monday, $0) }, uniquingKeysWith: { first, _ in first })
        return (0..<count).reversed().map { back in
            let monday = day.monday.adding(days: -7 * back)
            return known[monday] ?? Self(monday: monday, minutes: .init(planned: 0, connected: 0, validated: 0))
        }
    }
}

extension ProgressPage.Model.Mark {
    init(_ entry: CourseMarks.Entry, submission: SubmissionReading?) {
        let activity = entry.activity
        self.init(
            activity: activity.id, title: activity.title, language: activity.language, mark: entry.mark,
            weight: activity.markWeight, isExempted: entry.isExempted ? true : nil,
            grade: entry.decided == nil ? activity.grade : nil, attempts: entry.state.attempts,
            submission: submission?.submission.id.text,
            reason: (entry.decided ?? (entry.isExempted ? entry.state.ruling : nil))?.ruling.reason)
    }
}
