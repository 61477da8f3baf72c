/// An element with a start tag, a content and an end tag. `Scope` says which attributes it takes.
///
/// Views do not name this type: they call the function of the element (`div`, `p`, `a` …).
@usableFromInline
package struct Element<Scope, Content: Markup>: Markup {
    @usableFromInline let name: StaticString
    @usableFromInline let attributes: [Attribute<Scope>]
    @usableFromInline let content: Content

    @inlinable
    init(_ name: StaticString, _ attributes: [Attribute<Scope>], _ content: Content) {
        self.name = name
        self.attributes = attributes
        self.content = content
    }

    @inlinable
    package func write(into buffer: inout HTMLBuffer) {
        buffer.open(name, attributes)
        content.write(into: &buffer)
        buffer.close(name)
    }
}

/// An element that has no content and no end tag, such as `img` or `input`.
@usableFromInline
package struct VoidElement<Scope>: Markup {
    @usableFromInline let name: StaticString
    @usableFromInline let attributes: [Attribute<Scope>]

    @inlinable
    init(_ name: StaticString, _ attributes: [Attribute<Scope>]) {
        self.name = name
        self.attributes = attributes
    }

    @inlinable
    package func write(into buffer: inout HTMLBuffer) {
        buffer.open(name, attributes)
    }
}

/// An element whose content keeps its line ends: HTML drops the first one after the start tag of `pre` and `textarea`,
/// so one is written there, and a text that begins with an empty line keeps it.
@usableFromInline
package struct VerbatimElement<Scope, Content: Markup>: Markup {
    @usableFromInline let element: Element<Scope, Content>

    @inlinable
    init(_ element: Element<Scope, Content>) {
        self.element = element
    }

    @inlinable
    package func write(into buffer: inout HTMLBuffer) {
        buffer.open(element.name, element.attributes)
        buffer.append(character: "\n")
        element.content.write(into: &buffer)
        buffer.close(element.name)
    }
}

/// An element that this target has no function for, with the attributes that every element takes.
///
///     element("bdi") { name }
@inlinable
package func element<Content: Markup>(
    _ name: StaticString, _ attributes: Attribute<AnyScope>..., @MarkupBuilder content: () -> Content
) -> Element<AnyScope, Content> {
    Element(name, attributes, content())
}

extension HTMLBuffer {
    /// Writes a start tag. Several `class` attributes become one.
    @inlinable
    mutating func open<Scope>(_ name: StaticString, _ attributes: [Attribute<Scope>]) {
        begin(name)
        var hasClass = false
        for index in 0..<attributes.count {
            let attribute = attributes[index].stored
            if attribute.kind != .classes {
                append(attribute)
            } else if !hasClass {
                hasClass = true
                var names = 0
                for other in index..<attributes.count {
                    names += append(classesOf: attributes[other].stored, after: names)
                }
                if names > 0 { append(character: "\"") }
            }
        }
        append(character: ">")
    }

    /// Writes an end tag.
    @usableFromInline
    mutating func close(_ name: StaticString) {
        append(character: "<")
        append(character: "/")
        append(raw: name)
        append(character: ">")
    }

    @usableFromInline
    mutating func begin(_ name: StaticString) {
        append(character: "<")
        append(raw: name)
    }
}
