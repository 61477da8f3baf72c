import Accounts
import CourseContent
import Essentials
import Gamification
import Progress
import SQL

/// A challenge of the week and a ladder, in the cohort that visitors look at first.
extension Campus {
    private static let names = ["Renard", "Loutre", "Chouette", "Castor", "Mésange"]

    /// Again changes nothing.
    func addDemonstrationGames(now: Instant) async throws {
        try await database.write { writing in
            guard let cohort = try cohorts.cohort(key: DemonstrationCohort.web.key, in: writing),
                try !ladders.isOpen(in: cohort.id, in: writing)
            else { return }
            let monday = ParisDays.day(of: now).monday
            try ladders.set(open: true, in: cohort.id, by: nil, at: now, in: writing)
            // The first one is left to whoever looks.
            let learners = try memberships.people(of: cohort.id, as: .learner, after: .start, limit: 40, in: writing)
                .filter { person in DemonstrationAccount.shown.allSatisfy { $0.login != person.person.login } }
            for (learner, name) in zip(learners, Self.names) {
                _ = try ladders.join(cohort.id, learner.person.id, as: name, at: now, in: writing)
            }
            let challenge = TeamChallenge(
                id: .new(at: now), title: "Trois cents points avant dimanche", kind: .sum, target: 300, from: monday,
                until: monday.adding(days: 6))
            try challenges.add(challenge, to: cohort.id, by: nil, at: now, in: writing)
        }
    }
}
