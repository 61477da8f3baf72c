/// A text with its structure, between the format that it comes from and the Markdown of a course.
struct RichText: Hashable, Sendable {
    var blocks: [Block] = []

    indirect enum Block: Hashable, Sendable {
        case paragraph([Inline])
        /// From 1, as in the source.
        case heading(Int, [Inline])
        case list(isOrdered: Bool, start: Int, items: [[Block]])
        case quote([Block])
        case code(language: String?, String)
        /// Rows of cells; the first row is the head when it is one.
        case table(hasHead: Bool, [[[Inline]]])
        case rule
        /// A video or a sound of the course, with its name.
        case media(title: String, path: String)
        /// What stands in the place of something that has none in a course.
        case note([Inline])
    }

    indirect enum Inline: Hashable, Sendable {
        case text(String)
        case code(String)
        case emphasis([Inline])
        case strong([Inline])
        case deleted([Inline])
        case link(String, [Inline])
        /// A path in the course and what one sees.
        case image(path: String, alternative: String)
        case language(String, String)
        case lineBreak
    }

    var isEmpty: Bool { blocks.isEmpty }

    /// A text without marks; an empty line parts paragraphs.
    init(plain: String) {
        let lines = TextCleaning.clean(plain).split(separator: "\n", omittingEmptySubsequences: false)
        var paragraph: [Inline] = []
        for line in lines {
            let words = line.oneLine
            if words.isEmpty {
                if !paragraph.isEmpty { blocks.append(.paragraph(paragraph)) }
                paragraph = []
            } else {
                if !paragraph.isEmpty { paragraph.append(.lineBreak) }
                paragraph.append(.text(words))
            }
        }
        if !paragraph.isEmpty { blocks.append(.paragraph(paragraph)) }
    }

    init(blocks: [Block] = []) {
        self.blocks = blocks
    }

    static func + (left: RichText, right: RichText) -> RichText { RichText(blocks: left.blocks + right.blocks) }

    /// The words without their structure, on one line.
    var plainText: String { Self.plain(blocks).oneLine }

    /// The words without their structure, an empty line between paragraphs.
    var paragraphs: String {
        blocks.map { block in
            Self.plain([block]).split(separator: "\n", omittingEmptySubsequences: true).map { $0.oneLine }.joined(separator: "\n")
        }.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// The images that it shows, each in its own paragraph.
    var imagesOnly: RichText {
        RichText(blocks: Self.inlines(of: blocks).compactMap { if case .image = $0 { .paragraph([$0]) } else { nil } })
    }

    /// How many words it has.
    var words: Int { plainText.split(separator: " ").count }

    /// How many images it shows.
    var images: Int { Self.inlines(of: blocks).count { if case .image = $0 { true } else { false } } }

    /// Paths of the files that it shows or leads to.
    private static func inlines(of blocks: [Block]) -> [Inline] {
        blocks.flatMap { block -> [Inline] in
            switch block {
            case .paragraph(let inlines), .heading(_, let inlines), .note(let inlines): flat(inlines)
            case .list(_, _, let items): items.flatMap { self.inlines(of: $0) }
            case .quote(let blocks): self.inlines(of: blocks)
            case .table(_, let rows): rows.flatMap { $0.flatMap { flat($0) } }
            case .code, .rule, .media: []
            }
        }
    }

    private static func flat(_ inlines: [Inline]) -> [Inline] {
        inlines.flatMap { inline -> [Inline] in
            switch inline {
            case .emphasis(let inner), .strong(let inner), .deleted(let inner), .link(_, let inner): [inline] + flat(inner)
            case .text, .code, .image, .language, .lineBreak: [inline]
            }
        }
    }

    private static func plain(_ blocks: [Block]) -> String {
        blocks.map { block in
            switch block {
            case .paragraph(let inlines), .heading(_, let inlines), .note(let inlines): plain(inlines)
            case .list(_, _, let items): items.map { plain($0) }.joined(separator: "\n")
            case .quote(let blocks): plain(blocks)
            case .code(_, let code): code
            case .table(_, let rows): rows.map { $0.map { plain($0) }.joined(separator: " ") }.joined(separator: "\n")
            case .rule: ""
            case .media(let title, _): title
            }
        }.joined(separator: "\n")
    }

    static func plain(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text), .code(let text), .language(_, let text): text
            case .emphasis(let inner), .strong(let inner), .deleted(let inner), .link(_, let inner): plain(inner)
            case .image(_, let alternative): alternative
            case .lineBreak: "\n"
            }
        }.joined()
    }
}

/// Makes texts from outside fit for a file of a course.
enum TextCleaning {
    /// Without control characters and what is no character; line ends are `\n`.
    static func clean(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { last = scalar }
            switch scalar.value {
            case 0x0A: if last != "\r" { scalars.append("\n") }
            case 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: scalars.append("\n")
            case 0x09: scalars.append("\t")
            case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFF9...0xFFFF: break
            case 0xFDD0...0xFDEF: break
            default: if scalar.value & 0xFFFE != 0xFFFE { scalars.append(scalar) }
            }
        }
        return String(scalars)
    }

    /// On one line and at most so long.
    static func line(_ text: String, atMost limit: Int) -> String {
        let line = clean(text).oneLine
        return line.count > limit ? line.prefix(limit - 1).trimmed + "…" : line
    }
}
