import CourseContent
import Essentials
import Gamification

/// Words about points.
extension Phrase {
    static let myPoints = Phrase(fr: "Mes points", en: "My points")
    static let seeMyPoints = Phrase(fr: "Voir mes points", en: "See my points")
    static let pointsLead = Phrase(
        fr: "Ils racontent votre chemin. Ce n’est pas une note, et personne ne vous compare aux autres.",
        en: "They tell of your way. They are no mark, and nobody compares you with others.")
    static func pointsAndLevel(_ points: Int, _ level: Int) -> Phrase {
        let name = PointLevel(number: level).phrase
        let count = pointCount(points)
        return Phrase(fr: "\(count.fr) · niveau \(level), \(name.fr)", en: "\(count.en) · level \(level), \(name.en)")
    }
    static let levelProgress = Phrase(fr: "Vers le niveau suivant", en: "Towards the next level")
    static func pointsToNextLevel(_ left: Int, _ level: Int) -> Phrase {
        let name = PointLevel(number: level).phrase
        let count = pointCount(left)
        return Phrase(
            fr: "Encore \(count.fr) avant le niveau \(level), \(name.fr)",
            en: "\(count.en) to go to level \(level), \(name.en)")
    }
    static let lastLevel = Phrase(fr: "Vous êtes au dernier niveau.", en: "You are at the last level.")
    static func pointsInCourse(_ points: Int) -> Phrase {
        let count = pointCount(points)
        return Phrase(fr: "\(count.fr) dans ce cours", en: "\(count.en) in this course")
    }
    static let whyPoints = Phrase(fr: "Pourquoi ces points", en: "Why these points")
    static let noPointsYet = Phrase(
        fr: "Rien encore. Les premiers viennent avec votre première activité terminée.",
        en: "Nothing yet. The first ones come with your first completed activity.")
    static let earnNext = Phrase(fr: "Prochains points", en: "Next points")
    static let whatGivesPoints = Phrase(fr: "Ce qui donne des points", en: "What gives points")
    static let pointsTakenBack = Phrase(fr: "repris : ce n’est plus le cas", en: "taken back: it is no longer so")
    static func pointsCapped(_ due: Int) -> Phrase {
        Phrase(fr: "plafond atteint, sinon \(due)", en: "cap reached, otherwise \(due)")
    }
    static let pointsCanBeHidden = Phrase(
        fr: "Vous préférez sans ? Vous pouvez masquer les points sur votre page.",
        en: "Rather without? You can hide points on your page.")
    static let pointsAreSeen = Phrase(
        fr: "Vos points s’affichent. Vous pouvez les masquer partout ; rien n’est perdu.",
        en: "Your points are shown. You can hide them everywhere; nothing is lost.")
    static let pointsAreHidden = Phrase(
        fr: "Vos points sont masqués partout. Ceux que vous gagnez sont gardés.",
        en: "Your points are hidden everywhere. Those that you earn are kept.")
    static let hidePoints = Phrase(fr: "Masquer les points", en: "Hide points")
    static let showPoints = Phrase(fr: "Afficher les points", en: "Show points")
    static let cohortHasPoints = Phrase(
        fr: "Les apprenants de cette promo voient leurs points.", en: "The learners of this cohort see their points.")
    static let cohortHasNoPoints = Phrase(
        fr: "Cette promo est sans points : aucune page n’en montre.", en: "This cohort is without points: no page shows any.")
    static let pointsOfCohort = Phrase(fr: "Points", en: "Points")
    static let removePoints = Phrase(fr: "Se passer des points", en: "Do without points")
    static let bringPoints = Phrase(fr: "Donner des points", en: "Have points")

    static func pointCount(_ count: Int) -> Phrase {
        .counted(count, fr: ("\(count) point", "\(count) points"), en: ("\(count) point", "\(count) points"))
    }

    /// « + 5 points ».
    static func pointsMore(_ amount: Int) -> Phrase {
        let count = pointCount(abs(amount))
        let sign = amount < 0 ? "−" : "+"
        return Phrase(fr: "\(sign) \(count.fr)", en: "\(sign)\(count.en)")
    }

    /// Why points were given, or taken back.
    static func earnedFor(_ rule: String, _ title: String, _ step: Int?) -> Phrase {
        let step = step ?? 0
        switch PointsRule.Fact(rawValue: rule) {
        case .activityCompleted: return Phrase(fr: "Activité terminée : \(title)", en: "Activity completed: \(title)")
        case .evaluationPassed: return Phrase(fr: "Évaluation réussie : \(title)", en: "Evaluation passed: \(title)")
        case .bestMark:
            return Phrase(fr: "Meilleur résultat, \(step) % : \(title)", en: "Best mark, \(step)%: \(title)")
        case .moduleOnTime: return Phrase(fr: "Module fini dans les temps : \(title)", en: "Module finished on time: \(title)")
        case .courseCompleted: return Phrase(fr: "Cours terminé : \(title)", en: "Course completed: \(title)")
        case .goalMet: return Phrase(fr: "Objectif de la semaine tenu", en: "Goal of the week met")
        case .reviewDay: return Phrase(fr: "Jour de révision", en: "Day of reviews")
        case .peerHelp:
            return title.isEmpty
                ? Phrase(fr: "Réponse qui a aidé", en: "Answer that helped")
                : Phrase(fr: "Réponse qui a aidé : \(title)", en: "Answer that helped: \(title)")
        case nil: return Phrase(fr: "Points", en: "Points")
        }
    }

    static func nextEarning(_ next: NextEarningModel) -> Phrase {
        let title = next.title
        switch next.fact {
        case .evaluationPassed: return Phrase(fr: "Réussir « \(title) »", en: "Pass “\(title)”")
        case .moduleOnTime:
            let day = next.until?.text ?? ""
            return Phrase(fr: "Finir le module « \(title) » avant le \(day)", en: "Finish the module “\(title)” before \(day)")
        case .goalMet:
            return next.isGoalSet ?? false
                ? Phrase(fr: "Tenir mon objectif de la semaine", en: "Meet my goal for the week")
                : Phrase(fr: "Me fixer un objectif pour la semaine, et le tenir", en: "Set a goal for the week, and meet it")
        case .activityCompleted, .bestMark, .courseCompleted, .reviewDay, .peerHelp:
            return Phrase(fr: "Terminer « \(title) »", en: "Complete “\(title)”")
        }
    }
}
