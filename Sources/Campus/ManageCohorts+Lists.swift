package import Accounts
import CourseContent
import Essentials
import Progress
import SQL

/// The lists of cohorts and of who is in one.
extension Campus {
    /// A cohort in the list of all of them.
    package struct ListedCohort: Sendable, Hashable {
        package let cohort: Cohort
        /// How many people hold each role now.
        package let headcount: [CohortRole: Int]
        /// Keys of the courses that it follows, in order.
        package let courses: [String]
    }

    /// One page of all cohorts, by key.
    /// - Returns: the cohorts, and the key after which the next page begins; `nil` for the last.
    package func allCohorts(
        after key: String = "", limit: Int = 200
    ) async throws -> (cohorts: [ListedCohort], next: String?) {
        try await database.read { reading in
            let found = try cohorts.cohorts(after: key, limit: limit, in: reading)
            let keys = Dictionary(
                try courses.courses(in: reading).map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
            let listed = try found.map { cohort in
                ListedCohort(
                    cohort: cohort, headcount: try memberships.headcount(of: cohort.id, in: reading),
                    courses: try enrolments.courses(of: cohort.id, in: reading).compactMap { keys[$0] }.sorted())
            }
            return (listed, found.count < limit ? nil : found.last?.key)
        }
    }

    /// One page of those who hold a role in a cohort now, in the order of names.
    /// - Returns: the lines, and where the next page begins; `nil` for the last.
    /// - throws: ``CampusError/notFound(_:)``.
    package func members(
        of cohortKey: String, as role: CohortRole, after position: PersonListPosition? = nil, limit: Int = 200
    ) async throws -> (people: [CohortListing], next: PersonListPosition?) {
        try await database.read { reading in
            let cohort = try knownCohort(cohortKey, in: reading)
            let found = try memberships.people(
                of: cohort.id, as: role, after: position ?? .start, limit: limit, in: reading)
            return (found, found.count < limit ? nil : found.last?.person.position)
        }
    }
}
