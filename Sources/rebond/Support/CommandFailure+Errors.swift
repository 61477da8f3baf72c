import Accounts
import ArgumentParser
import Campus
import Essentials
import Files
import SQL

extension CommandFailure {
    /// Known errors become a sentence with what to do; anything else is a fault, whose details stay out of sight.
    init(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as CampusError: self.init(error)
        case let error as AccountsError: self.init(CampusError(error))
        case let error as SQLError: self.init(error)
        case let error as FilesError: self.init(error)
        default: self = .fault
        }
    }

    private init(_ error: CampusError) {
        switch error {
        // Nobody is enrolled on the command line.
        case .notFound(let phrase) where phrase == .noSuchCourse: self.init(.refused, .noPublishedCourse)
        case .notAllowed(let phrase), .notFound(let phrase), .conflict(let phrase): self.init(.refused, phrase)
        case .invalid(let problems): self.init(.refused, Phrase(lines: problems.map(\.message)))
        case .tooMany(let phrase, _): self.init(.tryAgain, phrase)
        case .busy: self = .busy
        case .signInRequired: self = .fault
        }
    }

    private init(_ error: SQLError) {
        switch error {
        case .busy: self = .busy
        case .cannotWrite:
            self.init(
                .inputOutput,
                Phrase(
                    fr:
                        "L’écriture a échoué. Vérifiez que le disque n’est pas plein et que vous pouvez écrire dans le dossier des données.",
                    en: "Writing failed. Check that the disk is not full and that you may write in the data directory."))
        case .unavailable:
            self.init(
                .unavailable,
                Phrase(
                    fr: "La base de données ne répond plus. Rien d’inachevé n’est gardé : recommencez quand elle répond.",
                    en: "The database does not answer any more. Nothing half done is kept: try again when it answers."))
        case .outcomeUnknown:
            self.init(
                .unavailable,
                Phrase(
                    fr:
                        "La base de données s’est arrêtée au dernier moment : tout est fait, ou rien ne l’est. Vérifiez avant de recommencer.",
                    en: "The database went away at the last moment: all is done, or nothing is. Look before you try again."))
        case .corrupt:
            self.init(
                .fault,
                Phrase(
                    fr:
                        "La base de données est abîmée. Arrêtez le serveur, gardez-en une copie et repartez de la dernière sauvegarde.",
                    en: "The database is damaged. Stop the server, keep a copy and start again from the last backup."))
        default: self = .fault
        }
    }

    private init(_ error: FilesError) {
        switch error {
        case .cannotRead(let name):
            self.init(
                .noInput,
                Phrase(
                    fr: "Le fichier « \(name) » ne se lit pas. Vérifiez qu’il existe et que vous pouvez le lire.",
                    en: "The file “\(name)” cannot be read. Check that it exists and that you may read it."))
        case .cannotWrite:
            self.init(
                .inputOutput,
                Phrase(
                    fr: "Un fichier n’a pas pu être rangé dans le dossier des données. Vérifiez la place et les droits.",
                    en: "A file could not be stored in the data directory. Check its space and its permissions."))
        case .changed(let name):
            self.init(
                .tryAgain,
                Phrase(
                    fr: "Le fichier « \(name) » a changé pendant la lecture. Recommencez.",
                    en: "The file “\(name)” changed while it was read. Try again."))
        }
    }

    private static let busy = CommandFailure(
        .tryAgain,
        Phrase(
            fr: "La base est occupée par un autre programme. Réessayez dans un instant.",
            en: "The database is busy with another program. Try again in a moment."))

    private static let fault = CommandFailure(
        .fault,
        Phrase(
            fr:
                "Rebond a rencontré une erreur qu’il ne connaît pas. Rien d’inachevé n’est gardé. Recommencez ; si l’erreur revient, signalez la commande utilisée.",
            en:
                "Rebond met an error that it does not know. Nothing half done is kept. Try again; if it comes back, report the command used."
        ))
}

extension Phrase {
    fileprivate static let noPublishedCourse = Phrase(
        fr: "Aucun cours publié n’a cette clé. « rebond course list » les donne toutes.",
        en: "No published course has that key. “rebond course list” gives them all.")

    /// Several sentences, one a line.
    init(lines: [Phrase]) {
        self.init(fr: lines.map(\.fr).joined(separator: "\n"), en: lines.map(\.en).joined(separator: "\n"))
    }
}
