import CourseContent
import Essentials
import Testing

@testable import Authoring

@Suite("Markdown becomes HTML")
struct RenderingTests {
    static let files: [String: [UInt8]] = [
        "01-m/files/plan.png": Sample.png, "01-m/files/photo.jpg": Sample.jpeg, "01-m/files/fiche.pdf": Sample.pdf,
    ]

    @Test(
        "one construct at a time",
        arguments: [
            ("Un *mot* et **deux**.", "<p>Un <em>mot</em> et <strong>deux</strong>.</p>\n"),
            (
                "~~faux~~ & <https://exemple.fr/?a=1&b=é>",
                "<p><del>faux</del> &amp; <a href=\"https://exemple.fr/?a=1&amp;b=%C3%A9\" rel=\"noopener noreferrer\">https://exemple.fr/?a=1&amp;b=é</a></p>\n"
            ),
            ("a\\\nb", "<p>a<br>\nb</p>\n"),
            ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
            ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"),
            ("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
            ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
            (
                "- [ ] a\n- [x] b **c**",
                "<ul class=\"task-list\">\n<li class=\"task\"><label><input type=\"checkbox\"> a</label>\n</li>\n<li class=\"task\"><label><input type=\"checkbox\" checked> b <strong>c</strong></label>\n</li>\n</ul>\n"
            ),
            ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
            ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n"),
            ("```html\n<b a=\"1\">\n```", "<pre><code class=\"language-html\">&lt;b a=\"1\"&gt;\n</code></pre>\n"),
            (
                "```\n" + String(repeating: "x", count: 31) + "\n```",
                "<pre tabindex=\"0\"><code>" + String(repeating: "x", count: 31) + "\n</code></pre>\n"
            ),
            ("``` \"onload=x\nx\n```", "<pre><code>x\n</code></pre>\n"),
            ("`<b>`", "<p><code>&lt;b&gt;</code></p>\n"),
            (
                "## Où aller ?\n\n## Où aller ?\n\n### *Là*",
                "<h2 id=\"section-ou-aller\">Où aller ?</h2>\n<h2 id=\"section-ou-aller-2\">Où aller ?</h2>\n<h3 id=\"section-la\"><em>Là</em></h3>\n"
            ),
            ("[Le quiz](activity:quiz)", "<p><a href=\"/courses/essai/activities/quiz\">Le quiz</a></p>\n"),
            ("[x](mailto:a@b.fr) [y](tel:+331)", "<p><a href=\"mailto:a@b.fr\">x</a> <a href=\"tel:+331\">y</a></p>\n"),
            (
                "[x](https://exemple.fr \"Un \\\"titre\\\"\")",
                "<p><a href=\"https://exemple.fr\" rel=\"noopener noreferrer\" title=\"Un &quot;titre&quot;\">x</a></p>\n"
            ),
            ("[Bonjour]{lang=en} à tous", "<p><span lang=\"en\">Bonjour</span> à tous</p>\n"),
            ("[un *mot* [ici] `]`]{lang=en-GB}.", "<p><span lang=\"en-GB\">un <em>mot</em> [ici] <code>]</code></span>.</p>\n"),
            ("**[a]{lang=en} [b]{lang=de}**", "<p><strong><span lang=\"en\">a</span> <span lang=\"de\">b</span></strong></p>\n"),
            ("[a [b]{lang=en} c]{lang=de}", "<p><span lang=\"de\">a <span lang=\"en\">b</span> c</span></p>\n"),
            (
                "[[x](activity:quiz)]{lang=en}",
                "<p><span lang=\"en\"><a href=\"/courses/essai/activities/quiz\">x</a></span></p>\n"
            ),
            ("[x](activity:quiz) et [y]", "<p><a href=\"/courses/essai/activities/quiz\">x</a> et [y]</p>\n"),
            (
                "| a | |\n|:-:|--:|\n| [b]{lang=en} | c |",
                "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Tableau 1\"><table>\n<thead>\n<tr><th scope=\"col\" class=\"align-center\">a</th><td class=\"align-right\"></td></tr>\n</thead>\n<tbody>\n<tr><td class=\"align-center\"><span lang=\"en\">b</span></td><td class=\"align-right\">c</td></tr>\n</tbody>\n</table></div>\n"
            ),
            (
                "![Un \"plan\"](files/plan.png)",
                "<p><img src=\"/assets/PNG/plan.png\" alt=\"Un &quot;plan&quot;\" width=\"640\" height=\"480\" loading=\"lazy\" decoding=\"async\"></p>\n"
            ),
            (
                "![decorative](files/plan.png \"Une <légende>\")",
                "<figure><img src=\"/assets/PNG/plan.png\" alt=\"\" width=\"640\" height=\"480\" loading=\"lazy\" decoding=\"async\"><figcaption>Une &lt;légende&gt;</figcaption></figure>\n"
            ),
            (
                "[Fiche (PDF)](files/fiche.pdf)",
                "<p><a class=\"download\" href=\"/assets/PDF/fiche.pdf\" download=\"fiche.pdf\">Fiche (PDF) <span class=\"file-size\">(15\u{A0}octets)</span></a></p>\n"
            ),
        ])
    func renders(_ markdown: String, _ html: String) throws {
        let disk = try CourseOnDisk.lesson(markdown, with: Self.files)
        let expected = html.replacing("/PNG/", with: "/\(ContentDigest.of(Sample.png))/")
            .replacing("/PDF/", with: "/\(ContentDigest.of(Sample.pdf))/")
        #expect(disk.lessonHTML() == expected, "\(disk.found())")
    }

    @Test("the label of a table tells it from the others by its number and heading")
    func tableLabels() throws {
        let table = "|a|\n|-|\n|b|\n\n"
        let html = try #require(try CourseOnDisk.lesson(table + "## Les *prix*\n\n" + table + table).lessonHTML())
        let labels = html.matches(of: /aria-label="([^"]*)"/).map { String($0.1) }
        #expect(labels == ["Tableau 1", "Tableau 2 : Les prix", "Tableau 3 : Les prix"])
    }

    @Test("words and files are counted")
    func facts() throws {
        let disk = try CourseOnDisk.lesson(
            "Un deux **trois** `quatre`\ncinq [six]{lang=en}\n\n![x](files/plan.png) ![y](files/plan.png) ![z](files/photo.jpg)",
            with: Self.files)
        let course = try #require(disk.read().course)
        let lesson = try #require(
            course.contents.values.compactMap { if case .lesson(let lesson) = $0 { lesson } else { nil } }.first)
        #expect(lesson.words == 6)
        #expect(lesson.assets == [ContentDigest.of(Sample.png), ContentDigest.of(Sample.jpeg)])
        #expect(course.assets.map(\.asset.name) == ["photo.jpg", "plan.png"])
        #expect(course.assets.map(\.asset.mediaType) == ["image/jpeg", "image/png"])
    }

    @Test(
        "sizes of files as people read them",
        arguments: [
            (0, "0\u{A0}octets", "0\u{A0}bytes"), (999, "999\u{A0}octets", "999\u{A0}bytes"), (1000, "1\u{A0}ko", "1\u{A0}kB"),
            (1449, "1,4\u{A0}ko", "1.4\u{A0}kB"), (12_345, "12\u{A0}ko", "12\u{A0}kB"), (999_499, "999\u{A0}ko", "999\u{A0}kB"),
            (999_500, "1\u{A0}Mo", "1\u{A0}MB"), (1_260_000, "1,3\u{A0}Mo", "1.3\u{A0}MB"),
            (52_428_800, "52\u{A0}Mo", "52\u{A0}MB"),
        ])
    func fileSizes(_ bytes: Int, _ fr: String, _ en: String) {
        #expect(FileSize.phrase(bytes).fr == fr)
        #expect(FileSize.phrase(bytes).en == en)
    }
}
