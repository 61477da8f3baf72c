import Campus
import Essentials
import Tutoring

/// Words of a tutor's day and of the caseload.
extension Phrase {
    static let followUp = Phrase(fr: "Suivi", en: "Follow-up")
    static let todayTitle = Phrase(fr: "Aujourd’hui", en: "Today")
    static let myLearners = Phrase(fr: "Mes stagiaires", en: "My learners")
    static func learnersFound(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("\(count) personne dans la liste", "\(count) personnes dans la liste"),
            en: ("\(count) person in the list", "\(count) people in the list"))
    }
    static let nobodyFits = Phrase(fr: "Personne ne correspond à ces choix", en: "Nobody fits these choices")
    static let showEverybody = Phrase(fr: "Voir tout le monde", en: "Show everybody")
    static let findLearners = Phrase(fr: "Trouver des stagiaires", en: "Find learners")
    static let orderBy = Phrase(fr: "Ordre", en: "Order")
    static let onlyLate = Phrase(fr: "Seulement en retard", en: "Late only")
    static let show = Phrase(fr: "Afficher", en: "Show")
    static let allOfThem = Phrase(fr: "Tous", en: "All")
    static let paceLabel = Phrase(fr: "Rythme", en: "Pace")
    static func late(_ time: String) -> Phrase { Phrase(fr: "\(time) de retard", en: "\(time) late") }
    static let unanswered = Phrase(fr: "Message sans réponse", en: "Message without an answer")
    static let toMarkShort = Phrase(fr: "À corriger", en: "To mark")
    static let alert = Phrase(fr: "Alerte", en: "Alert")
    static let reasons = Phrase(fr: "Raisons", en: "Reasons")
    static let familyName = Phrase(fr: "Nom", en: "Family name")
    static let givenName = Phrase(fr: "Prénom", en: "Given name")
    static let connectedMinutes = Phrase(fr: "Temps connecté (minutes)", en: "Time connected (minutes)")
    static let openSince = Phrase(fr: "Ouvert depuis (jours)", en: "Opened (days ago)")
    static let bestColumn = Phrase(fr: "Meilleur résultat (%)", en: "Best result (%)")
    static let markColumn = Phrase(fr: "Note (%)", en: "Mark (%)")
    static let facilityColumn = Phrase(fr: "Réussite (%)", en: "Facility (%)")
    static let percentDone = Phrase(fr: "Avancement (%)", en: "Progress (%)")
    static let activitiesInAll = Phrase(fr: "Activités en tout", en: "Activities in all")
    static let minutesLate = Phrase(fr: "Retard (minutes)", en: "Late (minutes)")
    static let planPlot = Phrase(
        fr: "Avancement de chaque promo, en pour cent du cours ; le trait dit ce qui est prévu à ce jour",
        en: "Progress of each cohort, in percent of the course; the line says what is planned until today")
    static let doneColumn = Phrase(fr: "Fait", en: "Done")
    static let plannedColumn = Phrase(fr: "Prévu à ce jour", en: "Planned until today")
    static let downloadCSV = Phrase(fr: "Télécharger ce tableau (CSV)", en: "Download this table (CSV)")
    static let downloadForExcel = Phrase(fr: "Télécharger pour Excel ou LibreOffice", en: "Download for Excel or LibreOffice")
    static let myViews = Phrase(fr: "Mes vues", en: "My views")
    static let keepThisView = Phrase(fr: "Garder cette vue", en: "Keep this view")
    static let viewName = Phrase(fr: "Nom de la vue", en: "Name of the view")
    static let keepView = Phrase(fr: "Garder", en: "Keep")

    static func alertCount(_ count: Int, of learners: Int) -> Phrase {
        .counted(
            count,
            fr: (
                "\(count) personne sur \(learners) a besoin de vous.", "\(count) personnes sur \(learners) ont besoin de vous."
            ),
            en: ("\(count) person of \(learners) needs you.", "\(count) people of \(learners) need you."))
    }
    static let nobodyNeedsYou = Phrase(fr: "Personne n’a besoin de vous en ce moment", en: "Nobody needs you at the moment")
    static let nobodyNeedsYouAdvice = Phrase(
        fr: "Les alertes sont revues chaque matin, et dès que quelque chose change.",
        en: "Alerts are looked at each morning, and as soon as something changes.")
    static func lastActivityWas(_ when: String) -> Phrase {
        Phrase(fr: "dernière activité : \(when)", en: "last activity: \(when)")
    }
    static let whatCameOfIt = Phrase(fr: "Résultat", en: "Outcome")
    static let alertNote = Phrase(fr: "Note pour l’équipe", en: "Note for the team")
    static let closeThisAlert = Phrase(fr: "Clore l’alerte", en: "Close the alert")

    static let alertRules = Phrase(fr: "Règles des alertes", en: "Rules of alerts")
    static let alertRulesLead = Phrase(
        fr: "Quand faut-il se tourner vers quelqu’un ? Une alerte est un conseil, jamais une sanction.",
        en: "When does somebody need us? An alert is advice, never a sanction.")
    static let usualRules = Phrase(fr: "Ce sont les règles habituelles.", en: "These are the usual rules.")
    static func decidedBy(_ name: String, _ when: String) -> Phrase {
        Phrase(fr: "Décidé par \(name), le \(when)", en: "Decided by \(name), on \(when)")
    }
    static let zeroSwitchesOff = Phrase(fr: "Zéro éteint une règle.", en: "Zero switches a rule off.")
    static let ruleAmberInactive = Phrase(
        fr: "Orange : jours ouvrés sans activité", en: "Amber: working days without activity")
    static let ruleAmberAbsences = Phrase(
        fr: "Orange : demi-journées d’absence non justifiées", en: "Amber: unjustified half-days of absence")
    static let ruleAmberWork = Phrase(
        fr: "Orange : moins de tant de % du travail prévu", en: "Amber: under so many % of the planned work")
    static let ruleRedInactive = Phrase(
        fr: "Rouge : jours ouvrés sans activité", en: "Red: working days without activity")
    static let ruleRedAbsences = Phrase(fr: "Rouge : absences de suite", en: "Red: absences in a row")
    static let ruleRedSignIn = Phrase(
        fr: "Rouge : heures sans connexion après le début", en: "Red: hours without signing in after the start")
    static let ruleFirstEvaluation = Phrase(
        fr: "Rouge : première évaluation manquée ou échouée", en: "Red: first evaluation missed or failed")
    static let yes = Phrase(fr: "oui", en: "yes")
    static let no = Phrase(fr: "non", en: "no")
}

extension CaseloadQuery.AlertFilter {
    var phrase: Phrase {
        switch self {
        case .any: Phrase(fr: "toutes les alertes", en: "any alert")
        case .amber: AlertLevel.amber.phrase
        case .red: AlertLevel.red.phrase
        }
    }
}

extension CaseloadQuery.Order {
    var phrase: Phrase {
        switch self {
        case .need: Phrase(fr: "qui a besoin de moi", en: "who needs me")
        case .name: Phrase(fr: "par nom", en: "by name")
        case .progress: Phrase(fr: "le moins avancé d’abord", en: "least progress first")
        case .late: Phrase(fr: "le plus en retard d’abord", en: "most late first")
        case .idle: Phrase(fr: "inactif depuis le plus longtemps", en: "idle for longest first")
        case .waiting: Phrase(fr: "le plus à corriger d’abord", en: "most to mark first")
        case .unanswered: Phrase(fr: "message sans réponse d’abord", en: "messages without an answer first")
        }
    }
}

extension AlertLevel {
    var phrase: Phrase {
        switch self {
        case .amber: Phrase(fr: "orange", en: "amber")
        case .red: Phrase(fr: "rouge", en: "red")
        }
    }

    /// What to do.
    var advice: Phrase {
        switch self {
        case .amber:
            Phrase(
                fr: "Écrivez un message personnel, avec un but pour la semaine.",
                en: "Write a personal message, with a goal for the week.")
        case .red: Phrase(fr: "Appelez d’ici un jour ouvré.", en: "Call within one working day.")
        }
    }
}

extension AlertReason {
    var phrase: Phrase {
        switch kind {
        case .inactive:
            .counted(
                amount, fr: ("\(amount) jour ouvré sans activité", "\(amount) jours ouvrés sans activité"),
                en: ("\(amount) working day without activity", "\(amount) working days without activity"))
        case .absence:
            .counted(
                amount,
                fr: ("\(amount) demi-journée d’absence non justifiée", "\(amount) demi-journées d’absence non justifiées"),
                en: ("\(amount) unjustified half-day of absence", "\(amount) unjustified half-days of absence"))
        case .behind: Phrase(fr: "\(amount) % du travail prévu est fait", en: "\(amount)% of the planned work is done")
        case .absencesInARow: Phrase(fr: "\(amount) absences de suite", en: "\(amount) absences in a row")
        case .evaluationMissed: Phrase(fr: "première évaluation manquée", en: "first evaluation missed")
        case .evaluationFailed:
            Phrase(fr: "première évaluation non réussie (\(amount) %)", en: "first evaluation not passed (\(amount)%)")
        case .noSignIn:
            Phrase(fr: "jamais connecté, \(amount) h après le début", en: "never signed in, \(amount) h after the start")
        }
    }
}

extension AlertOutcome {
    var phrase: Phrase {
        switch self {
        case .contacted: Phrase(fr: "Personne jointe", en: "Reached")
        case .back: Phrase(fr: "De retour au travail", en: "Back at work")
        case .leftForJob: Phrase(fr: "Partie pour un emploi", en: "Left for a job")
        case .dropped: Phrase(fr: "A arrêté la formation", en: "Gave up the course")
        case .noAnswer: Phrase(fr: "Sans réponse", en: "No answer")
        case .notNeeded: Phrase(fr: "Pas nécessaire", en: "Not needed")
        }
    }
}
