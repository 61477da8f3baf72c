package import Essentials

/// Every role that one person holds now, and what follows from it. Pure: who calls decides what to do with the answer.
package struct Roles: Sendable, Hashable {
    package var installation: Set<InstallationRole>
    /// Roles held now; a cohort that was left is not in it.
    package var cohorts: [Identifier<Cohort>: Set<CohortRole>]

    package init(installation: Set<InstallationRole> = [], cohorts: [Identifier<Cohort>: Set<CohortRole>] = [:]) {
        self.installation = installation
        self.cohorts = cohorts
    }

    package static let none = Roles()

    package func roles(in cohort: Identifier<Cohort>) -> Set<CohortRole> { cohorts[cohort] ?? [] }

    package func has(_ role: CohortRole, in cohort: Identifier<Cohort>) -> Bool { roles(in: cohort).contains(role) }

    package func hasAny(of wanted: Set<CohortRole>, in cohort: Identifier<Cohort>) -> Bool {
        !roles(in: cohort).isDisjoint(with: wanted)
    }

    /// The cohorts in which the person holds one of `wanted`, in order of id.
    package func cohorts(withAny wanted: Set<CohortRole>) -> [Identifier<Cohort>] {
        cohorts.filter { !$0.value.isDisjoint(with: wanted) }.keys.sorted()
    }
}

extension Roles {
    package var isAdmin: Bool { installation.contains(.admin) }
    package var isAuthor: Bool { installation.contains(.author) }
    package var isLearnerAnywhere: Bool { cohorts.values.contains { $0.contains(.learner) } }

    package func isMember(of cohort: Identifier<Cohort>) -> Bool { !roles(in: cohort).isEmpty }
    package func isLearner(of cohort: Identifier<Cohort>) -> Bool { has(.learner, in: cohort) }

    /// Works for the organisation in this cohort.
    package func isStaff(of cohort: Identifier<Cohort>) -> Bool { roles(in: cohort).contains(where: \.isStaff) }

    package var isStaffAnywhere: Bool { cohorts.values.contains { $0.contains(where: \.isStaff) } }

    /// May see learners' progress, marks and absences. A mentor, a funder, a job adviser, a disability officer and an
    /// admin may not.
    package func mayReviewProgress(of cohort: Identifier<Cohort>) -> Bool { hasAny(of: Self.reviewers, in: cohort) }

    package var mayReviewProgressAnywhere: Bool { !cohortsToReview.isEmpty }

    /// The cohorts whose learners' progress the person may see.
    package var cohortsToReview: [Identifier<Cohort>] { cohorts(withAny: Self.reviewers) }

    /// May mark what learners hand in.
    package func mayMark(in cohort: Identifier<Cohort>) -> Bool { hasAny(of: Self.reviewers, in: cohort) }

    /// May put classes on the calendar of the cohort, move and cancel them.
    package func mayPlanSessions(in cohort: Identifier<Cohort>) -> Bool { hasAny(of: Self.planners, in: cohort) }

    /// The cohorts whose classes the person plans.
    package var cohortsToPlan: [Identifier<Cohort>] { cohorts(withAny: Self.planners) }

    private static let planners: Set<CohortRole> = [.trainer, .coordinator]

    /// May give a learner of the cohort more time where it is counted, and see what was given: an accommodation, decided with the person.
    package func mayAdaptTime(in cohort: Identifier<Cohort>) -> Bool {
        hasAny(of: Self.timeDeciders, in: cohort)
    }

    /// May give a learner of the cohort a pause or more time for an activity, dispense from one and correct a mark, and see what was decided.
    package func mayAdaptPace(in cohort: Identifier<Cohort>) -> Bool { hasAny(of: [.tutor, .coordinator], in: cohort) }

    /// The cohorts in which the person decides on time.
    package var cohortsToAdapt: [Identifier<Cohort>] { cohorts(withAny: Self.timeDeciders) }
    package var isDisabilityOfficer: Bool { !cohorts(withAny: [.disabilityOfficer]).isEmpty }

    private static let timeDeciders: Set<CohortRole> = [.tutor, .coordinator, .disabilityOfficer]

    /// May enrol people, make groups and change the plan of the cohort.
    package func mayManage(_ cohort: Identifier<Cohort>) -> Bool { isAdmin || has(.coordinator, in: cohort) }

    /// May give a learner of the cohort a new password.
    package func mayResetPasswords(in cohort: Identifier<Cohort>) -> Bool {
        isAdmin || hasAny(of: [.tutor, .coordinator], in: cohort)
    }

    /// May see the figures of a cohort, never a person's.
    package func maySeeAggregates(of cohort: Identifier<Cohort>) -> Bool {
        hasAny(of: [.funder, .coordinator, .tutor, .trainer], in: cohort)
    }

    /// May see the names of the members of a cohort. A funder sees figures only.
    package func maySeeMembers(of cohort: Identifier<Cohort>) -> Bool {
        isAdmin || roles(in: cohort).contains { $0 != .funder }
    }

    /// May add, close and reset accounts, make cohorts and give roles.
    package var mayManageAccounts: Bool { isAdmin }

    /// May write and publish courses, and see all their versions.
    package var mayWriteCourses: Bool { isAuthor }

    private static let reviewers: Set<CohortRole> = [.tutor, .trainer, .coordinator]
}
