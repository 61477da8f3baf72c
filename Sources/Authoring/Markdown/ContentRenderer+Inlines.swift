import CMarkGFM
import CourseContent
import Essentials

extension ContentRenderer {
    mutating func inlines(of parent: MarkdownNode) {
        // Brackets and braces in the words are rare: without them there is nothing to look for among neighbours.
        let isPlain = parent.children.allSatisfy {
            guard $0.type == CMARK_NODE_TEXT else { return true }
            let words = $0.literal
            return !words.contains(UInt8(ascii: "[")) && !words.contains(UInt8(ascii: "{"))
        }
        if isPlain {
            for child in parent.children { inline(child) }
        } else {
            inlines(Array(parent.children))
        }
    }

    /// Neighbours in a line.
    /// - Parameter skipped: bytes of the first one, a text, that are not written.
    mutating func inlines(_ children: [MarkdownNode], skipping skipped: Int = 0) {
        let texts = children.enumerated().filter { $1.type == CMARK_NODE_TEXT }
        for (_, child) in texts { reportCallsWithoutNote(in: child.literal, of: child) }
        let mayHaveSpans = texts.contains { LanguageSpans.mayBe(in: $1.literal) }
        guard mayHaveSpans else {
            for (index, child) in children.enumerated() {
                if index == 0, skipped > 0 { marked(child.literal, [], from: skipped) } else { inline(child) }
            }
            return
        }
        let spans = LanguageSpans(texts.map { ($0.offset, $0.element.literal) })
        for (child, offset, defect) in spans.defects {
            switch defect {
            case .unmatched: report(.unmatchedSpan, at: children[child], offset: offset)
            case .badLanguage(let code): report(.badSpanLanguage(code), at: children[child], offset: offset)
            }
        }
        for (index, child) in children.enumerated() {
            let start = index == 0 ? skipped : 0
            if let marks = spans.marks[index] {
                marked(child.literal, marks, from: start)
            } else if start > 0 {
                marked(child.literal, [], from: start)
            } else {
                inline(child)
            }
        }
    }

    /// Text with the beginnings and ends of language spans in it.
    private mutating func marked(
        _ text: UnsafeBufferPointer<UInt8>, _ marks: [(offset: Int, mark: LanguageSpans.Mark)], from first: Int
    ) {
        countWords(UnsafeBufferPointer(rebasing: text[first...]))
        var start = first
        // The space after what is left out.
        if first > 0 { start += text[first...].prefix { $0 == 0x20 || $0 == 0x09 }.count }
        for (offset, mark) in marks {
            html.text(text[start..<offset])
            switch mark {
            case .open(let language):
                html.markup("<span")
                html.attribute("lang", language)
                html.markup(">")
                start = offset + 1
            case .close(let length):
                html.markup("</span>")
                start = offset + length
            }
        }
        html.text(text[start...])
    }

    private mutating func inline(_ node: MarkdownNode) {
        switch node.type {
        case CMARK_NODE_TEXT:
            countWords(node.literal)
            html.text(node.literal)
        case CMARK_NODE_SOFTBREAK: html.markup("\n")
        case CMARK_NODE_LINEBREAK: html.markup("<br>\n")
        case CMARK_NODE_CODE:
            countWords(node.literal)
            html.markup("<code>")
            html.text(node.literal)
            html.markup("</code>")
        case CMARK_NODE_EMPH:
            html.markup("<em>")
            inlines(of: node)
            html.markup("</em>")
        case CMARK_NODE_STRONG:
            html.markup("<strong>")
            inlines(of: node)
            html.markup("</strong>")
        case CMARK_NODE_LINK: link(node)
        case CMARK_NODE_IMAGE: inlineImage(node)
        case CMARK_NODE_FOOTNOTE_REFERENCE: footnoteCall(node)
        case CMARK_NODE_HTML_INLINE:
            // The end of a tag says nothing that its beginning did not say.
            if !node.literal.starts(with: Array("</".utf8)) { report(.rawHTML(node.literal), at: node) }
        default:
            if node.typeName == "strikethrough" {
                html.markup("<del>")
                inlines(of: node)
                html.markup("</del>")
            } else {
                report(.markdownUnread, at: node)
            }
        }
    }

    // MARK: Links

    private mutating func link(_ node: MarkdownNode) {
        let address = node.url
        if accessibleName(of: node).trimmingWhitespace().isEmpty { report(.emptyLink, at: node) }
        switch LinkTarget(address) {
        case .web(let url):
            html.markup("<a")
            html.address("href", url)
            html.markup(" rel=\"noopener noreferrer\"")
            closeLink(node)
        case .mail(let url), .phone(let url):
            html.markup("<a")
            html.address("href", url)
            closeLink(node)
        case .heading(let name):
            guard form == .lesson else {
                report(.refusedLink(address), at: node)
                return
            }
            html.markup("<a")
            html.address("href", "#" + headingLink(to: name, of: nil, at: node))
            closeLink(node)
        case .activity(let id, let heading):
            guard links.written.contains(id) else {
                report(
                    links.planned.contains(id) ? .linkToPlanned(id) : .deadActivityLink(id, known: links.written.sorted()),
                    at: node)
                return
            }
            linked.insert(id)
            html.markup("<a")
            let place = heading.map { "#" + headingLink(to: $0, of: id, at: node) } ?? ""
            html.address("href", links.address(ofActivity: id) + place)
            closeLink(node)
        case .term(let id): term(node, id: id)
        case .file(let path): download(node, path: path)
        case .refused: report(.refusedLink(address), at: node)
        }
    }

    private mutating func closeLink(_ node: MarkdownNode) {
        if !node.title.isEmpty { html.attribute("title", node.title) }
        html.markup(">")
        linkWords(of: node)
        html.markup("</a>")
    }

    /// The words of a link, in which nothing else leads anywhere.
    mutating func linkWords(of node: MarkdownNode) {
        isInLink = true
        inlines(of: node)
        isInLink = false
    }

    private mutating func download(_ node: MarkdownNode, path: String) {
        guard let item = asset(path, kind: .download, at: node) else { return }
        html.markup("<a class=\"download\"")
        html.address("href", item.asset.path)
        html.attribute("download", item.asset.name)
        if !node.title.isEmpty { html.attribute("title", node.title) }
        html.markup(">")
        linkWords(of: node)
        html.markup(" <span class=\"file-size\">(")
        html.text(FileSize.phrase(item.asset.size).in(language).utf8)
        html.markup(")</span></a>")
    }

    /// What a link says to those who do not see it.
    private func accessibleName(of node: MarkdownNode) -> String {
        if node.type == CMARK_NODE_IMAGE, isDecorative(node) { return "" }
        let own = node.type == CMARK_NODE_TEXT || node.type == CMARK_NODE_CODE ? plainText(of: node) : ""
        return own + node.children.map { accessibleName(of: $0) }.joined()
    }

    // MARK: Images

    mutating func figure(_ node: MarkdownNode) {
        html.markup("<figure>")
        image(node)
        html.markup("<figcaption>")
        html.text(node.title.utf8)
        html.markup("</figcaption></figure>\n")
    }

    /// An image among words: its caption, if it has one, follows it.
    private mutating func inlineImage(_ node: MarkdownNode) {
        guard mediaKind(of: node) == nil else {
            report(form == .lesson ? .mediaAmongWords : .mediaInQuiz, at: node)
            return
        }
        image(node)
        if !node.title.isEmpty {
            html.markup(" <span class=\"caption\">")
            html.text(node.title.utf8)
            html.markup("</span>")
        }
    }

    private func isDecorative(_ node: MarkdownNode) -> Bool { plainText(of: node) == "decorative" }

    private mutating func image(_ node: MarkdownNode) {
        let alternative = plainText(of: node).trimmingWhitespace()
        if alternative.isEmpty { report(.missingAlternative, at: node) }
        if alternative.contains("{lang=") { report(.unmatchedSpan, at: node) }
        guard case .file(let path) = LinkTarget(node.url) else {
            report(.refusedImage(node.url), at: node)
            return
        }
        guard let item = asset(path, kind: .image, at: node) else { return }
        html.markup("<img")
        html.address("src", item.asset.path)
        html.attribute("alt", isDecorative(node) ? "" : alternative)
        if let size = item.pixels {
            html.attribute("width", String(size.width))
            html.attribute("height", String(size.height))
        }
        html.markup(" loading=\"lazy\" decoding=\"async\">")
    }

    /// The file that a path names; `nil` when there is none or it is not fit, which is reported.
    mutating func asset(_ path: String, kind: AssetLibrary.Use, at node: MarkdownNode) -> AssetLibrary.Item? {
        switch item(path, as: kind) {
        case .success(let item): return item
        case .failure(let refusal):
            report(refusal.finding, at: node)
            return nil
        }
    }
}
