package import Accounts
import CourseContent
import Essentials
import Progress
import SQL

/// Cohorts, the courses that they follow and the people in them, for whoever runs the installation.
extension Campus {
    /// Makes a cohort.
    /// - Parameter startsOn: `2026-09-01`, or nothing; the same for `endsOn`.
    /// - throws: ``CampusError/invalid(_:)``, ``CampusError/conflict(_:)`` when the key is taken.
    package func addCohort(
        key: String, title: String, startsOn: String? = nil, endsOn: String? = nil, coordinatedBy coordinator: Person? = nil
    ) async throws -> Cohort {
        let now = clock.now
        let cohort = try await withAccounts {
            let cohort = try Cohort.checked(
                id: .new(at: now), key: key, title: title, startsOn: startsOn, endsOn: endsOn, createdAt: now)
            try await database.write { writing in
                try cohorts.add(cohort, in: writing)
                if let coordinator {
                    _ = try enrol(coordinator, in: cohort, as: .coordinator, by: coordinator.login, at: now, in: writing)
                }
            }
            return cohort
        }
        if let coordinator { sessions.drop(coordinator.id) }
        return cohort
    }

    /// Makes a group in a cohort.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)``, ``CampusError/conflict(_:)`` when the key is taken.
    package func addGroup(key: String, title: String, to cohortKey: String) async throws -> Group {
        let now = clock.now
        return try await withAccounts {
            try await database.write { writing in
                let cohort = try knownCohort(cohortKey, in: writing)
                let group = try Group.checked(id: .new(at: now), cohort: cohort.id, key: key, title: title)
                try cohorts.add(group, in: writing)
                return group
            }
        }
    }

    /// What assigning a course did.
    package struct CourseAssignment: Sendable, Hashable {
        package let cohort: Cohort
        package let courseTitle: String
        /// `false` when the cohort followed the course already.
        package let isNew: Bool
        /// Learners enrolled by it.
        package let enrolled: Int
    }

    /// A cohort follows courses, all of them or none: its present learners are enrolled, by the published versions. Again changes nothing,
    /// and brings nobody back who left.
    /// - Returns: what it did for each, in the order of `courseKeys`.
    /// - throws: ``CampusError/notFound(_:)``.
    package func assign(courses courseKeys: [String], to cohortKey: String) async throws -> [CourseAssignment] {
        let now = clock.now
        return try await database.writeAlone { writing in
            let cohort = try knownCohort(cohortKey, in: writing)
            return try courseKeys.map { key in
                guard let version = try courses.published(key: key, in: writing) else {
                    throw CampusError.notFound(.noCourseWithKey(key))
                }
                let isNew = try !enrolments.courses(of: cohort.id, in: writing).contains(version.course)
                try enrolments.assign(version.course, to: cohort.id, in: writing)
                let enrolled = try enrolLearners(of: cohort.id, following: CourseRules(version), at: now, in: writing)
                return CourseAssignment(
                    cohort: cohort, courseTitle: version.outline.title, isNew: isNew, enrolled: enrolled)
            }
        }
    }

    /// - Returns: how many were not enrolled yet.
    private func enrolLearners(
        of cohort: Identifier<Cohort>, following rules: CourseRules, at now: Instant, in writing: any WriteTransaction
    ) throws -> Int {
        var enrolled = 0
        var position = PersonListPosition.start
        while true {
            let page = try memberships.people(of: cohort, as: .learner, after: position, limit: 500, in: writing)
            for line in page {
                let (_, isNew) = try enrolments.enrol(line.person.id, in: cohort, following: rules, at: now, in: writing)
                if isNew { enrolled += 1 }
            }
            guard let last = page.last else { return enrolled }
            position = last.person.position
        }
    }

    /// What enrolling somebody did.
    package struct CohortEnrolment: Sendable, Hashable {
        package let person: Person
        package let cohort: Cohort
        package let role: CohortRole
        /// `false` when the person held this role in the cohort already.
        package let isNew: Bool
        /// Courses in which a learner was enrolled, or came back, by it.
        package let courses: Int
    }

    /// Gives people a role in a cohort, all of them or none; learners are enrolled in each of its courses. Again changes nothing but the
    /// group.
    ///
    /// - Parameter group: key of a group of the cohort; `nil` leaves the group as it is.
    /// - Returns: what it did for each, in the order of `logins`.
    /// - throws: ``CampusError/notFound(_:)``.
    package func enrol(
        _ logins: [String], in cohortKey: String, as role: CohortRole, group: String? = nil, by author: Login? = nil
    ) async throws -> [CohortEnrolment] {
        let now = clock.now
        let done = try await withAccounts {
            try await database.write { writing in
                let cohort = try knownCohort(cohortKey, in: writing)
                let people = try logins.map { try known($0, in: writing) }
                let groupID = try group.map { key in
                    guard let found = try cohorts.group(key: key, of: cohort.id, in: writing) else {
                        throw AccountsError.unknownGroup
                    }
                    return found.id
                }
                let rules = role == .learner ? try rules(of: cohort.id, in: writing) : []
                return try people.map { person in
                    try enrol(
                        person, in: cohort, as: role, group: groupID, following: rules, by: author, at: now, in: writing)
                }
            }
        }
        for enrolment in done { sessions.drop(enrolment.person.id) }
        return done
    }

    /// Gives one person a role in a cohort. The caller drops what is kept of the person's roles afterwards.
    /// - Parameter rules: of the courses of the cohort, for a learner; read here when they are not given.
    func enrol(
        _ person: Person, in cohort: Cohort, as role: CohortRole, group: Identifier<Group>? = nil,
        following rules: [CourseRules]? = nil, by author: Login?, at now: Instant, in writing: any WriteTransaction
    ) throws -> CohortEnrolment {
        let rules = try rules ?? (role == .learner ? self.rules(of: cohort.id, in: writing) : [])
        let held = try memberships.membership(person.id, cohort.id, as: role, in: writing)
        let isNew = held.map { $0.leftAt != nil } ?? true
        try memberships.join(person.id, cohort.id, as: role, group: group ?? held?.group, at: now, in: writing)
        let count = try follow(rules, person.id, in: cohort.id, returning: isNew, at: now, in: writing)
        if isNew {
            let detail = "+ \(role.rawValue) \(cohort.key)"
            try security.add(managed(.rolesChanged, person.id, at: now, by: author, detail), in: writing)
            try writing.signal(.changed(person.id))
        }
        return CohortEnrolment(person: person, cohort: cohort, role: role, isNew: isNew, courses: count)
    }

    /// People leave a cohort in one role, all of them or none; learners leave its courses too. What was done stays. Again changes nothing.
    /// - Parameter keepingACoordinator: refuses when nobody would coordinate the cohort any more.
    /// - throws: ``CampusError/notFound(_:)``, also for somebody who never had this role in the cohort; ``CampusError/conflict(_:)``.
    package func withdraw(
        _ logins: [String], from cohortKey: String, as role: CohortRole, keepingACoordinator: Bool = false,
        by author: Login? = nil
    ) async throws {
        let now = clock.now
        let people = try await withAccounts {
            try await database.write { writing in
                let cohort = try knownCohort(cohortKey, in: writing)
                let people = try logins.map { try known($0, in: writing) }
                for person in people { try withdraw(person, from: cohort, as: role, by: author, at: now, in: writing) }
                if keepingACoordinator, role == .coordinator,
                    try memberships.people(of: cohort.id, as: .coordinator, after: .start, limit: 1, in: writing).isEmpty
                {
                    throw CampusError.conflict(.lastCoordinator)
                }
                return people
            }
        }
        for person in people { sessions.drop(person.id) }
    }

    private func withdraw(
        _ person: Person, from cohort: Cohort, as role: CohortRole, by author: Login?, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        let held = try memberships.membership(person.id, cohort.id, as: role, in: writing)
        if let held, held.leftAt != nil { return }
        try memberships.leave(person.id, cohort.id, as: role, at: now, in: writing)
        if role == .learner {
            for standing in try progress.courses(of: person.id, in: writing) where standing.enrolment.cohort == cohort.id {
                try enrolments.withdraw(standing.enrolment.id, in: writing)
                try requeue(context: standing.enrolment.id.text, in: writing)
            }
        }
        let detail = "- \(role.rawValue) \(cohort.key)"
        try security.add(managed(.rolesChanged, person.id, at: now, by: author, detail), in: writing)
        try writing.signal(.changed(person.id))
    }

    // MARK: What the files of this use case share

    /// The cohort with a key that someone typed.
    /// - throws: ``CampusError/notFound(_:)``.
    func knownCohort(_ key: String, in reading: any ReadTransaction) throws -> Cohort {
        guard let cohort = try cohorts.cohort(key: key, in: reading) else {
            throw CampusError.notFound(.noCohortWithKey(key))
        }
        return cohort
    }

    /// The rules of the published version of each course of a cohort, as they are in this very transaction.
    func rules(of cohort: Identifier<Cohort>, in reading: any ReadTransaction) throws -> [CourseRules] {
        let followed = Set(try enrolments.courses(of: cohort, in: reading))
        return try courses.courses(in: reading).filter { followed.contains($0.id) }.compactMap { course in
            try courses.published(key: course.key, in: reading).map { CourseRules($0) }
        }
    }

    /// Enrols a learner in courses of a cohort.
    /// - Parameter returning: the person was not in the cohort until now: courses that were left are taken up again.
    /// - Returns: how many courses were begun or taken up again.
    func follow(
        _ rules: [CourseRules], _ person: Identifier<Person>, in cohort: Identifier<Cohort>, returning: Bool,
        at now: Instant, in writing: any WriteTransaction
    ) throws -> Int {
        var count = 0
        for rules in rules {
            let (enrolment, isNew) = try enrolments.enrol(person, in: cohort, following: rules, at: now, in: writing)
            if isNew {
                count += 1
            } else if returning, enrolment.status == .left {
                try enrolments.setStatus(.active, of: enrolment.id, in: writing)
                try requeue(context: enrolment.id.text, in: writing)
                count += 1
            }
        }
        return count
    }
}

extension Phrase {
    static func noCohortWithKey(_ key: String) -> Phrase {
        let shown = String(key.prefix(64))
        return Phrase(fr: "Aucune promo n’a la clé « \(shown) ».", en: "No cohort has the key “\(shown)”.")
    }

    static func noCourseWithKey(_ key: String) -> Phrase {
        let shown = String(key.prefix(64))
        return Phrase(fr: "Aucun cours publié n’a la clé « \(shown) ».", en: "No published course has the key “\(shown)”.")
    }
}
