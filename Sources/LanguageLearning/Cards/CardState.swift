package import Essentials

/// Where somebody is with a card: what follows from all its reviews, in the order of their time.
package struct CardState: Sendable, Hashable {
    package let key: CardKey
    package var memory: CardMemory
    /// Grades given so far.
    package var reviews: Int
    /// How often it was forgotten after it was known, since it was last taken back.
    package var lapses: Int
    package let startedAt: Instant
    package var lastAt: Instant
    /// The id of the last review: of two at the same instant, the one with the larger id is the later one.
    package var lastReview: Identifier<CardReview>

    /// A card that was forgotten this often is put aside: more of the same would not help.
    package static let lapsesAtMost = 8

    package var isAside: Bool { lapses >= Self.lapsesAtMost }

    /// From when it is shown; `nil` while it is put aside. One that comes back after days is there from the morning of its day (midnight, UTC).
    package var readyAt: Instant? {
        if isAside { return nil }
        guard memory.phase == .review else { return memory.due }
        return Instant(milliseconds: memory.due.milliseconds - memory.due.milliseconds % 86_400_000)
    }

    /// The state after a card's first review.
    /// - Returns: `nil` when there is nothing to take back.
    package static func after(_ review: CardReview, model: MemoryModel = .usual) -> CardState? {
        guard case .graded(let grade) = review.act else { return nil }
        let memory = model.reviewed(.new(at: review.happenedAt), grade, at: review.happenedAt)
        return CardState(
            key: review.key, memory: memory, reviews: 1, lapses: 0, startedAt: review.happenedAt, lastAt: review.happenedAt,
            lastReview: review.id)
    }

    /// The state after all of a card's reviews, in whatever order they are given; `nil` when it was never graded.
    package static func after(_ reviews: [CardReview], model: MemoryModel = .usual) -> CardState? {
        var state: CardState?
        for review in reviews.sorted(by: { $0.comesBefore($1) }) {
            state = state?.applying(review, model: model) ?? after(review, model: model)
        }
        return state
    }

    /// Whether a review comes after all those that are in this state.
    package func isBefore(_ review: CardReview) -> Bool { (lastAt, lastReview) < (review.happenedAt, review.id) }

    /// The state after one more review, a later one.
    package func applying(_ review: CardReview, model: MemoryModel = .usual) -> CardState {
        var next = self
        switch review.act {
        case .graded(let grade):
            if grade == .again, memory.phase == .review { next.lapses += 1 }
            next.memory = model.reviewed(memory, grade, at: review.happenedAt)
            next.reviews += 1
        case .resumed:
            next.lapses = 0
            next.memory.due = review.happenedAt
        }
        next.lastAt = review.happenedAt
        next.lastReview = review.id
        return next
    }
}

/// How much a learner wants of it in a day.
package struct ReviewLimits: Sendable, Hashable {
    package static let newRange = 0...50
    package static let reviewRange = 10...500
    package static let usual = ReviewLimits(newADay: 10, reviewsADay: 100)

    /// Cards that were never seen.
    package let newADay: Int
    package let reviewsADay: Int

    package init(newADay: Int, reviewsADay: Int) {
        self.newADay = newADay
        self.reviewsADay = reviewsADay
    }
}
