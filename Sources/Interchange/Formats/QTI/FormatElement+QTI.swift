import Essentials

extension FormatElement {
    static let qti: [FormatElement] =
        [
            FormatElement("assessmentTest", .imported, Phrase(fr: "un quiz", en: "a quiz")),
            FormatElement(
                "assessmentSection", .converted,
                Phrase(
                    fr: "ses questions, dans le quiz de son test ; un choix parmi elles est un tirage",
                    en: "its questions, in the quiz of its test; a selection of them is a draw")),
            FormatElement(
                "choiceInteraction", .imported,
                Phrase(
                    fr: "« single » ou « multiple », points partagés s’il y a un « mapping »",
                    en: "`single` or `multiple`, with shared points if there is a mapping")),
            FormatElement(
                "textEntryInteraction", .imported,
                Phrase(
                    fr: "« short-text » ou « numeric » ; plusieurs dans un texte : « gap-fill »",
                    en: "`short-text` or `numeric`; several in a text: `gap-fill`")),
            FormatElement("inlineChoiceInteraction", .converted, Phrase(fr: "« gap-fill »", en: "`gap-fill`")),
            FormatElement("extendedTextInteraction", .imported, Phrase(fr: "« long-answer »", en: "`long-answer`")),
            FormatElement(
                "matchInteraction", .imported,
                Phrase(fr: "« matching », une réponse par élément", en: "`matching`, one answer for each item")),
            FormatElement("associateInteraction", .converted, Phrase(fr: "« matching »", en: "`matching`")),
            FormatElement(
                "gapMatchInteraction", .converted,
                Phrase(fr: "« gap-fill » : on choisit dans une liste", en: "`gap-fill`: one chooses from a list")),
            FormatElement("orderInteraction", .imported, Phrase(fr: "« ordering »", en: "`ordering`")),
            FormatElement("hottextInteraction", .converted, Phrase(fr: "des choix sous le texte", en: "choices below the text")),
            FormatElement(
                "sliderInteraction", .converted,
                Phrase(fr: "« numeric » : le nombre se tape", en: "`numeric`: the number is typed")),
            FormatElement("several interactions", .notSupported, .questionAside),
            FormatElement("item without interaction", .notSupported, .questionAside),
            FormatElement("dead item", .notSupported, .nothing),
            FormatElement("other resource", .notSupported, .keptBeside),
        ] + QTIItem.unsupported.sorted().map { FormatElement($0, .notSupported, .questionAside) } + inTexts
}
