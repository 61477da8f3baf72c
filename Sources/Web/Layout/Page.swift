import Essentials
package import HTML

/// A page: a model that both representations share, and a view of it.
package protocol Page: Sendable {
    associatedtype Model: Encodable & Sendable
    associatedtype Content: Markup

    /// What JSON answers, and what the view shows. Codes, numbers and instants; no words of the interface.
    var model: Model { get }
    /// Where the page belongs in the menu.
    var menu: MenuEntry? { get }
    /// The document's title, without the site's name.
    func heading(_ words: Words) -> String
    /// The `main` element.
    @MarkupBuilder func content(_ words: Words) -> Content
}

extension Page {
    package var menu: MenuEntry? { nil }
}
