import CourseContent
import Essentials

/// The bodies of documents, sessions, discussions, decks, surveys and placement tests.
struct KindFields {
    let activity: ActivityFields
    let limits: FolderLimits
    private var fields: Fields { activity.fields }
    private var scope: FileScope { activity.scope }

    init(_ activity: ActivityFields, limits: FolderLimits) {
        self.activity = activity
        self.limits = limits
    }

    /// The body; `nil` for a kind that is read elsewhere.
    func content(_ renderer: inout ContentRenderer) -> ActivityContent? {
        switch activity.kind {
        case .document: .document(document(&renderer))
        case .session: .session(session(&renderer))
        case .discussion: .discussion(discussion(&renderer))
        case .deck: .deck(deck(&renderer))
        case .survey: .survey(survey(&renderer))
        case .placement: .placement(placement(&renderer))
        default: nil
        }
    }

    // MARK: Texts

    /// A text of the page, with headings from the second level on; empty when there is none.
    private func text(_ renderer: inout ContentRenderer, required: Bool = false) -> String {
        guard let node = fields.value("text", required: required), let markdown = scope.markdown(node) else { return "" }
        let html = renderer.render(markdown, as: .lesson)
        if !renderer.media.isEmpty {
            scope.report(.mediaOutsideLesson, at: node)
            renderer.media = []
        }
        return html
    }

    /// The ids of the entries of a list, each once.
    private struct Seen {
        var places: [String: SourcePosition] = [:]

        mutating func take(_ id: String, at position: SourcePosition, scope: FileScope) -> Bool {
            if let first = places[id] {
                scope.report(.duplicateID(id, file: scope.source.file, line: first.line), at: position)
                return false
            }
            places[id] = position
            return true
        }
    }

    // MARK: Documents

    private func document(_ renderer: inout ContentRenderer) -> DocumentContent {
        let html = text(&renderer)
        var files: [DocumentFile] = []
        var seen: [String: Int] = [:]
        for item in fields.list("files") {
            guard let entry = Fields(item, keys: ["file", "title", "description"], scope: scope) else { continue }
            let path = entry.text("file", required: true, atMost: 500)
            let title = entry.text("title", required: true, atMost: TextLimit.title)
            let description = entry.text("description", atMost: TextLimit.summary)
            guard let path, let asset = file(path, entry, &renderer) else { continue }
            if let line = seen.updateValue(entry.position(of: "file").line, forKey: asset.path) {
                scope.report(.repeatedFile(path, line: line), at: entry.position(of: "file"))
                continue
            }
            files.append(DocumentFile(title: title ?? "", description: description, asset: asset))
        }
        if fields["text"] == nil, fields["files"] == nil { scope.report(.emptyDocument, at: fields.position) }
        return DocumentContent(html: html, files: files, assets: renderer.assets)
    }

    private func file(_ path: String, _ entry: Fields, _ renderer: inout ContentRenderer) -> CourseAsset? {
        switch renderer.item(path, as: .download) {
        case .failure(let refusal):
            scope.report(refusal.finding, at: entry["file"]?.position ?? entry.position)
            return nil
        case .success(let item): return item?.asset
        }
    }

    // MARK: Sessions and discussions

    private func session(_ renderer: inout ContentRenderer) -> SessionContent {
        let form = fields.word("form", as: SessionForm.self, required: true) ?? .virtual
        if activity.place == .inPerson, activity.fields["minutes"] == nil {
            scope.report(.sessionWithoutMinutes, at: fields.position)
        }
        let html = text(&renderer, required: true)
        let preparation = fields["preparation"].flatMap { scope.markdown($0) }.map { renderer.render($0, as: .text) }
        let bring = fields.list("bring").compactMap { scope.text($0, atMost: TextLimit.title) }
        return SessionContent(form: form, html: html, preparation: preparation, bring: bring, assets: renderer.assets)
    }

    private func discussion(_ renderer: inout ContentRenderer) -> DiscussionContent {
        let html = text(&renderer, required: true)
        let posts = if case .contributed(let posts) = activity.completion { posts } else { 1 }
        return DiscussionContent(html: html, posts: posts, assets: renderer.assets)
    }

    private func survey(_ renderer: inout ContentRenderer) -> SurveyContent {
        let html = text(&renderer)
        return SurveyFields(fields: fields, limits: limits).content(html: html, assets: renderer.assets)
    }

    private func placement(_ renderer: inout ContentRenderer) -> PlacementContent {
        let html = text(&renderer)
        return PlacementFields(fields: fields, limits: limits).content(html: html, &renderer)
    }

    // MARK: Decks

    private func deck(_ renderer: inout ContentRenderer) -> DeckContent {
        let html = text(&renderer)
        var cards: [DeckCard] = []
        var seen = Seen()
        let list = fields.list("cards", required: true)
        if list.count > limits.cardsPerDeck {
            scope.report(
                .tooMany(Phrase(fr: "cartes", en: "cards"), limit: limits.cardsPerDeck), at: fields.position(of: "cards"))
        }
        for item in list.prefix(limits.cardsPerDeck) {
            let keys = ["id", "front", "back", "example", "language"]
            guard let entry = Fields(item, keys: keys, scope: scope) else { continue }
            let front = entry.text("front", required: true, atMost: TextLimit.title)
            let back = entry.text("back", required: true, atMost: TextLimit.summary)
            let example = entry.text("example", atMost: TextLimit.summary)
            let tag = entry.text("language", atMost: 40)
            if let tag, let node = entry["language"], !LanguageSpans.isLanguage(tag) {
                scope.report(.badSpanLanguage(tag), at: node)
            }
            guard let id = entry.identifier("id"), seen.take(id, at: entry.position(of: "id"), scope: scope) else { continue }
            cards.append(
                DeckCard(
                    id: id, front: front ?? "", back: back ?? "", example: example,
                    language: tag == activity.language.rawValue ? nil : tag))
        }
        return DeckContent(html: html, cards: cards, assets: renderer.assets)
    }
}
