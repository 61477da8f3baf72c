import Essentials
import Foundation
import TestSupport
import Testing

@testable import LanguageLearning

@Suite("When a card comes back")
struct MemoryModelTests {
    private static let start = Instant(milliseconds: 1_767_598_200_000)

    @Test("is what the reference implementation says, after every one of thousands of reviews")
    func histories() throws {
        let histories = try ReviewHistories.all()
        #expect(histories.count == 10 && histories.reduce(0) { $0 + $1.reviews } > 4000)
        for history in histories {
            for card in history.cards {
                var memory = CardMemory.new(at: Self.start)
                var now = Self.start
                for review in card {
                    now = now.adding(seconds: review.wait)
                    memory = history.model.reviewed(memory, review.grade, at: now)
                    let due = now.adding(seconds: review.dueIn)
                    guard memory.phase == review.phase, memory.step == review.step, memory.due == due,
                        let stability = memory.stability, abs(stability - review.stability) < 1e-6,
                        let difficulty = memory.difficulty, abs(difficulty - review.difficulty) < 1e-6
                    else {
                        Issue.record("\(memory) is not \(review)")
                        break
                    }
                }
            }
        }
    }

    static let intervals: [(grades: String, days: [Double])] = [
        ("4", [8]), ("3 3", [10.0 / 1440, 2]), ("3 3 3 3 3", [10.0 / 1440, 2, 11, 46, 163]),
        ("1 3 3", [1.0 / 1440, 10.0 / 1440, 1]), ("2 3 3", [5.5 / 1440, 10.0 / 1440, 1]),
        ("4 1 3", [8, 10.0 / 1440, 1]),
    ]

    @Test("follows the known table when one answers on time", arguments: intervals)
    func known(_ grades: String, _ days: [Double]) throws {
        var memory = CardMemory.new(at: Self.start)
        var found: [Double] = []
        for typed in grades.split(separator: " ") {
            let grade = try #require(Int(typed).flatMap(ReviewGrade.init(number:)))
            let now = memory.due
            memory = MemoryModel.usual.reviewed(memory, grade, at: now)
            found.append(Double(memory.due.milliseconds - now.milliseconds) / 86_400_000)
        }
        #expect(found.count == days.count && zip(found, days).allSatisfy { abs($0 - $1) < 1e-9 }, "\(found)")
    }

    @Test("means a chance of nine in ten to remember on the day it is due")
    func retrievability() throws {
        var memory = CardMemory.new(at: Self.start)
        #expect(MemoryModel.usual.retrievability(of: memory, at: Self.start) == 0)
        memory = MemoryModel.usual.reviewed(memory, .easy, at: Self.start)
        #expect(MemoryModel.usual.retrievability(of: memory, at: Self.start) == 1)
        memory.stability = 10
        let later = Self.start.adding(seconds: 10 * 86_400)
        #expect(abs(MemoryModel.usual.retrievability(of: memory, at: later) - 0.9) < 1e-12)
        // A clock that went back takes nothing away.
        #expect(MemoryModel.usual.retrievability(of: memory, at: Self.start.adding(seconds: -90_000)) == 1)
    }

    @Test("takes parameters within their bounds only")
    func parameters() {
        let published = MemoryParameters.published.values
        #expect(MemoryParameters(published) == .published)
        #expect(MemoryParameters(Array(published.dropLast())) == nil)
        for (index, value) in [(0, 0.0), (4, 11), (20, 0.05), (16, 0.9)] {
            var moved = published
            moved[index] = value
            #expect(MemoryParameters(moved) == nil)
        }
    }
}
