package import Accounts
package import CourseContent
package import Essentials
package import LanguageLearning
import Progress
import SQL

/// A learner's way through the levels of a language course: what they say that they can do, beside what shows it.
extension Campus {
    /// The level of a learner in a course.
    package struct LevelReading: Sendable {
        package let course: LibraryCourse
        package let journey: LevelJourney
        /// The placement test that was finished last.
        package let placement: PlacementRun?
        package let units: [UnitLevel]
        /// The minutes of this week.
        package let week: [WeeklyShare: Int]

        package init(
            course: LibraryCourse, journey: LevelJourney, placement: PlacementRun?, units: [UnitLevel], week: [WeeklyShare: Int]
        ) {
            self.course = course
            self.journey = journey
            self.placement = placement
            self.units = units
            self.week = week
        }
    }

    /// A unit: its statements, and what shows them.
    package struct UnitLevel: Sendable {
        package let module: ModuleOutline
        /// What was said of each of its statements last, by the author's id.
        package let said: [String: CanDoAnswer]
        /// Activities that count.
        package let done: Int
        package let total: Int
        /// The best results of its evaluations that were tried.
        package let evaluations: [(activity: ActivityOutline, score: Int, isPassed: Bool)]
        package let cardsKnown: Int
        package let cards: Int
        package let masteredAt: Instant?

        package init(
            module: ModuleOutline, said: [String: CanDoAnswer], done: Int, total: Int,
            evaluations: [(activity: ActivityOutline, score: Int, isPassed: Bool)], cardsKnown: Int, cards: Int,
            masteredAt: Instant?
        ) {
            self.module = module
            self.said = said
            self.done = done
            self.total = total
            self.evaluations = evaluations
            self.cardsKnown = cardsKnown
            self.cards = cards
            self.masteredAt = masteredAt
        }
    }

    /// One's own level, in one read.
    /// - throws: ``CampusError/notFound(_:)`` also for a course without can-do statements, ``CampusError/notAllowed(_:)`` for somebody who does not
    ///   follow the course.
    package func level(in courseKey: String, for viewer: Viewer) async throws -> LevelReading {
        try await database.read { reading in
            let (course, enrolment) = try ownLevelCourse(courseKey, viewer, in: reading)
            return try level(in: course, enrolment, in: reading)
        }
    }

    /// The level of a learner, for those who follow the cohort.
    package func level(
        of person: Identifier<Person>, in courseKey: String, cohort cohortKey: String, for viewer: Viewer
    ) async throws -> (reading: LevelReading, cohort: Cohort, person: Person) {
        try await database.read { reading in
            let cohort = try followed(cohortKey, viewer, in: reading)
            guard let course = try library.course(courseKey, in: reading) else { throw CampusError.notFound(.noSuchCourse) }
            let enrolment = try enrolments.enrolment(of: person, in: cohort.id, course: course.version.course, in: reading)
            guard let enrolment, let found = try people.person(person, in: reading) else {
                throw CampusError.notFound(.noSuchLearner)
            }
            guard course.hasLevels else { throw CampusError.notFound(.noLevels) }
            return (try level(in: course, enrolment, in: reading), cohort, found)
        }
    }

    /// Keeps what a learner says of statements. The same request again changes nothing; what is said as before is not said again.
    /// - Parameter answers: by `MODULE/ID`.
    /// - throws: as ``level(in:for:)``; ``CampusError/invalid(_:_:)`` for a statement that the course does not have,
    ///   ``CampusError/conflict(_:)`` when somebody else's request has this id.
    package func sayCanDo(
        _ answers: [String: CanDoAnswer.Answer], as request: Identifier<SelfAssessment>, in courseKey: String, by viewer: Viewer
    ) async throws {
        let now = clock.now
        try await database.write { writing in
            let (course, _) = try ownLevelCourse(courseKey, viewer, in: writing)
            let known = Set(
                course.outline.modules.flatMap { module in (module.canDo ?? []).map { CanDoAnswer.key(module.id, $0.id) } })
            guard known.isSuperset(of: answers.keys) else { throw CampusError.invalid("answers", .noSuchCanDo) }
            let person = viewer.person.id
            let before = Self.latest(try canDo.answers(of: person, in: course.version.course, in: writing))
            let said = answers.sorted { $0.key < $1.key }.filter { before[$0.key]?.answer != $0.value }
            do {
                try canDo.keep(
                    said.map { CanDoAnswer(canDo: $0.key, answer: $0.value, saidAt: now) }, as: request, of: person,
                    in: course.version.course, in: writing)
            } catch let error as LanguageLearningError {
                throw CampusError.conflict(error.phrase)
            }
        }
    }

    // MARK: What it is made of

    private func ownLevelCourse(
        _ key: String, _ viewer: Viewer, in reading: any ReadTransaction
    ) throws -> (LibraryCourse, Enrolment) {
        guard let course = try library.course(key, in: reading) else { throw CampusError.notFound(.noSuchCourse) }
        let standing = try progress.course(course.version.course, of: viewer.person.id, in: reading)
        guard let standing, standing.enrolment.status != .left else {
            try requirePreview(course, viewer, in: reading)
            throw CampusError.notAllowed(.notEnrolled)
        }
        guard course.hasLevels else { throw CampusError.notFound(.noLevels) }
        return (course, standing.enrolment)
    }

    func level(in course: LibraryCourse, _ enrolment: Enrolment, in reading: any ReadTransaction) throws -> LevelReading {
        let person = enrolment.person
        let states = try progress.activityStandings(of: enrolment.id, in: reading)
        let said = Self.latest(try canDo.answers(of: person, in: course.version.course, in: reading))
        let units = try zip(course.outline.modules, course.modules).filter { $0.0.canDo != nil }.map { module, placed in
            try unit(module, placed, states, said, of: person, in: reading)
        }
        var runs: [PlacementRun] = []
        for placed in course.modules.joined() where placed.activity.kind == .placement {
            if let id = placed.id { runs += try placements.runs(of: person, in: id, in: reading).filter(\.isFinished) }
        }
        let journey = LevelJourney(
            from: course.outline.levels?.from, said: runs.flatMap(\.levelSteps),
            units: units.map { unit in
                LevelJourney.Unit(
                    id: unit.module.id, level: (unit.module.canDo ?? []).map(\.level).max() ?? .a1, masteredAt: unit.masteredAt)
            })
        return LevelReading(
            course: course, journey: journey,
            placement: runs.max { ($0.finishedAt ?? $0.startedAt) < ($1.finishedAt ?? $1.startedAt) },
            units: units, week: try week(of: person, in: course, states, in: reading))
    }

    private static func latest(_ answers: [CanDoAnswer]) -> [String: CanDoAnswer] {
        Dictionary(answers.map { ($0.canDo, $0) }, uniquingKeysWith: { _, last in last })
    }

    private func unit(
        _ module: ModuleOutline, _ placed: [PlacedActivity], _ states: [Identifier<Activity>: ActivityStanding],
        _ said: [String: CanDoAnswer], of person: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> UnitLevel {
        var evaluations: [(activity: ActivityOutline, score: Int, isPassed: Bool)] = []
        var (cards, known) = (0, 0)
        let written = placed.filter { !$0.activity.isPlanned }
        for step in written {
            guard let id = step.id else { continue }
            let state = states[id]
            if step.activity.isEvaluation, let score = state?.bestScore {
                evaluations.append((step.activity, score, state?.isCompleted ?? false))
            }
            guard step.activity.kind == .deck, let digest = step.activity.contentDigest,
                case .deck(let deck)? = try library.content(digest, in: reading)
            else { continue }
            cards += deck.cards.count
            let fronts = try self.cards.states(of: person, in: id, in: reading).filter {
                $0.key.direction == .recognise && $0.value.memory.phase == .review
            }
            known += Set(fronts.keys.map(\.card)).intersection(deck.cards.map(\.id)).count
        }
        let counting = written.filter(\.counts)
        // What shows the unit: its evaluations or, where there is none, all of it.
        let deciding = written.contains(where: \.activity.isEvaluation) ? written.filter(\.activity.isEvaluation) : counting
        let days = deciding.map { $0.id.flatMap { states[$0]?.completedAt } }
        let own = (module.canDo ?? []).compactMap { statement in
            said[CanDoAnswer.key(module.id, statement.id)].map { (statement.id, $0) }
        }
        return UnitLevel(
            module: module, said: Dictionary(own, uniquingKeysWith: { first, _ in first }),
            done: counting.count { $0.id.flatMap { states[$0] }?.isCompleted ?? false }, total: counting.count,
            evaluations: evaluations, cardsKnown: known, cards: cards,
            masteredAt: days.isEmpty || days.contains(nil) ? nil : days.compactMap(\.self).max())
    }

    /// What was done since Monday: the minutes that the author gives the activities that were completed, and the cards that were reviewed.
    private func week(
        of person: Identifier<Person>, in course: LibraryCourse, _ states: [Identifier<Activity>: ActivityStanding],
        in reading: any ReadTransaction
    ) throws -> [WeeklyShare: Int] {
        let monday = ParisDays.start(ParisDays.day(of: clock.now).monday)
        var minutes: [WeeklyShare: Int] = [:]
        for placed in course.modules.joined() {
            guard let id = placed.id, let completedAt = states[id]?.completedAt, completedAt >= monday else { continue }
            let share = WeeklyShare(placed.activity.kind)
            // Cards are counted one by one.
            if share != .reviews { minutes[share, default: 0] += placed.activity.minutes }
        }
        let reviews = try cards.reviewed(by: person, since: monday, in: reading)
        minutes[.reviews] = (reviews * WeeklyShare.secondsOfCard + 59) / 60
        return minutes
    }
}

extension PlacementRun {
    /// The level that it found, and what a tutor decided of it.
    fileprivate var levelSteps: [LevelJourney.Step] {
        [LevelJourney.Step(level: estimate.level, source: .placement, at: finishedAt)]
            + (ruling.map { [LevelJourney.Step(level: $0.level, source: .tutor, at: $0.decidedAt)] } ?? [])
    }
}

extension LibraryCourse {
    /// Whether its modules say what one can do after them.
    package var hasLevels: Bool { outline.modules.contains { $0.canDo != nil } }
}

extension Phrase {
    static let noLevels = Phrase(
        fr: "Ce cours ne suit pas de niveaux.", en: "This course does not follow levels.")
    static let noSuchCanDo = Phrase(
        fr: "Cette phrase n’est plus dans le cours : rechargez la page.",
        en: "This statement is no longer in the course: reload the page.")
}
