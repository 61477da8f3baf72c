package import Essentials

extension SubmissionError {
    /// The field of the form that it is about.
    package var field: String {
        switch self {
        case .nothingHandedIn, .noTextAsked, .tooFewWords, .tooManyWords, .textTooLong: "text"
        case .noFilesAsked, .tooManyFiles, .fileName, .fileKind, .fileEmpty, .fileTooLarge, .fileIsNotWhatItSays: "files"
        case .noneLeft, .otherSubmission, .unknownSubmission: "submission"
        case .unknownCriterion(let id), .unknownLevel(let id), .missingCriterion(let id): "levels.\(id)"
        case .pointsOutOfRange: "points"
        case .commentTooLong: "comment"
        }
    }

    /// What people read.
    package var phrase: Phrase {
        switch self {
        case .nothingHandedIn:
            Phrase(
                fr: "Il n’y a encore rien à rendre. Écrivez ou ajoutez un fichier.",
                en: "There is nothing to hand in yet. Write, or add a file.")
        case .noTextAsked:
            Phrase(fr: "Cet exercice demande des fichiers, pas de texte.", en: "This assignment asks for files, not for a text.")
        case .tooFewWords(let count, let minimum):
            Phrase(
                fr: "Il y a \(count) mots ; il en faut au moins \(minimum).",
                en: "There are \(count) words; at least \(minimum) are asked for.")
        case .tooManyWords(let count, let maximum):
            Phrase(fr: "Il y a \(count) mots ; \(maximum) au plus.", en: "There are \(count) words; \(maximum) at most.")
        case .textTooLong(let maximum):
            Phrase(fr: "Le texte a plus de \(maximum) caractères.", en: "The text has more than \(maximum) characters.")
        case .noFilesAsked:
            Phrase(fr: "Cet exercice demande un texte, pas de fichier.", en: "This assignment asks for a text, not for files.")
        case .tooManyFiles(let count, let maximum):
            Phrase(fr: "\(count) fichiers ; \(maximum) au plus.", en: "\(count) files; \(maximum) at most.")
        case .fileName(let name):
            Phrase(
                fr: "Le fichier « \(name) » a un nom que l’on ne peut pas garder. Renommez-le.",
                en: "The file “\(name)” has a name that cannot be kept. Rename it.")
        case .fileKind(let name, let allowed):
            Phrase(
                fr: "« \(name) » n’est pas d’un type demandé : \(allowed.joined(separator: ", ")).",
                en: "“\(name)” is not of a type that is asked for: \(allowed.joined(separator: ", ")).")
        case .fileEmpty(let name): Phrase(fr: "Le fichier « \(name) » est vide.", en: "The file “\(name)” is empty.")
        case .fileTooLarge(let name, let maximum):
            Phrase(
                fr: "« \(name) » est trop lourd : \(maximum / 1_000_000) Mo au plus.",
                en: "“\(name)” is too large: \(maximum / 1_000_000) MB at most.")
        case .fileIsNotWhatItSays(let name):
            Phrase(
                fr: "« \(name) » n’est pas ce que dit son nom. Enregistrez-le à nouveau dans le bon type.",
                en: "“\(name)” is not what its name says. Save it again as the right type.")
        case .noneLeft(let allowed):
            Phrase(
                fr:
                    "Vous avez rendu ce travail \(allowed) fois : il n’y a plus d’envoi possible. Parlez-en à votre tutrice ou votre tuteur.",
                en: "You have handed this in \(allowed) times: there is none left. Talk to your tutor.")
        case .otherSubmission:
            Phrase(
                fr: "Ce numéro d’envoi sert déjà à un autre travail. Rechargez la page.",
                en: "This number is another submission's. Reload the page.")
        case .unknownSubmission: .noSuchSubmission
        case .unknownCriterion: Phrase(fr: "Ce critère n’est pas dans la grille.", en: "This criterion is not in the rubric.")
        case .unknownLevel: Phrase(fr: "Ce niveau n’est pas dans la grille.", en: "This level is not in the rubric.")
        case .missingCriterion: Phrase(fr: "Choisissez un niveau pour chaque critère.", en: "Choose a level for each criterion.")
        case .pointsOutOfRange(let maximum):
            .pointsFromZero(to: maximum.written)
        case .commentTooLong(let maximum):
            Phrase(fr: "Le commentaire a plus de \(maximum) caractères.", en: "The comment has more than \(maximum) characters.")
        }
    }
}

extension Phrase {
    package static let noSuchSubmission = Phrase(
        fr: "Ce travail n’existe pas, ou il n’est pas pour vous.", en: "There is no such work, or it is not for you.")
    fileprivate static func pointsFromZero(to most: Phrase) -> Phrase {
        Phrase(fr: "Donnez un nombre de points de 0 à \(most.fr).", en: "Give a number of points from 0 to \(most.en).")
    }
    package static let markersOnly = Phrase(
        fr: "Ce travail est corrigé par les personnes qui suivent la promo.",
        en: "This work is marked by those who follow the cohort.")
}

extension Double {
    /// Without a useless « .0 », with the comma in French.
    fileprivate var written: Phrase {
        let text = self == rounded() && abs(self) < 1e9 ? String(Int(self)) : String(self)
        return Phrase(fr: text.replacing(".", with: ","), en: text)
    }
}
