import Essentials
import TestSupport

@testable import Accounts
@testable import Campus
@testable import CourseContent
@testable import Gamification
@testable import Web

extension PageWorld {
    /// Badges: one that is kept, one that is shown, one that was revoked, one to be earned.
    func badges(_ page: GoldenPage, _ language: Language) -> String {
        let rule = BadgeRule(
            id: "module", title: "Lire le <html>", summary: "Vous lisez une page.", colour: .plum,
            needs: [
                .init(.moduleCompleted, module: course.outline.modules[0].id),
                .init(.markReached, activity: "verifier", mark: 80),
            ])
        let issuer = BadgeIssuer(site: "https://apprendre.example.org", name: "Centre <d’essai>")
        let badges = [
            award(1, "Premier pas"), award(2, "À l’heure", sharedAt: Self.now),
            award(3, "Erreur", revocation: BadgeRevocation(reason: "Donné à <tort>", by: nil, at: Self.now)),
        ]
        switch page {
        case .badges, .badgesEmpty:
            let reading = Campus.BadgesReading(
                held: page == .badges ? badges : [],
                toEarn: [
                    .init(rule: rule, sketch: BadgeSketch(rule, in: course.outline), met: [true, false], course: course)
                ])
            return render(BadgesPage(model: .init(reading)), language, for: Self.learner)
        case .sharedBadge, .sharedBadgeRevoked:
            let shared = Campus.SharedBadge(
                badge: badges[page == .sharedBadge ? 1 : 2], holder: Self.learner.person.name)
            return render(
                SharedBadgePage(model: .init(shared, credential: "eyJ.eyJ.x", issuer: issuer)), language, for: nil)
        case .issuer: return render(IssuerPage(model: .init(issuer)), language, for: nil)
        default:
            let given = badges.map { Campus.GivenBadge(badge: $0, holder: Self.learner.person) }
            let isRefused = page == .cohortBadgesRefused
            let problem = Problem(CampusError.invalid("reason", .badgeNeedsReason))
            return render(
                CohortBadgesPage(
                    model: .init(Self.cohort, isRefused ? given : []), refused: isRefused ? badges[0].id.text : nil,
                    problem: isRefused ? problem : nil, typed: isRefused ? "\"<b>" : ""), language, for: Self.tutor)
        }
    }

    private func award(
        _ number: Int, _ title: String, sharedAt: Instant? = nil, revocation: BadgeRevocation? = nil
    ) -> BadgeAward {
        BadgeAward(
            id: Self.id(980 + number), number: number, address: String(repeating: "b", count: 43),
            person: Self.learner.person.id, place: PointPlace(cohort: Self.cohort.id, course: course.outline.key),
            badge: "b\(number)",
            sketch: BadgeSketch(
                title: title, summary: number == 1 ? "Vous avez commencé." : nil, criteria: "terminer « Bienvenue ».",
                colour: number == 1 ? "green" : "amber", courseTitle: course.outline.title, language: .french),
            awardedAt: Self.yesterday, sharedAt: sharedAt, revocation: revocation)
    }
}
