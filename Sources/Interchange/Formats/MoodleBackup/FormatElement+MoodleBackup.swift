import Essentials

extension FormatElement {
    static let moodleBackup: [FormatElement] =
        [
            FormatElement(
                "section", .imported,
                Phrase(fr: "un module ; son résumé est une leçon facultative", en: "a module; its summary is an optional lesson")),
            FormatElement("page", .imported, Phrase(fr: "une leçon", en: "a lesson")),
            FormatElement("label", .converted, Phrase(fr: "une leçon à elle seule", en: "a lesson by itself")),
            FormatElement("url", .converted, Phrase(fr: "une leçon avec ce lien", en: "a lesson with this link")),
            FormatElement("resource", .imported, Phrase(fr: "un document", en: "a document")),
            FormatElement("folder", .imported, Phrase(fr: "un document", en: "a document")),
            FormatElement("book", .imported, Phrase(fr: "une leçon", en: "a lesson")),
            FormatElement("book chapter", .converted, Phrase(fr: "une partie de la leçon", en: "a part of the lesson")),
            FormatElement("assign", .imported, Phrase(fr: "un devoir, sans ses dates", en: "an assignment, without its dates")),
            FormatElement("quiz", .imported, Phrase(fr: "un quiz, sans ses dates", en: "a quiz, without its dates")),
            FormatElement(
                "forum", .imported, Phrase(fr: "une discussion, sans ses messages", en: "a discussion, without its messages")),
            FormatElement("random question", .converted, Phrase(fr: "un tirage dans une banque", en: "a draw from a bank")),
            FormatElement("missing question", .notSupported, .nothing),
            FormatElement("availability", .notSupported, Phrase(fr: "l’activité est ouverte", en: "the activity is open")),
            FormatElement(
                "file", .imported,
                Phrase(
                    fr: "un fichier du cours ; sinon gardé dans « _import »",
                    en: "a file of the course; otherwise kept in `_import`")),
            FormatElement("other activity", .notSupported, .keptBeside),
        ]
        + questionTypes([
            "multichoice", "truefalse", "shortanswer", "numerical", "matching", "ordering", "cloze", "ddwtos", "gapselect",
            "essay",
            "description", "calculated", "calculatedmulti", "calculatedsimple", "ddimageortext", "ddmarker", "randomsamatch",
            "other question type",
        ]) + inTexts
}
