/// Puts the statements of a block together as markup: texts, elements, views, `if`, `switch`, `for`, optionals.
@resultBuilder
@usableFromInline
package enum MarkupBuilder {
    @inlinable
    package static func buildExpression<Content: Markup>(_ content: consuming Content) -> Content { content }

    @inlinable
    package static func buildBlock() -> EmptyMarkup { EmptyMarkup() }

    @inlinable
    package static func buildPartialBlock<Content: Markup>(first: consuming Content) -> Content { first }

    @inlinable
    package static func buildPartialBlock<First: Markup, Second: Markup>(
        accumulated: consuming First, next: consuming Second
    ) -> MarkupPair<First, Second> {
        MarkupPair(accumulated, next)
    }

    @inlinable
    package static func buildOptional<Content: Markup>(_ content: consuming Content?) -> Content? { content }

    @inlinable
    package static func buildEither<First: Markup, Second: Markup>(first: consuming First) -> MarkupChoice<
        First, Second
    > {
        .first(first)
    }

    @inlinable
    package static func buildEither<First: Markup, Second: Markup>(second: consuming Second) -> MarkupChoice<
        First, Second
    > {
        .second(second)
    }

    @inlinable
    package static func buildArray<Content: Markup>(_ contents: consuming [Content]) -> [Content] { contents }
}

/// Two pieces of markup, one after the other. A block of many is pairs of pairs, which the compiler flattens.
@usableFromInline
package struct MarkupPair<First: Markup, Second: Markup>: Markup {
    @usableFromInline let first: First
    @usableFromInline let second: Second

    @inlinable
    init(_ first: consuming First, _ second: consuming Second) {
        self.first = first
        self.second = second
    }

    @inlinable
    package func write(into buffer: inout HTMLBuffer) {
        first.write(into: &buffer)
        second.write(into: &buffer)
    }
}

/// The branch of an `if … else` or a `switch` that was taken.
@usableFromInline
package enum MarkupChoice<First: Markup, Second: Markup>: Markup {
    case first(First)
    case second(Second)

    @inlinable
    package func write(into buffer: inout HTMLBuffer) {
        switch self {
        case .first(let content): content.write(into: &buffer)
        case .second(let content): content.write(into: &buffer)
        }
    }
}

/// Markup for each element of a sequence, made as it is written: a long list is never held as elements in memory.
///
///     ul { ForEach(names) { name in li { name } } }
@usableFromInline
package struct ForEach<Source: Sequence, Content: Markup>: Markup {
    @usableFromInline let source: Source
    @usableFromInline let content: (Source.Element) -> Content

    @inlinable
    package init(_ source: Source, @MarkupBuilder content: @escaping (Source.Element) -> Content) {
        self.source = source
        self.content = content
    }

    @inlinable
    package func write(into buffer: inout HTMLBuffer) {
        for element in source { content(element).write(into: &buffer) }
    }
}
