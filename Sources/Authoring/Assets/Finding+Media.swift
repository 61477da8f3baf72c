import Essentials

extension Finding {
    static let notCaptions = Finding(
        "captions",
        Phrase(fr: "Un fichier de sous-titres commence par « WEBVTT ».", en: "A file of captions begins with \"WEBVTT\"."),
        hint: Phrase(
            fr: "Exportez les sous-titres au format WebVTT (.vtt).", en: "Export the captions as WebVTT (.vtt)."))

    static let noCues = Finding(
        "captions", Phrase(fr: "Ce fichier n’a pas de sous-titres.", en: "This file has no captions."),
        hint: Phrase(
            fr: "Écrivez « 00:01.000 --> 00:03.000 », puis ce qui est dit sur la ligne suivante.",
            en: "Write \"00:01.000 --> 00:03.000\", then what is said on the next line."))

    static let badCueTimes = Finding(
        "captions",
        Phrase(
            fr: "Les temps de ce sous-titre ne se lisent pas, ou la fin n’est pas après le début.",
            en: "The times of this caption cannot be read, or its end is not after its beginning."),
        hint: Phrase(
            fr: "Par exemple « 00:01.000 --> 00:03.500 » ou « 01:02:03.000 --> 01:02:05.000 ».",
            en: "For example \"00:01.000 --> 00:03.500\" or \"01:02:03.000 --> 01:02:05.000\"."))

    static let cueOutOfOrder = Finding(
        "captions",
        Phrase(fr: "Ce sous-titre commence avant le précédent.", en: "This caption begins before the one above it."),
        hint: Phrase(fr: "Mettez les sous-titres dans l’ordre.", en: "Put the captions in order."))

    static let emptyCue = Finding(
        "captions", Phrase(fr: "Ce sous-titre est vide.", en: "This caption is empty."),
        hint: Phrase(fr: "Écrivez ce qui est dit, ou retirez-le.", en: "Write what is said, or take it out."))

    // MARK: Videos and sounds

    static let indexLast = Finding(
        "slow-start", severity: .warning,
        Phrase(
            fr: "L’index de ce fichier est à la fin : sur un réseau lent, la lecture commence tard.",
            en: "The index of this file stands at its end: on a slow network it begins to play late."),
        hint: Phrase(
            fr: "Exportez-le avec « démarrage rapide » (faststart).", en: "Export it with \"fast start\" (web optimised)."))

    static let unknownLength = Finding(
        "media-length",
        Phrase(
            fr: "La durée d’une vidéo ou d’un son de cette leçon ne se lit pas.",
            en: "The length of a video or a sound of this lesson cannot be read."),
        hint: Phrase(
            fr: "Exportez-le à nouveau : la règle « played » en a besoin.",
            en: "Export it again: the rule \"played\" needs it."))

    static let mediaInQuiz = Finding(
        "media-in-quiz",
        Phrase(
            fr: "Seule une leçon montre une vidéo ou un son.", en: "Only a lesson shows a video or a sound."),
        hint: Phrase(fr: "Mettez-les dans une leçon, juste avant.", en: "Put them in a lesson just before."))

    static let mediaAmongWords = Finding(
        "media-among-words",
        Phrase(fr: "Une vidéo ou un son est seul dans son paragraphe.", en: "A video or a sound is alone in its paragraph."),
        hint: Phrase(fr: "Mettez une ligne vide avant et après.", en: "Put a blank line before and after."))

    static let mediaWithoutName = Finding(
        "missing-alternative",
        Phrase(fr: "Cette vidéo ou ce son n’a pas de nom.", en: "This video or sound has no name."),
        hint: Phrase(
            fr: "Dites ce que c’est : « ![Le dialogue](files/dialogue.mp3) ».",
            en: "Say what it is: \"![The dialogue](files/dialogue.mp3)\"."))

    static func repeatedMedia(_ name: String) -> Finding {
        Finding(
            "repeated-media",
            Phrase(
                fr: "Cette leçon montre deux fois « \(excerpt(name)) ».", en: "This lesson shows \"\(excerpt(name))\" twice."),
            hint: Phrase(
                fr: "Gardez l’un des deux, ou donnez-leur deux noms : l’écoute est retenue par nom de fichier.",
                en: "Keep one of them, or give them two names: listening is remembered by the name of the file."))
    }

    static func missingCaptions(_ path: String, isInPerson: Bool) -> Finding {
        Finding(
            "missing-captions", severity: isInPerson ? .warning : .error,
            Phrase(fr: "Cette vidéo n’a pas de sous-titres.", en: "This video has no captions."),
            hint: Phrase(
                fr:
                    "Ajoutez « \(excerpt(path)).vtt » (WebVTT) à côté d’elle ; si rien n’y est dit, « \(excerpt(path)).txt » la raconte.",
                en:
                    "Add \"\(excerpt(path)).vtt\" (WebVTT) beside it; if nothing is said in it, \"\(excerpt(path)).txt\" tells it."
            ))
    }

    static func missingTranscript(_ path: String, isInPerson: Bool) -> Finding {
        Finding(
            "missing-transcript", severity: isInPerson ? .warning : .error,
            Phrase(fr: "Ce qui est dit dans ce son n’est pas écrit.", en: "What is said in this sound is not written down."),
            hint: Phrase(
                fr: "Ajoutez « \(excerpt(path)).vtt » (WebVTT) ou « \(excerpt(path)).txt » à côté de lui.",
                en: "Add \"\(excerpt(path)).vtt\" (WebVTT) or \"\(excerpt(path)).txt\" beside it."))
    }

    static let onlyTold = Finding(
        "only-told", severity: .warning,
        Phrase(
            fr: "Cette vidéo est racontée dans un texte, sans sous-titres.", en: "This video is told in a text, without captions."
        ),
        hint: Phrase(
            fr: "C’est bien si rien n’y est dit ; sinon ajoutez des sous-titres (.vtt).",
            en: "That is fine if nothing is said in it; if something is, add captions (.vtt)."))
}
