package import CourseContent
import Crypto
package import Essentials

/// Something that happened to a learner in a course, as it was sent. Its id is made by whoever saw it happen, so that sending it
/// again changes nothing.
package struct LearningEvent: Sendable, Hashable {
    package let id: Identifier<LearningEvent>
    /// `nil` for what concerns the whole course.
    package let activity: Identifier<Activity>?
    package let kind: EventKind
    /// What the sender's clock said. Kept as sent; the server's own time of arrival is what counts for dates.
    package let occurredAt: Instant
    /// Heartbeats: how long the page was in use since the previous one. Played: how long playing took. Completions and rulings: the time
    /// that is validated by them.
    package let seconds: Int?
    /// Submitted attempts: percentage, 0 to 100. Reviewed decks: percentage of the cards that were reviewed so far. Reports of a package:
    /// the percentage that it gives, if it gives one.
    package let score: Int?
    /// What else the kind needs: for a submitted attempt its id, for a completion the version whose rule became true, for
    /// what was played a ``PlayedSpan``.
    package let detail: String?

    package init(
        id: Identifier<LearningEvent>, activity: Identifier<Activity>?, kind: EventKind, occurredAt: Instant,
        seconds: Int? = nil, score: Int? = nil, detail: String? = nil
    ) {
        self.id = id
        self.activity = activity
        self.kind = kind
        self.occurredAt = occurredAt
        self.seconds = seconds
        self.score = score
        self.detail = detail
    }
}

/// The kinds of event. The table has no list of them: each later activity brings its own.
package enum EventKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The page of the activity was opened.
    case opened
    /// The page was visible and in use for some seconds.
    case heartbeat
    /// The learner came to the end and said so.
    case reachedEnd = "reached-end"
    /// Parts of a recording were played.
    case played
    /// The learner says that the recordings were listened to elsewhere, or read. Kept by the server when there was time for it.
    case declaredPlayed = "declared-played"
    /// An attempt was sent and marked. Made by the server.
    case attemptSubmitted = "attempt-submitted"
    /// An attempt that had a result was marked again by a tutor. Made by the server.
    case attemptRemarked = "attempt-remarked"
    /// Something was handed in. Made by the server.
    case submitted
    /// What was handed in was marked by a person; a correction is another one. Made by the server.
    case marked
    /// The learner was at the session. Made by the server, from a sheet that was signed.
    case attended
    /// The learner wrote in the discussion. Made by the server, once for each contribution.
    case contributed
    /// Cards of the deck were reviewed. Made by the server, with the share of the cards that were reviewed at least once.
    case reviewed
    /// The package that the activity plays said that it was completed. Made by the server, from what the package sent; its detail is the run.
    case reported
    /// The activity's rule became true. Made by the server, once: a later change of rule does not move it.
    case completed
    /// Somebody who follows the learner decided something about the activity, or took it back (``Ruling``). Made by the server.
    case ruled
    /// A module or a block of competencies that has a rule of its own was completed. Made by the server, once; its moment is that of the activity with
    /// which the rule became true, its detail the part and the version.
    case partCompleted = "part-completed"
    /// Every activity that counts was done, or as much as the course asks for. Made by the server, once.
    case courseCompleted = "course-completed"

    /// Whether a client may say so; the others are the server's own findings.
    package var isFromClient: Bool {
        switch self {
        case .opened, .heartbeat, .reachedEnd, .played: true
        case .declaredPlayed, .attemptSubmitted, .attemptRemarked, .submitted, .marked, .attended, .contributed, .reviewed,
            .reported, .completed, .ruled, .partCompleted, .courseCompleted:
            false
        }
    }

    /// Whether it tells where the learner is: completions only follow from another event, and a mark is somebody else's doing.
    var isTouch: Bool {
        switch self {
        case .completed, .partCompleted, .courseCompleted, .attemptRemarked, .marked, .ruled: false
        case .opened, .heartbeat, .reachedEnd, .played, .declaredPlayed, .attemptSubmitted, .submitted, .attended, .contributed,
            .reviewed, .reported:
            true
        }
    }

    /// Whether it concerns more than one activity.
    var isWhole: Bool { self == .courseCompleted || self == .partCompleted }

    /// Whether it carries a percentage.
    var hasScore: Bool { self == .attemptSubmitted || self == .attemptRemarked || self == .marked || self == .reviewed }
}

/// An event as it is kept: when it arrived, and its place among the events of its enrolment.
package struct RecordedEvent: Sendable, Hashable {
    package let event: LearningEvent
    /// The server's clock.
    package let receivedAt: Instant
    /// 1, 2, 3… in the order in which the server took them.
    package let sequence: Int

    package init(event: LearningEvent, receivedAt: Instant, sequence: Int) {
        self.event = event
        self.receivedAt = receivedAt
        self.sequence = sequence
    }

    /// When the learner was there, as far as a clock that runs ahead can be believed.
    var touchedAt: Instant { min(event.occurredAt, receivedAt) }
}

extension LearningEvent {
    /// The fact that an attempt was sent. The id is derived from the attempt's, so that it can be said only once.
    ///
    /// - Parameters:
    ///   - attempt: the attempt's id.
    ///   - score: percentage, 0 to 100.
    ///   - instant: the moment at which the attempt was submitted, the same each time.
    package static func attemptSubmitted(
        attempt: String, activity: Identifier<Activity>, score: Int, at instant: Instant
    ) -> Self {
        Self(
            id: derivedID("attempt-submitted", attempt), activity: activity, kind: .attemptSubmitted,
            occurredAt: instant, score: score, detail: attempt)
    }

    /// The fact that an attempt with a result was marked again.
    /// - Parameter times: how often it was marked, this time included.
    package static func attemptRemarked(
        attempt: String, times: Int, activity: Identifier<Activity>, score: Int, at instant: Instant
    ) -> Self {
        Self(
            id: derivedID("attempt-remarked", attempt, "\(times)"), activity: activity, kind: .attemptRemarked,
            occurredAt: instant, score: score, detail: attempt)
    }

    /// The fact that something was handed in. The id is derived from the submission's, so that it can be said only once.
    package static func submitted(submission: String, activity: Identifier<Activity>, at instant: Instant) -> Self {
        Self(
            id: derivedID("submitted", submission), activity: activity, kind: .submitted, occurredAt: instant, detail: submission)
    }

    /// The fact that a submission was marked.
    /// - Parameters:
    ///   - number: of the mark among those of the submission.
    ///   - score: percentage, 0 to 100.
    package static func marked(
        submission: String, number: Int, activity: Identifier<Activity>, score: Int, at instant: Instant
    ) -> Self {
        Self(
            id: derivedID("marked", submission, String(number)), activity: activity, kind: .marked, occurredAt: instant,
            score: score, detail: submission)
    }

    /// The fact that the learner was at a session. The id is derived from the enrolment's and the signature's, so that it can be said only once.
    package static func attended(
        enrolment: Identifier<Enrolment>, signature: String, activity: Identifier<Activity>, at instant: Instant
    ) -> Self {
        Self(
            id: derivedID("attended", enrolment.text, signature), activity: activity, kind: .attended, occurredAt: instant,
            detail: signature)
    }

    /// The fact that the learner wrote in the discussion of an activity. The id is derived from the message's, so that it can be said only once.
    package static func contributed(
        enrolment: Identifier<Enrolment>, message: String, activity: Identifier<Activity>, at instant: Instant
    ) -> Self {
        Self(
            id: derivedID("contributed", enrolment.text, message), activity: activity, kind: .contributed, occurredAt: instant,
            detail: message)
    }

    /// The fact that a package said that it was completed. The id is derived from the run's, so that it can be said only once.
    /// - Parameters:
    ///   - run: the id of the run of the package.
    ///   - score: percentage, 0 to 100; `nil` for a package that gives none.
    package static func reported(run: String, activity: Identifier<Activity>, score: Int? = nil, at instant: Instant) -> Self {
        Self(
            id: derivedID("reported", run), activity: activity, kind: .reported, occurredAt: instant, score: score, detail: run)
    }

    /// The fact that somebody decided something about an activity.
    /// - Parameters:
    ///   - score: the mark that is decided, for ``Ruling/Action/mark``.
    ///   - minutes: what is validated, for ``Ruling/Action/completed``.
    package static func ruled(
        _ ruling: Ruling, activity: Identifier<Activity>, score: Int? = nil, minutes: Int? = nil, at instant: Instant
    ) -> Self {
        Self(
            id: .new(at: instant), activity: activity, kind: .ruled, occurredAt: instant,
            seconds: minutes.flatMap { $0 > 0 ? $0 * 60 : nil }, score: score, detail: ruling.detail)
    }

    static func completed(
        _ activity: Identifier<Activity>, enrolment: Identifier<Enrolment>, version: Identifier<CourseVersion>,
        minutes: Int, at instant: Instant
    ) -> Self {
        Self(
            id: derivedID("completed", enrolment.text, activity.text), activity: activity, kind: .completed,
            occurredAt: instant, seconds: minutes > 0 ? minutes * 60 : nil, detail: version.text)
    }

    static func courseCompleted(
        enrolment: Identifier<Enrolment>, version: Identifier<CourseVersion>, at instant: Instant
    ) -> Self {
        Self(
            id: derivedID("course-completed", enrolment.text), activity: nil, kind: .courseCompleted,
            occurredAt: instant, detail: version.text)
    }

    static func partCompleted(
        _ part: CoursePart, enrolment: Identifier<Enrolment>, version: Identifier<CourseVersion>, at instant: Instant
    ) -> Self {
        Self(
            id: derivedID("part-completed", enrolment.text, part.text), activity: nil, kind: .partCompleted,
            occurredAt: instant, detail: part.text + " " + version.text)
    }

    /// The part that was completed; `nil` for an event of another kind.
    var part: CoursePart? {
        guard kind == .partCompleted else { return nil }
        return detail?.split(separator: " ").first.flatMap { CoursePart($0) }
    }

    private static func derivedID(_ parts: String...) -> Identifier<LearningEvent> {
        Identifier(trusted: UUIDText.version8(digest: SHA256.hash(data: Array(parts.joined(separator: "/").utf8))))
    }
}
