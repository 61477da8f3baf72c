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
        completion = outline.completion.flatMap(GroupCompletionModel.init)
        completedAt = standing?.state.completedAt
        hasLevels = standing != nil && course.hasLevels
        let here = standing.flatMap { course.next($0, states, closed: reading.closed)?.id }
        modules = zip(outline.modules, course.modules).map { module, placed in
            Module(module, placed, here: here, reading, named: course.activity)
        }
        if let blocks = outline.competencies {
            let steps = Dictionary(
                modules.flatMap(\.steps).map { ($0.activity.id, $0.state) }, uniquingKeysWith: { first, _ in first })
            let state = { (key: String) in course.version.activityIDs[key].flatMap { states[$0] } }
            competencies = blocks.map { block in
                let standing = PartStanding(
                    block.completion, outline.trained(by: block), state: state,
                    kept: reading.parts[CoursePart(.competency, block.id)])
                return OutlineModel.Competency(block, PartModel(standing), of: outline, states: steps)
            }
        } else {
            competencies = nil
        }
        earning = reading.earning.map { $0.map { NextEarningModel($0.earning, amount: $0.amount, in: outline.key) } }
    }
}

extension OutlineModel.Competency {
    init(_ block: CompetencyBlock, _ standing: PartModel, of outline: CourseOutline, states: [String: OutlineModel.State]) {
        self.init(
            id: block.id, code: block.code, title: block.title, standing: standing,
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
        _ module: ModuleOutline, _ placed: [PlacedActivity], here: String?, _ reading: Campus.OutlineReading,
        named: (String) -> ActivityOutline?
    ) {
        let closed = reading.closed
        // The reasons of the module come first in each of its closed activities.
        let shared = module.restriction == nil ? [] : Self.sharedReasons(placed.compactMap { closed[$0.activity.id] })
        var (done, total, doneWeight, totalWeight) = (0, 0, 0, 0)
        var steps: [OutlineModel.Step] = []
        steps.reserveCapacity(placed.count)
        for step in placed {
            let kept = step.id.flatMap { reading.states[$0] }
            if step.counts {
                total += 1
                totalWeight += step.weight
                if kept?.isCompleted ?? false {
                    done += 1
                    doneWeight += step.weight
                }
            }
            let reasons = closed.isEmpty ? nil : closed[step.activity.id]
            steps.append(
                OutlineModel.Step(
                    placed: step, state: .init(step, kept, isHere: step.activity.id == here, isClosed: reasons != nil),
                    bestScore: kept?.bestScore,
                    mark: reading.marks.isEmpty ? kept?.bestScore : reading.marks[step.activity.id] ?? kept?.bestScore,
                    due: kept?.isCompleted ?? false ? nil : reading.plan?.due(step.activity),
                    closed: (reasons ?? []).filter { !shared.contains($0) }.map { ClosedReasonModel($0, named: named) }))
        }
        let ids = reading.course.version.activityIDs
        let standing = PartStanding(
            module.completion, module.activities, state: { ids[$0].flatMap { reading.states[$0] } },
            kept: reading.parts.isEmpty ? nil : reading.parts[CoursePart(.module, module.id)])
        self.init(
            id: module.id, title: module.title, summary: module.summary, inPersonMinutes: module.inPersonMinutes,
            progress: .init(
                percent: CourseProgress.percent(done: doneWeight, of: totalWeight), activitiesDone: done,
                activitiesTotal: total, minutesLeft: totalWeight - doneWeight),
            standing: PartModel(standing), steps: steps, closed: shared.map { ClosedReasonModel($0, named: named) })
    }

    /// What closes every activity of a module that is closed.
    private static func sharedReasons(_ closed: [[ClosedReason]]) -> [ClosedReason] {
        guard let first = closed.first else { return [] }
        return first.filter { reason in closed.allSatisfy { $0.contains(reason) } }
    }
}

extension OutlineModel.State {
    init(_ step: PlacedActivity, _ state: ActivityStanding?, isHere: Bool, isClosed: Bool) {
        if step.activity.isPlanned {
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
        completion = CompletionModel(activity.completion)
        hasReachedEnd = reading.learner?.state?.reachedEndAt != nil
        due = reading.due
        earned = reading.earned.isEmpty ? nil : reading.earned.map(EarnedModel.init)
        completedAt = reading.learner?.state?.completedAt
        percent = reading.learner?.course.state.percent ?? 0
        minimumSeconds = activity.completion.secondsToStay
        html = lesson.html
        hasWords = reading.learner != nil && (lesson.terms != nil || reading.course.hasDecks)
        let state = reading.learner?.state
        let recordings = activity.media ?? []
        media = activity.media.map { recordings in
            recordings.map {
                Recording(name: $0.name, milliseconds: $0.milliseconds, position: state?.played?.recordings[$0.name]?.position)
            }
        }
        if let share = activity.completion.playedShare {
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
