import Campus
import CourseContent
import Essentials
import Progress

extension OutlineModel {
    init(_ reading: Campus.OutlineReading) {
        let (course, standing, states) = (reading.course, reading.standing, reading.states)
        let outline = course.outline
        key = outline.key
        title = outline.title
        summary = outline.summary
        language = outline.language
        mode = outline.mode
        hours = outline.hours
        weeks = outline.weeks
        levels = outline.levels
        audience = outline.audience
        objectives = outline.objectives
        certification = outline.certification
        version = course.version.number
        isPreview = standing == nil
        progress = CourseFigures(
            percent: standing?.state.percent ?? 0, activitiesDone: standing?.state.activitiesDone ?? 0,
            activitiesTotal: standing?.state.activitiesTotal ?? course.rules.countingActivities,
            minutesLeft: standing?.state.remainingMinutes ?? course.rules.totalWeight)
        let here = standing.flatMap { course.next($0, states, closed: reading.closed)?.id }
        modules = outline.modules.map { module in
            Module(module, here: here, marks: reading.marks, closed: reading.closed, named: course.activity) { key in
                course.version.activityIDs[key].flatMap { states[$0] }
            }
        }
        let steps = Dictionary(modules.flatMap(\.steps).map { ($0.id, $0.state) }, uniquingKeysWith: { first, _ in first })
        competencies = outline.competencies.map { $0.map { OutlineModel.Competency($0, of: outline, states: steps) } }
    }
}

extension OutlineModel.Competency {
    init(_ block: CompetencyBlock, of outline: CourseOutline, states: [String: OutlineModel.State]) {
        self.init(
            id: block.id, code: block.code, title: block.title,
            objectives: block.objectives.map { objective in
                Target(
                    id: objective, title: outline.objectives.first { $0.id == objective }?.title ?? objective,
                    activities: outline.activities.filter { !$0.isPlanned && $0.objectives.contains(objective) }.map {
                        Work(
                            id: $0.id, title: $0.title, language: $0.language, kind: $0.kind, isEvaluation: $0.isEvaluation,
                            state: states[$0.id] ?? .open)
                    })
            })
    }
}

extension OutlineModel.Module {
    init(
        _ module: ModuleOutline, here: String?, marks: [String: Int], closed: [String: [ClosedReason]],
        named: (String) -> ActivityOutline?, state: (String) -> ActivityStanding?
    ) {
        // The reasons of the module come first in each of its closed activities.
        let shared = module.restriction == nil ? [] : Self.sharedReasons(module.activities.compactMap { closed[$0.id] })
        let counting = module.activities.filter(\.counts)
        let done = counting.filter { state($0.id)?.isCompleted ?? false }
        let total = counting.reduce(0) { $0 + $1.weight }
        let doneWeight = done.reduce(0) { $0 + $1.weight }
        self.init(
            id: module.id, title: module.title, summary: module.summary, inPersonMinutes: module.inPersonMinutes,
            progress: .init(
                percent: CourseProgress.percent(done: doneWeight, of: total), activitiesDone: done.count,
                activitiesTotal: counting.count, minutesLeft: total - doneWeight),
            steps: module.activities.map { activity in
                let kept = state(activity.id)
                return OutlineModel.Step(
                    id: activity.id, title: activity.title, language: activity.language, kind: activity.kind,
                    place: activity.place, minutes: activity.minutes, isOptional: activity.isOptional,
                    isEvaluation: activity.isEvaluation,
                    state: .init(activity, kept, isHere: activity.id == here, isClosed: closed[activity.id] != nil),
                    bestScore: kept?.bestScore, mark: marks[activity.id] ?? kept?.bestScore,
                    closed: closed[activity.id, default: []].filter { !shared.contains($0) }
                        .map { ClosedReasonModel($0, named: named) })
            }, closed: shared.map { ClosedReasonModel($0, named: named) })
    }

    /// What closes every activity of a module that is closed.
    private static func sharedReasons(_ closed: [[ClosedReason]]) -> [ClosedReason] {
        guard let first = closed.first else { return [] }
        return first.filter { reason in closed.allSatisfy { $0.contains(reason) } }
    }
}

extension OutlineModel.State {
    init(_ activity: ActivityOutline, _ state: ActivityStanding?, isHere: Bool, isClosed: Bool) {
        if activity.isPlanned {
            self = .coming
        } else if state?.isCompleted ?? false {
            self = .done
        } else if isClosed {
            self = .closed
        } else if isHere {
            self = .here
        } else {
            self = state == nil ? .open : .started
        }
    }
}

extension LessonModel {
    init(lesson: LessonContent, reading: Campus.ActivityReading) {
        let activity = reading.activity
        course = reading.course.outline.key
        courseTitle = reading.course.outline.title
        courseLanguage = reading.course.outline.language
        id = activity.id
        title = activity.title
        summary = activity.summary
        language = activity.language
        minutes = activity.minutes
        place = activity.place
        isOptional = activity.isOptional
        isPreview = reading.learner == nil
        completedAt = reading.learner?.state?.completedAt
        percent = reading.learner?.course.state.percent ?? 0
        if case .read(let seconds) = activity.completion { minimumSeconds = seconds } else { minimumSeconds = nil }
        html = lesson.html
        let state = reading.learner?.state
        let recordings = activity.media ?? []
        media = activity.media.map { recordings in
            recordings.map {
                Recording(name: $0.name, milliseconds: $0.milliseconds, position: state?.played?.recordings[$0.name]?.position)
            }
        }
        if case .played(let share) = activity.completion {
            listening = Listening(
                share: share, played: state?.playedPercent(of: recordings) ?? 0,
                declarableAfter: ((activity.completion.declarableAfter(recordings) ?? 0) + 999) / 1000,
                hasBegun: state != nil, isDeclared: state?.declaredAt != nil)
        } else {
            listening = nil
        }
        next = Neighbour(reading.course.following(activity.id))
    }
}

extension LessonModel.Neighbour {
    init?(_ activity: ActivityOutline?) {
        guard let activity else { return nil }
        self.init(
            id: activity.id, title: activity.title, language: activity.language, kind: activity.kind, minutes: activity.minutes)
    }
}
