import CourseContent
import Essentials
import Testing

@Suite("Documents, sessions, discussions and decks, as authors write them")
struct KindTests {
    typealias Case = BrokenFolderTests.Case

    private static let path = "01-m/03-a"
    private static func head(_ id: String = "a") -> String { "id: \(id)\ntitle: Un titre\nminutes: 10\n" }
    private static func file(_ kind: String, _ body: String) -> [String: String?] { ["\(path).\(kind).yml": head() + body] }
    private static let pdf = String(decoding: Sample.pdf, as: UTF8.self)

    /// A placement test of twelve items, three at each level. Its items begin on line 5.
    private static func placement(
        _ first: String = "id: i0, skill: words, difficulty: 1, text: A, right: b, wrong: [c, d]", paths: String = levels,
        count: Int = 12
    ) -> [String: String?] {
        var text = "items:\n  - { \(first) }\n"
        for number in 1..<count {
            text +=
                "  - { id: i\(number), skill: grammar, difficulty: \(number % 4 + 1), text: A, right: b, wrong: [c, d] }\n"
        }
        return file("placement", text + paths)
    }

    private static let levels = "paths: { A1: Un., A2: Deux., B1: Trois., B2: Quatre. }\n"

    /// The body begins on line 4.
    static let cases: [Case] = [
        Case("a document of nothing", file("document", ""), ["empty-document 01-m/03-a.document.yml:1:1"]),
        Case(
            "a document with an unknown key", file("document", "text: Un.\nfile: x.pdf\n"),
            ["unknown-key 01-m/03-a.document.yml:5:1"]),
        Case(
            "a file that is not there", file("document", "files:\n  - { file: files/x.pdf, title: X }\n"),
            ["missing-file 01-m/03-a.document.yml:5:13"]),
        Case(
            "a file outside", file("document", "files:\n  - { file: ../../x.pdf, title: X }\n"),
            ["path-leaves-folder 01-m/03-a.document.yml:5:13"]),
        Case(
            "a file without a title",
            file("document", "files:\n  - { file: files/x.pdf }\n").merging(["01-m/files/x.pdf": pdf]) { $1 },
            ["missing-key 01-m/03-a.document.yml:5:5"]),
        Case(
            "a file twice",
            file("document", "files:\n  - { file: files/x.pdf, title: X }\n  - { file: files/x.pdf, title: Y }\n")
                .merging(["01-m/files/x.pdf": pdf]) { $1 },
            ["repeated-file 01-m/03-a.document.yml:6:7"]),
        Case("HTML in a text", file("document", "text: <b>Un</b>.\n"), ["raw-html 01-m/03-a.document.yml:4:7"]),
        Case("another rule", file("document", "text: Un.\ncompletion: passed\n"), ["completion 01-m/03-a.document.yml:5:13"]),
        Case(
            "a session without form or text", file("session", ""),
            ["missing-key 01-m/03-a.session.yml:1:1", "missing-key 01-m/03-a.session.yml:1:1"]),
        Case("another form", file("session", "form: online\ntext: Un.\n"), ["unknown-value 01-m/03-a.session.yml:4:7"]),
        Case(
            "a session says no place", file("session", "form: virtual\ntext: Un.\nplace: distance\n"),
            ["unknown-key 01-m/03-a.session.yml:6:1"]),
        Case(
            "a session without its length", ["01-m/03-a.session.yml": "id: a\ntitle: T\nform: in-person\ntext: Un.\n"],
            ["missing-minutes 01-m/03-a.session.yml:1:1"]),
        Case("a discussion without a question", file("discussion", "posts: 2\n"), ["missing-key 01-m/03-a.discussion.yml:1:1"]),
        Case("no message", file("discussion", "text: Un.\nposts: 0\n"), ["out-of-range 01-m/03-a.discussion.yml:5:8"]),
        Case("too many messages", file("discussion", "text: Un.\nposts: 21\n"), ["out-of-range 01-m/03-a.discussion.yml:5:8"]),
        Case("a deck without cards", file("deck", "cards: []\n"), ["empty-list 01-m/03-a.deck.yml:4:8"]),
        Case(
            "a card twice", file("deck", "cards:\n  - { id: un, front: a, back: b }\n  - { id: un, front: c, back: d }\n"),
            ["duplicate-id 01-m/03-a.deck.yml:6:7"]),
        Case(
            "a card without its meaning", file("deck", "cards:\n  - { id: un, front: a }\n"),
            ["missing-key 01-m/03-a.deck.yml:5:5"]),
        Case(
            "no language", file("deck", "cards:\n  - { id: un, front: a, back: b, language: anglais facile }\n"),
            ["language-code 01-m/03-a.deck.yml:5:44"]),
        Case(
            "all of the cards and more",
            file("deck", "completion: { rule: reviewed, share: 101 }\ncards:\n  - { id: un, front: a, back: b }\n"),
            ["out-of-range 01-m/03-a.deck.yml:4:38"]),
        Case(
            "the key of a quiz", file("deck", "questions: []\ncards:\n  - { id: un, front: a, back: b }\n"),
            ["unknown-key 01-m/03-a.deck.yml:4:1"]),
        Case(
            "a survey without anything", file("survey", ""),
            ["missing-key 01-m/03-a.survey.yml:1:1", "missing-key 01-m/03-a.survey.yml:1:1"]),
        Case(
            "a scale of four",
            file("survey", "anonymous: true\nquestions:\n  - { id: un, type: scale, text: T, labels: [a, b, c, d] }\n"),
            ["five-labels 01-m/03-a.survey.yml:6:37"]),
        Case(
            "choices of a text",
            file("survey", "anonymous: true\nquestions:\n  - { id: un, type: text, text: T, several: true }\n"),
            ["key-of-other-type 01-m/03-a.survey.yml:6:36"]),
        Case(
            "a question twice",
            file(
                "survey", "anonymous: no\nquestions:\n  - { id: un, type: text, text: T }\n  - { id: un, type: text, text: U }\n"),
            ["wrong-type 01-m/03-a.survey.yml:4:12", "duplicate-id 01-m/03-a.survey.yml:7:7"]),
        Case(
            "one choice",
            file("survey", "anonymous: true\nquestions:\n  - { id: un, type: choice, text: T, choices: [{ id: a, text: A }] }\n"),
            ["out-of-range 01-m/03-a.survey.yml:6:38"]),
        Case("a placement test", placement(), []),
        Case(
            "a placement test of nothing", file("placement", "items: []\n" + levels), ["empty-list 01-m/03-a.placement.yml:4:8"]),
        Case("a few items", placement(count: 9), ["few-items 01-m/03-a.placement.yml:4:1"]),
        Case(
            "no items at a level", placement("id: i0, skill: words, difficulty: 3, text: A, right: b, wrong: [c, d]"),
            ["?level-without-items 01-m/03-a.placement.yml:4:1"]),
        Case(
            "an item too hard for any level", placement("id: i0, skill: words, difficulty: 6, text: A, right: b, wrong: [c, d]"),
            ["out-of-range 01-m/03-a.placement.yml:5:41"]),
        Case(
            "an item twice", placement("id: i1, skill: words, difficulty: 1, text: A, right: b, wrong: [c, d]"),
            ["duplicate-id 01-m/03-a.placement.yml:6:7"]),
        Case(
            "a right choice that is wrong too",
            placement("id: i0, skill: words, difficulty: 1, text: A, right: b, wrong: [c, b]"),
            ["duplicate-answer 01-m/03-a.placement.yml:5:74"]),
        Case(
            "one wrong choice", placement("id: i0, skill: words, difficulty: 1, text: A, right: b, wrong: [c]"),
            ["out-of-range 01-m/03-a.placement.yml:5:63"]),
        Case(
            "an item that is heard, without its sound",
            placement("id: i0, skill: listening, difficulty: 1, text: A, right: b, wrong: [c, d]"),
            ["missing-key 01-m/03-a.placement.yml:5:5", "missing-key 01-m/03-a.placement.yml:5:5"]),
        Case(
            "a sound that is none",
            placement(
                "id: i0, skill: listening, difficulty: 1, text: A, right: b, wrong: [c, d], said: B, audio: files/x.png"
            ).merging(["01-m/files/x.png": String(decoding: Sample.png, as: UTF8.self)]) { $1 },
            ["file-kind 01-m/03-a.placement.yml:5:91"]),
        Case(
            "the sound of an item that is read",
            placement("id: i0, skill: reading, difficulty: 1, text: A, right: b, wrong: [c, d], said: B"),
            ["key-of-other-type 01-m/03-a.placement.yml:5:80"]),
        Case(
            "no path for a level", placement(paths: "paths: { A1: Un., A2: Deux., B1: Trois. }\n"),
            ["missing-key 01-m/03-a.placement.yml:17:8"]),
        Case(
            "another level", placement(paths: "paths: { A1: Un., A2: Deux., B1: Trois., B2: Quatre., C1: Cinq. }\n"),
            ["unknown-key 01-m/03-a.placement.yml:17:55"]),
        Case("another ending", ["01-m/03-a.deck.yaml": "id: a\n"], ["unexpected-file 01-m/03-a.deck.yaml:1:1"]),
    ]

    @Test("what is wrong is said where it is", arguments: cases)
    func findings(_ given: Case) throws {
        #expect(try CourseOnDisk(given.changes).found().sorted() == given.expected.sorted())
    }

    private static let whole: [String: String?] = [
        "01-m/03-d.document.yml": """
        id: doc
        title: Doc
        minutes: 5
        text: "Lisez **tout**."
        files:
          - { file: files/x.pdf, title: Le guide, description: Dix pages. }

        """,
        "01-m/04-s.session.yml": """
        id: seance
        title: Séance
        minutes: 180
        form: in-person
        text: On se retrouve.
        preparation: Relisez [la leçon](activity:lecon).
        bring: [Un stylo, Un cahier]

        """,
        "01-m/05-f.discussion.yml": "id: echange\ntitle: Échange\nminutes: 20\nposts: 3\ntext: Et vous ?\n",
        "01-m/06-c.deck.yml": """
        id: cartes
        title: Cartes
        minutes: 4
        completion: { rule: reviewed, share: 80 }
        cards:
          - { id: dock, front: a dock, back: un quai, example: My dock., language: en }
          - { id: quai, front: un quai, back: où l’on charge, language: fr }

        """,
        "01-m/files/x.pdf": pdf,
    ]

    @Test("all of it is read")
    func read() throws {
        var files = Self.whole
        files["course.yml"] = CourseOnDisk.course.replacing("{ total: 0.5 }", with: "{ total: 4, in-person: 3 }")
            .replacing("mode: remote", with: "mode: hybrid")
        let (found, problems) = try CourseOnDisk(files.mapValues { $0.map { Array($0.utf8) } }).read()
        #expect(problems.isEmpty)
        let course = try #require(found)
        let activities = course.outline.activities
        #expect(activities.map(\.kind) == [.lesson, .quiz, .document, .session, .discussion, .deck])
        #expect(
            activities.dropFirst(2).map(\.completion)
                == [.read(minimumSeconds: nil), .present, .contributed(posts: 3), .reviewed(share: 80)])
        #expect(activities.map(\.place) == [.distance, .distance, .distance, .inPerson, .distance, .distance])
        let contents = activities.dropFirst(2).compactMap { $0.contentDigest.flatMap { course.contents[$0] } }
        let asset = try #require(course.assets.first?.asset)
        let expected: [ActivityContent] = [
            .document(
                DocumentContent(
                    html: "Lisez <strong>tout</strong>.",
                    files: [DocumentFile(title: "Le guide", description: "Dix pages.", asset: asset)],
                    assets: [asset.digest])),
            .session(
                SessionContent(
                    form: .inPerson, html: "On se retrouve.",
                    preparation: "Relisez <a href=\"/courses/essai/activities/lecon\">la leçon</a>.",
                    bring: ["Un stylo", "Un cahier"])),
            .discussion(DiscussionContent(html: "Et vous ?", posts: 3)),
            .deck(
                DeckContent(cards: [
                    DeckCard(id: "dock", front: "a dock", back: "un quai", example: "My dock.", language: "en"),
                    DeckCard(id: "quai", front: "un quai", back: "où l’on charge"),
                ])),
        ]
        #expect(contents.map(Self.withoutParagraphs) == expected)
    }

    /// A text of the page stands in a paragraph.
    private static func withoutParagraphs(_ content: ActivityContent) -> ActivityContent {
        func bare(_ html: String) -> String { html.replacing("<p>", with: "").replacing("</p>\n", with: "") }
        switch content {
        case .document(var content):
            content.html = bare(content.html)
            return .document(content)
        case .session(var content):
            content.html = bare(content.html)
            return .session(content)
        case .discussion(var content):
            content.html = bare(content.html)
            return .discussion(content)
        default: return content
        }
    }
}
