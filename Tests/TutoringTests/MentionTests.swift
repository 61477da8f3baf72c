import Accounts
import Essentials
import TestSupport
import Testing

@testable import Tutoring

@Suite("Mentions")
struct MentionTests {
    private static let people = [
        ("Nadia", "Diallo", "nadia.d"), ("Karim", "Été", "karim"), ("Karim", "Haddad", "khaddad"), ("Zoé", "<b>", "zoe"),
    ]
    .enumerated().map { number, name in
        Mentionable(
            id: .new(at: Instant(milliseconds: Int64(number))), name: PersonName(trustedGiven: name.0, family: name.1),
            login: name.2)
    }

    @Test(
        "are an @ and a name, a login or a given name that nobody else has",
        arguments: [
            ("Merci @Nadia Diallo !", [0]), ("merci @nadia, bravo", [0]), ("@NADIA.D?", [0]), ("@karim ete", [1]),
            ("@Karim", [1]),
            ("@Karim Haddad et @Zoé", [2, 3]), ("@Nadiane", []), ("nadia@nadia.d", []), ("a.@nadia", []), ("@", []),
            ("@@nadia", [0]),
            ("@ nadia", []), ("(@zoe)", [3]), ("@\u{202E}nadia", []), ("@personne @nadia", [0]),
        ] as [(String, [Int])])
    func found(text: String, expected: [Int]) {
        let mentions = Mentions(in: text, of: Self.people)
        #expect(mentions.people == Set(expected.map { Self.people[$0].id }), "\(text)")
    }

    @Test("are marked in words, not in links and code, and open no door for tags")
    func marked() {
        let mentions = Mentions(in: "@Nadia Diallo @Zoé <b>", of: Self.people)
        #expect(
            mentions.marked(
                "<p>@Nadia Diallo, <code>@Nadia Diallo</code> <a href=\"@Nadia Diallo\">@Nadia Diallo</a> @Nadia Diallos</p>")
                == "<p><span class=\"mention\">@Nadia Diallo</span>, <code>@Nadia Diallo</code> <a href=\"@Nadia Diallo\">@Nadia Diallo</a> @Nadia Diallos</p>"
        )
        #expect(mentions.marked("<p>@Zoé &lt;b&gt;</p>") == "<p><span class=\"mention\">@Zoé &lt;b&gt;</span></p>")
        #expect(Mentions(in: "rien", of: Self.people).marked("<p>@Nadia</p>") == "<p>@Nadia</p>")
    }
}
