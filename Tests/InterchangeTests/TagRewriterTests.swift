import Testing

@testable import Interchange

@Suite("Tags of rendered HTML are rewritten, text is not")
struct TagRewriterTests {
    @Test(
        "names and attributes",
        arguments: [
            ("<p>a id=\"x\" &lt;h2&gt;</p>", "<p>a id=\"x\" &lt;h2&gt;</p>"),
            ("<h2 id=\"x\">a</h2>", "<h4 id=\"l-x\">a</h4>"),
            ("<video controls src=\"/a\"><track src=\"b\"></video>c", "c"),
            ("<input type=\"checkbox\" checked>", "<input type=\"checkbox\" checked>"),
            ("a < b", "a < b"), ("", ""), ("<br>\n<hr>", "<br>\n<hr>"),
            ("<img alt=\"a &gt; &quot;b&quot;\">", "<img alt=\"a &gt; &quot;b&quot;\">"),
        ])
    func rewrites(_ html: String, _ expected: String) {
        let rewriter = TagRewriter(
            tag: { ["video", "track"].contains($0) ? nil : $0 == "h2" ? "h4" : $0 },
            attribute: { _, name, value in name == "id" ? "l-" + value : name == "loading" ? nil : value })
        #expect(rewriter.rewrite(html) == expected)
    }
}
