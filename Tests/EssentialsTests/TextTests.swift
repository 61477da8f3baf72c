import Essentials
import Testing

@Suite("Texts and languages")
struct TextTests {
    @Test(
        "the language is the best that the header accepts, French when nothing fits",
        arguments: [
            ("", Language.french),
            ("fr", .french),
            ("en", .english),
            ("EN-gb", .english),
            ("fr-FR,fr;q=0.9,en-US;q=0.8,en;q=0.7", .french),
            ("en-US,en;q=0.9,fr;q=0.8", .english),
            ("en;q=0.4, fr;q=0.6", .french),
            ("fr;q=0.4, en;q=0.6", .english),
            ("fr, en", .french),
            ("en, fr", .english),
            ("de, es;q=0.9", .french),
            ("de, en;q=0.1", .english),
            ("en;q=0", .french),
            ("fr;q=0, en;q=0.5", .english),
            ("fr;q=0, *", .english),
            ("*", .french),
            ("en-US;q=0.9, *;q=0.5", .english),
            ("en;q=0.2, *;q=0.8", .french),
            ("enx", .french),
            ("en;q=abc, fr;q=0.1", .french),
            ("en ; q=0.9 , fr ; q=0.5", .english),
            ("en;Q=0.2, fr;Q=0.9", .french),
            ("en;q=5, fr;q=0.9", .french),
            (",,;;q=,-", .french),
        ] as [(String, Language)])
    func negotiation(_ header: String, _ expected: Language) {
        #expect(Language(acceptLanguage: header) == expected)
    }

    @Test("the quick way of folding gives what the tables of Unicode give")
    func quickFolding() {
        for value in (1...0x17F as ClosedRange<UInt32>) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in ["\(scalar)", "a\(scalar)b", " \(scalar) \(scalar)", "\(scalar)e\u{301}"] {
                #expect(text.folded == text.foldedAny, "U+\(String(value, radix: 16))")
            }
        }
        for text in ["L’été à Œuf-sur-Mer", "  Où ?\t\r\n Là ", "’", "\u{2028}a"] { #expect(text.folded == text.foldedAny) }
    }

    @Test(
        "the folded form is without case, accents or extra spaces",
        arguments: [
            ("Élève", "eleve"),
            ("  Jean-Rémy   DUPONT\t", "jean-remy dupont"),
            ("Œuvre d’ÆON", "oeuvre d'aeon"),
            ("ÇA ET LÀ", "ca et la"),
            ("Straße", "strasse"),
            ("Zoë Ñandú", "zoe nandu"),
            ("ＡＢＣ１２", "abc12"),
            ("e\u{301}", "e"),
            ("a\u{a0}b", "a b"),
            ("", ""),
            ("   ", ""),
            ("日本語", "日本語"),
            ("İstanbul", "istanbul"),
        ])
    func folding(_ text: String, _ expected: String) {
        #expect(text.folded == expected)
        #expect(text.folded.folded == expected)
    }

    @Test(
        "zero and one are singular in French, only one is in English",
        arguments: [(0, "0 leçon", "0 lessons"), (1, "1 leçon", "1 lesson"), (2, "2 leçons", "2 lessons")])
    func plural(_ count: Int, _ fr: String, _ en: String) {
        let phrase = Phrase.counted(
            count, fr: ("\(count) leçon", "\(count) leçons"), en: ("\(count) lesson", "\(count) lessons"))
        #expect(phrase.in(.french) == fr)
        #expect(phrase.in(.english) == en)
    }

    @Test("spaces and tabs at the ends go, those inside stay")
    func trimming() {
        #expect(" \t a b \t".trimmingSpaces() == "a b")
        #expect("\t ".trimmingSpaces() == "")
        #expect("a\n".trimmingSpaces() == "a\n")
    }

    @Test("instants are counted in milliseconds and compared in time")
    func instants() {
        let instant = Instant(milliseconds: 1_500)
        #expect(instant.adding(seconds: -2).milliseconds == -500)
        #expect(instant.seconds(since: Instant(milliseconds: 0)) == 1)
        #expect(Instant(milliseconds: 0) < instant)
        #expect(Clock.fixed(instant).now == instant)
        // 2024 is past, wherever the tests run.
        #expect(Clock.system.now > Instant(milliseconds: 1_704_067_200_000))
    }
}
