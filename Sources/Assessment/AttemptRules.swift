package import CourseContent

/// Where a learner stands with a quiz, and what comes next. Pure.
package struct AttemptStanding: Sendable, Hashable {
    /// Every attempt, the first one first.
    package let attempts: [Attempt]
    /// How many the quiz allows; `nil` for no limit.
    package let allowed: Int?

    package init(attempts: [Attempt], allowed: Int?) {
        self.attempts = attempts
        self.allowed = allowed
    }

    /// The attempt that goes on.
    package var open: Attempt? { attempts.first(where: \.isOpen) }

    /// The attempt with a result that was begun last.
    package var latest: Attempt? { attempts.last { $0.result != nil } }

    /// The attempt that waits for a tutor: the next one begins when it is marked.
    package var waiting: Attempt? { attempts.first(where: \.isWaiting) }

    package var bestScore: Int? { attempts.compactMap(\.result?.score).max() }

    /// The mark, a whole percentage; `nil` while no attempt was sent. An average is rounded down.
    package func mark(by rule: GradeRule?) -> Int? {
        let scores = attempts.compactMap(\.result?.score)
        switch rule ?? .best {
        case .best: return scores.max()
        case .last: return latest?.result?.score
        case .average: return scores.isEmpty ? nil : scores.reduce(0, +) / scores.count
        }
    }

    /// Whether what was right and why may be read.
    /// - Parameter passScore: the percentage to reach; `nil` where any result passes.
    package func review(by rule: ReviewRule?, passScore: Int?) -> ReviewAccess {
        let isOver = remaining == 0 && open == nil && waiting == nil
        switch rule ?? .afterSending {
        case .afterSending: return .open
        case .afterLastAttempt: return isOver ? .open : .afterLastAttempt
        case .afterPassing:
            let isPassed = bestScore.map { $0 >= passScore ?? 0 } ?? false
            return isPassed || isOver ? .open : .afterPassing
        case .never: return .never
        }
    }

    /// How many new attempts may still begin; `nil` for no limit. An open one is used already.
    package var remaining: Int? { allowed.map { max(0, $0 - attempts.count) } }

    /// What happens when the learner starts.
    package var nextStep: AttemptStep {
        if let open { return .goOn(open) }
        if let waiting { return .refuse(.waitsForTutor(waiting.id)) }
        if let allowed, attempts.count >= allowed { return .refuse(.noAttemptsLeft(allowed: allowed)) }
        return .begin(number: (attempts.map(\.number).max() ?? 0) + 1)
    }
}

/// What happens when a learner starts a quiz.
package enum AttemptStep: Sendable, Hashable {
    case goOn(Attempt)
    case begin(number: Int)
    case refuse(AssessmentError)
}

/// Whether the corrections of the attempts that were sent may be read, and if not, what opens them.
package enum ReviewAccess: String, Sendable, Hashable, Codable, CaseIterable {
    case open
    case afterLastAttempt = "after-last-attempt"
    /// Or after the last attempt.
    case afterPassing = "after-passing"
    case never
}
