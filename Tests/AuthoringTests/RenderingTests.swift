import CourseContent
import Essentials
import Testing

@testable import Authoring

@Suite("Markdown becomes HTML")
struct RenderingTests {
    static let files: [String: [UInt8]] = [
        "01-m/files/plan.png": Sample.png, "01-m/files/photo.jpg": Sample.jpeg, "01-m/files/fiche.pdf": Sample.pdf,
        "glossary.yml": Array(
            "terms:\n  - { id: serveur, term: serveur, definition: Machine <qui> répond. }\n  - { id: dock, term: dock, definition: Un quai., language: en }\n"
                .utf8),
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
            (
                "> [!tip]\n> Un *mot*.",
                "<div role=\"note\" class=\"callout callout-tip\">\n<p class=\"callout-label\">Astuce</p>\n<p>Un <em>mot</em>.</p>\n</div>\n"
            ),
            (
                "> [!À RETENIR] Le **[dock]{lang=en}**\n>\n> - a",
                "<div role=\"note\" class=\"callout callout-remember\">\n<p class=\"callout-label\">À retenir\u{A0}: Le <strong><span lang=\"en\">dock</span></strong></p>\n<ul>\n<li>a</li>\n</ul>\n</div>\n"
            ),
            (
                "> [!attention] [b]{lang=en} !\n> c",
                "<div role=\"note\" class=\"callout callout-warning\">\n<p class=\"callout-label\">Attention\u{A0}: <span lang=\"en\">b</span> !</p>\n<p>c</p>\n</div>\n"
            ),
            ("> a [!tip]", "<blockquote>\n<p>a [!tip]</p>\n</blockquote>\n"),
            (
                "Un[^b] deux[^b].\n\n[^b]: Note *b*.\n",
                "<p>Un<sup class=\"note-call\"><a href=\"#note-1\" id=\"note-1-ref\" aria-label=\"Note 1\">1</a></sup> deux<sup class=\"note-call\"><a href=\"#note-1\" id=\"note-1-ref-2\" aria-label=\"Note 1\">1</a></sup>.</p>\n<section class=\"notes\" aria-labelledby=\"notes-title\">\n<h2 id=\"notes-title\">Notes</h2>\n<ol>\n<li id=\"note-1\"><p>Note <em>b</em>. <a class=\"note-back\" href=\"#note-1-ref\" aria-label=\"Retour au texte, note 1, passage 1\">↩</a> <a class=\"note-back\" href=\"#note-1-ref-2\" aria-label=\"Retour au texte, note 1, passage 2\">↩2</a></p>\n</li>\n</ol>\n</section>\n"
            ),
            (
                "a[^x]\n\n[^x]: b\n\n        c\n",
                "<p>a<sup class=\"note-call\"><a href=\"#note-1\" id=\"note-1-ref\" aria-label=\"Note 1\">1</a></sup></p>\n<section class=\"notes\" aria-labelledby=\"notes-title\">\n<h2 id=\"notes-title\">Notes</h2>\n<ol>\n<li id=\"note-1\"><p>b</p>\n<pre><code>c\n</code></pre>\n<p> <a class=\"note-back\" href=\"#note-1-ref\" aria-label=\"Retour au texte, note 1\">↩</a></p>\n</li>\n</ol>\n</section>\n"
            ),
            ("`[^x]`", "<p><code>[^x]</code></p>\n"),
            (
                "Le [serveur](term:serveur) et [le même](term:serveur).",
                "<p>Le <a class=\"term\" href=\"#term-serveur\" id=\"term-serveur-ref\">serveur</a> et <a class=\"term\" href=\"#term-serveur\">le même</a>.</p>\n<section class=\"glossary\" aria-labelledby=\"glossary-title\">\n<h2 id=\"glossary-title\">Les mots de cette leçon</h2>\n<dl>\n<div id=\"term-serveur\"><dt><dfn>serveur</dfn></dt>\n<dd><span>Machine &lt;qui&gt; répond.</span> <a class=\"note-back\" href=\"#term-serveur-ref\" aria-label=\"Retour au texte, « serveur »\">↩</a></dd></div>\n</dl>\n</section>\n"
            ),
            ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
            ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n"),
            (
                "```html\n<b a=\"1\">\n```",
                "<pre><code class=\"language-html\">&lt;<span class=\"code-tag\">b</span> <span class=\"code-property\">a</span>=<span class=\"code-string\">\"1\"</span>&gt;\n</code></pre>\n"
            ),
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

    @Test("a word of another language says so, and so do definitions in a lesson of another language")
    func glossaryLanguages() throws {
        let word = try #require(try CourseOnDisk.lesson("[x](term:dock)", with: Self.files).lessonHTML())
        #expect(word.contains("<dfn lang=\"en\">dock</dfn></dt>\n<dd><span>Un quai."))
        let head = CourseOnDisk.lessonHead.replacing("minutes: 10", with: "minutes: 10\nlanguage: en")
        let disk = try CourseOnDisk([
            "01-m/01-l.md": Array((head + "[x](term:serveur) [y](term:dock)\n").utf8), "glossary.yml": Self.files["glossary.yml"],
        ])
        let html = try #require(disk.lessonHTML())
        #expect(html.contains("The words of this lesson"))
        #expect(html.contains("<dfn lang=\"fr\">serveur</dfn></dt>\n<dd><span lang=\"fr\">Machine"))
        #expect(html.contains("<dfn lang=\"en\">dock</dfn></dt>\n<dd><span lang=\"fr\">Un quai."))
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
