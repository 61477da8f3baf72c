import CourseContent
import Essentials
import TestSupport
import Testing

@testable import Progress

@Suite("Which parts of a recording were played")
struct PlayedTimeTests {
    private typealias World = ProgressWorld

    static let merges: [(String, [Range<Int>], [Range<Int>])] = [
        ("nothing", [], []), ("an empty part", [5..<5], []), ("one part", [0..<1000], [0..<1000]),
        ("a part played again", [0..<1000, 0..<1000], [0..<1000]),
        ("a part within another", [0..<9000, 2000..<3000], [0..<9000]),
        ("two that overlap", [0..<2000, 1000..<3000], [0..<3000]), ("two that touch", [0..<1000, 1000..<2000], [0..<2000]),
        ("two apart", [0..<1000, 5000..<6000], [0..<1000, 5000..<6000]),
        ("the later one first", [5000..<6000, 0..<1000], [0..<1000, 5000..<6000]),
        ("one that joins two", [0..<1000, 5000..<6000, 900..<5100], [0..<6000]),
        ("one that joins three of four", [0..<100, 1000..<1100, 2000..<2100, 9000..<9100, 50..<2050], [0..<2100, 9000..<9100]),
        ("a gap that a player leaves", [0..<1000, 1250..<2000], [0..<2000]),
        ("a gap that is one", [0..<1000, 1251..<2000], [0..<1000, 1251..<2000]),
        ("one between two, near both", [0..<1000, 1500..<2000, 1200..<1300], [0..<2000]),
    ]

    @Test("parts are put together", arguments: merges)
    func merged(_ name: String, _ parts: [Range<Int>], _ expected: [Range<Int>]) {
        #expect(PlayedTime(parts).parts == expected, "\(name)")
    }

    @Test("in any order the same parts, never more than what was played and the gaps between", arguments: 0..<200)
    func anyOrder(_ seed: Int) {
        var random = SequenceRandom(seed: UInt64(seed))
        var parts: [Range<Int>] = (0..<Int.random(in: 1...12, using: &random)).map { _ in
            let from = Int.random(in: 0...8000, using: &random)
            return from..<(from + Int.random(in: 0...1500, using: &random))
        }
        let inOrder = PlayedTime(parts)
        parts += parts.prefix(2)
        parts.shuffle(using: &random)
        #expect(PlayedTime(parts) == inOrder)
        // As a slow and simple reading has it.
        var cells = [Bool](repeating: false, count: 10_000)
        for part in parts { for place in part { cells[place] = true } }
        var silence = PlayedTime.gap + 1
        for place in cells.indices {
            if cells[place] {
                if silence <= PlayedTime.gap { for back in 0..<silence { cells[place - 1 - back] = true } }
                silence = 0
            } else {
                silence += 1
            }
        }
        #expect(inOrder.milliseconds(of: 10_000) == cells.count { $0 })
        #expect(inOrder.milliseconds(of: 4000) == cells.prefix(4000).count { $0 })
        for (one, next) in zip(inOrder.parts, inOrder.parts.dropFirst()) {
            #expect(next.lowerBound - one.upperBound > PlayedTime.gap)
        }
    }

    @Test(
        "only what lies within the recording counts",
        arguments: [(0, 0), (500, 500), (1000, 1000), (3000, 1000), (5500, 1500), (100_000, 2000)])
    func within(_ length: Int, _ expected: Int) {
        #expect(PlayedTime([0..<1000, 5000..<6000]).milliseconds(of: length) == expected)
    }

    // MARK: What an event says

    static let span = PlayedSpan(media: "dock", parts: [0..<10_000, 12_000..<20_000], position: 20_000)

    @Test("a span is written and read in one way")
    func text() {
        #expect(Self.span.text == "dock 20000 0-10000,12000-20000")
        #expect(PlayedSpan(Self.span.text) == Self.span)
        for text in [
            "", "dock", "dock 20000", "dock 20000 ", "dock x 0-1", "dock 20000 0-1 ", "dock  0-1", "dock 20000 1-0",
            "dock 20000 0-0",
            "dock 20000 0-1,", "dock 20000 +0-1", "dock 020000 0-1", "dock 20000 -1-5", "dock 20000 0-99999999999999999999",
        ] {
            #expect(PlayedSpan(text) == nil, "\(text)")
        }
    }

    static let possible: [(String, PlayedSpan, Int, Bool)] = [
        ("18 s played in 18 s", span, 18, true), ("at twice the speed", span, 9, true),
        ("with the slack, exactly", span, 8, true),
        ("faster", span, 7, false), ("nothing", PlayedSpan(media: "dock", parts: [], position: 0), 9, false),
        ("a part that is too short", PlayedSpan(media: "dock", parts: [0..<499], position: 0), 9, false),
        ("the shortest", PlayedSpan(media: "dock", parts: [0..<500], position: 0), 1, true),
        ("before the beginning", PlayedSpan(media: "dock", parts: [-500..<500], position: 0), 9, false),
        ("a position before the beginning", PlayedSpan(media: "dock", parts: [0..<500], position: -1), 9, false),
        ("no name", PlayedSpan(media: "", parts: [0..<500], position: 0), 9, false),
        ("a name that is none", PlayedSpan(media: "a b", parts: [0..<500], position: 0), 9, false),
        ("a name with a path", PlayedSpan(media: "../dock", parts: [0..<500], position: 0), 9, false),
        (
            "more than a day", PlayedSpan(media: "dock", parts: [PlayedSpan.longest..<(PlayedSpan.longest + 500)], position: 0),
            9,
            false
        ),
        ("the same part twice, each told", PlayedSpan(media: "dock", parts: [0..<5000, 0..<5000], position: 5000), 4, true),
        ("the same part twice, too fast", PlayedSpan(media: "dock", parts: [0..<5000, 0..<5000], position: 5000), 3, false),
        (
            "twenty parts", PlayedSpan(media: "dock", parts: (0..<20).map { $0 * 1000..<($0 * 1000 + 500) }, position: 0), 20,
            true
        ),
        ("twenty-one", PlayedSpan(media: "dock", parts: (0..<21).map { $0 * 1000..<($0 * 1000 + 500) }, position: 0), 20, false),
    ]

    @Test("what cannot have been played is told", arguments: possible)
    func isPossible(_ name: String, _ span: PlayedSpan, _ seconds: Int, _ expected: Bool) {
        #expect(span.isPossible(seconds: seconds) == expected, "\(name)")
        let event = LearningEvent.sample(1, .played, World.forms, seconds: seconds, detail: span.text)
        #expect((EventValidation.problem(of: event, from: .client) == nil) == expected, "\(name)")
    }

    @Test("an event needs its seconds and what was played")
    func complete() {
        func problem(_ seconds: Int?, _ detail: String?) -> EventProblem? {
            EventValidation.problem(of: .sample(1, .played, World.forms, seconds: seconds, detail: detail), from: .client)
        }
        #expect(problem(18, Self.span.text) == nil)
        #expect(problem(nil, Self.span.text) == .seconds)
        #expect(problem(0, Self.span.text) == .seconds)
        #expect(problem(121, Self.span.text) == .seconds)
        #expect(problem(18, nil) == .played)
        #expect(problem(18, "dock") == .played)
        #expect(EventValidation.problem(of: .sample(1, .declaredPlayed, World.forms), from: .client) == .kind)
    }

    // MARK: The rule

    static let media = [MediaOutline(name: "dock", milliseconds: 60_000), MediaOutline(name: "radio", milliseconds: 40_000)]

    static let rules: [(String, [PlayedSpan], seconds: Int64, share: Int, Bool)] = [
        ("nothing", [], 100, 80, false),
        ("a part of one", [PlayedSpan(media: "dock", parts: [0..<60_000], position: 0)], 100, 80, false),
        (
            "just short",
            [
                PlayedSpan(media: "dock", parts: [0..<60_000], position: 0),
                PlayedSpan(media: "radio", parts: [0..<19_999], position: 0),
            ], 100, 80, false
        ),
        (
            "exactly",
            [
                PlayedSpan(media: "dock", parts: [0..<60_000], position: 0),
                PlayedSpan(media: "radio", parts: [0..<20_000], position: 0),
            ], 100, 80, true
        ),
        (
            "the same part many times",
            [PlayedSpan(media: "dock", parts: [0..<30_000, 0..<30_000, 10_000..<30_000], position: 0)], 100, 31, false
        ),
        ("beyond the end", [PlayedSpan(media: "radio", parts: [0..<62_000], position: 0)], 100, 41, false),
        ("a recording that is gone", [PlayedSpan(media: "old", parts: [0..<100_000], position: 0)], 100, 1, false),
        ("sooner than there was time for", [PlayedSpan(media: "dock", parts: [0..<60_000], position: 0)], 28, 60, false),
        ("as soon as there was", [PlayedSpan(media: "dock", parts: [0..<60_000], position: 0)], 29, 60, true),
    ]

    @Test("a share is reached by what was really played", arguments: rules)
    func rule(_ name: String, _ spans: [PlayedSpan], _ seconds: Int64, _ share: Int, _ expected: Bool) {
        var played = PlayedMedia()
        for (number, span) in spans.enumerated() {
            played.add(span, by: Identifier(trusted: World.uuid(number)), at: World.start)
        }
        var state = ActivityState(
            enrolment: .init(trusted: World.uuid(1)), activity: World.forms.id, firstOpenedAt: World.start,
            lastEventAt: Instant(milliseconds: World.start.milliseconds + seconds * 1000), played: played)
        #expect(CompletionRule.played(share: share).isSatisfied(by: state, media: Self.media) == expected, "\(name)")
        #expect(!CompletionRule.played(share: share).isSatisfied(by: state, media: []))
        state.declaredAt = World.start
        #expect(CompletionRule.played(share: share).isSatisfied(by: state, media: Self.media))
    }

    @Test("what is kept is read again, and the last place wins whatever the order")
    func kept() {
        let spans = (0..<6).map {
            PlayedSpan(media: $0 % 2 == 0 ? "dock" : "radio", parts: [$0 * 1000..<($0 * 1000 + 600)], position: $0 * 7)
        }
        let adds = spans.enumerated().map {
            (span: $1, id: Identifier<LearningEvent>(trusted: World.uuid(9 - $0)), at: World.minute($0 / 3))
        }
        var texts: Set<String> = []
        for order in [adds, adds.reversed(), [adds[3], adds[0], adds[5], adds[2], adds[4], adds[1], adds[3]]] {
            var played = PlayedMedia()
            for add in order { played.add(add.span, by: add.id, at: add.at) }
            #expect(PlayedMedia(played.text) == played)
            #expect(played.recordings["dock"]?.position == 28 && played.recordings["radio"]?.position == 21)
            texts.insert(played.text)
        }
        #expect(texts.count == 1)
        for text in ["dock", "dock 1 2 3", "dock x 2 id 0-1", "dock 1 2 id 1-0"] { #expect(PlayedMedia(text) == nil) }
    }
}
