package import Accounts
package import CourseContent
package import Essentials
package import SQL

/// What is kept of cards. Stateless; whose they are is checked above.
package struct CardStore: Sendable {
    private let model = MemoryModel.usual

    package init() {}

    /// What became of a batch.
    package struct Outcome: Sendable, Hashable {
        package var accepted: [Identifier<CardReview>] = []
        /// Those that were kept already.
        package var replayed: [Identifier<CardReview>] = []

        package init() {}
    }

    // MARK: Reviews

    /// Keeps reviews, and the cards that follow from them. The same reviews again, in any order and in other batches, change nothing.
    /// - throws: ``LanguageLearningError/otherReview``.
    package func record(
        _ reviews: [CardReview], of person: Identifier<Person>, at now: Instant, in writing: any WriteTransaction
    ) throws -> Outcome {
        var outcome = Outcome()
        for sent in reviews {
            // A clock that runs ahead is not believed.
            let review = CardReview(id: sent.id, key: sent.key, act: sent.act, happenedAt: min(sent.happenedAt, now))
            guard try append(review, of: person, at: now, in: writing) else {
                outcome.replayed.append(review.id)
                continue
            }
            outcome.accepted.append(review.id)
            try follow(review, of: person, in: writing)
        }
        return outcome
    }

    /// - Returns: whether it is new.
    private func append(
        _ review: CardReview, of person: Identifier<Person>, at now: Instant, in writing: any WriteTransaction
    ) throws -> Bool {
        let added = try writing.run(
            CardStatements.insertReview, review.id, person, review.key.activity, review.key.card, review.key.direction.rawValue,
            review.act.rawValue, review.happenedAt, now)
        if added > 0 { return true }
        let kept = try writing.first(CardStatements.review, review.id) { row in
            (review: try CardReview(row), person: row.id(6) as Identifier<Person>)
        }
        guard let kept, kept.person == person, kept.review.key == review.key, kept.review.act == review.act else {
            throw LanguageLearningError.otherReview
        }
        return false
    }

    private func follow(_ review: CardReview, of person: Identifier<Person>, in writing: any WriteTransaction) throws {
        let kept = try state(of: review.key, of: person, in: writing)
        if let kept, kept.isBefore(review) {
            return try save(kept.applying(review, model: model), of: person, in: writing)
        }
        // The first one, or one that comes after later ones.
        let all = try writing.rows(
            CardStatements.reviewsOfCard, person, review.key.activity, review.key.card, review.key.direction.rawValue,
            map: CardReview.init(_:))
        if let state = CardState.after(all, model: model) { try save(state, of: person, in: writing) }
    }

    func save(_ state: CardState, of person: Identifier<Person>, in writing: any WriteTransaction) throws {
        let (key, memory) = (state.key, state.memory)
        try writing.run(
            CardStatements.saveMemory, person, key.activity, key.card, key.direction.rawValue, memory.phase.rawValue, memory.step,
            memory.stability, memory.difficulty, memory.due, memory.lastReview, state.readyAt, state.reviews, state.lapses,
            state.startedAt, state.lastAt, state.lastReview)
    }

    // MARK: Reading

    /// - Returns: `nil` for a card that was never graded.
    package func state(
        of key: CardKey, of person: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> CardState? {
        try reading.first(
            CardStatements.memory, person, key.activity, key.card, key.direction.rawValue, map: CardState.init(_:))
    }

    /// A card that is ready.
    package struct Ready: Sendable, Hashable {
        package let state: CardState
        /// When the other side of it was last seen.
        package let siblingSeenAt: Instant?
        /// The card itself, for one that no deck has.
        package let own: DeckCard?
    }

    /// What is ready, the longest first. One range of an index.
    package func ready(
        of person: Identifier<Person>, at now: Instant, limit: Int, in reading: any ReadTransaction
    ) throws -> [Ready] {
        try reading.rows(CardStatements.queue, person, now, limit) { row in
            let state = try CardState(row)
            return Ready(
                state: state, siblingSeenAt: row.instantOrNil(14),
                own: row.textOrNil(15).map {
                    DeckCard(
                        id: state.key.card, front: $0, back: row.text(16), example: row.textOrNil(17), language: row.textOrNil(18)
                    )
                })
        }
    }

    /// What somebody knows of a deck, by card and side.
    package func states(
        of person: Identifier<Person>, in deck: Identifier<Activity>, in reading: any ReadTransaction
    ) throws -> [CardKey: CardState] {
        let states = try reading.rows(CardStatements.memoriesOfDeck, person, deck, map: CardState.init(_:))
        return Dictionary(states.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Everything that somebody ever graded, by card and side.
    package func states(
        of person: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> [CardKey: CardState] {
        let states = try reading.rows(CardStatements.memoriesOfPerson, person, map: CardState.init(_:))
        return Dictionary(states.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func reviewed(
        by person: Identifier<Person>, since moment: Instant, in reading: any ReadTransaction
    ) throws -> Int {
        try reading.first(CardStatements.countReviews, person, moment) { $0.int(0) } ?? 0
    }

    package func started(
        by person: Identifier<Person>, since moment: Instant, in reading: any ReadTransaction
    ) throws -> Int {
        try reading.first(CardStatements.countStarted, person, moment) { $0.int(0) } ?? 0
    }

    /// When the next card is ready that is not ready now.
    package func nextReady(
        of person: Identifier<Person>, after now: Instant, in reading: any ReadTransaction
    ) throws -> Instant? {
        try reading.first(CardStatements.nextReady, person, now) { $0.instantOrNil(0) } ?? nil
    }

    /// One grade, and when the same card was graded before.
    package struct Graded: Sendable, Hashable {
        package let at: Instant
        package let grade: ReviewGrade
        package let before: Instant?
    }

    /// What was graded since, in the order of time.
    package func history(
        of person: Identifier<Person>, since moment: Instant, in reading: any ReadTransaction
    ) throws -> [Graded] {
        try reading.rows(CardStatements.history, person, moment) { row in
            Graded(at: row.instant(0), grade: try row.value(1), before: row.instantOrNil(2))
        }
    }

    // MARK: Limits

    package func limits(of person: Identifier<Person>, in reading: any ReadTransaction) throws -> ReviewLimits {
        try reading.first(CardStatements.limits, person) { ReviewLimits(newADay: $0.int(0), reviewsADay: $0.int(1)) } ?? .usual
    }

    /// - throws: ``LanguageLearningError/invalidLimits(_:)``.
    package func set(_ limits: ReviewLimits, of person: Identifier<Person>, in writing: any WriteTransaction) throws {
        guard ReviewLimits.newRange.contains(limits.newADay) else { throw LanguageLearningError.invalidLimits("new") }
        guard ReviewLimits.reviewRange.contains(limits.reviewsADay) else { throw LanguageLearningError.invalidLimits("reviews") }
        try writing.run(CardStatements.setLimits, person, limits.newADay, limits.reviewsADay)
    }
}

extension CardReview {
    init(_ row: any Row) throws {
        self.init(
            id: row.id(0), key: CardKey(activity: row.id(1), card: row.text(2), direction: try row.value(3)),
            act: try row.value(4), happenedAt: row.instant(5))
    }
}

extension CardState {
    init(_ row: any Row) throws {
        self.init(
            key: CardKey(activity: row.id(0), card: row.text(1), direction: try row.value(2)),
            memory: CardMemory(
                phase: try row.value(3), step: row.intOrNil(4), stability: row.real(5), difficulty: row.real(6),
                due: row.instant(7), lastReview: row.instant(8)),
            reviews: row.int(9), lapses: row.int(10), startedAt: row.instant(11), lastAt: row.instant(12),
            lastReview: row.id(13))
    }
}
