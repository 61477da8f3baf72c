import CMarkGFM
import Essentials

/// A quote that begins with `[!tip]`: something that stands apart from the text, with a word that says what it is.
enum Callout: String, CaseIterable {
    case note, tip, warning, example, remember

    /// The words that an author may write between `[!` and `]`, in either language.
    private static let words: [(String, Callout)] = [
        ("note", .note), ("tip", .tip), ("astuce", .tip), ("warning", .warning), ("attention", .warning),
        ("example", .example), ("exemple", .example), ("remember", .remember), ("à retenir", .remember),
    ]

    static var knownWords: [String] { words.map(\.0) }

    /// - Parameter word: as written; capitals and accents do not matter.
    init?(word: String) {
        let folded = word.trimmingWhitespace().folded
        guard let kind = Self.words.first(where: { $0.0.folded == folded })?.1 else { return nil }
        self = kind
    }

    var label: Phrase {
        switch self {
        case .note: Phrase(fr: "Note", en: "Note")
        case .tip: Phrase(fr: "Astuce", en: "Tip")
        case .warning: Phrase(fr: "Attention", en: "Warning")
        case .example: Phrase(fr: "Exemple", en: "Example")
        case .remember: Phrase(fr: "À retenir", en: "Remember")
        }
    }

    /// The class of the block and, in the style sheet, its sign.
    var className: String { "callout callout-" + rawValue }
}

extension ContentRenderer {
    /// A quote, or a callout when its first words say so.
    mutating func quote(_ node: MarkdownNode) {
        guard let paragraph = node.firstChild, paragraph.type == CMARK_NODE_PARAGRAPH,
            let first = paragraph.firstChild, first.type == CMARK_NODE_TEXT, first.literal.starts(with: Array("[!".utf8)),
            let end = first.literal.firstIndex(of: UInt8(ascii: "]"))
        else {
            html.markup("<blockquote>\n")
            blocks(of: node)
            html.markup("</blockquote>\n")
            return
        }
        let word = String(decoding: first.literal[2..<end], as: UTF8.self)
        guard let kind = Callout(word: word) else {
            report(.unknownCallout(word), at: first)
            return
        }
        callout(kind, in: node, paragraph: paragraph, mark: (first, end + 1))
    }

    private mutating func callout(
        _ kind: Callout, in node: MarkdownNode, paragraph: MarkdownNode, mark: (text: MarkdownNode, length: Int)
    ) {
        let all = Array(paragraph.children)
        let lineEnd = all.firstIndex { $0.type == CMARK_NODE_SOFTBREAK || $0.type == CMARK_NODE_LINEBREAK } ?? all.count
        let title = Array(all[..<lineEnd])
        let rest = Array(all[min(lineEnd + 1, all.count)...])
        if rest.isEmpty, paragraph.next == nil {
            report(.emptyCallout, at: mark.text)
            return
        }
        html.markup("<div role=\"note\"")
        html.attribute("class", kind.className)
        html.markup(">\n<p class=\"callout-label\">")
        html.text(kind.label.in(language).utf8)
        let hasTitle = title.count > 1 || !mark.text.literal[mark.length...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        if hasTitle {
            html.text(Phrase(fr: "\u{A0}: ", en: ": ").in(language).utf8)
            inlines(title, skipping: mark.length)
        }
        html.markup("</p>\n")
        if !rest.isEmpty {
            html.markup("<p>")
            inlines(rest)
            html.markup("</p>\n")
        }
        for block in node.children.dropFirst() { self.block(block) }
        html.markup("</div>\n")
    }
}

extension Finding {
    static func unknownCallout(_ word: String) -> Finding {
        Finding(
            "unknown-callout",
            Phrase(
                fr: "« [!\(excerpt(word))] » n’est pas un encadré connu.", en: "\"[!\(excerpt(word))]\" is not a known callout."),
            hint: .nearest(to: word, among: Callout.knownWords))
    }

    static let emptyCallout = Finding(
        "empty-callout", Phrase(fr: "Cet encadré n’a pas de texte.", en: "This callout has no text."),
        hint: Phrase(
            fr: "Écrivez son texte sur les lignes suivantes, chacune après « > ».",
            en: "Write its text on the next lines, each after \">\"."))
}
