import CourseContent
import Foundation
import Testing

/// Bodies as they were written before quizzes could draw, shuffle and be timed. They stay in databases for ever.
@Suite("Bodies kept by an older Rebond")
struct OldBodyTests {
    static let quiz = """
        {"quiz":{"_0":{"assets":["0a"],"attemptsAllowed":2,"instructions":"<p>I</p>","questions":[\
        {"body":{"single":{"choices":[{"feedback":"F","id":"c1","isCorrect":true,"text":"A"},{"id":"c2","isCorrect":false,"text":"B"}]}},\
        "explanation":"E","feedback":{"right":"R","wrong":"W"},"id":"q1","points":1,"text":"T"},\
        {"body":{"multiple":{"choices":[{"id":"c1","isCorrect":true,"text":"A"}]}},"feedback":{},"id":"q2","points":0.5,\
        "scoring":"partial","text":"T"},\
        {"body":{"trueFalse":{"answer":false,"ifTrue":"F"}},"feedback":{},"id":"q3","points":1,"text":"T"},\
        {"body":{"numeric":{"_0":{"answer":12.5,"otherUnits":[{"factor":0.001,"unit":"g"}],"tolerance":0,"unit":"kg",\
        "wrongAnswers":[{"feedback":"F","tolerance":1,"value":3}]}}},"feedback":{},"id":"q4","points":1,"text":"T"},\
        {"body":{"shortText":{"_0":{"accepted":[{"text":"quai"}],"isAccentSensitive":false,"isCaseSensitive":true,\
        "wrongAnswers":[]}}},"feedback":{},"id":"q5","points":1,"text":"T"},\
        {"body":{"gapFill":{"_0":{"isAccentSensitive":false,"isCaseSensitive":false,"pieces":[{"text":{"_0":"Le "}},\
        {"gap":{"_0":{"answer":{"typed":{"accepted":["quai"]}},"id":"g1"}}},\
        {"gap":{"_0":{"answer":{"chosen":{"options":[{"id":"o1","text":"a"}],"right":"o1"}},"id":"g2"}}}]}}},\
        "feedback":{},"id":"q6","points":1,"text":"T"},\
        {"body":{"matching":{"_0":{"items":[{"answer":"o1","id":"p1","text":"A"}],"options":[{"id":"o1","text":"B"}]}}},\
        "feedback":{},"id":"q7","points":1,"text":"T"},\
        {"body":{"ordering":{"_0":{"items":[{"id":"i1","text":"A"},{"id":"i2","text":"B"}],"order":["i2","i1"]}}},\
        "feedback":{},"id":"q8","points":1,"text":"T"}]}}}
        """
    static let lesson = #"{"lesson":{"_0":{"assets":[],"html":"<p>A</p>","words":1}}}"#
    static let activity = """
        {"completion":{"passed":{"score":60}},"contentDigest":"0a","id":"q","isEvaluation":true,"isOptional":false,"kind":"quiz",\
        "language":"fr","minutes":5,"objectives":["o"],"place":"distance","title":"Q"}
        """

    @Test("are read, and written again as they were: their digests stay", arguments: [quiz, lesson])
    func bodies(_ json: String) throws {
        let content = try JSONDecoder().decode(ActivityContent.self, from: Data(json.utf8))
        let (again, digest) = try ContentDigest.canonical(content)
        #expect(again == json)
        #expect(digest == ContentDigest.of(Array(json.utf8)))
    }

    @Test("an activity of an older outline is read, and written again as it was")
    func outline() throws {
        let activity = try JSONDecoder().decode(ActivityOutline.self, from: Data(Self.activity.utf8))
        #expect(activity.grade == nil)
        #expect(try ContentDigest.canonical(activity).json == Self.activity)
    }
}
