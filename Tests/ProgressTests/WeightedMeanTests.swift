import Progress
import Testing

@Suite("The mean of marks")
struct WeightedMeanTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let marks: [(mark: Int?, weight: Int, isExempted: Bool)]
        let expected: Int?
    }

    static let cases: [Case] = [
        Case(testDescription: "nothing", marks: [], expected: nil),
        Case(testDescription: "one", marks: [(70, 1, false)], expected: 70),
        Case(testDescription: "equal weights", marks: [(70, 1, false), (80, 1, false)], expected: 75),
        Case(testDescription: "a half is rounded up", marks: [(70, 1, false), (71, 1, false)], expected: 71),
        Case(testDescription: "just under a half is rounded down", marks: [(70, 2, false), (71, 1, false)], expected: 70),
        Case(testDescription: "three times as much", marks: [(40, 3, false), (80, 1, false)], expected: 50),
        Case(
            testDescription: "what is not marked yet counts for nothing", marks: [(nil, 5, false), (60, 1, false)], expected: 60),
        Case(testDescription: "what one was exempted from leaves", marks: [(0, 9, true), (60, 1, false)], expected: 60),
        Case(testDescription: "exempted from everything", marks: [(90, 1, true), (nil, 1, true)], expected: nil),
        Case(testDescription: "of no weight", marks: [(10, 0, false), (60, 2, false)], expected: 60),
        Case(testDescription: "only of no weight", marks: [(10, 0, false)], expected: nil),
        Case(testDescription: "zero is a mark", marks: [(0, 1, false), (50, 1, false)], expected: 25),
        Case(testDescription: "the largest", marks: [(100, 100, false), (100, 100, false)], expected: 100),
    ]

    @Test("is weighted, and leaves out what does not count", arguments: cases)
    func mean(_ given: Case) {
        var mean = WeightedMean()
        for mark in given.marks { mean.add(mark.mark, weight: mark.weight, isExempted: mark.isExempted) }
        #expect(mean.value == given.expected)
    }
}
