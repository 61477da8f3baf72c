/// The 21 numbers of FSRS-6.
package struct MemoryParameters: Sendable, Hashable {
    /// From the first stability after « again » to the decay of the curve, in the order in which they are published.
    package let values: [Double]

    /// Those that are published with the model: found on some hundred million reviews of other people.
    package static let published = MemoryParameters(
        trusted: [
            0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
            0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
        ])

    private static let lowest: [Double] = [
        0.001, 0.001, 0.001, 0.001, 1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0, 1, 0, 0, 0, 0.1,
    ]
    private static let highest: [Double] = [
        100, 100, 100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8,
    ]

    private init(trusted values: [Double]) {
        self.values = values
    }

    /// - Returns: `nil` when there are not 21, or one is out of its bounds.
    package init?(_ values: [Double]) {
        guard values.count == Self.lowest.count,
            zip(values, zip(Self.lowest, Self.highest)).allSatisfy({ $0 >= $1.0 && $0 <= $1.1 })
        else { return nil }
        self.values = values
    }

    subscript(index: Int) -> Double { values[index] }
}
