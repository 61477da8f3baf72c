import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

@Suite("How long somebody was there")
struct ConnectedTimeTests {
    private typealias World = ProgressWorld

    @Test("each second counts once, in any order and however often; gaps of a few seconds are closed")
    func union() {
        var random = SequenceRandom(seed: 7)
        for _ in 0..<300 {
            let parts = (0..<Int.random(in: 1...30, using: &random)).map { _ in
                let first = Int.random(in: 0...600, using: &random)
                return first..<first + Int.random(in: 1...60, using: &random)
            }
            var (time, other) = (ConnectedTime(), ConnectedTime())
            for part in parts { time.add(part) }
            for part in (parts + parts.prefix(5)).shuffled(using: &random) { other.add(part) }
            #expect(time == other && ConnectedTime(time.text) == time)
            // Held against a plain set of seconds, with the gaps closed.
            var seconds = Set(parts.flatMap { Array($0) })
            let inOrder = seconds.sorted()
            for (left, right) in zip(inOrder, inOrder.dropFirst()) where right - left - 1 <= ConnectedTime.joined {
                seconds.formUnion(left..<right)
            }
            #expect(time.seconds == seconds.count)
        }
    }

    @Test(
        "says by how much there is more",
        arguments: [
            (30..<60, 30), (20..<50, 20), (35..<40, 10), (36..<40, 4), (10..<20, 0), (-5..<0, 5), (-9..<40, 19), (5..<5, 0),
        ])
    func more(part: Range<Int>, expected: Int) {
        var time = ConnectedTime()
        time.add(0..<30)
        #expect(time.add(part) == expected)
        #expect(time.seconds == 30 + expected)
    }

    @Test("is refused when it is no such text", arguments: ["", "1", "1+", "+1", "1+0", "5+1,1+1", "1+5,3+1", "a+b+c"])
    func noText(text: String) {
        #expect((ConnectedTime(text) == nil) == !text.isEmpty)
    }

    private static func heartbeat(_ number: Int, said: Int, seconds: Int = 60, activity: ActivityRules = World.welcome)
        -> LearningEvent
    {
        .sample(number, .heartbeat, activity, minute: said, seconds: seconds)
    }

    @Test(
        "the server's clock rules: what did not happen yet, or long ago, happened when it arrived",
        arguments: [
            // Said, arrived, and when it counts, in minutes.
            (10, 10, 10), (10, 200, 10), (300, 10, 10), (-10_079, 0, -10_079), (-10_081, 0, 0), (-9_000_000, 5, 5),
        ])
    func clamped(said: Int, arrived: Int, counts: Int) {
        let recorded = RecordedEvent(event: Self.heartbeat(1, said: said), receivedAt: World.minute(arrived), sequence: 1)
        let end = Int(World.minute(counts).milliseconds / 1000)
        #expect(ConnectedTime.part(of: recorded) == end - 60..<end)
    }

    @Test("two tabs count once in the course, each for its own activity; midnight in Paris divides", arguments: Backend.available)
    func tabs(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let awa = try await world.learner(1)
            // 23:59:30 to 0:00:30 in Paris, from two tabs half a minute apart.
            let midnight = Int(ParisDays.end(ParisDays.day(of: World.start)).seconds(since: World.start) / 60)
            try await world.record(
                [
                    Self.heartbeat(1, said: midnight, seconds: 60),
                    Self.heartbeat(2, said: midnight, seconds: 30, activity: World.forms),
                    Self.heartbeat(3, said: midnight + 1, seconds: 60, activity: World.forms),
                ], for: awa.id, minute: midnight + 5)
            // The same again, and one more that says nothing new.
            try await world.record([Self.heartbeat(1, said: midnight, seconds: 60)], for: awa.id, minute: midnight + 6)
            try await world.record([Self.heartbeat(4, said: midnight + 1, seconds: 20)], for: awa.id, minute: midnight + 7)
            let states = try await world.states(awa.id)
            #expect(states.course?.seconds == 120)
            #expect(states.days.map { "\($0.key) \($0.value.seconds)" }.sorted() == ["2026-11-23 60", "2026-11-24 60"])
            #expect(states.activities[World.welcome.id]?.seconds == 80 && states.activities[World.forms.id]?.seconds == 90)
            let days = try await world.database.read { tx in
                try ProgressStore().connectedSeconds(
                    of: awa.id, from: CalendarDay(trusted: "2026-11-23"), through: CalendarDay(trusted: "2026-11-23"), in: tx)
            }
            #expect(days == [CalendarDay(trusted: "2026-11-23"): 60])
            let cohort = try await world.database.read { tx in
                try ProgressStore().connectedSeconds(
                    in: world.cohort, from: CalendarDay(trusted: "2026-11-01"), through: CalendarDay(trusted: "2026-11-30"),
                    in: tx)
            }
            #expect(cohort[awa.id]?.values.reduce(0, +) == 120)
        }
    }

    @Test("a hundred heartbeats that arrive at once are never more than the time that they say", arguments: Backend.available)
    func queue(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let awa = try await world.learner(1)
            // A clock that is hours ahead, and one that stands still.
            try await world.record((0..<100).map { Self.heartbeat($0, said: 600 + $0) }, for: awa.id, minute: 5)
            #expect(try await world.states(awa.id).course?.seconds == 60)
            try await world.record((100..<200).map { Self.heartbeat($0, said: -100) }, for: awa.id, minute: 6)
            #expect(try await world.states(awa.id).course?.seconds == 120)
        }
    }
}
