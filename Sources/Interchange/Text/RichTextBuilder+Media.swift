import Authoring
import Essentials

/// Recordings and what is shown from elsewhere.
extension RichTextBuilder {
    mutating func media(_ element: MarkupElement) throws(ImportError) {
        let source = (element["src"] ?? element.descendants("source").compactMap { $0["src"] }.first ?? "").trimmed
        let name = String(source.split(separator: "/").last?.prefix { $0 != "?" } ?? "")
        let title = TextCleaning.line(
            element["title"] ?? element["aria-label"] ?? (name.isEmpty ? element.name : name), atMost: 150)
        let entry = reader.ledger.find(FormatElement.recording, place: reader.place, title: source)
        switch source.isEmpty ? .lost : try reader.links.meaning(of: source) {
        case .file(let kept) where try isTold(element, kept) && !shows(kept):
            try givePicture(element, kept)
            endLine()
            result.append(.media(title: title, path: kept.path))
            reader.ledger.imported(entry)
        case .file(let kept):
            // A recording without its words is an error in a lesson: it can only be downloaded.
            line.append(.link(kept.path, [.text(title)]))
            reader.ledger.imported(
                entry,
                changes: [
                    Phrase(
                        fr: "un téléchargement : pour qu’il se lise dans la page, écrivez ses sous-titres",
                        en: "a download: for it to be played in the page, write its captions")
                ])
        case .outside(let url) where CourseNaming.isOutsideLink(MarkdownEscaping.outside(url)):
            line.append(.link(MarkdownEscaping.outside(url), [.text(title)]))
            reader.ledger.imported(
                entry, changes: [Phrase(fr: "un lien vers l’enregistrement", en: "a link to the recording")])
        default:
            line.append(.text("(" + title + ")"))
            reader.ledger.left(
                entry, why: Phrase(fr: "l’enregistrement manque", en: "the recording is missing"),
                instead: Phrase(fr: "son nom", en: "its name"))
        }
    }

    /// Keeps the captions of a recording, each in its language; without any, the text of what is said.
    /// - Returns: whether there is either.
    private func isTold(_ element: MarkupElement, _ recording: FileShelf.Kept) throws(ImportError) -> Bool {
        guard recording.use == .media else { return false }
        var hasSome = false
        for track in element.descendants("track") {
            let kind = track["kind"]?.lowercased() ?? "subtitles"
            guard kind == "captions" || kind == "subtitles", let source = track["src"]?.trimmed.ifAny,
                case .file(let kept) = try reader.links.meaning(of: source)
            else { continue }
            let language = track["srclang"]?.trimmed.ifAny.flatMap { $0 == reader.language.rawValue ? nil : $0 }
            if try reader.links.files.give(captions: kept, language: language, to: recording) { hasSome = true }
        }
        if !hasSome, !told.isEmpty { return try reader.links.files.add(told: told, of: recording) }
        return hasSome
    }

    private func givePicture(_ element: MarkupElement, _ recording: FileShelf.Kept) throws(ImportError) {
        guard let source = element["poster"]?.trimmed.ifAny, case .file(let kept) = try reader.links.meaning(of: source) else {
            return
        }
        try reader.links.files.give(picture: kept, to: recording)
    }

    /// A lesson shows a recording once.
    private func shows(_ kept: FileShelf.Kept) -> Bool {
        result.contains { if case .media(_, kept.path) = $0 { true } else { false } }
    }

    /// A recording as Rebond shows it, without its weight and the link to it, which are written again.
    static func player(of figure: MarkupElement) -> [MarkupNode] {
        figure.children.filter { node in
            guard case .element(let inner) = node, inner.name == "p" else { return true }
            return !inner.has(class: "media-facts") && !inner.elements.contains { $0.has(class: "download") }
        }
    }

    /// The paragraphs of what is said, in the language of the text around it.
    static func told(in figure: MarkupElement) -> [String] {
        guard let text = figure.descendants("div").first(where: { $0.has(class: "transcript") && $0["lang"] == nil }) else {
            return []
        }
        return text.all("p").map { TextCleaning.clean($0.text).oneLine }.filter { !$0.isEmpty }
    }

    /// What is said in the recording that stands right before: Rebond writes it from the captions.
    func repeatsCaptions(_ element: MarkupElement) -> Bool {
        guard element.name == "details", line.allSatisfy(\.isBlank), case .media = result.last else { return false }
        return element.elements.contains { $0.has(class: "transcript") }
    }

    mutating func embedded(_ element: MarkupElement) throws(ImportError) {
        let source = (element["src"] ?? element["data"] ?? "").trimmed
        let title = TextCleaning.line(element["title"] ?? "", atMost: 150)
        let name = title.isEmpty ? TextCleaning.line(source, atMost: 80) : title
        let address = MarkdownEscaping.outside(source.hasPrefix("//") ? "https:" + source : source)
        let why = Phrase(
            fr: "une leçon ne montre pas d’autres pages dans la sienne", en: "a lesson shows no other pages inside its own")
        let words = Phrase(fr: "Contenu d’un autre site : ", en: "Content of another site: ").in(reader.language)
        var target: String?
        if !source.isEmpty {
            switch try reader.links.meaning(of: source) {
            case .file(let kept):
                if kept.use == .image, element.name == "object" {
                    let alternative = TextCleaning.line(element.text, atMost: 300)
                    line.append(
                        .image(
                            path: kept.path,
                            alternative: alternative.isEmpty
                                ? Phrase(fr: "Image à décrire", en: "Image to be described").in(reader.language) : alternative))
                    reader.ledger.converted(
                        FormatElement.embedded, place: reader.place, title: source, how: Phrase(fr: "une image", en: "an image"))
                    return
                }
                target = kept.path
            case .activity(let id): target = "activity:" + id
            case .outside: target = CourseNaming.isOutsideLink(address) ? address : nil
            case .lost: target = nil
            }
        }
        reader.ledger.left(
            FormatElement.embedded, place: reader.place, title: name, why: why,
            instead: target == nil ? Phrase(fr: "ses mots", en: "its words") : Phrase(fr: "un lien", en: "a link"))
        let inner = element.text.oneLine
        if let target {
            line.append(.text(words))
            line.append(.link(target, [.text(name)]))
        } else if !inner.isEmpty {
            line.append(.text(inner))
        }
    }
}

extension MarkupElement {
    func has(class name: String) -> Bool { self["class"]?.split(separator: " ").contains { $0 == name } ?? false }
}
