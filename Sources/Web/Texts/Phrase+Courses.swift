import Essentials

/// Words of the home page, of courses and of lessons.
extension Phrase {
    static func hello(_ name: String) -> Phrase { Phrase(fr: "Bonjour \(name)", en: "Hello \(name)") }
    static let resume = Phrase(fr: "Reprendre", en: "Resume")
    static let start = Phrase(fr: "Commencer", en: "Start")
    static let next = Phrase(fr: "Ensuite", en: "Next")
    static let toResume = Phrase(fr: "À reprendre", en: "To go on with")
    static let toStart = Phrase(fr: "Pour commencer", en: "To begin with")
    static let dueSoon = Phrase(fr: "À faire bientôt", en: "Due soon")
    static func dueOn(_ day: String) -> Phrase { Phrase(fr: "Pour \(day)", en: "By \(day)") }
    static func wasDueOn(_ day: String) -> Phrase {
        Phrase(fr: "C’était pour \(day) : il est encore temps", en: "It was for \(day): there is still time")
    }
    static let nothingDue = Phrase(
        fr: "Rien d’urgent dans les 7 jours. Avancez à votre rythme.",
        en: "Nothing urgent in the next 7 days. Go on at your own pace.")
    static let myCourses = Phrase(fr: "Mes cours", en: "My courses")
    static let allDone = Phrase(fr: "Vous avez tout fait. Bravo.", en: "You have done everything. Well done.")
    static let seeCourse = Phrase(fr: "Voir le cours", en: "See the course")
    static let noCourse = Phrase(fr: "Aucun cours pour le moment", en: "No course at the moment")
    static let noCourseAdvice = Phrase(
        fr: "Votre organisme vous inscrira bientôt. Si cela tarde, demandez-lui.",
        en: "Your training organisation will enrol you soon. If it takes long, ask them.")
    static let noCourseStaff = Phrase(
        fr: "Vous ne suivez pas de cours vous-même. Vos promos sont dans le menu.",
        en: "You do not follow a course yourself. Your cohorts are in the menu.")
    static let courseCompleted = Phrase(fr: "Cours terminé", en: "Course completed")
    static let progressLabel = Phrase(fr: "Avancement", en: "Progress")
    static func hours(_ total: String) -> Phrase { Phrase(fr: "\(total) h en tout", en: "\(total) h in all") }
    static func weeks(_ count: Int) -> Phrase {
        .counted(count, fr: ("\(count) semaine", "\(count) semaines"), en: ("\(count) week", "\(count) weeks"))
    }
    static func levels(_ from: String, _ to: String) -> Phrase { Phrase(fr: "De \(from) à \(to)", en: "From \(from) to \(to)") }
    static let courseObjectives = Phrase(fr: "Ce que vous saurez faire", en: "What you will be able to do")
    static let aboutCourse = Phrase(fr: "À propos de ce cours", en: "About this course")
    static let audience = Phrase(fr: "Pour qui", en: "Who it is for")
    static let certification = Phrase(fr: "Certification préparée", en: "Certification it prepares for")
    static let previewNotice = Phrase(
        fr: "Vous regardez ce cours sans le suivre : rien n’est enregistré.",
        en: "You are looking at this course without following it: nothing is recorded.")
    static func moduleProgress(done: Int, total: Int, minutesLeft: Int) -> Phrase {
        guard total > 0 else { return Phrase(fr: "Bientôt", en: "Coming") }
        guard done < total else { return Phrase(fr: "Terminé", en: "Done") }
        let left = duration(minutes: minutesLeft)
        return Phrase(fr: "\(done) sur \(total) · reste \(left.fr)", en: "\(done) of \(total) · \(left.en) left")
    }

    static let stepDone = Phrase(fr: "Fait", en: "Done")
    static let stepHere = Phrase(fr: "Vous êtes ici", en: "You are here")
    static let stepStarted = Phrase(fr: "Commencé", en: "Begun")
    static let stepOpen = Phrase(fr: "À faire", en: "To do")
    static let stepComing = Phrase(fr: "Bientôt", en: "Coming")
    static let comingReason = Phrase(fr: "Annoncé, pas encore prêt.", en: "Announced, not ready yet.")
    static let evaluation = Phrase(fr: "Évaluation", en: "Evaluation")
    static func inPersonTime(_ minutes: Int) -> Phrase {
        let duration = duration(minutes: minutes)
        return Phrase(fr: "et \(duration.fr) en salle", en: "and \(duration.en) in person")
    }

    static let iHaveFinished = Phrase(fr: "J’ai terminé", en: "I have finished")
    static let lessonDone = Phrase(fr: "Vous avez terminé cette leçon.", en: "You have finished this lesson.")
    static func lessonDoneOn(_ day: String) -> Phrase {
        Phrase(fr: "Vous avez terminé cette leçon \(day).", en: "You finished this lesson \(day).")
    }
    static func listenTo(share: Int) -> Phrase {
        if share == 100 {
            return Phrase(
                fr: "Cette leçon est terminée quand vous avez tout écouté.",
                en: "This lesson is done when you have listened to all of it.")
        }
        return Phrase(
            fr: "Cette leçon est terminée quand vous avez écouté \(share)\u{A0}% de ce qui s’y joue.",
            en: "This lesson is done when you have listened to \(share)% of what it plays.")
    }
    static func playedSoFar(percent: String) -> Phrase {
        Phrase(fr: "Vous en avez écouté \(percent)\u{A0}%.", en: "You have listened to \(percent)% of it.")
    }
    static func resumesAt(_ time: String) -> Phrase {
        Phrase(fr: "Vous reprendrez à \(time).", en: "You will go on from \(time).")
    }
    static let listeningDone = Phrase(
        fr: "Vous avez terminé cette leçon. C’est noté.", en: "You have finished this lesson. It is noted.")
    static let listenedElsewhere = Phrase(
        fr: "Vous écoutez ailleurs, ou vous lisez le texte ?", en: "Do you listen elsewhere, or read the text?")
    static func listenedElsewhereHow(seconds: Int) -> Phrase {
        let minutes = (seconds + 59) / 60
        let time = counted(
            minutes, fr: ("\(minutes) minute", "\(minutes) minutes"), en: ("\(minutes) minute", "\(minutes) minutes"))
        return Phrase(
            fr:
                "Vous pouvez télécharger l’enregistrement, ou lire ce qui est dit, puis le dire ici. C’est possible \(time.fr) après "
                + "l’ouverture de la leçon. Votre suivi indique que vous l’avez déclaré.",
            en:
                "You can download the recording, or read what is said, then say so here. It is possible \(time.en) after opening the "
                + "lesson. Your follow-up shows that you declared it.")
    }
    static let iBeginListening = Phrase(fr: "Je commence", en: "I begin")
    static let iHaveListened = Phrase(
        fr: "J’ai tout écouté, ou tout lu", en: "I have listened to all of it, or read it")
    static let afterThis = Phrase(fr: "Ensuite", en: "Next")
    static let backToOutline = Phrase(fr: "Revenir au plan du cours", en: "Back to the outline")
    static let readingSaved = Phrase(fr: "Votre lecture est gardée.", en: "Your reading is saved.")
    static let readingWaiting = Phrase(
        fr: "Gardé sur cet appareil. Cela partira dès que le réseau revient.",
        en: "Kept on this device. It will be sent as soon as the network is back.")
    static let endOfCourse = Phrase(
        fr: "C’était la dernière activité prête. Le plan du cours vous dit la suite.",
        en: "That was the last activity that is ready. The outline tells what comes.")
    static let questionForTutor = Phrase(fr: "Une question sur cette leçon ?", en: "A question about this lesson?")
    static let printPage = Phrase(fr: "Imprimer", en: "Print")
}
