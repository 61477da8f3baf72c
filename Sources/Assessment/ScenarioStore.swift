package import Accounts
package import CourseContent
package import Essentials
package import SQL

/// Scenarios as they are played: an attempt with its path. Stateless, as ``AttemptStore``; that the attempt is the person's is checked above.
package struct ScenarioStore: Sendable {
    private let attempts = AttemptStore()

    package init() {}

    /// What is played on which attempt.
    package struct Run: Sendable {
        package let attempt: Attempt
        package let play: ScenarioPlay
    }

    /// An attempt with its path, on the content that it was begun on.
    package func run(
        _ attempt: Attempt, content: (String) throws -> ScenarioContent, in reading: any ReadTransaction
    ) throws -> Run {
        let steps = try steps(of: attempt.id, in: reading)
        return Run(attempt: attempt, play: ScenarioPlay(try content(attempt.contentDigest), path: steps))
    }

    private func steps(of id: Identifier<Attempt>, in reading: any ReadTransaction) throws -> [ScenarioPlay.Step] {
        try reading.rows(ScenarioStatements.steps, id) { ScenarioPlay.Step(scene: $0.text(0), choice: $0.text(1)) }
    }

    /// Begins an attempt, or goes on with the one that is open. One may begin again as often as one wants.
    /// - Parameter digest: the digest of the scenario, from the published outline.
    package func start(
        _ activity: Identifier<Activity>, by person: Identifier<Person>, context: String, version: Identifier<CourseVersion>,
        digest: String, at now: Instant, in writing: any WriteTransaction
    ) throws -> (attempt: Attempt, isNew: Bool) {
        let standing = try attempts.standing(in: context, activity: activity, allowed: nil, in: writing)
        guard case .begin(let number) = standing.nextStep else {
            guard let open = standing.open else { throw SQLError.busy("an attempt begins elsewhere") }
            return (open, false)
        }
        let attempt = Attempt(
            id: .new(at: now), person: person, activity: activity, context: context, version: version,
            contentDigest: digest, number: number, startedAt: now, maximumPoints: 100, seed: nil, deadline: nil, sentAt: nil,
            result: nil)
        let none: Int64? = nil
        let inserted = try writing.run(
            AttemptStatements.insert, attempt.id, person, activity, context, version, digest, number, now,
            attempt.maximumPoints, none, attempt.deadline)
        if inserted > 0 { return (attempt, true) }
        let again = try attempts.standing(in: context, activity: activity, allowed: nil, in: writing)
        guard let open = again.open else { throw SQLError.busy("an attempt begins elsewhere") }
        return (open, false)
    }

    /// What taking a step did.
    package struct Taken: Sendable {
        package let run: Run
        /// `false` when the very same step was kept already: nothing changed.
        package let isNew: Bool
    }

    /// Takes a choice. The state is the server's: a step says only what one saw and what one chose.
    ///
    /// - Parameters:
    ///   - step: the scene that one saw, and the choice.
    ///   - number: which step it is, 1, 2, 3…: the same one sent twice is taken once.
    /// - Returns: where one is then; with an ending, the attempt is marked.
    /// - throws: ``AssessmentError/unknownAttempt(_:)``, or ``AssessmentError/stepRefused(_:)``: nothing changed then.
    package func take(
        _ step: ScenarioPlay.Step, number: Int, in id: Identifier<Attempt>, content: (String) throws -> ScenarioContent,
        at now: Instant, in writing: any WriteTransaction
    ) throws -> Taken {
        guard let attempt = try writing.first(AttemptStatements.lock, id, map: { Attempt($0) }) else {
            throw AssessmentError.unknownAttempt(id)
        }
        let kept = try steps(of: id, in: writing)
        var play = ScenarioPlay(try content(attempt.contentDigest), path: kept)
        guard number > 0 else { throw AssessmentError.stepRefused(.otherScene) }
        if kept.indices.contains(number - 1) {
            guard kept[number - 1] == step else { throw AssessmentError.stepRefused(.otherScene) }
            return Taken(run: Run(attempt: attempt, play: play), isNew: false)
        }
        guard number == kept.count + 1 else { throw AssessmentError.stepRefused(.otherScene) }
        guard attempt.isOpen else { throw AssessmentError.stepRefused(.ended) }
        do {
            try play.take(step)
        } catch {
            throw AssessmentError.stepRefused(error)
        }
        try writing.run(ScenarioStatements.addStep, id, number, step.scene, step.choice, now)
        guard let score = play.score else { return Taken(run: Run(attempt: attempt, play: play), isNew: true) }
        let result = AttemptResult(submittedAt: now, points: Double(score), score: score)
        try writing.run(AttemptStatements.submit, id, now, result.points, result.score)
        return Taken(run: Run(attempt: attempt.submitted(result), play: play), isNew: true)
    }
}
