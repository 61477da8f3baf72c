package import Essentials
package import Scheduling

extension Phrase {
    package static let noSuchSession = Phrase(
        fr: "Il n’y a pas de séance à cette adresse, ou elle n’est pas pour vous.",
        en: "There is no session at this address, or it is not for you.")
    static let sessionIsCancelled = Phrase(
        fr: "Cette séance est annulée : elle ne change plus. Prévoyez-en une autre.",
        en: "This session is cancelled: it does not change any more. Plan another one.")
    static let reasonForCancelling = Phrase(
        fr: "Dites pourquoi, en 500 signes au plus : tout le monde le lira.",
        en: "Say why, in at most 500 characters: everybody will read it.")
    static let notInTheList = Phrase(fr: "Choisissez dans la liste.", en: "Choose from the list.")
    static let noSuchDay = Phrase(fr: "Un jour s’écrit 2026-11-24.", en: "A day is written 2026-11-24.")
    static let noSuchHour = Phrase(fr: "Une heure s’écrit 09:30.", en: "An hour is written 09:30.")
    static let noSuchZone = Phrase(
        fr: "Un fuseau s’écrit comme « Europe/Paris ».", en: "A time zone is written like “Europe/Paris”.")
    static func noSuchTrainer(_ login: String) -> Phrase {
        let shown = String(login.prefix(64))
        return Phrase(
            fr: "« \(shown) » n’est ni formateur, ni tuteur, ni référent de cette promo.",
            en: "“\(shown)” is no trainer, tutor or coordinator of this cohort.")
    }

    /// What others have at the same time, and what to do.
    static func sessionConflicts(_ conflicts: [SessionConflict]) -> Phrase {
        let found = conflicts.map { conflict in
            let other = conflict.other.plan
            let (hour, title) = (other.start.hourText, other.title)
            return switch conflict.subject {
            case .cohort:
                Phrase(fr: "la promo a déjà « \(title) » à \(hour)", en: "the cohort already has “\(title)” at \(hour)")
            case .place:
                Phrase(fr: "le lieu est pris par « \(title) » à \(hour)", en: "the place is taken by “\(title)” at \(hour)")
            case .trainer:
                Phrase(
                    fr: "un formateur tient déjà « \(title) » à \(hour)", en: "a trainer already holds “\(title)” at \(hour)")
            case .learners(let count):
                Phrase.counted(
                    count,
                    fr: ("\(count) personne a déjà « \(title) » à \(hour)", "\(count) personnes ont déjà « \(title) » à \(hour)"),
                    en: (
                        "\(count) learner already has “\(title)” at \(hour)",
                        "\(count) learners already have “\(title)” at \(hour)"
                    ))
            }
        }
        return Phrase(
            fr: "Rien n’est gardé encore : " + found.map { $0.in(.french) }.joined(separator: " ; ")
                + ". Changez le jour, l’heure ou le lieu, ou gardez la séance quand même.",
            en: "Nothing is kept yet: " + found.map { $0.in(.english) }.joined(separator: "; ")
                + ". Change the day, the hour or the place, or keep the session all the same.")
    }
}

extension SessionKind {
    package var phrase: Phrase {
        switch self {
        case .virtual: Phrase(fr: "Classe virtuelle", en: "Virtual class")
        case .inPerson: Phrase(fr: "Séance en salle", en: "Class in a room")
        case .both: Phrase(fr: "En salle et à distance", en: "In a room and online")
        case .assessment: Phrase(fr: "Évaluation", en: "Assessment")
        case .officeHour: Phrase(fr: "Permanence", en: "Office hour")
        case .mentoring: Phrase(fr: "Rendez-vous de mentorat", en: "Mentoring meeting")
        }
    }
}

extension SessionStatus {
    package var phrase: Phrase {
        switch self {
        case .draft: Phrase(fr: "brouillon", en: "draft")
        case .published: Phrase(fr: "prévue", en: "planned")
        case .cancelled: Phrase(fr: "annulée", en: "cancelled")
        }
    }
}

extension SessionProblem {
    var field: String {
        switch self {
        case .title, .tooLong: "title"
        case .duration: "duration"
        case .link, .linkMissing: "link"
        case .placeMissing: "place"
        case .trainerTwice: "trainers"
        }
    }

    var phrase: Phrase {
        switch self {
        case .title: Phrase(fr: "Donnez un titre de 200 signes au plus.", en: "Give a title of at most 200 characters.")
        case .tooLong:
            Phrase(fr: "Un texte est trop long : 2000 signes au plus.", en: "A text is too long: at most 2000 characters.")
        case .duration: Phrase(fr: "Une durée va de 5 à 720 minutes.", en: "A duration is from 5 to 720 minutes.")
        case .link:
            Phrase(
                fr: "Une adresse de classe virtuelle commence par https://",
                en: "The address of a virtual class begins with https://")
        case .linkMissing: Phrase(fr: "Donnez l’adresse de la classe virtuelle.", en: "Give the address of the virtual class.")
        case .placeMissing: Phrase(fr: "Donnez le lieu.", en: "Give the place.")
        case .trainerTwice: Phrase(fr: "Quelqu’un est nommé deux fois.", en: "Somebody is named twice.")
        }
    }
}
