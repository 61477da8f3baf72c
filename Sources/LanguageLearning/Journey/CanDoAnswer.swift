package import Essentials

/// What somebody says of themselves and a can-do statement.
package struct CanDoAnswer: Sendable, Hashable {
    package enum Answer: String, Sendable, Hashable, Codable, CaseIterable {
        case notYet = "not-yet"
        case withHelp = "with-help"
        case alone
    }

    /// `MODULE/ID`, as the author wrote them.
    package let canDo: String
    package let answer: Answer
    package let saidAt: Instant

    package init(canDo: String, answer: Answer, saidAt: Instant) {
        self.canDo = canDo
        self.answer = answer
        self.saidAt = saidAt
    }

    package static func key(_ module: String, _ canDo: String) -> String { module + "/" + canDo }
}

/// One request that says what one can do.
package enum SelfAssessment {}
