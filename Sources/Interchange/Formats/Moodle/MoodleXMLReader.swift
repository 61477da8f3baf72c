import Essentials
import Foundation

/// Reads Moodle XML: the questions of a bank, by category.
struct MoodleXMLReader {
    let session: ImportSession

    /// - throws: ``ImportError``.
    func read(_ root: MarkupElement) throws(ImportError) -> CourseDraft {
        var bank = QuestionBankDraft()
        let questions = root.all("question")
        for (index, element) in questions.enumerated() {
            session.advance(index, of: questions.count)
            if element["type"] == "category" {
                let path = element.at("category", "text")?.trimmedText ?? ""
                session.ledger.imported(session.ledger.find("category", place: "l. \(element.line)", title: path))
                bank.open(path)
            } else {
                let reading = MoodleQuestion(element, session: session)
                switch try reading.read() {
                case .question(let question): bank.add(question)
                case .text(let text): bank.describe(text)
                case .left: break
                }
            }
        }
        return bank.course(session)
    }
}

/// One question of Moodle XML.
struct MoodleQuestion {
    enum Reading {
        case question(QuestionDraft)
        /// A text without a question.
        case text(RichText)
        case left
    }

    let element: MarkupElement
    let session: ImportSession
    let place: String
    /// What the addresses of its texts mean; `nil` for those of the files that stand in it.
    private let links: (any LinkReading)?
    var type: String { element["type"] ?? "" }

    init(_ element: MarkupElement, session: ImportSession, place: String? = nil, links: (any LinkReading)? = nil) {
        self.element = element
        self.session = session
        self.place = place ?? "l. \(element.line)"
        self.links = links
    }

    func read() throws(ImportError) -> Reading {
        let name = element.at("name", "text")?.trimmedText ?? ""
        let known = FormatElement.questionTypes[type]
        let entry = session.ledger.find(known == nil ? "other question type" : type, place: place, title: name)
        let text = try rich(element.first("questiontext"))
        if type == "description" {
            session.ledger.imported(entry, changes: [.withNext])
            return .text(text)
        }
        guard let known, known.0 != .notSupported else {
            session.ledger.left(
                entry, why: Phrase(fr: "Rebond n’a pas de question de ce type", en: "Rebond has no question of this type"),
                instead: .questionAside)
            return .left
        }
        guard let made = try made(text) else {
            session.ledger.left(
                entry, why: Phrase(fr: "ses réponses ne se lisent pas", en: "its answers cannot be read"), instead: .questionAside
            )
            return .left
        }
        var draft = QuestionDraft(
            id: session.ids.take(element.text(of: "idnumber") ?? element["id"] ?? name, kind: "question"),
            text: made.text ?? text,
            body: made.graded.body)
        draft.points = element.text(of: "defaultgrade").flatMap { Double($0) } ?? 1
        draft.explanation = try rich(element.first("generalfeedback"))
        draft.right = try rich(element.first("correctfeedback"))
        draft.wrong = made.graded.wrong.isEmpty ? try rich(element.first("incorrectfeedback")) : made.graded.wrong
        if case .choice = draft.body { draft.isShuffled = flag("shuffleanswers") }
        var changes = made.graded.changes
        if element.first("hint") != nil {
            changes.append(Phrase(fr: "sans ses indices", en: "without its hints"))
        }
        if element.at("partiallycorrectfeedback", "text")?.trimmedText != nil {
            changes.append(
                Phrase(
                    fr: "sans son retour pour une réponse en partie juste", en: "without its feedback for a partly right answer"))
        }
        return session.settle(draft, changes: changes, entry: entry).map { .question($0) } ?? .left
    }

    /// A body, and the text above it when that is another than the question's.
    struct Made {
        var graded: GradedBody
        var text: RichText?
    }

    private func made(_ text: RichText) throws(ImportError) -> Made? {
        switch type {
        case "multichoice":
            return Made(graded: GradedAnswers.choice(try answers(), isSingle: flag("single") ?? true))
        case "truefalse": return try trueFalse()
        case "shortanswer":
            return Made(graded: GradedAnswers.shortText(try answers(), isCaseSensitive: flag("usecase") ?? false))
        case "numerical": return try numerical()
        case "matching": return try matching()
        case "essay": return try essay()
        case "ordering":
            let items = element.all("answer").sorted {
                ($0["fraction"].flatMap { Double($0) } ?? 0) < ($1["fraction"].flatMap { Double($0) } ?? 0)
            }
            var texts: [RichText] = []
            for item in items { texts.append(try rich(item)) }
            return Made(graded: GradedBody(body: .ordering(texts)))
        case "cloze": return try ClozeReading(self).read()
        case "ddwtos", "gapselect": return try GapSelectReading(self).read()
        default: return nil
        }
    }

    func flag(_ name: String) -> Bool? {
        element.text(of: name).map { $0 == "true" || $0 == "1" }
    }

    // MARK: Texts

    /// A text element: its form, its words and the files that come with it.
    func rich(_ element: MarkupElement?) throws(ImportError) -> RichText {
        guard let element, let text = element.text(of: "text") else { return RichText() }
        return try rich(text, form: element["format"] ?? "html", files: element.all("file"))
    }

    func rich(_ text: String, form: String, files: [MarkupElement]) throws(ImportError) -> RichText {
        var held: [String: [UInt8]] = [:]
        for file in files {
            guard let name = file["name"] else { continue }
            held[name] = Base64.bytes(file.text)
        }
        let links = OutsideLinks(session, held: held)
        let reader = RichTextReader(links: self.links ?? links, ledger: session.ledger, place: place, language: session.language)
        let result: RichText =
            switch form {
            case "markdown": try reader.markdown(text)
            case "plain_text": RichText(plain: text)
            default: try reader.html(form == "moodle_auto_format" ? text.replacing("\n", with: "<br>") : text)
            }
        for file in files {
            let name = file["name"] ?? ""
            let entry = session.ledger.find("file", place: "l. \(file.line)", title: name)
            if links.used.contains(name) {
                session.ledger.imported(entry)
            } else {
                let isKept = try held[name].map { bytes throws(ImportError) in try session.files.keepAside(name, bytes) } ?? false
                session.ledger.left(
                    entry,
                    why: Phrase(
                        fr: "le texte n’en parle pas, ou un cours n’en prend pas de cette sorte",
                        en: "the text does not speak of it, or no course takes one of its kind"),
                    instead: isKept ? .keptBeside : .nothing)
            }
        }
        return result
    }

    func answers() throws(ImportError) -> [GradedAnswer] {
        var answers: [GradedAnswer] = []
        for answer in element.all("answer") {
            answers.append(
                GradedAnswer(
                    rich: try rich(answer), plain: answer.text(of: "text")?.oneLine ?? "",
                    percent: answer["fraction"].flatMap { Double($0) } ?? 0, feedback: try rich(answer.first("feedback"))))
        }
        return answers
    }

    // MARK: Types

    private func trueFalse() throws(ImportError) -> Made? {
        var (ifTrue, ifFalse) = (RichText(), RichText())
        var right: Bool?
        for answer in element.all("answer") {
            let isTrue = ["true", "vrai"].contains(answer.text(of: "text")?.lowercased() ?? "")
            if (answer["fraction"].flatMap { Double($0) } ?? 0) > 0 { right = isTrue }
            let feedback = try rich(answer.first("feedback"))
            if isTrue { ifTrue = feedback } else { ifFalse = feedback }
        }
        return right.map { Made(graded: GradedBody(body: .trueFalse($0, ifTrue: ifTrue, ifFalse: ifFalse))) }
    }

    private func numerical() throws(ImportError) -> Made? {
        var numbers: [(answer: GradedAnswer, value: Double?, tolerance: Double)] = []
        for (element, answer) in zip(element.all("answer"), try answers()) {
            let tolerance = element.text(of: "tolerance").flatMap { Double($0) } ?? 0
            if answer.plain == "*" {
                numbers.append((answer, nil, 0))
            } else if let value = Double(answer.plain.replacing(",", with: ".")) {
                numbers.append((answer, value, tolerance))
            } else {
                return nil
            }
        }
        let all =
            element.first("units")?.all("unit").map { unit in
                (name: unit.text(of: "unit_name") ?? "", multiplier: unit.text(of: "multiplier").flatMap { Double($0) } ?? 1)
            } ?? []
        let base = all.first { $0.multiplier == 1 } ?? all.first
        let units = all.filter { $0.name != base?.name && $0.multiplier != 0 }
            .map { (unit: $0.name, factor: (base?.multiplier ?? 1) / $0.multiplier) }
        return GradedAnswers.numeric(numbers, unit: base?.name.ifAny, units: units).map { Made(graded: $0) }
    }

    private func matching() throws(ImportError) -> Made {
        var pairs: [QuestionDraft.Pair] = []
        var distractors: [String] = []
        for sub in element.all("subquestion") {
            let right = HTMLText.plain(sub.at("answer", "text")?.text ?? "")
            let left = try rich(sub)
            if left.isEmpty { distractors.append(right) } else { pairs.append(QuestionDraft.Pair(left: left, right: right)) }
        }
        return Made(graded: GradedBody(body: .matching(pairs, distractors: distractors)))
    }

    private func essay() throws(ImportError) -> Made {
        func words(_ name: String) -> Int? { element.text(of: name).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } }
        var changes: [Phrase] = []
        if let files = element.text(of: "attachments").flatMap({ Int($0) }), files != 0 {
            changes.append(Phrase(fr: "sans les fichiers à joindre", en: "without the files to attach"))
        }
        if element.at("responsetemplate", "text")?.trimmedText != nil {
            changes.append(Phrase(fr: "sans son modèle de réponse", en: "without its template of an answer"))
        }
        let model = try rich(element.first("graderinfo"))
        if !model.isEmpty {
            changes.append(
                Phrase(
                    fr: "les indications pour qui corrige deviennent la réponse modèle",
                    en: "the information for graders becomes the model answer"))
        }
        return Made(
            graded: GradedBody(
                body: .longAnswer(minimum: words("minwordlimit"), maximum: words("maxwordlimit"), model: model), changes: changes)
        )
    }
}

/// Base64 as it stands in XML: with line ends, and without its end when a file was cut.
enum Base64 {
    static func bytes(_ text: String) -> [UInt8] {
        Data(base64Encoded: text, options: .ignoreUnknownCharacters).map { Array($0) } ?? []
    }
}

/// Short texts that may hold marks of HTML and stand where there are none.
enum HTMLText {
    static func plain(_ html: String) -> String {
        guard html.contains("<") || html.contains("&") else { return html.oneLine }
        return HTMLFile.body(html).map { node in
            switch node {
            case .text(let text): text
            case .element(let element): element.text
            }
        }.joined(separator: " ").oneLine
    }
}
