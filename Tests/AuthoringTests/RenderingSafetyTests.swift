import Essentials
import Testing

@testable import Authoring

@Suite("What is rendered is safe")
struct RenderingSafetyTests {
    static let attempts = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "[x](javascript:alert(1))", "[x](JAVASCRIPT:alert(1))", "[x](javascript&colon;alert(1))", "[x](&#x6A;avascript:alert(1))",
        "[x](<java\tscript:alert(1)>)", "[x](\\javascript:alert(1))", "[x](javascript%3Aalert(1))", "[x](vbscript:x)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)", "![x](data:image/svg+xml;base64,PHN2Zz4=)", "![x](javascript:alert(1))",
        "[x](https://a.fr\"onmouseover=\"alert(1))", "[x](<https://a.fr\" onmouseover=\"alert(1)>)",
        "[x](https://a.fr '\" onclick=\"alert(1)')",
        "![\" onerror=\"alert(1)](files/plan.png)", "![x](files/plan.png \"</figcaption><script>alert(1)</script>\")",
        "[<b>]{lang=en}", "[x]{lang=\"en\" onclick=\"alert(1)\"}", "[x]{lang=en onclick=alert(1)}", "[x]{lang=en\"><script>}",
        "```js\"onclick=\"alert(1)\n</code></pre><script>\n```", "``` \"><script>\nx\n```", "`</code><script>alert(1)</script>`",
        "## \" onclick=\"alert(1)", "## <script>", "| <script> |\n|---|\n| \" onclick=\" |", "- [ ] <script>alert(1)</script>",
        "<javascript:alert(1)>", "<https://a.fr/?\"onclick=\"alert(1)>", "http://a.fr/\"onclick=\"alert(1)//",
        "www.a.fr/<script>",
        "[a]: javascript:alert(1)\n\n[a] ![a]", "[a]: https://a.fr \"\\\"><script>\"\n\n[a]",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;", "\\<script\\>", "a<!-- --><script>b", "<![CDATA[<script>]]>", "<?php x ?>", "<!DOCTYPE x>",
        "*<b>*[**</em>**](https://a.fr)", "[![x](files/plan.png)](javascript:alert(1))", "[x](https://a.fr/\u{202E}gpj.exe)",
        "[x](//evil.example)", "[x](\\\\evil.example)", "[x](/\\evil.example)", "[x](https:evil)", "[x](https://)",
        "[x](activity:../../admin)",
        "[x](files/../../../etc/passwd)", "[x](files/plan.png?x=<script>)", "![x](files/plan.png#\"onload=)",
        "[x](mailto:a@b.fr?body=<script>)",
        "> [!tip] <script>alert(1)</script>\n> <img src=x onerror=alert(1)>", "> [!<script>]\n> x", "> [!tip]\" onclick=\"x\n> y",
        "a[^1] [^<b>] [^\"onclick=\"x]\n\n[^1]: <script>alert(1)</script>\n[^<b>]: x\n[^\"onclick=\"x]: y",
        "a[^1][^1][^2]\n\n[^1]: b[^2]\n\n    > c\n[^2]: d[^1]\n\n    ```js\n    '</script>\n    ```",
        "[a[^1]](https://a.fr)\n\n[^1]: b", "[x](term:malin)", "[x](term:\"onclick=\"x)", "[a](term:malin) [b](term:malin)",
        "![x\" onplay=\"y](files/film.mp4 \"</figcaption><script>\")", "![<script>](files/film.mp4)", "a ![x](files/film.mp4) b",
        "![x](files/film.mp4?a=b)", "```html\n<p onclick=\"<script>\" <!-- \" > <script>'</style>`</script> & <\n```",
        "```js\n`${'<script>'}` /* </code> \"\n```",
        "```css\na{b:c;}/*</pre>*/@x \"<\n```", "```json\n{\"<b>\":\"</script>\",\n```", "```sql\nSELECT '<b>' -- </code>\n```",
        "```console\n$ echo \"<b>\" # </code>\n<script>\n```",
    ]

    /// What the renderer may write: elements and their attributes.
    static let allowed: [String: Set<String>] = [
        "p": ["class"], "h2": ["id"], "h3": ["id"], "h4": ["id"], "h5": ["id"], "h6": ["id"], "ul": ["class"],
        "ol": ["class", "start"],
        "li": ["class", "id"], "label": [], "input": ["type", "checked"], "blockquote": [], "hr": [], "br": [],
        "pre": ["tabindex"],
        "code": ["class"], "em": [], "strong": [], "del": [], "span": ["lang", "class"],
        "a": ["href", "rel", "title", "class", "download", "id", "aria-label"],
        "img": ["src", "alt", "width", "height", "loading", "decoding"], "figure": ["class", "data-media"], "figcaption": [],
        "div": ["class", "lang", "tabindex", "role", "aria-label", "id"], "table": [], "thead": [], "tbody": [], "tr": [],
        "th": ["scope", "class"], "td": ["class"], "sup": ["class"], "section": ["class", "aria-labelledby"], "dl": [], "dt": [],
        "dd": [], "dfn": ["lang"],
        "video": ["controls", "preload", "src", "poster", "aria-label"], "audio": ["controls", "preload", "src", "aria-label"],
        "track": ["kind", "default", "src", "srclang", "label"], "details": ["class"], "summary": [],
    ]
    /// Elements that may lead somewhere in the page by an id.
    static func isInPage(_ address: String) -> Bool { address.wholeMatch(of: /#(note|term)-[a-z0-9-]+/) != nil }
    static let void: Set<String> = ["input", "hr", "br", "img", "track"]

    /// Renders whatever comes, as if nothing were refused.
    static func html(_ markdown: String, as form: ContentRenderer.Form) throws -> String {
        let disk = try CourseOnDisk([
            "01-m/files/plan.png": Sample.png, "01-m/files/film.mp4": Sample.mp4,
            "01-m/files/film.vtt": Array(
                "WEBVTT\n\n00:01.000 --> 00:02.000\n<v <b>\" onclick=x>&lt;script> <script>alert(1)</script> &amp;lt;b>".utf8),
            "01-m/files/film.jpg": Sample.jpeg,
        ])
        let log = ProblemLog()
        let folder = try #require(CourseFolder.scan(disk.root, limits: FolderLimits(), log: log))
        let bytes = Array(markdown.utf8)
        let scope = FileScope(source: SourceText(file: "01-m/01-l.md", bytes: bytes), log: log)
        let glossary = SourceText(
            file: "glossary.yml",
            bytes: Array("terms: [{ id: malin, term: '<script>\"', definition: '</dd><script>', language: en }]".utf8))
        let glossaryScope = FileScope(source: glossary, log: log)
        let terms = YAMLFile.read(glossary.bytes, firstLine: 1, scope: glossaryScope)
        let links = CourseLinks(
            courseKey: "essai", written: ["quiz"], planned: [], assets: AssetLibrary(folder: folder, log: log),
            glossary: terms.map { Glossary($0, language: .english, scope: glossaryScope) } ?? Glossary())
        var renderer = ContentRenderer(scope: scope, links: links, language: .french)
        return renderer.render(MarkdownText(bytes: bytes, origin: .file(firstLine: 1)), as: form)
    }

    /// What is in the HTML that should not be, read strictly: tags, attributes, addresses and nesting.
    static func faults(in html: String) -> [String] {
        // Void elements are closed for the strict reader.
        let strict = html.replacing(/<(input|hr|br|img|track)((?: [a-z-]+="[^"]*"| checked| default)*)>/) { match in
            "<" + match.1
                + String(match.2).replacing(" checked", with: " checked=\"\"")
                .replacing(" default", with: " default=\"\"") + "/>"
        }
        .replacing(" controls preload", with: " controls=\"\" preload")
        var reader = XMLReader(Array("<x>\(strict)</x>".utf8))
        var open: [String] = []
        var ids: Set<String> = []
        var targets: Set<String> = []
        var faults: [String] = []
        while true {
            switch reader.next() {
            case .end:
                faults += targets.subtracting(ids).sorted().map { "#\($0) leads nowhere" }
                return open.isEmpty ? faults : faults + ["open: \(open)"]
            case .malformed(let offset): return faults + ["malformed at \(offset)"]
            case .forbidden(let what, _): faults.append(what)
            case .text: break
            case .close(let name, _): if open.popLast() != name { faults.append("misplaced </\(name)>") }
            case .open(let tag):
                if !tag.isEmpty { open.append(tag.name) }
                if tag.name == "x" { continue }
                if tag.name == "a", open.dropLast().contains("a") { faults.append("a link in a link") }
                guard let attributes = allowed[tag.name] else {
                    faults.append("<\(tag.name)>")
                    continue
                }
                for attribute in tag.attributes {
                    if !attributes.contains(attribute.name) { faults.append("\(tag.name) \(attribute.name)") }
                    if attribute.name == "id", !ids.insert(attribute.value).inserted { faults.append("twice \(attribute.value)") }
                    if tag.name == "a", attribute.name == "href", isInPage(attribute.value) {
                        targets.insert(String(attribute.value.dropFirst()))
                        continue
                    }
                    guard ["href", "src", "poster"].contains(attribute.name) else { continue }
                    let isFine = ["https://", "http://", "mailto:", "tel:", "/courses/essai/activities/", "/assets/"]
                        .contains(where: attribute.value.hasPrefix)
                    if !isFine || attribute.value.contains(where: { "<>\" \\".contains($0) }) {
                        faults.append("\(tag.name) \(attribute.name)=\(attribute.value)")
                    }
                }
            }
        }
    }

    @Test("attempts", arguments: attempts)
    func isSafe(_ attempt: String) throws {
        for form in [ContentRenderer.Form.lesson, .text, .phrase] {
            for markdown in [attempt, "> - \(attempt)\n>   \(attempt)", "[a \(attempt) b]{lang=en}", "**\(attempt)** \(attempt)"]
            {
                let html = try Self.html(markdown, as: form)
                #expect(Self.faults(in: html).isEmpty, "\(html)")
            }
        }
    }

    @Test("any soup of markup is well nested and safe", arguments: 0..<40)
    func soup(_ seed: UInt64) throws {
        let pieces = [
            "[", "]", "](", ")", "{lang=fr}", "]{lang=en}", "*", "**", "_", "~~", "`", "```\n", "<b>", "</b>", "<", ">", "> ",
            "- ", "- [ ] ",
            "1. ", "|", "|-|\n", "\n", "\n\n", "## ", "![", "files/plan.png", "activity:quiz", "javascript:x", "https://a.fr",
            "www.a.fr",
            "a@b.fr", "[^1]", "\n[^1]: ", "[^2]", "\n\n[^2]: ", "\n> [!tip] ", "\n> [!", "(term:malin)", "```js\n", "```html\n",
            "\"", "'", "&amp;", "&#60;", "\\", "mot", " ", "é", "<script>", "onclick=x", "    ",
        ]
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        for _ in 0..<25 {
            var text = ""
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            for form in [ContentRenderer.Form.lesson, .text, .phrase] {
                let html = try Self.html(text, as: form)
                #expect(Self.faults(in: html).isEmpty, "\(text.debugDescription) gives \(html)")
            }
        }
    }

    @Test(
        "the checker itself sees faults",
        arguments: [
            "<script>x</script>", "<p onclick=\"x\">a</p>", "<p><em>a</p></em>", "<p>a", "<a href=\"javascript:x\">a</a>",
            "<img src=\"https://a.fr\">x</img>", "<p id=\"a\">a</p>", "<a href=\"#note-1\">a</a>",
            "<h2 id=\"a\">a</h2><h2 id=\"a\">b</h2>", "<a href=\"https://a.fr\"><sup><a href=\"https://b.fr\">a</a></sup></a>",
        ])
    func checkerWorks(_ html: String) {
        #expect(!Self.faults(in: html).isEmpty)
    }
}
