import CourseContent
import Essentials
import Foundation
import TestSupport
import Testing

@testable import LanguageLearning

@Suite("Placement")
struct PlacementTestTests {
    // MARK: The model

    @Test("an item says what the reference says of it")
    func items() throws {
        let references = try PlacementReferences().items
        #expect(references.count == 400)
        for reference in references {
            #expect(abs(reference.item.probability(at: reference.ability) - reference.probability) < 1e-9)
            #expect(abs(reference.item.information(at: reference.ability) - reference.information) < 1e-9)
        }
    }

    @Test(
        "what is likely after answers is what another way to work it out says, and the item that says the most is the reference's"
    )
    func estimates() throws {
        let references = try PlacementReferences().runs
        #expect(references.count == 200)
        let bank = try PlacementReferences.bank()
        for reference in references {
            let estimate = AbilityEstimate(after: reference.answers)
            #expect(abs(estimate.ability - reference.mean) < 1e-4)
            #expect(abs(estimate.error - reference.deviation) < 1e-3)
            #expect(abs(estimate.shares.reduce(0, +) - 1) < 1e-9)
            for (share, expected) in zip(estimate.shares, reference.shares) { #expect(abs(share - expected) < 1e-3) }
            let left = bank.items.filter { !reference.asked.contains($0.id) }
            let information = { (item: PlacementItem) in AbilityItem(item).information(at: reference.mean) }
            let best = try #require(left.map(information).max())
            let theirs = try #require(left.first { $0.id == reference.best })
            #expect(abs(information(theirs) - best) < 1e-9)
        }
    }

    @Test("a level is the likeliest one, and how sure it is is its share")
    func level() {
        let item = AbilityItem(difficulty: 3, discrimination: 2)
        let none = AbilityEstimate(after: [])
        #expect(abs(none.ability - 2.5) < 1e-9 && abs(none.error - 1.1) < 0.01 && none.confidence < 40)
        let wrong = AbilityEstimate(after: Array(repeating: (AbilityItem(difficulty: 1, discrimination: 2), false), count: 12))
        #expect(wrong.level == .a1 && wrong.ability < 0.5 && wrong.confidence > 95)
        let right = AbilityEstimate(after: Array(repeating: (AbilityItem(difficulty: 4, discrimination: 2), true), count: 12))
        #expect(right.level == .b2 && right.ability > 4.5)
        let middle = AbilityEstimate(after: [(item, true), (item, false), (item, true), (item, false)])
        #expect(middle.level == .b1)
    }

    // MARK: The test

    /// Takes the test as somebody of an ability would.
    /// - Parameter guess: how often somebody who does not know is right all the same.
    private func taken(
        _ bank: PlacementContent, ability: Double, guess: Double = 0, hears: Bool = true, seed: UInt64,
        random: inout SequenceRandom
    ) -> [PlacementAnswer] {
        let test = PlacementTest(bank, hears: hears)
        var answers: [PlacementAnswer] = []
        while let item = test.next(after: answers, seed: seed) {
            let chance = AbilityItem(item).probability(at: ability)
            let isRight = Double.random(in: 0..<1, using: &random) < guess + (1 - guess) * chance
            answers.append(
                PlacementAnswer(
                    item: item.id, measure: AbilityItem(item), choice: nil, isRight: isRight, answeredAt: CardWorld.now))
        }
        return answers
    }

    private struct Figures {
        var error = 0.0
        var bias = 0.0
        var length = 0.0
        var within = 0.0
        var shown: [String: Double] = [:]
    }

    private func simulated(_ count: Int, _ bank: PlacementContent, guess: Double = 0, hears: Bool = true) -> Figures {
        var random = SequenceRandom(seed: 20_261_123)
        var figures = Figures()
        for number in 0..<count {
            let ability = Double.random(in: 0.5..<4.5, using: &random)
            let answers = taken(bank, ability: ability, guess: guess, hears: hears, seed: UInt64(number), random: &random)
            let estimate = AbilityEstimate(after: answers.map { ($0.measure, $0.isRight) })
            let error = estimate.ability - ability
            figures.error += abs(error) / Double(count)
            figures.bias += error / Double(count)
            figures.length += Double(answers.count) / Double(count)
            if abs(error) <= 0.5 { figures.within += 1 / Double(count) }
            for answer in answers { figures.shown[answer.item, default: 0] += 1 / Double(count) }
        }
        return figures
    }

    @Test(
        "places at least four of five simulated learners within half a level, in fewer than twenty items, and shows nobody the same ones"
    )
    func simulation() throws {
        let bank = try PlacementReferences.bank()
        let figures = simulated(500, bank)
        let most = figures.shown.values.max() ?? 0
        print(
            "placement: mean error \(figures.error) of a level, bias \(figures.bias), \(figures.length) items, "
                + "\(figures.within * 100) % within half a level, the item shown most to \(most * 100) %")
        #expect(figures.within >= 0.8)
        #expect(figures.error < 0.35 && abs(figures.bias) < 0.08)
        #expect((10...18).contains(figures.length))
        #expect(most <= 0.5)
        #expect(figures.shown.count == bank.items.count, "every item is of use")
    }

    @Test("without sound it places nearly as well; somebody who guesses one time in ten is placed a little too high")
    func harder() throws {
        let bank = try PlacementReferences.bank()
        let silent = simulated(300, bank, hears: false)
        #expect(silent.within >= 0.8)
        #expect(silent.shown.keys.allSatisfy { !$0.contains("listening") })
        let guessing = simulated(300, bank, guess: 0.1)
        print("placement, guessing: \(guessing.within * 100) % within half a level, bias \(guessing.bias)")
        #expect(guessing.within >= 0.7 && guessing.bias > 0 && guessing.bias < 0.3)
    }

    @Test("asks the same after the same answers, nothing twice, and keeps skills together")
    func rules() throws {
        let bank = TestPlacement.content(audio: nil)
        var random = SequenceRandom(seed: 3)
        let answers = taken(bank, ability: 2.5, seed: 9, random: &random)
        #expect((PlacementTest.shortest...PlacementTest.longest).contains(answers.count))
        #expect(Set(answers.map(\.item)).count == answers.count)
        let test = PlacementTest(bank, hears: true)
        for count in answers.indices {
            #expect(test.next(after: Array(answers.prefix(count)), seed: 9)?.id == answers[count].item)
            let skills = answers.prefix(count + 1).map { $0.item.split(separator: "-")[1] }
            let counts = PlacementSkill.allCases.map { skill in skills.count { $0 == skill.rawValue } }
            #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
        }
        let firsts = Set((0..<50).compactMap { test.next(after: [], seed: $0)?.id })
        #expect(firsts.count >= 4, "not everybody begins with the same item")
        var few = bank
        few.items = Array(bank.items.prefix(3))
        #expect(taken(few, ability: 2.5, seed: 9, random: &random).count == 3, "it ends when nothing is left")
    }

    @Test("choices are shown in an order of the run's own, all of them once")
    func choices() {
        let item = TestPlacement.content(audio: nil).items[0]
        let orders = Set((0..<40).map { PlacementTest.choices(of: item, seed: $0) })
        #expect(orders.count == 6 && orders.allSatisfy { Set($0) == ["right", "wrong <b>", "worse"] })
        #expect(PlacementTest.choices(of: item, seed: 5) == PlacementTest.choices(of: item, seed: 5))
    }
}
