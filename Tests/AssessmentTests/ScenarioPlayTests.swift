import Assessment
import CourseContent
import TestSupport
import Testing

@Suite("A scenario as it is played")
struct ScenarioPlayTests {
    static let content = TestTexts.scenario

    private func play(_ steps: (String, String)...) throws -> ScenarioPlay {
        var play = ScenarioPlay(Self.content)
        for (scene, choice) in steps { try play.take(.init(scene: scene, choice: choice)) }
        return play
    }

    static let comparisons: [(ScenarioCondition.Comparison, [Bool])] = [
        (.less, [true, false, false]), (.atMost, [true, true, false]), (.equal, [false, true, false]),
        (.unequal, [true, false, true]), (.atLeast, [false, true, true]), (.more, [false, false, true]),
    ]

    @Test("a comparison holds below, at and above its number", arguments: comparisons)
    func comparison(_ comparison: ScenarioCondition.Comparison, _ expected: [Bool]) {
        let condition = ScenarioCondition(variable: "temps", comparison: comparison, value: 5)
        #expect([4, 5, 6].map(condition.holds) == expected)
    }

    @Test("it begins at its first scene, with the variables as they start")
    func beginning() throws {
        let play = try play()
        #expect(play.scene?.id == "appel")
        #expect(play.numbers == ["temps": 10, "confiance": 5, "vu": 0])
        #expect(play.choices.map(\.id) == ["c1", "calme", "c3"])
        #expect(play.score == nil && play.last == nil)
    }

    @Test("effects change variables within their bounds")
    func effects() throws {
        #expect(try play(("appel", "c1")).numbers == ["temps": 6, "confiance": 4, "vu": 0])
        // 10 - 40 is no time.
        #expect(try play(("appel", "c3")).numbers["temps"] == 0)
        // 5 + 20 is all the confidence there is.
        #expect(try play(("appel", "calme")).numbers == ["temps": 10, "confiance": 10, "vu": 1])
    }

    @Test("a choice is offered only when all its conditions hold; one may come back to a scene")
    func offered() throws {
        #expect(try play(("appel", "c1")).choices.map(\.id) == ["retour"])
        #expect(try play(("appel", "calme")).choices.map(\.id) == ["bien", "retour"])
        let round = try play(("appel", "c1"), ("suite", "retour"))
        #expect(round.scene?.id == "appel" && round.numbers["temps"] == 5)
        #expect(round.path.map(\.scene.id) == ["appel", "suite"])
    }

    static let refusals: [(String, String, ScenarioRefusal)] = [
        ("suite", "bien", .otherScene), ("nulle-part", "c1", .unknownScene), ("", "", .unknownScene),
        ("appel", "c9", .unknownChoice),
        ("appel", "bien", .unknownChoice), ("appel", "", .unknownChoice),
    ]

    @Test("what is not there is refused, and nothing changes", arguments: refusals)
    func refused(_ scene: String, _ choice: String, _ expected: ScenarioRefusal) throws {
        var play = ScenarioPlay(Self.content)
        let before = play
        #expect(throws: expected) { try play.take(.init(scene: scene, choice: choice)) }
        #expect(play == before)
    }

    @Test("a choice whose condition is false is refused")
    func notOffered() throws {
        var play = try play(("appel", "c1"))
        #expect(throws: ScenarioRefusal.notOffered) { try play.take(.init(scene: "suite", choice: "bien")) }
        #expect(play.scene?.id == "suite" && play.path.count == 1)
    }

    static let endings: [([(String, String)], Int)] = [
        ([("appel", "c3")], 20),
        // 40 + 5 × 10 - 3 × 0.
        ([("appel", "calme"), ("suite", "bien")], 90),
    ]

    @Test("an ending is worth what its rule says, 0 to 100", arguments: endings)
    func ending(_ steps: [(String, String)], _ score: Int) throws {
        var play = ScenarioPlay(Self.content)
        for (scene, choice) in steps { try play.take(.init(scene: scene, choice: choice)) }
        #expect(play.score == score && play.ending != nil && play.choices.isEmpty)
    }

    @Test(
        "a score is brought to 0 to 100", arguments: [(-500, 0), (-1, 0), (0, 0), (55, 55), (100, 100), (101, 100), (900, 100)])
    func bounds(_ base: Int, _ score: Int) throws {
        var content = Self.content
        content.scenes = [ScenarioScene(id: "fin", title: "Fin", text: "", ending: ScenarioEnding(base: base, debrief: ""))]
        content.start = "fin"
        #expect(ScenarioPlay(content).score == score)
    }

    @Test("the path tells what was chosen, and what else was possible then")
    func path() throws {
        let play = try play(("appel", "c1"), ("suite", "retour"), ("appel", "c3"))
        #expect(play.path.map(\.chosen.id) == ["c1", "retour", "c3"])
        #expect(play.path[1].others.map(\.choice.id) == ["bien"])
        #expect(play.path[1].others.map(\.wasOffered) == [false])
        #expect(play.path[0].others.map(\.wasOffered) == [true, true])
        #expect(play.path.map { $0.numbers["temps"] } == [6, 5, 0])
    }

    @Test("a story that goes round is stopped, and worth nothing")
    func stopped() throws {
        var play = ScenarioPlay(Self.content)
        for _ in 0..<(ScenarioPlay.mostSteps / 2) {
            try play.take(.init(scene: "appel", choice: "c1"))
            #expect(play.score == nil)
            try play.take(.init(scene: "suite", choice: "retour"))
        }
        #expect(play.isStopped && play.score == 0 && play.ending == nil)
    }

    @Test("a path is played again to the same place, up to a step that it does not allow", arguments: 0..<30)
    func again(_ seed: Int) throws {
        var random = SequenceRandom(seed: UInt64(seed))
        var play = ScenarioPlay(Self.content)
        var steps: [ScenarioPlay.Step] = []
        while play.score == nil, let scene = play.scene, let choice = play.choices.randomElement(using: &random) {
            steps.append(.init(scene: scene.id, choice: choice.id))
            try play.take(.init(scene: scene.id, choice: choice.id))
            for variable in play.content.variables {
                #expect((variable.minimum...variable.maximum).contains(play.numbers[variable.id] ?? .min))
            }
        }
        #expect(ScenarioPlay(Self.content, path: steps) == play)
        #expect(ScenarioPlay(Self.content, path: steps + [.init(scene: "appel", choice: "c1")]) == play)
    }
}
