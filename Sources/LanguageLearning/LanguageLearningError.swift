package import Essentials

/// What LanguageLearning refuses. Nothing is to be kept: the caller's transaction is rolled back.
package enum LanguageLearningError: Error, Sendable, Hashable {
    /// Another review has this id.
    case otherReview
    /// Out of ``ReviewLimits/newRange`` or ``ReviewLimits/reviewRange``.
    case invalidLimits(String)
    /// Empty, or longer than ``PlacementRuling/longestReason``.
    case invalidReason
    /// More than ``OwnCard/most``.
    case tooManyCards

    /// What to say to people.
    package var phrase: Phrase {
        switch self {
        case .otherReview:
            Phrase(
                fr: "Une autre réponse porte déjà ce numéro : rechargez la page.",
                en: "Another answer has this number already: reload the page.")
        case .invalidLimits:
            Phrase(
                fr: "De 0 à 50 nouvelles cartes et de 10 à 500 révisions par jour.",
                en: "From 0 to 50 new cards and from 10 to 500 reviews a day.")
        case .invalidReason:
            Phrase(fr: "Dites pourquoi, en 300 caractères au plus.", en: "Say why, in 300 characters at most.")
        case .tooManyCards:
            Phrase(
                fr: "Vous avez déjà 1 000 cartes à vous : retirez-en avant d’en ajouter.",
                en: "You have 1,000 cards of your own already: take some away before you add more.")
        }
    }

    /// The field that it is about.
    package var field: String {
        switch self {
        case .otherReview: "id"
        case .invalidLimits(let field): field
        case .invalidReason: "reason"
        case .tooManyCards: "word"
        }
    }
}
