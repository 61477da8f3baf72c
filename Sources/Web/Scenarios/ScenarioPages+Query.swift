import Assessment
import Campus
import CourseContent
import Essentials
import Progress

extension ScenarioModel {
    init(scenario: ScenarioContent, reading: Campus.ActivityReading, attempts: [Attempt]) {
        let activity = reading.activity
        course = reading.course.outline.key
        courseTitle = reading.course.outline.title
        courseLanguage = reading.course.outline.language
        id = activity.id
        title = activity.title
        language = activity.language
        minutes = activity.minutes
        place = activity.place
        isOptional = activity.isOptional
        isPreview = reading.learner == nil
        introduction = scenario.introduction
        sceneCount = scenario.scenes.count
        endingCount = scenario.scenes.count { $0.ending != nil }
        passScore = activity.completion.passScore
        completion = CompletionModel(activity.completion)
        due = reading.due
        completedAt = reading.learner?.state?.completedAt
        endedAt = reading.endedAt
        runs = attempts.map {
            RunSummary(
                id: $0.id.text, number: $0.number, startedAt: $0.startedAt, endedAt: $0.result?.submittedAt,
                score: $0.result?.score)
        }
        next = .init(reading.course.following(activity.id))
    }
}

extension RunModel {
    init(_ reading: Campus.RunReading, now: Instant) {
        let (attempt, play) = (reading.run.attempt, reading.run.play)
        id = attempt.id.text
        number = attempt.number
        course = reading.course.outline.key
        courseTitle = reading.course.outline.title
        courseLanguage = reading.course.outline.language
        activity = reading.activity.id
        title = reading.activity.title
        language = reading.activity.language
        passScore = reading.activity.completion.passScore
        step = play.path.count + 1
        scene = Scene(play.scene)
        let isOver = attempt.result != nil
        variables = play.content.variables.filter { !$0.isHidden || isOver && !$0.isSwitch }.map {
            Variable(
                id: $0.id, title: $0.title, value: play.numbers[$0.id] ?? $0.start, minimum: $0.minimum, maximum: $0.maximum,
                unit: $0.unit)
        }
        last = play.last.map { Taken($0.chosen) }
        choices = isOver ? [] : play.choices.map(Choice.init)
        result = attempt.result.map { result in
            Result(
                score: result.score, endedAt: result.submittedAt, debrief: play.ending?.debrief,
                path: play.path.map { passage in
                    Passage(
                        scene: Scene(passage.scene), chosen: Taken(passage.chosen),
                        others: passage.others.map { Other(choice: Choice($0.choice), wasOffered: $0.wasOffered) })
                })
        }
        missedWords = reading.missed.isEmpty ? nil : OfferedWords(reading.missed, now: now)
        next = .init(reading.course.following(reading.activity.id))
    }
}

extension RunModel.Scene {
    init(_ scene: ScenarioScene?) {
        self.init(id: scene?.id ?? "", title: scene?.title ?? "", speaker: scene?.speaker, text: scene?.text ?? "")
    }
}

extension RunModel.Choice {
    init(_ choice: ScenarioChoice) {
        self.init(id: choice.id, text: choice.text)
    }
}

extension RunModel.Taken {
    init(_ choice: ScenarioChoice) {
        self.init(choice: RunModel.Choice(choice), consequence: choice.consequence)
    }
}
