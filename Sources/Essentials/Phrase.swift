/// A text for people, in both languages. The catalogue is made of these: a missing translation does not compile.
///
/// ```swift
/// extension Phrase {
///     static let signIn = Phrase(fr: "Se connecter", en: "Sign in")
///     static func minutes(_ count: Int) -> Phrase { Phrase(fr: "\(count) min", en: "\(count) min") }
/// }
/// ```
package struct Phrase: Hashable, Sendable {
    package let fr: String
    package let en: String

    package init(fr: String, en: String) {
        self.fr = fr
        self.en = en
    }

    /// The text in one language.
    package func `in`(_ language: Language) -> String {
        switch language {
        case .french: fr
        case .english: en
        }
    }

    /// One form for one, another for several. In French 0 and 1 are singular; in English only 1 is.
    package static func counted(
        _ count: Int, fr: (one: String, several: String), en: (one: String, several: String)
    ) -> Phrase {
        Phrase(fr: count < 2 ? fr.one : fr.several, en: count == 1 ? en.one : en.several)
    }
}
