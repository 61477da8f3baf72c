import Essentials

/// What is said about a file of people.
extension Phrase {
    static let emptyFile = Phrase(fr: "Le fichier est vide.", en: "The file is empty.")
    static let noPeople = Phrase(
        fr: "Le fichier n’a que sa ligne de titres. Ajoutez une ligne par personne.",
        en: "The file holds only its header. Add one line for each person.")
    static let fileTooLong = Phrase(
        fr: "Le fichier dépasse 5 Mo. Coupez-le en plusieurs.", en: "The file is over 5 MB. Cut it into several.")
    static let tooManyRows = Phrase(
        fr: "Le fichier dépasse 10 000 lignes. Coupez-le en plusieurs.",
        en: "The file is over 10,000 rows. Cut it into several.")
    static let notUTF8 = Phrase(
        fr: "Ce fichier n’est pas en UTF-8. Dans le tableur, choisissez Enregistrer sous, puis « CSV UTF-8 ».",
        en: "This file is not in UTF-8. In the spreadsheet, choose Save as, then “CSV UTF-8”.")
    static let notText = Phrase(
        fr: "Ce fichier n’est pas du texte. Enregistrez le tableau au format CSV UTF-8.",
        en: "This file is not text. Save the spreadsheet as CSV UTF-8.")
    static let unclosedQuote = Phrase(
        fr: "Un guillemet ouvert sur cette ligne n’est jamais fermé. Les lignes suivantes n’ont pas été lues.",
        en: "A quotation mark opened on this line is never closed. The lines after it were not read.")
    static let strayQuote = Phrase(
        fr: "Un guillemet est mal placé. Mettez toute la case entre guillemets, et doublez ceux du texte.",
        en: "A quotation mark is misplaced. Put the whole cell in quotation marks, and double those of the text.")
    static let unknownColumn = Phrase(
        fr: "Colonne inconnue. Retirez-la, ou corrigez son titre : \(columnNames.fr).",
        en: "Unknown column. Remove it, or correct its title: \(columnNames.en).")
    static let columnTwice = Phrase(fr: "Cette colonne est là deux fois.", en: "This column is there twice.")
    static let missingColumn = Phrase(
        fr: "Cette colonne manque. La première ligne porte les titres : \(columnNames.fr).",
        en: "This column is missing. The first line holds the titles: \(columnNames.en).")
    static let emptyCell = Phrase(fr: "Cette case est vide.", en: "This cell is empty.")
    static let badLanguage = Phrase(fr: "La langue est fr ou en.", en: "The language is fr or en.")
    static let badRole = Phrase(
        fr: "Rôle inconnu. Les rôles : \(CohortRole.allCases.map(\.rawValue).joined(separator: ", ")).",
        en: "Unknown role. The roles: \(CohortRole.allCases.map(\.rawValue).joined(separator: ", ")).")
    static let roleNotByFile = Phrase(
        fr: "Ce rôle vaut partout : il ne se donne pas par un fichier, mais personne par personne.",
        en: "This role holds everywhere: it is not given by a file, but person by person.")
    static let cohortMissing = Phrase(
        fr: "Un rôle ou un groupe demande une promo.", en: "A role or a group needs a cohort.")
    static let cohortUnknown = Phrase(
        fr: "Cette promo n’existe pas. Créez-la d’abord.", en: "This cohort does not exist. Make it first.")
    static let groupUnknown = Phrase(
        fr: "Ce groupe n’existe pas dans cette promo. Créez-le d’abord.",
        en: "This group does not exist in this cohort. Make it first.")
    static let loginOfAnother = Phrase(
        fr: "Cet identifiant est à une personne d’un autre nom. Choisissez-en un autre.",
        en: "This login belongs to a person with another name. Choose another.")
    static let accountClosed = Phrase(
        fr: "Ce compte est fermé. Rouvrez-le d’abord, ou retirez la ligne.",
        en: "This account is closed. Open it again first, or remove the line.")
    static let changedMeanwhile = Phrase(
        fr: "Les comptes ont changé pendant l’import. Recommencez.", en: "Accounts changed during the import. Start again.")

    static func tooManyCells(_ count: Int, _ expected: Int) -> Phrase {
        Phrase(
            fr:
                "Cette ligne a \(count) cases, les titres sont \(expected). Mettez entre guillemets un texte qui contient le séparateur.",
            en: "This line has \(count) cells, the header \(expected). Put a text that holds the separator in quotation marks.")
    }

    static func loginOnLine(_ line: Int) -> Phrase {
        Phrase(
            fr: "La ligne \(line) a le même identifiant, avec un autre nom.",
            en: "Line \(line) has the same login, with another name.")
    }

    static func sameAsLine(_ line: Int) -> Phrase {
        Phrase(fr: "Cette ligne répète la ligne \(line).", en: "This line repeats line \(line).")
    }

    static func differsFromLine(_ line: Int) -> Phrase {
        Phrase(
            fr: "Un seul mot de passe par personne : voyez la ligne \(line).", en: "One password a person: see line \(line).")
    }

    static func emailOnLine(_ line: Int) -> Phrase {
        Phrase(
            fr: "La ligne \(line) a la même adresse e-mail, pour une autre personne.",
            en: "Line \(line) has the same e-mail address, for another person.")
    }

    private static let columnNames = Phrase(
        fr: "identifiant, prenom, nom, courriel, langue, role, promo, groupe, mot_de_passe",
        en: "login, given_name, family_name, email, language, role, cohort, group, password")
}
