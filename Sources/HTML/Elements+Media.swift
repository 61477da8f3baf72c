// Images, sound, films and drawings. Each function writes the element of its name.

@inlinable
package func img(_ attributes: Attribute<ImageScope>...) -> VoidElement<ImageScope> { VoidElement("img", attributes) }

@inlinable
package func picture<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("picture", attributes, content()) }

@inlinable
package func source(_ attributes: Attribute<SourceScope>...) -> VoidElement<SourceScope> {
    VoidElement("source", attributes)
}

@inlinable
package func video<Content: Markup>(
    _ attributes: Attribute<MediaScope>..., @MarkupBuilder content: () -> Content
) -> Element<MediaScope, Content> { Element("video", attributes, content()) }

@inlinable
package func audio<Content: Markup>(
    _ attributes: Attribute<MediaScope>..., @MarkupBuilder content: () -> Content
) -> Element<MediaScope, Content> { Element("audio", attributes, content()) }

/// A page of another site within this one, with a `title` that says which.
@inlinable
package func iframe(_ attributes: Attribute<FrameScope>...) -> Element<FrameScope, EmptyMarkup> {
    Element("iframe", attributes, EmptyMarkup())
}

@inlinable
package func track(_ attributes: Attribute<TrackScope>...) -> VoidElement<TrackScope> {
    VoidElement("track", attributes)
}

@inlinable
package func svg<Content: Markup>(
    _ attributes: Attribute<DrawingScope>..., @MarkupBuilder content: () -> Content
) -> Element<DrawingScope, Content> { Element("svg", attributes, content()) }

/// Draws a symbol of a sprite: `svg { use(.href("/icons.svg#home")) }`.
@inlinable
package func use(_ attributes: Attribute<SymbolScope>...) -> Element<SymbolScope, EmptyMarkup> {
    Element("use", attributes, EmptyMarkup())
}

/// Lines of a drawing that is no symbol of a sprite: `svg(.viewBox("0 0 9 9")) { path(.attribute("d", "M0 0L9 9")) }`.
@inlinable
package func path(_ attributes: Attribute<SymbolScope>...) -> Element<SymbolScope, EmptyMarkup> {
    Element("path", attributes, EmptyMarkup())
}
