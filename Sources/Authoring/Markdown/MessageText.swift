import CMarkGFM

/// The text of a message as HTML: the few marks of Markdown that help in a letter. Tags are words, pictures and headings become links and strong
/// words, and an address leads out only if it is one of the web, of mail or of a telephone.
package enum MessageText {
    /// - Returns: HTML; a text that Markdown would need too long for, or that nests too deep, stands as it was typed.
    package static func html(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard MarkdownGuard.refusal(of: bytes) == nil else { return plain(text) }
        let written = MarkdownTree.withDocument(bytes) { root -> String? in
            guard MarkdownTree.tooDeep(root) == nil else { return nil }
            var writer = Writer()
            writer.blocks(of: root)
            return writer.html.string
        }
        return written.flatMap { $0 } ?? plain(text)
    }

    private static func plain(_ text: String) -> String {
        var html = HTMLText()
        html.markup("<p>")
        html.text(text.utf8)
        html.markup("</p>\n")
        return html.string
    }

    private struct Writer {
        var html = HTMLText()

        mutating func blocks(of node: MarkdownNode) {
            for child in node.children { block(child) }
        }

        private mutating func block(_ node: MarkdownNode) {
            switch node.type {
            case CMARK_NODE_PARAGRAPH:
                html.markup("<p>")
                inlines(of: node)
                html.markup("</p>\n")
            case CMARK_NODE_HEADING:
                html.markup("<p><strong>")
                inlines(of: node)
                html.markup("</strong></p>\n")
            case CMARK_NODE_BLOCK_QUOTE:
                html.markup("<blockquote>\n")
                blocks(of: node)
                html.markup("</blockquote>\n")
            case CMARK_NODE_LIST:
                let isOrdered = cmark_node_get_list_type(node.pointer) == CMARK_ORDERED_LIST
                if isOrdered {
                    html.markup("<ol")
                    html.attribute("start", "\(cmark_node_get_list_start(node.pointer))")
                    html.markup(">\n")
                } else {
                    html.markup("<ul>\n")
                }
                for item in node.children {
                    html.markup("<li>")
                    blocks(of: item)
                    html.markup("</li>\n")
                }
                if isOrdered { html.markup("</ol>\n") } else { html.markup("</ul>\n") }
            case CMARK_NODE_CODE_BLOCK:
                html.markup("<pre tabindex=\"0\"><code>")
                html.text(node.literal)
                html.markup("</code></pre>\n")
            case CMARK_NODE_HTML_BLOCK:
                html.markup("<p>")
                // The end of the line that closes it is none of its words.
                html.text(node.literal.last == 0x0A ? node.literal.dropLast() : node.literal[...])
                html.markup("</p>\n")
            case CMARK_NODE_THEMATIC_BREAK: html.markup("<hr>\n")
            default:
                if node.typeName == "table_row" || node.typeName == "table_header" {
                    row(node)
                } else {
                    blocks(of: node)
                }
            }
        }

        /// A table of a letter is a line for each of its rows.
        private mutating func row(_ node: MarkdownNode) {
            html.markup("<p>")
            for (index, cell) in node.children.enumerated() {
                if index > 0 { html.markup(" · ") }
                inlines(of: cell)
            }
            html.markup("</p>\n")
        }

        private mutating func inlines(of node: MarkdownNode) {
            for child in node.children { inline(child) }
        }

        private mutating func inline(_ node: MarkdownNode) {
            switch node.type {
            case CMARK_NODE_TEXT, CMARK_NODE_HTML_INLINE: html.text(node.literal)
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: html.markup("<br>\n")
            case CMARK_NODE_CODE:
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
            case CMARK_NODE_LINK, CMARK_NODE_IMAGE: link(node)
            case CMARK_NODE_FOOTNOTE_REFERENCE: html.text("[^\(String(decoding: node.literal, as: UTF8.self))]".utf8)
            default:
                if node.typeName == "strikethrough" {
                    html.markup("<del>")
                    inlines(of: node)
                    html.markup("</del>")
                } else {
                    inlines(of: node)
                }
            }
        }

        private mutating func link(_ node: MarkdownNode) {
            switch LinkTarget(node.url) {
            case .web(let address), .mail(let address), .phone(let address):
                html.markup("<a")
                html.address("href", address)
                html.markup(" rel=\"noopener noreferrer\">")
                if node.firstChild == nil { html.text(address.utf8) } else { inlines(of: node) }
                html.markup("</a>")
            case .activity, .heading, .term, .file, .refused: inlines(of: node)
            }
        }
    }
}
