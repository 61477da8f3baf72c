package import Essentials

/// Why nothing is imported.
package enum ImportError: Error, Hashable, Sendable {
    /// No such file, or no permission to read it.
    case cannotRead(String)
    /// No format that Rebond imports was recognised.
    case unknownFormat
    /// The archive cannot be read: truncated, a wrong checksum, encrypted, not an archive.
    case damagedArchive(entry: String?)
    case encryptedArchive(entry: String)
    /// An entry whose name leads out of the archive.
    case pathLeavesArchive(String)
    /// Two entries with the same name: which one is meant?
    case duplicateEntry(String)
    case limit(ImportLimit, ImportLimits, entry: String?)
    /// XML that cannot be read, and where it stops.
    case badXML(file: String, line: Int, column: Int)
    /// XML that declares entities, which Rebond never expands.
    case xmlEntities(file: String, line: Int)
    /// JSON that cannot be read.
    case badJSON(file: String)
    /// A file that the format requires.
    case missingFile(String)
    /// A package that is kept whole and is larger than a file of a course may be, in bytes.
    case packageTooLarge(Int)
    /// The format is known and holds nothing that a course could be made of.
    case nothingToImport
    /// There is something in the folder already.
    case notEmpty(String)
    case cannotWrite(String)
    /// Not the form of an `id`.
    case badKey(String)

    /// What it is and what to do.
    package var phrase: Phrase {
        switch self {
        case .cannotRead(let path):
            Phrase(
                fr: "Le fichier « \(path) » ne se lit pas. Vérifiez qu’il existe et que vous pouvez le lire.",
                en: "The file \"\(path)\" cannot be read. Check that it exists and that you may read it.")
        case .unknownFormat:
            Phrase(
                fr:
                    "Ce fichier n’a la forme d’aucun format que Rebond importe. Les formats : \(ImportFormat.names.fr).",
                en: "This file has the form of no format that Rebond imports. The formats: \(ImportFormat.names.en).")
        case .damagedArchive(let entry):
            Self.damaged(at: Self.place(entry))
        case .encryptedArchive(let entry):
            Phrase(
                fr: "« \(shown(entry)) » est chiffré dans l’archive. Exportez-la sans mot de passe.",
                en: "\"\(shown(entry))\" is encrypted in the archive. Export it without a password.")
        case .pathLeavesArchive(let name):
            Phrase(
                fr: "Le nom « \(shown(name)) » mène hors de l’archive. Rebond ne la lit pas : elle est mal faite, ou piégée.",
                en: "The name \"\(shown(name))\" leads out of the archive. Rebond does not read it: it is badly made, or a trap.")
        case .duplicateEntry(let name):
            Phrase(
                fr: "L’archive contient deux fois « \(shown(name)) » : on ne peut pas savoir lequel compte. Refaites-la.",
                en: "The archive holds \"\(shown(name))\" twice: one cannot know which counts. Make it again.")
        case .limit(let limit, let limits, let entry): Self.phrase(limit, limits, entry)
        case .badXML(let file, let line, let column):
            Phrase(
                fr: "« \(shown(file)) » n’est pas du XML correct : la lecture s’arrête ligne \(line), colonne \(column).",
                en: "\"\(shown(file))\" is not well-formed XML: the reading stops at line \(line), column \(column).")
        case .xmlEntities(let file, let line):
            Phrase(
                fr: "« \(shown(file)) » déclare des entités XML (ligne \(line)). Rebond n’en développe pas : retirez-les.",
                en: "\"\(shown(file))\" declares XML entities (line \(line)). Rebond expands none: remove them.")
        case .badJSON(let file):
            Phrase(fr: "« \(shown(file)) » n’est pas du JSON correct.", en: "\"\(shown(file))\" is not well-formed JSON.")
        case .missingFile(let name):
            Phrase(
                fr: "Il manque « \(shown(name)) » dans l’archive. Exportez-la de nouveau.",
                en: "\"\(shown(name))\" is missing from the archive. Export it again.")
        case .packageTooLarge(let limit):
            Phrase(
                fr:
                    "Le paquet serait gardé entier, et un fichier de cours a au plus \(limit >> 20) Mio. Allégez-le (vidéos, images).",
                en:
                    "The package would be kept whole, and a file of a course has at most \(limit >> 20) MiB. Make it lighter (videos, images)."
            )
        case .nothingToImport:
            Phrase(
                fr: "Ce fichier se lit, mais il ne contient ni page, ni question, ni activité à importer.",
                en: "This file can be read, but it holds no page, question or activity to import.")
        case .notEmpty(let path):
            Phrase(
                fr: "Le dossier « \(path) » n’est pas vide. Choisissez-en un autre.",
                en: "The folder \"\(path)\" is not empty. Choose another one.")
        case .cannotWrite(let path):
            Phrase(
                fr: "« \(path) » ne peut pas être écrit. Vérifiez vos droits et la place sur le disque.",
                en: "\"\(path)\" cannot be written. Check your permissions and the space on the disk.")
        case .badKey(let key):
            Phrase(
                fr:
                    "« \(key) » ne peut pas nommer un cours. Minuscules sans accent, chiffres et « - », une lettre d’abord : donnez --key.",
                en: "\"\(key)\" cannot name a course. Lower-case letters, digits and \"-\", a letter first: give --key.")
        }
    }

    private static func damaged(at place: Phrase) -> Phrase {
        Phrase(
            fr: "L’archive est abîmée ou incomplète\(place.fr). Exportez-la de nouveau.",
            en: "The archive is damaged or incomplete\(place.en). Export it again.")
    }

    /// The entry that it is about, in brackets; nothing for the whole archive.
    private static func place(_ entry: String?) -> Phrase {
        entry.map { Phrase(fr: " (« \(shown($0)) »)", en: " (\"\(shown($0))\")") } ?? Phrase(fr: "", en: "")
    }

    private static func phrase(_ limit: ImportLimit, _ limits: ImportLimits, _ entry: String?) -> Phrase {
        let what = limit.phrase(limits)
        let place = place(entry)
        return Phrase(
            fr: "Refusé : \(what.fr)\(place.fr). Si vous savez d’où vient ce fichier, relevez la limite avec \(limit.option).",
            en: "Refused: \(what.en)\(place.en). If you know where this file comes from, raise the limit with \(limit.option).")
    }
}

/// A name from outside, short and on one line.
func shown(_ name: String) -> String {
    let line = String(
        String.UnicodeScalarView(name.unicodeScalars.prefix(200).map { $0.properties.isWhitespace || $0.value < 0x20 ? " " : $0 })
    )
    return line.count > 80 ? "…" + line.suffix(79) : line
}
