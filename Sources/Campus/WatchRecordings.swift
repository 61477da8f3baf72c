package import Accounts
package import Essentials
import Progress
import SQL
package import Scheduling

/// Watching again what was recorded of a class, and for how long one did. It says nothing about attendance: who was not there was absent.
extension Campus {
    /// One recording of a session.
    package struct RecordingReading: Sendable {
        package let session: ClassSession
        package let cohort: Cohort
        package let recording: SessionRecording
        /// What the learner who looks has watched; `nil` for others.
        package let own: RecordingStanding?
        /// Who has watched it, for those who follow the cohort, by name; `nil` for others.
        package let watchers: [Watcher]?

        package struct Watcher: Sendable {
            package let name: PersonName
            package let standing: RecordingStanding
        }
    }

    /// How much of a recording somebody has watched.
    package struct RecordingStanding: Sendable, Hashable {
        package let seconds: Int
        /// Of the recording's length, 0 to 100.
        package let percent: Int
        /// When it was last on the screen; `nil` for who never opened it.
        package let lastAt: Instant?

        init(_ watch: RecordingWatch?, of recording: SessionRecording) {
            seconds = watch?.seconds ?? 0
            percent = min(100, CourseProgress.percent(done: seconds, of: recording.minutes * 60))
            lastAt = watch?.lastAt
        }
    }

    /// From when to when a recording was on somebody's screen, by their own clock, in milliseconds since 1970.
    package struct SentWatching: Sendable {
        package let start: Int64
        package let end: Int64

        package init(start: Int64, end: Int64) {
            self.start = start
            self.end = end
        }
    }

    /// Spans in one report.
    package static let mostWatchedSpans = 500
    /// Milliseconds of the longest span.
    package static let longestWatchedSpan: Int64 = 120_000
    /// The year 2100: no clock is that wrong.
    private static let latestWatched: Int64 = 4_102_444_800_000
    /// Spans that are kept of one person and recording, those that touch counted as one. What comes after counts no more.
    static let mostWatchedParts = 500
    /// Seconds that are believed at once: what was on the screen before the first report arrived.
    static let watchedAtFirst = 120

    /// A recording, with what the person watched of it. One read.
    /// - throws: ``CampusError/notFound(_:)`` for somebody whom the session does not concern, and where the server has it no more.
    package func recording(
        _ key: String, of id: Identifier<ClassSession>, for viewer: Viewer
    ) async throws -> RecordingReading {
        try await database.read { reading in
            let (session, cohort, recording) = try watchable(key, of: id, by: viewer, in: reading)
            let person = viewer.person.id
            var watchers: [RecordingReading.Watcher]?
            if viewer.mayReview(cohort.id) {
                let watches = try recordingWatches.watches(of: id, in: reading)[key] ?? []
                watchers = try watches.compactMap { watch in
                    try people.person(watch.person, in: reading).map {
                        RecordingReading.Watcher(name: $0.name, standing: RecordingStanding(watch, of: recording))
                    }
                }.sorted { ($0.name.family, $0.name.given) < ($1.name.family, $1.name.given) }
            }
            let own =
                viewer.roles.isLearner(of: cohort.id)
                ? RecordingStanding(
                    try recordingWatches.watch(of: key, of: id, by: person, in: reading), of: recording) : nil
            return RecordingReading(
                session: session, cohort: cohort, recording: recording, own: own, watchers: watchers)
        }
    }

    /// Keeps that a learner had a recording on the screen. A span that was kept already, or overlaps another one, counts once; no more is
    /// believed than there was time for, by the server's clock.
    /// - throws: as ``recording(_:of:for:)``; ``CampusError/notAllowed(_:)`` for who is no learner there; ``CampusError/invalid(_:)`` for spans
    ///   that cannot be.
    package func keepWatching(
        _ sent: [SentWatching], of key: String, session id: Identifier<ClassSession>, by viewer: Viewer
    ) async throws -> RecordingStanding {
        guard (1...Self.mostWatchedSpans).contains(sent.count),
            sent.allSatisfy({ span in
                (0..<Self.latestWatched).contains(span.start) && span.end > span.start
                    && span.end - span.start <= Self.longestWatchedSpan
            })
        else { throw CampusError.invalid("events", .watchedSpans(Self.mostWatchedSpans, Self.longestWatchedSpan / 1000)) }
        let now = clock.now
        return try await database.write { writing in
            let (_, cohort, recording) = try watchable(key, of: id, by: viewer, in: writing)
            guard viewer.roles.isLearner(of: cohort.id) else { throw CampusError.notAllowed(.learnersWatch) }
            let before = try recordingWatches.watch(of: key, of: id, by: viewer.person.id, in: writing)
            var time = PlayedTime(before?.spans ?? [])
            for span in sent {
                var more = time
                more.add(Int(span.start)..<Int(span.end))
                if more.parts.count <= Self.mostWatchedParts { time = more }
            }
            let firstAt = before?.firstAt ?? now
            let elapsed = Int(clamping: now.seconds(since: firstAt)) + Self.watchedAtFirst
            let watched = time.parts.reduce(0) { $0 + $1.count } / 1000
            let watch = RecordingWatch(
                person: viewer.person.id, firstAt: firstAt, lastAt: before?.spans == time.parts ? before?.lastAt ?? now : now,
                spans: time.parts, seconds: max(before?.seconds ?? 0, min(watched, elapsed)))
            if watch != before { try recordingWatches.keep(watch, of: key, of: id, in: writing) }
            return RecordingStanding(watch, of: recording)
        }
    }

    private func watchable(
        _ key: String, of id: Identifier<ClassSession>, by viewer: Viewer, in reading: any ReadTransaction
    ) throws -> (ClassSession, Cohort, SessionRecording) {
        guard let session = try calendar.session(id, in: reading), try concerns(session, viewer, in: reading),
            let cohort = try cohorts.cohort(session.cohort, in: reading),
            let recording = try recordings.recordings(of: id, in: reading).first(where: { $0.key == key })
        else { throw CampusError.notFound(.noSuchRecording) }
        return (session, cohort, recording)
    }
}

extension Phrase {
    static let noSuchRecording = Phrase(
        fr: "Il n’y a pas, ou plus, cet enregistrement.", en: "There is no such recording, or no longer.")
    static let learnersWatch = Phrase(
        fr: "Le temps n’est compté que pour les stagiaires de la promo.", en: "Time is counted for learners of the cohort only.")
    static func watchedSpans(_ most: Int, _ seconds: Int64) -> Phrase {
        Phrase(
            fr: "De 1 à \(most) moments, chacun d’un début à une fin, \(seconds) secondes au plus.",
            en: "1 to \(most) spans, each from a start to an end, of \(seconds) seconds at most.")
    }
}
