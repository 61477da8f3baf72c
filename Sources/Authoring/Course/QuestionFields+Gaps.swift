import CourseContent
import Essentials

/// A text with gaps: `The lorry is {{at|=in|on}} the {{dock|loading dock}}.`
extension QuestionFields {
    private static let mostGaps = 30

    /// The text and its gaps; `nil` when there is no text.
    func gapKey() -> GapKey? {
        let isCaseSensitive = fields.boolean("case-sensitive") ?? false
        let isAccentSensitive = fields.boolean("accent-sensitive") ?? false
        guard let node = fields.value("passage", required: true), let passage = scope.markdown(node) else { return nil }
        guard passage.bytes.count <= 10_000 else {
            scope.report(.textTooLong(passage.bytes.count, limit: 10_000), at: node)
            return nil
        }
        var reading = GapReading(passage: passage, scope: scope) { text in
            TypedText.normalised(text, isCaseSensitive: isCaseSensitive, isAccentSensitive: isAccentSensitive)
        }
        reading.read()
        let key = GapKey(pieces: reading.pieces, isCaseSensitive: isCaseSensitive, isAccentSensitive: isAccentSensitive)
        let gaps = key.gaps.count
        if gaps == 0, !reading.isBroken { scope.report(.noGap, at: node) }
        if gaps > Self.mostGaps {
            scope.report(.tooMany(Phrase(fr: "trous", en: "gaps"), limit: Self.mostGaps), at: node)
        }
        return key
    }
}

/// Reads a text with gaps from one end to the other.
private struct GapReading {
    let passage: MarkdownText
    let scope: FileScope
    /// The form under which typed answers are compared.
    let form: (String) -> String
    private(set) var pieces: [GapPiece] = []
    /// Whether something was reported.
    private(set) var isBroken = false
    private var gaps = 0

    init(passage: MarkdownText, scope: FileScope, form: @escaping (String) -> String) {
        self.passage = passage
        self.scope = scope
        self.form = form
    }

    mutating func read() {
        var rest = passage.bytes[...]
        while let open = Self.first(UInt8(ascii: "{"), in: rest) {
            append(rest[..<open])
            let inside = rest[(open + 2)...]
            guard let close = Self.first(UInt8(ascii: "}"), in: inside) else {
                report(.openGap, at: open)
                return
            }
            gap(String(decoding: inside[..<close], as: UTF8.self), at: open)
            rest = inside[(close + 2)...]
        }
        append(rest)
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        if !bytes.isEmpty { pieces.append(.text(String(decoding: bytes, as: UTF8.self))) }
    }

    private mutating func gap(_ inside: String, at offset: Int) {
        let variants = inside.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmingWhitespace() }
        let isChoice = variants.contains { $0.hasPrefix("=") }
        let right = variants.filter { $0.hasPrefix("=") }
        let texts = variants.map { $0.hasPrefix("=") ? String($0.dropFirst()).trimmingWhitespace() : $0 }
        guard texts.allSatisfy({ !$0.isEmpty && $0.count <= 200 && !form($0).isEmpty }), texts.count <= 20 else {
            report(.badGap, at: offset)
            return
        }
        gaps += 1
        let line = place(offset).line
        if isChoice {
            if right.count > 1 { report(.severalRightOptions, at: offset) }
            if texts.count < 2 { report(.loneOption, at: offset) }
            if let twice = Self.twice(texts) { report(.duplicateAnswer(twice, line: line), at: offset) }
            let options = texts.enumerated().map { AnswerOption(id: "o\($0.offset + 1)", text: $0.element) }
            let answer = zip(variants, options).first { $0.0.hasPrefix("=") }?.1.id ?? ""
            pieces.append(.gap(Gap(id: "g\(gaps)", answer: .chosen(right: answer, options: options))))
        } else {
            if let twice = Self.twice(texts, by: form) { scope.report(.sameVariant(twice, line: line), at: place(offset)) }
            pieces.append(.gap(Gap(id: "g\(gaps)", answer: .typed(accepted: texts))))
        }
    }

    private mutating func report(_ finding: Finding, at offset: Int) {
        isBroken = true
        scope.report(finding, at: place(offset))
    }

    /// Where a byte of the text stands in the file.
    private func place(_ offset: Int) -> SourcePosition {
        let before = passage.bytes[..<offset]
        let line = before.count { $0 == UInt8(ascii: "\n") }
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return passage.position(line: line + 1, byteColumn: offset - start + 1, in: scope.source)
    }

    /// Where two of the same byte begin.
    private static func first(_ byte: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.indices.dropLast().first { bytes[$0] == byte && bytes[$0 + 1] == byte }
    }

    private static func twice(_ texts: [String], by form: (String) -> String = { $0 }) -> String? {
        var seen: Set<String> = []
        return texts.first { !seen.insert(form($0)).inserted }
    }
}
