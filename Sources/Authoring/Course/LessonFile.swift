/// Cuts a lesson into its front matter and its text.
struct LessonFile {
    /// The YAML between the two `---` lines; it begins on line 2 of the file.
    var frontMatter: ArraySlice<UInt8>
    var body: MarkdownText

    /// - Returns: `nil` when there is no front matter, which is reported.
    init?(_ source: SourceText, scope: FileScope) {
        guard Self.isFence(source.line(1)) else {
            scope.report(.frontMatterMissing, at: .start)
            return nil
        }
        guard let end = (2...max(2, source.lineStarts.count)).first(where: { Self.isFence(source.line($0)) }) else {
            scope.report(.frontMatterUnclosed, at: .start)
            return nil
        }
        let yamlStart = source.lineStarts[1]
        frontMatter = source.bytes[yamlStart..<source.lineStarts[end - 1]]
        let bodyStart = end < source.lineStarts.count ? source.lineStarts[end] : source.bytes.count
        body = MarkdownText(bytes: Array(source.bytes[bodyStart...]), origin: .file(firstLine: end + 1))
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}
