import HTML
import Testing

@Suite("A buffer remembers where prerendered fragments stand")
struct PrerenderedTests {
    private let lesson = PrerenderedHTML(Array("<p>Leçon</p>".utf8), deflated: [1, 2, 3], crc32: 0xCAFE)
    private let aside = PrerenderedHTML(Array("<p>À côté</p>".utf8), deflated: [4], crc32: 0xBABE)
    private let plain = PrerenderedHTML(Array("<p>Sans</p>".utf8))

    @Test("each span covers exactly the bytes of its fragment, in order")
    func spans() {
        let buffer = main {
            "é"
            lesson
            plain
            div { aside }
            lesson
        }.rendered()
        #expect(
            buffer.text
                == "<main>é<p>Leçon</p><p>Sans</p><div><p>À côté</p></div><p>Leçon</p></main>")
        #expect(buffer.spans.map(\.fragment.crc32) == [0xCAFE, 0xBABE, 0xCAFE])
        #expect(buffer.spans.map(\.fragment.deflated) == [[1, 2, 3], [4], [1, 2, 3]])
        for span in buffer.spans {
            #expect(span.length == span.fragment.count)
            #expect(Array(buffer.bytes[span.range]) == span.fragment.bytes)
        }
        #expect(zip(buffer.spans, buffer.spans.dropFirst()).allSatisfy { $0.range.upperBound <= $1.offset })
    }

    @Test("a fragment without a compressed form, or without bytes, leaves no span")
    func noSpan() {
        let nothing = PrerenderedHTML([], deflated: [3, 0], crc32: 0)
        let buffer = div {
            plain
            nothing
        }.rendered()
        #expect(buffer.spans.isEmpty)
        #expect(buffer.text == "<div><p>Sans</p></div>")
        #expect(buffer.count == buffer.bytes.count)
    }

    @Test("a buffer goes on from what it holds")
    func appending() {
        var buffer = HTMLBuffer()
        buffer.append(raw: "<!-- -->")
        lesson.write(into: &buffer)
        br().write(into: &buffer)
        #expect(buffer.text == "<!-- --><p>Leçon</p><br>")
        #expect(buffer.spans.first?.offset == 8)
    }
}
