import HTML
import Testing

@Suite("Text and attribute values are escaped by their place")
struct EscapingTests {
    @Test(
        "text between tags",
        arguments: [
            ("plain", "plain"),
            ("", ""),
            ("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"),
            ("« l'été » — 7 €", "« l'été » — 7 €"),
            (#"say "hi""#, #"say "hi""#),
            ("</script><script>alert(1)</script>", "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("&amp;", "&amp;amp;"),
            ("<", "&lt;"),
            ("<b", "&lt;b"),
            ("b<", "b&lt;"),
            ("a\tb\nc\r\nd", "a\tb\nc\r\nd"),
            ("a\u{0}b\u{1B}c\u{7F}d", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d"),
            ("👩🏽‍💻 & co", "👩🏽‍💻 &amp; co"),
        ])
    func text(input: String, expected: String) {
        #expect(p { input }.rendered().text == "<p>\(expected)</p>")
        #expect(p { input.dropFirst(0) }.rendered().text == "<p>\(expected)</p>")
    }

    @Test(
        "values of attributes",
        arguments: [
            ("plain", "plain"),
            (#"" onclick="alert(1)"#, "&quot; onclick=&quot;alert(1)"),
            ("it's", "it's"),
            ("<b> & co", "&lt;b&gt; &amp; co"),
            ("line\nline", "line\nline"),
            ("\u{0}", "\u{FFFD}"),
        ])
    func attribute(input: String, expected: String) {
        #expect(span(.title(input)) {}.rendered().text == #"<span title="\#(expected)"></span>"#)
        #expect(span(.class(input)) {}.rendered().text == #"<span class="\#(expected)"></span>"#)
        #expect(span(.data("x", input)) {}.rendered().text == #"<span data-x="\#(expected)"></span>"#)
        #expect(span(.aria(.label, input)) {}.rendered().text == #"<span aria-label="\#(expected)"></span>"#)
    }

    @Test("every byte of a long text arrives once, wherever the special ones stand", arguments: 0..<70)
    func positions(length: Int) {
        let run = String(repeating: "é", count: length)
        #expect((run + "<" + run).rendered().text == run + "&lt;" + run)
    }

    @Test(
        "addresses keep only schemes that cannot run anything",
        arguments: [
            ("/courses/a?x=1&y=2#z", "/courses/a?x=1&amp;y=2#z"),
            ("?page=2", "?page=2"),
            ("#main", "#main"),
            ("", ""),
            ("lesson/1", "lesson/1"),
            ("./a:b", "./a:b"),
            ("https://example.org/", "https://example.org/"),
            ("HTTPS://example.org/", "HTTPS://example.org/"),
            ("mailto:a@example.org", "mailto:a@example.org"),
            ("tel:+33100000000", "tel:+33100000000"),
            ("javascript:alert(1)", "about:invalid"),
            ("  JavaScript:alert(1)", "about:invalid"),
            ("java\nscript:alert(1)", "about:invalid"),
            ("\u{1}javascript:alert(1)", "about:invalid"),
            ("vbscript:x", "about:invalid"),
            ("data:text/html,<script>", "about:invalid"),
            ("blob:x", "about:invalid"),
        ])
    func addresses(input: String, expected: String) {
        #expect(a(.href(input)) {}.rendered().text == #"<a href="\#(expected)"></a>"#)
        #expect(form(.action(input)) {}.rendered().text == #"<form action="\#(expected)"></form>"#)
        #expect(button(.formaction(input)) {}.rendered().text == #"<button formaction="\#(expected)"></button>"#)
    }

    @Test("an image may be in its address, a drawing that can run scripts may not")
    func images() {
        #expect(img(.src("data:image/png;base64,AA==")).rendered().text == #"<img src="data:image/png;base64,AA==">"#)
        #expect(img(.src("data:image/svg+xml;base64,AA==")).rendered().text == #"<img src="about:invalid">"#)
    }

    @Test("nothing is escaped twice and nothing prerendered is escaped at all")
    func once() {
        let safe = PrerenderedHTML(Array("<em>a &amp; b</em>".utf8))
        let page = div {
            "a & b"
            safe
            Raw("<hr>")
            p { Optional("<") }
        }
        #expect(page.rendered().text == "<div>a &amp; b<em>a &amp; b</em><hr><p>&lt;</p></div>")
    }
}
