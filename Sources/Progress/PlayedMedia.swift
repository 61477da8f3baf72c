package import CourseContent
package import Essentials

/// What a learner played of the recordings of one activity, by their names. Pure.
package struct PlayedMedia: Sendable, Hashable {
    package struct Recording: Sendable, Hashable {
        package var time: PlayedTime
        /// Milliseconds from the beginning: where one was last.
        package var position: Int
        /// When one was there, as far as the learner's clock can be believed.
        package var positionAt: Instant
        /// The event that says so.
        package var positionBy: Identifier<LearningEvent>
    }

    package private(set) var recordings: [String: Recording] = [:]

    package init() {}

    /// Adds what an event says. Adding it again, or in another order, changes nothing.
    mutating func add(_ span: PlayedSpan, by event: Identifier<LearningEvent>, at instant: Instant) {
        var recording =
            recordings[span.media]
            ?? Recording(time: PlayedTime(), position: span.position, positionAt: instant, positionBy: event)
        for part in span.parts { recording.time.add(part) }
        if (recording.positionAt, recording.positionBy.text) < (instant, event.text) {
            recording.position = span.position
            recording.positionAt = instant
            recording.positionBy = event
        }
        recordings[span.media] = recording
    }

    /// How much was played of recordings whose length is known.
    package func milliseconds(of media: [MediaOutline]) -> Int {
        media.reduce(0) { sum, recording in
            sum + (recordings[recording.name]?.time.milliseconds(of: recording.milliseconds ?? 0) ?? 0)
        }
    }

    // MARK: As it is kept in a state

    /// `dock 61000 1795420800000 01234567-… 0-30000,31000-61000`, a line for each recording, in the order of their names.
    package var text: String {
        recordings.sorted { $0.key < $1.key }.map { name, recording in
            let parts = recording.time.parts.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
            return "\(name) \(recording.position) \(recording.positionAt.milliseconds) \(recording.positionBy.text) \(parts)"
        }.joined(separator: "\n")
    }

    /// - Returns: `nil` for a text that is none of these.
    package init?(_ text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 5, let position = Int(words[1]), let at = Int64(words[2]),
                let parts = PlayedSpan.parts(words[4])
            else { return nil }
            recordings[String(words[0])] = Recording(
                time: PlayedTime(parts), position: position, positionAt: Instant(milliseconds: at),
                positionBy: Identifier(trusted: String(words[3])))
        }
    }
}

extension ActivityState {
    /// How much of the recordings is believed to be played, in milliseconds: not more than there was time for since the activity was first
    /// opened, by the server's clock, at the fastest that is believed.
    package func playedMilliseconds(of media: [MediaOutline]) -> Int {
        guard let played else { return 0 }
        let elapsed = Int(clamping: lastEventAt.milliseconds - firstOpenedAt.milliseconds)
        let most = min(elapsed, PlayedSpan.longest * 365) * PlayedSpan.fastest + PlayedSpan.slack
        return min(played.milliseconds(of: media), most)
    }

    /// The same as a percentage of all that there is to play, rounded down.
    package func playedPercent(of media: [MediaOutline]) -> Int {
        CourseProgress.percent(done: playedMilliseconds(of: media), of: media.reduce(0) { $0 + ($1.milliseconds ?? 0) })
    }
}

extension CompletionRule {
    /// Milliseconds after the first opening from which a learner who listens elsewhere, or reads what is said, may say that it is done: the
    /// time that the share asked for takes. `nil` for a rule that is not about recordings.
    package func declarableAfter(_ media: [MediaOutline]) -> Int? {
        guard let share = playedShare else { return nil }
        return media.reduce(0) { $0 + ($1.milliseconds ?? 0) } * share / 100
    }
}
