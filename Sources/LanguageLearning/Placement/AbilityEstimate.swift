package import CourseContent
import Foundation

/// What answers say of an ability: the mean of what is likely after them (EAP), how far it may be off, and how likely each level is.
package struct AbilityEstimate: Sendable, Hashable {
    /// On the scale of levels.
    package let ability: Double
    /// The standard deviation of what is likely.
    package let error: Double
    /// The probability of each level, from A1 on; A1 takes what is below it, B2 what is above.
    package let shares: [Double]

    /// The most likely level, the lower of two that are equally likely.
    package var level: CEFRLevel {
        var best = 0
        for index in shares.indices where shares[index] > shares[best] { best = index }
        return CEFRLevel.allCases[best]
    }

    /// The probability of ``level``, in percent.
    package var confidence: Int { Int((100 * (shares.max() ?? 0)).rounded()) }
}

extension AbilityEstimate {
    /// Before any answer: anybody between A1 and B2 may come, those in the middle rather.
    package static let expected = (mean: 2.5, deviation: 1.1)
    /// Where abilities are looked for: far enough beyond the levels that nothing likely is cut away.
    private static let grid = (least: -5.0, step: 0.05, count: 301)

    /// The expected ability after these answers, by quadrature on a grid.
    package init(after answers: [(item: AbilityItem, isRight: Bool)]) {
        let abilities = (0..<Self.grid.count).map { Self.grid.least + Double($0) * Self.grid.step }
        let logarithms = abilities.map { ability -> Double in
            let distance = (ability - Self.expected.mean) / Self.expected.deviation
            return answers.reduce(-0.5 * distance * distance) { sum, answer in
                let chance = answer.item.probability(at: ability)
                return sum + log(max(answer.isRight ? chance : 1 - chance, 1e-300))
            }
        }
        let highest = logarithms.max() ?? 0
        let weights = logarithms.map { exp($0 - highest) }
        let total = weights.reduce(0, +)
        let mean = zip(abilities, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
        let variance = zip(abilities, weights).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 } / total
        var shares = [Double](repeating: 0, count: CEFRLevel.allCases.count)
        for (ability, weight) in zip(abilities, weights) {
            // A point on the border between two levels is half of each.
            let upper = Self.level(of: ability + Self.grid.step / 4)
            let lower = Self.level(of: ability - Self.grid.step / 4)
            shares[upper] += weight / total / 2
            shares[lower] += weight / total / 2
        }
        self.init(ability: mean, error: variance.squareRoot(), shares: shares)
    }

    private static func level(of ability: Double) -> Int {
        min(max(Int((ability - 0.5).rounded(.down)), 0), CEFRLevel.allCases.count - 1)
    }
}
