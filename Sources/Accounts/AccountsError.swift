package import Essentials

/// What accounts refuse. ``phrase`` says it to people; the cases say it to code.
package enum AccountsError: Error, Hashable, Sendable {
    // What someone typed.
    case badLogin
    case badName
    case badEmail
    case badKey(String)
    case badTitle
    case badDates
    case badLabel
    case weakPassword([PasswordFault])

    // What is already there, or is not.
    case loginTaken(String)
    case emailTaken
    case cohortKeyTaken(String)
    case groupKeyTaken(String)
    case unknownPerson
    case unknownCohort
    case unknownGroup
    case notAMember

    // Signing in.
    /// The login is unknown, the password is wrong or the account is closed: the same answer for all three.
    case wrongLoginOrPassword
    /// Too many failures for this login or from this address, whether or not the login exists.
    case signInBlocked(until: Instant, waitSeconds: Int64)
    /// Too many people are signing in at this moment.
    case tooBusy

    /// A file of people was refused whole, for these reasons.
    case peopleRefused([PeopleProblem])
    /// A stored password hash cannot be read. The person must get a new password.
    case unreadablePasswordHash
}

extension AccountsError {
    /// The sentence shown to people, French and English.
    package var phrase: Phrase {
        switch self {
        case .badLogin, .badName, .badEmail, .badKey, .badTitle, .badDates, .badLabel: typed
        case .weakPassword(let faults): Phrase.passwordFaults(faults)
        case .loginTaken, .emailTaken, .cohortKeyTaken, .groupKeyTaken: taken
        case .unknownPerson, .unknownCohort, .unknownGroup, .notAMember: missing
        case .wrongLoginOrPassword, .signInBlocked, .tooBusy, .unreadablePasswordHash: signIn
        case .peopleRefused(let problems):
            Phrase.counted(
                problems.count,
                fr: (
                    "Le fichier a un problème. Personne n’a été ajouté.",
                    "Le fichier a \(problems.count) problèmes. Personne n’a été ajouté."
                ),
                en: (
                    "The file has one problem. Nobody was added.",
                    "The file has \(problems.count) problems. Nobody was added."
                ))
        }
    }

    private var typed: Phrase {
        switch self {
        case .badLogin:
            Phrase(
                fr: "L’identifiant a 2 à 64 caractères : lettres, chiffres, point, tiret, @. Sans espace.",
                en: "A login has 2 to 64 characters: letters, digits, dot, hyphen, @. No space.")
        case .badName:
            Phrase(
                fr: "Écrivez un prénom ou un nom, 100 caractères au plus, sans caractère invisible.",
                en: "Write a given name or a family name, 100 characters at most, without invisible characters.")
        case .badEmail:
            Phrase(
                fr: "Cette adresse e-mail n’a pas la bonne forme. Exemple : nom@exemple.fr",
                en: "This e-mail address does not look right. Example: name@example.org")
        case .badKey(let key):
            Phrase(
                fr: "La clé « \(key) » ne convient pas : 2 à 64 caractères, minuscules sans accent, chiffres, tirets.",
                en: "The key “\(key)” does not fit: 2 to 64 characters, lower-case letters without accents, digits, hyphens.")
        case .badTitle:
            Phrase(fr: "Le titre a 1 à 200 caractères.", en: "A title has 1 to 200 characters.")
        case .badDates:
            Phrase(
                fr: "Les dates s’écrivent AAAA-MM-JJ, et la fin vient après le début.",
                en: "Dates are written YYYY-MM-DD, and the end comes after the start.")
        default:
            Phrase(fr: "Le nom du jeton a 1 à 100 caractères.", en: "A token’s label has 1 to 100 characters.")
        }
    }

    private var taken: Phrase {
        switch self {
        case .loginTaken(let login):
            Phrase(
                fr: "L’identifiant « \(login) » est déjà pris. Choisissez-en un autre.",
                en: "The login “\(login)” is already taken. Choose another.")
        case .emailTaken:
            Phrase(
                fr: "Cette adresse e-mail sert déjà à un autre compte.",
                en: "Another account already uses this e-mail address.")
        case .cohortKeyTaken(let key):
            Phrase(fr: "La promo « \(key) » existe déjà.", en: "The cohort “\(key)” already exists.")
        case .groupKeyTaken(let key):
            Phrase(
                fr: "Le groupe « \(key) » existe déjà dans cette promo.",
                en: "The group “\(key)” already exists in this cohort.")
        default: missing
        }
    }

    private var missing: Phrase {
        switch self {
        case .unknownCohort: Phrase(fr: "Cette promo n’existe pas.", en: "This cohort does not exist.")
        case .unknownGroup:
            Phrase(fr: "Ce groupe n’existe pas dans cette promo.", en: "This group does not exist in this cohort.")
        case .notAMember:
            Phrase(fr: "Cette personne n’a pas ce rôle dans la promo.", en: "This person does not have this role in the cohort.")
        default: Phrase(fr: "Cette personne n’existe pas.", en: "This person does not exist.")
        }
    }

    private var signIn: Phrase {
        switch self {
        case .signInBlocked(_, let seconds):
            Phrase(
                fr: "Trop d’essais. Réessayez dans \(Phrase.wait(seconds).fr).",
                en: "Too many tries. Try again in \(Phrase.wait(seconds).en).")
        case .tooBusy:
            Phrase(
                fr: "Beaucoup de personnes se connectent en ce moment. Réessayez dans quelques secondes.",
                en: "Many people are signing in right now. Try again in a few seconds.")
        case .unreadablePasswordHash:
            Phrase(
                fr: "Ce mot de passe ne peut plus servir. Demandez-en un nouveau à votre tutrice ou votre tuteur.",
                en: "This password can no longer be used. Ask your tutor for a new one.")
        default:
            Phrase(
                fr: "L’identifiant ou le mot de passe ne va pas. Vérifiez les deux, puis réessayez.",
                en: "The login or the password is not right. Check both and try again.")
        }
    }
}

extension Phrase {
    /// A wait in words, rounded up: « 30 secondes », « 2 minutes », « 1 heure ».
    static func wait(_ seconds: Int64) -> Phrase {
        switch max(seconds, 1) {
        case ..<60:
            let count = Int(max(seconds, 1))
            return counted(count, fr: ("1 seconde", "\(count) secondes"), en: ("1 second", "\(count) seconds"))
        case ..<3541:
            let count = Int((seconds + 59) / 60)
            return counted(count, fr: ("1 minute", "\(count) minutes"), en: ("1 minute", "\(count) minutes"))
        default:
            let count = Int((seconds + 3599) / 3600)
            return counted(count, fr: ("1 heure", "\(count) heures"), en: ("1 hour", "\(count) hours"))
        }
    }
}
