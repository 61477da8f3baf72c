import CourseContent
import Essentials

/// Words about the fairness of points.
extension Phrase {
    static let fairPoints = Phrase(fr: "Points : qui gagne quoi", en: "Points: who earns what")
    static func fairPointsLead(_ days: Int) -> Phrase {
        Phrase(
            fr: "Les \(days) derniers jours de cette promo. Qui a masqué ses points n’y est pas.",
            en: "The last \(days) days of this cohort. Who hid points is not in it.")
    }
    static let nobodyEarned = Phrase(
        fr: "Personne n’a gagné de points pendant ces jours.", en: "Nobody earned points in these days.")
    static let whereFrom = Phrase(fr: "D’où viennent les points", en: "Where points come from")
    static let whoEarned = Phrase(fr: "Qui les a gagnés", en: "Who earned them")
    static func peopleWhoEarned(_ count: Int) -> Phrase {
        .counted(count, fr: ("\(count) personne", "\(count) personnes"), en: ("\(count) person", "\(count) people"))
    }
    static let capsMet = Phrase(fr: "Plafonds atteints", en: "Caps met")
    static let oddPatterns = Phrase(fr: "À regarder", en: "To look at")
    static let noOddPattern = Phrase(fr: "rien", en: "nothing")
    static let oddPatternsHelp = Phrase(
        fr: "Ce sont des questions à poser, jamais un jugement : il y a souvent une bonne raison.",
        en: "These are questions to ask, never a judgement: there is often a good reason.")

    static func ruleName(_ rule: String) -> Phrase {
        switch PointsRule.Fact(rawValue: rule) {
        case .activityCompleted: Phrase(fr: "Activités terminées", en: "Activities completed")
        case .evaluationPassed: Phrase(fr: "Évaluations réussies", en: "Evaluations passed")
        case .bestMark: Phrase(fr: "Meilleurs résultats", en: "Best marks")
        case .moduleOnTime: Phrase(fr: "Modules dans les temps", en: "Modules on time")
        case .courseCompleted: Phrase(fr: "Cours terminés", en: "Courses completed")
        case .goalMet: Phrase(fr: "Objectifs de la semaine", en: "Goals of the week")
        case .reviewDay: Phrase(fr: "Jours de révision", en: "Days of reviews")
        case .peerHelp: Phrase(fr: "Réponses qui ont aidé", en: "Answers that helped")
        case nil: Phrase(fr: "Autre", en: "Other")
        }
    }
}
