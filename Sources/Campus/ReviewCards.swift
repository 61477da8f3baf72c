import Accounts
package import CourseContent
package import Essentials
package import LanguageLearning
import Progress
import SQL

/// Cards that come back: what a session has. Grades are taken by `GradeCards`.
extension Campus {
    /// A card as a session shows it.
    package struct CardReading: Sendable {
        package let course: LibraryCourse
        package let activity: ActivityOutline
        package let card: DeckCard
        package let direction: CardDirection
        /// `nil` for one that was never seen.
        package let state: CardState?
        /// Seconds until it comes back, by grade.
        package let waits: [ReviewGrade: Int]
    }

    /// A session of reviews.
    package struct ReviewSession: Sendable {
        package let cards: [CardReading]
        /// All that are ready, those of this session among them.
        package let ready: Int
        /// Reviews of today.
        package let doneToday: Int
        package let limits: ReviewLimits
        /// How many new cards the day still takes.
        package let newLeft: Int
        /// When the next card is ready, if none is now.
        package let nextAt: Instant?
        /// The deck that was asked for.
        package let deck: (course: LibraryCourse, activity: ActivityOutline)?
        /// Whether there is a deck that this person could learn from.
        package let hasDecks: Bool
    }

    /// A deck of a course that somebody follows.
    struct FollowedDeck {
        let course: LibraryCourse
        let activity: ActivityOutline
        let id: Identifier<Activity>
        let enrolment: Enrolment
    }

    /// More are ready than anybody reviews at once: the rest is not counted.
    static let readyAtMost = 200

    /// The next cards: what is ready, and new ones while the day takes them. New cards come from decks that the learner has opened.
    /// - Parameter deck: only this one, and its new cards first.
    /// - throws: ``CampusError/notFound(_:)`` for a deck that is not there for this person.
    package func reviewSession(
        _ viewer: Viewer, deck asked: (course: String, activity: String)? = nil
    ) async throws -> ReviewSession {
        let now = clock.now
        let today = ParisDays.start(ParisDays.day(of: now))
        return try await database.read { reading in
            var decks = try followedDecks(of: viewer, in: reading)
            let hasDecks = !decks.isEmpty
            if let asked {
                decks = decks.filter { $0.course.outline.key == asked.course && $0.activity.id == asked.activity }
                guard let deck = decks.first else { throw CampusError.notFound(.noSuchActivity) }
                try requireOpen(deck.activity.id, deck.id, of: deck.course, deck.enrolment, in: reading)
            }
            let person = viewer.person.id
            let limits = try cards.limits(of: person, in: reading)
            let doneToday = try cards.reviewed(by: person, since: today, in: reading)
            let newLeft = max(0, limits.newADay - (try cards.started(by: person, since: today, in: reading)))
            var shown: [CardKey: CardReading] = [:]
            var due: [ReviewQueue.Candidate] = []
            let waiting = try readyCards(of: viewer, decks, isAsked: asked != nil, at: now, in: reading)
            for ready in waiting {
                let (key, state) = (ready.reading.key, ready.state)
                // The other side was seen today; the day has had enough.
                if state.memory.phase == .review {
                    if let seen = ready.siblingSeenAt, seen >= today { continue }
                    if doneToday >= limits.reviewsADay { continue }
                }
                shown[key] = ready.reading.reading(state, at: now)
                due.append(.init(key: key, phrase: ready.reading.phrase, isNew: false))
            }
            var new: [ReviewQueue.Candidate] = []
            let wanted = min(newLeft, ReviewQueue.sessionSize)
            // What one asked for oneself comes first.
            let own = asked == nil && wanted > 0 ? try newOwnCards(of: viewer, decks, before: today, in: reading) : []
            let others = try newCards(of: viewer, decks, isAsked: asked != nil, most: wanted, before: today, in: reading)
            for found in (own + others).prefix(wanted) where shown[found.key] == nil {
                shown[found.key] = found.reading(nil, at: now)
                new.append(.init(key: found.key, phrase: found.phrase, isNew: true))
            }
            let session = ReviewQueue.session(due: due, new: new)
            return ReviewSession(
                cards: session.compactMap { shown[$0.key] }, ready: due.count, doneToday: doneToday, limits: limits,
                newLeft: newLeft,
                nextAt: session.isEmpty ? try cards.nextReady(of: person, after: now, in: reading) : nil,
                deck: asked == nil ? nil : decks.first.map { ($0.course, $0.activity) }, hasDecks: hasDecks)
        }
    }

    /// How many cards are ready: home. One statement for who has none.
    func readyCount(of viewer: Viewer, in reading: any ReadTransaction) throws -> Int {
        let now = clock.now
        let rows = try cards.ready(of: viewer.person.id, at: now, limit: Self.readyAtMost, in: reading)
        guard !rows.isEmpty else { return 0 }
        let today = ParisDays.start(ParisDays.day(of: now))
        let hosts = try hosts(of: viewer, rows, try followedDecks(of: viewer, in: reading), in: reading)
        return try placed(rows, hosts, in: reading).count { ready in
            ready.state.memory.phase != .review || ready.siblingSeenAt.map { $0 < today } ?? true
        }
    }

    // MARK: Decks

    /// The written decks of the courses that a person follows, in the order of the courses.
    func followedDecks(of viewer: Viewer, in reading: any ReadTransaction) throws -> [FollowedDeck] {
        var seen: Set<Identifier<Activity>> = []
        return try progress.courses(of: viewer.person.id, in: reading).flatMap { standing -> [FollowedDeck] in
            guard standing.enrolment.status != .left,
                let course = try library.course(standing.enrolment.course, in: reading)
            else { return [] }
            return course.outline.activities.compactMap { activity in
                guard activity.kind == .deck, !activity.isPlanned, let id = course.version.activityIDs[activity.id],
                    seen.insert(id).inserted
                else { return nil }
                return FollowedDeck(course: course, activity: activity, id: id, enrolment: standing.enrolment)
            }
        }
    }

    func content(of deck: FollowedDeck, in reading: any ReadTransaction) throws -> DeckContent? {
        guard let digest = deck.activity.contentDigest,
            case .deck(let content)? = try library.content(digest, in: reading)
        else { return nil }
        return content
    }

    /// A side of a card where it stands in its deck.
    struct PlacedCard {
        let deck: FollowedDeck
        let card: DeckCard
        let direction: CardDirection

        var key: CardKey { CardKey(activity: deck.id, card: card.id, direction: direction) }
        var phrase: String { card.front.folded }

        func reading(_ state: CardState?, at now: Instant) -> CardReading {
            let memory = state?.memory ?? .new(at: now)
            let waits = ReviewGrade.allCases.map { grade in
                (grade, Int(MemoryModel.usual.reviewed(memory, grade, at: now).due.seconds(since: now)))
            }
            return CardReading(
                course: deck.course, activity: deck.activity, card: card, direction: direction, state: state,
                waits: Dictionary(waits, uniquingKeysWith: { first, _ in first }))
        }
    }

    private struct ReadyCard {
        let reading: PlacedCard
        let state: CardState
        let siblingSeenAt: Instant?
    }

    private func readyCards(
        of viewer: Viewer, _ decks: [FollowedDeck], isAsked: Bool, at now: Instant, in reading: any ReadTransaction
    ) throws -> [ReadyCard] {
        let rows = try cards.ready(of: viewer.person.id, at: now, limit: Self.readyAtMost, in: reading)
        return try placed(rows, isAsked ? decks : hosts(of: viewer, rows, decks, in: reading), in: reading)
    }

    /// The decks, and the activities that keep cards which no deck has.
    private func hosts(
        of viewer: Viewer, _ rows: [CardStore.Ready], _ decks: [FollowedDeck], in reading: any ReadTransaction
    ) throws -> [FollowedDeck] {
        let activities = Set(rows.compactMap { $0.own == nil ? nil : $0.state.key.activity })
        return activities.isEmpty ? decks : decks + (try ownHosts(of: viewer, activities, in: reading))
    }

    /// Those that are still in a deck of theirs: an author may have taken a card out.
    private func placed(
        _ rows: [CardStore.Ready], _ decks: [FollowedDeck], in reading: any ReadTransaction
    ) throws -> [ReadyCard] {
        let byID = Dictionary(decks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var contents: [Identifier<Activity>: [String: DeckCard]] = [:]
        return try rows.compactMap { row in
            guard let deck = byID[row.state.key.activity] else { return nil }
            if let own = row.own {
                return ReadyCard(
                    reading: PlacedCard(deck: deck, card: own, direction: row.state.key.direction), state: row.state,
                    siblingSeenAt: row.siblingSeenAt)
            }
            if contents[deck.id] == nil {
                let all = try content(of: deck, in: reading)?.cards ?? []
                contents[deck.id] = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            }
            guard let card = contents[deck.id]?[row.state.key.card] else { return nil }
            return ReadyCard(
                reading: PlacedCard(deck: deck, card: card, direction: row.state.key.direction), state: row.state,
                siblingSeenAt: row.siblingSeenAt)
        }
    }

    /// Cards that were never seen, of decks that were opened: first from the front; from the back once the front is known.
    private func newCards(
        of viewer: Viewer, _ decks: [FollowedDeck], isAsked: Bool, most: Int, before today: Instant,
        in reading: any ReadTransaction
    ) throws -> [PlacedCard] {
        var found: [PlacedCard] = []
        var opened: [Identifier<Enrolment>: Set<Identifier<Activity>>] = [:]
        for deck in decks where found.count < most {
            if !isAsked {
                if opened[deck.enrolment.id] == nil {
                    opened[deck.enrolment.id] = Set(try progress.activityStandings(of: deck.enrolment.id, in: reading).keys)
                }
                guard opened[deck.enrolment.id]?.contains(deck.id) ?? false else { continue }
            }
            let known = try cards.states(of: viewer.person.id, in: deck.id, in: reading)
            var backs: [PlacedCard] = []
            for card in try content(of: deck, in: reading)?.cards ?? [] {
                let front = PlacedCard(deck: deck, card: card, direction: .recognise)
                guard let state = known[front.key] else {
                    found.append(front)
                    continue
                }
                let back = PlacedCard(deck: deck, card: card, direction: .recall)
                if known[back.key] == nil, state.memory.phase == .review, state.lastAt < today { backs.append(back) }
            }
            found += backs
        }
        return Array(found.prefix(most))
    }
}
