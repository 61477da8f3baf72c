import Accounts
import CourseContent
import Essentials
import Testing

@testable import Assessment

@Suite("Several attempts")
struct AttemptRulesTests {
    private func standing(_ scores: [Int?], allowed: Int? = nil) -> AttemptStanding {
        AttemptStanding(
            attempts: scores.enumerated().map { index, score in
                Attempt(
                    id: .init(trusted: AttemptWorld.uuid(20 + index)), person: AttemptWorld.person,
                    activity: AttemptWorld.activity,
                    context: AttemptWorld.context, version: AttemptWorld.version, contentDigest: "first", number: index + 1,
                    startedAt: AttemptWorld.start, maximumPoints: 8, seed: nil, deadline: nil, sentAt: nil,
                    result: score.map { AttemptResult(submittedAt: AttemptWorld.start, points: 1, score: $0) })
            }, allowed: allowed)
    }

    @Test(
        "the mark is the best, the last or the average of what was sent",
        arguments: [
            ([], nil, nil, nil), ([nil], nil, nil, nil), ([50], 50, 50, 50), ([80, 50], 80, 50, 65), ([50, 51], 51, 51, 50),
            ([90, 40, nil], 90, 40, 65), ([100, 100, 0], 100, 0, 66),
        ] as [([Int?], Int?, Int?, Int?)])
    func mark(_ scores: [Int?], _ best: Int?, _ last: Int?, _ average: Int?) {
        let standing = standing(scores)
        #expect(standing.mark(by: nil) == best)
        #expect(standing.mark(by: .best) == best)
        #expect(standing.mark(by: .last) == last)
        #expect(standing.mark(by: .average) == average)
    }

    @Test(
        "corrections open as the rule says",
        arguments: [
            (nil, [50], 3, .open), (.afterSending, [50], 3, .open), (.never, [100, 100, 100], 3, .never),
            (.afterLastAttempt, [50, 50], 3, .afterLastAttempt), (.afterLastAttempt, [100], 3, .afterLastAttempt),
            (.afterLastAttempt, [50, 50, nil], 3, .afterLastAttempt), (.afterLastAttempt, [50, 50, 50], 3, .open),
            (.afterPassing, [50], 3, .afterPassing), (.afterPassing, [50, 60], 3, .open), (.afterPassing, [60, 50], 3, .open),
            (.afterPassing, [50, 50, 50], 3, .open), (.afterPassing, [59], nil, .afterPassing), (.afterPassing, [60], nil, .open),
        ] as [(ReviewRule?, [Int?], Int?, ReviewAccess)])
    func review(_ rule: ReviewRule?, _ scores: [Int?], _ allowed: Int?, _ access: ReviewAccess) {
        #expect(standing(scores, allowed: allowed).review(by: rule, passScore: 60) == access)
    }

    @Test(
        "the band of a result is the highest one that it reaches",
        arguments: [(0, nil), (49, nil), (50, "half"), (79, "half"), (80, "most"), (100, "all")] as [(Int, String?)])
    func bands(_ score: Int, _ text: String?) {
        let quiz = QuizContent(
            instructions: nil, attemptsAllowed: nil, questions: [],
            bands: [ScoreBand(from: 80, text: "most"), ScoreBand(from: 50, text: "half"), ScoreBand(from: 100, text: "all")])
        #expect(quiz.band(of: score)?.text == text)
    }
}
