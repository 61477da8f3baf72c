import CMarkGFM
import CourseContent
import Essentials

/// Renders the Markdown of one activity as HTML that is safe by construction: it walks the tree and writes only its own tags,
/// with everything from the author escaped. What the format refuses is reported on the way.
struct ContentRenderer {
    /// Where a text will stand.
    enum Form {
        /// The body of a lesson: headings from the second level on.
        case lesson
        /// A text of a quiz: no headings; a single paragraph goes without its `<p>`.
        case text
        /// Words in a line, as for a choice: paragraphs and code, without anything that a label may not hold.
        case phrase
    }

    let scope: FileScope
    let links: CourseLinks
    let language: Language

    var html = HTMLText()
    /// Words seen so far.
    var words = 0
    /// Digests of the files referred to so far, in their order, each once.
    var assets: [String] = []
    /// The same as they are written, each once.
    var files: [KeptBody.File] = []
    /// Ids of the activities linked to so far.
    var linked: Set<String> = []
    var markdown = MarkdownText(bytes: [], origin: .somewhere(.start))
    var form = Form.lesson
    /// Whether the activity is done in person, where somebody can say what a recording says.
    var isInPerson = false
    /// Videos and sounds so far, in their order.
    var media: [MediaOutline] = []
    var tables = 0
    var headingLevel = 1
    var headingText = ""
    var headingIDs: Set<String> = []
    /// Links to headings so far: whether there are such headings is known once every lesson is read.
    var headingLinks: [HeadingLink] = []
    /// `[^name]` as it is written in the text; gathered when it is first asked for.
    var writtenCalls: WrittenCalls?
    var footnotes = Footnotes()
    /// Whether the words being written stand in a link, where no other link may stand.
    var isInLink = false
    /// Terms of the glossary that were marked so far, in their order.
    var terms: [GlossaryTerm] = []

    init(scope: FileScope, links: CourseLinks, language: Language) {
        self.scope = scope
        self.links = links
        self.language = language
    }

    /// The HTML of a text; empty when it cannot be rendered, which is reported.
    mutating func render(_ markdown: MarkdownText, as form: Form) -> String {
        self.markdown = markdown
        self.form = form
        html = HTMLText()
        if form != .lesson, PlainText.isPlain(markdown.bytes), markdown.bytes.count <= MarkdownGuard.longestBlock {
            markdown.bytes.withUnsafeBufferPointer { words in
                countWords(words)
                html.text(words)
            }
            return html.string
        }
        if let (finding, line) = MarkdownGuard.refusal(of: markdown.bytes) {
            scope.report(finding, at: markdown.position(line: line, byteColumn: 1, in: scope.source))
            return ""
        }
        let isRead: Void? = MarkdownTree.withDocument(markdown.bytes) { document($0) }
        if isRead == nil { scope.report(.markdownUnread, at: markdown.position(line: 1, byteColumn: 1, in: scope.source)) }
        return html.string
    }

    private mutating func document(_ root: MarkdownNode) {
        if let deep = MarkdownTree.tooDeep(root) {
            report(.markdownTooDeep(MarkdownTree.deepest), at: deep)
            return
        }
        footnotes = Footnotes()
        writtenCalls = nil
        if form == .phrase {
            phrases(of: root)
            return
        }
        if form == .text, let only = root.firstChild, only.next == nil, only.type == CMARK_NODE_PARAGRAPH, !isTitledImage(only) {
            inlines(of: only)
            return
        }
        blocks(of: root)
        footnoteList(root)
        glossaryList()
    }

    /// Reports a finding where a node stands, some bytes further on in its text.
    func report(_ finding: @autoclosure () -> Finding, at node: MarkdownNode, offset: Int = 0) {
        scope.report(finding(), at: position(of: node, offset: offset))
    }

    func position(of node: MarkdownNode, offset: Int) -> SourcePosition {
        // Some inlines have no place of their own: the nearest one before them has.
        var place = node
        var offset = offset
        while cmark_node_get_start_line(place.pointer) <= 0 || cmark_node_get_start_column(place.pointer) <= 0 {
            guard let nearer = place.previous ?? place.parent else { break }
            place = nearer
            offset = 0
        }
        let line = max(1, Int(cmark_node_get_start_line(place.pointer)))
        let column = max(1, Int(cmark_node_get_start_column(place.pointer)))
        return markdown.position(line: line, byteColumn: column + offset, in: scope.source)
    }

    mutating func countWords(_ text: UnsafeBufferPointer<UInt8>) {
        var isInWord = false
        for byte in text {
            let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09
            if !isSpace, !isInWord { words += 1 }
            isInWord = !isSpace
        }
    }

    /// The text of a node without its marks, for labels and names.
    func plainText(of node: MarkdownNode) -> String {
        switch node.type {
        case CMARK_NODE_TEXT, CMARK_NODE_CODE: return String(decoding: node.literal, as: UTF8.self)
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: return " "
        default: return node.children.map { plainText(of: $0) }.joined()
        }
    }

    /// Whether a paragraph holds nothing but an image with a caption.
    func isTitledImage(_ paragraph: MarkdownNode) -> Bool {
        guard let image = onlyImage(of: paragraph) else { return false }
        return !image.title.isEmpty
    }

    func onlyImage(of paragraph: MarkdownNode) -> MarkdownNode? {
        guard let child = paragraph.firstChild, child.next == nil, child.type == CMARK_NODE_IMAGE else { return nil }
        return child
    }
}
