import Campus
import CourseContent
import Essentials
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("One's own words over HTTP")
struct OwnWordTests {
    private static let quiz = "/courses/\(TestCourse.key)/activities/\(TestCourse.quiz)"
    private static let lesson = "/courses/\(TestCourse.key)/activities/\(TestCourse.tags)"

    /// A quiz of one gap and one pair, in a course with decks.
    private func with(_ review: ReviewRule? = nil, _ body: @Sendable (TestSite) async throws -> Void) async throws {
        try await withSite { site in
            let questions = [
                Question(
                    id: "gap", text: "<p>Complétez.</p>",
                    body: .gapFill(
                        GapKey(pieces: [
                            .text("Le paragraphe est <p>, une "), .gap(Gap(id: "g1", answer: .typed(accepted: ["balise"]))),
                            .text("."),
                        ]))),
                Question(
                    id: "pair", text: "<p>Reliez.</p>",
                    body: .matching(
                        MatchingKey(
                            items: [MatchingItem(id: "p1", text: "a tag", answer: "o1")],
                            options: [AnswerOption(id: "o1", text: "une balise"), AnswerOption(id: "o2", text: "un lien")]))),
            ]
            var authored = try TestKinds.authored()
            let content = ActivityContent.quiz(
                QuizContent(instructions: nil, attemptsAllowed: nil, questions: questions, review: review))
            let digest = try ContentDigest.canonical(content).digest
            authored.contents[digest] = content
            for module in authored.outline.modules.indices {
                for index in authored.outline.modules[module].activities.indices
                where authored.outline.modules[module].activities[index].id == TestCourse.quiz {
                    authored.outline.modules[module].activities[index].contentDigest = digest
                }
            }
            _ = try await site.campus.campus.apply(authored)
            try await body(site)
        }
    }

    /// Sends wrong answers, and gives the address of the correction.
    private func fail(_ site: TestSite) async throws -> String {
        let attempt = try #require(try await site.post(Self.quiz + "/attempts", as: .learner, accept: Answer.html).location)
        _ = try await site.post(attempt + "/submission", .form("gap.g1=lien&pair.p1=o2"), as: .learner)
        return attempt
    }

    private func words(_ site: TestSite, _ member: String = "words") async throws -> [[String: Any]] {
        let page = try await site.get("/reviews/words", as: .learner, accept: Answer.json).object()
        return page[member] as? [[String: Any]] ?? []
    }

    private static func id(_ number: Int) -> String { "0192f0aa-1111-7222-8333-\(100_000_000_000 + number)" }

    @Test("what was missed is added in one step from the correction, reviewed with the others, removed and put back")
    func whole() async throws {
        try await with { site in
            let attempt = try await fail(site)
            let page = try await site.get(attempt, as: .learner)
            #expect(page.text.contains("Ce que vous avez manqué") && page.text.contains("Ajouter à mes cartes (2 mots)"))
            #expect(page.text.contains("Le paragraphe est &lt;p&gt;, une ____."))
            let add = "id=\(Self.id(1))"
            #expect(try await site.post(Self.quiz + "/words", .form(add), as: .learner).location == "/reviews/words")
            #expect(try await site.post(Self.quiz + "/words", .form(add), as: .learner).status == 303)
            let mine = try await words(site)
            #expect(mine.count == 2 && mine.allSatisfy { $0["standing"] as? String == "new" })
            #expect(try await site.get(attempt, as: .learner).text.contains("Tout est déjà dans vos cartes."))
            // They come without any deck having been opened; the pair is the card of the deck.
            let session = try await site.get("/reviews", as: .learner, accept: Answer.json).object()
            let cards = try #require(session["cards"] as? [[String: Any]])
            #expect(cards.compactMap { $0["answer"] as? String }.sorted() == ["balise", "une balise"])
            #expect(Set(cards.compactMap { $0["activity"] as? String }) == [TestCourse.quiz, TestKinds.deck])
            for (number, card) in cards.enumerated() {
                let text = { (name: String) in card[name] as? String ?? "" }
                let form =
                    "id=\(Self.id(10 + number))&course=\(text("course"))&activity=\(text("activity"))&card=\(text("card"))"
                    + "&direction=recognise&grade=good&done=1"
                #expect(try await site.post("/reviews", .form(form), as: .learner).status == 303)
            }
            site.clock.advance(seconds: 601)
            #expect(try await site.get("/", as: .learner).text.contains("2 cartes à revoir"))
            let figures = try await site.get("/reviews/statistics", as: .learner, accept: Answer.json).object()
            #expect(figures["learning"] as? Int == 2)
            // Away, and it is asked no more; again the same; back.
            let gap = try #require(mine.first { ($0["back"] as? String) == "balise" }?["id"] as? String)
            for _ in 0..<2 {
                #expect(
                    try await site.post("/reviews/words/\(gap)/removal", .form(""), as: .learner).location == "/reviews/words")
            }
            #expect(try await words(site).count == 1)
            #expect(try await words(site, "removed").count == 1)
            #expect(try await site.get("/", as: .learner).text.contains("1 carte à revoir"))
            #expect(try await site.post(Self.quiz + "/words", .form(add), as: .learner).status == 303)
            #expect(try await words(site).count == 1)
            #expect(try await site.post("/reviews/words/\(gap)/removal", .form("undo=yes"), as: .learner).status == 303)
            #expect(try await words(site).count == 2)
            #expect(try await site.post("/reviews/words/\(gap)/removal", .form(""), as: .secondLearner).status == 404)
        }
    }

    @Test("of a lesson, those that are ticked")
    func chosen() async throws {
        try await with { site in
            let lesson = try await site.get(Self.lesson, as: .learner)
            #expect(lesson.text.contains("Ajouter les mots de cette leçon à mes cartes"))
            _ = try await fail(site)
            let offered = try await site.get(Self.quiz + "/words", as: .learner, accept: Answer.json).object()
            let list = (offered["offered"] as? [String: Any])?["words"] as? [[String: Any]] ?? []
            let first = try #require(list.first?["id"] as? String)
            #expect(try await site.get(Self.quiz + "/words", as: .learner).text.contains("value=\"\(first)\""))
            let form = "id=\(Self.id(1))&chosen=yes"
            #expect(try await site.post(Self.quiz + "/words", .form(form), as: .learner).status == 303)
            #expect(try await words(site).isEmpty)
            #expect(try await site.post(Self.quiz + "/words", .form(form + "&word=\(first)"), as: .learner).status == 303)
            #expect(try await words(site).compactMap { $0["id"] as? String } == [first])
            let json = "{\"id\":\"\(Self.id(2))\"}"
            let added = try await site.post(Self.quiz + "/words", .json(json), as: .learner, accept: Answer.json).object()
            #expect(added["added"] as? Int == 1)
        }
    }

    @Test("nothing while the correction is closed, or nothing was missed")
    func closed() async throws {
        try await with(.never) { site in
            let attempt = try await fail(site)
            #expect(try await !site.get(attempt, as: .learner).text.contains("Ce que vous avez manqué"))
            let page = try await site.get(Self.quiz + "/words", as: .learner)
            #expect(page.text.contains("Rien à ajouter ici") && !page.text.contains("____"))
            #expect(try await site.post(Self.quiz + "/words", .form("id=\(Self.id(1))"), as: .learner).status == 303)
            #expect(try await words(site).isEmpty)
        }
    }

    private static let refusals: [(form: String, status: Int)] = [
        ("", 422), ("id=x", 422), ("id=0192f0aa-1111-7222-8333-100000000001&chosen=yes&word=x", 422),
        ("id=0192f0aa-1111-7222-8333-100000000001&chosen=yes&word=0192f0aa-1111-7222-8333-100000000009", 422),
    ]

    @Test("what cannot be is refused, on the page", arguments: refusals)
    func refused(_ form: String, _ status: Int) async throws {
        try await with { site in
            _ = try await fail(site)
            let answer = try await site.post(Self.quiz + "/words", .form(form), as: .learner)
            #expect(answer.status == status && answer.text.contains("Mots à ajouter à mes cartes"))
        }
    }

    @Test("addresses of nothing", arguments: ["/reviews/words/x/removal", "/reviews/words/%00/removal"])
    func nothing(_ address: String) async throws {
        try await with { site in
            let answer = try await site.post(address, .form(""), as: .learner)
            #expect(answer.status == 404)
        }
    }
}
