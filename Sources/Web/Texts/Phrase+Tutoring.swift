import Essentials

/// Words of the marking queue.
extension Phrase {
    static func waitingCount(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("\(count) travail attend une note.", "\(count) travaux attendent une note."),
            en: ("\(count) piece of work waits for a mark.", "\(count) pieces of work wait for a mark."))
    }
    static let nothingToMark = Phrase(fr: "Tout est corrigé", en: "Everything is marked")
    static let nothingToMarkAdvice = Phrase(
        fr: "Ce que vos stagiaires enverront apparaîtra ici, le plus ancien d’abord.",
        en: "What your learners send will appear here, the oldest first.")
    static let beginMarking = Phrase(fr: "Commencer à corriger", en: "Begin marking")
    static let oldestFirst = Phrase(fr: "Du plus ancien au plus récent", en: "From the oldest to the newest")
    static let workToRead = Phrase(fr: "Travail", en: "Work")
    static let cohort = Phrase(fr: "Promo", en: "Cohort")
    static let waitsSince = Phrase(fr: "Envoyé", en: "Sent")
    static let nextToMark = Phrase(fr: "Suivant à corriger", en: "Next to mark")
    static let saveAndNext = Phrase(fr: "Enregistrer et passer au suivant", en: "Save and go to the next")

    static let mySentences = Phrase(fr: "Mes phrases toutes prêtes", en: "My ready sentences")
    static let mySentencesLead = Phrase(
        fr: "Gardez ici ce que vous écrivez souvent. En corrigeant, cochez une phrase : elle s’ajoute au commentaire.",
        en: "Keep here what you often write. When you mark, tick a sentence: it is added to the comment.")
    static let newSentence = Phrase(fr: "Nouvelle phrase", en: "New sentence")
    static let keepSentence = Phrase(fr: "Garder cette phrase", en: "Keep this sentence")
    static let keptSentences = Phrase(fr: "Phrases gardées", en: "Kept sentences")
    static let removeSentence = Phrase(fr: "Retirer", en: "Remove")
    static let addSentences = Phrase(fr: "Ajouter une phrase toute prête", en: "Add a ready sentence")
    static let addSentencesLegend = Phrase(
        fr: "Elles s’ajoutent sous le commentaire", en: "They are added under the comment")
}
