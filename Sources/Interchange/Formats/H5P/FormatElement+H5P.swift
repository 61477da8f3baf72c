import Essentials

extension FormatElement {
    static let h5p: [FormatElement] =
        [
            FormatElement("MultiChoice", .imported, Phrase(fr: "« single » ou « multiple »", en: "`single` or `multiple`")),
            FormatElement("TrueFalse", .imported, Phrase(fr: "« true-false »", en: "`true-false`")),
            FormatElement("Blanks", .imported, Phrase(fr: "« gap-fill »", en: "`gap-fill`")),
            FormatElement(
                "DragText", .converted,
                Phrase(fr: "« gap-fill » : on choisit dans une liste", en: "`gap-fill`: one chooses from a list")),
            FormatElement(
                "MarkTheWords", .converted,
                Phrase(
                    fr: "« multiple » : les mots sont des choix, 12 au plus", en: "`multiple`: the words are choices, 12 at most")
            ),
            FormatElement("SingleChoiceSet", .imported, Phrase(fr: "ses questions", en: "its questions")),
            FormatElement("choice of a set", .imported, Phrase(fr: "« single »", en: "`single`")),
            FormatElement(
                "Summary", .converted,
                Phrase(
                    fr: "« single », quand il n’y a qu’un groupe de phrases",
                    en: "`single`, where there is one group of statements")),
            FormatElement(
                "Essay", .converted,
                Phrase(fr: "« long-answer », notée par une personne", en: "`long-answer`, marked by a person")),
            FormatElement("QuestionSet", .imported, Phrase(fr: "un quiz", en: "a quiz")),
            FormatElement("Dialogcards", .imported, Phrase(fr: "un jeu de cartes, sans images", en: "a deck, without pictures")),
            FormatElement("Flashcards", .imported, Phrase(fr: "un jeu de cartes, sans images", en: "a deck, without pictures")),
            FormatElement("Text", .imported, Phrase(fr: "un texte de la leçon", en: "a text of the lesson")),
            FormatElement("AdvancedText", .imported, Phrase(fr: "un texte de la leçon", en: "a text of the lesson")),
            FormatElement("Table", .imported, Phrase(fr: "un texte de la leçon", en: "a text of the lesson")),
            FormatElement("Image", .imported, Phrase(fr: "une image de la leçon", en: "an image of the lesson")),
            FormatElement("Link", .imported, Phrase(fr: "un lien", en: "a link")),
            FormatElement("Video", .converted, Phrase(fr: "un lien ou un téléchargement", en: "a link or a download")),
            FormatElement("Audio", .converted, Phrase(fr: "un lien ou un téléchargement", en: "a link or a download")),
            FormatElement(
                "Accordion", .converted, Phrase(fr: "ses volets se suivent, ouverts", en: "its panels follow each other, open")),
            FormatElement(
                "Column", .imported, Phrase(fr: "une leçon ; ses questions en quiz", en: "a lesson; its questions as quizzes")),
            FormatElement("Row", .imported, Phrase(fr: "ses parties se suivent", en: "its parts follow each other")),
            FormatElement("RowColumn", .imported, Phrase(fr: "ses parties se suivent", en: "its parts follow each other")),
            FormatElement(
                "CoursePresentation", .converted,
                Phrase(fr: "ses vues se suivent sur une page", en: "its slides follow each other on a page")),
            FormatElement(
                "InteractiveVideo", .converted, Phrase(fr: "la vidéo, puis ses questions", en: "the video, then its questions")),
            FormatElement(
                "InteractiveBook", .converted, Phrase(fr: "ses chapitres se suivent", en: "its chapters follow each other")),
            FormatElement(
                "file", .imported,
                Phrase(
                    fr: "un fichier du cours, quand un texte le montre ; sinon gardé dans « _import »",
                    en: "a file of the course when a text shows it; otherwise kept in `_import`")),
            FormatElement("library", .notSupported, .nothing),
            FormatElement("other type", .notSupported, .nothing),
        ] + inTexts
}
