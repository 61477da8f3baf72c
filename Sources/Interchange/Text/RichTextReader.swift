import Authoring
import CMarkGFM
import Essentials

/// Reads HTML as a ``RichText``. What a course has no place for is reported, never dropped in silence.
struct RichTextReader {
    let links: any LinkReading
    let ledger: ImportLedger
    /// Where the text stands, for the report.
    let place: String
    let language: Language

    /// - throws: what reading the files that the text shows throws.
    func html(_ html: String) throws(ImportError) -> RichText {
        try nodes(HTMLFile.body(html))
    }

    /// Markdown of some other place: read as HTML, so that what it means is kept and not how it is written.
    func markdown(_ text: String) throws(ImportError) -> RichText {
        let clean = TextCleaning.clean(text)
        var bytes = Array(clean.utf8)
        let html = bytes.withUnsafeMutableBytes { buffer -> String? in
            guard
                let result = cmark_markdown_to_html(
                    buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT | CMARK_OPT_UNSAFE)
            else { return nil }
            defer { cmark_get_default_mem_allocator().pointee.free(result) }
            return String(cString: result)
        }
        guard let html else { return RichText(plain: text) }
        return try self.html(html)
    }

    func nodes(_ nodes: [MarkupNode]) throws(ImportError) -> RichText {
        var builder = RichTextBuilder(reader: self)
        try builder.blocks(nodes, depth: 0)
        return RichText(blocks: builder.finished())
    }
}

/// Builds blocks from nodes of HTML.
struct RichTextBuilder {
    let reader: RichTextReader
    var result: [RichText.Block] = []
    /// Words that wait for the end of their paragraph.
    var line: [RichText.Inline] = []
    /// What is said in the recording of the figure that is being read.
    var told: [String] = []

    init(reader: RichTextReader) {
        self.reader = reader
    }

    mutating func finished() -> [RichText.Block] {
        endLine()
        return result
    }

    mutating func endLine() {
        if !line.allSatisfy(\.isBlank) { result.append(.paragraph(line)) }
        line = []
    }

    mutating func blocks(_ nodes: [MarkupNode], depth: Int) throws(ImportError) {
        for node in nodes {
            switch node {
            case .text(let text): line.append(.text(text))
            case .element(let element): try block(element, depth: depth)
            }
        }
    }

    private mutating func block(_ element: MarkupElement, depth: Int) throws(ImportError) {
        // Deeper than anybody writes: only the words are kept.
        if depth > 40 {
            line.append(.text(element.text))
            return
        }
        if repeatsCaptions(element) { return }
        switch element.name {
        case "h1", "h2", "h3", "h4", "h5", "h6":
            endLine()
            let level = Int(element.name.dropFirst()) ?? 2
            let words = try inlines(element.children, depth: depth + 1)
            result.append(.heading(level, words))
        case "figure" where element.has(class: "media"):
            endLine()
            told = Self.told(in: element)
            try blocks(Self.player(of: element), depth: depth + 1)
            told = []
            endLine()
        case "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address", "figure", "center",
            "fieldset",
            "details", "summary", "figcaption", "hgroup", "dl", "dt", "body", "form", "noscript", "caption", "legend",
            "rubricBlock",
            "rubric-block", "qti-rubric-block":
            endLine()
            try blocks(element.children, depth: depth + 1)
            endLine()
        case "dd":
            endLine()
            try blocks(element.children, depth: depth + 1)
            endLine()
        case "blockquote":
            endLine()
            let inner = try inside(element, depth: depth)
            if !inner.isEmpty { result.append(.quote(inner)) }
        case "ul", "ol", "menu", "dir":
            endLine()
            try list(element, depth: depth)
        case "li":
            endLine()
            try blocks(element.children, depth: depth + 1)
            endLine()
        case "pre":
            endLine()
            let code = element.first("code")
            let name = (code?["class"] ?? element["class"] ?? "").split(separator: " ").first { $0.hasPrefix("language-") }
            result.append(.code(language: name.map { String($0.dropFirst("language-".count)) }, element.text))
        case "table":
            endLine()
            try table(element, depth: depth)
        case "hr":
            endLine()
            result.append(.rule)
        case "video", "audio": try media(element)
        case "iframe", "object", "embed", "applet": try embedded(element)
        default:
            if Self.holdsBlocks(element) {
                endLine()
                try blocks(element.children, depth: depth + 1)
                endLine()
            } else {
                line += try inline(element, depth: depth)
            }
        }
    }

    private static let blockNames: Set<String> = [
        "p", "div", "ul", "ol", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "video", "audio", "iframe",
        "object",
        "embed", "hr", "section", "article",
    ]

    /// Whether an element that stands in a line holds blocks, as pages on the web often have it.
    private static func holdsBlocks(_ element: MarkupElement) -> Bool {
        element.elements.contains { blockNames.contains($0.name) || holdsBlocks($0) }
    }

    private mutating func inside(_ element: MarkupElement, depth: Int) throws(ImportError) -> [RichText.Block] {
        var builder = RichTextBuilder(reader: reader)
        try builder.blocks(element.children, depth: depth + 1)
        return builder.finished()
    }

    private mutating func list(_ element: MarkupElement, depth: Int) throws(ImportError) {
        var items: [[RichText.Block]] = []
        for child in element.children {
            guard case .element(let item) = child else { continue }
            if item.name == "li" {
                items.append(try inside(item, depth: depth))
            } else {
                // A list that stands in a list without an item of its own.
                var builder = RichTextBuilder(reader: reader)
                try builder.block(item, depth: depth + 1)
                let blocks = builder.finished()
                if items.isEmpty { items.append(blocks) } else { items[items.count - 1] += blocks }
            }
        }
        items.removeAll(where: \.isEmpty)
        let isOrdered = element.name == "ol"
        if !items.isEmpty {
            result.append(.list(isOrdered: isOrdered, start: element["start"].flatMap { Int($0) } ?? 1, items: items))
        }
    }

    private mutating func table(_ element: MarkupElement, depth: Int) throws(ImportError) {
        if let caption = element.first("caption") {
            let words = try inlines(caption.children, depth: depth + 1)
            if !words.isEmpty { result.append(.paragraph([.strong(words)])) }
        }
        let parts = element.elements.flatMap {
            ["thead", "tbody", "tfoot"].contains($0.name) ? $0.all("tr") : $0.name == "tr" ? [$0] : []
        }
        var rows: [[[RichText.Inline]]] = []
        for row in parts {
            var cells: [[RichText.Inline]] = []
            for cell in row.elements where cell.name == "td" || cell.name == "th" {
                cells.append(try inlines(cell.children, depth: depth + 1))
                // A cell that spans several columns leaves the others empty.
                let span = min(max(1, cell["colspan"].flatMap { Int($0) } ?? 1), 50)
                for _ in 1..<max(span, 1) where span > 1 { cells.append([]) }
            }
            if !cells.isEmpty { rows.append(cells) }
        }
        guard let first = parts.first else { return }
        let hasHead = element.first("thead") != nil || first.elements.allSatisfy { $0.name == "th" }
        if !rows.isEmpty { result.append(.table(hasHead: hasHead, rows)) }
    }
}

extension RichText.Inline {
    /// Whether nothing of it is seen.
    var isBlank: Bool {
        switch self {
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .lineBreak: true
        default: false
        }
    }
}
