import CourseContent
import Essentials

/// A quiz as an assessment in the Common Cartridge's profile of QTI 1.2.1. The profile has single and multiple choice, true or false, a word to
/// type, and a text to write. A dictation is a word to type under its sound, with its category to be known by; other questions become a text to write, with what they ask in words.
struct CartridgeQuiz {
    let activity: ActivityOutline
    let quiz: QuizContent
    let rewritten: (String) -> String

    /// Questions that change their type, in their order.
    private var converted: [String] {
        quiz.questions.filter { question in
            switch question.body {
            case .single, .multiple, .trueFalse, .shortText, .longAnswer, .dictation: false
            case .numeric, .gapFill, .matching, .ordering: true
            }
        }.map(\.id)
    }

    var hasQuestions: Bool { !quiz.questions.isEmpty }
    var isWhole: Bool { converted.isEmpty && (quiz.draws ?? []).isEmpty }

    var outcome: Phrase {
        let count = quiz.questions.count
        guard !isWhole else { return Phrase(fr: "quiz de \(count) questions", en: "quiz of \(count) questions") }
        var lost: [Phrase] = []
        if !converted.isEmpty {
            let list = converted.joined(separator: ", ")
            lost.append(Phrase(fr: "d’un autre type dans le format : \(list)", en: "of another type in the format: \(list)"))
        }
        if !(quiz.draws ?? []).isEmpty {
            lost.append(Phrase(fr: "toutes au lieu d’un tirage", en: "all of them in the place of a draw"))
        }
        let losses = (fr: lost.map(\.fr).joined(separator: " ; "), en: lost.map(\.en).joined(separator: "; "))
        return Phrase(fr: "quiz de \(count) questions (\(losses.fr))", en: "quiz of \(count) questions (\(losses.en))")
    }

    var xml: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
        <assessment ident="\(activity.id)" title="\(escaped(activity.title))">
        <qtimetadata>
        \(field("cc_profile", "cc.exam.v0p1"))\(field("qmd_assessmenttype", "Examination"))\
        \(field("cc_maxattempts", quiz.attemptsAllowed.map(String.init) ?? "unlimited"))\(quiz.timeLimit.map { field("qmd_timelimit", "\($0)") } ?? "")\
        </qtimetadata>
        <section ident="root_section">
        \(quiz.questions.map { item($0) }.joined())</section>
        </assessment>
        </questestinterop>

        """
    }

    private func item(_ question: Question) -> String {
        let text = rewritten(question.text)
        switch question.body {
        case .single(let choices):
            return item(
                question, "cc.multiple_choice.v0p1", text, choice(choices, "Single"), right(choices.filter(\.isCorrect).map(\.id))
            )
        case .multiple(let choices):
            return item(question, "cc.multiple_response.v0p1", text, choice(choices, "Multiple"), exactly(choices))
        case .trueFalse(let answer, _, _):
            let choices = [
                Choice(id: "true", text: "True", isCorrect: answer), Choice(id: "false", text: "False", isCorrect: !answer),
            ]
            return item(question, "cc.true_false.v0p1", text, choice(choices, "Single"), right([answer ? "true" : "false"]))
        case .shortText(let key):
            return item(question, "cc.fib.v0p1", text, field, right(key.accepted.map(\.text)))
        case .numeric(let key): return essay(question, text + (key.unit.map { " (\(escaped($0)))" } ?? ""))
        case .gapFill(let key): return essay(question, text + "<p>" + blanks(key) + "</p>")
        case .matching(let key):
            let list = key.items.map { "<li>\(rewritten($0.text))</li>" }.joined() + "</ul><ul>"
            return essay(question, text + "<ul>" + list + key.options.map { "<li>\(escaped($0.text))</li>" }.joined() + "</ul>")
        case .ordering(let key):
            return essay(question, text + "<ul>" + key.items.map { "<li>\(rewritten($0.text))</li>" }.joined() + "</ul>")
        case .longAnswer: return essay(question, text)
        case .dictation(let key):
            let sound = "<p><audio controls src=\"\(escaped(key.audio.path))\"></audio></p>"
            return item(
                question, "cc.fib.v0p1", text + rewritten(sound), field, right([key.said] + key.others),
                category: Self.dictationCategory)
        }
    }

    private func blanks(_ key: GapKey) -> String {
        key.pieces.map { piece in
            switch piece {
            case .text(let text): escaped(text)
            case .gap(let gap):
                switch gap.answer {
                case .typed: "______"
                case .chosen(_, let options): "[" + options.map { escaped($0.text) }.joined(separator: " / ") + "]"
                }
            }
        }.joined()
    }

    private var field: String {
        "<response_str ident=\"response\" rcardinality=\"Single\"><render_fib columns=\"30\" rows=\"1\" prompt=\"Box\"/></response_str>"
    }

    private func essay(_ question: Question, _ text: String) -> String {
        let box = "<response_str ident=\"response\" rcardinality=\"Single\"><render_fib/></response_str>"
        return item(
            question, "cc.essay.v0p1", text, box,
            "<respcondition continue=\"No\"><conditionvar><other/></conditionvar></respcondition>")
    }

    /// What a question of this category is, when a sound plays above the field: a program that does not know it shows a word to type.
    static let dictationCategory = "dictation"

    private func item(
        _ question: Question, _ profile: String, _ text: String, _ response: String, _ conditions: String, category: String? = nil
    ) -> String {
        """
        <item ident="\(question.id)" title="\(question.id)">
        <itemmetadata><qtimetadata>\(field("cc_profile", profile))\(field("cc_weighting", "\(PrintedWords(language: .english).number(question.points))"))\
        \(category.map { self.field("cc_question_category", $0) } ?? "")</qtimetadata></itemmetadata>
        <presentation><material>\(material(text))</material>
        \(response)</presentation>
        <resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
        \(conditions)</resprocessing>
        </item>

        """
    }

    private func choice(_ choices: [Choice], _ cardinality: String) -> String {
        let labels = choices.map {
            "<response_label ident=\"\(escaped($0.id))\"><material>\(material(rewritten($0.text)))</material></response_label>\n"
        }
        return
            "<response_lid ident=\"response\" rcardinality=\"\(cardinality)\"><render_choice>\n\(labels.joined())</render_choice></response_lid>"
    }

    /// Any of these values is right.
    private func right(_ values: [String]) -> String {
        values.map { value in
            condition("<varequal respident=\"response\">\(escaped(value))</varequal>")
        }.joined()
    }

    /// Just these choices are right.
    private func exactly(_ choices: [Choice]) -> String {
        let parts = choices.map { choice in
            let chosen = "<varequal respident=\"response\">\(escaped(choice.id))</varequal>"
            return choice.isCorrect ? chosen : "<not>\(chosen)</not>"
        }
        return condition("<and>\(parts.joined())</and>")
    }

    private func condition(_ test: String) -> String {
        "<respcondition continue=\"No\"><conditionvar>\(test)</conditionvar><setvar action=\"Set\" varname=\"SCORE\">100</setvar></respcondition>\n"
    }

    private func material(_ html: String) -> String { "<mattext texttype=\"text/html\">\(escaped(html))</mattext>" }

    private func field(_ label: String, _ entry: String) -> String {
        "<qtimetadatafield><fieldlabel>\(label)</fieldlabel><fieldentry>\(entry)</fieldentry></qtimetadatafield>\n"
    }
}
