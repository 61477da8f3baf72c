package import CourseContent
package import Essentials

/// What Progress refuses. Nothing of the batch is to be kept: the caller's transaction is rolled back.
package enum ProgressError: Error, Sendable, Hashable {
    case unknownEnrolment(Identifier<Enrolment>)
    case tooManyEvents(count: Int, limit: Int)
    case invalidEvent(Identifier<LearningEvent>, EventProblem)
    /// The activity is not in the published version of the course.
    case unknownActivity(Identifier<LearningEvent>, Identifier<Activity>)
    /// The activity is announced and not written yet.
    case plannedActivity(Identifier<LearningEvent>, Identifier<Activity>)
    /// An event with this id and another content is kept; the first one stands.
    case eventConflict(Identifier<LearningEvent>)
    /// The rules given are not those of the version that the learner's figures were made with: read them again and retry.
    case versionChanged(kept: Identifier<CourseVersion>)

    /// What to say to people.
    package var phrase: Phrase {
        switch self {
        case .unknownEnrolment:
            Phrase(fr: "Cette inscription n’existe pas.", en: "There is no such enrolment.")
        case .tooManyEvents(_, let limit):
            Phrase(
                fr: "Trop d’événements à la fois : envoyez-en au plus \(limit).",
                en: "Too many events at once: send at most \(limit).")
        case .invalidEvent(_, let problem): problem.phrase
        case .unknownActivity:
            Phrase(
                fr: "Cette activité ne fait plus partie de la formation.", en: "This activity is no longer part of the course.")
        case .plannedActivity:
            Phrase(fr: "Cette activité n’est pas encore ouverte.", en: "This activity is not open yet.")
        case .eventConflict:
            Phrase(
                fr: "Cet envoi a déjà été reçu avec un autre contenu. Le premier est gardé.",
                en: "This was already received with another content. The first one stands.")
        case .versionChanged:
            Phrase(
                fr: "La formation vient d’être mise à jour. Réessayez.", en: "The course has just been updated. Try again.")
        }
    }
}

extension EventProblem {
    /// What to say to whoever writes a client.
    package var phrase: Phrase {
        switch self {
        case .kind:
            Phrase(
                fr: "Ce type d’événement est constaté par le serveur seul.",
                en: "Events of this kind are found by the server alone.")
        case .reservedID:
            Phrase(
                fr: "Cet identifiant est réservé au serveur : utilisez un UUID de version 7 ou 4.",
                en: "This id is reserved for the server: use a UUID of version 7 or 4.")
        case .occurredAt: Phrase(fr: "Cette date n’existe pas.", en: "This is not a date.")
        case .activity: Phrase(fr: "Il manque l’activité.", en: "The activity is missing.")
        case .seconds:
            Phrase(
                fr: "La durée doit être entre 1 et 120 secondes, pour un battement ou une écoute seulement.",
                en: "Seconds must be from 1 to 120, in a heartbeat or of what was played only.")
        case .score:
            Phrase(
                fr: "Le score doit être entre 0 et 100, pour un essai ou des cartes seulement.",
                en: "The score must be from 0 to 100, in an attempt or of cards only.")
        case .detail:
            Phrase(
                fr: "Le détail est trop long ou contient un caractère interdit.",
                en: "The detail is too long or holds a forbidden character.")
        case .played:
            Phrase(
                fr:
                    "Ces passages ne peuvent pas avoir été écoutés : 1 à 20 passages d’au moins une demi-seconde, dans l’enregistrement, deux fois la vitesse normale au plus.",
                en:
                    "These parts cannot have been played: 1 to 20 parts of half a second or more, within the recording, at twice the normal speed at most."
            )
        }
    }
}
