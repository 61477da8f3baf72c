import Essentials

extension Finding {
    static let markdownUnread = Finding(
        "markdown", Phrase(fr: "Ce texte ne se lit pas.", en: "This text cannot be read."),
        hint: Phrase(fr: "Écrivez-le plus simplement.", en: "Write it more simply."))

    static func markdownTooDeep(_ limit: Int) -> Finding {
        Finding(
            "too-deep",
            Phrase(
                fr: "Il y a ici plus de \(limit) niveaux les uns dans les autres.",
                en: "There are more than \(limit) levels inside each other here."),
            hint: Phrase(fr: "Retirez des citations ou des listes imbriquées.", en: "Take out nested quotes or lists."))
    }

    static func paragraphTooLong(_ limit: Int) -> Finding {
        let size = FileSize.phrase(limit)
        return Finding(
            "paragraph-too-long",
            Phrase(fr: "Plus de \(size.fr) sans ligne vide.", en: "More than \(size.en) without a blank line."),
            hint: Phrase(fr: "Coupez ce passage par des lignes vides.", en: "Cut this passage with blank lines."))
    }

    static func tooManyColumns(_ limit: Int) -> Finding {
        Finding(
            "table-too-large",
            Phrase(fr: "Ce tableau a plus de \(limit) colonnes.", en: "This table has more than \(limit) columns."),
            hint: Phrase(
                fr: "Coupez-le, ou proposez-le en téléchargement (.csv).", en: "Split it, or offer it as a download (.csv)."))
    }

    static func tableTooLarge(_ limit: Int) -> Finding {
        Finding(
            "table-too-large",
            Phrase(
                fr: "Ce tableau est trop grand (plus de \(limit) cases).",
                en: "This table is too large (more than \(limit) cells)."),
            hint: Phrase(
                fr: "Coupez-le, ou proposez-le en téléchargement (.csv).", en: "Split it, or offer it as a download (.csv)."))
    }

    static func rawHTML(_ text: some Sequence<UInt8>) -> Finding {
        let shown = excerpt(String(decoding: Array(text), as: UTF8.self))
        return Finding(
            "raw-html",
            Phrase(fr: "Le HTML n’est pas accepté : « \(shown) ».", en: "HTML is not accepted: \"\(shown)\"."),
            hint: Phrase(
                fr: "Pour montrer une balise, écrivez-la entre accents graves : `<p>`.",
                en: "To show a tag, write it between backticks: `<p>`."))
    }

    static let firstLevelHeading = Finding(
        "heading-level",
        Phrase(
            fr: "Le titre de la leçon est le seul titre de premier niveau.",
            en: "The lesson's title is the only first-level heading."),
        hint: Phrase(fr: "Écrivez « ## » au lieu de « # ».", en: "Write \"##\" instead of \"#\"."))

    static func skippedHeading(from: Int, to: Int) -> Finding {
        let right = String(repeating: "#", count: from + 1)
        return Finding(
            "heading-level",
            Phrase(
                fr: "Ce titre de niveau \(to) suit un niveau \(from) : un niveau est sauté.",
                en: "This level \(to) heading follows level \(from): a level is skipped."),
            hint: Phrase(fr: "Écrivez « \(right) ».", en: "Write \"\(right)\"."))
    }

    static let headingInQuiz = Finding(
        "heading-in-quiz",
        Phrase(fr: "Les textes d’un quiz n’ont pas de titres.", en: "The texts of a quiz have no headings."),
        hint: Phrase(fr: "Écrivez-le en gras : **…**.", en: "Write it in bold: **…**."))

    static let emptyHeading = Finding(
        "empty-heading", Phrase(fr: "Ce titre est vide.", en: "This heading is empty."),
        hint: Phrase(fr: "Écrivez-le, ou retirez la ligne.", en: "Write it, or take the line out."))

    static let emptyTask = Finding(
        "empty-task", Phrase(fr: "Cette case à cocher n’a pas de texte.", en: "This box to tick has no text."),
        hint: Phrase(fr: "Écrivez « - [ ] ce qu’il faut faire ».", en: "Write \"- [ ] what is to be done\"."))

    static let phraseTooRich = Finding(
        "choice-too-rich",
        Phrase(fr: "Un choix est fait de mots et de code.", en: "A choice is made of words and code."),
        hint: Phrase(
            fr: "Mettez listes, tableaux et citations dans le texte de la question.",
            en: "Put lists, tables and quotes in the text of the question."))

    static let unmatchedSpan = Finding(
        "language-span",
        Phrase(fr: "Ce « {lang=…} » ne va avec aucun « [texte] ».", en: "This \"{lang=…}\" goes with no \"[text]\"."),
        hint: Phrase(
            fr: "Écrivez « [Bonjour]{lang=fr} » ; le gras ou l’italique s’ouvre et se ferme du même côté des crochets.",
            en: "Write \"[Bonjour]{lang=fr}\"; bold or italics open and close on the same side of the brackets."))

    static func badSpanLanguage(_ code: String) -> Finding {
        Finding(
            "language-code",
            Phrase(fr: "« \(excerpt(code)) » n’est pas un code de langue.", en: "\"\(excerpt(code))\" is not a language code."),
            hint: Phrase(
                fr: "Par exemple « {lang=en} », « {lang=fr} » ou « {lang=en-GB} ».",
                en: "For example \"{lang=en}\", \"{lang=fr}\" or \"{lang=en-GB}\"."))
    }

    static let emptyLink = Finding(
        "empty-link", Phrase(fr: "Ce lien n’a pas de texte.", en: "This link has no text."),
        hint: Phrase(fr: "Écrivez où il mène : « [la fiche](…) ».", en: "Write where it leads: \"[the sheet](…)\"."))

    static func refusedLink(_ address: String) -> Finding {
        Finding(
            "link",
            Phrase(
                fr: "Ce lien n’est pas accepté : « \(excerpt(address)) ».",
                en: "This link is not accepted: \"\(excerpt(address))\"."),
            hint: Phrase(
                fr: "Liens possibles : « https: », « http: », « mailto: », « tel: », « activity:ID », « term:ID », « files/… ».",
                en:
                    "Links may be \"https:\", \"http:\", \"mailto:\", \"tel:\", \"activity:ID\", \"term:ID\" or \"files/…\"."))
    }

    static func deadActivityLink(_ id: String, known: [String]) -> Finding {
        let near = NearestWord.find(id, among: known)
        return Finding(
            "unknown-activity",
            Phrase(fr: "Ce cours n’a pas d’activité « \(excerpt(id)) ».", en: "This course has no activity \"\(excerpt(id))\"."),
            hint: near.map { Phrase(fr: "Vouliez-vous écrire « activity:\($0) » ?", en: "Did you mean \"activity:\($0)\"?") }
                ?? Phrase(
                    fr: "Prenez l’« id » d’une leçon ou d’un quiz du cours.",
                    en: "Use the \"id\" of a lesson or quiz of the course."))
    }

    static func linkToPlanned(_ id: String) -> Finding {
        Finding(
            "planned-activity",
            Phrase(fr: "« \(id) » est annoncée et pas encore écrite.", en: "\"\(id)\" is announced and not written yet."),
            hint: Phrase(
                fr: "Écrivez-la, ou retirez le lien en gardant ses mots.",
                en: "Write it, or take the link out and keep its words."))
    }

    static let missingAlternative = Finding(
        "missing-alternative",
        Phrase(fr: "Cette image n’a pas de texte de remplacement.", en: "This image has no alternative text."),
        hint: Phrase(
            fr: "Dites ce qu’on y voit : « ![…](…) ». Si elle ne fait que décorer : « ![decorative](…) ».",
            en: "Say what one sees: \"![…](…)\". If it only decorates: \"![decorative](…)\"."))

    static func refusedImage(_ address: String) -> Finding {
        Finding(
            "image",
            Phrase(
                fr: "Une image est un fichier du cours, pas « \(excerpt(address)) ».",
                en: "An image is a file of the course, not \"\(excerpt(address))\"."),
            hint: Phrase(
                fr: "Mettez-la dans « files » : « ![…](files/nom.png) ».", en: "Put it in \"files\": \"![…](files/name.png)\"."))
    }
}
