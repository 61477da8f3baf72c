import Essentials
import TestSupport

@testable import Accounts
@testable import Campus
@testable import CourseContent
@testable import Web

extension PageWorld {
    /// The pages on which a cohort is made and filled.
    func coordinating(_ page: GoldenPage, _ language: Language) throws -> String {
        switch page {
        case .newCohort:
            let problem = Problem(CampusError(AccountsError.badDates))
            let typed = Campus.TypedCohort(key: "Web <2>", title: "\"><b>", startsOn: "2026-09-01", endsOn: "2026-08-01")
            return render(NewCohortPage(model: .init(typed), problem: problem), language, for: Self.tutor)
        case .freshAccount:
            return render(
                FreshAccountPage(
                    model: .init(
                        cohort: Self.cohort.key, cohortTitle: Self.cohort.title, person: Self.learner.person.id.text,
                        login: "awa.diallo", name: "Awa <Diallo>", password: "prune-vent-tasse-4")), language, for: Self.tutor)
        default:
            let group = Group(id: Self.id(90), cohort: Self.cohort.id, key: "mardi", title: "Groupe du <mardi>")
            let people = [(Self.learner.person, CohortRole.learner), (Self.tutor.person, .tutor)].map { person, role in
                CohortListing(
                    person: PersonListing(
                        id: person.id, login: person.login.text, name: person.name, email: nil, isDisabled: false,
                        position: .start), role: role, group: role == .learner ? group.id : nil, joinedAt: Self.yesterday)
            }
            let isRefused = page == .cohortPeopleRefused
            let reading = Campus.CohortPeople(
                cohort: Self.cohort, courses: isRefused ? [] : [course], otherCourses: isRefused ? [course] : [],
                groups: isRefused ? [] : [group], people: isRefused ? [] : people)
            var view = CohortPeoplePage(model: .init(reading))
            if isRefused {
                view.refused = .people
                view.problem = Problem(CampusError.invalid("logins", .noSuchLogin("<awa>")))
                view.typed = ["logins": "<awa>", "role": "tutor"]
            }
            return render(view, language, for: Self.tutor)
        }
    }
}
