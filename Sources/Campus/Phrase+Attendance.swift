package import Essentials
package import Scheduling

extension Phrase {
    static let badDrawing = Phrase(
        fr: "Cette signature n’a pas pu être lue. Dessinez-la encore, ou confirmez sans dessiner.",
        en: "This signature could not be read. Draw it again, or confirm without drawing.")
    static let badRoomCode = Phrase(
        fr: "Ce code n’est pas celui de la salle. Il change chaque minute : regardez l’écran et tapez le nouveau.",
        en: "This code is not the one of the room. It changes every minute: look at the screen and type the new one.")
    static let signingNotYet = Phrase(
        fr: "Il est trop tôt pour signer cette demi-journée. Revenez quand elle commence.",
        en: "It is too early to sign this half-day. Come back when it begins.")
    static let signingOver = Phrase(
        fr: "Cette demi-journée ne se signe plus. Dites à votre formateur que vous étiez là.",
        en: "This half-day can no longer be signed. Tell your trainer that you were there.")
    static let lateSigningReason = Phrase(
        fr: "La demi-journée est finie : dites pourquoi vous signez maintenant.",
        en: "The half-day is over: say why you sign now.")
    static let correctionReason = Phrase(
        fr: "Dites pourquoi vous corrigez.", en: "Say why you correct it.")
    static let attendanceTextTooLong = Phrase(
        fr: "Ce texte est trop long : 500 signes au plus.", en: "This text is too long: at most 500 characters.")
    static let halfDayNotBegun = Phrase(
        fr: "La demi-journée n’a pas commencé : attendez avant de noter une absence.",
        en: "The half-day has not begun: wait before you note an absence.")
    static func minutesOfHalfDay(_ minutes: Int) -> Phrase {
        Phrase(fr: "Donnez des minutes, de 1 à \(minutes).", en: "Give minutes, from 1 to \(minutes).")
    }
    static let proofTooLarge = Phrase(
        fr: "Ce fichier est vide ou trop lourd : 10 Mo au plus.", en: "This file is empty or too large: at most 10 MB.")
    static let badProof = Phrase(
        fr: "Ce fichier n’est pas pris : envoyez un PDF ou une photo.", en: "This file is not taken: send a PDF or a photo.")
    static let roomIsClosed = Phrase(
        fr: "La classe virtuelle ouvre dix minutes avant le début, et ferme à la fin.",
        en: "The virtual class opens ten minutes before the beginning, and closes at the end.")
}

extension AttendanceError {
    package var phrase: Phrase {
        switch self {
        case .otherContent:
            Phrase(
                fr: "Quelque chose d’autre est déjà gardé sous ce numéro. Ouvrez la page de nouveau.",
                en: "Something else is kept under this number already. Open the page again.")
        case .alreadySigned: Phrase(fr: "Vous avez déjà signé cette demi-journée.", en: "You have signed this half-day already.")
        case .isAbsent:
            Phrase(
                fr: "Une absence est notée pour toute la demi-journée. Voyez avec le formateur : il peut la corriger.",
                en: "An absence is noted for the whole half-day. See the trainer, who can correct it.")
        case .hasSigned:
            Phrase(
                fr: "Cette personne a signé : retirez d’abord sa signature, avec la raison.",
                en: "This person has signed: withdraw the signature first, with the reason.")
        case .alreadyNoted:
            Phrase(fr: "C’est déjà noté : corrigez ce qui est noté.", en: "It is noted already: correct what is noted.")
        case .nothingToCorrect:
            Phrase(
                fr: "Ce qui est à corriger a changé entre-temps. Ouvrez la page de nouveau.",
                en: "What is to be corrected has changed meanwhile. Open the page again.")
        case .drawingReused:
            Phrase(
                fr: "Cette signature a déjà servi : une signature se dessine chaque fois.",
                en: "This signature was used before: a signature is drawn each time.")
        }
    }
}

extension AttendanceFault {
    /// One line for whoever verifies.
    package func phrase(cohort: String) -> Phrase {
        switch problem {
        case .altered:
            Phrase(
                fr: "Émargement de \(cohort) : l’entrée \(sequence) n’est pas ce qui a été gardé.",
                en: "Attendance of \(cohort): entry \(sequence) is not what was kept.")
        case .unlinked:
            Phrase(
                fr: "Émargement de \(cohort) : l’entrée \(sequence) ne suit pas celle d’avant.",
                en: "Attendance of \(cohort): entry \(sequence) does not follow the one before.")
        case .missing:
            Phrase(
                fr: "Émargement de \(cohort) : il manque quelque chose à la place \(sequence) ou avant.",
                en: "Attendance of \(cohort): something is missing at place \(sequence) or before.")
        }
    }
}
