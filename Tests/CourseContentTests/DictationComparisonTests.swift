import Testing

@testable import CourseContent

@Suite("A dictation compared with what was said")
struct DictationComparisonTests {
    static let same: [(said: String, typed: String)] = [
        ("The lorry is at dock 2.", "the lorry is at dock two"), ("It's late.", "it is late"), ("It is late.", "It’s late"),
        ("We don't run.", "we do not run"), ("I can't come.", "I cannot come"), ("I can't come.", "i can not come"),
        ("They won't wait.", "they will not wait"), ("I'm Tom.", "I am tom"), ("We've found it.", "we have found it"),
        ("She'll call back.", "she will call back"), ("Let's go.", "let us go"), ("What's your ETA?", "what is your eta"),
        ("You're right, there's a spill!", "you are right there is a spill"), ("OK, thanks.", "okay thanks"),
        ("The colour of the label", "the color of the label"), ("We organise the docks", "we organize the docks"),
        ("It was organised well", "it was organized well"), ("a litre and a metre", "a liter and a meter"),
        ("The cartons are labelled.", "the cartons are labeled"), ("our neighbours", "our neighbors"),
        ("The tyre is flat", "the tire is flat"), ("Go to the distribution centre.", "go to the distribution center"),
        ("There are twenty-four pallets.", "there are 24 pallets"), ("There are 24 pallets.", "there are twenty four pallets"),
        ("two hundred and six cartons", "206 cartons"), ("two hundred six", "206"), ("one thousand two hundred", "1200"),
        ("one thousand two hundred", "1,200"), ("three thousand and five", "3005"), ("ninety-nine", "99"),
        ("seven one four", "7 1 4"), ("aisle seven", "Aisle 7"), ("Where is Tom's desk?", "where is toms desk"),
        ("The lorry is late.", "The lorry’s late!"), ("Tom's here, and Tom's desk too", "Tom is here and Tom's desk too"),
        ("Please, sign  here", "PLEASE SIGN HERE!!!"), ("A café", "a cafe"), ("well-known", "well known"), ("and/or", "and or"),
    ]

    @Test("is right whatever the case, punctuation, contraction, spelling or way of writing numbers", arguments: same)
    func right(_ said: String, _ typed: String) {
        let comparison = DictationComparison(said: said, typed: typed)
        #expect(comparison.isRight && comparison.share == 1, "\(comparison.pieces)")
        #expect(comparison.pieces.allSatisfy { if case .right = $0 { true } else { false } })
    }

    static let different: [(said: String, typed: String, right: Int, words: Int, extra: Int, shown: String)] = [
        ("The driver is late.", "the diver is late", 3, 4, 0, "the [diver→d{r}iver] is late"),
        ("Two cartons are missing.", "two carton missing", 2, 4, 0, "two [carton→carton{s}] -are missing"),
        ("Please sign here.", "please sign here now", 3, 3, 1, "please sign here +now"),
        ("I advise you", "I advize you", 2, 3, 0, "I [advi{z}e→advi{s}e] you"),
        ("a", "", 0, 1, 0, "-a"), ("", "x", 0, 0, 1, "+x"), ("", "", 0, 0, 0, ""),
        ("206 cartons", "260 cartons", 1, 2, 0, "[2{6}0→2{0}6] cartons"),
        ("seven one four", "714", 0, 3, 1, "-seven -one -four +714"),
        ("They're at the dock", "their at the dock", 3, 5, 0, "[the{i}r→The{y}{'}r{e}] at the dock"),
        ("Tom came", "came Tom", 1, 2, 1, "-Tom came +Tom"), ("It's cold", "cold", 1, 3, 0, "-It's cold"),
        ("four", "for", 0, 1, 1, "-four +for"), ("the practise", "the practice", 2, 2, 0, "the practice"),
    ]

    @Test("shows every word and letter that is not as it was said", arguments: different)
    func wrong(_ said: String, _ typed: String, _ right: Int, _ words: Int, _ extra: Int, _ shown: String) {
        let comparison = DictationComparison(said: said, typed: typed)
        #expect(comparison.rightWords == right && comparison.words == words, "\(comparison)")
        #expect(Self.text(comparison) == shown && comparison.extraWords == extra)
    }

    @Test("is worth the words that are right, less those too many, and never less than nothing")
    func share() {
        #expect(DictationComparison(said: "one two three four", typed: "one two three").share == 0.75)
        #expect(DictationComparison(said: "please sign here now", typed: "please sign here now today").share == 0.75)
        #expect(DictationComparison(said: "yes", typed: "perhaps but not today").share == 0)
        // A page of words is cut, and takes no time.
        let long = String(repeating: "word ", count: 5000)
        #expect(DictationComparison(said: "word", typed: long).share == 0)
    }

    private static func text(_ comparison: DictationComparison) -> String {
        comparison.pieces.map { piece in
            switch piece {
            case .right(let word): word
            case .nearly(let typed, let said): "[" + letters(typed) + "→" + letters(said) + "]"
            case .missing(let word): "-" + word
            case .extra(let word): "+" + word
            }
        }.joined(separator: " ")
    }

    private static func letters(_ runs: [DictationComparison.Letters]) -> String {
        runs.map { $0.isRight ? $0.text : $0.text.map { "{\($0)}" }.joined() }.joined()
    }
}
