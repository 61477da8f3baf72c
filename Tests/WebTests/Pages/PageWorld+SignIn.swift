import Essentials
import TestSupport
import Testing

@testable import Accounts
@testable import Assessment
@testable import Campus
@testable import CourseContent
@testable import Progress
@testable import Scheduling
@testable import Web

extension PageWorld {
    /// Signing in otherwise, and helping learners in.
    func signingIn(_ page: GoldenPage, _ language: Language) throws -> String {
        let secret = String(repeating: "s", count: 43)
        switch page {
        case .linkRequest:
            let problem = Problem(CampusError.invalid("login", .fieldRequired))
            return render(LinkRequestPage(model: .init(isSent: false), login: "a\"<b>", problem: problem), language, for: nil)
        case .linkRequestSent: return render(LinkRequestPage(model: .init(isSent: true)), language, for: nil)
        case .link: return render(LinkPage(model: .init(isGood: true), secret: secret), language, for: nil)
        case .linkSpent: return render(LinkPage(model: .init(isGood: false), secret: secret), language, for: nil)
        case .signInCard:
            let problem = Problem(CampusError.invalid("pin", .fieldRequired))
            return render(
                SignInCardPage(model: .init(givenName: "Samira <b>"), secret: secret, problem: problem), language, for: nil)
        case .signInCards:
            func help(_ person: Person, cardMadeAt: Instant?, mayHelp: Bool = true) -> Campus.SignInHelp {
                let listing = PersonListing(
                    id: person.id, login: person.login.text, name: person.name, email: nil, isDisabled: false, position: .start)
                return Campus.SignInHelp(person: listing, cardMadeAt: cardMadeAt, mayHelp: mayHelp)
            }
            let learners = [
                help(Self.learner.person, cardMadeAt: Self.yesterday),
                help(Self.person(31, "Karim", "<Haddad>"), cardMadeAt: nil),
                help(Self.person(32, "Aussi", "Tuteur"), cardMadeAt: nil, mayHelp: false),
            ]
            return render(SignInCardsPage(model: .init(Self.cohort, learners)), language, for: Self.tutor)
        case .signInCardSheet:
            let card = SignInCardSheetPage.Card(
                person: Self.learner.person.id.text, name: "Samira Benali", login: "samira.benali",
                address: "https://apprendre.example.org/sign-in/card/" + secret, pin: "012345")
            let model = SignInCardSheetPage.Model(cohort: Self.cohort.key, organisation: "Centre <d’essai>", cards: [card])
            return render(SignInCardSheetPage(model: model), language, for: Self.tutor)
        default:
            let events = SecurityEvent.Kind.allCases.enumerated().map { index, kind in
                SecurityEvent(
                    id: Self.id(950 + index), person: Self.learner.person.id, kind: kind,
                    at: Self.now.adding(seconds: -Int64(index) * 600), detail: index == 0 ? "Firefox <x>" : "")
            }
            return render(AccountHistoryPage(model: .init(events)), language, for: Self.learner)
        }
    }

    /// What is to be done before a class: as those who plan see it.
    func preparation(_ language: Language) throws -> String {
        func learner(_ number: Int, _ given: String, _ family: String) -> ActivityLearner {
            ActivityLearner(
                enrolment: Self.id(600 + number), person: Self.id(500 + number), givenName: given, familyName: family,
                sortKey: family.folded, state: nil)
        }
        let outline = course.outline
        let quiz = try #require(outline.activities.first { $0.id == TestCourse.quiz })
        let line = Campus.PreparationReading.Line(
            course: outline.key, activity: quiz, done: [learner(1, "Samira", "Benali")],
            missing: [learner(2, "Karim", "<Haddad>")],
            questions: [ItemStatistics(question: "q1", attempts: 3, facility: 0.25, discrimination: nil)],
            texts: ["q1": "<p>Quelle <em>balise</em> ?</p>"])
        let reading = Campus.PreparationReading(
            session: try session(startingIn: 86_400), cohort: Self.cohort, mayPlan: true, lines: [line], courses: [course],
            activity: nil)
        return render(PreparationPage(model: .init(reading)), language, for: Self.tutor)
    }
}
