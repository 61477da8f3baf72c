import Essentials
import TestSupport

@testable import Campus
@testable import CourseContent
@testable import LanguageLearning
@testable import Web

extension PageWorld {
    private static let offers = [
        CardOffer(front: "a <tag>", back: "une balise", example: "A tag opens.", language: "en"),
        CardOffer(front: "Le paragraphe est une ____.", back: "balise", isOneWay: true),
    ]

    private static func offered(keptFirst: Bool) -> [Campus.OfferedWord] {
        offers.enumerated().map { number, offer in
            Campus.OfferedWord(id: id(800 + number), offer: offer, isKept: keptFirst && number == 0)
        }
    }

    func ownWords(_ page: GoldenPage, _ language: Language) throws -> String {
        switch page {
        case .resultMissed:
            var reading = try attemptReading(score: 50)
            reading.missed = Self.offered(keptFirst: true)
            var model = AttemptModel(reading, now: Self.now)
            model.missedWords = OfferedWords(reading.missed, addition: Self.id(810))
            return render(ResultPage(model: model, next: nil), language, for: Self.learner)
        case .activityWords:
            let model = WordsPage.Model(
                course: course.outline.key, activity: TestCourse.tags, title: "Les balises", language: .french, kind: .lesson,
                offered: OfferedWords(Self.offered(keptFirst: true), addition: Self.id(810)))
            return render(WordsPage(model: model), language, for: Self.learner)
        default:
            let words = page == .ownWordsEmpty ? [] : try own()
            return render(OwnWordsPage(model: .init(words), now: Self.now), language, for: Self.learner)
        }
    }

    /// One that is new, one that comes back, one that was put aside, one that was removed.
    private func own() throws -> [Campus.OwnWord] {
        let activity = try reading(TestCourse.tags)
        return [0, 1, 2, 3].map { number in
            let card = OwnCard(
                id: Self.id(820 + number), course: course.version.course, activity: activity.id, card: "x",
                offer: Self.offers[number % 2], foundIn: activity.id, addedAt: Self.yesterday, addedBy: Self.id(810),
                removedAt: number == 3 ? Self.now : nil)
            let kept = OwnCardStore.Kept(
                card: card, phase: number == 0 ? nil : number == 1 ? .learning : .review,
                frontSeenAt: number == 0 ? nil : Self.yesterday,
                readyAt: number == 1 ? Self.now.adding(seconds: 3 * 86_400) : nil,
                backSeenAt: nil)
            return Campus.OwnWord(kept: kept, course: number == 2 ? nil : course, activity: number == 2 ? nil : activity.activity)
        }
    }
}
