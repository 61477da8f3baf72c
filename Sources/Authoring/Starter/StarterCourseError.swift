package import Essentials

/// Why a new course is not made.
package enum StarterCourseError: Error, Hashable, Sendable {
    /// Not the form of an `id`.
    case badKey(String)
    /// Empty, on several lines or longer than 120 characters.
    case badTitle
    /// There is something in the folder already.
    case notEmpty(String)
    case cannotWrite(String)

    /// What it is and what to do.
    package var phrase: Phrase {
        switch self {
        case .badKey(let key):
            Phrase(
                fr:
                    "« \(key) » ne peut pas nommer un cours. Minuscules sans accent, chiffres et « - », une lettre d’abord : donnez --key.",
                en: "\"\(key)\" cannot name a course. Lower-case letters, digits and \"-\", a letter first: give --key.")
        case .badTitle:
            Phrase(
                fr: "Le titre tient sur une ligne, de 1 à 120 caractères.",
                en: "The title takes one line, 1 to 120 characters.")
        case .notEmpty(let path):
            Phrase(
                fr: "Le dossier « \(path) » n’est pas vide. Choisissez-en un autre.",
                en: "The folder \"\(path)\" is not empty. Choose another one.")
        case .cannotWrite(let path):
            Phrase(
                fr: "« \(path) » ne peut pas être écrit. Vérifiez vos droits et la place sur le disque.",
                en: "\"\(path)\" cannot be written. Check your permissions and the space on the disk.")
        }
    }
}
