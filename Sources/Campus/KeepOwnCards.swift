import Accounts
import Assessment
package import CourseContent
package import Essentials
package import LanguageLearning
import Progress
import SQL

/// One's own cards: what was missed or met is taken among them in one step, reviewed with the others, and can be taken away.
extension Campus {
    /// Words that can be taken from an activity.
    package struct WordsReading: Sendable {
        package let course: LibraryCourse
        package let activity: ActivityOutline
        package let words: [OfferedWord]
        /// The id that the addition is to have.
        package let addition: Identifier<OwnCardAddition>
    }

    /// A word that can be taken, or that was.
    package struct OfferedWord: Sendable, Hashable {
        package let id: Identifier<OwnCard>
        package let offer: CardOffer
        /// Whether it is among one's own cards already.
        package let isKept: Bool

        package init(id: Identifier<OwnCard>, offer: CardOffer, isKept: Bool) {
            self.id = id
            self.offer = offer
            self.isKept = isKept
        }
    }

    /// What can be taken from an activity: the words of a lesson; of a quiz that was sent last or a dialogue that ended last, what was missed there.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/notAllowed(_:)`` for somebody who does not follow the course.
    package func words(at activityKey: String, of courseKey: String, for viewer: Viewer) async throws -> WordsReading {
        let now = clock.now
        return try await database.read { reading in
            let (course, activity, id, enrolment) = try followedActivity(activityKey, of: courseKey, by: viewer, in: reading)
            let offers = try offers(in: activity, id, of: course, enrolment, in: reading)
            return WordsReading(
                course: course, activity: activity,
                words: try offered(offers, in: course.version.course, to: viewer.person.id, in: reading), addition: .new(at: now))
        }
    }

    /// Takes words of an activity among one's own cards. The same addition again changes nothing; a word that is there already stays once.
    /// - Parameter chosen: only these; `nil` for all that the activity offers.
    /// - Returns: how many this addition brought.
    /// - throws: as ``words(at:of:for:)``; ``CampusError/invalid(_:_:)`` for words that the activity does not offer, and for too many.
    package func addWords(
        _ chosen: Set<Identifier<OwnCard>>?, at activityKey: String, of courseKey: String,
        as addition: Identifier<OwnCardAddition>, by viewer: Viewer
    ) async throws -> Int {
        let now = clock.now
        return try await database.write { writing in
            let (course, activity, id, enrolment) = try followedActivity(activityKey, of: courseKey, by: viewer, in: writing)
            var offers = try offers(in: activity, id, of: course, enrolment, in: writing)
            let person = viewer.person.id
            if let chosen {
                let identity = { (offer: CardOffer) in OwnCard.id(of: offer.phrase, for: person, in: course.version.course) }
                guard chosen.isSubset(of: offers.map(identity)) else { throw CampusError.invalid("word", .noSuchWord) }
                offers = offers.filter { chosen.contains(identity($0)) }
            }
            do {
                return try ownCards.add(
                    offers, foundIn: id, of: course.version.course, by: addition, person: person, at: now, in: writing)
            } catch let error as LanguageLearningError {
                throw CampusError.invalid(error.field, error.phrase)
            }
        }
    }

    /// A card of one's own, with where it was found.
    package struct OwnWord: Sendable {
        package let kept: OwnCardStore.Kept
        /// `nil` when its course or its activity is no longer there for this person.
        package let course: LibraryCourse?
        package let activity: ActivityOutline?
    }

    /// All of one's own cards, those that were added last first.
    package func ownWords(_ viewer: Viewer) async throws -> [OwnWord] {
        try await database.read { reading in
            let kept = try ownCards.cards(of: viewer.person.id, in: reading)
            let followed = kept.isEmpty ? [] : try followedCourses(of: viewer, in: reading)
            return kept.reversed().map { kept in
                let course = followed.first { $0.course.version.course == kept.card.course }?.course
                return OwnWord(kept: kept, course: course, activity: course?.published(kept.card.foundIn)?.outline)
            }
        }
    }

    /// Takes a card of one's own away, or brings it back. What was reviewed is kept.
    /// - throws: ``CampusError/notFound(_:)`` also for somebody else's.
    package func setWord(_ id: Identifier<OwnCard>, isRemoved: Bool, by viewer: Viewer) async throws {
        let now = clock.now
        try await database.write { writing in
            guard try ownCards.set(id, of: viewer.person.id, isRemoved: isRemoved, at: now, in: writing) else {
                throw CampusError.notFound(.noSuchWord)
            }
        }
    }

    // MARK: In a session

    /// Courses that somebody follows, with their enrolments.
    private func followedCourses(
        of viewer: Viewer, in reading: any ReadTransaction
    ) throws -> [(course: LibraryCourse, enrolment: Enrolment)] {
        try progress.courses(of: viewer.person.id, in: reading).compactMap { standing in
            guard standing.enrolment.status != .left,
                let course = try library.course(standing.enrolment.course, in: reading)
            else { return nil }
            return (course, standing.enrolment)
        }
    }

    /// Activities that keep cards which no deck has, where they are still in a course that the person follows.
    func ownHosts(
        of viewer: Viewer, _ activities: Set<Identifier<Activity>>, in reading: any ReadTransaction
    ) throws -> [FollowedDeck] {
        try followedCourses(of: viewer, in: reading).flatMap { course, enrolment in
            activities.compactMap { id in
                course.published(id).map { FollowedDeck(course: course, activity: $0.outline, id: id, enrolment: enrolment) }
            }
        }
    }

    /// One's own cards that were never seen, and the backs of those whose front is known. One that is a deck's comes without the deck having been opened.
    func newOwnCards(
        of viewer: Viewer, _ decks: [FollowedDeck], before today: Instant, in reading: any ReadTransaction
    ) throws -> [PlacedCard] {
        let kept = try ownCards.cards(of: viewer.person.id, in: reading).filter { $0.card.removedAt == nil }
        guard !kept.isEmpty else { return [] }
        let others = Set(kept.compactMap { $0.card.isOfDeck ? nil : $0.card.activity })
        let hosts = Dictionary(
            (decks + (try ownHosts(of: viewer, others, in: reading))).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        var (fronts, backs): ([PlacedCard], [PlacedCard]) = ([], [])
        for kept in kept {
            guard let host = hosts[kept.card.activity] else { continue }
            let isBack: Bool
            if kept.phase == nil {
                isBack = false
            } else if kept.phase == .review, kept.backSeenAt == nil, !kept.card.offer.isOneWay,
                kept.frontSeenAt.map({ $0 < today }) ?? false
            {
                isBack = true
            } else {
                continue
            }
            var card = kept.card.deckCard
            if kept.card.isOfDeck {
                // As the author has it now; one that was taken out of its deck is not asked.
                guard let current = try content(of: host, in: reading)?.cards.first(where: { $0.id == card.id }) else { continue }
                card = current
            }
            if isBack {
                backs.append(PlacedCard(deck: host, card: card, direction: .recall))
            } else {
                fronts.append(PlacedCard(deck: host, card: card, direction: .recognise))
            }
        }
        return fronts + backs
    }

    // MARK: What an activity offers

    private func followedActivity(
        _ activityKey: String, of courseKey: String, by viewer: Viewer, in reading: any ReadTransaction
    ) throws -> (LibraryCourse, ActivityOutline, Identifier<Activity>, Enrolment) {
        let (course, activity, id) = try find(activityKey, of: courseKey, in: reading)
        let learner = try progress.course(course.version.course, of: viewer.person.id, in: reading)
        guard let learner, learner.enrolment.status != .left else {
            try requirePreview(course, viewer, in: reading)
            throw CampusError.notAllowed(.notEnrolled)
        }
        guard !activity.isPlanned else { throw CampusError.notFound(.activityIsComing) }
        try requireOpen(activity.id, id, of: course, learner.enrolment, in: reading)
        return (course, activity, id, learner.enrolment)
    }

    func offered(
        _ offers: [CardOffer], in course: Identifier<Course>, to person: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> [OfferedWord] {
        guard !offers.isEmpty else { return [] }
        let kept = Set(try ownCards.cards(of: person, in: reading).filter { $0.card.removedAt == nil }.map(\.card.id))
        return offers.map { offer in
            let id = OwnCard.id(of: offer.phrase, for: person, in: course)
            return OfferedWord(id: id, offer: offer, isKept: kept.contains(id))
        }
    }

    private func offers(
        in activity: ActivityOutline, _ id: Identifier<Activity>, of course: LibraryCourse, _ enrolment: Enrolment,
        in reading: any ReadTransaction
    ) throws -> [CardOffer] {
        guard let digest = activity.contentDigest, let content = try library.content(digest, in: reading) else { return [] }
        switch content {
        case .lesson(let lesson):
            var words = MissedWords(try vocabulary(of: course, around: activity, in: reading))
            words.meet(lesson)
            return words.offers
        case .quiz:
            let standing = try attempts.standing(in: enrolment.id.text, activity: id, allowed: nil, in: reading)
            guard let last = standing.attempts.last(where: { $0.result != nil }) else { return [] }
            let quiz = try quiz(last.contentDigest, in: reading)
            let real = try attempts.standing(in: enrolment.id.text, activity: id, allowed: quiz.attemptsAllowed, in: reading)
            guard real.review(by: quiz.review, passScore: activity.completion.passScore) == .open,
                let marked = try attempts.marked(last, content: { _ in quiz }, in: reading)
            else { return [] }
            return try missed(marked, quiz.paper(seed: last.seed), in: activity, of: course, in: reading)
        case .scenario:
            let standing = try attempts.standing(in: enrolment.id.text, activity: id, allowed: nil, in: reading)
            guard let last = standing.attempts.last(where: { $0.result != nil }) else { return [] }
            let run = try scenarios.run(last, content: { try scenario($0, in: reading) }, in: reading)
            return try missed(run, in: activity, of: course, in: reading)
        default: return []
        }
    }

    /// What was missed in a quiz.
    func missed(
        _ marked: MarkedAttempt, _ quiz: QuizContent, in activity: ActivityOutline, of course: LibraryCourse,
        in reading: any ReadTransaction
    ) throws -> [CardOffer] {
        guard course.hasDecks, marked.answers.contains(where: { !$0.mark.isRight && !$0.isWaiting }) else { return [] }
        var words = MissedWords(try vocabulary(of: course, around: activity, in: reading))
        let questions = Dictionary(quiz.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for answer in marked.answers where !answer.mark.isRight && !answer.isWaiting {
            if let question = questions[answer.question] { words.miss(question, answer.response, answer.mark) }
        }
        return words.offers
    }

    /// What was missed in a dialogue that ended.
    func missed(
        _ run: ScenarioStore.Run, in activity: ActivityOutline, of course: LibraryCourse, in reading: any ReadTransaction
    ) throws -> [CardOffer] {
        guard course.hasDecks, run.attempt.result != nil else { return [] }
        var words = MissedWords(try vocabulary(of: course, around: activity, in: reading))
        for passage in run.play.path { words.miss(passage, in: run.play.content) }
        return words.offers
    }

    /// The words that a course teaches: the cards of the module first, the words of its lessons, then the cards of the other modules.
    private func vocabulary(
        of course: LibraryCourse, around activity: ActivityOutline, in reading: any ReadTransaction
    ) throws -> Vocabulary {
        var (here, lessons, elsewhere): ([CardOffer], [CardOffer], [CardOffer]) = ([], [], [])
        for placed in course.modules {
            let isHere = placed.contains { $0.activity.id == activity.id }
            for step in placed where step.activity.kind == .deck || isHere && step.activity.kind == .lesson {
                guard let id = step.id, let digest = step.activity.contentDigest else { continue }
                switch try library.content(digest, in: reading) {
                case .deck(let deck):
                    let offers = deck.cards.map { $0.offer(in: step.activity, id) }
                    if isHere { here += offers } else { elsewhere += offers }
                case .lesson(let lesson): lessons += (lesson.terms ?? []).map(\.offer)
                default: continue
                }
            }
        }
        return Vocabulary(here + lessons + elsewhere)
    }
}

extension DeckCard {
    fileprivate func offer(in activity: ActivityOutline, _ id: Identifier<Activity>) -> CardOffer {
        CardOffer(
            front: front, back: back, example: example, language: language ?? activity.language.rawValue,
            place: CardOffer.Place(activity: id, card: self.id))
    }
}

extension LessonTerm {
    var offer: CardOffer { CardOffer(front: term, back: definition, language: language) }
}

extension LibraryCourse {
    /// Whether its learners have cards at all.
    package var hasDecks: Bool { outline.activities.contains { $0.kind == .deck && !$0.isPlanned } }
}

extension Phrase {
    package static let noSuchWord = Phrase(
        fr: "Ce mot n’est plus proposé ici : rechargez la page.", en: "This word is no longer offered here: reload the page.")
}
