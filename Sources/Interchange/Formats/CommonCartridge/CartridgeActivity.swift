import Authoring
import Essentials
import Foundation

/// Makes an activity of one resource of a cartridge.
struct CartridgeActivity {
    struct Made {
        var activity: ActivityDraft
        var changes: [Phrase] = []
    }

    let reader: CartridgeReader
    let resource: ContentManifest.Resource
    let title: String
    private var session: ImportSession { reader.session }
    private var path: String { resource.href ?? resource.files.first ?? resource.identifier }

    init(reader: CartridgeReader, resource: ContentManifest.Resource, title: String) {
        self.reader = reader
        self.resource = resource
        self.title = title
    }

    /// - Returns: `nil` for what no activity can be made of.
    func read() throws(ImportError) -> Made? {
        let id = reader.activityIDs[resource.identifier] ?? session.ids.take(resource.identifier, kind: "activity")
        switch reader.kind(resource) {
        case .page: return try page(id)
        case .file: return try file(id)
        case .webLink: return try webLink(id)
        case .discussion: return try discussion(id)
        case .lti: return try lti(id)
        case .assignment: return try assignment(id)
        case .quiz: return try quiz(id)
        case .bank, .associated, .other: return nil
        }
    }

    private func texts() -> RichTextReader {
        RichTextReader(links: CartridgeLinks(reader, base: path), ledger: session.ledger, place: path, language: session.language)
    }

    /// The file of the resource; thin cartridges write it in the manifest itself.
    private func xml() throws(ImportError) -> MarkupElement {
        if resource.files.isEmpty, resource.href == nil,
            let inline = resource.element.elements.first(where: {
                !["file", "dependency", "metadata", "variant"].contains($0.name)
            })
        {
            return inline
        }
        return try XMLFile.read(try reader.archive.text(path), name: path, limits: session.limits)
    }

    private func page(_ id: String) throws(ImportError) -> Made? {
        guard let html = TextDecoding.text(try reader.archive.text(path)) else { return nil }
        let name = title.ifAny ?? HTMLFile.title(html) ?? String(path.split(separator: "/").last ?? "")
        var text = try texts().html(html)
        // The page of a lesson shows the title above it: said once more in the text, it would be there twice.
        if case .heading(1, let words)? = text.blocks.first, RichText.plain(words).oneLine == name.oneLine {
            text.blocks.removeFirst()
        }
        return Made(activity: ActivityDraft(id: id, title: name, body: .lesson(text)))
    }

    private func file(_ id: String) throws(ImportError) -> Made? {
        guard let kept = try session.files.add(path, try reader.archive.bytes(path)) else { return nil }
        reader.usedPaths.insert(reader.archive.find(path) ?? path)
        let name = title.ifAny ?? String(path.split(separator: "/").last ?? "")
        let block: RichText.Block =
            kept.use == .image
            ? .paragraph([.image(path: kept.path, alternative: name)]) : .paragraph([.link(kept.path, [.text(name)])])
        return Made(
            activity: ActivityDraft(id: id, title: name, body: .lesson(RichText(blocks: [block]))),
            changes: [
                Phrase(
                    fr: "une leçon qui le montre ou le donne à télécharger", en: "a lesson that shows it or gives it to download")
            ])
    }

    private func webLink(_ id: String) throws(ImportError) -> Made? {
        let link = try xml()
        let url = (link.first("url")?["href"] ?? "").trimmed
        let name = title.ifAny ?? link.text(of: "title") ?? url
        guard !url.isEmpty else { return nil }
        return Made(
            activity: ActivityDraft(id: id, title: name, body: .lesson(try texts().nodes([Self.anchor(url, name)]))),
            changes: [Phrase(fr: "une leçon avec ce lien", en: "a lesson with this link")])
    }

    static func anchor(_ url: String, _ name: String) -> MarkupNode {
        .element(MarkupElement(name: "a", attributes: ["href": url], children: [.text(name)]))
    }

    private func discussion(_ id: String) throws(ImportError) -> Made? {
        let topic = try xml()
        let text = try rich(topic.first("text"))
        var blocks = text.blocks
        for attachment in topic.first("attachments")?.all("attachment") ?? [] {
            guard let href = attachment["href"] else { continue }
            blocks += try texts().nodes([Self.anchor(href, String(href.split(separator: "/").last ?? ""))]).blocks
        }
        return Made(
            activity: ActivityDraft(
                id: id, title: title.ifAny ?? topic.text(of: "title") ?? resource.identifier,
                body: .discussion(RichText(blocks: blocks))))
    }

    private func lti(_ id: String) throws(ImportError) -> Made? {
        let link = try xml()
        let url = link.text(of: "secure_launch_url") ?? link.text(of: "launch_url") ?? ""
        let name = title.ifAny ?? link.text(of: "title") ?? resource.identifier
        var nodes: [MarkupNode] = []
        if let words = link.text(of: "description") { nodes.append(.element(MarkupElement(name: "p", children: [.text(words)]))) }
        if !url.isEmpty { nodes.append(Self.anchor(url, name)) }
        let note = Phrase(
            fr: "Cet outil d’un autre site demande sa propre connexion.",
            en: "This tool of another site asks for its own sign-in.")
        let text = try texts().nodes(nodes) + RichText(blocks: [.note([.text(note.in(session.language))])])
        return Made(
            activity: ActivityDraft(id: id, title: name, body: .lesson(text)),
            changes: [
                Phrase(fr: "un simple lien : Rebond ne lance pas d’outil LTI", en: "a plain link: Rebond starts no LTI tool")
            ])
    }

    private func assignment(_ id: String) throws(ImportError) -> Made? {
        let assignment = try xml()
        var draft = AssignmentDraft(text: try rich(assignment.first("text") ?? assignment.first("instructor_text")))
        let formats = assignment.first("submission_formats")?.all("format").compactMap { $0["type"] } ?? []
        draft.files = formats.contains("file") ? 1 : 0
        draft.takesText = formats.isEmpty || formats.contains { $0 != "file" }
        draft.points = assignment.first("gradable")?["points_possible"].flatMap { Double($0) }
        return Made(
            activity: ActivityDraft(
                id: id, title: title.ifAny ?? assignment.text(of: "title") ?? resource.identifier, body: .assignment(draft)))
    }

    private func rich(_ element: MarkupElement?) throws(ImportError) -> RichText {
        guard let element else { return RichText() }
        return element["texttype"] == "text/plain" ? RichText(plain: element.text) : try texts().html(element.text)
    }

    private func quiz(_ id: String) throws(ImportError) -> Made? {
        let root = try xml()
        guard let assessment = root.name == "assessment" ? root : root.descendants("assessment").first else { return nil }
        var quiz = QuizDraft()
        let fields = QTI12Item.fields(assessment)
        quiz.attempts = fields["cc_maxattempts"].flatMap { Int($0) }
        quiz.timeLimit = fields["qmd_timelimit"].flatMap { Double($0) }.map { max(1, Int($0.rounded())) }
        if let text = assessment.first("rubric") ?? assessment.first("presentation_material") {
            quiz.instructions = try QTI12Item.material(text, texts())
        }
        let links = CartridgeLinks(reader, base: path)
        try items(of: assessment, into: &quiz, links: links)
        if quiz.questions.isEmpty { return nil }
        return Made(
            activity: ActivityDraft(id: id, title: title.ifAny ?? assessment["title"] ?? resource.identifier, body: .quiz(quiz)))
    }

    private func items(of element: MarkupElement, into quiz: inout QuizDraft, links: CartridgeLinks) throws(ImportError) {
        for child in element.elements {
            switch child.name {
            case "item":
                if let question = try QTI12Item(item: SourceItem(child, session: session, links: links, place: path)).read() {
                    quiz.items.append(.question(question))
                }
            case "section":
                let number = child.first("selection_ordering")?.descendants("selection_number").first?.trimmedText.flatMap {
                    Int($0)
                }
                guard let number, number > 0 else {
                    try items(of: child, into: &quiz, links: links)
                    continue
                }
                var inner = QuizDraft()
                try items(of: child, into: &inner, links: links)
                var questions = inner.questions
                // Questions of one draw are worth the same.
                let points = questions.first?.points ?? 1
                for index in questions.indices { questions[index].points = points }
                if !questions.isEmpty { quiz.items.append(.drawFrom(number, questions)) }
            default: break
            }
        }
    }
}
