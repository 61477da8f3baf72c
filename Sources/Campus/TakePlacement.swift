import Accounts
package import CourseContent
import Essentials
package import LanguageLearning
import Progress
import SQL

/// Placement tests: one item after the other, then a level. What tutors make of it is in `ReviewPlacements`.
extension Campus {
    /// Where somebody is with a placement test.
    package struct PlacementReading: Sendable {
        /// The latest first; empty before the first one.
        package let runs: [PlacementRun]
        /// What is asked now, with its choices in the order of the run; `nil` while no run goes on.
        package let question: Question?

        package struct Question: Sendable {
            package let item: PlacementItem
            package let choices: [String]
        }

        package init(runs: [PlacementRun], question: Question?) {
            self.runs = runs
            self.question = question
        }
    }

    /// Where a learner is with a placement test; nothing for a preview.
    package func placement(_ content: PlacementContent, at reading: ActivityReading) async throws -> PlacementReading {
        guard let learner = reading.learner else { return PlacementReading(runs: [], question: nil) }
        let (person, activity) = (learner.course.enrolment.person, reading.id)
        let runs = try await database.read { try placements.runs(of: person, in: activity, in: $0) }
        return PlacementReading(runs: runs, question: runs.first.flatMap { Self.question(of: $0, content) })
    }

    private static func question(of run: PlacementRun, _ content: PlacementContent) -> PlacementReading.Question? {
        guard !run.isFinished, let item = PlacementTest(content, hears: run.hears).next(after: run.answers, seed: run.seed) else {
            return nil
        }
        return .init(item: item, choices: PlacementTest.choices(of: item, seed: run.seed))
    }

    /// Begins a placement test; one that goes on is gone on with.
    /// - Parameter hears: whether items that are heard may be asked.
    /// - throws: as ``record(_:in:of:by:)``; ``CampusError/conflict(_:)`` too soon after the last time, ``CampusError/invalid(_:_:)`` when
    ///   nothing is left to ask without sound.
    package func beginPlacement(
        at activityKey: String, of courseKey: String, hears: Bool, by viewer: Viewer
    ) async throws -> PlacementRun {
        let now = clock.now
        return try await withCurrentCourse {
            try await database.write(.takenRows) { writing in
                let (_, activity, id, _) = try take(activityKey, of: courseKey, by: viewer, in: writing)
                let content = try placementContent(activity, in: writing)
                if let last = try placements.runs(of: viewer.person.id, in: id, in: writing).first {
                    guard let again = last.againFrom else { return last }
                    guard now >= again else { throw CampusError.conflict(.placementTooSoon) }
                }
                let run = PlacementRun(
                    id: .new(at: now), person: viewer.person.id, activity: id, hears: hears, startedAt: now)
                guard Self.question(of: run, content) != nil else { throw CampusError.invalid("silent", .placementNeedsSound) }
                try placements.begin(run, in: writing)
                return run
            }
        }
    }

    /// What became of an answer.
    package struct PlacementOutcome: Sendable {
        /// Whether it was kept: the same one again changes nothing, and one to what is not asked now is not taken.
        package let isKept: Bool
        package let answered: Int
        package let isFinished: Bool
    }

    /// Keeps the answer to the item that is asked. After the last one the test is finished and the activity done.
    /// - Parameters:
    ///   - item: the author's id.
    ///   - choice: the number of a choice as the page shows them, from 1; `unknown` for « I do not know ».
    /// - throws: as ``record(_:in:of:by:)``; ``CampusError/conflict(_:)`` when no test goes on, ``CampusError/invalid(_:_:)`` for what is no
    ///   choice.
    package func answerPlacement(
        at activityKey: String, of courseKey: String, item: String, choice: String, by viewer: Viewer
    ) async throws -> PlacementOutcome {
        let now = clock.now
        return try await withCurrentCourse {
            try await database.write(.takenRows) { writing in
                let (course, activity, id, learner) = try take(activityKey, of: courseKey, by: viewer, in: writing)
                let content = try placementContent(activity, in: writing)
                guard var run = try placements.runs(of: viewer.person.id, in: id, in: writing).first else {
                    throw CampusError.conflict(.noPlacementGoesOn)
                }
                if run.isFinished {
                    guard run.answers.last?.item == item else { throw CampusError.conflict(.noPlacementGoesOn) }
                    return PlacementOutcome(isKept: false, answered: run.answers.count, isFinished: true)
                }
                let asked = Self.question(of: run, content)
                if let asked {
                    guard asked.item.id == item else {
                        return PlacementOutcome(isKept: false, answered: run.answers.count, isFinished: false)
                    }
                    let answer = try Self.answer(choice, to: asked, at: now)
                    guard try placements.keep(answer, at: run.answers.count + 1, of: run.id, in: writing) else {
                        return PlacementOutcome(isKept: false, answered: run.answers.count, isFinished: false)
                    }
                    run.answers.append(answer)
                }
                let isFinished = Self.question(of: run, content) == nil
                if isFinished {
                    try placements.finish(run.id, at: now, in: writing)
                    let state = try progress.activityState(of: id, enrolment: learner.enrolment.id, in: writing)
                    if state?.submittedAt == nil {
                        let event = LearningEvent(id: .new(at: now), activity: id, kind: .submitted, occurredAt: now)
                        let recorded = try record([event], for: learner, from: .server, in: course, at: now, in: writing)
                        try followUpIfNeeded(learner, recorded, at: now, in: writing)
                    }
                }
                return PlacementOutcome(isKept: asked != nil, answered: run.answers.count, isFinished: isFinished)
            }
        }
    }

    private static func answer(
        _ choice: String, to asked: PlacementReading.Question, at now: Instant
    ) throws -> PlacementAnswer {
        var chosen: String?
        if choice != "unknown" {
            guard let number = Int(choice), asked.choices.indices.contains(number - 1) else {
                throw CampusError.invalid("choice", .placementChoose)
            }
            chosen = asked.choices[number - 1]
        }
        return PlacementAnswer(
            item: asked.item.id, measure: AbilityItem(asked.item), choice: chosen, isRight: chosen == asked.item.right,
            answeredAt: now)
    }

    func placementContent(_ activity: ActivityOutline, in reading: any ReadTransaction) throws -> PlacementContent {
        guard let digest = activity.contentDigest, case .placement(let content) = try library.content(digest, in: reading) else {
            throw CampusError.notFound(.noSuchActivity)
        }
        return content
    }
}

extension Phrase {
    static let placementTooSoon = Phrase(
        fr: "Ce test se refait deux semaines après : d’ici là, vous vous souviendriez des questions.",
        en: "This test can be taken again after two weeks: until then, you would remember the questions.")
    static let placementNeedsSound = Phrase(
        fr: "Ce test s’écoute : reprenez-le quand vous pourrez entendre.",
        en: "This test is to be heard: take it when you can listen.")
    static let noPlacementGoesOn = Phrase(
        fr: "Le test n’est pas commencé, ou il est fini.", en: "The test has not begun, or it is over.")
    static let placementChoose = Phrase(
        fr: "Choisissez une réponse, ou « Je ne sais pas ».", en: "Choose an answer, or “I do not know”.")
}
