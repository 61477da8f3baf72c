package import Essentials

/// What Tutoring refuses. Nothing is to be kept: the caller's transaction is rolled back.
package enum TutoringError: Error, Sendable, Hashable {
    /// Empty, or more than ``QuickSentence/longest`` characters.
    case invalidSentence
    /// More than ``QuickSentence/most``.
    case tooManySentences
    /// No alert of the enrolment is open.
    case noOpenAlert
    /// More than ``FollowUpFact/longestNote`` characters.
    case noteTooLong
    /// A number that cannot be, by the name of its rule.
    case invalidRule(String)
    /// A view without a name, or with a name of more than 60 characters.
    case invalidView
    /// More than ``KeptView/most``.
    case tooManyViews
    /// Empty, or more than ``StaffNote/longest`` characters.
    case invalidNote
    /// Empty, or more than ``Message/longest`` characters.
    case invalidMessage
    /// Another message has this id.
    case otherMessage
    /// What it answers is not there.
    case invalidReply
    /// No longer the author's to change.
    case notEditable

    /// What to say to people.
    package var phrase: Phrase {
        switch self {
        case .invalidSentence:
            Phrase(
                fr: "Écrivez une phrase de \(QuickSentence.longest) caractères au plus.",
                en: "Write a sentence of at most \(QuickSentence.longest) characters.")
        case .tooManySentences:
            Phrase(
                fr: "Vous gardez déjà \(QuickSentence.most) phrases. Retirez-en une d’abord.",
                en: "You keep \(QuickSentence.most) sentences already. Remove one first.")
        case .noOpenAlert:
            Phrase(fr: "Cette alerte est déjà close.", en: "This alert is closed already.")
        case .noteTooLong:
            Phrase(
                fr: "Écrivez une note de \(FollowUpFact.longestNote) caractères au plus.",
                en: "Write a note of at most \(FollowUpFact.longestNote) characters.")
        case .invalidRule:
            Phrase(
                fr: "Vérifiez ce nombre. Zéro éteint la règle, et le seuil rouge n’est pas plus bas que l’orange.",
                en: "Check this number. Zero switches the rule off, and the red limit is not below the amber one.")
        case .invalidView:
            Phrase(fr: "Donnez un nom de 60 caractères au plus.", en: "Give a name of at most 60 characters.")
        case .tooManyViews:
            Phrase(
                fr: "Vous gardez déjà \(KeptView.most) vues. Retirez-en une d’abord.",
                en: "You keep \(KeptView.most) views already. Remove one first.")
        case .invalidNote:
            Phrase(
                fr: "Écrivez une note de \(StaffNote.longest) caractères au plus.",
                en: "Write a note of at most \(StaffNote.longest) characters.")
        case .invalidMessage:
            Phrase(
                fr: "Écrivez un message de \(Message.longest) caractères au plus.",
                en: "Write a message of at most \(Message.longest) characters.")
        case .otherMessage:
            Phrase(
                fr: "Un autre message porte déjà ce numéro : rechargez la page et envoyez encore.",
                en: "Another message has this number already: reload the page and send again.")
        case .invalidReply:
            Phrase(
                fr: "Le message auquel vous répondez n’est plus là.", en: "The message that you answer is not there any more.")
        case .notEditable:
            Phrase(
                fr: "Ce message ne change plus : quinze minutes sont passées.",
                en: "This message does not change any more: fifteen minutes are over.")
        }
    }

    /// The field that it is about.
    package var field: String {
        switch self {
        case .invalidSentence, .tooManySentences, .invalidNote, .invalidMessage, .notEditable: "text"
        case .otherMessage: "id"
        case .invalidReply: "reply"
        case .noOpenAlert: "enrolment"
        case .noteTooLong: "note"
        case .invalidRule(let name): name
        case .invalidView, .tooManyViews: "name"
        }
    }
}
