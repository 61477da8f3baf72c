import Essentials

/// Words about dictations.
extension Phrase {
    static let dictationSound = Phrase(fr: "La dictée", en: "The dictation")
    static let listenSlowly = Phrase(fr: "Écouter lentement", en: "Listen slowly")
    static let writeWhatYouHear = Phrase(fr: "Écrivez ce que vous entendez", en: "Write what you hear")
    static let dictationLegend = Phrase(
        fr: "Barré : ce qui est de trop ou mal écrit. Souligné : ce qui a été dit. Les lettres qui diffèrent sont marquées.",
        en: "Crossed out: what is too much or misspelt. Underlined: what was said. The letters that differ are marked.")
}
