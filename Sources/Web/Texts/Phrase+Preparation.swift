import Essentials

/// Words of what is to be done before a session.
extension Phrase {
    static let preparation = Phrase(fr: "À faire avant la séance", en: "To do before the session")
    static let toDoBefore = Phrase(fr: "à faire", en: "to do")
    static let nothingBefore = Phrase(
        fr: "Rien n’est demandé avant cette séance.", en: "Nothing is asked for before this session.")
    static func doneBefore(_ done: Int, of all: Int) -> Phrase {
        Phrase(fr: "Fait : \(done) sur \(all)", en: "Done: \(done) of \(all)")
    }
    static let notDoneBefore = Phrase(fr: "Pas encore fait", en: "Not done yet")
    static let whoHasDone = Phrase(fr: "Qui l’a fait", en: "Who has done it")
    static let missedMost = Phrase(fr: "Questions les plus ratées", en: "Questions that were missed most")
    static func reachedShare(_ percent: Int) -> Phrase {
        Phrase(fr: "réussite \(percent) %", en: "\(percent)% right")
    }
    static let allTheQuestions = Phrase(fr: "Toutes les questions", en: "All the questions")
    static let choosePreparation = Phrase(fr: "Choisir ce qui est à faire avant", en: "Choose what is to be done before")
    static let seePreparation = Phrase(fr: "Voir qui l’a fait", en: "See who has done it")
    static let sessionIsFor = Phrase(fr: "Cette séance compte pour", en: "This session counts for")
    static let sessionIsForHint = Phrase(
        fr: "Qui signe sa présence a fait cette activité de la formation.",
        en: "Whoever signs in has done this activity of the course.")
    static let sessionIsForNothing = Phrase(fr: "Aucune activité de la formation", en: "No activity of the course")
    static let keepPreparation = Phrase(fr: "Garder", en: "Keep")
}
