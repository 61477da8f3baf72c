import Essentials

extension Finding {
    static let noSuchFolder = Finding(
        "no-such-folder",
        Phrase(fr: "Ce dossier n’existe pas ou ne peut pas être lu.", en: "This folder does not exist or cannot be read."),
        hint: Phrase(
            fr: "Donnez le dossier qui contient « course.yml ».", en: "Give the folder that holds \"course.yml\"."))

    static func missingCourseFile(_ name: String) -> Finding {
        Finding(
            "missing-file",
            Phrase(fr: "Le fichier « \(name) » manque.", en: "The file \"\(name)\" is missing."),
            hint: name == "course.yml"
                ? Phrase(
                    fr: "Un cours est un dossier avec un « course.yml ». « rebond course new » en prépare un.",
                    en: "A course is a folder with a \"course.yml\". \"rebond course new\" makes one.")
                : Phrase(
                    fr: "Chaque module a un « module.yml » avec au moins « id » et « title ».",
                    en: "Each module has a \"module.yml\" with at least \"id\" and \"title\"."))
    }

    static let symbolicLink = Finding(
        "symbolic-link",
        Phrase(fr: "Les liens symboliques ne sont pas acceptés.", en: "Symbolic links are not accepted."),
        hint: Phrase(
            fr: "Copiez ici le fichier lui-même.", en: "Copy the file itself here."))

    static let notRegular = Finding(
        "not-a-file",
        Phrase(
            fr: "Ce n’est ni un fichier ni un dossier ordinaire.", en: "This is neither an ordinary file nor a folder."),
        hint: Phrase(fr: "Retirez-le du dossier du cours.", en: "Take it out of the course folder."))

    static let unreadable = Finding(
        "unreadable",
        Phrase(fr: "Ce fichier ou ce dossier ne peut pas être lu.", en: "This file or folder cannot be read."),
        hint: Phrase(fr: "Vérifiez vos droits de lecture.", en: "Check that you may read it."))

    static func tooLarge(_ size: Int, limit: Int) -> Finding {
        let has = FileSize.phrase(size)
        let most = FileSize.phrase(limit)
        return Finding(
            "file-too-large",
            Phrase(
                fr: "Ce fichier pèse \(has.fr) ; la limite est de \(most.fr).",
                en: "This file is \(has.en); the limit is \(most.en)."),
            hint: Phrase(
                fr: "Coupez-le en plusieurs fichiers, ou allégez-le.", en: "Split it into several files, or make it lighter."))
    }

    static func tooMany(_ what: Phrase, limit: Int) -> Finding {
        Finding(
            "too-many",
            Phrase(fr: "Il y a plus de \(limit) \(what.fr).", en: "There are more than \(limit) \(what.en)."),
            hint: Phrase(fr: "Coupez ce cours en plusieurs cours.", en: "Split this course into several courses."))
    }

    static func invalidUTF8(_ byte: UInt8) -> Finding {
        let code = String(byte, radix: 16, uppercase: true)
        return Finding(
            "invalid-utf8",
            Phrase(
                fr: "Ce fichier n’est pas en UTF-8 (octet 0x\(code)).", en: "This file is not UTF-8 (byte 0x\(code))."),
            hint: Phrase(
                fr: "Enregistrez-le avec l’encodage UTF-8 dans votre éditeur.",
                en: "Save it with the UTF-8 encoding in your editor."))
    }

    static let nulByte = Finding(
        "nul-byte",
        Phrase(fr: "Ce fichier contient un caractère nul.", en: "This file holds a NUL character."),
        hint: Phrase(
            fr: "Effacez ce caractère, ou enregistrez le fichier comme texte en UTF-8.",
            en: "Delete this character, or save the file as UTF-8 text."))

    static func controlCharacter(_ value: UInt32) -> Finding {
        let code =
            "U+" + String(repeating: "0", count: max(0, 4 - String(value, radix: 16).count))
            + String(value, radix: 16, uppercase: true)
        return Finding(
            "control-character",
            Phrase(
                fr: "Il y a ici un caractère de contrôle invisible (\(code)).",
                en: "There is an invisible control character here (\(code))."),
            hint: Phrase(fr: "Effacez-le et tapez à nouveau le texte.", en: "Delete it and type the text again."))
    }

    static func badName(_ name: String, suggestion: String?) -> Finding {
        Finding(
            "file-name",
            Phrase(
                fr: "Ce nom n’est pas accepté : « \(excerpt(name)) ».", en: "This name is not accepted: \"\(excerpt(name))\"."),
            hint: suggestion.map {
                Phrase(
                    fr:
                        "Dans « files », prenez des lettres sans accent, des chiffres, « - », « _ » et « . » : par exemple « \($0) ».",
                    en: "In \"files\", use letters without accents, digits, \"-\", \"_\" and \".\": for example \"\($0)\".")
            }
                ?? Phrase(
                    fr: "Prenez un nom en UTF-8, sans barre oblique inverse ni caractère de contrôle.",
                    en: "Use a name in UTF-8, without backslash or control characters."))
    }

    static func sameNameButCase(_ other: String) -> Finding {
        Finding(
            "name-differs-by-case",
            Phrase(
                fr: "« \(other) » ne s’en distingue que par les majuscules ou la forme des accents.",
                en: "\"\(other)\" differs from it only by capitals or by the form of its accents."),
            hint: Phrase(
                fr: "Sur Windows et macOS ce serait le même fichier : renommez l’un des deux.",
                en: "On Windows and macOS they would be one file: rename one of them."))
    }

    static func unexpectedEntry(hint: Phrase) -> Finding {
        Finding(
            "unexpected-file",
            Phrase(fr: "Le format ne prévoit pas ce fichier à cette place.", en: "The format has no such file in this place."),
            hint: hint)
    }
}
