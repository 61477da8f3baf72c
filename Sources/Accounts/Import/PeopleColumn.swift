import Essentials

/// The columns of a file of people.
enum PeopleColumn: String, CaseIterable {
    case login
    case givenName = "given_name"
    case familyName = "family_name"
    case email
    case language
    case role
    case cohort
    case group
    case password

    static let required: [PeopleColumn] = [.login, .givenName, .familyName]

    /// Reads a header's cell: without case and accents, spaces and hyphens as underscores.
    init?(header: String) {
        let name = String(header.folded.map { $0 == " " || $0 == "-" ? "_" : $0 })
        guard let column = Self.allCases.first(where: { $0.rawValue == name || $0.otherNames.contains(name) }) else {
            return nil
        }
        self = column
    }

    /// The names as French and English spreadsheets have them.
    private var otherNames: [String] {
        switch self {
        case .login: ["identifiant", "username", "user_name"]
        case .givenName: ["prenom", "first_name", "firstname"]
        case .familyName: ["nom", "nom_de_famille", "last_name", "lastname", "surname"]
        case .email: ["courriel", "mail", "e_mail", "adresse_e_mail", "adresse_mail"]
        case .language: ["langue"]
        case .role: []
        case .cohort: ["promo", "promotion"]
        case .group: ["groupe"]
        case .password: ["mot_de_passe", "motdepasse"]
        }
    }
}

extension CohortRole {
    /// Reads a role as people write it in a file.
    init?(typed: String) {
        let name = String(typed.folded.map { $0 == " " || $0 == "_" ? "-" : $0 })
        guard let role = Self.allCases.first(where: { $0.rawValue == name || $0.otherNames.contains(name) }) else {
            return nil
        }
        self = role
    }

    private var otherNames: [String] {
        switch self {
        case .learner: ["stagiaire", "apprenant", "apprenante", "eleve", "student"]
        case .tutor: ["tuteur", "tutrice"]
        case .mentor: ["mentore"]
        case .trainer: ["formateur", "formatrice"]
        case .coordinator: ["coordinateur", "coordinatrice", "referent-pedagogique", "referente-pedagogique"]
        case .disabilityOfficer: ["referent-handicap", "referente-handicap"]
        case .jobAdviser: ["conseiller-en-insertion", "conseillere-en-insertion", "conseiller", "conseillere"]
        case .funder: ["financeur", "financeuse"]
        }
    }
}

extension Language {
    /// Reads a language as people write it in a file.
    init?(typed: String) {
        switch typed.folded {
        case "fr", "francais", "french": self = .french
        case "en", "anglais", "english": self = .english
        default: return nil
        }
    }
}
