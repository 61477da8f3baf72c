package import Essentials

/// What someone does in one cohort.
package enum CohortRole: String, Sendable, Hashable, Codable, CaseIterable {
    /// Stagiaire: follows, writes, signs their own presence.
    case learner
    /// Weekly contact, feedback, alerts, progress.
    case tutor
    /// A professional peer: conversations and slots. Sees neither marks nor absences.
    case mentor
    /// Runs sessions, signs, marks.
    case trainer
    /// Référent pédagogique: the plan and all of a cohort.
    case coordinator
    /// Référent handicap: accommodations only.
    case disabilityOfficer = "disability-officer"
    /// Conseiller en insertion: portfolio and outcomes.
    case jobAdviser = "job-adviser"
    /// Financeur: aggregates and certified documents, read only.
    case funder

    /// Works for the training organisation. A mentor and a funder come from outside it.
    package var isStaff: Bool {
        switch self {
        case .tutor, .trainer, .coordinator, .disabilityOfficer, .jobAdviser: true
        case .learner, .mentor, .funder: false
        }
    }

    /// The name of the role, for people.
    package var phrase: Phrase {
        switch self {
        case .learner: Phrase(fr: "stagiaire", en: "learner")
        case .tutor: Phrase(fr: "tuteur ou tutrice", en: "tutor")
        case .mentor: Phrase(fr: "mentor", en: "mentor")
        case .trainer: Phrase(fr: "formateur ou formatrice", en: "trainer")
        case .coordinator: Phrase(fr: "référent pédagogique", en: "coordinator")
        case .disabilityOfficer: Phrase(fr: "référent handicap", en: "disability officer")
        case .jobAdviser: Phrase(fr: "conseil en insertion", en: "job adviser")
        case .funder: Phrase(fr: "financeur", en: "funder")
        }
    }
}

/// What someone does for the whole installation.
package enum InstallationRole: String, Sendable, Hashable, Codable, CaseIterable {
    /// Writes and publishes courses.
    case author
    /// Accounts and settings; not the content of private conversations.
    case admin

    /// The name of the role, for people.
    package var phrase: Phrase {
        switch self {
        case .author: Phrase(fr: "auteur ou autrice", en: "author")
        case .admin: Phrase(fr: "administration", en: "admin")
        }
    }
}
