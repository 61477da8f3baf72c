import Authoring
import Essentials
import Foundation

/// Reads the manifest of a SCORM 1.2 or 2004 package and keeps the package whole, as a document that says what is in it.
struct SCORMReader {
    let session: ImportSession
    let archive: Archive
    let manifest: ContentManifest
    /// The package itself.
    let file: URL

    /// Whether a manifest is that of a SCORM package.
    static func isOne(_ manifest: ContentManifest) -> Bool {
        manifest.schema.contains("scorm") || manifest.schema.contains("adl")
            || manifest.resources.contains { $0.element["scormtype"] != nil || $0.element["scormType"] != nil }
    }

    private static func isSCO(_ resource: ContentManifest.Resource) -> Bool {
        (resource.element["scormtype"] ?? resource.element["scormType"] ?? "").lowercased() == "sco"
    }

    /// - throws: ``ImportError``.
    func read() throws(ImportError) -> CourseDraft {
        let title = manifest.organizations.first?.title.ifAny ?? manifest.title ?? session.sourceName
        var draft = CourseDraft(title: title, summary: manifest.summary, language: manifest.language ?? session.language)
        session.language = draft.language
        for resource in manifest.resources {
            let entry = session.ledger.find(
                Self.isSCO(resource) ? "resource: sco" : "resource: asset", place: resource.href ?? resource.identifier,
                title: resource.identifier)
            session.ledger.imported(entry, changes: [.inPackage])
        }
        guard let kept = try package() else { throw .damagedArchive(entry: nil) }
        var module = ModuleDraft(id: session.ids.take("package", kind: "module"), title: title)
        let organizations =
            manifest.organizations.isEmpty ? [(title: title, items: [ContentManifest.Item]())] : manifest.organizations
        for (index, organization) in organizations.enumerated() {
            let name = organization.title.ifAny ?? title
            if !manifest.organizations.isEmpty {
                session.ledger.imported(
                    session.ledger.find("organization", place: ContentManifest.name, title: name),
                    changes: [Phrase(fr: "un document", en: "a document")])
            }
            let note = Phrase(
                fr: "Ce paquet SCORM est gardé tel quel. Rebond ne le joue pas encore dans la page : il se télécharge.",
                en: "This SCORM package is kept as it is. Rebond does not play it in the page yet: it can be downloaded.")
            var text = RichText(blocks: [.note([.text(note.in(session.language))])])
            let list = items(organization.items)
            if !list.isEmpty { text.blocks.append(.list(isOrdered: true, start: 1, items: list)) }
            let document = DocumentDraft(text: text, files: [.init(path: kept.path, title: name)])
            let id = session.ids.take(index == 0 ? "scorm" : "scorm-\(index + 1)", kind: "document")
            module.activities.append(ActivityDraft(id: id, title: name, body: .document(document)))
        }
        draft.modules = [module]
        return draft
    }

    /// The package among the files of the course; `nil` when it is larger than those may be.
    private func package() throws(ImportError) -> FileShelf.Kept? {
        let path = file.path(percentEncoded: false)
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
        if size > FolderLimits().asset { throw .packageTooLarge(FolderLimits().asset) }
        guard let data = FileManager.default.contents(atPath: path) else { throw .cannotRead(path) }
        return try session.files.add((file.deletingPathExtension().lastPathComponent.ifAny ?? "scorm") + ".zip", Array(data))
    }

    /// The items as a list, with what is asked of each.
    private func items(_ items: [ContentManifest.Item], depth: Int = 0) -> [[RichText.Block]] {
        items.map { item in
            let element = item.element
            let entry = session.ledger.find("item", place: ContentManifest.name, title: item.title)
            session.ledger.imported(entry, changes: [Phrase(fr: "une ligne du document", en: "a line of the document")])
            var words = item.title.ifAny ?? item.identifier
            let score = element.text(of: "masteryscore") ?? element.descendants("minNormalizedMeasure").first?.trimmedText
            if let score {
                session.ledger.converted(
                    "mastery score", place: ContentManifest.name, title: score,
                    how: Phrase(fr: "dit dans la ligne", en: "said in the line"))
                let percent = (Double(score) ?? 0) <= 1 ? (Double(score) ?? 0) * 100 : Double(score) ?? 0
                words += Phrase(
                    fr: " (réussi à partir de \(YAMLWriter.written(percent)) %)",
                    en: " (passed from \(YAMLWriter.written(percent)) %)"
                ).in(session.language)
            }
            if let prerequisites = element.text(of: "prerequisites") {
                session.ledger.left(
                    "prerequisites", place: ContentManifest.name, title: prerequisites,
                    why: Phrase(fr: "le paquet n’est pas joué", en: "the package is not played"), instead: .nothing)
            }
            if element.first("sequencing") != nil {
                session.ledger.left(
                    "sequencing", place: ContentManifest.name, title: item.title,
                    why: Phrase(fr: "le paquet n’est pas joué", en: "the package is not played"), instead: .nothing)
            }
            if let reference = item.resource, manifest.byIdentifier[reference] == nil {
                session.ledger.left(
                    "dead item", place: ContentManifest.name, title: item.title,
                    why: Phrase(fr: "sa ressource n’est pas dans le paquet", en: "its resource is not in the package"),
                    instead: .nothing)
            }
            let inner = depth > 6 ? [] : self.items(item.children, depth: depth + 1)
            return [.paragraph([.text(words)])] + (inner.isEmpty ? [] : [.list(isOrdered: false, start: 1, items: inner)])
        }
    }
}

extension Phrase {
    fileprivate static let inPackage = Phrase(
        fr: "dans le paquet, qui est gardé tel quel", en: "in the package, which is kept as it is")
}

extension FormatElement {
    static let scorm: [FormatElement] =
        [
            FormatElement(
                "organization", .converted,
                Phrase(fr: "un document, avec le paquet à télécharger", en: "a document, with the package to download")),
            FormatElement("item", .converted, Phrase(fr: "une ligne du document", en: "a line of the document")),
            FormatElement("resource: sco", .converted, .inPackage),
            FormatElement("resource: asset", .converted, .inPackage),
            FormatElement("mastery score", .converted, Phrase(fr: "dit dans la ligne", en: "said in the line")),
            FormatElement("prerequisites", .notSupported, .nothing),
            FormatElement("sequencing", .notSupported, .nothing),
            FormatElement("dead item", .notSupported, .nothing),
        ] + inTexts
}
