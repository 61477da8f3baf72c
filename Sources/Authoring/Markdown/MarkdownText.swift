/// Markdown from a file of the course, and how to find its lines there again.
struct MarkdownText {
    enum Origin {
        /// The rest of a file from this line on.
        case file(firstLine: Int)
        /// A value of a YAML file that begins there.
        case value(SourcePosition, YAMLScalar.Style)
        /// Somewhere after this place.
        case somewhere(SourcePosition)
    }

    var bytes: [UInt8]
    var origin: Origin

    /// The place in the file of a line and a column (in bytes) of the Markdown.
    func position(line: Int, byteColumn: Int, in source: SourceText) -> SourcePosition {
        switch origin {
        case .file(let firstLine): source.position(line: firstLine + line - 1, byteColumn: byteColumn)
        case .value(let start, let style): position(line, byteColumn, start, style, in: source)
        case .somewhere(let start): start
        }
    }

    private func position(
        _ line: Int, _ byteColumn: Int, _ start: SourcePosition, _ style: YAMLScalar.Style, in source: SourceText
    ) -> SourcePosition {
        switch style {
        case .literal:
            let first = start.line + 1
            // Blank lines at the beginning were trimmed away with the spaces around.
            let blank = source.lineStarts.indices.dropFirst(first - 1).prefix { source.isBlank($0 + 1) }.count
            let indent = source.line(first + blank).prefix { $0 == UInt8(ascii: " ") }.count
            return source.position(line: first + blank + line - 1, byteColumn: indent + byteColumn)
        case .folded: return start
        case .plain, .quoted:
            // A text on one line that stands in the file just as it reads.
            let begin = source.byteColumn(of: start) + (style == .quoted ? 1 : 0)
            let rest = source.line(start.line).dropFirst(begin - 1)
            let skipped = rest.prefix { $0 == UInt8(ascii: " ") }.count
            guard rest.dropFirst(skipped).starts(with: bytes) else { return start }
            return source.position(line: start.line, byteColumn: begin + skipped + byteColumn - 1)
        }
    }
}

extension FileScope {
    /// The Markdown in a YAML value; `nil` when it is not a text, which is reported.
    func markdown(_ node: YAMLNode) -> MarkdownText? {
        guard let text = text(node, atMost: 100_000, oneLine: false), case .scalar(let scalar) = node.content else {
            return nil
        }
        return MarkdownText(bytes: Array(text.utf8), origin: .value(node.position, scalar.style))
    }
}

extension SourceText {
    fileprivate func isBlank(_ number: Int) -> Bool {
        line(number).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
}
