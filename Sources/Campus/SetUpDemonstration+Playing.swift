import Accounts
import Assessment
import CourseContent
import Essentials
import Progress
import SQL
import Synchronization

/// Has the learners of the demonstration do what their stories say, through the use cases.
extension Campus {
    /// Plays every story that was not played yet. Several learners at a time, each with a clock of their own, so that their writes are
    /// committed together.
    func playDemonstration(now: Instant) async throws {
        // Leaving is played last: when everybody who leaves has left, all was played.
        if try await demonstrationIsPlayed() { return }
        var tasks: [DemonstrationTask] = []
        for cohort in DemonstrationCohort.all {
            for (person, role) in DemonstrationPerson.members(of: cohort) where role == .learner {
                tasks.append(DemonstrationTask(person: person, cohort: cohort))
            }
        }
        let shared = DemonstrationTasks(tasks)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    let player = DemonstrationPlayer(self, now: now)
                    while let task = shared.next() { try await player.play(task) }
                }
            }
            try await group.waitForAll()
        }
        for task in tasks where task.person.conduct == .foundAJob {
            try await DemonstrationPlayer(self, now: now).leave(task)
        }
    }

    private func demonstrationIsPlayed() async throws -> Bool {
        try await database.read { reading in
            for cohort in DemonstrationCohort.all {
                guard let kept = try cohorts.cohort(key: cohort.key, in: reading) else { return false }
                for (person, role) in DemonstrationPerson.members(of: cohort)
                where role == .learner && person.conduct == .foundAJob {
                    let id = try people.person(login: person.checked().login, in: reading)?.id
                    let held = try id.flatMap { try memberships.membership($0, kept.id, as: role, in: reading) }
                    if held?.leftAt == nil { return false }
                }
            }
            return true
        }
    }
}

/// A learner in a cohort.
private struct DemonstrationTask: Sendable {
    let person: DemonstrationPerson
    let cohort: DemonstrationCohort

    /// Whom visitors become has work to go on with in one course only.
    var conduct: DemonstrationConduct {
        person.conduct == .shown && cohort != .web ? .beginning : person.conduct
    }
}

/// What is left to play, handed out one by one.
private final class DemonstrationTasks: Sendable {
    private let left: Mutex<ArraySlice<DemonstrationTask>>

    init(_ tasks: [DemonstrationTask]) {
        left = Mutex(tasks[...])
    }

    func next() -> DemonstrationTask? { left.withLock { $0.popFirst() } }
}

/// Plays one story after the other: use cases with a clock that follows the story.
struct DemonstrationPlayer: Sendable {
    let time: DemonstrationTime
    let campus: Campus
    let now: Instant

    fileprivate init(_ campus: Campus, now: Instant) {
        let time = DemonstrationTime(now)
        self.time = time
        self.campus = campus.at(Clock { time.now })
        self.now = now
    }

    fileprivate func play(_ task: DemonstrationTask) async throws {
        guard let viewer = try await viewer(task.person) else { return }
        let course = try await campus.database.read { try campus.library.course(task.cohort.course, in: $0) }
        guard let course else { return }
        var random = DemonstrationRandom("\(task.person.login) \(task.cohort.course)")
        let story = DemonstrationStory(
            task.conduct, course.outline, days: DemonstrationDays(now: now, weeksAgo: task.cohort.weeksAgo),
            random: &random)
        guard let last = story.steps.last, try await !isPlayed(last, course, viewer) else { return }
        var previous: DemonstrationStory.Step?
        for step in story.steps {
            try await handIn(between: previous, and: step, course, viewer, in: task.cohort)
            try await play(step, task.cohort.course, viewer, &random)
            previous = step
        }
    }

    /// Leaves the cohort when the story says so.
    fileprivate func leave(_ task: DemonstrationTask) async throws {
        let course = try await campus.database.read { try campus.library.course(task.cohort.course, in: $0) }
        guard let course else { return }
        var random = DemonstrationRandom("\(task.person.login) \(task.cohort.course)")
        let days = DemonstrationDays(now: now, weeksAgo: task.cohort.weeksAgo)
        guard let leftAt = DemonstrationStory(task.conduct, course.outline, days: days, random: &random).leftAt else { return }
        time.now = leftAt
        try await campus.withdraw([task.person.login], from: task.cohort.key, as: .learner)
    }

    func viewer(_ person: DemonstrationPerson) async throws -> Viewer? {
        let login = try person.checked().login
        let found = try await campus.database.read { try campus.people.person(login: login, in: $0) }
        return found.map { Viewer(person: $0, roles: .none, session: nil) }
    }

    /// Whether the learner did this, or can do it no more.
    private func isPlayed(
        _ step: DemonstrationStory.Step, _ course: LibraryCourse, _ viewer: Viewer
    ) async throws -> Bool {
        guard let id = course.version.activityIDs[step.activity.id] else { return true }
        return try await campus.database.read { reading in
            let found = try campus.progress.activity(id, of: course.version.course, for: viewer.person.id, in: reading)
            guard let found, found.course.enrolment.status != .left else { return true }
            switch step.deed {
            case .lesson: return found.state != nil
            case .scenario: return (found.state?.attempts ?? 0) >= 1
            case .quiz(let attempt, _): return (found.state?.attempts ?? 0) >= attempt
            }
        }
    }

    private func play(
        _ step: DemonstrationStory.Step, _ course: String, _ viewer: Viewer, _ random: inout DemonstrationRandom
    ) async throws {
        let key = step.activity.id
        switch step.deed {
        case .lesson(let finished):
            let events = events(of: step, finished: finished, &random)
            // What was played is believed for as long as the page was open.
            time.now = step.startedAt
            if finished, step.activity.media != nil { _ = try await campus.record([events[0]], in: key, of: course, by: viewer) }
            time.now = step.endedAt
            _ = try await campus.record(events, in: key, of: course, by: viewer)
            if finished { try await find(step, course, viewer, &random) }
        case .scenario: try await playScenario(step, course, viewer, &random)
        case .quiz(let number, let passes):
            let events = events(of: step, finished: false, &random)
            time.now = step.startedAt
            let reading = try await campus.activity(key, of: course, for: viewer)
            guard case .quiz(let quiz) = reading.content else { return }
            let score = step.activity.completion.passScore ?? 60
            // A set-up that was cut short goes on: what was sent then stays.
            let sent = try await campus.attempts(at: reading).count { !$0.isOpen }
            if sent >= number || quiz.attemptsAllowed.map({ number > $0 }) ?? false { return }
            let attempt = try await campus.startAttempt(at: key, of: course, by: viewer).attempt
            // Random numbers of their own: how many they take depends on what was drawn.
            var answering = DemonstrationRandom("\(viewer.person.login) \(course) \(key) \(number)")
            let paper = quiz.paper(seed: attempt.seed)
            let drafts = DemonstrationAnswers.drafts(paper, score: score, passes: passes, &answering)
            // In time, where it is counted.
            time.now = attempt.deadline.map { min($0, step.endedAt) } ?? step.endedAt
            _ = try await campus.record(events, in: key, of: course, by: viewer)
            _ = try await campus.submit(attempt.id, with: drafts, by: viewer)
        }
    }

    /// Plays until a story passes, in thought first: the best of some is the one that is kept.
    private func playScenario(
        _ step: DemonstrationStory.Step, _ course: String, _ viewer: Viewer, _ random: inout DemonstrationRandom
    ) async throws {
        let key = step.activity.id
        let reading = try await campus.activity(key, of: course, for: viewer)
        guard case .scenario(let content) = reading.content else { return }
        let score = step.activity.completion.passScore ?? 60
        if try await campus.attempts(at: reading).contains(where: { !$0.isOpen }) { return }
        var best: ScenarioPlay?
        for _ in 0..<40 {
            var play = ScenarioPlay(content)
            while play.score == nil, let scene = play.scene {
                let offered = play.choices
                guard !offered.isEmpty else { break }
                let choice = offered[random.number(in: 0...(offered.count - 1))]
                try play.take(ScenarioPlay.Step(scene: scene.id, choice: choice.id))
            }
            if (play.score ?? 0) > (best?.score ?? -1) { best = play }
            if (best?.score ?? 0) >= score { break }
        }
        guard let best else { return }
        time.now = step.startedAt
        let run = try await campus.startRun(at: key, of: course, by: viewer).attempt
        time.now = step.endedAt
        for (index, passage) in best.path.enumerated() {
            let step = ScenarioPlay.Step(scene: passage.scene.id, choice: passage.chosen.id)
            _ = try await campus.take(step, number: index + 1, in: run.id, by: viewer)
        }
    }

    /// What the server finds by itself: the sheet that was signed, the messages that were written, the cards that were reviewed.
    private func find(
        _ step: DemonstrationStory.Step, _ course: String, _ viewer: Viewer, _ random: inout DemonstrationRandom
    ) async throws {
        let found = step.activity.completion.parts.flatMap { rule -> [(EventKind, Int?)] in
            switch rule {
            case .present: [(.attended, nil)]
            case .contributed(let posts): Array(repeating: (.contributed, nil), count: posts)
            case .reviewed: [(.reviewed, 100)]
            case .reported: [(.reported, nil)]
            case .read, .stayed, .passed, .played, .submitted, .marked, .all, .any: []
            }
        }
        if step.activity.kind == .survey { try await answer(step, course, viewer, &random) }
        for (kind, score) in found {
            let id = Identifier<LearningEvent>.new(at: step.endedAt, using: &random)
            _ = try await campus.recordFound(kind, id: id, score: score, in: step.activity.id, of: course, by: viewer)
        }
    }

    /// Answers what can be chosen.
    private func answer(
        _ step: DemonstrationStory.Step, _ course: String, _ viewer: Viewer, _ random: inout DemonstrationRandom
    ) async throws {
        let reading = try await campus.activity(step.activity.id, of: course, for: viewer)
        guard case .survey(let survey) = reading.content, reading.learner?.state?.submittedAt == nil else { return }
        var answers: [String: [String]] = [:]
        for question in survey.questions {
            switch question.body {
            case .choice(let options, _): answers[question.id] = options.randomElement(using: &random).map { [$0.id] }
            case .scale(let labels): answers[question.id] = ["\(random.number(in: min(3, labels.count)...labels.count))"]
            case .text: break
            }
        }
        _ = try await campus.sendSurvey(answers, at: step.activity.id, of: course, by: viewer)
    }

    /// What a browser would have sent: opened, a sign of life each two minutes for most of the time, and the end.
    private func events(
        of step: DemonstrationStory.Step, finished: Bool, _ random: inout DemonstrationRandom
    ) -> [Campus.SentEvent] {
        var events: [Campus.SentEvent] = []
        func add(_ kind: EventKind, _ at: Instant, _ seconds: Int? = nil) {
            events.append(
                Campus.SentEvent(id: .new(at: at, using: &random), kind: kind, occurredAt: at, seconds: seconds))
        }
        add(.opened, step.startedAt)
        var moment = step.startedAt.adding(seconds: 120)
        while moment < step.endedAt {
            if !random.chance(1, in: 6) { add(.heartbeat, moment, random.number(in: 60...120)) }
            moment = moment.adding(seconds: 120)
        }
        if finished {
            for recording in step.activity.media ?? [] {
                let length = recording.milliseconds ?? 0
                for start in stride(from: 0, to: length - PlayedSpan.shortestPart, by: 100_000) {
                    let end = min(start + 100_000, length)
                    events.append(
                        Campus.SentEvent(
                            id: .new(at: step.endedAt, using: &random), kind: .played, occurredAt: step.endedAt,
                            seconds: max(1, (end - start) / 1000),
                            played: PlayedSpan(media: recording.name, parts: [start..<end], position: end)))
                }
            }
            add(.reachedEnd, step.endedAt)
        }
        return events
    }
}

/// A clock that is set by hand.
final class DemonstrationTime: Sendable {
    private let instant: Mutex<Instant>

    init(_ instant: Instant) {
        self.instant = Mutex(instant)
    }

    var now: Instant {
        get { instant.withLock { $0 } }
        set { instant.withLock { $0 = newValue } }
    }
}
