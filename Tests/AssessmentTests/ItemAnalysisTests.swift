import Testing

@testable import Assessment

@Suite("How questions did")
struct ItemAnalysisTests {
    /// Ten attempts at three questions. By hand, for `a`: shares 1 ×6, 0 ×4; the rest (b + c) / 2 below.
    private static let table: [[String: Double]] = [
        ["a": 1, "b": 1, "c": 1], ["a": 1, "b": 1, "c": 1], ["a": 1, "b": 1, "c": 0], ["a": 1, "b": 1, "c": 1],
        ["a": 1, "b": 0, "c": 1], ["a": 1, "b": 1, "c": 0], ["a": 0, "b": 0, "c": 1], ["a": 0, "b": 0, "c": 0],
        ["a": 0, "b": 1, "c": 0], ["a": 0, "b": 0, "c": 0],
    ]

    @Test("facility and discrimination are those worked out by hand, the hardest first")
    func byHand() throws {
        let found = ItemAnalysis.statistics(of: Self.table)
        #expect(found.map(\.question) == ["c", "a", "b"])
        #expect(found.map(\.attempts) == [10, 10, 10])
        #expect(found.map(\.facility) == [0.5, 0.6, 0.6])
        // a against (b + c) / 2: rests 1 1 ½ 1 ½ ½ ½ 0 ½ 0, mean 0.55; covariation 1.2, squares 2.4 and 1.225.
        let a = try #require(found[1].discrimination)
        #expect(abs(a - 1.2 / (2.4 * 1.225).squareRoot()) < 1e-12)
        // c against (a + b) / 2: rests 1 1 1 1 ½ 1 0 0 ½ 0, mean 0.6; covariation 0.5, squares 2.5 and 1.9.
        let c = try #require(found[0].discrimination)
        #expect(abs(c - 0.5 / (2.5 * 1.9).squareRoot()) < 1e-12)
    }

    @Test("nine attempts say nothing of discrimination; nor do attempts that are all alike, or a single question")
    func tooFew() {
        #expect(ItemAnalysis.statistics(of: Array(Self.table.dropLast())).allSatisfy { $0.discrimination == nil })
        let alike = Array(repeating: ["a": 1.0, "b": 0.5], count: 20)
        #expect(ItemAnalysis.statistics(of: alike).allSatisfy { $0.discrimination == nil })
        let single = (0..<20).map { ["a": Double($0 % 2)] }
        #expect(ItemAnalysis.statistics(of: single).map(\.facility) == [0.5])
        #expect(ItemAnalysis.statistics(of: single)[0].discrimination == nil)
        #expect(ItemAnalysis.statistics(of: []).isEmpty)
    }

    @Test("a question that was drawn for some counts for those only")
    func drawn() {
        let attempts = (0..<12).map { $0 < 3 ? ["a": 1.0, "b": 0] : ["a": 0.5] }
        let found = ItemAnalysis.statistics(of: attempts)
        #expect(found.first { $0.question == "b" }?.attempts == 3)
        #expect(found.first { $0.question == "b" }?.discrimination == nil)
        #expect(found.first { $0.question == "a" }?.attempts == 12)
    }

    @Test("a key that is wrong has a negative discrimination")
    func wrongKey() throws {
        let attempts = (0..<10).map { index in ["a": index < 5 ? 0.0 : 1, "b": index < 5 ? 1.0 : 0, "c": index < 5 ? 0.9 : 0.1] }
        let a = try #require(ItemAnalysis.statistics(of: attempts).first { $0.question == "a" }?.discrimination)
        #expect(a < -0.99)
    }
}
