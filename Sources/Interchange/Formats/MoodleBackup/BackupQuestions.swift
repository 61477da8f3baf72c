import Essentials
import Foundation

/// The question bank of a backup, each question written as Moodle XML has it, so that one reader serves both.
final class BackupQuestions {
    private let session: ImportSession
    private let files: BackupFiles
    private let activities: [String: String]
    /// By the number of the question.
    private var elements: [String: MarkupElement] = [:]
    /// The question of an entry of the bank, its newest version.
    private var byEntry: [String: String] = [:]
    /// Numbers of questions by category.
    private(set) var byCategory: [String: (name: String, questions: [String])] = [:]
    private var order: [String] = []
    /// Parts of texts with gaps, which are no questions of their own.
    private var parts: Set<String> = []
    private var read: [String: MoodleQuestion.Reading] = [:]
    private(set) var used: Set<String> = []

    init(session: ImportSession, archive: Archive, files: BackupFiles, activities: [String: String]) throws(ImportError) {
        self.session = session
        self.files = files
        self.activities = activities
        guard archive.holds("questions.xml") else { return }
        let root = try XMLFile.read(try archive.text("questions.xml"), name: "questions.xml", limits: session.limits)
        for category in root.descendants("question_category") {
            let id = category["id"] ?? ""
            var numbers: [String] = []
            // Before Moodle 4 questions stand in the category; since then in versions of entries.
            for question in category.first("questions")?.all("question") ?? [] { numbers.append(add(question)) }
            for entry in category.descendants("question_bank_entry") {
                let versions = entry.descendants("question_versions")
                let newest = versions.max { (Int($0.text(of: "version") ?? "") ?? 0) < (Int($1.text(of: "version") ?? "") ?? 0) }
                guard let question = newest?.descendants("question").first else { continue }
                var named = question
                if let idnumber = entry.text(of: "idnumber"), question.first("idnumber") == nil {
                    named.children.append(.element(MarkupElement(name: "idnumber", children: [.text(idnumber)])))
                }
                let number = add(named)
                byEntry[entry["id"] ?? ""] = number
                numbers.append(number)
            }
            byCategory[id] = (category.text(of: "name") ?? "", numbers)
        }
        for element in elements.values {
            let sequence = element.descendants("multianswer").first?.text(of: "sequence") ?? ""
            parts.formUnion(sequence.split(separator: ",").map { $0.trimmed })
        }
    }

    private func add(_ question: MarkupElement) -> String {
        let number = question["id"] ?? ""
        elements[number] = question
        order.append(number)
        return number
    }

    /// The number of the question that a slot of a quiz asks.
    func number(ofEntry entry: String) -> String? { byEntry[entry] }

    /// A question of the bank.
    /// - Returns: `nil` for a number that is not there.
    func question(_ number: String) throws(ImportError) -> MoodleQuestion.Reading? {
        if let known = read[number] { return known }
        guard let element = elements[number] else { return nil }
        used.insert(number)
        let links = BackupLinks(files, session: session, activities: activities) { file in
            file.component.hasPrefix("q") && (file.item == number || file.component != "question")
        }
        let plain = BackupQuestion(element, all: elements).plain
        let reading = try MoodleQuestion(plain, session: session, place: "questions.xml", links: links).read()
        read[number] = reading
        return reading
    }

    /// The category that a question of the older kind « random » draws from; `nil` for any other question.
    func category(ofRandom number: String) -> String? {
        guard elements[number]?.text(of: "qtype") == "random" else { return nil }
        return byCategory.first { $0.value.questions.contains(number) }?.key
    }

    /// Questions that can be asked, of a category.
    func questions(ofCategory id: String) throws(ImportError) -> [QuestionDraft] {
        try (byCategory[id]?.questions ?? []).filter { !parts.contains($0) && category(ofRandom: $0) == nil }.reduced {
            number throws(ImportError) in
            if case .question(let question)? = try question(number) { question } else { nil }
        }
    }

    /// Categories with questions that no quiz asks.
    func unused() -> [String] {
        byCategory.filter {
            $0.value.questions.contains {
                !used.contains($0) && !parts.contains($0) && elements[$0]?.text(of: "qtype") != "random"
            }
        }
        .keys.sorted()
    }

    /// Whether a question was asked in a quiz or drawn already.
    func isUsed(_ id: String) -> Bool { used.contains(id) }
}

/// One question of `questions.xml` in the form of Moodle XML.
struct BackupQuestion {
    private let element: MarkupElement
    private let all: [String: MarkupElement]

    init(_ element: MarkupElement, all: [String: MarkupElement]) {
        self.element = element
        self.all = all
    }

    private static func node(_ name: String, _ text: String) -> MarkupNode {
        .element(MarkupElement(name: name, children: [.text(text)]))
    }

    private static func text(
        _ name: String, _ text: String, format: String?, _ attributes: [String: String] = [:], _ more: [MarkupNode] = []
    ) -> MarkupElement {
        let forms = ["0": "moodle_auto_format", "1": "html", "2": "plain_text", "4": "markdown"]
        var attributes = attributes
        attributes["format"] = forms[format ?? "1"] ?? "html"
        return MarkupElement(name: name, attributes: attributes, children: [node("text", text)] + more)
    }

    private static let types = ["match": "matching", "multianswer": "cloze"]

    var plain: MarkupElement {
        let type = element.text(of: "qtype") ?? ""
        var question = MarkupElement(name: "question", attributes: ["type": Self.types[type] ?? type, "id": element["id"] ?? ""])
        func add(_ inner: MarkupElement) { question.children.append(.element(inner)) }
        func content(_ name: String) -> String { element.first(name)?.text ?? "" }
        question.children.append(.element(MarkupElement(name: "name", children: [Self.node("text", content("name"))])))
        var words = content("questiontext")
        if type == "multianswer" { words = whole(words) }
        add(Self.text("questiontext", words, format: element.text(of: "questiontextformat")))
        add(Self.text("generalfeedback", content("generalfeedback"), format: element.text(of: "generalfeedbackformat")))
        question.children.append(Self.node("defaultgrade", element.text(of: "defaultmark") ?? "1"))
        if let idnumber = element.text(of: "idnumber"), idnumber != "$@NULL@$" {
            question.children.append(Self.node("idnumber", idnumber))
        }
        for name in ["single", "shuffleanswers", "usecase", "minwordlimit", "maxwordlimit", "attachments"] {
            if let value = element.descendants(name).first?.trimmedText { question.children.append(Self.node(name, value)) }
        }
        for name in ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback", "graderinfo", "responsetemplate"] {
            if let found = element.descendants(name).first {
                add(Self.text(name, found.text, format: element.descendants(name + "format").first?.trimmedText))
            }
        }
        answers(type).forEach(add)
        for match in element.descendants("match") where match.first("questiontext") != nil {
            let answer = MarkupElement(name: "answer", children: [Self.node("text", match.first("answertext")?.text ?? "")])
            add(
                Self.text(
                    "subquestion", match.first("questiontext")?.text ?? "", format: match.text(of: "questiontextformat"), [:],
                    [.element(answer)]))
        }
        let units = element.descendants("numerical_unit").map {
            MarkupNode.element(
                MarkupElement(
                    name: "unit",
                    children: [
                        Self.node("multiplier", $0.text(of: "multiplier") ?? "1"),
                        Self.node("unit_name", $0.text(of: "unit") ?? ""),
                    ]))
        }
        if !units.isEmpty { add(MarkupElement(name: "units", children: units)) }
        return question
    }

    private func answers(_ type: String) -> [MarkupElement] {
        let right = element.descendants("truefalse").first?.text(of: "trueanswer")
        let tolerances = Dictionary(
            element.descendants("numerical_record").map { ($0.text(of: "answer") ?? "", $0.text(of: "tolerance") ?? "0") },
            uniquingKeysWith: { first, _ in first })
        return element.descendants("answer").filter { $0.first("answertext") != nil }.map { answer in
            let percent = (Double(answer.text(of: "fraction") ?? "") ?? 0) * (type == "ordering" ? 1 : 100)
            var words = answer.first("answertext")?.text ?? ""
            // The words of true and false are those of the site's language.
            if type == "truefalse" { words = answer["id"] == right ? "true" : "false" }
            let feedback = Self.text("feedback", answer.first("feedback")?.text ?? "", format: answer.text(of: "feedbackformat"))
            var more: [MarkupNode] = [.element(feedback)]
            if let tolerance = tolerances[answer["id"] ?? ""] { more.append(Self.node("tolerance", tolerance)) }
            let element = Self.text(
                type == "ddwtos" || type == "gapselect" ? (type == "ddwtos" ? "dragbox" : "selectoption") : "answer", words,
                format: answer.text(of: "answerformat"), ["fraction": YAMLWriter.written(percent)], more)
            guard type == "ddwtos" || type == "gapselect" else { return element }
            // The group stands where others have their feedback.
            var option = element
            option.children.append(Self.node("group", group(answer.first("feedback")?.text ?? "1")))
            return option
        }
    }

    /// `1`, or the group in what PHP serializes: `O:8:"stdClass":2:{s:9:"draggroup";s:1:"1";…}`.
    private func group(_ text: String) -> String {
        if text.allSatisfy(\.isNumber) { return text.isEmpty ? "1" : text }
        guard let mark = text.range(of: "draggroup\";") else { return "1" }
        let value = text[mark.upperBound...].split(separator: ";").first ?? ""
        return String(value.split(separator: ":").last ?? "1").replacing("\"", with: "")
    }

    /// A text with gaps, its parts written where their numbers stand: `{#1}`.
    private func whole(_ text: String) -> String {
        var text = text
        let sequence = element.descendants("multianswer").first?.text(of: "sequence") ?? ""
        for (index, number) in sequence.split(separator: ",").enumerated() {
            guard let part = all[number.trimmed]?.first("questiontext")?.text else { continue }
            text = text.replacing("{#\(index + 1)}", with: part)
        }
        return text
    }
}
