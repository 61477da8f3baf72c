/// When an activity is complete.
package enum CompletionRule: Codable, Sendable, Hashable {
    /// The learner reached the end, or stayed on the page for the minimum time if one is given (seconds).
    case read(minimumSeconds: Int?)
    /// The learner was on the page for that time.
    case stayed(seconds: Int)
    /// An attempt reached this percentage, 0 to 100.
    case passed(score: Int)
    /// This percentage of the activity's recordings was played, 1 to 100.
    case played(share: Int)
    /// The learner was at the session.
    case present
    /// The learner wrote so many times in the discussion, 1 to 20.
    case contributed(posts: Int)
    /// This percentage of the deck's cards was reviewed at least once, 1 to 100.
    case reviewed(share: Int)
    /// Something was handed in or answered.
    case submitted
    /// A tutor gave a mark, whichever it is.
    case marked
    /// The package that the activity plays said that it was completed.
    case reported
    /// Each of several rules, ``mostTogether`` at most.
    case all(rules: [CompletionRule])
    /// One of several rules at least, ``mostTogether`` at most.
    case any(rules: [CompletionRule])

    /// Rules in one list.
    package static let mostTogether = 8
    /// Lists within each other.
    package static let deepest = 3

    /// The rules that it is put together from, in their order; itself when it is none of several.
    package var parts: [CompletionRule] {
        switch self {
        case .all(let rules), .any(let rules): rules.flatMap(\.parts)
        default: [self]
        }
    }

    /// Whether it is put together from several.
    package var isCombined: Bool {
        switch self {
        case .all, .any: true
        default: false
        }
    }

    /// Whether an activity that waits for it counts: packages report nothing yet, so that they may not keep a course from being complete.
    package var isRecorded: Bool {
        switch self {
        case .reported: false
        case .read, .stayed, .passed, .played, .submitted, .marked, .present, .contributed, .reviewed: true
        case .all(let rules): rules.allSatisfy(\.isRecorded)
        case .any(let rules): rules.contains(where: \.isRecorded)
        }
    }

    /// Whether a class has to be held before it can be fulfilled: such an activity is nobody's next step, and is due on no day that the author
    /// did not name.
    package var awaitsClass: Bool {
        switch self {
        case .present: true
        case .all(let rules): rules.contains(where: \.awaitsClass)
        case .any(let rules): rules.allSatisfy(\.awaitsClass)
        case .read, .stayed, .passed, .played, .submitted, .marked, .contributed, .reviewed, .reported: false
        }
    }

    /// The percentage that an attempt has to reach; `nil` where none has to. Of several, the one that is enough.
    package var passScore: Int? {
        switch self {
        case .passed(let score): score
        case .all(let rules): rules.compactMap(\.passScore).max()
        case .any(let rules): rules.compactMap(\.passScore).min()
        default: nil
        }
    }

    /// The share of the recordings that it asks for; `nil` where it asks for none.
    package var playedShare: Int? {
        parts.compactMap { rule -> Int? in if case .played(let share) = rule { share } else { nil } }.max()
    }

    /// Whether the learner says that the end was reached.
    package var asksForEnd: Bool {
        parts.contains { if case .read = $0 { true } else { false } }
    }

    /// The time on the page after which something of it is fulfilled, in seconds; `nil` where time alone fulfils nothing.
    package var secondsToStay: Int? {
        parts.compactMap { rule -> Int? in
            switch rule {
            case .read(let seconds): seconds
            case .stayed(let seconds): seconds
            default: nil
            }
        }.min()
    }
}

extension CompletionRule {
    /// The rule as an author writes it.
    package var notation: String {
        switch self {
        case .read(let seconds): seconds.map { "{ rule: read, minimum-minutes: \($0 / 60) }" } ?? "read"
        case .stayed(let seconds): "{ rule: time, minutes: \(seconds / 60) }"
        case .passed(let score): "{ rule: passed, score: \(score) }"
        case .played(let share): "{ rule: played, share: \(share) }"
        case .present: "present"
        case .contributed(let posts): "{ rule: contributed, posts: \(posts) }"
        case .reviewed(let share): "{ rule: reviewed, share: \(share) }"
        case .submitted: "submitted"
        case .marked: "marked"
        case .reported: "reported"
        case .all(let rules): "{ all: [\(rules.map(\.notation).joined(separator: ", "))] }"
        case .any(let rules): "{ any: [\(rules.map(\.notation).joined(separator: ", "))] }"
        }
    }
}
