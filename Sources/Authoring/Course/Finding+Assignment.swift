import Essentials

extension Finding {
    static let nothingToHandIn = Finding(
        "nothing-to-hand-in", Phrase(fr: "Rien n’est demandé.", en: "Nothing is asked for."),
        hint: Phrase(
            fr: "Écrivez « hand-in: { text: true } », « files: … » ou « recording: true ».",
            en: "Write \"hand-in: { text: true }\", \"files: …\" or \"recording: true\"."
        ))

    static let recordingBesideFiles = Finding(
        "recording-beside-files",
        Phrase(fr: "On rend un enregistrement, ou des fichiers.", en: "One hands in a recording, or files."),
        hint: Phrase(fr: "Gardez « recording » ou « files ».", en: "Keep \"recording\" or \"files\"."))

    static let pointsBesideRubric = Finding(
        "points-beside-rubric",
        Phrase(fr: "La grille donne déjà les points.", en: "The rubric gives the points already."),
        hint: Phrase(fr: "Retirez « points ».", en: "Take \"points\" out."))

    static func levelCount(_ count: Int) -> Finding {
        Finding(
            "level-count",
            Phrase(fr: "Il faut de 2 à 6 niveaux ; il y en a \(count).", en: "There must be 2 to 6 levels; there are \(count)."),
            hint: Phrase(fr: "Du plus faible au plus fort.", en: "From the weakest to the strongest."))
    }

    static let criterionWithoutPoints = Finding(
        "criterion-without-points", Phrase(fr: "Aucun niveau ne donne de point.", en: "No level gives a point."),
        hint: Phrase(fr: "Donnez des points au niveau le plus fort.", en: "Give points to the strongest level."))
}
