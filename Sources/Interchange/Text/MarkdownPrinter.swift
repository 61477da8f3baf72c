import Essentials

/// Writes a ``RichText`` as the Markdown of a course (docs/course-format.md), with everything escaped that the text needs escaped.
struct MarkdownPrinter {
    /// Where the text will stand.
    enum Form {
        /// Headings from `##` on, videos and sounds.
        case lesson
        /// A text of a quiz or an assignment: no headings, no recordings.
        case text
        /// Words in a line, as for a choice: paragraphs and code.
        case phrase
    }

    let form: Form
    let language: Language
    private var level = 1
    /// The level of the source that is the lesson's second.
    private var offset: Int?

    init(_ form: Form, language: Language) {
        self.form = form
        self.language = language
    }

    static func print(_ text: RichText, as form: Form, language: Language) -> String {
        var printer = MarkdownPrinter(form, language: language)
        let lines = form == .phrase ? printer.phrases(text.blocks) : printer.blocks(text.blocks, depth: 0)
        return lines.trimmed
    }

    // MARK: Blocks

    private mutating func blocks(_ blocks: [RichText.Block], depth: Int) -> String {
        var parts: [String] = []
        var listsBefore = 0
        for block in blocks {
            // Two lists that follow each other would be one: each has marks of its own.
            let text: String
            if case .list(let isOrdered, let start, let items) = block {
                text = list(isOrdered, start, items, depth: depth, isOther: listsBefore % 2 == 1)
                if !text.isEmpty { listsBefore += 1 }
            } else {
                text = self.block(block, depth: depth)
                if !text.isEmpty { listsBefore = 0 }
            }
            if !text.isEmpty { parts.append(text) }
        }
        return parts.joined(separator: "\n\n")
    }

    private mutating func block(_ block: RichText.Block, depth: Int) -> String {
        switch block {
        case .paragraph(let inlines): return paragraph(inlines)
        case .heading(let level, let inlines): return heading(level, inlines, depth: depth)
        case .list(let isOrdered, let start, let items): return list(isOrdered, start, items, depth: depth, isOther: false)
        case .quote(let inner):
            if depth > 8 { return blocks(inner, depth: depth) }
            let text = blocks(inner, depth: depth + 1)
            return text.isEmpty ? "" : prefixed(text, first: "> ", rest: "> ")
        case .code(let language, let code): return fenced(code, language)
        case .table(let hasHead, let rows): return table(hasHead, rows)
        case .rule: return form == .lesson && depth == 0 ? "***" : ""
        case .media(let title, let path):
            if form == .lesson, depth == 0 { return "![\(label(title))](\(path))" }
            return "[\(label(title))](\(path))"
        case .note(let inlines):
            let text = paragraph(inlines)
            return form == .phrase || depth > 0 ? text : prefixed("[!note]\n" + text, first: "> ", rest: "> ")
        }
    }

    private func paragraph(_ inlines: [RichText.Inline]) -> String {
        let text = line(inlines)
        guard text.utf8.count > 30_000 else { return text }
        // The format takes no passage that long: it is cut between words.
        var pieces: [String] = []
        var piece = ""
        for word in RichText.plain(inlines).split(whereSeparator: \.isWhitespace) {
            if piece.utf8.count + word.utf8.count > 20_000 {
                pieces.append(piece)
                piece = ""
            }
            piece += (piece.isEmpty ? "" : " ") + MarkdownEscaping.escape(String(word.prefix(10_000)))
        }
        return (pieces + [piece]).filter { !$0.isEmpty }.map { MarkdownEscaping.lineStart($0) }.joined(separator: "\n\n")
    }

    private mutating func heading(_ sourceLevel: Int, _ inlines: [RichText.Inline], depth: Int) -> String {
        let words = line(inlines).replacing("\\\n", with: " ")
        if words.isEmpty || RichText.plain(inlines).trimmed.isEmpty { return "" }
        guard form == .lesson, depth == 0 else { return paragraph([.strong(inlines.filter { $0 != .lineBreak })]) }
        let base = offset ?? sourceLevel
        offset = base
        level = min(max(2, sourceLevel - base + 2), level + 1, 6)
        return String(repeating: "#", count: level) + " " + words
    }

    private mutating func list(
        _ isOrdered: Bool, _ start: Int, _ items: [[RichText.Block]], depth: Int, isOther: Bool
    ) -> String {
        if depth > 8 { return items.map { blocks($0, depth: depth) }.filter { !$0.isEmpty }.joined(separator: "\n\n") }
        let isTight = items.allSatisfy { $0.count <= 1 || ($0.count == 2 && isParagraph($0[0]) && isList($0[1])) }
        var number = min(max(start, 0), 999_999)
        var lines: [String] = []
        for item in items {
            var text = blocks(item, depth: depth + 1)
            if text.isEmpty { continue }
            if form == .lesson { text = ticked(text) }
            if isTight, item.count == 2 { text = text.replacing("\n\n", with: "\n", maxReplacements: 1) }
            let mark = isOrdered ? "\(number)\(isOther ? ")" : ".") " : isOther ? "* " : "- "
            lines.append(prefixed(text, first: mark, rest: String(repeating: " ", count: mark.count)))
            number += 1
        }
        return lines.joined(separator: isTight ? "\n" : "\n\n")
    }

    /// An item that begins with the sign of a box is a box to tick.
    private func ticked(_ item: String) -> String {
        for (sign, box) in [("☐ ", "[ ] "), ("☑ ", "[x] ")] where item.hasPrefix(sign) && !item.dropFirst(2).trimmed.isEmpty {
            return box + item.dropFirst(2)
        }
        return item
    }

    private func isList(_ block: RichText.Block) -> Bool { if case .list = block { true } else { false } }
    private func isParagraph(_ block: RichText.Block) -> Bool { if case .paragraph = block { true } else { false } }

    private func prefixed(_ text: String, first: String, rest: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            let mark = index == 0 ? first : rest
            return line.isEmpty ? mark.trimmingSpaces() : mark + line
        }.joined(separator: "\n")
    }

    private func fenced(_ code: String, _ language: String?) -> String {
        var lines = TextCleaning.clean(code).split(separator: "\n", omittingEmptySubsequences: false)
        while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        if lines.isEmpty { return "" }
        let longest = lines.map { $0.trimmed.prefix { $0 == "`" }.count }.max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        let name =
            language.flatMap { $0.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } ? $0.lowercased() : nil } ?? ""
        // A passage without an empty line has a limit.
        var blocks: [[Substring]] = [[]]
        var size = 0
        for line in lines {
            let line = line.prefix(20_000)
            size = line.isEmpty ? 0 : size + line.utf8.count + 1
            if size > 25_000 {
                blocks.append([])
                size = line.utf8.count
            }
            blocks[blocks.count - 1].append(line)
        }
        return blocks.map { "\(fence)\(name)\n\($0.joined(separator: "\n"))\n\(fence)" }.joined(separator: "\n\n")
    }

    // MARK: Tables

    private mutating func table(_ hasHead: Bool, _ rows: [[[RichText.Inline]]]) -> String {
        let columns = rows.map(\.count).max() ?? 0
        if columns == 0 || rows.allSatisfy({ $0.allSatisfy { RichText.plain($0).trimmed.isEmpty && line($0).isEmpty } }) {
            return ""
        }
        let cells = rows.map { $0.map { cell($0) } }
        let size = cells.reduce(0) { $0 + $1.reduce(8) { $0 + $1.utf8.count + 3 } }
        if columns > 50 || (rows.count + 2) * columns > 5_000 || size > 28_000 {
            return cells.map { $0.filter { !$0.isEmpty }.joined(separator: " \\| ") }.filter { !$0.isEmpty }
                .map { MarkdownEscaping.lineStart($0) }.joined(separator: "\n\n")
        }
        func row(_ cells: [String]) -> String {
            "| " + (cells + Array(repeating: "", count: columns - cells.count)).joined(separator: " | ") + " |"
        }
        let head = hasHead ? cells[0] : []
        let body = hasHead ? Array(cells.dropFirst()) : cells
        let rule = "|" + String(repeating: " --- |", count: columns)
        return ([row(head), rule] + body.map(row)).joined(separator: "\n")
    }

    private func cell(_ inlines: [RichText.Inline]) -> String {
        InlinePrinter(isInTable: true).print(inlines).replacing("\\\n", with: " ").replacing("\n", with: " ").trimmed
    }

    // MARK: Lines

    private func line(_ inlines: [RichText.Inline]) -> String {
        InlinePrinter(isInTable: false).print(inlines)
    }

    private func label(_ text: String) -> String {
        let words = MarkdownEscaping.escape(TextCleaning.line(text, atMost: 200))
        return words.isEmpty ? "…" : words
    }

    /// Everything as paragraphs and blocks of code, which is all that a label may hold.
    private mutating func phrases(_ blocks: [RichText.Block]) -> String {
        var parts: [String] = []
        for block in blocks {
            switch block {
            case .paragraph(let inlines), .heading(_, let inlines), .note(let inlines): parts.append(paragraph(inlines))
            case .list(let isOrdered, let start, let items):
                for (index, item) in items.enumerated() {
                    let mark = isOrdered ? "\(max(0, min(start, 999)) + index)\\. " : "• "
                    let text = phrases(item)
                    if !text.isEmpty { parts.append(text.hasPrefix("```") ? text : mark + text) }
                }
            case .quote(let inner): parts.append(phrases(inner))
            case .code(let language, let code): parts.append(fenced(code, language))
            case .table(_, let rows):
                parts += rows.map { $0.map { cell($0) }.filter { !$0.isEmpty }.joined(separator: " \\| ") }
                    .map { MarkdownEscaping.lineStart($0) }
            case .rule: break
            case .media(let title, let path): parts.append("[\(label(title))](\(path))")
            }
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
