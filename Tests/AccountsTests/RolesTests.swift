import Essentials
import Testing

@testable import Accounts

@Suite("What roles allow")
struct RolesTests {
    private static let here: Identifier<Cohort> = id(1)
    private static let elsewhere: Identifier<Cohort> = id(2)

    struct Row: Sendable, CustomTestStringConvertible {
        let role: CohortRole
        let staff: Bool
        let reviews: Bool
        let manages: Bool
        let resets: Bool
        let aggregates: Bool
        let members: Bool
        var testDescription: String { role.rawValue }
    }

    @Test(
        "each role of a cohort has its questions answered",
        arguments: [
            Row(role: .learner, staff: false, reviews: false, manages: false, resets: false, aggregates: false, members: true),
            Row(role: .tutor, staff: true, reviews: true, manages: false, resets: true, aggregates: true, members: true),
            Row(role: .mentor, staff: false, reviews: false, manages: false, resets: false, aggregates: false, members: true),
            Row(role: .trainer, staff: true, reviews: true, manages: false, resets: false, aggregates: true, members: true),
            Row(role: .coordinator, staff: true, reviews: true, manages: true, resets: true, aggregates: true, members: true),
            Row(
                role: .disabilityOfficer, staff: true, reviews: false, manages: false, resets: false, aggregates: false,
                members: true),
            Row(role: .jobAdviser, staff: true, reviews: false, manages: false, resets: false, aggregates: false, members: true),
            Row(role: .funder, staff: false, reviews: false, manages: false, resets: false, aggregates: true, members: false),
        ])
    func table(_ row: Row) {
        let roles = Roles(cohorts: [Self.here: [row.role]])
        #expect(roles.isStaff(of: Self.here) == row.staff)
        #expect(roles.isStaffAnywhere == row.staff)
        #expect(roles.mayReviewProgress(of: Self.here) == row.reviews)
        #expect(roles.mayMark(in: Self.here) == row.reviews)
        #expect(roles.cohortsToReview == (row.reviews ? [Self.here] : []))
        #expect(roles.mayManage(Self.here) == row.manages)
        #expect(roles.mayResetPasswords(in: Self.here) == row.resets)
        #expect(roles.maySeeAggregates(of: Self.here) == row.aggregates)
        #expect(roles.maySeeMembers(of: Self.here) == row.members)
        #expect(!roles.mayManageAccounts)
        #expect(!roles.mayWriteCourses)
    }

    @Test("a role in one cohort gives nothing in another", arguments: CohortRole.allCases)
    func otherCohort(_ role: CohortRole) {
        let roles = Roles(cohorts: [Self.here: [role]])
        #expect(!roles.isMember(of: Self.elsewhere))
        #expect(!roles.isStaff(of: Self.elsewhere))
        #expect(!roles.mayReviewProgress(of: Self.elsewhere))
        #expect(!roles.mayManage(Self.elsewhere))
        #expect(!roles.mayResetPasswords(in: Self.elsewhere))
        #expect(!roles.maySeeMembers(of: Self.elsewhere))
    }

    @Test("an admin manages accounts and cohorts, and sees no marks; an author writes courses")
    func installation() {
        let admin = Roles(installation: [.admin])
        #expect(admin.mayManageAccounts)
        #expect(admin.mayManage(Self.here))
        #expect(!admin.mayReviewProgress(of: Self.here))
        #expect(!admin.mayWriteCourses)
        let author = Roles(installation: [.author])
        #expect(author.mayWriteCourses)
        #expect(!author.mayManageAccounts)
        #expect(!author.isStaffAnywhere)
    }

    @Test("a tutor who learns elsewhere is staff here and a learner there")
    func several() {
        let roles = Roles(cohorts: [Self.here: [.tutor, .trainer], Self.elsewhere: [.learner]])
        #expect(roles.isStaff(of: Self.here))
        #expect(!roles.isStaff(of: Self.elsewhere))
        #expect(roles.isLearner(of: Self.elsewhere))
        #expect(roles.isLearnerAnywhere)
        #expect(roles.cohorts(withAny: [.learner, .tutor]) == [Self.here, Self.elsewhere])
    }

    @Test("no role gives nothing")
    func none() {
        #expect(!Roles.none.isStaffAnywhere)
        #expect(!Roles.none.isMember(of: Self.here))
        #expect(!Roles.none.maySeeMembers(of: Self.here))
    }
}
