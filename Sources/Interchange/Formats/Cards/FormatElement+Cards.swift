import Essentials

extension FormatElement {
    static let cards: [FormatElement] = [
        FormatElement(
            "note", .imported,
            Phrase(
                fr: "une carte : son premier champ devant, le deuxième derrière, le troisième est l’exemple",
                en: "a card: its first field in front, the second behind, the third is the example")),
        FormatElement(
            "cloze note", .converted,
            Phrase(
                fr: "une carte pour chaque trou : la phrase devant, ce qui manque derrière",
                en: "a card for each gap: the sentence in front, what is missing behind")),
        FormatElement("sound", .notSupported, .nothing),
        FormatElement("picture", .notSupported, .nothing),
        FormatElement("tags", .notSupported, .nothing),
    ]
}
