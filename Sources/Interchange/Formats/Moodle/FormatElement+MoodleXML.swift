import Essentials

extension FormatElement {
    static let moodleXML: [FormatElement] =
        [
            FormatElement(
                "category", .imported,
                Phrase(fr: "un module, et un quiz de ses questions", en: "a module, and a quiz of its questions")),
            FormatElement(
                "file", .imported,
                Phrase(
                    fr: "un fichier du cours, quand un texte en parle ; sinon gardé dans « _import »",
                    en: "a file of the course when a text speaks of it; otherwise kept in `_import`")),
        ]
        + questionTypes([
            "multichoice", "truefalse", "shortanswer", "numerical", "matching", "ordering", "cloze", "ddwtos", "gapselect",
            "essay",
            "description", "calculated", "calculatedmulti", "calculatedsimple", "ddimageortext", "ddmarker", "randomsamatch",
            "other question type",
        ]) + inTexts
}
