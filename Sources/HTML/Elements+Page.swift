// The frame of a page and its parts. Each function writes the element of its name.

/// The first line of every page.
@usableFromInline
package struct Doctype: Markup {
    @inlinable
    package init() {}

    @inlinable
    package func write(into buffer: inout HTMLBuffer) {
        buffer.append(raw: "<!doctype html>\n")
    }
}

@inlinable
package func html<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("html", attributes, content()) }

@inlinable
package func head<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("head", attributes, content()) }

@inlinable
package func title<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("title", attributes, content()) }

@inlinable
package func meta(_ attributes: Attribute<MetaScope>...) -> VoidElement<MetaScope> { VoidElement("meta", attributes) }

@inlinable
package func link(_ attributes: Attribute<HeadLinkScope>...) -> VoidElement<HeadLinkScope> {
    VoidElement("link", attributes)
}

/// A script by its address: the site's security policy allows no script within a page.
@inlinable
package func script(_ attributes: Attribute<ScriptScope>...) -> Element<ScriptScope, EmptyMarkup> {
    Element("script", attributes, EmptyMarkup())
}

@inlinable
package func noscript<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("noscript", attributes, content()) }

@inlinable
package func body<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("body", attributes, content()) }

@inlinable
package func header<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("header", attributes, content()) }

@inlinable
package func footer<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("footer", attributes, content()) }

@inlinable
package func main<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("main", attributes, content()) }

@inlinable
package func nav<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("nav", attributes, content()) }

@inlinable
package func section<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("section", attributes, content()) }

@inlinable
package func article<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("article", attributes, content()) }

@inlinable
package func aside<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("aside", attributes, content()) }

@inlinable
package func search<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("search", attributes, content()) }

@inlinable
package func address<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("address", attributes, content()) }

@inlinable
package func hgroup<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("hgroup", attributes, content()) }

@inlinable
package func h1<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("h1", attributes, content()) }

@inlinable
package func h2<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("h2", attributes, content()) }

@inlinable
package func h3<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("h3", attributes, content()) }

@inlinable
package func h4<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("h4", attributes, content()) }

@inlinable
package func h5<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("h5", attributes, content()) }

@inlinable
package func h6<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("h6", attributes, content()) }

@inlinable
package func div<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("div", attributes, content()) }
