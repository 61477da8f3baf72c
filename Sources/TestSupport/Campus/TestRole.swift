package import Accounts
package import Essentials

/// The people of ``TestCampus``. All but the last four are of the cohort `web-2026-09`.
package enum TestRole: String, Sendable, CaseIterable {
    case learner
    /// Follows the same course in the same cohort.
    case secondLearner
    case tutor
    case mentor
    case trainer
    case coordinator
    case jobAdviser
    case funder
    /// Follows the same course in the cohort `cyber-2026-11`.
    case outsideLearner
    /// Follows the cohort `cyber-2026-11` only.
    case outsideTutor
    case author
    case admin

    var names: (login: String, given: String, family: String) {
        switch self {
        case .learner: ("samira.benali", "Samira", "Benali")
        case .secondLearner: ("karim.haddad", "Karim", "Haddad")
        case .tutor: ("nadia.roux", "Nadia", "Roux")
        case .mentor: ("marc.olivier", "Marc", "Olivier")
        case .trainer: ("ines.garcia", "Inès", "Garcia")
        case .coordinator: ("paul.lefevre", "Paul", "Lefèvre")
        case .jobAdviser: ("sophie.martin", "Sophie", "Martin")
        case .funder: ("hugo.bernard", "Hugo", "Bernard")
        case .outsideLearner: ("louise.petit", "Louise", "Petit")
        case .outsideTutor: ("claire.dubois", "Claire", "Dubois")
        case .author: ("theo.moreau", "Théo", "Moreau")
        case .admin: ("alix.laurent", "Alix", "Laurent")
        }
    }

    var cohortRole: CohortRole? {
        switch self {
        case .learner, .secondLearner, .outsideLearner: .learner
        case .tutor, .outsideTutor: .tutor
        case .mentor: .mentor
        case .trainer: .trainer
        case .coordinator: .coordinator
        case .jobAdviser: .jobAdviser
        case .funder: .funder
        case .author, .admin: nil
        }
    }

    var installationRole: InstallationRole? {
        switch self {
        case .author: .author
        case .admin: .admin
        default: nil
        }
    }

    var isOutside: Bool { self == .outsideLearner || self == .outsideTutor }
}

/// Someone of ``TestCampus``, with the ways in.
package struct TestPerson: Sendable {
    package let role: TestRole
    package let id: Identifier<Person>
    package let login: String
    /// An open session, as the cookie holds it.
    package let session: SecretToken
    /// A program's token.
    package let bearer: SecretToken

    /// The password of everybody.
    package static let password = "trois pommes vertes"
}
