import Essentials
import Progress
import Testing

@Suite("What an event must be")
struct EventValidationTests {
    private typealias World = ProgressWorld

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let event: LearningEvent
        var source = EventSource.client
        let problem: EventProblem?

        init(_ description: String, _ event: LearningEvent, from source: EventSource = .client, _ problem: EventProblem?) {
            testDescription = description
            self.event = event
            self.source = source
            self.problem = problem
        }
    }

    private static func at(_ milliseconds: Int64) -> LearningEvent {
        LearningEvent(
            id: Identifier(trusted: World.uuid(1)), activity: World.forms.id, kind: .opened,
            occurredAt: Instant(milliseconds: milliseconds))
    }

    static let cases: [Case] = [
        Case("opened", .sample(1, .opened, World.forms), nil),
        Case("reached-end", .sample(1, .reachedEnd, World.forms), nil),
        Case("heartbeat of 1 s", .sample(1, .heartbeat, World.forms, seconds: 1), nil),
        Case("heartbeat of 120 s", .sample(1, .heartbeat, World.forms, seconds: 120), nil),
        Case("heartbeat of 0 s", .sample(1, .heartbeat, World.forms, seconds: 0), .seconds),
        Case("heartbeat of 121 s", .sample(1, .heartbeat, World.forms, seconds: 121), .seconds),
        Case("heartbeat of a negative duration", .sample(1, .heartbeat, World.forms, seconds: -30), .seconds),
        Case("heartbeat without seconds", .sample(1, .heartbeat, World.forms), .seconds),
        Case("seconds elsewhere", .sample(1, .opened, World.forms, seconds: 5), .seconds),
        Case("score elsewhere", .sample(1, .reachedEnd, World.forms, score: 5), .score),
        Case("no activity", .sample(1, .opened, nil), .activity),
        Case("a clock hours ahead is kept as sent", .sample(1, .opened, World.forms, minute: 60 * 48), nil),
        Case("a clock before the enrolment is kept as sent", .sample(1, .opened, World.forms, minute: -60 * 480), nil),
        Case("1970", at(0), nil),
        Case("before 1970", at(-1), .occurredAt),
        Case("the last moment of 9999", at(253_402_300_799_999), nil),
        Case("the year 10000", at(253_402_300_800_000), .occurredAt),
        Case("the end of integers", at(.max), .occurredAt),
        Case("the start of integers", at(.min), .occurredAt),
        Case("detail of 1000 bytes", .sample(1, .opened, World.forms, detail: String(repeating: "é", count: 500)), nil),
        Case("detail too long", .sample(1, .opened, World.forms, detail: String(repeating: "é", count: 501)), .detail),
        Case("detail with a NUL", .sample(1, .opened, World.forms, detail: "a\0b"), .detail),
        Case("a client's attempt", .attempt(1, World.quiz, score: 100), .kind),
        Case("a client's completion", .sample(1, .completed, World.forms), .kind),
        Case("a client's course completion", .sample(1, .courseCompleted, nil), .kind),
        Case("the server's attempt", .attempt(1, World.quiz, score: 100), from: .server, nil),
        Case("a score of 0", .attempt(1, World.quiz, score: 0), from: .server, nil),
        Case("a score of 101", .attempt(1, World.quiz, score: 101), from: .server, .score),
        Case("a score of -1", .attempt(1, World.quiz, score: -1), from: .server, .score),
        Case("a client's attendance", .sample(1, .attended, World.forms), .kind),
        Case("a client's contribution", .sample(1, .contributed, World.forms), .kind),
        Case("a client's review", .sample(1, .reviewed, World.forms, score: 100), .kind),
        Case("a client's sending", .sample(1, .submitted, World.forms), .kind),
        Case("a client's report of a package", .sample(1, .reported, World.forms), .kind),
        Case("the server's report of a package", .sample(1, .reported, World.forms), from: .server, nil),
        Case("the server's report with a mark", .sample(1, .reported, World.forms, score: 100), from: .server, nil),
        Case("the server's report of 101 %", .sample(1, .reported, World.forms, score: 101), from: .server, .score),
        Case("the server's attendance", .sample(1, .attended, World.forms), from: .server, nil),
        Case("the server's contribution", .sample(1, .contributed, World.forms), from: .server, nil),
        Case("the server's review", .sample(1, .reviewed, World.forms, score: 100), from: .server, nil),
        Case("the server's sending", .sample(1, .submitted, World.forms), from: .server, nil),
        Case("an attendance with a score", .sample(1, .attended, World.forms, score: 5), from: .server, .score),
        Case("a review without its share", .sample(1, .reviewed, World.forms), from: .server, .score),
        Case("a review of 101 %", .sample(1, .reviewed, World.forms, score: 101), from: .server, .score),
        Case("an attempt without score", .sample(1, .attemptSubmitted, World.quiz), from: .server, .score),
        Case(
            "a client's id in the server's range",
            LearningEvent(
                id: LearningEvent.attempt(1, World.quiz, score: 1).id, activity: World.forms.id, kind: .opened,
                occurredAt: World.start), .reservedID),
    ]

    @Test("each event is taken, or refused for its reason", arguments: cases)
    func check(_ given: Case) {
        var found: EventProblem?
        do throws(ProgressError) {
            try EventValidation.check(given.event, from: given.source)
        } catch {
            guard case .invalidEvent(given.event.id, let problem) = error else {
                Issue.record("another error: \(error)")
                return
            }
            found = problem
        }
        #expect(found == given.problem)
    }

    @Test("every refusal has its words in both languages", arguments: EventProblem.allCases)
    func words(_ problem: EventProblem) {
        #expect(!problem.phrase.fr.isEmpty && problem.phrase.fr != problem.phrase.en)
    }
}
