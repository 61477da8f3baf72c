import Essentials

extension FormatElement {
    static let gift: [FormatElement] =
        [
            FormatElement(
                "$CATEGORY", .imported,
                Phrase(fr: "un module, et un quiz de ses questions", en: "a module, and a quiz of its questions"))
        ] + questionTypes(["multichoice", "truefalse", "shortanswer", "numerical", "matching", "essay", "description"]) + inTexts

    /// The types of question of Moodle.
    static func questionTypes(_ names: [String]) -> [FormatElement] {
        names.compactMap { name in questionTypes[name].map { FormatElement(name, $0.0, $0.1) } }
    }

    static let questionTypes: [String: (Support, Phrase)] = [
        "multichoice": (
            .imported,
            Phrase(
                fr:
                    "« single », ou « multiple » en points partagés ; une réponse qui vaut une partie des points compte comme fausse",
                en: "`single`, or `multiple` with shared points; an answer worth part of the points counts as wrong")
        ),
        "truefalse": (.imported, Phrase(fr: "« true-false »", en: "`true-false`")),
        "shortanswer": (
            .imported,
            Phrase(fr: "« short-text » ; une étoile n’y tient lieu de rien", en: "`short-text`; a star stands for nothing in it")
        ),
        "numerical": (
            .imported,
            Phrase(
                fr: "« numeric » avec tolérance et unités ; un seul nombre juste",
                en: "`numeric` with tolerance and units; one right number")
        ),
        "matching": (.imported, Phrase(fr: "« matching » avec ses intrus", en: "`matching` with its distractors")),
        "essay": (.imported, Phrase(fr: "« long-answer »", en: "`long-answer`")),
        "description": (.converted, .withNext),
        "cloze": (
            .converted,
            Phrase(
                fr: "« gap-fill » ; la mise en forme du texte, les retours et les points de chaque trou ne sont pas gardés",
                en: "`gap-fill`; the form of the text, the feedback and the points of each gap are not kept")
        ),
        "ddwtos": (.converted, Phrase(fr: "« gap-fill » : on choisit dans une liste", en: "`gap-fill`: one chooses from a list")),
        "gapselect": (
            .converted, Phrase(fr: "« gap-fill » : on choisit dans une liste", en: "`gap-fill`: one chooses from a list")
        ),
        "ordering": (.imported, Phrase(fr: "« ordering »", en: "`ordering`")),
        "calculated": (.notSupported, .questionAside),
        "calculatedmulti": (.notSupported, .questionAside),
        "calculatedsimple": (.notSupported, .questionAside),
        "ddimageortext": (.notSupported, .questionAside),
        "ddmarker": (.notSupported, .questionAside),
        "randomsamatch": (.notSupported, .questionAside),
        "other question type": (.notSupported, .questionAside),
    ]
}
