import Accounts
import CourseContent
import Essentials
import LanguageLearning
import Progress
import SQL

/// Cards that people of the demonstration have been learning for a week, so that some are ready today.
extension Campus {
    private static let demonstrationLearnersWithCards = 8

    /// Reviews them where nobody has reviewed yet.
    func addDemonstrationCards(now: Instant) async throws {
        try await database.writeAlone { writing in
            guard let cohort = try cohorts.cohort(key: DemonstrationCohort.english.key, in: writing),
                let course = try library.course(DemonstrationCohort.english.course, in: writing),
                let activity = course.outline.activities.first(where: { $0.kind == .deck && !$0.isPlanned }),
                let digest = activity.contentDigest, let id = course.version.activityIDs[activity.id],
                case .deck(let deck)? = try library.content(digest, in: writing)
            else { return }
            let shown = Set(DemonstrationAccount.shown.map(\.login))
            let learners = try memberships.people(of: cohort.id, as: .learner, limit: 100, in: writing).map(\.person)
            let chosen =
                learners.filter { shown.contains($0.login) }
                + learners.filter { !shown.contains($0.login) }.prefix(Self.demonstrationLearnersWithCards)
            for (index, learner) in chosen.enumerated() {
                guard try cards.states(of: learner.id, in: id, in: writing).isEmpty else { continue }
                let reviews = Self.weekOfReviews(of: deck.cards.map(\.id), in: id, seed: index, before: now)
                _ = try cards.record(reviews, of: learner.id, at: now, in: writing)
            }
        }
    }

    /// Six evenings with four new cards in each, what was ready among them, and a slip now and then.
    private static func weekOfReviews(
        of cards: [String], in deck: Identifier<Activity>, seed: Int, before now: Instant
    ) -> [CardReview] {
        var states: [CardKey: CardState] = [:]
        var reviews: [CardReview] = []
        var left = cards[...]
        for day in (1...6).reversed() {
            var moment = now.adding(seconds: Int64(-86_400 * day))
            func grade(_ key: CardKey, _ grade: ReviewGrade) {
                moment = moment.adding(seconds: 9)
                let review = CardReview(id: .new(at: moment), key: key, act: .graded(grade), happenedAt: moment)
                states[key] = states[key]?.applying(review) ?? CardState.after(review)
                reviews.append(review)
            }
            let ready = states.values.filter { state in state.readyAt.map { $0 <= moment } ?? false }.map(\.key).sorted()
            for (place, key) in ready.enumerated() {
                let chance = (place * 7 + day * 3 + seed) % 10
                grade(key, chance == 0 ? .again : chance == 1 ? .hard : chance == 9 ? .easy : .good)
            }
            let new = left.prefix(4).map { CardKey(activity: deck, card: $0, direction: .recognise) }
            left = left.dropFirst(4)
            for key in new { grade(key, .good) }
            moment = moment.adding(seconds: 660)
            for key in new { grade(key, .good) }
        }
        return reviews
    }
}
