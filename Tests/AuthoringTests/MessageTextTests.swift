import Testing

@testable import Authoring

@Suite("The text of a message")
struct MessageTextTests {
    @Test(
        "has the marks of a letter, and nothing that reaches outside the page",
        arguments: [
            ("Bonjour,\nmerci !", "<p>Bonjour,<br>\nmerci !</p>\n"),
            ("Un\n\nDeux", "<p>Un</p>\n<p>Deux</p>\n"),
            ("**fort** *doux* ~~non~~ `code`", "<p><strong>fort</strong> <em>doux</em> <del>non</del> <code>code</code></p>\n"),
            ("# Titre", "<p><strong>Titre</strong></p>\n"),
            ("- un\n- deux", "<ul>\n<li><p>un</p>\n</li>\n<li><p>deux</p>\n</li>\n</ul>\n"),
            ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
            ("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n"),
            ("[ici](javascript:alert(1))", "<p>ici</p>\n"),
            ("[ici](https://a.example/x)", "<p><a href=\"https://a.example/x\" rel=\"noopener noreferrer\">ici</a></p>\n"),
            ("![vu](https://a.example/p.png)", "<p><a href=\"https://a.example/p.png\" rel=\"noopener noreferrer\">vu</a></p>\n"),
            (
                "![](https://a.example/p.png)",
                "<p><a href=\"https://a.example/p.png\" rel=\"noopener noreferrer\">https://a.example/p.png</a></p>\n"
            ),
            ("![vu](data:image/png;base64,AAAA)", "<p>vu</p>\n"),
            (
                "Voir https://a.example.",
                "<p>Voir <a href=\"https://a.example\" rel=\"noopener noreferrer\">https://a.example</a>.</p>\n"
            ),
            ("| a | b |\n|---|---|\n| 1 | 2 |", "<p>a · b</p>\n<p>1 · 2</p>\n"),
        ])
    func marks(_ text: String, _ html: String) {
        #expect(MessageText.html(text) == html)
    }

    @Test("what Markdown would take too long for stands as it was typed")
    func heavy() {
        let deep = String(repeating: "> ", count: 200) + "fin"
        #expect(MessageText.html(deep) == "<p>" + String(repeating: "&gt; ", count: 200) + "fin</p>\n")
    }
}
