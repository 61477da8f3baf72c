package import Essentials

/// How well somebody remembered a card, in their own judgement.
package enum ReviewGrade: String, Sendable, Hashable, CaseIterable, Codable {
    case again, hard, good, easy

    /// From 1 to 4, as the model counts them and as the keys of a keyboard choose them.
    package var number: Int {
        switch self {
        case .again: 1
        case .hard: 2
        case .good: 3
        case .easy: 4
        }
    }

    package init?(number: Int) {
        guard let grade = Self.allCases.first(where: { $0.number == number }) else { return nil }
        self = grade
    }
}

/// What is assumed of somebody's memory of one card. It follows from their reviews and from nothing else.
package struct CardMemory: Sendable, Hashable {
    package enum Phase: String, Sendable, Hashable, CaseIterable {
        /// On its first steps, minutes apart.
        case learning
        /// Days apart.
        case review
        /// Forgotten after it was known: on the steps back.
        case relearning
    }

    package var phase: Phase
    /// The place on the steps, from 0; `nil` in review.
    package var step: Int?
    /// Days after which it is remembered with a probability of 90 %; `nil` before the first review.
    package var stability: Double?
    /// From 1 to 10; `nil` before the first review.
    package var difficulty: Double?
    package var due: Instant
    package var lastReview: Instant?

    /// A card that was never seen.
    package static func new(at now: Instant) -> CardMemory { CardMemory(phase: .learning, step: 0, due: now) }

    package init(
        phase: Phase, step: Int?, stability: Double? = nil, difficulty: Double? = nil, due: Instant, lastReview: Instant? = nil
    ) {
        self.phase = phase
        self.step = step
        self.stability = stability
        self.difficulty = difficulty
        self.due = due
        self.lastReview = lastReview
    }
}
