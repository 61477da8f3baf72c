import Essentials

/// What an event must be before it is kept. Pure: nothing here knows what was kept before.
///
/// Clocks are not judged: a device may be hours wrong. What it says is kept beside the server's time of arrival, and dates are taken from
/// the latter. Only a moment that is no date at all is refused.
package enum EventValidation {
    /// Seconds of one heartbeat, and of playing told at once.
    package static let heartbeatSeconds = 1...120
    /// Events of one request.
    package static let maximumBatch = 500
    /// Bytes of UTF-8 in a detail.
    package static let maximumDetail = 1000
    /// 1970 to 9999.
    static let instants = 0...253_402_300_799_999 as ClosedRange<Int64>

    /// - throws: ``ProgressError/invalidEvent(_:_:)`` with the first thing that is wrong.
    package static func check(_ event: LearningEvent, from source: EventSource) throws(ProgressError) {
        if let problem = problem(of: event, from: source) { throw .invalidEvent(event.id, problem) }
    }

    static func problem(of event: LearningEvent, from source: EventSource) -> EventProblem? {
        if source == .client {
            if !event.kind.isFromClient { return .kind }
            if event.id.isDerived { return .reservedID }
        }
        if !instants.contains(event.occurredAt.milliseconds) { return .occurredAt }
        if (event.activity == nil) != event.kind.isWhole { return .activity }
        if event.kind == .heartbeat || event.kind == .played {
            guard let seconds = event.seconds, heartbeatSeconds.contains(seconds) else { return .seconds }
        } else if event.kind == .ruled {
            guard event.detail.flatMap(Ruling.init) != nil else { return .detail }
            if let seconds = event.seconds, !(1...Ruling.longestMinutes * 60).contains(seconds) { return .seconds }
            if let score = event.score, !(0...100).contains(score) { return .score }
        } else if event.seconds != nil {
            return .seconds
        }
        if event.kind == .ruled {
            // A ruling may carry a mark.
        } else if event.kind == .reported {
            // A package may give a mark.
            if let score = event.score, !(0...100).contains(score) { return .score }
        } else if event.kind.hasScore {
            guard let score = event.score, (0...100).contains(score) else { return .score }
        } else if event.score != nil {
            return .score
        }
        if event.kind == .played {
            guard let span = event.detail.flatMap(PlayedSpan.init), span.isPossible(seconds: event.seconds ?? 0) else {
                return .played
            }
        }
        if let detail = event.detail, detail.utf8.count > maximumDetail || detail.utf8.contains(0) { return .detail }
        return nil
    }
}

/// Who says that something happened.
package enum EventSource: Sendable, Hashable {
    /// A browser or another program, for its learner.
    case client
    /// The server itself: an attempt that it marked.
    case server
}

/// What is wrong with an event.
package enum EventProblem: String, Sendable, Hashable, Codable, CaseIterable {
    /// The server alone finds events of this kind.
    case kind
    /// An id of version 8: those are derived by the server.
    case reservedID = "id"
    case occurredAt = "occurred-at"
    /// Missing, or given for an event of the whole course.
    case activity
    /// Out of bounds, missing in a heartbeat or of what was played, or given elsewhere.
    case seconds
    /// Out of bounds, missing in a submitted attempt a mark or of reviewed cards, or given elsewhere.
    case score
    /// Too long, or with a NUL.
    case detail
    /// Parts that are none, too many or too short, more than the time allows, or of a recording that is not there or is shorter.
    case played
}

extension Identifier where Subject == LearningEvent {
    /// UUID version 8: made by the server from what it identifies.
    var isDerived: Bool { text.utf8.dropFirst(14).first == UInt8(ascii: "8") }
}
