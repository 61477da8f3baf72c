package import Accounts
import CourseContent
package import Essentials
package import Gamification
import Progress
import SQL

/// Ladders that one chooses to stand on, and what a cohort tries together.
extension Campus {
    /// The ladder of a cohort as one of its learners sees it.
    package struct LadderReading: Sendable {
        package let cohort: Cohort
        /// Monday of the week.
        package let week: CalendarDay
        /// The name that one chose; `nil` for who does not stand on it.
        package let name: String?
        /// The nearest rungs; empty for who does not stand on it.
        package let rungs: [LadderRung]
    }

    /// The ladder of this week. One read.
    /// - throws: ``CampusError/notFound(_:)`` where there is none: nobody opened it, points are off, or one does not learn there.
    package func ladder(of key: String, for viewer: Viewer) async throws -> LadderReading {
        let today = ParisDays.day(of: clock.now)
        return try await database.read { reading in
            let cohort = try ladderCohort(key, viewer, in: reading)
            let members = try ladders.members(of: cohort.id, in: reading)
            guard let own = members.first(where: { $0.person == viewer.person.id }) else {
                return LadderReading(cohort: cohort, week: today.monday, name: nil, rungs: [])
            }
            let points = try ladders.earned(in: cohort.id, from: today.monday, through: today, in: reading)
            return LadderReading(
                cohort: cohort, week: today.monday, name: own.name,
                rungs: Ladder.around(viewer.person.id, members, points: points))
        }
    }

    private func ladderCohort(_ key: String, _ viewer: Viewer, in reading: any ReadTransaction) throws -> Cohort {
        guard let cohort = try cohorts.cohort(key: key, in: reading), viewer.roles.isLearner(of: cohort.id),
            try ladders.isOpen(in: cohort.id, in: reading), try hasGames(cohort.id, in: reading),
            try !points.purse(of: viewer.person.id, in: reading).isOff
        else { throw CampusError.notFound(.noLadderHere) }
        return cohort
    }

    private func hasGames(_ cohort: Identifier<Cohort>, in reading: any ReadTransaction) throws -> Bool {
        try points.offCohorts(among: [cohort], in: reading).isEmpty
    }

    /// Stands on the ladder under a chosen name, or takes another one.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)`` for a name that is too short or long, or somebody else's there.
    package func joinLadder(of key: String, as typed: String, by viewer: Viewer) async throws {
        let now = clock.now
        let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isClean = !name.unicodeScalars.contains {
            $0.value < 0x20 || $0.value == 0x7F || $0.properties.generalCategory == .format
        }
        guard Ladder.nameLength.contains(name.unicodeScalars.count), isClean, !name.folded.isEmpty else {
            throw CampusError.invalid("name", .badLadderName)
        }
        try await database.write { writing in
            let cohort = try ladderCohort(key, viewer, in: writing)
            guard try ladders.join(cohort.id, viewer.person.id, as: name, at: now, in: writing) else {
                throw CampusError.invalid("name", .ladderNameTaken)
            }
        }
    }

    /// Leaves the ladder: no trace of one is left on it.
    /// - throws: ``CampusError/notFound(_:)``.
    package func leaveLadder(of key: String, by viewer: Viewer) async throws {
        try await database.write { writing in
            let cohort = try ladderCohort(key, viewer, in: writing)
            try ladders.leave(cohort.id, viewer.person.id, in: writing)
        }
    }

    // MARK: Together

    /// A challenge, as far as a cohort is in it.
    package struct ChallengeReading: Sendable {
        package let challenge: TeamChallenge
        package let cohort: Cohort
        package let reached: Int
    }

    /// How long an ended one is still told of, in days.
    private static let toldAfter = 7

    func challenges(
        of cohort: Cohort, on today: CalendarDay, in reading: any ReadTransaction
    ) throws -> [ChallengeReading] {
        let all = try challenges.challenges(of: cohort.id, endingFrom: today.adding(days: -Self.toldAfter), in: reading)
        guard !all.isEmpty else { return [] }
        let learners = try challenges.players(of: cohort.id, in: reading)
        return try all.map { challenge in
            let last = min(today, challenge.until)
            let points =
                challenge.from <= last ? try ladders.earned(in: cohort.id, from: challenge.from, through: last, in: reading) : [:]
            return ChallengeReading(
                challenge: challenge, cohort: cohort, reached: challenge.reached(by: learners, points: points))
        }
    }

    /// What of games a cohort has, for who decides on it.
    package struct CohortGames: Sendable {
        package let cohort: Cohort
        package let hasLadder: Bool
        package let challenges: [ChallengeReading]
    }

    /// - throws: ``CampusError/notFound(_:)`` for everybody who does not decide on it, and for a cohort without points.
    package func games(of key: String, for viewer: Viewer) async throws -> CohortGames {
        let today = ParisDays.day(of: clock.now)
        return try await database.read { reading in
            let cohort = try gameCohort(key, viewer, in: reading)
            return CohortGames(
                cohort: cohort, hasLadder: try ladders.isOpen(in: cohort.id, in: reading),
                challenges: try challenges(of: cohort, on: today, in: reading))
        }
    }

    private func gameCohort(_ key: String, _ viewer: Viewer, in reading: any ReadTransaction) throws -> Cohort {
        let cohort = try managedCohort(key, viewer, in: reading)
        guard try hasGames(cohort.id, in: reading) else { throw CampusError.notFound(.noPointsHere) }
        return cohort
    }

    /// Opens the ladder of a cohort, or closes it.
    /// - Parameter areAdults: whether who opens it says that everybody in the cohort is of age, or may.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)`` without that word.
    package func setLadder(_ isOpen: Bool, areAdults: Bool, of key: String, by viewer: Viewer) async throws {
        if isOpen, !areAdults { throw CampusError.invalid("areAdults", .ladderNeedsAdults) }
        let now = clock.now
        try await database.write { writing in
            let cohort = try gameCohort(key, viewer, in: writing)
            try ladders.set(open: isOpen, in: cohort.id, by: viewer.person.id, at: now, in: writing)
        }
    }

    /// A challenge as it was typed.
    package struct TypedChallenge: Sendable {
        package var title: String
        package var kind: String
        package var target: String
        package var from: String
        package var until: String

        package init(title: String, kind: String, target: String, from: String, until: String) {
            self.title = title
            self.kind = kind
            self.target = target
            self.from = from
            self.until = until
        }
    }

    /// Gives a cohort something to try together.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)``.
    package func addChallenge(
        _ typed: TypedChallenge, to key: String, by viewer: Viewer
    ) async throws -> TeamChallenge {
        let now = clock.now
        let challenge = try Self.challenge(typed, at: now)
        try await database.write { writing in
            let cohort = try gameCohort(key, viewer, in: writing)
            try challenges.add(challenge, to: cohort.id, by: viewer.person.id, at: now, in: writing)
        }
        return challenge
    }

    private static let challengeTitle = 120

    private static func challenge(_ typed: TypedChallenge, at now: Instant) throws -> TeamChallenge {
        var problems: [FieldProblem] = []
        func wrong(_ field: String, _ message: Phrase) { problems.append(FieldProblem(field: field, message: message)) }
        let title = typed.title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if title.isEmpty || title.unicodeScalars.count > challengeTitle
            || title.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        {
            wrong("title", .badChallengeTitle)
        }
        let kind = TeamChallenge.Kind(rawValue: typed.kind)
        if kind == nil { wrong("kind", .badChallengeKind) }
        let target = Int(typed.target.filter { !$0.isWhitespace })
        let most = kind == .share ? 100 : TeamChallenge.targets.upperBound
        if !(1...most).contains(target ?? 0) { wrong("target", .badChallengeTarget(most)) }
        let (from, until) = (CalendarDay(typed.from), CalendarDay(typed.until))
        if from == nil { wrong("from", .badChallengeDay) }
        if until == nil { wrong("until", .badChallengeDay) }
        if let from, let until, !(from...from.adding(days: TeamChallenge.mostDays - 1)).contains(until) {
            wrong("until", .badChallengeDays)
        }
        guard problems.isEmpty, let kind, let target, let from, let until else { throw CampusError.invalid(problems) }
        return TeamChallenge(id: .new(at: now), title: title, kind: kind, target: target, from: from, until: until)
    }

    /// Takes a challenge away. What was earned stays.
    /// - throws: ``CampusError/notFound(_:)``.
    package func removeChallenge(_ id: Identifier<TeamChallenge>, of key: String, by viewer: Viewer) async throws {
        try await database.write { writing in
            try challenges.remove(id, from: try gameCohort(key, viewer, in: writing).id, in: writing)
        }
    }
}

extension Phrase {
    static let noLadderHere = Phrase(fr: "Il n’y a pas d’échelle ici.", en: "There is no ladder here.")
    static let badLadderName = Phrase(
        fr: "Choisissez un nom de 2 à 30 signes.", en: "Choose a name of 2 to 30 characters.")
    static let ladderNameTaken = Phrase(
        fr: "Quelqu’un porte déjà ce nom ici. Choisissez-en un autre.", en: "Somebody has this name here. Choose another one.")
    static let ladderNeedsAdults = Phrase(
        fr: "Confirmez que tout le monde est majeur, ou autorisé.", en: "Confirm that everybody is of age, or may.")
    static let badChallengeTitle = Phrase(
        fr: "Donnez-lui un titre, de 120 signes au plus.", en: "Give it a title, of 120 characters at most.")
    static let badChallengeKind = Phrase(fr: "Choisissez ce qui compte.", en: "Choose what counts.")
    static func badChallengeTarget(_ most: Int) -> Phrase {
        Phrase(fr: "Un nombre de 1 à \(most).", en: "A number from 1 to \(most).")
    }
    static let badChallengeDay = Phrase(fr: "Un jour, comme 2026-12-01.", en: "A day, like 2026-12-01.")
    static let badChallengeDays = Phrase(
        fr: "Le dernier jour vient après le premier, et trois mois plus tard au plus.",
        en: "The last day comes after the first, three months later at most.")
}
