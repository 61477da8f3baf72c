package import Essentials

/// What people read when something is refused.
extension Phrase {
    package static let staffOnly = Phrase(
        fr: "Cette page est pour les personnes qui suivent des stagiaires.",
        en: "This page is for people who follow learners.")
    package static let timeDecidersOnly = Phrase(
        fr: "Cette page est pour les personnes qui décident du temps en plus.",
        en: "This page is for people who decide on extra time.")
    package static let authorsOnly = Phrase(
        fr: "Cette page est pour les personnes qui écrivent les cours.",
        en: "This page is for people who write courses.")
    package static let coordinatorsOnlyHere = Phrase(
        fr: "Cette page est pour les personnes qui coordonnent une promo.",
        en: "This page is for people who coordinate a cohort.")
    package static let operatorsOnly = Phrase(
        fr: "Cette page est pour les personnes qui s’occupent du serveur.",
        en: "This page is for people who run the server.")
    package static let noSuchCourse = Phrase(
        fr: "Ce cours n’existe pas, ou vous n’y êtes pas inscrit.",
        en: "There is no such course, or you are not enrolled in it.")
    package static let surveyAlreadySent = Phrase(
        fr: "Vous avez déjà envoyé ce questionnaire.", en: "You have already sent this survey.")
    package static let noSuchVersion = Phrase(
        fr: "Ce cours n’a pas de version de ce numéro.", en: "This course has no version of that number.")
    package static let noEarlierVersion = Phrase(
        fr: "Il n’y a pas de version avant celle qui est publiée.", en: "There is no version before the published one.")
    package static let noSuchActivity = Phrase(
        fr: "Cette activité n’est pas ou n’est plus dans le cours. Revenez au plan du cours.",
        en: "This activity is not in the course, or not any more. Go back to the outline.")
    package static let activityIsComing = Phrase(
        fr: "Cette activité est annoncée et n’est pas encore prête. Elle apparaîtra ici.",
        en: "This activity is announced and not ready yet. It will appear here.")
    package static let activityIsClosed = Phrase(
        fr: "Cette activité n’est pas ouverte pour vous en ce moment. Sa page dit pourquoi, et ce qui l’ouvre.",
        en: "This activity is not open for you at the moment. Its page says why, and what opens it.")
    package static let badPercentage = Phrase(fr: "De 0 à 100.", en: "From 0 to 100.")
    package static func badMinutes(_ most: Int) -> Phrase {
        Phrase(fr: "De 0 à \(most) minutes.", en: "From 0 to \(most) minutes.")
    }
    package static let noMarkHere = Phrase(fr: "Cette activité ne donne pas de note.", en: "This activity gives no mark.")
    package static let nothingIsDue = Phrase(
        fr: "Cette activité n’a pas de date limite.", en: "This activity has no last day.")
    package static let notMoreTime = Phrase(
        fr: "Ce jour n’est pas après la date limite de l’activité.", en: "This day is not after the activity’s own last day.")
    package static let noSuchAttempt = Phrase(
        fr: "Cette tentative n’existe pas, ou n’est pas la vôtre.",
        en: "There is no such attempt, or it is not yours.")
    package static let noAttemptToMark = Phrase(
        fr: "Cet essai n’existe pas, ou il n’a rien à corriger.",
        en: "There is no such attempt, or nothing in it is to be marked.")
    package static let noSuchCohort = Phrase(
        fr: "Cette promo n’existe pas, ou vous ne la suivez pas.",
        en: "There is no such cohort, or you do not follow it.")
    package static let noSuchLearner = Phrase(
        fr: "Cette personne n’est pas dans cette promo.",
        en: "This person is not in this cohort.")
    package static let noSuchFile = Phrase(fr: "Ce fichier n’existe pas.", en: "There is no such file.")
    package static let notEnrolled = Phrase(
        fr: "Vous regardez ce cours sans y être inscrit : rien n’est enregistré.",
        en: "You are looking at this course without being enrolled: nothing is recorded.")
    package static let nothingToPlay = Phrase(
        fr: "Cette activité ne se termine pas par une écoute.", en: "This activity is not completed by listening.")
    package static func tooEarlyToDeclare(milliseconds: Int) -> Phrase {
        let minutes = milliseconds / 60_000
        if minutes < 1 {
            return Phrase(
                fr: "C’est un peu tôt : il faut au moins le temps de l’écoute. Revenez à la leçon, et réessayez dans une minute.",
                en:
                    "It is a little early: it takes at least the time of listening. Go back to the lesson, and try again in a minute."
            )
        }
        return Phrase(
            fr:
                "C’est un peu tôt : il faut au moins le temps de l’écoute. Revenez à la leçon, et réessayez dans \(minutes + 1) minutes.",
            en:
                "It is a little early: it takes at least the time of listening. Go back to the lesson, and try again in \(minutes + 1) minutes."
        )
    }
    package static let eventConflict = Phrase(
        fr: "Un événement avec ce numéro existe déjà avec un autre contenu. Le premier est gardé.",
        en: "An event with this id exists already with other content. The first one stands.")
}
