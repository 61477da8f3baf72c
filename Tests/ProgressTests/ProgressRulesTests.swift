import CourseContent
import Essentials
import Progress
import Testing

@Suite("The rules of progress")
struct ProgressRulesTests {
    private typealias World = ProgressWorld

    // MARK: Completion

    struct Completion: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let rule: CompletionRule
        var seconds = 0
        var isEndReached = false
        var best: Int?
        var isPresent = false
        var contributions = 0
        var reviewed: Int?
        var isSubmitted = false
        let isSatisfied: Bool
    }

    static let completions: [Completion] = [
        Completion(testDescription: "read, only opened", rule: .read(minimumSeconds: nil), isSatisfied: false),
        Completion(
            testDescription: "read, hours on the page", rule: .read(minimumSeconds: nil), seconds: 7200, isSatisfied: false),
        Completion(
            testDescription: "read, end reached", rule: .read(minimumSeconds: nil), isEndReached: true, isSatisfied: true),
        Completion(
            testDescription: "minimum time, a second short", rule: .read(minimumSeconds: 120), seconds: 119,
            isSatisfied: false),
        Completion(
            testDescription: "minimum time, exactly", rule: .read(minimumSeconds: 120), seconds: 120, isSatisfied: true),
        Completion(
            testDescription: "minimum time, end reached sooner", rule: .read(minimumSeconds: 120), seconds: 3,
            isEndReached: true, isSatisfied: true),
        Completion(testDescription: "passed, no attempt", rule: .passed(score: 70), isSatisfied: false),
        Completion(
            testDescription: "passed, end reached without attempt", rule: .passed(score: 70), isEndReached: true,
            isSatisfied: false),
        Completion(testDescription: "passed, one short", rule: .passed(score: 70), best: 69, isSatisfied: false),
        Completion(testDescription: "passed, exactly", rule: .passed(score: 70), best: 70, isSatisfied: true),
        Completion(testDescription: "passed, everything", rule: .passed(score: 100), best: 100, isSatisfied: true),
        Completion(testDescription: "passed at 0, no attempt", rule: .passed(score: 0), isSatisfied: false),
        Completion(testDescription: "passed at 0, all wrong", rule: .passed(score: 0), best: 0, isSatisfied: true),
        Completion(
            testDescription: "present, only the page read", rule: .present, seconds: 7200, isEndReached: true, isSatisfied: false),
        Completion(testDescription: "present, was there", rule: .present, isPresent: true, isSatisfied: true),
        Completion(testDescription: "contributed, nothing", rule: .contributed(posts: 1), isEndReached: true, isSatisfied: false),
        Completion(testDescription: "contributed, one short", rule: .contributed(posts: 2), contributions: 1, isSatisfied: false),
        Completion(testDescription: "contributed, exactly", rule: .contributed(posts: 2), contributions: 2, isSatisfied: true),
        Completion(testDescription: "contributed, more", rule: .contributed(posts: 2), contributions: 5, isSatisfied: true),
        Completion(testDescription: "reviewed, no card", rule: .reviewed(share: 1), isEndReached: true, isSatisfied: false),
        Completion(testDescription: "reviewed, none of the cards", rule: .reviewed(share: 1), reviewed: 0, isSatisfied: false),
        Completion(testDescription: "reviewed, one short", rule: .reviewed(share: 80), reviewed: 79, isSatisfied: false),
        Completion(testDescription: "reviewed, exactly", rule: .reviewed(share: 80), reviewed: 80, isSatisfied: true),
        Completion(testDescription: "reviewed, a score is no review", rule: .reviewed(share: 80), best: 100, isSatisfied: false),
        Completion(testDescription: "submitted, nothing", rule: .submitted, isEndReached: true, isSatisfied: false),
        Completion(testDescription: "submitted", rule: .submitted, isSubmitted: true, isSatisfied: true),
    ]

    @Test("a rule is fulfilled exactly from its threshold", arguments: completions)
    func completion(_ given: Completion) {
        let state = ActivityState(
            enrolment: .init(trusted: World.uuid(1)), activity: World.forms.id, firstOpenedAt: World.start,
            lastEventAt: World.start, seconds: given.seconds, reachedEndAt: given.isEndReached ? World.start : nil,
            bestScore: given.best, attempts: given.best == nil && !given.isSubmitted ? 0 : 1,
            attendedAt: given.isPresent ? World.start : nil,
            contributions: given.contributions, reviewedShare: given.reviewed,
            submittedAt: given.isSubmitted ? World.start : nil)
        #expect(given.rule.isSatisfied(by: state) == given.isSatisfied)
    }

    // MARK: Percentage

    @Test(
        "a percentage is rounded down, and 100 only when all is done",
        arguments: [
            (0, 100, 0), (1, 100, 1), (99, 100, 99), (100, 100, 100), (1, 3, 33), (2, 3, 66), (3, 3, 100), (199, 200, 99),
            (999_999, 1_000_000, 99), (0, 0, 0), (1, 1000, 0), (5, 0, 0),
        ])
    func percent(done: Int, total: Int, expected: Int) {
        #expect(CourseProgress.percent(done: done, of: total) == expected)
    }

    // MARK: What is next

    struct Next: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let last: ActivityRules?
        let done: [ActivityRules]
        let expected: ActivityRules?
    }

    static let nexts: [Next] = [
        Next(testDescription: "nothing begun", last: nil, done: [], expected: World.welcome),
        Next(testDescription: "in the middle of one", last: World.forms, done: [World.welcome], expected: World.forms),
        Next(testDescription: "one just finished", last: World.welcome, done: [World.welcome], expected: World.forms),
        Next(testDescription: "one skipped, a later one finished", last: World.quiz, done: [World.quiz], expected: World.project),
        Next(
            testDescription: "at the end with one skipped", last: World.project,
            done: [World.welcome, World.quiz, World.project], expected: World.forms),
        Next(testDescription: "in an optional one", last: World.extra, done: [World.welcome], expected: World.project),
        Next(testDescription: "in one that left the course", last: World.gone, done: [World.welcome], expected: World.forms),
        Next(
            testDescription: "all done, optional and planned left", last: World.project,
            done: [World.welcome, World.forms, World.quiz, World.project], expected: nil),
    ]

    @Test("what is next follows where one was", arguments: nexts)
    func next(_ given: Next) {
        let done = Set(given.done.map(\.id))
        let found = CourseProgress.next(in: World.rules(), last: given.last?.id) { done.contains($0) }
        #expect(found?.key == given.expected?.key)
    }

    @Test("a class is nobody's next step, and counts when it was held")
    func classes() {
        let session = World.activity(8, "session", .present, weight: 50)
        let rules = World.rules([World.welcome, session, World.quiz])
        #expect(CourseProgress.next(in: rules, last: World.welcome.id) { $0 == World.welcome.id }?.key == "quiz")
        #expect(CourseProgress.next(in: rules, last: session.id) { $0 != session.id } == nil)
        #expect(rules.totalWeight == 90 && rules.countingActivities == 3)
    }

    // MARK: Rules of a version

    @Test("the rules of a version follow its outline, without planned and optional weights")
    func rulesOfVersion() {
        let activities = [
            ActivityOutline(
                id: "intro", title: "Intro", kind: .lesson, minutes: 10, completion: .read(minimumSeconds: nil),
                language: .french, contentDigest: "a"),
            ActivityOutline(
                id: "class", title: "Classe", kind: .lesson, minutes: 0, place: .inPerson,
                completion: .read(minimumSeconds: nil), language: .french, contentDigest: "b"),
            ActivityOutline(
                id: "more", title: "Plus", kind: .lesson, minutes: 30, completion: .read(minimumSeconds: nil),
                isOptional: true, language: .french, contentDigest: "c"),
            ActivityOutline(
                id: "later", title: "Plus tard", kind: .deck, minutes: 30, completion: .read(minimumSeconds: nil),
                language: .french, contentDigest: nil),
        ]
        let contact = CourseContact(title: "Tutrice", hoursToAnswer: 24)
        let outline = CourseOutline(
            key: "web", title: "Web", language: .french, mode: .remote, summary: "", hours: CourseHours(total: 1),
            objectives: [], contacts: CourseContacts(pedagogical: contact, technical: contact),
            modules: [ModuleOutline(id: "m", title: "M", activities: activities)])
        let ids = ["intro": 1, "class": 2, "more": 3, "later": 4, "removed": 5]
            .mapValues { Identifier<Activity>(trusted: World.uuid($0)) }
        let rules = CourseRules(
            CourseVersion(
                id: World.firstVersion, course: .init(trusted: World.uuid(100)), number: 1, digest: "d",
                appliedAt: World.start, outline: outline, activityIDs: ids))
        #expect(rules.activities.map(\.key) == ["intro", "class", "more", "later"])
        #expect(rules.activities.map(\.weight) == [10, 1, 0, 0])
        #expect(rules.totalWeight == 11)
        #expect(rules.countingActivities == 2)
        #expect(ids["later"].flatMap { rules[$0]?.isPlanned } == true)
        #expect(ids["removed"].flatMap { rules[$0] } == nil)
    }
}
