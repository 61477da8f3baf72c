/// How a question of a quiz did with those who answered it.
package struct ItemStatistics: Sendable, Hashable {
    package let question: String
    /// How many attempts it was asked in.
    package let attempts: Int
    /// The mean share of its points that was reached, from 0 (nobody) to 1 (everybody): what classical test theory calls difficulty.
    package let facility: Double
    /// How well it tells those who know the rest of the quiz from those who do not, from -1 to 1; `nil` for fewer than
    /// ``ItemAnalysis/fewestAttempts`` attempts, and where everybody did alike.
    package let discrimination: Double?
}

/// Classical analysis of the questions of a quiz. Pure.
///
/// The discrimination is the corrected item-total correlation: Pearson's coefficient between the share of a question's points and the mean
/// share of the *other* questions of the same attempt. For a question that is right or wrong that is the point-biserial coefficient, and
/// leaving the question itself out of the total keeps short quizzes from looking better than they are (S. Henrysson, "Correction of item-total
/// correlations in item analysis", Psychometrika 28, 1963). Under 0.2 a question is worth another look, under 0 its key may be wrong.
package enum ItemAnalysis {
    /// With fewer attempts a coefficient says nothing.
    package static let fewestAttempts = 10

    /// - Parameter attempts: for each, the share of the points of each question that it asked, 0 to 1. One attempt for each person.
    /// - Returns: the hardest first; those that are alike by name.
    package static func statistics(of attempts: [[String: Double]]) -> [ItemStatistics] {
        let questions = Set(attempts.flatMap(\.keys))
        return questions.map { statistics(of: $0, in: attempts) }
            .sorted { ($0.facility, $0.question) < ($1.facility, $1.question) }
    }

    private static func statistics(of question: String, in attempts: [[String: Double]]) -> ItemStatistics {
        var (own, rest): ([Double], [Double]) = ([], [])
        var (sum, count) = (0.0, 0)
        for attempt in attempts {
            guard let share = attempt[question] else { continue }
            sum += share
            count += 1
            guard attempt.count > 1 else { continue }
            own.append(share)
            rest.append((attempt.values.reduce(0, +) - share) / Double(attempt.count - 1))
        }
        return ItemStatistics(
            question: question, attempts: count, facility: count == 0 ? 0 : sum / Double(count),
            discrimination: own.count < fewestAttempts ? nil : correlation(own, rest))
    }

    /// Pearson's coefficient; `nil` where one of the two does not vary.
    static func correlation(_ left: [Double], _ right: [Double]) -> Double? {
        guard left.count == right.count, left.count > 1 else { return nil }
        let count = Double(left.count)
        let (leftMean, rightMean) = (left.reduce(0, +) / count, right.reduce(0, +) / count)
        var (both, leftSquares, rightSquares) = (0.0, 0.0, 0.0)
        for (one, other) in zip(left, right) {
            both += (one - leftMean) * (other - rightMean)
            leftSquares += (one - leftMean) * (one - leftMean)
            rightSquares += (other - rightMean) * (other - rightMean)
        }
        guard leftSquares > 1e-12, rightSquares > 1e-12 else { return nil }
        return both / (leftSquares * rightSquares).squareRoot()
    }
}
