package import Accounts
package import Essentials
import Foundation

/// What somebody who follows a learner decided about an activity, and why: the detail of a ``EventKind/ruled`` event, whose score and
/// seconds are the mark and the time that are decided. The last one holds; taking one back is another one.
package struct Ruling: Sendable, Hashable, Codable {
    package enum Action: String, Sendable, Hashable, Codable, CaseIterable {
        /// The learner need not do it: it counts as done, and validates no time.
        case exempted
        /// It counts as done, with the time that is decided.
        case completed
        /// Another mark takes the place of those of the attempts.
        case mark
        /// What was decided before is taken back.
        case withdrawn
    }

    /// Minutes that can be validated at once.
    package static let longestMinutes = 6000
    /// Characters of a reason.
    package static let longestReason = 500

    package let action: Action
    package let reason: String
    /// Who decided; `nil` for the command line.
    package let by: Identifier<Person>?

    package init(_ action: Action, reason: String, by: Identifier<Person>?) {
        self.action = action
        self.reason = reason
        self.by = by
    }

    /// Whether the activity counts as done by it.
    package var isDone: Bool { action == .exempted || action == .completed }

    /// The detail of its event.
    package var detail: String {
        let fields = [action.rawValue, by?.text ?? "", reason]
        return fields.joined(separator: "\n")
    }

    /// Reads the detail of an event.
    /// - Returns: `nil` for anything else.
    package init?(_ detail: String) {
        let lines = detail.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3, let action = Action(rawValue: String(lines[0])), !lines[2].isEmpty else { return nil }
        self.init(action, reason: String(lines[2]), by: lines[1].isEmpty ? nil : Identifier(trusted: String(lines[1])))
    }
}

/// A ruling in the state of an activity.
package struct KeptRuling: Sendable, Hashable {
    package let ruling: Ruling
    package let score: Int?
    package let seconds: Int?
    package let at: Instant
    /// Its place among the events: the last one holds.
    package let sequence: Int

    init(ruling: Ruling, score: Int?, seconds: Int?, at: Instant, sequence: Int) {
        self.ruling = ruling
        self.score = score
        self.seconds = seconds
        self.at = at
        self.sequence = sequence
    }

    /// As the database keeps it: sequence, moment, score, seconds, then the ruling.
    var text: String {
        let numbers = ["\(sequence)", "\(at.milliseconds)", score.map(String.init) ?? "-", seconds.map(String.init) ?? "-"]
        return numbers.joined(separator: " ") + "\n" + ruling.detail
    }

    init?(_ text: String) {
        let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = parts[0].split(separator: " ")
        guard parts.count == 2, numbers.count == 4, let sequence = Int(numbers[0]), let at = Int64(numbers[1]),
            let ruling = Ruling(String(parts[1]))
        else { return nil }
        self.init(
            ruling: ruling, score: Int(numbers[2]), seconds: Int(numbers[3]), at: Instant(milliseconds: at), sequence: sequence)
    }
}
