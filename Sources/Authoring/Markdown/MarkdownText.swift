/// Markdown from a file of the course, and how to find its lines there again.
struct MarkdownText {
    enum Origin {
        /// The rest of a file from this line on.
        case file(firstLine: Int)
        /// A text on one line that stands in the file just as it reads, from this place on.
        case asWritten(SourcePosition)
        /// A `|` block: its first line and its indentation.
        case block(firstLine: Int, indent: Int)
        /// Somewhere after this place.
        case somewhere(SourcePosition)
    }

    var bytes: [UInt8]
    var origin: Origin

    /// The place in the file of a line and a column (in bytes) of the Markdown.
    func position(line: Int, byteColumn: Int, in source: SourceText) -> SourcePosition {
        switch origin {
        case .file(let firstLine):
            source.position(line: firstLine + line - 1, byteColumn: byteColumn)
        case .asWritten(let start):
            source.position(line: start.line, byteColumn: source.byteColumn(of: start) + byteColumn - 1)
        case .block(let firstLine, let indent):
            source.position(line: firstLine + line - 1, byteColumn: indent + byteColumn)
        case .somewhere(let start):
            start
        }
    }
}

extension FileScope {
    /// The Markdown in a YAML value; `nil` when it is not a text, which is reported.
    func markdown(_ node: YAMLNode) -> MarkdownText? {
        guard let text = text(node, atMost: 100_000, oneLine: false), case .scalar(let scalar) = node.content else {
            return nil
        }
        let start = node.position
        let bytes = Array(text.utf8)
        switch scalar.style {
        case .literal:
            let first = start.line + 1
            // Blank lines at the beginning were trimmed away with the spaces around.
            let blank = source.lineStarts.indices.dropFirst(first - 1).prefix { isBlank($0 + 1) }.count
            let indent = source.line(first + blank).prefix { $0 == UInt8(ascii: " ") }.count
            return MarkdownText(bytes: bytes, origin: .block(firstLine: first + blank, indent: indent))
        case .folded:
            return MarkdownText(bytes: bytes, origin: .somewhere(start))
        case .plain, .quoted:
            let begin = source.byteColumn(of: start) + (scalar.style == .quoted ? 1 : 0)
            let rest = source.line(start.line).dropFirst(begin - 1)
            let skipped = rest.prefix { $0 == UInt8(ascii: " ") }.count
            guard rest.dropFirst(skipped).starts(with: bytes) else {
                return MarkdownText(bytes: bytes, origin: .somewhere(start))
            }
            let column = source.position(line: start.line, byteColumn: begin + skipped)
            return MarkdownText(bytes: bytes, origin: .asWritten(column))
        }
    }

    private func isBlank(_ line: Int) -> Bool {
        source.line(line).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
}
