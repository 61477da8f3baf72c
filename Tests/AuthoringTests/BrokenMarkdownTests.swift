import Authoring
import Essentials
import Testing

@Suite("What is wrong in a lesson is said where it is")
struct BrokenMarkdownTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        /// The first line is line 6 of the file.
        var text: String
        /// `code line:column` in the lesson, or with its file when it is another.
        var expected: [String]

        init(_ name: String, _ text: String, _ expected: [String]) {
            testDescription = name
            self.text = text
            self.expected = expected
        }
    }

    static let files: [String: [UInt8]] = [
        "01-m/files/plan.png": Sample.png, "files/carte.svg": Sample.svg, "01-m/files/fiche.pdf": Sample.pdf,
        "01-m/files/outil.exe": [1],
        "02-n/module.yml": Array("id: n\ntitle: N\nplanned: [{ id: plus-tard, title: P, kind: lesson, minutes: 5 }]\n".utf8),
    ]

    static let use = "![Un plan](files/plan.png) ![Une carte](../files/carte.svg) [Fiche](files/fiche.pdf)\n\n"

    static let cases: [Case] = [
        Case("raw HTML among words", "é <b>gras</b>", ["raw-html 8:3"]),
        Case("a block of HTML", "<div>\nx\n</div>", ["raw-html 8:1"]),
        Case("a comment", "<!-- plus tard -->", ["raw-html 8:1"]),
        Case("a script", "<script>alert(1)</script>", ["raw-html 8:1"]),
        Case("a tag in code", "`<b>`\n\n    <script>\n", []),
        Case("a javascript link", "[x](javascript:alert(1))", ["link 8:1"]),
        Case("a javascript link in disguise", "[x](&#106;ava&Tab;script:alert(1)) [y](JaVaScRiPt:x)", ["link 8:1", "link 8:36"]),
        Case("a data link", "[x](data:text/html,x)", ["link 8:1"]),
        Case("an ftp address", "Voir ftp://exemple.fr/x ici", ["link 8:1"]),
        Case("a link without scheme", "[x](//exemple.fr)", ["link 8:1"]),
        Case("a link from the root", "[x](/courses/essai)", ["link 8:1"]),
        Case("a link in the page", "[x](#titre)", ["unknown-heading 8:1"]),
        Case("a link to a heading", "[x](#Où-aller) [y](#section-ou-aller)\n\n## Où aller", []),
        Case("a link to no place", "[x](#)", ["link 8:1"]),
        Case("links to headings elsewhere", "[x](activity:lecon#la) [y](activity:quiz#la)\n\n## Là", ["unknown-heading 8:24"]),
        Case("an address with a user", "[x](https://banque.fr@exemple.fr/)", ["link 8:1"]),
        Case("a link to a lesson by its file", "[x](01-l.md)", ["link 8:1"]),
        Case(
            "links that are fine",
            "[a](https://exemple.fr/a?b=c#d) <mailto:a@b.fr> [c](tel:+33123) www.exemple.fr [d](activity:quiz)", []),
        Case("a dead activity link", "[x](activity:quizz)", ["unknown-activity 8:1"]),
        Case("a link to a planned activity", "[x](activity:plus-tard)", ["planned-activity 8:1"]),
        Case("a link without text", "[](activity:quiz)", ["empty-link 8:1"]),
        Case("a link around a decoration", "[![decorative](files/plan.png)](activity:quiz)", ["empty-link 8:1"]),
        Case("an image without alternative", "![](files/plan.png)", ["missing-alternative 8:1"]),
        Case("an image that does not exist", "![x](files/plan.jpg)", ["missing-file 8:1"]),
        Case("an image that differs by case", "![x](files/Plan.png)", ["missing-file 8:1"]),
        Case("an image from elsewhere", "![x](https://exemple.fr/x.png)", ["image 8:1"]),
        Case("a download as an image", "![x](files/fiche.pdf)", ["file-kind 8:1"]),
        Case(
            "a path that leaves the folder", "![x](../../secret.png) [y](../../../../etc/passwd)",
            ["path-leaves-folder 8:1", "path-leaves-folder 8:24"]),
        Case("a path that goes out and comes back", "![x](../../01-m/files/plan.png)", ["path-leaves-folder 8:1"]),
        Case("a path to course.yml", "[x](../course.yml)", ["link 8:1"]),
        Case("a program", "[x](files/outil.exe)", ["file-kind 8:1"]),
        Case("a folder", "[x](files)", ["missing-file 8:1"]),
        Case("a first-level heading", "# Titre", ["heading-level 8:1"]),
        Case("a first-level heading underlined", "Titre\n===", ["heading-level 8:1"]),
        Case("a skipped level", "## A\n\n#### B", ["heading-level 10:1"]),
        Case("a first heading of level three", "### A", ["heading-level 8:1"]),
        Case("levels that are fine", "## A\n\n### B\n\n#### C\n\n## D", []),
        Case("an empty heading", "##", ["empty-heading 8:1"]),
        Case("a language that is not one", "[x]{lang=français}", ["language-code 8:3"]),
        Case("a span without beginning", "x]{lang=fr}", ["language-span 8:2"]),
        Case("a span across bold", "[a **b]{lang=fr} c**", ["language-span 8:7"]),
        Case("a span across bold the other way", "**a [b** c]{lang=fr}", ["language-span 8:11"]),
        Case("an attribute on nothing", "mot {lang=fr}", ["language-span 8:5"]),
        Case("an attribute on a link", "[x](activity:quiz){lang=fr}", ["language-span 8:19"]),
        Case("a span that an address swallows", "voir www.exemple.fr]{lang=fr}", ["language-span 8:19"]),
        Case("an address in a span", "[voir www.exemple.fr]{lang=fr}", []),
        Case("a place in a table", "| a | b |\n|---|---|\n| é | <u> |", ["raw-html 10:7"]),
        Case("a place in a quote in a list", "- a\n  > b <u>", ["raw-html 9:7"]),
        Case("an unknown callout", "> [!tup] x\n> y", ["unknown-callout 8:3"]),
        Case("a callout without text", "> [!tip] x", ["empty-callout 8:3"]),
        Case("callouts that are fine", "> [!Note]\n> y\n\n> [!exemple] z\n>\n> y\n\n> [! y", []),
        Case("a note that is not called", "a[^1]\n\n[^1]: b\n[^2]: c", ["note-without-call 11:1"]),
        Case("two notes of one name", "a[^1]\n\n[^1]: b\n[^1]: c", ["note-without-call 11:1"]),
        Case("a call without a note", "é [^x] `[^y]` [^z]", ["call-without-note 8:3", "call-without-note 8:15"]),
        Case("an escaped call", "é \\[^x] et \\\\[^y]\n\\[^x] [^x] `[^x]`", ["call-without-note 8:14", "call-without-note 9:7"]),
        Case("notes in code", "```\n[^1]: b\n```\n\n    [^2]: c\n", []),
        Case("a note called in a link", "[a[^1]](activity:quiz)[^1]\n\n[^1]: b", ["note-in-link 8:3"]),
        Case("a term without a glossary", "[a](term:serveur)", ["unknown-term 8:1"]),
        Case("deep nesting", String(repeating: "> ", count: 100) + "x", ["too-deep 8:121"]),
        Case("very deep nesting", String(repeating: ">", count: 200_000), ["paragraph-too-long 8:1"]),
        Case(
            "a wide table", String(repeating: "|a", count: 100) + "|\n" + String(repeating: "|-", count: 100) + "|",
            ["table-too-large 8:1"]),
        Case(
            "a table that would be padded to the moon",
            String(repeating: "|a", count: 50) + "\n" + String(repeating: "|-", count: 50) + "\n"
                + String(repeating: "a\n", count: 10_000),
            ["table-too-large 8:1"]),
        Case(
            "a table without end in a text without blank lines", String(repeating: "![[]()", count: 100_000),
            ["paragraph-too-long 8:1"]),
    ]

    @Test("one lesson", arguments: cases)
    func says(_ broken: Case) throws {
        let found = try CourseOnDisk.lesson(Self.use + broken.text, with: Self.files).found()
            .map { $0.replacing("01-m/01-l.md:", with: "") }.filter { $0 != "?unused-file 01-m/files/outil.exe:1:1" }
        #expect(found.map { $0.prefix(200) } == broken.expected.map { $0.prefix(200) })
    }

    @Test("the nearest file is proposed")
    func nearestFile() throws {
        let disk = try CourseOnDisk.lesson("![x](files/plann.png) ![y](../files/Carte.svg)", with: Self.files)
        let hints = disk.read().problems.filter { $0.code == "missing-file" }.map(\.hint.en)
        #expect(hints == ["Did you mean \"files/plan.png\"?", "Did you mean \"../files/carte.svg\"?"])
    }

    @Test("a flood of problems is cut, and says so")
    func flood() throws {
        let disk = try CourseOnDisk.lesson(String(repeating: "<b>x</b>\n\n", count: 1000))
        let problems = disk.read().problems
        #expect(problems.count == 201)
        #expect(problems.contains { $0.code == "too-many-problems" })
    }
}
