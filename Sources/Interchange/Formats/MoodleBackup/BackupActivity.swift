import Essentials
import Foundation

/// Makes an activity of one module of a backup.
struct BackupActivity {
    struct Made {
        var title: String
        var body: ActivityDraft.Body
        var changes: [Phrase] = []
    }

    let root: MarkupElement
    let type: String
    let title: String
    let place: String
    let session: ImportSession
    let files: BackupFiles
    let activities: [String: String]

    private var context: String { root["contextid"] ?? "" }

    /// A text of the activity. Moodle writes HTML as text.
    func rich(_ element: MarkupElement?, format: String?) throws(ImportError) -> RichText {
        guard let text = element?.text, text != "$@NULL@$" else { return RichText() }
        let context = context
        let links = BackupLinks(files, session: session, activities: activities) { $0.context == context }
        let reader = RichTextReader(links: links, ledger: session.ledger, place: place, language: session.language)
        switch format {
        case "2": return RichText(plain: text)
        case "4": return try reader.markdown(text)
        default: return try reader.html(text)
        }
    }

    /// - Returns: `nil` when there is nothing in it.
    func read() throws(ImportError) -> Made? {
        guard let element = root.first(type) else { return nil }
        let intro = try rich(element.first("intro"), format: element.text(of: "introformat"))
        switch type {
        case "page":
            let content = try rich(element.first("content"), format: element.text(of: "contentformat"))
            return Made(title: title, body: .lesson(intro + content))
        case "label":
            if intro.isEmpty { return nil }
            let words = TextCleaning.line(intro.plainText, atMost: 60).ifAny ?? title
            return Made(
                title: words, body: .lesson(intro), changes: [Phrase(fr: "une leçon à elle seule", en: "a lesson by itself")])
        case "url":
            let url = element.text(of: "externalurl") ?? ""
            let context = context
            let links = BackupLinks(files, session: session, activities: activities) { $0.context == context }
            let reader = RichTextReader(links: links, ledger: session.ledger, place: place, language: session.language)
            let link = try reader.nodes([CartridgeActivity.anchor(url, element.text(of: "name") ?? url)])
            return Made(
                title: title, body: .lesson(intro + link),
                changes: [Phrase(fr: "une leçon avec ce lien", en: "a lesson with this link")])
        case "resource", "folder": return try document(intro)
        case "book": return try book(element, intro)
        case "assign": return assign(element, intro)
        case "forum": return Made(title: title, body: .discussion(intro.isEmpty ? RichText(plain: title) : intro))
        default: return nil
        }
    }

    private func document(_ intro: RichText) throws(ImportError) -> Made? {
        var document = DocumentDraft(text: intro)
        var missing = 0
        for file in files.files where file.context == context && file.area == "content" {
            if let kept = try files.keep(file) {
                document.files.append(.init(path: kept.path, title: file.path))
            } else {
                missing += 1
            }
        }
        if document.files.isEmpty, intro.isEmpty { return nil }
        let changes =
            missing == 0
            ? []
            : [
                Phrase(
                    fr: "sans \(missing) fichier(s) qu’un cours ne prend pas", en: "without \(missing) files that no course takes"
                )
            ]
        return Made(title: title, body: .document(document), changes: changes)
    }

    private func book(_ element: MarkupElement, _ intro: RichText) throws(ImportError) -> Made {
        var text = intro
        let chapters = (element.first("chapters")?.all("chapter") ?? [])
            .sorted { (Int($0.text(of: "pagenum") ?? "") ?? 0) < (Int($1.text(of: "pagenum") ?? "") ?? 0) }
        for chapter in chapters {
            session.ledger.converted(
                "book chapter", place: place, title: chapter.text(of: "title") ?? "",
                how: Phrase(fr: "une partie de la leçon", en: "a part of the lesson"))
            let level = chapter.text(of: "subchapter") == "1" ? 3 : 2
            let content = try rich(chapter.first("content"), format: chapter.text(of: "contentformat"))
            let heading = RichText.Block.heading(level, [.text(chapter.text(of: "title") ?? "")])
            // The chapter's own headings stand below its title.
            let inner = content.blocks.map { block -> RichText.Block in
                if case .heading(let own, let words) = block { .heading(own + level, words) } else { block }
            }
            text = text + RichText(blocks: [heading] + inner)
        }
        return Made(
            title: title, body: .lesson(text),
            changes: chapters.count > 1
                ? [Phrase(fr: "ses chapitres, l’un après l’autre", en: "its chapters, one after the other")] : [])
    }

    private func assign(_ element: MarkupElement, _ intro: RichText) -> Made {
        var assignment = AssignmentDraft(text: intro)
        func setting(_ plugin: String, _ name: String) -> String? {
            element.first("plugin_configs")?.all("plugin_config").first {
                $0.text(of: "plugin") == plugin && $0.text(of: "subtype") == "assignsubmission" && $0.text(of: "name") == name
            }?.text(of: "value")
        }
        assignment.takesText = setting("onlinetext", "enabled") == "1"
        if setting("file", "enabled") == "1" {
            assignment.files = min(max(setting("file", "maxfilesubmissions").flatMap { Int($0) } ?? 1, 1), 10)
        }
        if let grade = element.text(of: "grade").flatMap({ Double($0) }), grade > 0 { assignment.points = grade }
        var changes: [Phrase] = []
        if element.text(of: "duedate").map({ $0 != "0" }) ?? false {
            changes.append(Phrase(fr: "sans ses dates", en: "without its dates"))
        }
        if assignment.files > 0 {
            changes.append(
                Phrase(fr: "les sortes de fichiers sont les plus courantes", en: "the kinds of files are the most common ones"))
        }
        return Made(title: title, body: .assignment(assignment), changes: changes)
    }
}
