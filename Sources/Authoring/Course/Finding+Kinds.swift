import Essentials

extension Finding {
    static let emptyDocument = Finding(
        "empty-document",
        Phrase(fr: "Ce document n’a ni texte ni fichier.", en: "This document has no text and no file."),
        hint: Phrase(
            fr: "Ajoutez « text: … », ou « files: » avec au moins un fichier.",
            en: "Add \"text: …\", or \"files:\" with at least one file."))

    static func repeatedFile(_ path: String, line: Int) -> Finding {
        Finding(
            "repeated-file",
            Phrase(
                fr: "« \(excerpt(path)) » est déjà proposé à la ligne \(line).",
                en: "\"\(excerpt(path))\" is already offered on line \(line)."),
            hint: Phrase(fr: "Gardez-le une fois.", en: "Keep it once."))
    }

    static let mediaOutsideLesson = Finding(
        "media-outside-lesson",
        Phrase(
            fr: "Une vidéo ou un son se joue dans une leçon.", en: "A video or a sound is played in a lesson."),
        hint: Phrase(
            fr: "Faites-en une leçon (« NN-nom.md »), ou proposez le fichier en téléchargement.",
            en: "Make it a lesson (\"NN-name.md\"), or offer the file as a download."))

    static let sessionWithoutMinutes = Finding(
        "missing-minutes",
        Phrase(fr: "Une séance annonce sa durée.", en: "A session states how long it is."),
        hint: Phrase(fr: "Ajoutez « minutes: 90 ».", en: "Add \"minutes: 90\"."))
}
