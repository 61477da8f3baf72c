import Accounts
import Essentials

/// Words of the pages on which a coordinator makes a cohort and decides who is in it.
extension Phrase {
    static let newCohort = Phrase(fr: "Créer une promo", en: "Make a cohort")
    static let makeCohort = Phrase(fr: "Créer cette promo", en: "Make this cohort")
    static let cohortTitle = Phrase(fr: "Titre", en: "Title")
    static let cohortKey = Phrase(fr: "Clé", en: "Key")
    static let cohortKeyHint = Phrase(
        fr: "Des minuscules, des chiffres et des tirets, par exemple web-2026-09. Elle ne change plus.",
        en: "Lower-case letters, digits and hyphens, such as web-2026-09. It does not change any more.")
    static let peopleAndCourses = Phrase(fr: "Personnes et cours", en: "People and courses")
    static let coursesOfCohort = Phrase(fr: "Cours suivis", en: "Courses that it follows")
    static let noCourseYet = Phrase(fr: "Aucun cours pour l’instant.", en: "No course yet.")
    static let followCourse = Phrase(fr: "Ajouter ce cours", en: "Add this course")
    static let oneMoreCourse = Phrase(fr: "Un cours de plus", en: "One more course")
    static let peopleOfCohort = Phrase(fr: "Personnes de la promo", en: "People of the cohort")
    static let nobodyYet = Phrase(fr: "Personne pour l’instant.", en: "Nobody yet.")
    static let roleLabel = Phrase(fr: "Rôle", en: "Role")
    static let group = Phrase(fr: "Groupe", en: "Group")
    static let noGroup = Phrase(fr: "aucun groupe", en: "no group")
    static let loginLabel = Phrase(fr: "Identifiant", en: "Login")
    static let emailLabel = Phrase(fr: "Adresse e-mail (facultative)", en: "E-mail address (optional)")
    static let enrolPeople = Phrase(fr: "Inscrire des personnes qui ont un compte", en: "Enrol people who have an account")
    static let loginsLabel = Phrase(fr: "Identifiants", en: "Logins")
    static let loginsHint = Phrase(fr: "Un par ligne.", en: "One on each line.")
    static let enrol = Phrase(fr: "Inscrire", en: "Enrol")
    static let addAccount = Phrase(fr: "Créer un compte et l’inscrire", en: "Make an account and enrol it")
    static let makeAccount = Phrase(fr: "Créer ce compte", en: "Make this account")
    static let leaveCohort = Phrase(fr: "Retirer de la promo", en: "Take out of the cohort")
    static let accountMade = Phrase(fr: "Compte créé", en: "Account made")
    static let shownOnce = Phrase(
        fr: "Ce mot de passe n’est montré qu’ici. Donnez-le à la personne : elle en choisira un autre à sa première connexion.",
        en: "This password is shown here only. Give it to the person, who will choose another one at the first sign-in.")
    static let passwordOnce = Phrase(fr: "Mot de passe", en: "Password")
}

extension CohortRole {
    var phrase: Phrase {
        switch self {
        case .learner: Phrase(fr: "stagiaire", en: "learner")
        case .tutor: Phrase(fr: "tuteur ou tutrice", en: "tutor")
        case .mentor: Phrase(fr: "mentor", en: "mentor")
        case .trainer: Phrase(fr: "formateur ou formatrice", en: "trainer")
        case .coordinator: Phrase(fr: "coordination", en: "coordinator")
        case .disabilityOfficer: Phrase(fr: "référent handicap", en: "disability officer")
        case .jobAdviser: Phrase(fr: "conseil en insertion", en: "job adviser")
        case .funder: Phrase(fr: "financeur", en: "funder")
        }
    }
}
