package import Essentials
import HTML

/// The words of one page, the catalogue in the page's language, and the icons that stand beside them.
///
/// ```swift
/// h1 { words(.myCourses) }
/// words.icon("clock")
/// ```
package struct Words: Sendable {
    package let language: Language
    private let icons: String

    /// - Parameter icons: the address of the drawings.
    package init(_ language: Language, icons: String) {
        self.language = language
        self.icons = icons
    }

    package func callAsFunction(_ phrase: Phrase) -> String {
        phrase.in(language)
    }

    /// The words before a value: « Votre réponse : », "Your answer:". French puts a space before the colon.
    package func label(_ phrase: Phrase) -> String {
        phrase.in(language) + (language == .french ? "\u{A0}: " : ": ")
    }

    /// A name before what it says: « Samira : », "Samira:".
    func label(_ name: String) -> String { name + (language == .french ? "\u{A0}: " : ": ") }

    /// A number with a comma in French, at most two decimals, no useless zeros.
    package func number(_ value: Double) -> String {
        let rounded = (value * 100).rounded() / 100
        let text = rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : String(rounded)
        return language == .french ? text.replacing(".", with: ",") : text
    }

    /// The `lang` of a text that may not be in the page's language; `nil` when it is.
    package func lang(of other: Language) -> String? { other == language ? nil : other.rawValue }

    /// A drawing from the set, hidden from assistive technology: words stand beside it.
    func icon(_ name: StaticString) -> Icon {
        Icon(address: "\(icons)#\(name)")
    }
}

/// A drawing beside words.
struct Icon: View {
    let address: String
    var body: some Markup {
        svg(.class("icon"), .aria(.hidden, true), .focusable(false)) { use(.href(address)) }
    }
}
