package import Essentials

/// Why an export came to nothing. Nothing half-written is left.
package enum ExportError: Error, Hashable {
    /// The folder of this version was not kept.
    case noSources
    case cannotWrite(String)
    case cannotRead(String)

    /// What people read.
    package var phrase: Phrase {
        switch self {
        case .noSources:
            Phrase(
                fr:
                    "Le dossier de cette version n’a pas été gardé : elle vient d’un Rebond plus ancien. Exportez le dossier lui-même.",
                en: "The folder of this version was not kept: it was made by an older Rebond. Export the folder itself.")
        case .cannotWrite(let path):
            Phrase(
                fr: "« \(path) » ne peut pas être écrit. Vérifiez les droits et la place.",
                en: "“\(path)” cannot be written. Check its permissions and the space.")
        case .cannotRead(let name):
            Phrase(fr: "Le fichier « \(name) » ne se lit pas.", en: "The file “\(name)” cannot be read.")
        }
    }
}
