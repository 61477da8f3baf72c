import Authoring
import CourseContent
import Essentials
import Foundation
import TestSupport
import Testing

@testable import Interchange

/// Numbers that look drawn and are the same in every run.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    }
}

@Suite("What is written reads back as it was")
struct MarkdownTests {
    /// Writes lessons as a course and reads them again.
    private func lessons(_ texts: [RichText]) throws -> (html: [String], errors: [String]) {
        let folder = URL(filePath: TemporaryFolder.newPath("written"), directoryHint: .isDirectory)
        var draft = CourseDraft(title: "T", summary: nil, language: .english)
        let activities = texts.enumerated().map { index, text in
            ActivityDraft(id: "lesson-\(index)", title: "Lesson", body: .lesson(text))
        }
        draft.modules = [ModuleDraft(id: "m", title: "M", activities: activities)]
        try CourseWriter(folder: folder, draft: draft).write(key: "written")
        try
            "id: q\ntitle: Q\nminutes: 1\nobjectives: [objective-1]\nquestions: [{ id: a, type: true-false, text: A, answer: true }]\n"
            .write(to: folder.appending(path: "01-m/99999-q.quiz.yml"), atomically: true, encoding: .utf8)
        let read = CourseReader.read(folder: folder)
        let errors = read.problems.filter { $0.severity == .error }.map { "\($0.file):\($0.line) \($0.code) \($0.message.en)" }
        let html = (read.course?.outline.activities ?? []).compactMap { activity -> String? in
            guard let digest = activity.contentDigest, case .lesson(let lesson)? = read.course?.contents[digest] else {
                return nil
            }
            return lesson.html
        }
        return (html, errors)
    }

    @Test("Lists that follow each other stay apart, and what begins with the sign of a box is one to tick")
    func lists() throws {
        func list(_ isOrdered: Bool, _ words: [String]) -> RichText.Block {
            .list(isOrdered: isOrdered, start: 1, items: words.map { [.paragraph([.text($0)])] })
        }
        let text = RichText(blocks: [
            list(false, ["One", "Two"]), list(false, ["Three"]), list(false, ["Four"]), list(true, ["First"]),
            list(true, ["Second"]),
            .paragraph([.text("Then.")]), list(false, ["☐ To do", "☑ Done", "☐"]),
        ])
        let written = try lessons([text])
        #expect(written.errors == [])
        let html = try #require(written.html.first)
        #expect(html.components(separatedBy: "<ul").count == 5 && html.components(separatedBy: "<ol").count == 3)
        #expect(
            html.components(separatedBy: "type=\"checkbox\"").count == 3 && html.components(separatedBy: " checked").count == 2)
    }

    /// The words of HTML, without tags.
    private func words(_ html: String) -> String {
        RichText.plain(HTMLFile.body(html).map { .text(flat($0)) }).oneLine
    }

    private func flat(_ node: MarkupNode) -> String {
        switch node {
        case .text(let text): text
        case .element(let element):
            element.name == "br"
                ? " "
                : element.children.map(flat).joined() + (["p", "li", "td", "th", "h2", "h3"].contains(element.name) ? " " : "")
        }
    }

    private static let pieces = [
        "word", " ", "*", "_", "**", "`", "``", "[", "]", "(", ")", "<", ">", "&", "&amp;", "\\", "#", "-", "+", "1.", "1)", "=",
        "---", "|", "~~",
        "{{", "}}", "{lang=fr}", "{lang ", "[^1]", "[!note]", "![", "](x)", "http://a@b.c/x", "https://example.org",
        "www.example.org", "a@b.org", "xmpp:a@b.c",
        "<b>", "<!-- x -->", "é", "\u{A0}", "\u{200B}", "…", ":", "\n", "\t", "    ", "> ", "[ ] ", "$x$", "\u{1}",
        "mailto:a@b.c", "'", "\"", "!", "/", "@", "ftp://x", "0", "[x]: y",
    ]

    @Test("Any words in a paragraph, a heading, a list, a quote or a table come back as the same words", arguments: 1...6)
    func anyWords(_ seed: Int) throws {
        var dice = Dice(state: UInt64(seed) &* 77_777)
        var texts: [RichText] = []
        var expected: [String] = []
        for _ in 0..<60 {
            let text = (0..<Int.random(in: 1...9, using: &dice)).map { _ in Self.pieces.randomElement(using: &dice) ?? "" }
                .joined()
            let clean = TextCleaning.clean(text).oneLine
            if clean.isEmpty { continue }
            let inline: [RichText.Inline]
            switch Int.random(in: 0...4, using: &dice) {
            case 0: inline = [.text("a"), .strong([.text(text)]), .text("b")]
            case 1: inline = [.emphasis([.text(text)]), .text(text)]
            case 2: inline = [.link("https://example.org/", [.text(text)]), .text(text)]
            case 3: inline = [.text(text), .lineBreak, .text(text)]
            default: inline = [.text(text)]
            }
            let block: RichText.Block
            switch Int.random(in: 0...5, using: &dice) {
            case 0: block = .heading(3, inline)
            case 1:
                block = .list(
                    isOrdered: true, start: 1,
                    items: [
                        [.paragraph(inline)],
                        [.paragraph([.text("x")]), .list(isOrdered: false, start: 1, items: [[.paragraph(inline)]])],
                    ])
            case 2: block = .quote([.paragraph(inline)])
            case 3: block = .table(hasHead: true, [[inline, [.text("x")]], [[.text("y")], inline]])
            case 4: block = .note(inline)
            default: block = .paragraph(inline)
            }
            texts.append(RichText(blocks: [.paragraph([.text("first")]), block]))
            expected.append(TextCleaning.clean(RichText(blocks: [block]).plainText).oneLine)
        }
        let (html, errors) = try lessons(texts)
        #expect(errors == [])
        try #require(html.count == texts.count)
        for (index, text) in expected.enumerated() {
            func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "\u{200B}" && $0 != "\u{A0}" } }
            let found = squeezed(words(html[index]))
            let isSame = found.hasSuffix(squeezed(text)) || found.contains(squeezed(text))
            #expect(isSame, "\(text.debugDescription) became \(words(html[index]).debugDescription) in \(html[index])")
        }
    }

    @Test("YAML reads back as what it was, whatever the text", arguments: 1...4)
    func yaml(_ seed: Int) throws {
        var dice = Dice(state: UInt64(seed) &* 9_999_991)
        let odd =
            Self.pieces + [
                "null", "true", "~", "no", "12", "- ", ": ", " #", "\"", "'", "%", "@", "*a", "&a", "!t", "|", ">", "\u{2028}",
                "\u{85}", "{a: b}", "[a]", ",", "\r\n", "\u{FEFF}",
            ]
        var questions: [QuestionDraft] = []
        var texts: [String] = []
        for number in 0..<80 {
            let text = (0..<Int.random(in: 1...6, using: &dice)).map { _ in odd.randomElement(using: &dice) ?? "" }.joined()
            let draft = QuestionDraft(
                id: "q\(number)", text: RichText(plain: "Q"),
                body: .shortText(accepted: [.init(text: text)], wrong: [], isCaseSensitive: true))
            guard let fitted = try? QuestionFit.fit(draft, language: .english).question else { continue }
            questions.append(fitted)
            texts.append(TextCleaning.clean(text).oneLine)
        }
        let folder = URL(filePath: TemporaryFolder.newPath("written"), directoryHint: .isDirectory)
        var draft = CourseDraft(title: texts[0], summary: texts[1], language: .english)
        draft.modules = [
            ModuleDraft(
                id: "m", title: texts[2],
                activities: [
                    ActivityDraft(id: "q", title: texts[3], body: .quiz(QuizDraft(items: questions.map { .question($0) })))
                ])
        ]
        try CourseWriter(folder: folder, draft: draft).write(key: "written")
        let read = CourseReader.read(folder: folder)
        #expect(read.problems.filter { $0.severity == .error }.map { "\($0.file):\($0.line) \($0.message.en)" } == [])
        guard let digest = read.course?.outline.activities.first?.contentDigest,
            case .quiz(let quiz)? = read.course?.contents[digest]
        else { throw Unexpected() }
        let found = quiz.questions.map { question -> String in
            if case .shortText(let key) = question.body { key.accepted.first?.text ?? "" } else { "" }
        }
        #expect(found == texts)
        #expect(read.course?.outline.title == TextCleaning.line(texts[0], atMost: 120))
    }

    @Test("HTML that stands deeper than a parser goes keeps its words")
    func deep() throws {
        for count in [100, 200, 300, 5_000] {
            let html =
                String(repeating: "<div>", count: count) + "inside &amp; out" + String(repeating: "</div>", count: count)
                + "<p>after</p>"
            let folder = URL(filePath: TemporaryFolder.newPath("deep"), directoryHint: .isDirectory)
            let session = ImportSession(limits: ImportLimits(), language: .french, sourceName: "s", folder: folder) { _, _ in }
            let reader = RichTextReader(links: OutsideLinks(session), ledger: session.ledger, place: "p", language: .french)
            #expect(try reader.html(html).plainText == "inside & out after")
        }
    }

    @Test("HTML of editors becomes lists, tables, code, links and headings without a gap between their levels")
    func html() throws {
        let html = """
            <h1>Top</h1><h3>Inner</h3><p>A <b>bold </b>word, <i>one</i>, <code>a|b</code> and <a href="https://example.org/a b">a link</a>.<br>Next line</p>
            <ul><li>one<ul><li>inner</li></ul></li><li><p>two</p></li></ul><ol start="3"><li>three</li></ol>
            <table><caption>Prices</caption><tr><td>x</td><td>1|2</td></tr></table><pre><code class="language-html">&lt;p&gt;
            x</code></pre><blockquote>[!tip] said</blockquote><script>x()</script><p lang="en"><span lang="en-GB">Good morning</span></p>
            """
        let folder = URL(filePath: TemporaryFolder.newPath("html"), directoryHint: .isDirectory)
        let session = ImportSession(limits: ImportLimits(), language: .french, sourceName: "s", folder: folder) { _, _ in }
        let reader = RichTextReader(links: OutsideLinks(session), ledger: session.ledger, place: "p", language: .french)
        let (written, errors) = try lessons([try reader.html(html)])
        #expect(errors == [])
        let page = try #require(written.first)
        for part in [
            "<h2", "<h3", "<strong>bold</strong> word", "<code>a|b</code>", "href=\"https://example.org/a%20b\"",
            "<ol start=\"3\">", "<strong>Prices</strong>",
            "<td>1|2</td>", "class=\"language-html\"", "<blockquote>", "<span lang=\"en-GB\">Good morning</span>",
        ] {
            #expect(page.contains(part), "\(part) in \(page)")
        }
        #expect(session.ledger.items.map(\.element) == ["script"])
    }
}
