import Essentials

/// Words of those who follow learners and of authors.
extension Phrase {
    static let myCohorts = Phrase(fr: "Mes promos", en: "My cohorts")
    static let noCohort = Phrase(fr: "Aucune promo pour le moment", en: "No cohort at the moment")
    static let noCohortAdvice = Phrase(
        fr: "La coordination vous ajoutera à une promo.", en: "The coordinator will add you to a cohort.")
    static func learnerCount(_ count: Int) -> Phrase {
        .counted(count, fr: ("\(count) stagiaire", "\(count) stagiaires"), en: ("\(count) learner", "\(count) learners"))
    }
    static let learnersOfCohort = Phrase(fr: "Stagiaires et avancement", en: "Learners and their progress")
    static let departedOfCohort = Phrase(fr: "Personnes parties de la formation", en: "People who left the course")
    static let noLearner = Phrase(
        fr: "Personne n’est encore inscrit dans cette promo.", en: "Nobody is enrolled in this cohort yet.")
    static let name = Phrase(fr: "Nom", en: "Name")
    static let course = Phrase(fr: "Cours", en: "Course")
    static let activitiesDone = Phrase(fr: "Activités", en: "Activities")
    static let lastActivity = Phrase(fr: "Dernière activité", en: "Last activity")
    static let timeSpent = Phrase(fr: "Temps connecté", en: "Time connected")
    static let never = Phrase(fr: "jamais", en: "never")
    static let status = Phrase(fr: "Situation", en: "Status")
    static let statusActive = Phrase(fr: "en cours", en: "active")
    static let statusPaused = Phrase(fr: "en pause", en: "paused")
    static let statusCompleted = Phrase(fr: "terminé", en: "completed")
    static let statusLeft = Phrase(fr: "parti", en: "left")
    static let followingPage = Phrase(fr: "Suite de la liste", en: "More of the list")
    static let pages = Phrase(fr: "Pages de la liste", en: "Pages of the list")
    static let activity = Phrase(fr: "Activité", en: "Activity")
    static let state = Phrase(fr: "État", en: "State")
    static let completedOn = Phrase(fr: "Terminé le", en: "Completed on")
    static let nothingDoneYet = Phrase(fr: "Rien n’est commencé pour le moment.", en: "Nothing has been begun yet.")

    static let extraTime = Phrase(fr: "Temps en plus", en: "Extra time")
    static func percentMore(_ percent: Int) -> Phrase {
        percent == 0 ? Phrase(fr: "aucun", en: "none") : Phrase(fr: "\(percent) % de plus", en: "\(percent)% more")
    }
    static let extraTimeLead = Phrase(
        fr: "Ce temps s’ajoute dans tous les quiz minutés, à partir du prochain essai. Décidez-en avec la personne.",
        en: "This time is added in all timed quizzes, from the next attempt on. Decide on it with the person.")
    static let extraTimePercent = Phrase(fr: "Pour cent en plus", en: "Percent more")
    static let extraTimeHint = Phrase(
        fr: "De 0 à 300. 33 pour un tiers de plus, 0 pour revenir au temps ordinaire.",
        en: "From 0 to 300. 33 for a third more, 0 to go back to the usual time.")
    static let extraTimeDecisions = Phrase(fr: "Ce qui a été décidé", en: "What was decided")
    static let authoredCourses = Phrase(fr: "Cours publiés", en: "Published courses")
    static let noPublishedCourse = Phrase(fr: "Aucun cours publié", en: "No published course")
    static let publishAdvice = Phrase(
        fr: "Écrivez un dossier de cours, puis publiez-le : rebond course apply DOSSIER",
        en: "Write a course folder, then publish it: rebond course apply FOLDER")
    static func versionNumber(_ number: Int) -> Phrase { Phrase(fr: "Version \(number)", en: "Version \(number)") }
    static let versions = Phrase(fr: "Versions", en: "Versions")
    static let version = Phrase(fr: "Version", en: "Version")
    static let publications = Phrase(fr: "Ce qui a été en ligne", en: "What was published when")
    static let whatWouldChange = Phrase(fr: "Ce qui changerait", en: "What would change")
    static let versionIsPublished = Phrase(
        fr: "C’est la version que voient les stagiaires.", en: "This is the version that learners see.")
    static let publishAgainLead = Phrase(
        fr: "Les stagiaires gardent ce qu’ils ont fait. Vous pourrez revenir à l’autre version.",
        en: "Learners keep what they did. You can go back to the other version.")
    static func publishAgain(_ number: Int) -> Phrase {
        Phrase(fr: "Publier la version \(number)", en: "Publish version \(number)")
    }
    static let appliedOn = Phrase(fr: "Publiée le", en: "Published on")
    static let appliedBy = Phrase(fr: "Par", en: "By")
    static let commandLine = Phrase(fr: "ligne de commande", en: "command line")
    static let published = Phrase(fr: "En ligne", en: "Published")
    static let digest = Phrase(fr: "Empreinte", en: "Digest")
    static let seeAsLearner = Phrase(fr: "Voir comme un stagiaire", en: "See as a learner")
    static func courseContent(modules: Int, activities: Int, planned: Int) -> Phrase {
        Phrase(
            fr: "\(modules) modules, \(activities) activités prêtes, \(planned) annoncées",
            en: "\(modules) modules, \(activities) activities ready, \(planned) announced")
    }
}
