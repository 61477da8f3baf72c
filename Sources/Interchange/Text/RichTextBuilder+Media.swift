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
