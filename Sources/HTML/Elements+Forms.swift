// Forms, and what shows a quantity. Each function writes the element of its name.

@inlinable
package func form<Content: Markup>(
    _ attributes: Attribute<FormScope>..., @MarkupBuilder content: () -> Content
) -> Element<FormScope, Content> { Element("form", attributes, content()) }

@inlinable
package func fieldset<Content: Markup>(
    _ attributes: Attribute<FieldsetScope>..., @MarkupBuilder content: () -> Content
) -> Element<FieldsetScope, Content> { Element("fieldset", attributes, content()) }

@inlinable
package func legend<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("legend", attributes, content()) }

@inlinable
package func label<Content: Markup>(
    _ attributes: Attribute<LabelScope>..., @MarkupBuilder content: () -> Content
) -> Element<LabelScope, Content> { Element("label", attributes, content()) }

@inlinable
package func input(_ attributes: Attribute<InputScope>...) -> VoidElement<InputScope> {
    VoidElement("input", attributes)
}

@inlinable
package func button<Content: Markup>(
    _ attributes: Attribute<ButtonScope>..., @MarkupBuilder content: () -> Content
) -> Element<ButtonScope, Content> { Element("button", attributes, content()) }

@inlinable
package func select<Content: Markup>(
    _ attributes: Attribute<SelectScope>..., @MarkupBuilder content: () -> Content
) -> Element<SelectScope, Content> { Element("select", attributes, content()) }

@inlinable
package func optgroup<Content: Markup>(
    _ attributes: Attribute<OptionScope>..., @MarkupBuilder content: () -> Content
) -> Element<OptionScope, Content> { Element("optgroup", attributes, content()) }

@inlinable
package func option<Content: Markup>(
    _ attributes: Attribute<OptionScope>..., @MarkupBuilder content: () -> Content
) -> Element<OptionScope, Content> { Element("option", attributes, content()) }

@inlinable
package func datalist<Content: Markup>(
    _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> { Element("datalist", attributes, content()) }

/// Its content is the text in it; a first empty line is kept.
@inlinable
package func textarea<Content: Markup>(
    _ attributes: Attribute<TextAreaScope>..., @MarkupBuilder content: () -> Content
) -> VerbatimElement<TextAreaScope, Content> { VerbatimElement(Element("textarea", attributes, content())) }

@inlinable
package func output<Content: Markup>(
    _ attributes: Attribute<OutputScope>..., @MarkupBuilder content: () -> Content
) -> Element<OutputScope, Content> { Element("output", attributes, content()) }

/// Its content is what browsers without it show.
@inlinable
package func progress<Content: Markup>(
    _ attributes: Attribute<ProgressScope>..., @MarkupBuilder content: () -> Content
) -> Element<ProgressScope, Content> { Element("progress", attributes, content()) }

@inlinable
package func meter<Content: Markup>(
    _ attributes: Attribute<ProgressScope>..., @MarkupBuilder content: () -> Content
) -> Element<ProgressScope, Content> { Element("meter", attributes, content()) }
