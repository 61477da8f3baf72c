/// Writes words in a line as Markdown.
struct InlinePrinter {
    let isInTable: Bool

    func print(_ inlines: [RichText.Inline]) -> String {
        var text = ""
        for part in parts(trimmed(merged(inlines))) {
            switch part {
            case .text(let piece): text += piece
            case .marked(let mark, let inner, let before, let after):
                text += before + wrapped(inner, in: mark, beforeIt: text + before) + after
            }
        }
        // What could begin something else at the beginning of a line is escaped there.
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { MarkdownEscaping.lineStart(String($0)) }.joined(separator: "\n")
    }

    private enum Part {
        case text(String)
        case marked(mark: String, String, before: String, after: String)
    }

    private func parts(_ inlines: [RichText.Inline]) -> [Part] {
        inlines.enumerated().map { index, inline in
            switch inline {
            case .text(let text): return .text(MarkdownEscaping.escape(spaced(text)))
            case .code(let code): return .text(span(code))
            case .emphasis(let inner): return marked("*", inner, next: index + 1 < inlines.count ? inlines[index + 1] : nil)
            case .strong(let inner): return marked("**", inner, next: index + 1 < inlines.count ? inlines[index + 1] : nil)
            case .deleted(let inner): return marked("~~", inner, next: index + 1 < inlines.count ? inlines[index + 1] : nil)
            case .link(let address, let inner): return .text(link(address, inner))
            case .image(let path, let alternative):
                let words = MarkdownEscaping.escape(TextCleaning.line(alternative, atMost: 300))
                return .text("![\(words)](\(path))")
            case .language(let tag, let words): return .text("[\(MarkdownEscaping.escape(spaced(words)))]{lang=\(tag)}")
            case .lineBreak: return .text("\\\n")
            }
        }
    }

    /// A run of marked words, with the spaces at its ends outside of the marks.
    private func marked(_ mark: String, _ inlines: [RichText.Inline], next: RichText.Inline?) -> Part {
        let inner = InlinePrinter(isInTable: isInTable).print(inlines.filter { $0 != .lineBreak })
        let before = RichText.plain(inlines).first?.isWhitespace == true ? " " : ""
        let after = RichText.plain(inlines).last?.isWhitespace == true ? " " : ""
        let core = inner.trimmed
        if core.isEmpty { return .text(before) }
        // The marks would not be read as such beside other marks, or between a letter and a sign.
        let follower = after.isEmpty ? next.flatMap { RichText.plain([$0]).first } : " "
        let isBesideLetter = follower.map { !$0.isWhitespace && !$0.isPunctuation && !$0.isSymbol } ?? false
        let endsInSign = core.last.map { $0.isPunctuation || $0.isSymbol } ?? false
        var isNextMarked = false
        if after.isEmpty, let next {
            switch next {
            case .emphasis, .strong, .deleted: isNextMarked = true
            default: break
            }
        }
        let touches = core.contains("*") || core.contains("~~") || core.hasSuffix("\\")
        if (isBesideLetter && endsInSign) || isNextMarked || touches { return .text(before + core + after) }
        return .marked(mark: mark, core, before: before, after: after)
    }

    private func wrapped(_ core: String, in mark: String, beforeIt text: String) -> String {
        guard let last = text.last else { return mark + core + mark }
        let isAfterLetter = !last.isWhitespace && !last.isPunctuation && !last.isSymbol
        let beginsWithSign = core.first.map { $0.isPunctuation || $0.isSymbol } ?? false
        if (isAfterLetter && beginsWithSign) || last == "*" || last == "~" || last == "\\" || last == "_" { return core }
        return mark + core + mark
    }

    private func link(_ address: String, _ inner: [RichText.Inline]) -> String {
        // No link stands in another, and an image in a link needs its words.
        let words = InlinePrinter(isInTable: isInTable).print(inner.flatMap { unlinked($0) })
            .replacing("\\\n", with: " ").trimmed
        let label = words.isEmpty ? MarkdownEscaping.escape(address) : words
        return "[\(label)](<\(MarkdownEscaping.address(address))>)"
    }

    private func unlinked(_ inline: RichText.Inline) -> [RichText.Inline] {
        switch inline {
        case .link(_, let inner): inner.flatMap { unlinked($0) }
        case .language(_, let words): [.text(words)]
        default: [inline]
        }
    }

    private func span(_ code: String) -> String {
        var text = TextCleaning.clean(code).oneLine
        if text.isEmpty { return "" }
        if isInTable { text = text.replacing("|", with: "\\|") }
        var longest = 0
        var run = 0
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
        return fence + pad + text + pad + fence
    }

    /// Any run of white space is one space.
    private func spaced(_ text: String) -> String {
        var result = ""
        var isAfterSpace = false
        for character in TextCleaning.clean(text) {
            // A no-break space is a letter to readers of French.
            let isSpace = character.isWhitespace && character != "\u{A0}" && character != "\u{202F}"
            if isSpace, isAfterSpace { continue }
            result.append(isSpace ? " " : character)
            isAfterSpace = isSpace
        }
        return result
    }

    /// Neighbours of the same kind are one.
    private func merged(_ inlines: [RichText.Inline]) -> [RichText.Inline] {
        var result: [RichText.Inline] = []
        for inline in inlines {
            switch (result.last, inline) {
            case (.text(let left)?, .text(let right)): result[result.count - 1] = .text(left + right)
            case (.strong(let left)?, .strong(let right)): result[result.count - 1] = .strong(left + right)
            case (.emphasis(let left)?, .emphasis(let right)): result[result.count - 1] = .emphasis(left + right)
            case (.code(let left)?, .code(let right)): result[result.count - 1] = .code(left + right)
            default: result.append(inline)
            }
        }
        return result
    }

    /// Without breaks and spaces at the ends, and without spaces beside breaks.
    private func trimmed(_ inlines: [RichText.Inline]) -> [RichText.Inline] {
        var rest = inlines[...]
        while let first = rest.first, isBlank(first) { rest.removeFirst() }
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        var result = Array(rest)
        for index in result.indices {
            guard case .text(var text) = result[index] else { continue }
            if index == 0 || result[index - 1] == .lineBreak { text = String(text.drop(while: \.isWhitespace)) }
            let isLast = index == result.count - 1 || result[index + 1] == .lineBreak
            if isLast { while text.last?.isWhitespace == true { text.removeLast() } }
            result[index] = .text(text)
        }
        var kept: [RichText.Inline] = []
        for inline in result where !(inline == .lineBreak && (kept.last == .lineBreak || kept.isEmpty)) { kept.append(inline) }
        return kept
    }

    private func isBlank(_ inline: RichText.Inline) -> Bool {
        switch inline {
        case .lineBreak: true
        case .text(let text): text.allSatisfy(\.isWhitespace)
        default: false
        }
    }
}
