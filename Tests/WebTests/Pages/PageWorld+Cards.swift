import Essentials
import TestSupport

@testable import Accounts
@testable import Campus
@testable import CourseContent
@testable import LanguageLearning
@testable import Web

extension PageWorld {
    func cards(_ page: GoldenPage, _ language: Language) throws -> String {
        switch page {
        case .cardStatistics, .cardStatisticsRefused:
            let day = CalendarDay(trusted: "2026-11-10")
            let figures = Campus.CardFigures(
                days: (0..<14).map { (day.adding(days: $0), $0 * 5 % 13) },
                forecast: (0..<14).map { (day.adding(days: 14 + $0), $0 * 7 % 11) },
                retention: [(day, 18, 20), (day.adding(days: 7), 9, 12)], learning: 3, known: 41, settled: 12,
                aside: [try reading("lt", .recall)], limits: .usual)
            var shown = CardStatisticsPage(model: .init(figures, now: Self.now))
            if page == .cardStatisticsRefused {
                shown.typed = ("<beaucoup>", "100")
                shown.problem = Problem(CampusError.invalid("new", LanguageLearningError.invalidLimits("new").phrase))
            }
            return render(shown, language, for: Self.learner)
        case .cardsEmpty:
            return render(
                CardsPage(model: .init(session([], nextIn: 480), now: Self.now), now: Self.now), language, for: Self.learner)
        case .cardsNone:
            return render(
                CardsPage(model: .init(session([], hasDecks: false), now: Self.now), now: Self.now), language, for: Self.tutor)
        default:
            let shown = session([try reading("tag", .recognise), try reading("lt", .recall, isKnown: true)])
            return render(CardsPage(model: .init(shown, now: Self.now), now: Self.now, done: 3), language, for: Self.learner)
        }
    }

    private func session(
        _ cards: [Campus.CardReading], nextIn seconds: Int64? = nil, hasDecks: Bool = true
    ) -> Campus.ReviewSession {
        Campus.ReviewSession(
            cards: cards, ready: cards.count, doneToday: 12, limits: .usual, newLeft: 4,
            nextAt: seconds.map { Self.now.adding(seconds: $0) },
            deck: cards.first.map { ($0.course, $0.activity) }, hasDecks: hasDecks)
    }

    private struct NoDeck: Error {}

    private func reading(_ card: String, _ direction: CardDirection, isKnown: Bool = false) throws -> Campus.CardReading {
        guard let activity = course.outline.activities.first(where: { $0.id == TestKinds.deck }),
            let digest = activity.contentDigest, case .deck(let deck)? = try TestKinds.authored().contents[digest],
            let found = deck.cards.first(where: { $0.id == card })
        else { throw NoDeck() }
        let review = CardReview(
            id: Self.id(700), key: CardKey(activity: Self.id(701), card: card, direction: direction), act: .graded(.easy),
            happenedAt: Self.yesterday)
        return Campus.CardReading(
            course: course, activity: activity, card: found, direction: direction, state: isKnown ? .after(review) : nil,
            waits: isKnown
                ? [.again: 600, .hard: 86_400 * 12, .good: 86_400 * 70, .easy: 86_400 * 800]
                : [.again: 60, .hard: 330, .good: 600, .easy: 86_400 * 8])
    }
}
