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

    /// The attempt that was sent last.
    package var latest: Attempt? { attempts.last { !$0.isOpen } }

    package var bestScore: Int? { attempts.compactMap(\.result?.score).max() }

    /// How many new attempts may still begin; `nil` for no limit. An open one is used already.
    package var remaining: Int? { allowed.map { max(0, $0 - attempts.count) } }

    /// What happens when the learner starts.
    package var nextStep: AttemptStep {
        if let open { return .goOn(open) }
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
