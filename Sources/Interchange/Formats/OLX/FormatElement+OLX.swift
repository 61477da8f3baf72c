import Essentials

extension FormatElement {
    static let olx: [FormatElement] =
        [
            FormatElement("chapter", .imported, Phrase(fr: "un module", en: "a module")),
            FormatElement(
                "sequential", .converted,
                Phrase(fr: "ses unités suivent, sans ce niveau", en: "its units follow, without this level")),
            FormatElement(
                "vertical", .imported,
                Phrase(
                    fr: "une activité ; plusieurs quand textes et questions s’y mêlent",
                    en: "an activity; several where texts and questions alternate")),
            FormatElement("html", .imported, Phrase(fr: "un texte de la leçon", en: "a text of the lesson")),
            FormatElement(
                "video", .imported,
                Phrase(
                    fr:
                        "l’enregistrement que l’archive contient, avec ses sous-titres ; sans eux un téléchargement ; un lien vers un autre site",
                    en: "the recording that the archive holds, with its captions; without them a download; a link to another site"
                )),
            FormatElement(
                "transcript", .converted,
                Phrase(
                    fr: "les sous-titres (WebVTT) de l’enregistrement ; pour celui d’un autre site, un texte à télécharger",
                    en: "the captions (WebVTT) of the recording; for one of another site, a text to download")),
            FormatElement("discussion", .imported, Phrase(fr: "une discussion", en: "a discussion")),
            FormatElement(
                "problem", .imported, Phrase(fr: "une question par réponse demandée", en: "a question for each response")),
            FormatElement("multiplechoiceresponse", .imported, Phrase(fr: "« single »", en: "`single`")),
            FormatElement("choiceresponse", .imported, Phrase(fr: "« multiple »", en: "`multiple`")),
            FormatElement("optionresponse", .imported, Phrase(fr: "« single »", en: "`single`")),
            FormatElement(
                "stringresponse", .imported,
                Phrase(fr: "« short-text », sans expressions régulières", en: "`short-text`, without regular expressions")),
            FormatElement("numericalresponse", .imported, Phrase(fr: "« numeric »", en: "`numeric`")),
            FormatElement("due or start date", .notSupported, .nothing),
            FormatElement(
                "static file", .imported,
                Phrase(
                    fr: "un fichier du cours, quand un texte en parle ; sinon gardé dans « _import »",
                    en: "a file of the course when a text speaks of it; otherwise kept in `_import`")),
            FormatElement("other file", .notSupported, .keptBeside),
            FormatElement("other block", .notSupported, .nothing),
        ] + OLXProblem.unsupported.sorted().map { FormatElement($0, .notSupported, .questionAside) } + inTexts
}
