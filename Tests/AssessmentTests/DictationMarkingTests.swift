import CourseContent
import Testing

@testable import Assessment

@Suite("Marking a dictation")
struct DictationMarkingTests {
    private static let question = Question(
        id: "s1", text: "", points: 4,
        body: .dictation(
            DictationKey(
                said: "The lorry is late.", others: ["The truck is late."],
                audio: CourseAsset(
                    digest: String(repeating: "a", count: 64), name: "s1.mp3", mediaType: "audio/mpeg", size: 9000))))

    static let answers: [(typed: String, points: Double, isRight: Bool)] = [
        ("the lorry is late", 4, true), ("The lorry’s late!", 4, true), ("the truck is late", 4, true),
        ("the lory is late", 3, false),
        ("the lorry is late today", 3, false), ("", 0, false), ("no idea at all, sorry, really", 0, false),
    ]

    @Test("gives the share of the words that are right, less those too many", arguments: answers)
    func share(_ typed: String, _ points: Double, _ isRight: Bool) {
        let mark = Marking.mark(Self.question, .text(typed))
        #expect(mark.points == points && mark.isRight == isRight)
    }

    @Test("all or nothing is that; no answer is wrong")
    func strict() {
        var strict = Self.question
        strict.scoring = .allOrNothing
        #expect(Marking.mark(strict, .text("the lory is late")).points == 0)
        #expect(Marking.mark(strict, .text("THE LORRY IS LATE")).points == 4)
        #expect(Marking.mark(strict, nil).points == 0)
    }
}
