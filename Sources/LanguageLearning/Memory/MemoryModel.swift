package import Essentials
import Foundation

/// FSRS-6: when a card comes back. A pure rule: the same memory, grade and instant give the same memory.
///
/// Days are whole spans of 24 hours since the review before. Nothing is random: the interval is what the model says.
package struct MemoryModel: Sendable, Hashable {
    package let parameters: MemoryParameters
    /// The probability to remember at which a card comes back, between 0.7 and 0.99.
    package let desiredRetention: Double
    /// Seconds between the first sights of a new card.
    package let learningSteps: [Int]
    /// Seconds before a card that was forgotten is seen again.
    package let relearningSteps: [Int]
    /// Days.
    package let longestInterval: Int
    /// Of the curve of forgetting, negative.
    private let decay: Double
    private let factor: Double

    private static let day: Int64 = 86_400_000
    private static let leastStability = 0.001

    /// Published parameters, 90 %, one and ten minutes.
    package static let usual = MemoryModel()

    package init(
        parameters: MemoryParameters = .published, desiredRetention: Double = 0.9, learningSteps: [Int] = [60, 600],
        relearningSteps: [Int] = [600], longestInterval: Int = 36_500
    ) {
        self.parameters = parameters
        self.desiredRetention = min(max(desiredRetention, 0.7), 0.99)
        self.learningSteps = learningSteps
        self.relearningSteps = relearningSteps
        self.longestInterval = longestInterval
        decay = -parameters[20]
        factor = pow(0.9, 1 / decay) - 1
    }

    /// The probability that a card is remembered at an instant; 0 for one that was never seen.
    package func retrievability(of memory: CardMemory, at now: Instant) -> Double {
        guard let last = memory.lastReview, let stability = memory.stability else { return 0 }
        let days = max(0, Self.wholeDays(from: last, to: now))
        return pow(1 + factor * Double(days) / stability, decay)
    }

    /// The memory after a review.
    package func reviewed(_ memory: CardMemory, _ grade: ReviewGrade, at now: Instant) -> CardMemory {
        var next = memory
        (next.stability, next.difficulty) = strength(of: memory, grade, at: now)
        let stability = next.stability ?? Self.leastStability
        let milliseconds: Int64
        switch memory.phase {
        case .learning: milliseconds = walk(&next, learningSteps, grade, stability)
        case .relearning: milliseconds = walk(&next, relearningSteps, grade, stability)
        case .review:
            if grade == .again, let first = relearningSteps.first {
                (next.phase, next.step) = (.relearning, 0)
                milliseconds = Int64(first) * 1000
            } else {
                milliseconds = interval(stability)
            }
        }
        next.due = Instant(milliseconds: now.milliseconds + milliseconds)
        next.lastReview = now
        return next
    }

    // MARK: Steps

    /// Moves along the steps, or from the last one into review. Gives the milliseconds until the card is due.
    private func walk(_ memory: inout CardMemory, _ steps: [Int], _ grade: ReviewGrade, _ stability: Double) -> Int64 {
        let step = memory.step ?? 0
        let milliseconds = { (index: Int) in Int64(steps[index]) * 1000 }
        let leaves = grade == .easy || (grade == .good && step + 1 >= steps.count)
        guard !steps.isEmpty, grade == .again || (step < steps.count && !leaves) else {
            (memory.phase, memory.step) = (.review, nil)
            return interval(stability)
        }
        switch grade {
        case .again:
            memory.step = 0
            return milliseconds(0)
        case .hard:
            memory.step = step
            guard step == 0 else { return milliseconds(step) }
            // Between this step and the next one; a lone step takes half as long again.
            return steps.count == 1 ? milliseconds(0) * 3 / 2 : (milliseconds(0) + milliseconds(1)) / 2
        case .good, .easy:
            memory.step = step + 1
            return milliseconds(step + 1)
        }
    }

    /// Until the probability has come down to what is desired, in whole days, as milliseconds.
    private func interval(_ stability: Double) -> Int64 {
        let days = (stability / factor * (pow(desiredRetention, 1 / decay) - 1)).rounded(.toNearestOrEven)
        return Int64(min(max(days, 1), Double(longestInterval))) * Self.day
    }

    // MARK: Strength

    private func strength(
        of memory: CardMemory, _ grade: ReviewGrade, at now: Instant
    ) -> (stability: Double, difficulty: Double) {
        guard let stability = memory.stability, let difficulty = memory.difficulty else {
            return (
                max(parameters[grade.number - 1], Self.leastStability), Self.clamped(firstDifficulty(grade))
            )
        }
        let isSameDay = memory.lastReview.map { Self.wholeDays(from: $0, to: now) < 1 } ?? false
        let next =
            isSameDay
            ? sameDay(stability, grade)
            : laterDay(stability, difficulty, retrievability(of: memory, at: now), grade)
        return (max(next, Self.leastStability), nextDifficulty(difficulty, grade))
    }

    private func firstDifficulty(_ grade: ReviewGrade) -> Double {
        parameters[4] - exp(parameters[5] * Double(grade.number - 1)) + 1
    }

    private func nextDifficulty(_ difficulty: Double, _ grade: ReviewGrade) -> Double {
        let change = -(parameters[6] * Double(grade.number - 3))
        let moved = difficulty + (10 - difficulty) * change / 9
        return Self.clamped(parameters[7] * firstDifficulty(.easy) + (1 - parameters[7]) * moved)
    }

    private func sameDay(_ stability: Double, _ grade: ReviewGrade) -> Double {
        let growth =
            exp(parameters[17] * (Double(grade.number - 3) + parameters[18])) * pow(stability, -parameters[19])
        return stability * (grade == .again ? growth : max(growth, 1))
    }

    private func laterDay(
        _ stability: Double, _ difficulty: Double, _ retrievability: Double, _ grade: ReviewGrade
    ) -> Double {
        if grade == .again {
            let long =
                parameters[11] * pow(difficulty, -parameters[12]) * (pow(stability + 1, parameters[13]) - 1)
                * exp((1 - retrievability) * parameters[14])
            return min(long, stability / exp(parameters[17] * parameters[18]))
        }
        let bonus = grade == .hard ? parameters[15] : grade == .easy ? parameters[16] : 1
        let growth =
            exp(parameters[8]) * (11 - difficulty) * pow(stability, -parameters[9])
            * (exp((1 - retrievability) * parameters[10]) - 1) * bonus
        return stability * (1 + growth)
    }

    private static func clamped(_ difficulty: Double) -> Double { min(max(difficulty, 1), 10) }

    /// Whole spans of 24 hours, downwards also before the epoch of the review.
    private static func wholeDays(from earlier: Instant, to later: Instant) -> Int64 {
        let span = later.milliseconds - earlier.milliseconds
        return span >= 0 ? span / day : -((-span + day - 1) / day)
    }
}
