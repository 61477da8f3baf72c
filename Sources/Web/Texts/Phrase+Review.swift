import Essentials

/// Words of one activity in depth and of the matrix of a cohort.
extension Phrase {
    static func activityCounts(opened: Int, completed: Int, of learners: Int) -> Phrase {
        Phrase(
            fr: "\(completed) fait, \(opened) ouvert, sur \(learners) stagiaires",
            en: "\(completed) done, \(opened) opened, of \(learners) learners")
    }
    static let whoIsStuck = Phrase(fr: "Qui semble bloqué", en: "Who seems to be stuck")
    static let nobodyIsStuck = Phrase(fr: "Personne ne semble bloqué ici.", en: "Nobody seems to be stuck here.")
    static func openedDaysAgo(_ days: Int) -> Phrase {
        Phrase(fr: "ouvert il y a \(days) jours, pas terminé", en: "opened \(days) days ago, not completed")
    }
    static func failedAttempts(_ count: Int) -> Phrase {
        Phrase(fr: "\(count) essais sans réussir", en: "\(count) attempts without passing")
    }
    static func bestOf(_ score: Int) -> Phrase { Phrase(fr: "meilleur : \(score) %", en: "best: \(score)%") }
    static let spreadOfMarks = Phrase(fr: "Répartition des notes", en: "Distribution of marks")
    static let marksPlot = Phrase(
        fr: "Nombre de stagiaires par meilleure note, en pour cent", en: "Number of learners by best mark, in percent")
    static let learnersColumn = Phrase(fr: "Stagiaires", en: "Learners")
    static let asTable = Phrase(fr: "Les mêmes chiffres en tableau", en: "The same figures as a table")
    static let hardestQuestions = Phrase(fr: "Questions, la plus difficile d’abord", en: "Questions, the hardest first")
    static func itemAnalysisLead(_ count: Int) -> Phrase {
        Phrase(
            fr:
                "Au premier essai de chacun. Réussite : part moyenne des points. Discrimination : lien entre la question et le reste du quiz, de -1 à 1, à partir de \(count) essais.",
            en:
                "At everybody’s first attempt. Facility: mean share of the points. Discrimination: how the question goes with the rest of the quiz, from -1 to 1, from \(count) attempts on."
        )
    }
    static let questionColumn = Phrase(fr: "Question", en: "Question")
    static let facility = Phrase(fr: "Réussite", en: "Facility")
    static let discrimination = Phrase(fr: "Discrimination", en: "Discrimination")
    static let attemptsColumn = Phrase(fr: "Essais", en: "Attempts")
    static let checkTheKey = Phrase(fr: "vérifiez la bonne réponse", en: "check its right answer")
    static let lookAgain = Phrase(fr: "à relire", en: "look again")
    static let timePlot = Phrase(
        fr: "Temps connecté et temps prévu par semaine, en minutes", en: "Time connected and time planned by week, in minutes")
    static let attemptGoesOn = Phrase(fr: "en cours", en: "going on")
    static let alertRaised = Phrase(fr: "Alerte", en: "Alert")
    static let alertChanged = Phrase(fr: "Raisons changées", en: "Reasons changed")
    static func alertHistory(_ count: Int) -> Phrase {
        Phrase(fr: "Histoire des alertes (\(count))", en: "History of alerts (\(count))")
    }
    static let otherAnswers = Phrase(fr: "Toutes les réponses", en: "Every answer")
    static let theAnswer = Phrase(fr: "Réponse", en: "Answer")
    static let timeline = Phrase(fr: "Tout ce qui a été fait", en: "Everything that was done")
    static let staffNotes = Phrase(fr: "Notes de l’équipe", en: "Notes of the team")
    static let staffNotesLead = Phrase(
        fr: "Pour les personnes qui suivent cette promo. Une note ne s’efface pas ; écrivez ce que la personne pourrait lire.",
        en: "For those who follow this cohort. A note cannot be erased; write what the person could read.")
    static let newNote = Phrase(fr: "Nouvelle note", en: "New note")
    static let keepNote = Phrase(fr: "Garder cette note", en: "Keep this note")
    static let matrixTitle = Phrase(fr: "Qui en est où", en: "Who is where")
    static let oneActivity = Phrase(fr: "Une activité en détail", en: "One activity in depth")
    static let module = Phrase(fr: "Module", en: "Module")
}
