/// The mean of marks, each as often as its weight says. Pure.
package struct WeightedMean: Sendable, Hashable {
    private var sum = 0
    private var weight = 0

    package init() {}

    /// Adds a mark. One that is not given yet, is of no weight, or is of an activity that the learner was exempted from, is left out: it counts
    /// neither for nor against.
    package mutating func add(_ mark: Int?, weight: Int, isExempted: Bool = false) {
        guard let mark, weight > 0, !isExempted else { return }
        sum += mark * weight
        self.weight += weight
    }

    /// Percentage, rounded to the nearest and up from the half; `nil` when nothing counts.
    package var value: Int? { weight > 0 ? (2 * sum + weight) / (2 * weight) : nil }
}
