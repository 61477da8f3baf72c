package import Accounts
package import CourseContent
package import Essentials
package import Progress
import SQL

/// Pauses, and more time for an activity: what a tutor decides with a learner.
extension Campus {
    /// What was decided for one learner of a cohort, and what can be decided.
    package struct PaceReading: Sendable {
        package let cohort: Cohort
        package let person: Person
        /// Every fact, in the order in which they were said.
        package let facts: [PaceFact]
        package let adjustments: PaceAdjustments
        /// Names of those who decided, by id.
        package let names: [Identifier<Person>: PersonName]
        /// The learner's courses in this cohort, with the states of their activities.
        package let courses: [Following]
        /// What was decided last about activities, by activity; what was taken back is not among them.
        package let rulings: [Identifier<Activity>: KeptRuling]
    }

    /// What somebody decides: a decision, or taking one back.
    package enum PaceChange: Sendable, Hashable {
        /// `correcting`: the subject of the pause that it replaces.
        case pause(PauseMotive, first: CalendarDay, last: CalendarDay, note: String?, correcting: Int? = nil)
        /// More time for an activity, by the author's ids.
        case moreTime(course: String, activity: String, until: CalendarDay, note: String?)
        case withdrawal(subject: Int, note: String? = nil)
    }

    /// What was decided for a learner, for those who decide on it.
    /// - throws: ``CampusError/notFound(_:)`` for everybody else, and for somebody who is no learner of the cohort.
    package func pace(
        of person: Identifier<Person>, in cohortKey: String, for viewer: Viewer
    ) async throws -> PaceReading {
        try await database.read { reading in
            let cohort = try pacedCohort(cohortKey, for: viewer, in: reading)
            guard let learner = try people.person(person, in: reading) else { throw CampusError.notFound(.noSuchLearner) }
            let facts = try pace.facts(of: person, in: cohort.id, in: reading)
            let adjustments = PaceAdjustments(facts)
            var courses: [Following] = []
            var rulings: [Identifier<Activity>: KeptRuling] = [:]
            for standing in try progress.courses(of: person, in: reading)
            where standing.enrolment.cohort == cohort.id && standing.enrolment.status != .left {
                guard let course = try library.course(standing.enrolment.course, in: reading) else { continue }
                let states = try progress.activityStates(of: standing.enrolment.id, in: reading)
                for state in states.values where state.ruling?.ruling.action != .withdrawn {
                    rulings[state.activity] = state.ruling
                }
                courses.append(
                    Following(
                        course: course, cohort: cohort, standing: standing, states: states.mapValues(\.standing), closed: [:],
                        adjustments: adjustments))
            }
            guard !courses.isEmpty else { throw CampusError.notFound(.noSuchLearner) }
            var names: [Identifier<Person>: PersonName] = [:]
            for id in Set(facts.compactMap(\.setBy) + rulings.values.compactMap(\.ruling.by)) {
                names[id] = try people.person(id, in: reading)?.name
            }
            return PaceReading(
                cohort: cohort, person: learner, facts: facts, adjustments: adjustments, names: names, courses: courses,
                rulings: rulings)
        }
    }

    /// Decides on the pace of a learner: one more fact.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)``.
    package func adaptPace(
        _ change: PaceChange, of person: Identifier<Person>, in cohortKey: String, by viewer: Viewer
    ) async throws {
        let now = clock.now
        try await withPace {
            try await database.write { writing in
                let cohort = try pacedCohort(cohortKey, for: viewer, in: writing)
                try decide(change, person, cohort, by: viewer.person.id, at: now, in: writing)
            }
        }
    }

    /// The same, for whoever runs the installation.
    package func adaptPace(_ change: PaceChange, ofLogin login: String, in cohortKey: String) async throws -> Person {
        let now = clock.now
        return try await withPace {
            try await withAccounts {
                let login = try Login(login)
                return try await database.write { writing in
                    let cohort = try knownCohort(cohortKey, in: writing)
                    guard let person = try people.person(login: login, in: writing) else {
                        throw CampusError.notFound(.noSuchLearner)
                    }
                    try decide(change, person.id, cohort, by: nil, at: now, in: writing)
                    return person
                }
            }
        }
    }

    private func decide(
        _ change: PaceChange, _ person: Identifier<Person>, _ cohort: Cohort, by author: Identifier<Person>?, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        let held = try memberships.membership(person, cohort.id, as: .learner, in: writing)
        guard let held, held.leftAt == nil else { throw CampusError.notFound(.noSuchLearner) }
        switch change {
        case .pause(let motive, let first, let last, let note, let subject):
            try pace.decide(
                .pause(motive, first: first, last: last), correcting: subject, note: note, for: person, in: cohort.id,
                by: author, at: now, in: writing)
        case .moreTime(let courseKey, let activityKey, let day, let note):
            let (course, _, id) = try find(activityKey, of: courseKey, in: writing)
            let enrolment = try enrolments.enrolment(
                of: person, in: cohort.id, course: course.version.course, in: writing)
            guard let enrolment, enrolment.status != .left else { throw CampusError.notFound(.noSuchCourse) }
            guard let own = course.plan(of: enrolment, in: cohort)?.day(of: activityKey) else {
                throw CampusError.invalid("activity", .nothingIsDue)
            }
            guard day > own else { throw CampusError.invalid("lastDay", .notMoreTime) }
            try pace.decide(
                .moreTime(id, until: day), note: note, for: person, in: cohort.id, by: author, at: now, in: writing)
        case .withdrawal(let subject, let note):
            try pace.withdraw(subject, note: note, for: person, in: cohort.id, by: author, at: now, in: writing)
        }
        // A pause ends an alert, and taking it back may raise one.
        for standing in try progress.courses(of: person, in: writing) where standing.enrolment.cohort == cohort.id {
            try followUp(standing.enrolment.id, at: now, in: writing)
        }
    }

    /// - throws: ``CampusError/notFound(_:)`` for who does not decide on pace there.
    func pacedCohort(_ key: String, for viewer: Viewer, in reading: any ReadTransaction) throws -> Cohort {
        guard let cohort = try cohorts.cohort(key: key, in: reading), viewer.roles.mayAdaptPace(in: cohort.id) else {
            throw CampusError.notFound(.noSuchCohort)
        }
        return cohort
    }

    private func withPace<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let problem as PaceProblem {
            throw CampusError.invalid(problem.field, problem.phrase)
        }
    }
}
