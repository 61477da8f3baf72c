// Tables. Each function writes the element of its name.

@inlinable
package func table<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("table", attributes, content()) }

@inlinable
package func caption<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("caption", attributes, content()) }

@inlinable
package func colgroup<Content: Markup>(
    _ attributes: Attribute<ColumnScope>..., @MarkupBuilder content: () -> Content
) -> Element<ColumnScope, Content> { Element("colgroup", attributes, content()) }

@inlinable
package func col(_ attributes: Attribute<ColumnScope>...) -> VoidElement<ColumnScope> { VoidElement("col", attributes) }

@inlinable
package func thead<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("thead", attributes, content()) }

@inlinable
package func tbody<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("tbody", attributes, content()) }

@inlinable
package func tfoot<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("tfoot", attributes, content()) }

@inlinable
package func tr<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("tr", attributes, content()) }

@inlinable
package func th<Content: Markup>(
    _ attributes: Attribute<CellScope>..., @MarkupBuilder content: () -> Content
) -> Element<CellScope, Content> { Element("th", attributes, content()) }

@inlinable
package func td<Content: Markup>(
    _ attributes: Attribute<CellScope>..., @MarkupBuilder content: () -> Content
) -> Element<CellScope, Content> { Element("td", attributes, content()) }
