import Essentials

/// Words of links and cards that sign in, and of helping learners in.
extension Phrase {
    static let signInByLink = Phrase(fr: "Recevoir un lien pour entrer", en: "Get a link to sign in")
    static let signInByLinkLead = Phrase(
        fr: "Pas besoin de mot de passe : nous envoyons un lien à votre adresse de courriel.",
        en: "No password needed: we send a link to your e-mail address.")
    static let sendMeALink = Phrase(fr: "Envoyer le lien", en: "Send the link")
    static let linkIsOnItsWay = Phrase(
        fr: "Si ce compte a une adresse de courriel, le lien arrive. Ouvrez votre boîte : il marche pendant 15 minutes.",
        en: "If this account has an e-mail address, the link is on its way. Open your mailbox: it works for 15 minutes.")
    static let noLinkCame = Phrase(
        fr: "Rien n’arrive ? Regardez dans les indésirables, ou demandez de l’aide à votre tuteur ou votre tutrice.",
        en: "Nothing comes? Look among unwanted mail, or ask your tutor for help.")
    static let signInByPassword = Phrase(fr: "Entrer avec un mot de passe", en: "Sign in with a password")
    static let getIn = Phrase(fr: "Entrer", en: "Get in")
    static let linkIsSpent = Phrase(
        fr: "Ce lien a déjà servi, ou date de plus de 15 minutes.",
        en: "This link was used already, or is more than 15 minutes old.")
    static let cardPin = Phrase(fr: "Votre code", en: "Your code")
    static let cardPinHint = Phrase(fr: "Les 6 chiffres reçus avec la carte.", en: "The 6 digits that came with the card.")

    static let helpSignIn = Phrase(fr: "Aider à se connecter", en: "Help learners sign in")
    static let helpSignInLead = Phrase(
        fr: "Une carte à scanner, ou un nouveau mot de passe.", en: "A card to scan, or a new password.")
    static let makeCards = Phrase(fr: "Faire les cartes", en: "Make cards")
    static let makeCardsLead = Phrase(
        fr:
            "Chaque carte porte un code QR à scanner avec le téléphone, et un code à 6 chiffres à découper et à donner à part. Une nouvelle carte remplace l’ancienne.",
        en:
            "Each card carries a QR code to scan with a phone, and a code of 6 digits to cut off and hand over apart. A new card replaces the old one."
    )
    static let forWhom = Phrase(fr: "Pour qui", en: "For whom")
    static func hasCardSince(_ moment: String) -> Phrase { Phrase(fr: "carte faite le \(moment)", en: "card made on \(moment)") }
    static let oneByOne = Phrase(fr: "Une personne à la fois", en: "One at a time")
    static let revokeCard = Phrase(fr: "Annuler la carte", en: "Cancel the card")
    static let newPasswordHelp = Phrase(
        fr: "Un nouveau mot de passe s’affiche une fois et déconnecte tous les appareils de cette personne.",
        en: "A new password is shown once and signs this person out of every device.")
    static let newPasswordMade = Phrase(fr: "Nouveau mot de passe", en: "New password")
    static let cardsToPrint = Phrase(fr: "Cartes à imprimer", en: "Cards to print")
    static let cardsShownOnce = Phrase(
        fr:
            "Imprimez cette page maintenant : les codes ne s’afficheront plus. Carte perdue ? Faites-en une autre, l’ancienne ne marchera plus.",
        en:
            "Print this page now: the codes are not shown again. A card is lost? Make another one, the old one will not work any more."
    )
    static let cardHow = Phrase(
        fr: "Scannez le code avec votre téléphone, puis tapez vos 6 chiffres.",
        en: "Scan the code with your phone, then type your 6 digits.")
    static func cardCut(_ name: String) -> Phrase {
        Phrase(fr: "À découper, pour \(name) :", en: "Cut off, for \(name):")
    }
    static let noSuchLearnerHere = Phrase(
        fr: "Aucun stagiaire de cette promo n’a ce numéro.", en: "No learner of this cohort has this id.")

    // MARK: What happened to the account

    static let accountHistory = Phrase(fr: "Ce qui s’est passé sur mon compte", en: "What happened to my account")
    static let accountHistoryHelp = Phrase(
        fr: "Quelque chose ne vient pas de vous ? Changez votre mot de passe et dites-le à votre tuteur ou votre tutrice.",
        en: "Something was not you? Change your password and tell your tutor.")
}
