import Essentials

extension FormatElement {
    static let commonCartridge: [FormatElement] =
        [
            FormatElement("module", .imported, Phrase(fr: "un module", en: "a module")),
            FormatElement(
                "heading", .converted,
                Phrase(fr: "son contenu suit, sans ce niveau", en: "what it holds follows, without this level")),
            FormatElement("page", .imported, Phrase(fr: "une leçon", en: "a lesson")),
            FormatElement(
                "file", .imported,
                Phrase(
                    fr: "un fichier du cours ; dans le plan, une leçon qui le donne ; sinon gardé dans « _import »",
                    en: "a file of the course; in the plan, a lesson that gives it; otherwise kept in `_import`")),
            FormatElement("web link", .converted, Phrase(fr: "une leçon avec ce lien", en: "a lesson with this link")),
            FormatElement("discussion", .imported, Phrase(fr: "une discussion", en: "a discussion")),
            FormatElement("LTI link", .converted, Phrase(fr: "une leçon avec un simple lien", en: "a lesson with a plain link")),
            FormatElement("assignment", .imported, Phrase(fr: "un devoir", en: "an assignment")),
            FormatElement("quiz", .imported, Phrase(fr: "un quiz", en: "a quiz")),
            FormatElement("question bank", .imported, Phrase(fr: "une banque de questions", en: "a bank of questions")),
            FormatElement("associated content", .notSupported, .keptBeside),
            FormatElement("other resource", .notSupported, .keptBeside),
            FormatElement("dead item", .notSupported, .nothing),
            FormatElement(
                "repeated item", .converted,
                Phrase(fr: "l’activité n’est qu’à sa première place", en: "the activity stands at its first place only")),
            FormatElement("multiple choice", .imported, Phrase(fr: "« single »", en: "`single`")),
            FormatElement(
                "multiple response", .imported, Phrase(fr: "« multiple », tout ou rien", en: "`multiple`, all or nothing")),
            FormatElement("true/false", .imported, Phrase(fr: "« true-false »", en: "`true-false`")),
            FormatElement("fill in the blank", .imported, Phrase(fr: "« short-text »", en: "`short-text`")),
            FormatElement("dictation", .imported, Phrase(fr: "« dictation », de Rebond", en: "`dictation`, from Rebond")),
            FormatElement(
                "pattern match", .converted,
                Phrase(fr: "« short-text » : la réponse entière", en: "`short-text`: the whole answer")),
            FormatElement("essay", .imported, Phrase(fr: "« long-answer »", en: "`long-answer`")),
            FormatElement("matching", .imported, Phrase(fr: "« matching »", en: "`matching`")),
            FormatElement("text only", .notSupported, .questionAside),
            FormatElement("other question type", .notSupported, .questionAside),
        ] + inTexts
}
