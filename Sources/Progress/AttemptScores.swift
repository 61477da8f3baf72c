import Essentials

/// The last mark of each attempt at an activity. What it holds does not depend on the order in which marks came, nor on how often.
package struct AttemptScores: Sendable, Hashable {
    private struct Score: Sendable, Hashable {
        /// When it was given.
        let at: Int64
        /// 0 for the mark that came with the attempt, 1 for what a person gave afterwards.
        let rank: Int
        let score: Int

        static func < (left: Self, right: Self) -> Bool {
            (left.at, left.rank, left.score) < (right.at, right.rank, right.score)
        }
    }

    private var attempts: [String: Score] = [:]

    /// - Parameter best: the best mark of what an older version kept without saying of which attempt; `nil` for none.
    package init(before best: Int? = nil) {
        if let best { attempts["-"] = Score(at: 0, rank: 0, score: best) }
    }

    /// The best of the last marks; `nil` without any.
    package var best: Int? { attempts.values.map(\.score).max() }

    /// The mean of the last marks, rounded; `nil` without any.
    package var average: Int? {
        guard !attempts.isEmpty else { return nil }
        return Int((Double(attempts.values.reduce(0) { $0 + $1.score }) / Double(attempts.count)).rounded())
    }

    /// The mark that was given last.
    package var last: Int? { attempts.values.max { $0 < $1 }?.score }

    mutating func add(_ score: Int, of event: LearningEvent) {
        let key = event.detail.map { String($0.suffix(12)) } ?? "-"
        let next = Score(
            at: event.occurredAt.milliseconds, rank: event.kind == .attemptSubmitted ? 0 : 1, score: score)
        if let known = attempts[key], !(known < next) { return }
        attempts[key] = next
    }
}

extension AttemptScores {
    /// As the database keeps it: `abcdef012345:mi3k0a5c:1:80,…`, in the order of the attempts' ids.
    package var text: String {
        attempts.sorted { $0.key < $1.key }
            .map { "\($0.key):\(String($0.value.at, radix: 36)):\($0.value.rank):\($0.value.score)" }.joined(separator: ",")
    }

    /// Reads ``text``.
    /// - Returns: `nil` for anything else.
    package init?(_ text: String) {
        for piece in text.split(separator: ",") {
            let parts = piece.split(separator: ":")
            guard parts.count == 4, let at = Int64(parts[1], radix: 36), let rank = Int(parts[2]), let score = Int(parts[3])
            else { return nil }
            attempts[String(parts[0])] = Score(at: at, rank: rank, score: score)
        }
    }
}
