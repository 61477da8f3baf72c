// Text and lists. Each function writes the element of its name.

@inlinable
package func p<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("p", attributes, content()) }

@inlinable
package func span<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("span", attributes, content()) }

@inlinable
package func a<Content: Markup>(
    _ attributes: Attribute<LinkScope>..., @MarkupBuilder content: () -> Content
) -> Element<LinkScope, Content> { Element("a", attributes, content()) }

@inlinable
package func em<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("em", attributes, content()) }

@inlinable
package func strong<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("strong", attributes, content()) }

@inlinable
package func small<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("small", attributes, content()) }

@inlinable
package func mark<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("mark", attributes, content()) }

@inlinable
package func code<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("code", attributes, content()) }

@inlinable
package func kbd<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("kbd", attributes, content()) }

@inlinable
package func abbr<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("abbr", attributes, content()) }

@inlinable
package func cite<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("cite", attributes, content()) }

@inlinable
package func sub<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("sub", attributes, content()) }

@inlinable
package func sup<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("sup", attributes, content()) }

@inlinable
package func time<Content: Markup>(
    _ attributes: Attribute<TimeScope>..., @MarkupBuilder content: () -> Content
) -> Element<TimeScope, Content> { Element("time", attributes, content()) }

@inlinable
package func ins<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("ins", attributes, content()) }

@inlinable
package func del<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("del", attributes, content()) }

@inlinable
package func br(_ attributes: Attribute<AnyScope>...) -> VoidElement<AnyScope> { VoidElement("br", attributes) }

@inlinable
package func wbr(_ attributes: Attribute<AnyScope>...) -> VoidElement<AnyScope> { VoidElement("wbr", attributes) }

@inlinable
package func hr(_ attributes: Attribute<AnyScope>...) -> VoidElement<AnyScope> { VoidElement("hr", attributes) }

/// Keeps the line ends of its content, the first included.
@inlinable
package func pre<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> VerbatimElement<AnyScope, Content> { VerbatimElement(Element("pre", attributes, content())) }

@inlinable
package func blockquote<Content: Markup>(
    _ attributes: Attribute<QuotationScope>..., @MarkupBuilder content: () -> Content
) -> Element<QuotationScope, Content> { Element("blockquote", attributes, content()) }

@inlinable
package func ul<Content: Markup>(
    _ attributes: Attribute<ListScope>..., @MarkupBuilder content: () -> Content
) -> Element<ListScope, Content> { Element("ul", attributes, content()) }

@inlinable
package func ol<Content: Markup>(
    _ attributes: Attribute<ListScope>..., @MarkupBuilder content: () -> Content
) -> Element<ListScope, Content> { Element("ol", attributes, content()) }

@inlinable
package func li<Content: Markup>(
    _ attributes: Attribute<ItemScope>..., @MarkupBuilder content: () -> Content
) -> Element<ItemScope, Content> { Element("li", attributes, content()) }

@inlinable
package func dl<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("dl", attributes, content()) }

@inlinable
package func dt<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("dt", attributes, content()) }

@inlinable
package func dd<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("dd", attributes, content()) }

@inlinable
package func figure<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("figure", attributes, content()) }

@inlinable
package func figcaption<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("figcaption", attributes, content()) }

@inlinable
package func details<Content: Markup>(
    _ attributes: Attribute<DetailsScope>..., @MarkupBuilder content: () -> Content
) -> Element<DetailsScope, Content> { Element("details", attributes, content()) }

@inlinable
package func summary<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("summary", attributes, content()) }
