import Essentials
import Foundation

/// Texts with gaps: their places are marked with signs of no language while the HTML around them is read.
struct GapPassage {
    /// What stands in the place of the gap with this number.
    static func mark(_ number: Int) -> String { "\u{E100}\(number)\u{E101}" }

    /// - Parameters:
    ///   - text: with marks in it.
    ///   - gaps: by number; a mark without a gap is left out.
    static func pieces(_ text: String, _ gaps: [QuestionDraft.Piece]) -> [QuestionDraft.Piece] {
        var pieces: [QuestionDraft.Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "\u{E100}"), let close = rest[open...].firstIndex(of: "\u{E101}") {
            pieces.append(.text(String(rest[..<open])))
            if let number = Int(rest[rest.index(after: open)..<close]), gaps.indices.contains(number) {
                pieces.append(gaps[number])
            }
            rest = rest[rest.index(after: close)...]
        }
        pieces.append(.text(String(rest)))
        return pieces
    }

    /// The text above a passage: what the passage, which is plain, cannot show.
    static func above(_ rich: RichText, language: Language) -> RichText {
        RichText(plain: Phrase(fr: "Complétez le texte.", en: "Complete the text.").in(language)) + rich.imagesOnly
    }
}

/// Moodle's cloze: `The {1:SHORTANSWER:=dock#Yes~%50%quay} is {2:MULTICHOICE:=open~closed}.`
struct ClozeReading {
    let question: MoodleQuestion
    private let kinds: [String: Kind] = [
        "SHORTANSWER": .typed, "SA": .typed, "MW": .typed, "SHORTANSWER_C": .exact, "SAC": .exact, "MWC": .exact,
        "NUMERICAL": .number,
        "NM": .number, "MULTICHOICE": .chosen, "MC": .chosen, "MULTICHOICE_V": .chosen, "MCV": .chosen, "MULTICHOICE_H": .chosen,
        "MCH": .chosen, "MULTICHOICE_S": .chosen, "MCS": .chosen, "MULTICHOICE_VS": .chosen, "MCVS": .chosen,
        "MULTICHOICE_HS": .chosen,
        "MCHS": .chosen,
    ]

    private enum Kind {
        case typed, exact, number, chosen
    }

    init(_ question: MoodleQuestion) {
        self.question = question
    }

    func read() throws(ImportError) -> MoodleQuestion.Made? {
        guard let source = question.element.first("questiontext"), let text = source.text(of: "text") else { return nil }
        var gaps: [QuestionDraft.Piece] = []
        var isExact = false
        var loses: Set<Phrase> = []
        var marked = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            marked += rest[..<open]
            guard let (inside, end) = Self.inside(rest[rest.index(after: open)...]),
                let (kind, answers) = gap(inside)
            else {
                marked.append("{")
                rest = rest[rest.index(after: open)...]
                continue
            }
            guard let piece = piece(kind, answers, &loses) else { return nil }
            isExact = isExact || kind == .exact
            marked += GapPassage.mark(gaps.count)
            gaps.append(piece)
            rest = end
        }
        marked += rest
        if gaps.isEmpty { return nil }
        let rich = try question.rich(marked, form: source["format"] ?? "html", files: source.all("file"))
        let changes =
            [Phrase(fr: "un texte à trous, sans sa mise en forme", en: "a text with gaps, without its form")]
            + loses.sorted { $0.en < $1.en }
        return MoodleQuestion.Made(
            graded: GradedBody(
                body: .gapFill(GapPassage.pieces(rich.paragraphs, gaps), isCaseSensitive: isExact), changes: changes),
            text: GapPassage.above(rich, language: question.session.language))
    }

    /// What stands up to the brace that closes, and what follows it.
    private static func inside(_ text: Substring) -> (Substring, Substring)? {
        var isEscaped = false
        for index in text.indices {
            if isEscaped {
                isEscaped = false
            } else if text[index] == "\\" {
                isEscaped = true
            } else if text[index] == "}" {
                return (text[..<index], text[text.index(after: index)...])
            }
        }
        return nil
    }

    private struct Answer {
        var text: String
        var percent: Double
        var hasFeedback: Bool
    }

    private func gap(_ inside: Substring) -> (Kind, [Answer])? {
        let parts = inside.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].allSatisfy(\.isNumber), let kind = kinds[parts[1].trimmed.uppercased()] else {
            return nil
        }
        var answers: [Answer] = []
        for piece in Self.split(parts[2]) {
            var rest = piece.trimmed
            var percent = 0.0
            if rest.hasPrefix("=") {
                percent = 100
                rest.removeFirst()
            } else if rest.hasPrefix("%"), let end = rest.dropFirst().firstIndex(of: "%") {
                percent = Double(rest[rest.index(after: rest.startIndex)..<end]) ?? 0
                rest = String(rest[rest.index(after: end)...])
            }
            var answer = ""
            var hasFeedback = false
            var isEscaped = false
            for character in rest {
                if isEscaped {
                    answer.append(character)
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == "#" {
                    hasFeedback = true
                    break
                } else {
                    answer.append(character)
                }
            }
            answers.append(Answer(text: HTMLText.plain(answer), percent: percent, hasFeedback: hasFeedback))
        }
        return (kind, answers)
    }

    private static func split(_ text: Substring) -> [String] {
        var pieces = [""]
        var isEscaped = false
        for character in text {
            if character == "~", !isEscaped {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        return pieces.filter { !$0.trimmed.isEmpty }
    }

    private func piece(_ kind: Kind, _ answers: [Answer], _ loses: inout Set<Phrase>) -> QuestionDraft.Piece? {
        if answers.contains(where: \.hasFeedback) {
            loses.insert(Phrase(fr: "sans les retours de ses trous", en: "without the feedback of its gaps"))
        }
        let right = answers.filter { $0.percent >= 100 && $0.text != "*" }
        if answers.contains(where: { $0.percent > 0 && $0.percent < 100 }) { loses.insert(GradedAnswers.partial) }
        switch kind {
        case .typed, .exact: return right.isEmpty ? nil : .typed(right.map(\.text))
        case .number:
            if right.contains(where: { $0.text.contains(":") }) {
                loses.insert(Phrase(fr: "les nombres y sont sans tolérance", en: "its numbers have no tolerance"))
            }
            let numbers = right.map { String($0.text.prefix { $0 != ":" }) }
            return numbers.isEmpty ? nil : .typed(numbers)
        case .chosen:
            let best = answers.map(\.percent).max() ?? 0
            guard best > 0, let index = answers.firstIndex(where: { $0.percent == best }) else { return nil }
            return .chosen(answers.map(\.text), right: index)
        }
    }
}

/// « Glisser-déposer sur texte » and « sélection des mots manquants »: `[[1]]` in the text, the words in a list.
struct GapSelectReading {
    let question: MoodleQuestion

    init(_ question: MoodleQuestion) {
        self.question = question
    }

    func read() throws(ImportError) -> MoodleQuestion.Made? {
        guard let source = question.element.first("questiontext"), let text = source.text(of: "text") else { return nil }
        let options = question.element.elements.filter { $0.name == "dragbox" || $0.name == "selectoption" }.map {
            (text: HTMLText.plain($0.text(of: "text") ?? ""), group: $0.text(of: "group") ?? "1")
        }
        var gaps: [QuestionDraft.Piece] = []
        var marked = ""
        var rest = text[...]
        while let open = rest.range(of: "[[") {
            marked += rest[..<open.lowerBound]
            guard let close = rest[open.upperBound...].range(of: "]]"),
                let number = Int(rest[open.upperBound..<close.lowerBound].trimmed),
                options.indices.contains(number - 1)
            else {
                marked += "[["
                rest = rest[open.upperBound...]
                continue
            }
            let right = options[number - 1]
            let choices = options.filter { $0.group == right.group }.map(\.text)
            marked += GapPassage.mark(gaps.count)
            gaps.append(.chosen(choices, right: choices.firstIndex(of: right.text) ?? 0))
            rest = rest[close.upperBound...]
        }
        marked += rest
        if gaps.isEmpty { return nil }
        let rich = try question.rich(marked, form: source["format"] ?? "html", files: source.all("file"))
        return MoodleQuestion.Made(
            graded: GradedBody(
                body: .gapFill(GapPassage.pieces(rich.paragraphs, gaps), isCaseSensitive: false),
                changes: [Phrase(fr: "les mots se choisissent dans une liste", en: "the words are chosen from a list")]),
            text: GapPassage.above(rich, language: question.session.language))
    }
}
