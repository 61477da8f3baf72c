import Campus
import CourseContent
import Essentials
import Progress

extension OutlineModel {
    /// - Parameter marks: those that are not the best result, by the author's id.
    init(
        course: LibraryCourse, standing: LearnerCourse?, states: [Identifier<Activity>: ActivityState], marks: [String: Int] = [:]
    ) {
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
        let here = standing.flatMap { standing in
            CourseProgress.next(in: course.rules, last: standing.state.lastActivity) { states[$0]?.isCompleted ?? false }?.key
        }
        modules = outline.modules.map { module in
            Module(module, here: here, marks: marks) { key in course.version.activityIDs[key].flatMap { states[$0] } }
        }
    }
}

extension OutlineModel.Module {
    init(_ module: ModuleOutline, here: String?, marks: [String: Int], state: (String) -> ActivityState?) {
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
                    state: .init(activity, kept, isHere: activity.id == here), bestScore: kept?.bestScore,
                    mark: marks[activity.id] ?? kept?.bestScore)
            })
    }
}

extension OutlineModel.State {
    init(_ activity: ActivityOutline, _ state: ActivityState?, isHere: Bool) {
        if activity.isPlanned {
            self = .coming
        } else if state?.isCompleted ?? false {
            self = .done
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
