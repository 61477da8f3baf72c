import Campus
import CourseContent
import Essentials
import Testing

@testable import Web

@Suite("When an activity is done, in words")
struct CompletionWordTests {
    static let cases: [(rule: CompletionRule, french: String, english: String)] = [
        (.read(minimumSeconds: nil), "lu jusqu’au bout", "read to the end"),
        (.read(minimumSeconds: 300), "lu jusqu’au bout ou 5 min sur la page", "read to the end or 5 min on the page"),
        (.passed(score: 80), "résultat d’au moins 80\u{A0}%", "a result of at least 80%"),
        (.played(share: 100), "tout écouté", "all of it played"),
        (
            .all(rules: [.read(minimumSeconds: nil), .passed(score: 80)]), "lu jusqu’au bout et résultat d’au moins 80\u{A0}%",
            "read to the end and a result of at least 80%"
        ),
        (
            .any(rules: [.marked, .submitted, .stayed(seconds: 5400)]),
            "noté par votre tutrice ou tuteur, envoyé ou 1 h 30 sur la page", "marked by your tutor, sent or 1 h 30 on the page"
        ),
        (
            .all(rules: [.read(minimumSeconds: 60), .any(rules: [.marked, .reported])]),
            "(lu jusqu’au bout ou 1 min sur la page) et (noté par votre tutrice ou tuteur ou contenu interactif terminé)",
            "(read to the end or 1 min on the page) and (marked by your tutor or the interactive content completed)"
        ),
        (.contributed(posts: 1), "1 message écrit", "1 message written"),
        (.reviewed(share: 80), "80\u{A0}% des cartes revues", "80% of the cards reviewed"),
    ]

    @Test("a rule is said in a sentence", arguments: cases)
    func sentence(_ given: (rule: CompletionRule, french: String, english: String)) {
        #expect(Phrase.doneWhen(given.rule).fr == "Terminé quand\u{A0}: " + given.french)
        #expect(Phrase.doneWhen(given.rule).en == "Done when: " + given.english)
    }

    @Test("the last day is said, that it has passed without a reproach, and that more time was given")
    func due() throws {
        let day = try #require(CalendarDay("2026-12-04"))
        let words = Words(.french, icons: "")
        #expect(words.due(DueDay(dueOn: day)) == "Pour vendredi 4 décembre")
        #expect(words.due(DueDay(dueOn: day, isLate: true)) == "C’était pour vendredi 4 décembre : il est encore temps")
        #expect(words.due(DueDay(dueOn: day, hasMoreTime: true)) == "Pour vendredi 4 décembre, délai accordé")
        #expect(words.dueInRow(DueDay(dueOn: day, isLate: true)) == "C’était pour vendredi 4 décembre")
    }
}
