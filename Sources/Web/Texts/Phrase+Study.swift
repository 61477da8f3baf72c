import CourseContent
import Essentials

/// Words of documents, sessions, discussions and decks.
extension Phrase {
    static func activityDoneOn(_ day: String) -> Phrase {
        Phrase(fr: "Vous avez terminé cette activité \(day).", en: "You finished this activity \(day).")
    }

    static let notCountedYet = Phrase(
        fr: "Cette activité ne compte pas dans votre avancement pour le moment.",
        en: "This activity does not count in your progress for the time being.")

    static let filesToDownload = Phrase(fr: "À télécharger", en: "To download")

    static func sessionForm(_ form: SessionForm) -> Phrase {
        switch form {
        case .virtual: Phrase(fr: "Classe virtuelle : on se retrouve en ligne.", en: "Virtual class: people meet online.")
        case .inPerson: Phrase(fr: "Séance en salle : on se retrouve sur place.", en: "Class in person: people meet on site.")
        }
    }
    static let sessionDates = Phrase(
        fr: "Le jour, l’heure et l’endroit sont donnés par votre organisme, dans le calendrier de votre promo.",
        en: "The day, the hour and the place are given by your training organisation, in the calendar of your cohort.")
    static let toPrepare = Phrase(fr: "À préparer avant", en: "To prepare before")
    static let toBring = Phrase(fr: "À apporter, ou à avoir près de vous", en: "To bring, or to have near you")
    static let sessionCompletion = Phrase(
        fr: "Cette activité est terminée quand votre présence est notée.",
        en: "This activity is done when your attendance is recorded.")

    static func postsExpected(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("On attend de vous \(count) message.", "On attend de vous \(count) messages."),
            en: ("\(count) message is expected from you.", "\(count) messages are expected from you."))
    }
    static func postsSoFar(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("Vous en avez écrit \(count).", "Vous en avez écrit \(count)."),
            en: ("You have written \(count).", "You have written \(count)."))
    }
    static func cardCount(_ count: Int) -> Phrase {
        .counted(count, fr: ("\(count) carte", "\(count) cartes"), en: ("\(count) card", "\(count) cards"))
    }
    static func deckCompletion(share: Int) -> Phrase {
        if share == 100 {
            return Phrase(
                fr: "Cette activité est terminée quand vous avez revu toutes les cartes.",
                en: "This activity is done when you have reviewed all the cards.")
        }
        return Phrase(
            fr: "Cette activité est terminée quand vous avez revu \(share)\u{A0}% des cartes.",
            en: "This activity is done when you have reviewed \(share)% of the cards.")
    }
    static func cardsReviewed(percent: Int) -> Phrase {
        Phrase(fr: "Vous en avez revu \(percent)\u{A0}%.", en: "You have reviewed \(percent)% of them.")
    }
}
