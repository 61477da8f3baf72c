import Accounts
package import Essentials

/// A cohort of the demonstration.
package struct DemonstrationCohort: Sendable, Hashable {
    package let key: String
    /// The key of the course that it follows.
    package let course: String
    let name: String
    /// How many weeks before the week of the set-up it began, on a Monday.
    let weeksAgo: Int
    let groups: [GroupDefinition]

    struct GroupDefinition: Sendable, Hashable {
        let key: String
        let title: String
    }

    package static let web = DemonstrationCohort(
        key: "demo-web", course: "dev-web-hybride", name: "Développeur web", weeksAgo: 3,
        groups: [
            GroupDefinition(key: "groupe-a", title: "Groupe A"), GroupDefinition(key: "groupe-b", title: "Groupe B"),
        ])
    package static let cyber = DemonstrationCohort(
        key: "demo-cyber", course: "support-cyber-spoc", name: "Assistance informatique", weeksAgo: 4, groups: [])
    package static let english = DemonstrationCohort(
        key: "demo-english", course: "english-for-logistics", name: "English for Logistics", weeksAgo: 3, groups: [])

    package static let all = [web, cyber, english]

    /// « Développeur web, promo de novembre 2026 »
    func title(_ days: DemonstrationDays) -> String {
        let month = days.monthInFrench
        return "\(name), promo \(month.first.map { "ao".contains($0) } ?? false ? "d’" : "de ")\(month)"
    }
}

/// An account of the demonstration whose password is known to everybody.
package struct DemonstrationAccount: Sendable, Hashable {
    package let kind: Kind
    package let login: String
    package let name: String
    /// Never to be used for anything else: it is in the documentation.
    package let password: String

    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case learner, tutor, author, coordinator

        package var phrase: Phrase {
            switch self {
            case .learner: CohortRole.learner.phrase
            case .tutor: Phrase(fr: "tutrice", en: "tutor")
            case .author: Phrase(fr: "autrice", en: "author")
            case .coordinator: Phrase(fr: "référente pédagogique", en: "coordinator")
            }
        }
    }

    package static let shown = [
        DemonstrationAccount(
            kind: .learner, login: "samira.benali", name: "Samira Benali", password: "tisane-galet-volcan-3"),
        DemonstrationAccount(
            kind: .tutor, login: "helene.castaing", name: "Hélène Castaing", password: "bocal-prairie-plume-5"),
        DemonstrationAccount(
            kind: .author, login: "agathe.morvan", name: "Agathe Morvan", password: "crayon-orage-sentier-7"),
        DemonstrationAccount(
            kind: .coordinator, login: "valerie.nkounkou", name: "Valérie Nkounkou",
            password: "horloge-mousse-lisiere-9"),
    ]
}
