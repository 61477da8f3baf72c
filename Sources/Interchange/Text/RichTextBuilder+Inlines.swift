import Authoring
import Essentials

extension RichTextBuilder {
    func inlines(_ nodes: [MarkupNode], depth: Int) throws(ImportError) -> [RichText.Inline] {
        var result: [RichText.Inline] = []
        for node in nodes {
            switch node {
            case .text(let text): result.append(.text(text))
            case .element(let element): result += try inline(element, depth: depth)
            }
        }
        return result
    }

    func inline(_ element: MarkupElement, depth: Int) throws(ImportError) -> [RichText.Inline] {
        if depth > 40 { return [.text(element.text)] }
        switch element.name {
        case "br": return [.lineBreak]
        case "b", "strong": return [.strong(try inlines(element.children, depth: depth + 1))]
        case "i", "em", "cite", "dfn", "var": return [.emphasis(try inlines(element.children, depth: depth + 1))]
        case "s", "del", "strike": return [.deleted(try inlines(element.children, depth: depth + 1))]
        case "code", "kbd", "samp", "tt": return element.text.trimmed.isEmpty ? [] : [.code(element.text)]
        case "q": return [.text("“")] + (try inlines(element.children, depth: depth + 1)) + [.text("”")]
        case "sub": return script(element, small: Array("₀₁₂₃₄₅₆₇₈₉"), signs: ["+": "₊", "-": "₋"], mark: "_")
        case "sup": return script(element, small: Array("⁰¹²³⁴⁵⁶⁷⁸⁹"), signs: ["+": "⁺", "-": "⁻"], mark: "^")
        case "a": return try link(element, depth: depth)
        case "img": return try image(element)
        case "math", "m:math": return formula(element)
        case "script", "style", "link", "meta", "base": return left(element)
        case "input" where element["type"]?.lowercased() == "checkbox":
            reader.ledger.converted(
                FormatElement.control, place: reader.place, title: "checkbox",
                how: Phrase(
                    fr: "une case à cocher dans une liste, un signe ailleurs", en: "a box to tick in a list, a sign elsewhere"))
            return [.text(element["checked"] == nil ? "☐ " : "☑ ")]
        case "input", "select", "textarea", "button", "canvas", "svg", "map", "area", "frame", "frameset", "param", "source",
            "track":
            return left(element)
        case "span", "font", "p", "div", "bdi", "bdo":
            return try language(element, depth: depth)
        case "iframe", "object", "embed", "applet", "video", "audio":
            var builder = RichTextBuilder(reader: reader)
            if element.name == "video" || element.name == "audio" {
                try builder.media(element)
            } else {
                try builder.embedded(element)
            }
            return builder.finished().flatMap { block -> [RichText.Inline] in
                switch block {
                case .paragraph(let inlines), .note(let inlines): inlines
                case .media(let title, let path): [.link(path, [.text(title)])]
                default: []
                }
            }
        case "li", "tr", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "ul", "ol", "table":
            return [.lineBreak] + (try inlines(element.children, depth: depth + 1)) + [.lineBreak]
        default: return try inlines(element.children, depth: depth + 1)
        }
    }

    /// Words in another language, when nothing else stands among them.
    private func language(_ element: MarkupElement, depth: Int) throws(ImportError) -> [RichText.Inline] {
        let inner = try inlines(element.children, depth: depth + 1)
        guard let tag = element["lang"]?.replacing("_", with: "-"), CourseNaming.isLanguageTag(tag),
            tag != reader.language.rawValue,
            case .text(let words)? = inner.first, inner.count == 1, !words.trimmed.isEmpty,
            !words.contains(where: { "[]{}".contains($0) || $0.isNewline }), words == words.trimmed
        else { return element.name == "p" || element.name == "div" ? inner + [.lineBreak] : inner }
        return [.language(tag, words)]
    }

    /// Digits above and below the line have letters of their own; for other words a sign says it.
    private func script(
        _ element: MarkupElement, small: [Character], signs: [Character: Character], mark: String
    ) -> [RichText.Inline] {
        let text = element.text.oneLine
        let letters: [Character?] = text.map { character in
            signs[character] ?? (character.isASCII ? character.wholeNumberValue.map { small[$0] } : nil)
        }
        if letters.allSatisfy({ $0 != nil }) { return [.text(String(letters.compactMap { $0 }))] }
        return text.isEmpty ? [] : [.text("\(mark)(\(text))")]
    }

    // MARK: Links and images

    private func link(_ element: MarkupElement, depth: Int) throws(ImportError) -> [RichText.Inline] {
        // The size of a download is written again.
        let children = element.children.filter { node in
            if case .element(let size) = node { !size.has(class: "file-size") } else { true }
        }
        let inner = try inlines(element.has(class: "download") ? children : element.children, depth: depth + 1)
        let address = (element["href"] ?? "").trimmed
        // A place in the same page, which has no address of its own here.
        if address.isEmpty || address.hasPrefix("#") { return inner }
        switch try reader.links.meaning(of: address) {
        case .outside(let url):
            let full = url.hasPrefix("//") ? "https:" + url : url
            if CourseNaming.isOutsideLink(MarkdownEscaping.outside(full)) {
                return [.link(MarkdownEscaping.outside(full), inner)]
            }
            return lost(address, inner)
        case .file(let kept): return [.link(kept.path, inner.isEmpty ? [.text(address)] : inner)]
        case .activity(let id): return [.link("activity:" + id, inner.isEmpty ? [.text(id)] : inner)]
        case .lost: return lost(address, inner)
        }
    }

    private func lost(_ address: String, _ inner: [RichText.Inline]) -> [RichText.Inline] {
        reader.ledger.left(
            FormatElement.deadLink, place: reader.place, title: address,
            why: Phrase(
                fr: "le lien ne mène à rien que le cours puisse contenir",
                en: "the link leads to nothing that the course can hold"),
            instead: Phrase(fr: "ses mots restent, sans lien", en: "its words stay, without a link"))
        return inner
    }

    private func image(_ element: MarkupElement) throws(ImportError) -> [RichText.Inline] {
        let source = (element["src"] ?? "").trimmed
        let described = TextCleaning.line(element["alt"] ?? "", atMost: 300)
        let isDecorative = element["alt"] != nil && described.isEmpty
        if case .file(let kept) = try reader.links.meaning(of: source), kept.use == .image {
            let path = kept.path
            if !described.isEmpty {
                let entry = reader.ledger.find(FormatElement.image, place: reader.place, title: source)
                reader.ledger.imported(entry)
                return [.image(path: path, alternative: described)]
            }
            if isDecorative {
                reader.ledger.converted(
                    FormatElement.image, place: reader.place, title: source,
                    how: Phrase(
                        fr: "sans texte de remplacement : prise pour décorative",
                        en: "without alternative text: taken for decorative"))
                return [.image(path: path, alternative: "decorative")]
            }
            reader.ledger.converted(
                FormatElement.image, place: reader.place, title: source,
                how: Phrase(fr: "le texte de remplacement est à écrire", en: "its alternative text is to be written"))
            return [
                .image(path: path, alternative: Phrase(fr: "Image à décrire", en: "Image to be described").in(reader.language))
            ]
        }
        let isOutside = CourseNaming.isOutsideLink(MarkdownEscaping.outside(source))
        reader.ledger.left(
            FormatElement.image, place: reader.place, title: source,
            why: isOutside
                ? Phrase(fr: "l’image est sur un autre site", en: "the image is on another site")
                : Phrase(
                    fr: "l’image manque, ou un cours n’en prend pas de cette sorte",
                    en: "the image is missing, or of a kind that no course takes"),
            instead: isOutside
                ? Phrase(fr: "un lien vers elle", en: "a link to it") : Phrase(fr: "sa description", en: "its description"))
        let words = described.isEmpty ? Phrase(fr: "image", en: "image").in(reader.language) : described
        if isOutside { return [.link(MarkdownEscaping.outside(source), [.text(words)])] }
        return [.text("(" + words + ")")]
    }

    /// Formulas have no form in a course: their source, or their text, stands as code.
    private func formula(_ element: MarkupElement) -> [RichText.Inline] {
        let tex = element.descendants("annotation").first { $0["encoding"]?.lowercased().contains("tex") ?? false }?.trimmedText
        let text = tex ?? element["alttext"] ?? element.text.oneLine
        reader.ledger.converted(
            FormatElement.formula, place: reader.place, title: text,
            how: Phrase(fr: "écrite comme du texte", en: "written as text"))
        return text.trimmed.isEmpty ? [] : [.code(text)]
    }

    private func left(_ element: MarkupElement) -> [RichText.Inline] {
        switch element.name {
        case "link", "meta", "base", "param", "source", "track", "area": return []
        case "script", "style":
            reader.ledger.left(
                element.name == "script" ? FormatElement.script : FormatElement.style, place: reader.place, title: element.text,
                why: Phrase(
                    fr: "un cours ne contient ni programme ni style", en: "a course holds neither programs nor styles"),
                instead: .nothing)
            return []
        default:
            let text = element.text.oneLine
            reader.ledger.left(
                FormatElement.control, place: reader.place, title: "<\(element.name)> \(text)",
                why: Phrase(
                    fr: "une leçon n’a ni champ ni dessin programmé", en: "a lesson has neither fields nor programmed drawings"),
                instead: text.isEmpty || element.name == "svg" ? .nothing : Phrase(fr: "ses mots", en: "its words"))
            return text.isEmpty || element.name == "svg" ? [] : [.text(text)]
        }
    }
}

extension MarkdownEscaping {
    /// An address with what may not stand in one written in percent.
    static func outside(_ address: String) -> String {
        TextCleaning.clean(address).trimmed.unicodeScalars.map { scalar in
            switch scalar {
            case " ": "%20"
            case "\\": "%5C"
            case "\n", "\t": ""
            default: scalar.properties.isWhitespace ? "%20" : String(scalar)
            }
        }.joined()
    }
}
