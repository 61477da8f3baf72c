import Essentials

/// Words about one's own cards.
extension Phrase {
    static let ownWords = Phrase(fr: "Mes mots à moi", en: "My own words")
    static func ownWordsCounted(_ count: Int) -> Phrase {
        .counted(
            count,
            fr: ("\(count) mot gardé, revu avec vos autres cartes", "\(count) mots gardés, revus avec vos autres cartes"),
            en: ("\(count) word kept, reviewed with your other cards", "\(count) words kept, reviewed with your other cards"))
    }
    static let noOwnWords = Phrase(fr: "Pas encore de mots à vous", en: "No words of your own yet")
    static let noOwnWordsAdvice = Phrase(
        fr:
            "Après une dictée, un texte à trous ou un dialogue, ajoutez ce que vous avez manqué. À la fin d’une leçon, ajoutez ses mots.",
        en: "After a dictation, a text with gaps or a dialogue, add what you missed. At the end of a lesson, add its words.")
    static func ownWordsRemoved(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("\(count) mot retiré", "\(count) mots retirés"), en: ("\(count) word removed", "\(count) words removed"))
    }
    static let takeWordAway = Phrase(fr: "Retirer", en: "Remove")
    static let bringBackWord = Phrase(fr: "Remettre", en: "Put back")
    static let wordIsNew = Phrase(fr: "Bientôt dans vos cartes", en: "Soon among your cards")
    static let wordIsAside = Phrase(fr: "Mis de côté", en: "Put aside")
    /// - Parameter seconds: `nil` when it is ready.
    static func wordComesBack(_ seconds: Int?, isKnown: Bool) -> Phrase {
        let standing = isKnown ? Phrase(fr: "Connu", en: "Known") : Phrase(fr: "En cours", en: "Being learned")
        guard let seconds else {
            return Phrase(fr: "\(standing.fr), à revoir", en: "\(standing.en), to be reviewed")
        }
        let wait = cardWait(seconds: seconds)
        return Phrase(fr: "\(standing.fr), revient dans \(wait.fr)", en: "\(standing.en), comes back in \(wait.en)")
    }

    // MARK: Taking words

    static let wordsToTake = Phrase(fr: "Mots à ajouter à mes cartes", en: "Words to add to my cards")
    static let wordsOfLesson = Phrase(
        fr: "Ajouter les mots de cette leçon à mes cartes", en: "Add the words of this lesson to my cards")
    static let wordsOfLessonLead = Phrase(
        fr: "Gardez ceux que vous voulez apprendre : ils reviendront au bon moment.",
        en: "Keep those that you want to learn: they will come back at the right moment.")
    static let missedWords = Phrase(fr: "Ce que vous avez manqué", en: "What you missed")
    static let missedWordsLead = Phrase(
        fr: "Ajoutez-le à vos cartes : il reviendra au bon moment, jusqu’à ce que vous le sachiez.",
        en: "Add it to your cards: it will come back at the right moment, until you know it.")
    static let addToMyCards = Phrase(fr: "Ajouter à mes cartes", en: "Add to my cards")
    static func addWordsToMyCards(_ count: Int) -> Phrase {
        .counted(
            count, fr: ("Ajouter à mes cartes (\(count) mot)", "Ajouter à mes cartes (\(count) mots)"),
            en: ("Add to my cards (\(count) word)", "Add to my cards (\(count) words)"))
    }
    static let chooseWords = Phrase(fr: "Choisir lesquels", en: "Choose which")
    static let wordKept = Phrase(fr: "Dans vos cartes", en: "Among your cards")
    static let allWordsKept = Phrase(
        fr: "Tout est déjà dans vos cartes.", en: "All of it is among your cards already.")
    static let nothingToTake = Phrase(fr: "Rien à ajouter ici", en: "Nothing to add here")
    static let nothingToTakeHere = Phrase(
        fr: "Cette leçon n’a pas de mots à apprendre.", en: "This lesson has no words to learn.")
    static let nothingMissed = Phrase(
        fr: "La dernière fois, vous n’avez rien manqué, ou la correction n’est pas encore ouverte.",
        en: "The last time you missed nothing, or the correction is not open yet.")
}
