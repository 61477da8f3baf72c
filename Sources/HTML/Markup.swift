/// Something that can write itself as HTML: an element, a text, a view, or nothing.
///
/// A `String` is text: it is escaped when it is written. What is already HTML is either a ``Raw`` literal or a
/// ``PrerenderedHTML``.
@usableFromInline
package protocol Markup {
    /// Writes the HTML of this value at the end of `buffer`.
    func write(into buffer: inout HTMLBuffer)
}

/// A piece of page with a model of its own, made of other markup.
///
///     struct Greeting: View {
///         var name: String
///         var body: some Markup {
///             h1 { "Bonjour \(name)" }
///         }
///     }
@usableFromInline
package protocol View: Markup {
    associatedtype Body: Markup
    /// What this view is made of.
    @MarkupBuilder var body: Body { get }
}

extension View {
    @inlinable
    package func write(into buffer: inout HTMLBuffer) {
        body.write(into: &buffer)
    }
}

extension Markup {
    /// The HTML of this value, with the spans of the prerendered fragments in it.
    ///
    /// - parameter bytes: room to take at the start, so that a page of about that size is written without copies.
    @inlinable
    package func rendered(reserving bytes: Int = 16_384) -> HTMLBuffer {
        var buffer = HTMLBuffer(reserving: bytes)
        write(into: &buffer)
        return buffer
    }
}

/// Markup that writes nothing.
@usableFromInline
package struct EmptyMarkup: Markup {
    @inlinable
    package init() {}

    @inlinable
    package func write(into buffer: inout HTMLBuffer) {}
}

extension String: Markup {
    @inlinable
    package func write(into buffer: inout HTMLBuffer) {
        buffer.append(text: self)
    }
}

extension Substring: Markup {
    @inlinable
    package func write(into buffer: inout HTMLBuffer) {
        buffer.append(text: String(self))
    }
}

extension Int: Markup {
    /// Writes the digits, without grouping: a view that shows a number to people formats it first.
    @inlinable
    package func write(into buffer: inout HTMLBuffer) {
        buffer.append(self)
    }
}

extension Optional: Markup where Wrapped: Markup {
    @inlinable
    package func write(into buffer: inout HTMLBuffer) {
        if let self { self.write(into: &buffer) }
    }
}

extension Array: Markup where Element: Markup {
    @inlinable
    package func write(into buffer: inout HTMLBuffer) {
        for element in self { element.write(into: &buffer) }
    }
}
