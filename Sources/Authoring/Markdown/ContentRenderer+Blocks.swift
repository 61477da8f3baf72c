import CMarkGFM
import Essentials

extension ContentRenderer {
    mutating func blocks(of parent: MarkdownNode) {
        for child in parent.children { block(child) }
    }

    mutating func block(_ node: MarkdownNode) {
        switch node.type {
        case CMARK_NODE_PARAGRAPH: paragraph(node)
        case CMARK_NODE_HEADING: heading(node)
        case CMARK_NODE_LIST: list(node)
        case CMARK_NODE_CODE_BLOCK: codeBlock(node)
        case CMARK_NODE_BLOCK_QUOTE: quote(node)
        // Written after everything else, in their order.
        case CMARK_NODE_FOOTNOTE_DEFINITION: break
        case CMARK_NODE_THEMATIC_BREAK: html.markup("<hr>\n")
        case CMARK_NODE_HTML_BLOCK: report(.rawHTML(node.literal), at: node)
        default:
            if node.typeName == "table" { table(node) } else { report(.markdownUnread, at: node) }
        }
    }

    private mutating func paragraph(_ node: MarkdownNode) {
        if let image = onlyImage(of: node), let kind = mediaKind(of: image) {
            media(image, kind)
        } else if let image = onlyImage(of: node), !image.title.isEmpty {
            figure(image)
        } else if isTight(node) {
            inlines(of: node)
            if node.next != nil { html.markup("\n") }
        } else {
            html.markup("<p>")
            inlines(of: node)
            html.markup("</p>\n")
        }
    }

    /// Whether a paragraph stands in a list without blank lines, where it goes without its `<p>`.
    private func isTight(_ paragraph: MarkdownNode) -> Bool {
        guard let list = paragraph.parent?.parent, list.type == CMARK_NODE_LIST else { return false }
        return cmark_node_get_list_tight(list.pointer) != 0
    }

    private mutating func heading(_ node: MarkdownNode) {
        guard form == .lesson else {
            report(.headingInQuiz, at: node)
            return
        }
        let level = Int(cmark_node_get_heading_level(node.pointer))
        if level == 1 {
            report(.firstLevelHeading, at: node)
        } else if level > headingLevel + 1 {
            report(.skippedHeading(from: headingLevel, to: level), at: node)
        }
        headingLevel = level
        headingText = plainText(of: node).trimmingWhitespace()
        if headingText.isEmpty { report(.emptyHeading, at: node) }
        let tag = Self.headingTags[min(max(level, 2), 6) - 2]
        html.markup("<")
        html.markup(tag)
        html.attribute("id", freshHeadingID(for: headingText))
        html.markup(">")
        inlines(of: node)
        html.markup("</")
        html.markup(tag)
        html.markup(">\n")
    }

    private static let headingTags: [StaticString] = ["h2", "h3", "h4", "h5", "h6"]

    /// `section-` and the words of the heading, so that it is never one of the page's own ids.
    private mutating func freshHeadingID(for text: String) -> String {
        let base = HeadingLink.id(for: text)
        var id = base
        var number = 2
        while !headingIDs.insert(id).inserted {
            id = base + "-\(number)"
            number += 1
        }
        return id
    }

    private mutating func list(_ node: MarkdownNode) {
        let isOrdered = cmark_node_get_list_type(node.pointer) == CMARK_ORDERED_LIST
        let isTasks = node.children.contains { $0.typeName == "tasklist" }
        if isOrdered {
            html.markup("<ol")
            let start = cmark_node_get_list_start(node.pointer)
            if start != 1 { html.attribute("start", String(start)) }
        } else {
            html.markup("<ul")
        }
        if isTasks { html.attribute("class", "task-list") }
        html.markup(">\n")
        for item in node.children { self.item(item) }
        if isOrdered { html.markup("</ol>\n") } else { html.markup("</ul>\n") }
    }

    private mutating func item(_ node: MarkdownNode) {
        guard node.typeName == "tasklist" else {
            html.markup("<li>")
            blocks(of: node)
            html.markup("</li>\n")
            return
        }
        guard let first = node.firstChild, first.type == CMARK_NODE_PARAGRAPH else {
            report(.emptyTask, at: node)
            return
        }
        // A box that one can tick for oneself; its name is the first paragraph.
        html.markup("<li class=\"task\"><label><input type=\"checkbox\"")
        if cmark_gfm_extensions_get_tasklist_item_checked(node.pointer) { html.markup(" checked") }
        html.markup("> ")
        inlines(of: first)
        html.markup("</label>\n")
        for rest in node.children.dropFirst() { block(rest) }
        html.markup("</li>\n")
    }

    private mutating func codeBlock(_ node: MarkdownNode) {
        let text = node.literal
        html.markup("<pre")
        // A long line scrolls sideways on a phone: it must be reachable with the keyboard.
        if text.split(separator: UInt8(ascii: "\n")).contains(where: { $0.count > 30 }) { html.markup(" tabindex=\"0\"") }
        html.markup("><code")
        if let name = codeLanguage(of: node) { html.attribute("class", "language-" + name) }
        html.markup(">")
        code(text, language: codeLanguage(of: node))
        html.markup("</code></pre>\n")
        countWords(text)
    }

    /// The word after the fence, when it can be the name of a language.
    private func codeLanguage(of node: MarkdownNode) -> String? {
        let name = node.codeInfo.prefix { !$0.isWhitespace }.lowercased()
        let isName = name.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789+#-_.".unicodeScalars.contains($0))
        }
        return isName && (1...30).contains(name.utf8.count) ? name : nil
    }

    /// Code, with its words marked by what they are in languages that are known.
    private mutating func code(_ text: UnsafeBufferPointer<UInt8>, language name: String?) {
        var start = 0
        for token in name.flatMap(CodeLanguage.init(name:))?.tokens(of: text) ?? [] {
            html.text(text[start..<token.range.lowerBound])
            html.markup("<span")
            html.attribute("class", token.kind.className)
            html.markup(">")
            html.text(text[token.range])
            html.markup("</span>")
            start = token.range.upperBound
        }
        html.text(text[start...])
    }

    // MARK: Phrases

    /// Paragraphs and blocks of code as words in a line, which is all that a label may hold.
    mutating func phrases(of parent: MarkdownNode) {
        for child in parent.children {
            switch child.type {
            case CMARK_NODE_PARAGRAPH:
                if child.previous?.type == CMARK_NODE_PARAGRAPH { html.markup("<br>") }
                inlines(of: child)
            case CMARK_NODE_CODE_BLOCK:
                html.markup("<code")
                let name = codeLanguage(of: child)
                html.attribute("class", "code-block" + (name.map { " language-" + $0 } ?? ""))
                html.markup(">")
                var text = child.literal[...]
                while text.last == UInt8(ascii: "\n") { text = text.dropLast() }
                code(UnsafeBufferPointer(rebasing: text), language: name)
                html.markup("</code>")
                countWords(child.literal)
            case CMARK_NODE_FOOTNOTE_DEFINITION: break
            default: report(.phraseTooRich, at: child)
            }
        }
    }

    // MARK: Tables

    private mutating func table(_ node: MarkdownNode) {
        tables += 1
        let name = headingText.isEmpty ? "" : Phrase(fr: " : \(headingText)", en: ": \(headingText)").in(language)
        let label = Phrase(fr: "Tableau \(tables)", en: "Table \(tables)").in(language) + name
        html.markup("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\"")
        html.attribute("aria-label", label)
        html.markup("><table>\n")
        let alignments = alignments(of: node)
        var hasBody = false
        for row in node.children {
            if cmark_gfm_extensions_get_table_row_is_header(row.pointer) != 0 {
                html.markup("<thead>\n")
                tableRow(row, isHead: true, alignments: alignments)
                html.markup("</thead>\n")
            } else {
                if !hasBody { html.markup("<tbody>\n") }
                hasBody = true
                tableRow(row, isHead: false, alignments: alignments)
            }
        }
        if hasBody { html.markup("</tbody>\n") }
        html.markup("</table></div>\n")
    }

    private mutating func tableRow(_ row: MarkdownNode, isHead: Bool, alignments: [UInt8]) {
        html.markup("<tr>")
        for (column, cell) in row.children.enumerated() {
            // An empty cell of the head names nothing: it is no header.
            let isHeader = isHead && cell.firstChild != nil
            html.markup(isHeader ? "<th scope=\"col\"" : "<td")
            switch column < alignments.count ? alignments[column] : 0 {
            case UInt8(ascii: "c"): html.markup(" class=\"align-center\"")
            case UInt8(ascii: "r"): html.markup(" class=\"align-right\"")
            default: break
            }
            html.markup(">")
            inlines(of: cell)
            html.markup(isHeader ? "</th>" : "</td>")
        }
        html.markup("</tr>\n")
    }

    private func alignments(of table: MarkdownNode) -> [UInt8] {
        let count = Int(cmark_gfm_extensions_get_table_columns(table.pointer))
        guard let pointer = cmark_gfm_extensions_get_table_alignments(table.pointer) else { return [] }
        return Array(UnsafeBufferPointer(start: pointer, count: count))
    }
}
