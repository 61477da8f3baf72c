package import CourseContent
package import Essentials

/// Where a learner is in one activity: a summary of its events, kept up with each of them and rebuilt from them at will.
///
/// Every field is a sum, a smallest or a largest value, so that the order in which events arrive does not matter.
package struct ActivityState: Sendable, Hashable {
    package let enrolment: Identifier<Enrolment>
    package let activity: Identifier<Activity>
    /// When the first and the last event arrived.
    package var firstOpenedAt: Instant
    package var lastEventAt: Instant
    /// In use, from heartbeats: each second once.
    package var seconds: Int
    /// When that was; `nil` for nothing.
    package var connected: ConnectedTime?
    package var reachedEndAt: Instant?
    /// Percentage of the best attempt, each by its last mark.
    package var bestScore: Int?
    /// The last mark of each attempt; `nil` for none.
    package var scores: AttemptScores?
    /// Attempts sent.
    package var attempts: Int
    /// What was played of the activity's recordings; `nil` for nothing.
    package var played: PlayedMedia?
    /// When the learner said that the recordings were listened to elsewhere, or read.
    package var declaredAt: Instant?
    /// When the learner was first known to have been at the session.
    package var attendedAt: Instant?
    /// Contributions to the discussion.
    package var contributions: Int
    /// The largest share of the deck's cards that was reviewed, in percent; `nil` for none.
    package var reviewedShare: Int?
    /// When something that the activity asks for was first sent.
    package var submittedAt: Instant?
    /// When the package that the activity plays first said that it was completed.
    package var reportedAt: Instant?
    /// When the rule became true, on the server's clock; never moves afterwards.
    package var completedAt: Instant?
    /// The version of the course whose rule it was.
    package var completedBy: Identifier<CourseVersion>?
    /// What was validated when it was completed; `nil` where that was before it was kept, or nothing.
    package var validatedSeconds: Int?
    /// What somebody who follows the learner decided last; `nil` for nothing.
    package var ruling: KeptRuling?

    package init(
        enrolment: Identifier<Enrolment>, activity: Identifier<Activity>, firstOpenedAt: Instant, lastEventAt: Instant,
        seconds: Int = 0, reachedEndAt: Instant? = nil, bestScore: Int? = nil, attempts: Int = 0, played: PlayedMedia? = nil,
        declaredAt: Instant? = nil, attendedAt: Instant? = nil, contributions: Int = 0, reviewedShare: Int? = nil,
        submittedAt: Instant? = nil,
        completedAt: Instant? = nil, completedBy: Identifier<CourseVersion>? = nil, connected: ConnectedTime? = nil,
        scores: AttemptScores? = nil, validatedSeconds: Int? = nil, ruling: KeptRuling? = nil, reportedAt: Instant? = nil
    ) {
        self.enrolment = enrolment
        self.activity = activity
        self.firstOpenedAt = firstOpenedAt
        self.lastEventAt = lastEventAt
        self.seconds = seconds
        self.reachedEndAt = reachedEndAt
        self.bestScore = bestScore
        self.attempts = attempts
        self.played = played
        self.declaredAt = declaredAt
        self.attendedAt = attendedAt
        self.contributions = contributions
        self.reviewedShare = reviewedShare
        self.submittedAt = submittedAt
        self.completedAt = completedAt
        self.completedBy = completedBy
        self.connected = connected
        self.scores = scores
        self.validatedSeconds = validatedSeconds
        self.ruling = ruling
        self.reportedAt = reportedAt
    }

    /// As its rule found it, whatever was decided since.
    package var status: ActivityStatus { completedAt == nil ? .opened : .completed }
    /// Whether its rule was fulfilled once, or somebody decided that it counts as done.
    package var isCompleted: Bool { completedAt != nil || ruling?.ruling.isDone ?? false }
    /// The mark that is shown: the one that was decided, or that of the best attempt.
    package var shownScore: Int? { ruling?.score ?? bestScore }
    /// Validated time: what was decided, or what the completion validated; nothing for who was exempted.
    /// - Parameter minutes: of the activity, for a completion that did not say it.
    package func validatedSeconds(minutes: Int) -> Int {
        if let ruling, ruling.ruling.isDone { return ruling.seconds ?? 0 }
        return completedAt == nil ? 0 : validatedSeconds ?? minutes * 60
    }
}

/// Where a learner is in one activity, as far as a list of activities has to know. One without any event has none.
package struct ActivityStanding: Sendable, Hashable {
    package let completedAt: Instant?
    /// Percentage of the best attempt, or what was decided.
    package let bestScore: Int?
    /// Whether somebody decided that it counts as done.
    package let isRuledDone: Bool

    package init(completedAt: Instant?, bestScore: Int?, isRuledDone: Bool = false) {
        self.completedAt = completedAt
        self.bestScore = bestScore
        self.isRuledDone = isRuledDone
    }

    package var isCompleted: Bool { completedAt != nil || isRuledDone }
}

extension ActivityState {
    package var standing: ActivityStanding {
        ActivityStanding(completedAt: completedAt, bestScore: shownScore, isRuledDone: ruling?.ruling.isDone ?? false)
    }
}

/// How far an activity is. One without any event has no state at all.
package enum ActivityStatus: String, Sendable, Hashable, Codable, CaseIterable {
    case opened, completed
}

extension ActivityState {
    /// The state before the first event of an activity, which the event is then applied to.
    init(enrolment: Identifier<Enrolment>, activity: Identifier<Activity>, firstEvent: RecordedEvent) {
        self.init(
            enrolment: enrolment, activity: activity, firstOpenedAt: firstEvent.receivedAt,
            lastEventAt: firstEvent.receivedAt)
    }

    /// This state with one more event, which was never applied before.
    package func applying(_ recorded: RecordedEvent) -> Self {
        var next = self
        next.apply(recorded)
        return next
    }

    mutating func apply(_ recorded: RecordedEvent) {
        let event = recorded.event
        let instant = recorded.receivedAt
        firstOpenedAt = min(firstOpenedAt, instant)
        lastEventAt = max(lastEventAt, instant)
        switch event.kind {
        case .opened, .partCompleted, .courseCompleted: break
        case .heartbeat:
            guard let part = ConnectedTime.part(of: recorded) else { break }
            var time = connected ?? ConnectedTime()
            seconds += time.add(part)
            connected = time
        case .reachedEnd: reachedEndAt = reachedEndAt.map { min($0, instant) } ?? instant
        case .played:
            guard let span = event.detail.flatMap(PlayedSpan.init) else { break }
            var kept = played ?? PlayedMedia()
            kept.add(span, by: event.id, at: recorded.touchedAt)
            played = kept
        case .declaredPlayed: declaredAt = declaredAt.map { min($0, instant) } ?? instant
        case .attended: attendedAt = attendedAt.map { min($0, instant) } ?? instant
        case .contributed: contributions += 1
        case .reviewed:
            if let share = event.score { reviewedShare = max(reviewedShare ?? 0, share) }
        case .attemptSubmitted:
            attempts += 1
            score(recorded)
        case .submitted:
            attempts += 1
            submittedAt = submittedAt.map { min($0, instant) } ?? instant
        case .attemptRemarked, .marked: score(recorded)
        case .reported:
            reportedAt = reportedAt.map { min($0, instant) } ?? instant
            score(recorded)
        case .ruled:
            guard let ruling = event.detail.flatMap(Ruling.init) else { break }
            let next = KeptRuling(
                ruling: ruling, score: event.score, seconds: event.seconds, at: instant, sequence: recorded.sequence)
            if self.ruling?.sequence ?? 0 < next.sequence { self.ruling = next }
        case .completed:
            if completedAt == nil {
                completedAt = instant
                completedBy = event.detail.map { Identifier(trusted: $0) }
                validatedSeconds = event.seconds
            }
        }
    }

    private mutating func score(_ recorded: RecordedEvent) {
        guard let score = recorded.event.score else { return }
        var kept = scores ?? AttemptScores(before: bestScore)
        kept.add(score, of: recorded.event)
        scores = kept
        bestScore = kept.best
    }
}
