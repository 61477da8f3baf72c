import CourseContent
import Testing

@testable import Authoring

@Suite("Files of a course are what they say")
struct AssetTests {
    @Test(
        "sizes from headers",
        arguments: [
            (Sample.png, AssetKind.png, 640, 480), (Sample.gif, .gif, 320, 200), (Sample.jpeg, .jpg, 400, 300),
            (Sample.webpLossy, .webp, 800, 600), (Sample.webpLossless, .webp, 800, 600), (Sample.webpExtended, .webp, 800, 600),
        ])
    func sizes(_ bytes: [UInt8], _ kind: AssetKind, _ width: Int, _ height: Int) {
        #expect(kind.matches(bytes))
        #expect(ImageHeader.size(of: bytes, kind: kind) == PixelSize(width: width, height: height))
    }

    @Test(
        "a header cut anywhere is refused without a crash",
        arguments: [
            (Sample.png, AssetKind.png), (Sample.gif, .gif), (Sample.jpeg, .jpg), (Sample.webpLossy, .webp),
            (Sample.webpLossless, .webp),
        ])
    func truncated(_ bytes: [UInt8], _ kind: AssetKind) {
        for count in 0..<10 { #expect(ImageHeader.size(of: Array(bytes.prefix(count)), kind: kind) == nil) }
    }

    @Test(
        "content unlike its name",
        arguments: [
            ("plan.png", Sample.jpeg), ("plan.jpg", Sample.png), ("plan.gif", Sample.png), ("plan.webp", Sample.gif),
            ("fiche.pdf", Sample.png), ("fiche.docx", Sample.pdf), ("vide.txt", []), ("plan.png", Array(Sample.png.prefix(18))),
        ])
    func unlike(_ name: String, _ bytes: [UInt8]) throws {
        let disk = try CourseOnDisk.lesson("[x](files/\(name))", with: ["01-m/files/\(name)": bytes])
        #expect(disk.found() == ["file-content 01-m/files/\(name):1:1"])
    }

    @Test(
        "drawings that are accepted",
        arguments: [
            ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40px\" height=\"20.4\"/>", 40, 20),
            (
                "<?xml version=\"1.0\"?>\n<!-- x -->\n<svg viewBox=\"0,0 40 20\"><title>a &amp; b</title><g fill=\"url(#a)\"><use xlink:href=\"#b\"/></g></svg>\n",
                40, 20
            ),
            (
                "<svg width=\"100%\" viewBox='0 0 40 20'><style>.a { fill: red } <![CDATA[.b > c {}]]></style><a href=\"#x\"><text>x</text></a></svg>",
                40, 20
            ),
            ("<svg viewBox=\"0 0 40 20\"><sodipodi:namedview/><image href=\"data:image/png;base64,AAAA\"/></svg>", 40, 20),
        ])
    func goodDrawings(_ text: String, _ width: Int, _ height: Int) {
        let outcome = SVGCheck.check(SourceText(file: "a.svg", bytes: Array(text.utf8)))
        #expect(outcome.findings.isEmpty)
        #expect(outcome.size == PixelSize(width: width, height: height))
    }

    static let box = "viewBox=\"0 0 1 1\""

    @Test(
        "drawings that are refused, and where",
        arguments: [
            ("<svg \(box)><script>x</script></svg>", "unsafe-svg 1:24"),
            ("<svg \(box)>\n <svg:script/></svg>", "unsafe-svg 2:2"),
            ("<svg \(box) onload=\"x\"/>", "unsafe-svg 1:24"),
            ("<svg \(box) OnLoad=\"x\"/>", "unsafe-svg 1:24"),
            ("<svg \(box)><a href=\"javascript:x\"/></svg>", "unsafe-svg 1:27"),
            ("<svg \(box)><a href=\"&#106;avascript:x\"/></svg>", "unsafe-svg 1:27"),
            ("<svg \(box)><a xlink:href=\"https://a.fr\"/></svg>", "unsafe-svg 1:27"),
            ("<svg \(box)><image href=\"a.png\"/></svg>", "unsafe-svg 1:31"),
            ("<svg \(box)><image href=\"data:image/svg+xml;base64,AAAA\"/></svg>", "unsafe-svg 1:31"),
            ("<svg \(box)><use href=\"b.svg#a\"/></svg>", "unsafe-svg 1:29"),
            ("<svg \(box)><foreignObject/></svg>", "unsafe-svg 1:24"),
            ("<svg \(box)><x:foreignObject/></svg>", "unsafe-svg 1:24"),
            ("<svg \(box)><animate attributeName=\"href\" to=\"javascript:x\"/></svg>", "unsafe-svg 1:24"),
            ("<svg \(box)><iframe/></svg>", "unsafe-svg 1:24"),
            ("<svg \(box)><rect fill=\"url(https://a.fr#x)\"/></svg>", "unsafe-svg 1:30"),
            ("<svg \(box)><rect style=\"fill: url ( 'https://a.fr' )\"/></svg>", "unsafe-svg 1:30"),
            ("<svg \(box)><rect style=\"fill: u\\72l(https://a.fr)\"/></svg>", "unsafe-svg 1:30"),
            ("<svg \(box)><style>@import 'a.css';</style></svg>", "unsafe-svg 1:31"),
            ("<svg \(box)><style><![CDATA[a{b:url(x)}]]></style></svg>", "unsafe-svg 1:31"),
            ("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg \(box)>&a;</svg>", "unsafe-svg 1:1"),
            ("<?xml-stylesheet href=\"a.css\"?><svg \(box)/>", "unsafe-svg 1:1"),
            ("<svg \(box)>&a;</svg>", "malformed-svg 1:24"),
            ("<svg \(box)><g></svg>", "malformed-svg 1:27"),
            ("<svg \(box)>", "malformed-svg 1:23"),
            ("<svg \(box)/><svg/>", "malformed-svg 1:25"),
            ("<html><svg/></html>", "malformed-svg 1:1"),
            ("x", "malformed-svg 1:1"),
            ("<svg a=1/>", "malformed-svg 1:6"),
            ("<svg \(box)><!-- x</svg>", "malformed-svg 1:24"),
            ("<svg/>", "unsized-svg 1:1"),
            ("<svg viewBox=\"0 0 0 0\"/>", "unsized-svg 1:1"),
            ("<svg viewBox=\"0 0 1e300 1\"/>", "unsized-svg 1:1"),
        ])
    func badDrawings(_ text: String, _ expected: String) {
        let outcome = SVGCheck.check(SourceText(file: "a.svg", bytes: Array(text.utf8)))
        let found = outcome.findings.first.map { "\($0.finding.code) \($0.position.line):\($0.position.column)" }
        #expect(found == expected)
    }

    @Test(
        "names that are proposed",
        arguments: [
            ("Règlement intérieur (été).pdf", "Reglement-interieur-ete-.pdf"), ("cœur.png", "coeur.png"),
            ("plan.png", "plan.png"),
        ])
    func names(_ name: String, _ suggestion: String) {
        #expect(AssetName.suggestion(for: name) == suggestion)
        #expect(AssetName.isSafe(suggestion))
    }

    @Test("a file used by two lessons is read once and kept once; one that nothing shows is said")
    func usedOnce() throws {
        let disk = try CourseOnDisk.lesson(
            "[x](files/a.txt) [y](../files/b.txt)",
            with: ["01-m/files/a.txt": [0x61], "files/b.txt": [0x61], "files/c.txt": [0x61]])
        #expect(disk.found() == ["?unused-file files/c.txt:1:1"])
        #expect(disk.read().course?.assets.map(\.asset.name) == ["a.txt", "b.txt"])
    }
}
