import Essentials

/// What texts of every format may hold.
extension FormatElement {
    static let image = "image"
    static let recording = "video, audio"
    static let embedded = "iframe, object"
    static let script = "script"
    static let style = "style"
    static let control = "form field, canvas, svg"
    static let formula = "formula"
    static let deadLink = "dead link"

    static let inTexts: [FormatElement] = [
        FormatElement(
            image, .imported,
            Phrase(
                fr: "une image avec son texte de remplacement ; sans lui, « Image à décrire » ; d’un autre site, un lien",
                en: "an image with its alternative text; without it \"Image to be described\"; of another site, a link")),
        FormatElement(
            recording, .imported,
            Phrase(
                fr: "joué dans la page avec ses sous-titres ou son texte, et son image ; sans eux, un téléchargement ; d’un autre site, un lien",
                en: "played in the page with its captions or its text, and its picture; without them a download; of another site, a link")),
        FormatElement(
            embedded, .converted, Phrase(fr: "un lien ; une image pour une image", en: "a link; an image for an image")),
        FormatElement(
            formula, .converted,
            Phrase(fr: "son source TeX, ou son texte, comme du code", en: "its TeX source, or its text, as code")),
        FormatElement(script, .notSupported, .nothing),
        FormatElement(style, .notSupported, .nothing),
        FormatElement(
            control, .converted, Phrase(fr: "ses mots ; une case à cocher est un signe", en: "its words; a box to tick is a sign")
        ),
        FormatElement(deadLink, .notSupported, Phrase(fr: "ses mots, sans lien", en: "its words, without a link")),
    ]
}
