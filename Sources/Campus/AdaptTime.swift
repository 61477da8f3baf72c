package import Accounts
package import Assessment
package import Essentials
import SQL

/// More time for a learner, wherever time is counted.
extension Campus {
    /// What was decided for one learner of a cohort.
    package struct ExtraTimeReading: Sendable {
        package let cohort: Cohort
        package let person: Person
        /// The last one first; the first one holds.
        package let facts: [ExtraTime]
        /// Names of those who decided, by id.
        package let names: [Identifier<Person>: PersonName]
    }

    /// The learners of one cohort with their extra time.
    package struct CohortTimes: Sendable {
        package let cohort: Cohort
        /// By name. Percent; 0 when nothing was said.
        package let learners: [(person: PersonListing, percent: Int)]
    }

    /// The learners of every cohort in which somebody decides on time. A disability officer follows nobody's progress: this is the way in.
    /// - throws: ``CampusError/notAllowed(_:)`` for somebody who decides nowhere.
    package func cohortTimes(for viewer: Viewer) async throws -> [CohortTimes] {
        let wanted = viewer.roles.cohortsToAdapt
        guard !wanted.isEmpty else { throw CampusError.notAllowed(.timeDecidersOnly) }
        return try await database.read { reading in
            try wanted.compactMap { id in
                guard let cohort = try cohorts.cohort(id, in: reading) else { return nil }
                let percents = try extraTimes.percents(in: id, in: reading)
                let learners = try memberships.people(of: id, as: .learner, limit: Self.learnersShown, in: reading)
                return CohortTimes(
                    cohort: cohort, learners: learners.map { ($0.person, percents[$0.person.id] ?? 0) })
            }
        }
    }

    /// More than any cohort has.
    private static let learnersShown = 1000

    /// What was decided for a learner, for those who decide on it.
    /// - throws: ``CampusError/notFound(_:)`` for everybody else, and for somebody who is no learner of the cohort.
    package func extraTime(
        of person: Identifier<Person>, in cohortKey: String, for viewer: Viewer
    ) async throws -> ExtraTimeReading {
        try await database.read { reading in
            let (cohort, learner) = try adaptable(person, in: cohortKey, for: viewer, in: reading)
            let facts = try extraTimes.history(of: person, in: cohort.id, in: reading)
            var names: [Identifier<Person>: PersonName] = [:]
            for id in Set(facts.compactMap(\.setBy)) { names[id] = try people.person(id, in: reading)?.name }
            return ExtraTimeReading(cohort: cohort, person: learner, facts: facts, names: names)
        }
    }

    /// Gives a learner more time from the next attempt on: one that goes on keeps its end.
    /// - Parameter percent: 33 for a third more, 0 to take it back.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)``.
    package func setExtraTime(
        _ percent: Int, of person: Identifier<Person>, in cohortKey: String, by viewer: Viewer
    ) async throws {
        let now = clock.now
        try await withAssessment {
            try await database.write { writing in
                let (cohort, _) = try adaptable(person, in: cohortKey, for: viewer, in: writing)
                let fact = ExtraTime(percent: percent, setBy: viewer.person.id, setAt: now)
                try extraTimes.set(fact, for: person, in: cohort.id, in: writing)
            }
        }
    }

    /// The same, for whoever runs the installation.
    package func setExtraTime(_ percent: Int, ofLogin login: String, in cohortKey: String) async throws -> Person {
        let now = clock.now
        return try await withAssessment {
            try await withAccounts {
                let login = try Login(login)
                return try await database.write { writing in
                    let cohort = try knownCohort(cohortKey, in: writing)
                    guard let person = try people.person(login: login, in: writing) else {
                        throw CampusError.notFound(.noSuchLearner)
                    }
                    try requireLearner(person.id, of: cohort, in: writing)
                    try extraTimes.set(
                        ExtraTime(percent: percent, setBy: nil, setAt: now), for: person.id, in: cohort.id, in: writing)
                    return person
                }
            }
        }
    }

    private func adaptable(
        _ person: Identifier<Person>, in cohortKey: String, for viewer: Viewer, in reading: any ReadTransaction
    ) throws -> (Cohort, Person) {
        guard let cohort = try cohorts.cohort(key: cohortKey, in: reading), viewer.roles.mayAdaptTime(in: cohort.id) else {
            throw CampusError.notFound(.noSuchCohort)
        }
        guard let learner = try people.person(person, in: reading) else { throw CampusError.notFound(.noSuchLearner) }
        try requireLearner(person, of: cohort, in: reading)
        return (cohort, learner)
    }

    private func requireLearner(_ person: Identifier<Person>, of cohort: Cohort, in reading: any ReadTransaction) throws {
        let held = try memberships.membership(person, cohort.id, as: .learner, in: reading)
        guard let held, held.leftAt == nil else { throw CampusError.notFound(.noSuchLearner) }
    }
}
