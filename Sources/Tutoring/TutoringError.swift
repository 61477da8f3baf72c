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
    /// More than ``LearnerContact/longestNote`` characters.
    case contactNoteTooLong
    /// More than ``MessageReport/longestNote`` characters.
    case reportNoteTooLong
    /// No number that one can call.
    case invalidPhone
    /// More than ``CallRequest/longestHours`` characters.
    case hoursTooLong
    /// Empty, or more than ``Handover/longestNote`` characters.
    case invalidHandover

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
        case .contactNoteTooLong:
            Phrase(
                fr: "Écrivez une note de \(LearnerContact.longestNote) caractères au plus.",
                en: "Write a note of at most \(LearnerContact.longestNote) characters.")
        case .reportNoteTooLong:
            Phrase(
                fr: "Dites-le en \(MessageReport.longestNote) caractères au plus.",
                en: "Say it in at most \(MessageReport.longestNote) characters.")
        case .invalidPhone:
            Phrase(
                fr: "Écrivez un numéro avec ses chiffres, par exemple 06 12 34 56 78, ou laissez vide.",
                en: "Write a number with its digits, for example 06 12 34 56 78, or leave this empty.")
        case .hoursTooLong:
            Phrase(
                fr: "Dites-le en \(CallRequest.longestHours) caractères au plus.",
                en: "Say it in at most \(CallRequest.longestHours) characters.")
        case .invalidHandover:
            Phrase(
                fr: "Dites à votre collègue où en est cette personne, en \(Handover.longestNote) caractères au plus.",
                en: "Tell your colleague where this person stands, in at most \(Handover.longestNote) characters.")
        }
    }

    /// The field that it is about.
    package var field: String {
        switch self {
        case .invalidSentence, .tooManySentences, .invalidNote, .invalidMessage, .notEditable: "text"
        case .otherMessage: "id"
        case .invalidReply: "reply"
        case .noOpenAlert: "enrolment"
        case .noteTooLong, .contactNoteTooLong, .invalidHandover, .reportNoteTooLong: "note"
        case .invalidPhone: "phone"
        case .hoursTooLong: "hours"
        case .invalidRule(let name): name
        case .invalidView, .tooManyViews: "name"
        }
    }
}
