package import CourseContent
package import Essentials

/// An adaptive test: which item comes next, and when it is enough. A pure rule: the same run and the same answers give the same next item.
package struct PlacementTest: Sendable {
    /// Answers after which it stops, however unsure it is.
    package static let longest = 25
    /// Answers before which it does not stop.
    package static let shortest = 10
    /// The standard error at which it stops, in levels.
    package static let enough = 0.33
    /// An item is drawn from so many that say the most: those who take the test after each other do not see the same ones.
    package static let drawnFrom = 6

    private let items: [PlacementItem]

    /// - Parameter hears: whether items that are heard may be asked.
    package init(_ content: PlacementContent, hears: Bool) {
        items = content.items.filter { hears || $0.audio == nil }
    }

    /// The next item; `nil` when it is enough, or none is left.
    /// - Parameter seed: of the run: what is drawn follows from it.
    package func next(after answers: [PlacementAnswer], seed: UInt64) -> PlacementItem? {
        let estimate = AbilityEstimate(after: answers.map { ($0.measure, $0.isRight) })
        guard answers.count < Self.longest, answers.count < Self.shortest || estimate.error > Self.enough else { return nil }
        let asked = Set(answers.map(\.item))
        let left = items.filter { !asked.contains($0.id) }
        // No skill runs ahead of the others by more than one.
        let skills = Dictionary(items.map { ($0.id, $0.skill) }, uniquingKeysWith: { first, _ in first })
        var counts = Dictionary(left.map { ($0.skill, 0) }, uniquingKeysWith: { first, _ in first })
        for answer in answers {
            if let skill = skills[answer.item], let count = counts[skill] { counts[skill] = count + 1 }
        }
        let fewest = counts.values.min() ?? 0
        let candidates = left.filter { counts[$0.skill] == fewest }
        let best = candidates.map { (item: $0, information: AbilityItem($0).information(at: estimate.ability)) }
            .sorted { ($1.information, $0.item.id) < ($0.information, $1.item.id) }
            .prefix(Self.drawnFrom)
        guard !best.isEmpty else { return nil }
        // Those that say clearly less than the best one are not worth it.
        let worth = best.prefix { $0.information >= 0.5 * best[0].information }
        return worth[Self.draw(below: worth.count, seed: seed, position: answers.count)].item
    }

    /// The choices of an item in the order in which a run shows them.
    package static func choices(of item: PlacementItem, seed: UInt64) -> [String] {
        let own = item.id.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        var left = [item.right] + item.wrong
        var shown: [String] = []
        while !left.isEmpty { shown.append(left.remove(at: draw(below: left.count, seed: seed ^ own, position: left.count))) }
        return shown
    }

    /// A number that follows from a run and a place in it (SplitMix64).
    private static func draw(below count: Int, seed: UInt64, position: Int) -> Int {
        var mixed = seed &+ UInt64(position + 1) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int(mixed % UInt64(count))
    }
}

/// An answer of a run. The measure of the item is kept with it: what a later version of the course says of the item changes no result.
package struct PlacementAnswer: Sendable, Hashable {
    package let item: String
    package let measure: AbilityItem
    /// What was chosen, as it was written; `nil` for « I do not know ».
    package let choice: String?
    package let isRight: Bool
    package let answeredAt: Instant

    package init(item: String, measure: AbilityItem, choice: String?, isRight: Bool, answeredAt: Instant) {
        self.item = item
        self.measure = measure
        self.choice = choice
        self.isRight = isRight
        self.answeredAt = answeredAt
    }
}
