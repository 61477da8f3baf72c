/// The bytes of a page being written, in UTF-8, with the places of the prerendered fragments in it.
@usableFromInline
package struct HTMLBuffer: Sendable {
    /// What has been written so far.
    package private(set) var bytes: [UInt8]

    /// The fragments written so far that bring their own compressed form, in the order of their offsets.
    /// They never overlap: what lies between them is to be compressed as usual.
    package private(set) var spans: [PrerenderedSpan] = []

    /// An empty buffer with room for `capacity` bytes.
    @usableFromInline
    package init(reserving capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// The number of bytes written so far.
    package var count: Int { bytes.count }

    /// What has been written, as text: for tests and messages, not for answering requests.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes a literal of the program as it is.
    @usableFromInline
    package mutating func append(raw literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Writes the decimal digits of a number.
    @usableFromInline
    package mutating func append(_ number: Int) {
        if number >= 0, number < 10 {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: number))
        } else {
            bytes.append(contentsOf: String(number).utf8)
        }
    }

    /// Writes bytes that are already HTML, and remembers where they are if they bring their compressed form.
    @usableFromInline
    package mutating func append(_ fragment: PrerenderedHTML) {
        if fragment.deflated != nil, fragment.count > 0 {
            spans.append(PrerenderedSpan(offset: bytes.count, fragment: fragment))
        }
        bytes.append(contentsOf: fragment.bytes)
    }

    /// Writes text that is already HTML and was made safe earlier. Whoever calls this vouches for it.
    @usableFromInline
    package mutating func append(trusted html: String) {
        bytes.append(contentsOf: html.utf8)
    }

    /// Writes one ASCII character of the program as it is.
    @usableFromInline
    mutating func append(character: Unicode.Scalar) {
        bytes.append(UInt8(ascii: character))
    }

    /// Writes bytes that need no escaping. For the escaping in this target only.
    mutating func append(unescaped utf8: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: utf8)
    }
}
