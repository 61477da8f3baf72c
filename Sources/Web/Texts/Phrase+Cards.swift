import Essentials
import LanguageLearning

/// Words about cards and their reviews.
extension Phrase {
    static let cardReviews = Phrase(fr: "Mes cartes", en: "My cards")
    static func cardsReady(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("\(count) carte à revoir", "\(count) cartes à revoir"),
            en: ("\(count) card to review", "\(count) cards to review"))
    }
    static let reviewCards = Phrase(fr: "Revoir mes cartes", en: "Review my cards")
    /// `{n}` and `{total}` are numbers.
    static let cardStep = Phrase(fr: "Carte {n} sur {total}", en: "Card {n} of {total}")
    static func cardsDoneToday(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("\(count) carte revue aujourd’hui", "\(count) cartes revues aujourd’hui"),
            en: ("\(count) card reviewed today", "\(count) cards reviewed today"))
    }
    static let cardsWaiting = Phrase(
        fr: "Vos réponses sont gardées ici. Elles partiront dès que le réseau revient.",
        en: "Your answers are kept here. They will leave as soon as the network is back.")
    static let cardIsNew = Phrase(fr: "Nouvelle", en: "New")
    static let cardRecognise = Phrase(fr: "Que veut dire…", en: "What does this mean…")
    static let cardRecall = Phrase(fr: "Comment dit-on…", en: "How do you say…")
    static let cardComplete = Phrase(fr: "Quel mot manque…", en: "Which word is missing…")
    static let cardShow = Phrase(fr: "Voir la réponse", en: "Show the answer")
    static func cardGrade(_ grade: ReviewGrade) -> Phrase {
        switch grade {
        case .again: Phrase(fr: "À revoir", en: "Again")
        case .hard: Phrase(fr: "Difficile", en: "Hard")
        case .good: Phrase(fr: "Bien", en: "Good")
        case .easy: Phrase(fr: "Facile", en: "Easy")
        }
    }
    /// « 10 min », « 3 jours », « 5 mois »
    static func cardWait(seconds: Int) -> Phrase {
        let (minutes, days) = ((max(seconds, 0) + 59) / 60, (seconds + 43_200) / 86_400)
        if minutes < 60 { return Phrase(fr: "\(minutes) min", en: "\(minutes) min") }
        if seconds < 86_400 { return Phrase(fr: "\((minutes + 30) / 60) h", en: "\((minutes + 30) / 60) h") }
        if days < 60 { return counted(days, fr: ("\(days) jour", "\(days) jours"), en: ("\(days) day", "\(days) days")) }
        if days < 730 { return Phrase(fr: "\(days / 30) mois", en: "\(days / 30) months") }
        return Phrase(fr: "\(days / 365) ans", en: "\(days / 365) years")
    }
    static let cardsEnd = Phrase(fr: "C’est fait pour cette série", en: "That was this round")
    static let cardsEndLead = Phrase(
        fr: "Les cartes difficiles reviendront bientôt, les autres plus tard.",
        en: "The hard cards will be back soon, the others later.")
    static let cardsGoOn = Phrase(fr: "Continuer", en: "Go on")
    static let cardKeys = Phrase(
        fr: "Au clavier : espace montre la réponse, puis 1, 2, 3 ou 4.",
        en: "With the keyboard: space shows the answer, then 1, 2, 3 or 4.")
    static let noCardsNow = Phrase(fr: "Rien à revoir pour l’instant", en: "Nothing to review for now")
    static func nextCard(_ wait: String) -> Phrase {
        Phrase(fr: "La prochaine carte est prête dans \(wait).", en: "The next card is ready in \(wait).")
    }
    static let noCardsAdvice = Phrase(
        fr: "Ouvrez les cartes d’une unité de votre cours : elles viendront ici.",
        en: "Open the cards of a unit of your course: they will come here.")
    static let noDecks = Phrase(fr: "Pas encore de cartes", en: "No cards yet")
    static let noDecksAdvice = Phrase(
        fr: "Les cours que vous suivez n’ont pas de cartes à apprendre.",
        en: "The courses that you follow have no cards to learn.")
    static let learnTheseCards = Phrase(fr: "Apprendre ces cartes", en: "Learn these cards")
    static let learnCardsLead = Phrase(
        fr: "Elles reviennent au bon moment, dix à la fois, en moins de trois minutes.",
        en: "They come back at the right moment, ten at a time, in less than three minutes.")

    // MARK: Figures

    static let cardStatistics = Phrase(fr: "Où en sont mes cartes", en: "How my cards are")
    static func cardsKnown(known: Int, learning: Int) -> Phrase {
        let first = counted(
            known, fr: ("\(known) carte connue", "\(known) cartes connues"), en: ("\(known) card known", "\(known) cards known"))
        return Phrase(
            fr: "\(first.fr), \(learning) en cours d’apprentissage.", en: "\(first.en), \(learning) being learned.")
    }
    static func cardsSettled(_ count: Int) -> Phrase {
        .counted(
            count,
            fr: ("\(count) tient trois semaines ou plus.", "\(count) tiennent trois semaines ou plus."),
            en: ("\(count) lasts three weeks or more.", "\(count) last three weeks or more."))
    }
    static func cardsCounted(_ count: Int) -> Phrase {
        .counted(count, fr: ("\(count) carte", "\(count) cartes"), en: ("\(count) card", "\(count) cards"))
    }
    static let reviewsByDay = Phrase(fr: "Cartes revues par jour", en: "Cards reviewed each day")
    static let dayColumn = Phrase(fr: "Jour", en: "Day")
    static let reviewsColumn = Phrase(fr: "Revues", en: "Reviewed")
    static let cardsToCome = Phrase(fr: "Cartes à venir", en: "Cards to come")
    static let cardsColumn = Phrase(fr: "Cartes", en: "Cards")
    static let cardRetention = Phrase(fr: "Cartes retrouvées, en %", en: "Cards remembered, in %")
    static let rememberedColumn = Phrase(fr: "Retrouvées", en: "Remembered")
    static let aimColumn = Phrase(fr: "Visé", en: "Aim")
    static func remembered(percent: Int, asked: Int) -> Phrase {
        Phrase(fr: "\(percent) % de \(asked)", en: "\(percent) % of \(asked)")
    }
    static let cardsAside = Phrase(fr: "Mises de côté", en: "Put aside")
    static let cardsAsideLead = Phrase(
        fr: "Ces cartes ont été oubliées souvent. Relisez-les dans leur leçon, puis reprenez-les.",
        en: "These cards were forgotten often. Read them again in their lesson, then take them back.")
    static let cardResume = Phrase(fr: "Reprendre cette carte", en: "Take this card back")
    static let cardLimits = Phrase(fr: "Combien par jour", en: "How many a day")
    static let newADay = Phrase(fr: "Nouvelles cartes par jour", en: "New cards a day")
    static let reviewsADay = Phrase(fr: "Révisions par jour", en: "Reviews a day")
}
