/// HTML that was made and made safe earlier, such as the body of a lesson rendered when its course was applied.
///
/// It is written as it is. When it brings its own compressed form, the buffer remembers where it was written, and a
/// compressor can put `deflated` there instead of compressing `bytes` again.
@usableFromInline
package struct PrerenderedHTML: Markup, Sendable {
    /// The HTML, in UTF-8. Whoever makes this value vouches for it.
    package let bytes: [UInt8]

    /// `bytes` as raw deflate blocks (no zlib or gzip header), not marked as last, ended on a byte boundary by a full
    /// flush, and referring to nothing before them: they can stand in the middle of any deflate stream.
    package let deflated: [UInt8]?

    /// The CRC-32 of `bytes`, as gzip counts it; only meaningful with `deflated`.
    package let crc32: UInt32

    /// HTML without a compressed form.
    @usableFromInline
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        deflated = nil
        crc32 = 0
    }

    /// HTML with its compressed form.
    @usableFromInline
    package init(_ bytes: [UInt8], deflated: [UInt8], crc32: UInt32) {
        self.bytes = bytes
        self.deflated = deflated
        self.crc32 = crc32
    }

    /// The number of bytes before compression.
    package var count: Int { bytes.count }

    @usableFromInline
    package func write(into buffer: inout HTMLBuffer) {
        buffer.append(self)
    }
}

/// Where a prerendered fragment with a compressed form stands in a buffer.
@usableFromInline
package struct PrerenderedSpan: Sendable {
    /// The place of its first byte in the buffer.
    package let offset: Int
    /// What was written there.
    package let fragment: PrerenderedHTML

    /// The number of bytes it takes in the buffer.
    package var length: Int { fragment.count }
    /// The bytes of the buffer that it covers.
    package var range: Range<Int> { offset..<(offset + fragment.count) }
}

/// HTML written in the program itself. Only a literal fits: a value that comes from elsewhere never does.
@usableFromInline
package struct Raw: Markup, Sendable {
    let literal: StaticString

    /// Markup that writes `literal` unescaped.
    @usableFromInline
    package init(_ literal: StaticString) {
        self.literal = literal
    }

    @usableFromInline
    package func write(into buffer: inout HTMLBuffer) {
        buffer.append(raw: literal)
    }
}
