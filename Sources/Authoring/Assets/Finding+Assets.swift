import Essentials

extension Finding {
    static func pathLeavesFolder(_ path: String) -> Finding {
        Finding(
            "path-leaves-folder",
            Phrase(fr: "« \(excerpt(path)) » sort du dossier du cours.", en: "\"\(excerpt(path))\" leaves the course folder."),
            hint: Phrase(fr: "Copiez le fichier dans « files ».", en: "Copy the file into \"files\"."))
    }

    static func linkOutsideFiles(_ path: String) -> Finding {
        Finding(
            "link",
            Phrase(
                fr: "« \(excerpt(path)) » n’est pas dans un dossier « files ».",
                en: "\"\(excerpt(path))\" is not in a \"files\" folder."),
            hint: Phrase(
                fr: "Une image ou un téléchargement est dans « files ». Pour une leçon, écrivez « activity:ID ».",
                en: "An image or a download is in \"files\". For a lesson write \"activity:ID\"."))
    }

    static func missingAsset(_ path: String, near: String?) -> Finding {
        Finding(
            "missing-file",
            Phrase(fr: "Le fichier « \(excerpt(path)) » n’existe pas.", en: "The file \"\(excerpt(path))\" does not exist."),
            hint: near.map { Phrase(fr: "Vouliez-vous écrire « \($0) » ?", en: "Did you mean \"\($0)\"?") }
                ?? Phrase(
                    fr: "« files/… » est dans le dossier du module, « ../files/… » dans celui du cours.",
                    en: "\"files/…\" is in the module's folder, \"../files/…\" in the course's."))
    }

    static func unknownAssetKind(_ name: String, use: AssetLibrary.Use) -> Finding {
        let known = AssetKind.allCases.filter(use.takes)
        let list = known.map { "." + $0.rawValue }.joined(separator: ", ")
        return Finding(
            "file-kind",
            use == .image
                ? Phrase(fr: "« \(excerpt(name)) » n’est pas une image.", en: "\"\(excerpt(name))\" is not an image.")
                : Phrase(
                    fr: "« \(excerpt(name)) » n’est pas d’un genre accepté.",
                    en: "\"\(excerpt(name))\" is not of an accepted kind."),
            hint: Phrase(fr: "Genres acceptés : \(list).", en: "Accepted kinds: \(list)."))
    }

    static func contentUnlikeName(_ kind: AssetKind) -> Finding {
        Finding(
            "file-content",
            Phrase(
                fr: "Le contenu de ce fichier n’est pas celui d’un « .\(kind.rawValue) ».",
                en: "The content of this file is not that of a \".\(kind.rawValue)\"."),
            hint: Phrase(
                fr: "Exportez-le à nouveau ; renommer un fichier ne change pas son genre.",
                en: "Export it again; renaming a file does not change its kind."))
    }

    static let emptyAsset = Finding(
        "file-content", Phrase(fr: "Ce fichier est vide.", en: "This file is empty."),
        hint: Phrase(fr: "Remplacez-le, ou retirez ce qui s’y réfère.", en: "Replace it, or take out what refers to it."))

    static let unreadableImage = Finding(
        "file-content",
        Phrase(fr: "La taille de cette image ne se lit pas.", en: "The size of this image cannot be read."),
        hint: Phrase(fr: "Exportez-la à nouveau.", en: "Export it again."))

    static let unusedAsset = Finding(
        "unused-file", severity: .warning,
        Phrase(
            fr: "Rien ne se réfère à ce fichier : il n’est pas publié.", en: "Nothing refers to this file: it is not published."),
        hint: Phrase(
            fr: "Montrez-le dans une leçon, effacez-le, ou faites commencer son nom par « _ ».",
            en: "Show it in a lesson, delete it, or begin its name with \"_\"."))

    static func heavyImage(_ size: Int) -> Finding {
        let weight = FileSize.phrase(size)
        return Finding(
            "heavy-image", severity: .warning,
            Phrase(
                fr: "Cette image pèse \(weight.fr) : sur un téléphone, elle se fait attendre et coûte.",
                en: "This image weighs \(weight.en): on a phone it is slow to come, and it costs."),
            hint: Phrase(
                fr: "Réduisez-la à 1600 pixels de large, ou enregistrez-la en WebP.",
                en: "Make it 1600 pixels wide, or save it as WebP."))
    }
}
