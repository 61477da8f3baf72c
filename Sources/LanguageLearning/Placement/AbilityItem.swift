package import CourseContent
import Foundation

/// An item of a test by the two-parameter logistic model: how able one is to have an even chance, and how sharply it tells people apart.
package struct AbilityItem: Sendable, Hashable {
    /// On the scale of levels: 1 is the middle of A1, 4 that of B2.
    package let difficulty: Double
    /// By level; positive.
    package let discrimination: Double

    package init(difficulty: Double, discrimination: Double) {
        self.difficulty = difficulty
        self.discrimination = discrimination
    }

    package init(_ item: PlacementItem) {
        self.init(difficulty: item.difficulty, discrimination: item.discrimination)
    }

    /// The probability that somebody of this ability is right.
    package func probability(at ability: Double) -> Double { 1 / (1 + exp(-discrimination * (ability - difficulty))) }

    /// Fisher's information: how much an answer says of an ability near this one.
    package func information(at ability: Double) -> Double {
        let chance = probability(at: ability)
        return discrimination * discrimination * chance * (1 - chance)
    }
}
