import Essentials
import Foundation

/// Reads a course of Open edX: OLX in an archive.
final class OLXReader {
    let session: ImportSession
    let archive: Archive
    /// Files that were read as what they are.
    private var consumed: Set<String> = []
    private var usedStatic: Set<String> = []
    /// Ids of the activities of verticals, by the names under which a text may speak of them.
    private var activityIDs: [String: String] = [:]

    init(session: ImportSession, archive: Archive) {
        self.session = session
        self.archive = archive
    }

    static let marker = "course.xml"

    /// - throws: ``ImportError``.
    func read() throws(ImportError) -> CourseDraft {
        let course = try resolved(try xml(Self.marker), depth: 0)
        if let language = course["language"].flatMap({ Language(rawValue: String($0.lowercased().prefix(2))) }) {
            session.language = language
        }
        var draft = CourseDraft(title: course["display_name"] ?? session.sourceName, summary: nil, language: session.language)
        var chapters: [MarkupElement] = []
        for element in course.elements where element.name == "chapter" { chapters.append(try tree(element, depth: 0)) }
        for vertical in chapters.flatMap({ $0.descendants("vertical") }) {
            let id = session.ids.take(vertical["url_name"] ?? vertical["display_name"] ?? "unit", kind: "unit")
            activityIDs[vertical["url_name"] ?? ""] = id
            for component in vertical.elements { if let name = component["url_name"] { activityIDs[name] = id } }
        }
        for (index, chapter) in chapters.enumerated() {
            session.advance(index, of: chapters.count)
            if let module = try module(chapter) { draft.modules.append(module) }
        }
        for element in course.elements where element.name != "chapter" { try other(element, place: Self.marker) }
        try leftovers()
        return draft
    }

    // MARK: Files and pointers

    private func xml(_ path: String) throws(ImportError) -> MarkupElement {
        let root = try XMLFile.read(try archive.text(path), name: path, limits: session.limits)
        consumed.insert(archive.find(path) ?? path)
        return root
    }

    /// An element that only points at its file is replaced by what stands there.
    private func resolved(_ element: MarkupElement, depth: Int) throws(ImportError) -> MarkupElement {
        guard let name = element["url_name"], depth < 4, element.elements.first(where: { _ in true }) == nil else {
            return element
        }
        let path = element.name + "/" + name.replacing(":", with: "/") + ".xml"
        guard let found = archive.find(path), !consumed.contains(found) else { return element }
        var inner = try xml(found)
        for (key, value) in element.attributes where inner[key] == nil { inner.attributes[key] = value }
        return inner.name == element.name ? inner : element
    }

    private static let structure: Set<String> = ["chapter", "sequential", "vertical"]

    /// An element with everything that it points at in its place.
    private func tree(_ element: MarkupElement, depth: Int) throws(ImportError) -> MarkupElement {
        var element = try resolved(element, depth: 0)
        guard depth < 6, Self.structure.contains(element.name) else { return element }
        var children: [MarkupNode] = []
        for child in element.elements { children.append(.element(try tree(child, depth: depth + 1))) }
        element.children = children
        return element
    }

    func texts(_ place: String) -> RichTextReader {
        RichTextReader(links: OLXLinks(self), ledger: session.ledger, place: place, language: session.language)
    }

    private func item(_ element: MarkupElement, _ place: String) -> SourceItem {
        SourceItem(element, session: session, links: OLXLinks(self), place: place)
    }

    /// What `/static/…` or `/jump_to_id/…` leads to.
    fileprivate func meaning(of address: String) throws(ImportError) -> LinkMeaning {
        if let data = DataAddress(address) {
            return try session.files.add("image." + data.ending, data.bytes).map { .file($0) } ?? .lost
        }
        if let name = Self.staticName(address) {
            let path = ContentManifest.path(name)
            for candidate in [path, path.replacing("/", with: "_"), path.replacing("@", with: "/")] {
                guard let found = archive.find("static/" + candidate) else { continue }
                guard let kept = try session.files.add(found, try archive.bytes(found)) else { return .lost }
                usedStatic.insert(found)
                return .file(kept)
            }
            // On the site that it names, when it names one.
            return address.contains("://") ? .outside(address) : .lost
        }
        if let jump = address.range(of: "/jump_to_id/") ?? address.range(of: "/jump_to/") {
            let name =
                address[jump.upperBound...].prefix { $0 != "#" && $0 != "?" }.split(separator: "@").last.map(String.init) ?? ""
            return activityIDs[name].map { .activity($0) } ?? .lost
        }
        return address.hasPrefix("/") && !address.hasPrefix("//") ? .lost : .outside(address)
    }

    /// The name in `static/` of what an address speaks of: `/static/a.png`, `/asset-v1:Org+Course+Run+type@asset+block@a.png` and
    /// the older `/c4x/Org/Course/asset/a.png`, these two with or without the site's name.
    private static func staticName(_ address: String) -> String? {
        for mark in ["/static/", "static/", "../static/"] where address.hasPrefix(mark) {
            return String(address.dropFirst(mark.count))
        }
        if let asset = address.range(of: "/asset-v1:") ?? address.range(of: "asset-v1:", options: .anchored),
            let block = address[asset.upperBound...].range(of: "+type@asset+block@")
        {
            return String(address[block.upperBound...])
        }
        let parts = address.split(separator: "/")
        if let start = parts.firstIndex(of: "c4x"), parts.count > start + 4, parts[start + 3] == "asset" {
            return parts[(start + 4)...].joined(separator: "/")
        }
        return nil
    }

    // MARK: The plan

    private func module(_ chapter: MarkupElement) throws(ImportError) -> ModuleDraft? {
        let title = chapter["display_name"] ?? chapter["url_name"] ?? ""
        let entry = session.ledger.find("chapter", place: "chapter/" + (chapter["url_name"] ?? ""), title: title)
        var module = ModuleDraft(id: session.ids.take("chapter-" + (chapter["url_name"] ?? title), kind: "module"), title: title)
        for sequential in chapter.elements {
            guard sequential.name == "sequential" else {
                try other(sequential, place: "chapter/" + (chapter["url_name"] ?? ""))
                continue
            }
            session.ledger.converted(
                "sequential", place: "sequential/" + (sequential["url_name"] ?? ""), title: sequential["display_name"] ?? "",
                how: Phrase(fr: "ses unités suivent, sans ce niveau", en: "its units follow, without this level"))
            for key in ["due", "start"] where sequential[key] != nil {
                session.ledger.left(
                    "due or start date", place: "sequential/" + (sequential["url_name"] ?? ""), title: sequential[key] ?? "",
                    why: Phrase(fr: "les dates sont celles d’une autre session", en: "the dates are those of another session"),
                    instead: .nothing)
            }
            for vertical in sequential.elements {
                if vertical.name == "vertical" {
                    module.activities += try unit(vertical)
                } else {
                    try other(vertical, place: "sequential/" + (sequential["url_name"] ?? ""))
                }
            }
        }
        if module.activities.isEmpty {
            session.ledger.left(entry, why: .isEmpty, instead: .nothing)
            return nil
        }
        session.ledger.imported(entry)
        return module
    }

    private func unit(_ vertical: MarkupElement) throws(ImportError) -> [ActivityDraft] {
        let name = vertical["url_name"] ?? ""
        let title = vertical["display_name"] ?? name
        let entry = session.ledger.find("vertical", place: "vertical/" + name, title: title)
        var runs = ActivityRuns()
        var shown: Set<String> = []
        for pointer in vertical.elements {
            let place = "\(pointer.name)/\(pointer["url_name"] ?? "")"
            switch pointer.name {
            case "html": try html(pointer, place: place, into: &runs)
            case "video":
                let video = OLXVideo(item: item(pointer, place), archive: archive, links: OLXLinks(self)) {
                    self.usedStatic.insert($0)
                }
                try video.read(into: &runs, shown: &shown)
            case "problem": try OLXProblem(item: item(pointer, place)).read(into: &runs)
            case "discussion":
                let entry = session.ledger.find("discussion", place: place, title: pointer["display_name"] ?? "")
                let topic = pointer["discussion_target"] ?? pointer["display_name"] ?? title
                runs.add(.discussion(RichText(plain: topic)))
                session.ledger.imported(entry)
            default: try other(pointer, place: "vertical/" + name)
            }
        }
        let made = runs.activities(id: activityIDs[name] ?? session.ids.take(name, kind: "unit"), title: title, session: session)
        if made.isEmpty {
            session.ledger.left(entry, why: .isEmpty, instead: .nothing)
        } else {
            session.ledger.imported(
                entry,
                changes: made.count == 1
                    ? []
                    : [
                        Phrase(
                            fr: "\(made.count) activités : les textes à part des questions",
                            en: "\(made.count) activities: texts apart from questions")
                    ])
        }
        return made
    }

    // MARK: Components

    private func html(_ element: MarkupElement, place: String, into runs: inout ActivityRuns) throws(ImportError) {
        let entry = session.ledger.find("html", place: place, title: element["display_name"] ?? "")
        if let filename = element["filename"], element.trimmedText == nil {
            let path = "html/" + filename.replacing(":", with: "/") + ".html"
            guard let found = archive.find(path), let text = TextDecoding.text(try archive.text(found)) else {
                session.ledger.left(entry, why: ImportError.missingFile(path).phrase, instead: .nothing)
                return
            }
            consumed.insert(found)
            runs.add(.text(try texts(place).html(text)))
        } else {
            runs.add(.text(try texts(place).nodes(element.children)))
        }
        session.ledger.imported(entry)
    }

    /// A component that Rebond does not have.
    private func other(_ element: MarkupElement, place: String) throws(ImportError) {
        session.ledger.left(
            "other block", place: place, title: "<\(element.name)> \(element["display_name"] ?? element["url_name"] ?? "")",
            why: Phrase(fr: "Rebond n’a pas de composant de cette sorte", en: "Rebond has no component of this kind"),
            instead: .nothing)
    }

    /// What nothing led to: files for learners, settings, drafts.
    private func leftovers() throws(ImportError) {
        for path in archive.files where !consumed.contains(path) {
            let isStatic = path.hasPrefix("static/")
            let entry = session.ledger.find(isStatic ? "static file" : "other file", place: path)
            if usedStatic.contains(path) {
                session.ledger.imported(entry)
                continue
            }
            let isKept = try session.files.keepAside(path, try archive.bytes(path))
            session.ledger.left(
                entry,
                why: isStatic
                    ? Phrase(fr: "aucun texte n’en parle", en: "no text speaks of it")
                    : Phrase(fr: "un réglage, ou une partie que rien n’appelle", en: "a setting, or a part that nothing calls"),
                instead: isKept ? .keptBeside : .nothing)
        }
    }
}

/// The addresses in the texts of a course of Open edX.
private final class OLXLinks: LinkReading {
    private let reader: OLXReader

    init(_ reader: OLXReader) {
        self.reader = reader
    }

    var files: FileShelf { reader.session.files }

    func meaning(of address: String) throws(ImportError) -> LinkMeaning { try reader.meaning(of: address) }
}
