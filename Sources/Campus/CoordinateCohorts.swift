package import Accounts
import CourseContent
import Essentials
import Gamification
import Progress
import SQL

/// Cohorts in the web client: making one, its courses, the people in it. For its coordinators, and for administrators.
extension Campus {
    /// A new cohort, as it was typed.
    package struct TypedCohort: Sendable, Hashable {
        package var key: String
        package var title: String
        /// `2026-09-01`, or nothing.
        package var startsOn: String
        package var endsOn: String

        package init(key: String = "", title: String = "", startsOn: String = "", endsOn: String = "") {
            self.key = key
            self.title = title
            self.startsOn = startsOn
            self.endsOn = endsOn
        }
    }

    /// Who is in a cohort and what it follows, for who decides on it.
    package struct CohortPeople: Sendable {
        package let cohort: Cohort
        /// What it follows, and what it could follow as well.
        package let courses: [LibraryCourse]
        package let otherCourses: [LibraryCourse]
        package let groups: [Group]
        /// By role, then by name.
        package let people: [CohortListing]
        /// Whether its learners see points.
        package var hasPoints = true
    }

    private static let mostPeople = 1000
    private static let mostLogins = 200

    /// Makes a cohort; whoever makes it coordinates it.
    /// - throws: ``CampusError/notAllowed(_:)`` for who neither coordinates a cohort nor runs the installation, ``CampusError/invalid(_:)``,
    ///   ``CampusError/conflict(_:)`` when the key is taken.
    package func addCohort(_ typed: TypedCohort, by viewer: Viewer) async throws -> Cohort {
        guard viewer.mayMakeCohorts else { throw CampusError.notAllowed(.coordinatorsMakeCohorts) }
        return try await addCohort(
            key: typed.key, title: typed.title, startsOn: typed.startsOn.isEmpty ? nil : typed.startsOn,
            endsOn: typed.endsOn.isEmpty ? nil : typed.endsOn, coordinatedBy: viewer.person)
    }

    /// Who is in a cohort and what it follows.
    /// - throws: ``CampusError/notFound(_:)`` for everybody who does not decide on it.
    package func cohortPeople(of key: String, for viewer: Viewer) async throws -> CohortPeople {
        try await database.read { reading in
            let cohort = try managedCohort(key, viewer, in: reading)
            let followed = Set(try enrolments.courses(of: cohort.id, in: reading))
            let all = try courses.courses(in: reading).compactMap { try library.course($0.key, in: reading) }
                .sorted { $0.outline.key < $1.outline.key }
            let people = try CohortRole.allCases.flatMap { role in
                try memberships.people(of: cohort.id, as: role, after: .start, limit: Self.mostPeople, in: reading)
            }
            return CohortPeople(
                cohort: cohort, courses: all.filter { followed.contains($0.version.course) },
                otherCourses: all.filter { !followed.contains($0.version.course) },
                groups: try cohorts.groups(of: cohort.id, in: reading), people: people,
                hasPoints: try points.offCohorts(among: [cohort.id], in: reading).isEmpty)
        }
    }

    /// A cohort follows one more course.
    /// - throws: ``CampusError/notFound(_:)``.
    package func assign(course: String, to key: String, by viewer: Viewer) async throws -> CourseAssignment {
        try await requireManaged(key, viewer)
        guard !course.utf8.contains(0) else { throw CampusError.invalid("course", .noCourseWithKey("")) }
        guard let done = try await assign(courses: [course], to: key).first else {
            throw CampusError.notFound(.noCourseWithKey(course))
        }
        return done
    }

    /// Gives people who have an account a role in a cohort, all of them or none.
    /// - Parameter typed: logins, as many as one likes, between white space, commas or semicolons.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)``.
    package func enrol(
        typed: String, in key: String, as role: CohortRole, group: String? = nil, by viewer: Viewer
    ) async throws -> [CohortEnrolment] {
        try await requireManaged(key, viewer)
        let logins = typed.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
        guard !logins.isEmpty else { throw CampusError.invalid("logins", .whoShallCome) }
        guard logins.count <= Self.mostLogins else { throw CampusError.invalid("logins", .tooManyLogins(Self.mostLogins)) }
        do {
            return try await enrol(logins, in: key, as: role, group: group, by: viewer.person.login)
        } catch CampusError.notFound(let phrase) {
            // Said beside what was typed.
            throw CampusError.invalid("logins", phrase)
        }
    }

    /// Somebody leaves a cohort in one role. What was done stays.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/conflict(_:)`` for the last coordinator.
    package func withdraw(login: String, from key: String, as role: CohortRole, by viewer: Viewer) async throws {
        try await requireManaged(key, viewer)
        try await withdraw([login], from: key, as: role, keepingACoordinator: true, by: viewer.person.login)
    }

    /// Adds an account for somebody who comes into a cohort.
    /// - Returns: the account with the password that was made up, to be shown once.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)``; nothing was added then.
    package func addPerson(
        _ draft: PersonDraft, to key: String, as role: CohortRole, by viewer: Viewer
    ) async throws -> FreshAccount {
        try await requireManaged(key, viewer)
        var draft = draft
        draft.roles = []
        return try await addPerson(draft, joining: (key, role), by: viewer.person.login)
    }

    private func requireManaged(_ key: String, _ viewer: Viewer) async throws {
        _ = try await database.read { try managedCohort(key, viewer, in: $0) }
    }

    func managedCohort(_ key: String, _ viewer: Viewer, in reading: any ReadTransaction) throws -> Cohort {
        guard let cohort = try cohorts.cohort(key: key, in: reading), viewer.roles.mayManage(cohort.id) else {
            throw CampusError.notFound(.noSuchCohort)
        }
        return cohort
    }
}

extension Viewer {
    /// Whether this person makes cohorts: who coordinates one already, and administrators.
    package var mayMakeCohorts: Bool { isAdmin || !roles.cohorts(withAny: [.coordinator]).isEmpty }
}

extension Phrase {
    fileprivate static let coordinatorsMakeCohorts = Phrase(
        fr: "La coordination et l’administration créent les promos.", en: "Coordinators and administrators make cohorts.")
    fileprivate static let whoShallCome = Phrase(
        fr: "Écrivez au moins un identifiant.", en: "Write at least one login.")
    fileprivate static func tooManyLogins(_ most: Int) -> Phrase {
        Phrase(fr: "Pas plus de \(most) à la fois.", en: "No more than \(most) at once.")
    }
    static let lastCoordinator = Phrase(
        fr: "C’est la dernière personne qui coordonne cette promo : donnez d’abord ce rôle à une autre.",
        en: "This is the last coordinator of the cohort: give the role to somebody else first.")
}
