import Essentials
import Testing

@testable import Gamification

@Suite("What badges look like, and how they are signed")
struct BadgeDrawingTests {
    private static func sketch(_ title: String, colour: String = "blue") -> BadgeSketch {
        BadgeSketch(
            title: title, summary: nil, criteria: "terminer le cours.", colour: colour, courseTitle: "Le web", language: .french)
    }

    @Test(
        "the title stands in at most three lines",
        arguments: [
            ("Premiers pas", ["Premiers pas"]), ("Le module des formulaires", ["Le module des", "formulaires"]),
            ("", []), ("Anticonstitutionnellement", ["Anticonstitution…"]),
            ("un deux trois quatre cinq six sept huit neuf dix onze", ["un deux trois", "quatre cinq six", "sept huit neuf…"]),
        ])
    func lines(title: String, expected: [String]) {
        #expect(BadgeDrawing.lines(of: title) == expected)
    }

    @Test("a title is text, whatever stands in it")
    func escaping() {
        let svg = BadgeDrawing(Self.sketch("<b>&\"\u{1}x")).svg(standsAlone: true)
        #expect(svg.contains("<title>&lt;b&gt;&amp;&quot;x</title>") && !svg.contains("<b>"))
    }

    @Test("a picture that stands alone names its namespaces, and carries its credential right after its beginning")
    func baked() {
        let svg = BadgeDrawing(Self.sketch("Un", colour: "rien")).svg(standsAlone: true, token: "a.b.c")
        let carried = "<openbadges:credential verify=\"a.b.c\"></openbadges:credential>"
        #expect(svg.contains("xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\">" + carried))
        #expect(svg.hasPrefix("<svg viewBox=\"0 0 240 240\" xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(svg.contains("fill=\"#0b6457\""))
        #expect(!BadgeDrawing(Self.sketch("Un")).svg(standsAlone: false).contains("xmlns"))
    }

    @Test("a list of revoked badges has a bit for each, the first one leftmost")
    func bits() {
        let bits = BadgeStatusList.bits([0, 9, BadgeStatusList.length - 1, -1, BadgeStatusList.length])
        #expect(bits.count == 16_384 && bits[0] == 0x80 && bits[1] == 0x40 && bits[16_383] == 1)
        #expect(bits.reduce(0) { $0 + $1.nonzeroBitCount } == 3)
    }

    @Test("a secret is read back to the same key; what is none is refused")
    func keys() throws {
        let now = Instant(milliseconds: 0)
        let secret = BadgeKey.newSecret()
        let key = try #require(BadgeKey(secret: secret, madeAt: now))
        #expect(BadgeKey(secret: secret, madeAt: now)?.jwk == key.jwk)
        #expect(BadgeKey.newSecret() != secret)
        for wrong in ["", "a", String(repeating: "é", count: 43), String(repeating: "A", count: 42)] {
            #expect(BadgeKey(secret: wrong, madeAt: now) == nil)
        }
        let token = try key.token(["a": 1], keyAt: "https://apprendre.example.org/issuer/key")
        #expect(token.split(separator: ".").count == 3)
    }
}
