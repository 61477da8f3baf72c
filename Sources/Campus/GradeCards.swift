import Accounts
import CourseContent
package import Essentials
package import LanguageLearning
import Progress
import SQL

/// What a learner does with cards: grades, cards taken back, limits of the day.
extension Campus {
    /// A review as a client sends it.
    package struct SentReview: Sendable {
        package let id: Identifier<CardReview>
        /// By their keys.
        package let course: String
        package let activity: String
        package let card: String
        package let direction: CardDirection
        package let act: CardReview.Act
        package let occurredAt: Instant

        package init(
            id: Identifier<CardReview>, course: String, activity: String, card: String, direction: CardDirection,
            act: CardReview.Act, occurredAt: Instant
        ) {
            self.id = id
            self.course = course
            self.activity = activity
            self.card = card
            self.direction = direction
            self.act = act
            self.occurredAt = occurredAt
        }
    }

    /// Reviews of one request.
    package static let reviewsAtOnce = 500

    /// Keeps reviews. Those that were kept already change nothing. The deck's share and the learner's day follow in the same transaction.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/notAllowed(_:)`` for somebody who does not follow the course,
    ///   ``CampusError/invalid(_:)`` for a card that is not in its deck, ``CampusError/conflict(_:)`` when an id was kept with other content.
    package func gradeCards(_ sent: [SentReview], by viewer: Viewer) async throws -> CardStore.Outcome {
        guard sent.count <= Self.reviewsAtOnce else { throw CampusError.invalid("events", .tooManyReviews) }
        guard sent.allSatisfy({ !$0.course.utf8.contains(0) && !$0.activity.utf8.contains(0) }) else {
            throw CampusError.notFound(.noSuchCourse)
        }
        let now = clock.now
        // Each deck once, in an order that two requests share.
        let places = Dictionary(grouping: sent) { [$0.course, $0.activity] }
            .sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }
        return try await withCurrentCourse {
            try await database.write(.takenRows) { writing in
                var outcome = CardStore.Outcome()
                for (place, reviews) in places {
                    let kept = try grade(reviews, in: place[1], of: place[0], by: viewer, at: now, in: writing)
                    outcome.accepted += kept.accepted
                    outcome.replayed += kept.replayed
                }
                return outcome
            }
        }
    }

    private func grade(
        _ sent: [SentReview], in activityKey: String, of courseKey: String, by viewer: Viewer, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> CardStore.Outcome {
        let (course, activity, id, learner) = try take(activityKey, of: courseKey, by: viewer, in: writing)
        let deck = FollowedDeck(course: course, activity: activity, id: id, enrolment: learner.enrolment)
        let content = activity.kind == .deck ? try content(of: deck, in: writing) : nil
        let known =
            try content.map { Set($0.cards.map(\.id)) } ?? ownCards.cards(of: viewer.person.id, in: id, reading: writing)
        if content == nil, known.isEmpty { throw CampusError.notFound(.noSuchActivity) }
        let reviews = try sent.map { review in
            guard known.contains(review.card) else { throw CampusError.invalid("card", .noSuchCard) }
            guard review.occurredAt.milliseconds >= 0 else { throw CampusError.invalid("occurredAt", .noSuchCard) }
            return CardReview(
                id: review.id, key: CardKey(activity: id, card: review.card, direction: review.direction), act: review.act,
                happenedAt: review.occurredAt)
        }
        let outcome: CardStore.Outcome
        do {
            outcome = try cards.record(reviews, of: viewer.person.id, at: now, in: writing)
        } catch let error as LanguageLearningError {
            throw CampusError.conflict(error.phrase)
        }
        // Cards that no deck has are nobody's share.
        guard !outcome.accepted.isEmpty, content != nil else { return outcome }
        // The deck's share, when it grew; and once a day that the learner was there.
        let seen = Set(try cards.states(of: viewer.person.id, in: id, in: writing).keys.map(\.card)).intersection(known)
        let share = known.isEmpty ? 0 : seen.count * 100 / known.count
        let state = try progress.activityState(of: id, enrolment: learner.enrolment.id, in: writing)
        let isFirstToday = state.map { $0.lastEventAt < ParisDays.start(ParisDays.day(of: now)) } ?? true
        if isFirstToday || share > state?.reviewedShare ?? 0 {
            let event = LearningEvent(id: .new(at: now), activity: id, kind: .reviewed, occurredAt: now, score: share)
            let recorded = try record([event], for: learner, from: .server, in: course, at: now, in: writing)
            try followUpIfNeeded(learner, recorded, at: now, in: writing)
        }
        return outcome
    }

    /// How much one wants of it in a day.
    /// - throws: ``CampusError/invalid(_:)``.
    package func setReviewLimits(_ limits: ReviewLimits, by viewer: Viewer) async throws {
        try await database.write { writing in
            do {
                try cards.set(limits, of: viewer.person.id, in: writing)
            } catch let error as LanguageLearningError {
                throw CampusError.invalid(error.field, error.phrase)
            }
        }
    }
}

extension Phrase {
    static let noSuchCard = Phrase(
        fr: "Cette carte n’est plus dans le paquet.", en: "This card is no longer in the deck.")
    static let tooManyReviews = Phrase(
        fr: "Envoyez 500 réponses au plus à la fois.", en: "Send at most 500 answers at once.")
}
