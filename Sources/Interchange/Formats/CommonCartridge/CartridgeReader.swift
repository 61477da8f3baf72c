import Essentials
import Foundation

/// Reads IMS Common Cartridge 1.1 to 1.3 and thin cartridges.
final class CartridgeReader {
    let session: ImportSession
    let archive: Archive
    let manifest: ContentManifest
    /// Ids of the activities that resources become, by the identifier of the resource.
    private(set) var activityIDs: [String: String] = [:]
    /// Identifiers of resources by the path of each of their own files.
    private(set) var resourceByPath: [String: String] = [:]
    /// Paths of files that a text showed.
    var usedPaths: Set<String> = []
    private var entries: [String: ImportLedger.Entry] = [:]
    private var placed: Set<String> = []
    private var draft: CourseDraft
    /// Whether the last module is one that was made for activities at the top level.
    private var isAtTop = false

    init(session: ImportSession, archive: Archive, manifest: ContentManifest) {
        self.session = session
        self.archive = archive
        self.manifest = manifest
        draft = CourseDraft(title: manifest.title ?? session.sourceName, language: session.language)
    }

    /// What a resource is, by its type.
    enum Kind: String {
        case page, file, webLink = "web link", discussion, quiz, bank = "question bank", lti = "LTI link", assignment
        case associated = "associated content", other = "other resource"

        var becomesActivity: Bool {
            switch self {
            case .page, .webLink, .discussion, .quiz, .lti, .assignment: true
            case .file, .bank, .associated, .other: false
            }
        }
    }

    func kind(_ resource: ContentManifest.Resource) -> Kind {
        let type = resource.type.lowercased()
        if type.hasPrefix("imswl") { return .webLink }
        if type.hasPrefix("imsdt") { return .discussion }
        if type.hasPrefix("imsbasiclti") { return .lti }
        if type.hasPrefix("assignment") { return .assignment }
        if type.hasPrefix("imsqti") { return type.hasSuffix("question-bank") ? .bank : .quiz }
        if type.hasPrefix("associatedcontent") { return .associated }
        if type == "webcontent" {
            // Files for download stand apart from pages, those of HTML too.
            if resource.href?.hasPrefix("web_resources/") == true { return .file }
            let ending = resource.href?.split(separator: ".").last?.lowercased() ?? ""
            return ["html", "htm", "xhtml"].contains(ending) ? .page : .file
        }
        return .other
    }

    /// - throws: ``ImportError``.
    func read() throws(ImportError) -> CourseDraft {
        if let language = manifest.language { session.language = language }
        draft.language = session.language
        draft.summary = manifest.summary
        for resource in manifest.resources {
            let kind = kind(resource)
            entries[resource.identifier] = session.ledger.find(
                kind.rawValue, place: resource.href ?? resource.files.first ?? resource.identifier, title: title(resource))
            if kind.becomesActivity {
                activityIDs[resource.identifier] = session.ids.take(
                    resource.identifier, kind: kind == .page ? "page" : "activity")
            }
            for path in [resource.href].compactMap({ $0 }) + resource.files.prefix(1) {
                resourceByPath[path] = resource.identifier
            }
        }
        var done = 0
        for resource in manifest.resources where kind(resource) == .bank {
            try bank(resource)
            placed.insert(resource.identifier)
        }
        for organization in manifest.organizations {
            // The item at the top stands for the whole.
            let tops =
                organization.items.count == 1 && !(organization.items.first?.children.isEmpty ?? true)
                    && organization.items.first?.resource == nil
                ? organization.items[0].children : organization.items
            for item in tops { try module(item, done: &done) }
        }
        try leftovers()
        return draft
    }

    /// What the plan calls each resource.
    private lazy var titles: [String: String] = Dictionary(
        manifest.organizations.flatMap { $0.items.flatMap(\.all) }.compactMap { item in
            item.resource.flatMap { item.title.isEmpty ? nil : ($0, item.title) }
        }, uniquingKeysWith: { first, _ in first })

    private func title(_ resource: ContentManifest.Resource) -> String { titles[resource.identifier] ?? "" }

    // MARK: The plan

    private func module(_ item: ContentManifest.Item, done: inout Int) throws(ImportError) {
        let fallback = Phrase(fr: "Partie", en: "Part").in(session.language)
        if item.children.isEmpty, item.resource != nil {
            // An activity at the top level has the module of those around it.
            if !isAtTop {
                draft.modules.append(
                    ModuleDraft(id: session.ids.take("top-" + item.identifier, kind: "module"), title: draft.title))
                isAtTop = true
            }
            try place(item, done: &done)
            return
        }
        isAtTop = false
        let entry = session.ledger.find("module", place: ContentManifest.name, title: item.title)
        draft.modules.append(
            ModuleDraft(
                id: session.ids.take(moduleSource(item.identifier), kind: "module"), title: item.title.ifAny ?? fallback))
        let index = draft.modules.count - 1
        if item.resource != nil { try place(item, done: &done) }
        for child in item.children { try place(child, done: &done) }
        if draft.modules[index].activities.isEmpty {
            session.ledger.left(entry, why: .isEmpty, instead: .nothing)
        } else {
            session.ledger.imported(entry)
        }
    }

    private func place(_ item: ContentManifest.Item, done: inout Int) throws(ImportError) {
        done += 1
        session.advance(done, of: max(done, manifest.resources.count))
        if let identifier = item.resource {
            try place(identifier, title: item.title)
        } else {
            session.ledger.converted(
                "heading", place: ContentManifest.name, title: item.title,
                how: Phrase(fr: "son contenu suit, sans ce niveau", en: "what it holds follows, without this level"))
        }
        for child in item.children { try place(child, done: &done) }
    }

    /// A module that Rebond wrote has its own id after a point.
    private func moduleSource(_ identifier: String) -> String {
        identifier.hasPrefix("module.") ? String(identifier.dropFirst("module.".count)) : "module-" + identifier
    }

    private func place(_ identifier: String, title: String) throws(ImportError) {
        guard let resource = manifest.byIdentifier[identifier] else {
            session.ledger.left(
                "dead item", place: ContentManifest.name, title: title,
                why: Phrase(fr: "sa ressource n’est pas dans la cartouche", en: "its resource is not in the cartridge"),
                instead: .nothing)
            return
        }
        guard placed.insert(identifier).inserted else {
            session.ledger.converted(
                "repeated item", place: ContentManifest.name, title: title,
                how: Phrase(fr: "l’activité n’est qu’à sa première place", en: "the activity stands at its first place only"))
            return
        }
        let entry = entries[identifier] ?? session.ledger.find("other resource", place: identifier, title: title)
        do throws(ImportError) {
            guard let made = try CartridgeActivity(reader: self, resource: resource, title: title).read() else {
                session.ledger.left(
                    entry,
                    why: Phrase(fr: "Rebond ne sait pas en faire une activité", en: "Rebond cannot make an activity of it"),
                    instead: try aside(resource) ? .keptBeside : .nothing)
                return
            }
            add(made.activity)
            session.ledger.imported(entry, changes: made.changes)
        } catch .missingFile(let name) {
            session.ledger.left(
                entry,
                why: Phrase(fr: "« \(shown(name)) » manque dans l’archive", en: "\"\(shown(name))\" is missing from the archive"),
                instead: .nothing)
        } catch .badXML(let file, let line, let column) {
            session.ledger.left(
                entry, why: ImportError.badXML(file: file, line: line, column: column).phrase,
                instead: try aside(resource) ? .keptBeside : .nothing)
        }
    }

    private func add(_ activity: ActivityDraft) {
        if draft.modules.isEmpty {
            draft.modules.append(ModuleDraft(id: session.ids.take("module", kind: "module"), title: draft.title))
        }
        draft.modules[draft.modules.count - 1].activities.append(activity)
    }

    private func bank(_ resource: ContentManifest.Resource) throws(ImportError) {
        guard let entry = entries[resource.identifier], let path = resource.href ?? resource.files.first else { return }
        do throws(ImportError) {
            let root = try XMLFile.read(try archive.text(path), name: path, limits: session.limits)
            let links = CartridgeLinks(self, base: path)
            let questions = try root.descendants("item").reduced { item throws(ImportError) in
                try QTI12Item(item: SourceItem(item, session: session, links: links, place: path)).read()
            }
            let name = root.descendants("objectbank").first?["title"] ?? title(resource).ifAny ?? resource.identifier
            draft.banks.append(
                BankDraft(id: session.ids.take("bank-" + resource.identifier, kind: "bank"), title: name, questions: questions))
            session.ledger.imported(entry)
        } catch .missingFile(let name) {
            session.ledger.left(
                entry,
                why: Phrase(fr: "« \(shown(name)) » manque dans l’archive", en: "\"\(shown(name))\" is missing from the archive"),
                instead: .nothing)
        }
    }

    // MARK: What the plan does not name

    private func leftovers() throws(ImportError) {
        let others = manifest.resources.filter { !placed.contains($0.identifier) }
        let unplanned = others.filter { kind($0).becomesActivity }
        if !unplanned.isEmpty {
            draft.modules.append(
                ModuleDraft(
                    id: session.ids.take("unplanned", kind: "module"),
                    title: Phrase(fr: "Hors du plan", en: "Outside the plan").in(session.language)))
            for resource in unplanned { try place(resource.identifier, title: "") }
            let last = draft.modules.count - 1
            for index in draft.modules[last].activities.indices { draft.modules[last].activities[index].isOptional = true }
        }
        for resource in others where !kind(resource).becomesActivity {
            guard let entry = entries[resource.identifier] else { continue }
            let paths = Set(resource.files + [resource.href].compactMap { $0 })
            if kind(resource) == .file, !paths.isDisjoint(with: usedPaths) {
                session.ledger.imported(entry)
            } else {
                let isKept = try aside(resource)
                let why =
                    kind(resource) == .file
                    ? Phrase(
                        fr: "rien ne mène à ce fichier, ou un cours n’en prend pas de cette sorte",
                        en: "nothing leads to this file, or no course takes one of its kind")
                    : Phrase(fr: "Rebond n’en a pas l’usage", en: "Rebond has no use for it")
                session.ledger.left(entry, why: why, instead: isKept ? .keptBeside : .nothing)
            }
        }
    }

    private func aside(_ resource: ContentManifest.Resource) throws(ImportError) -> Bool {
        var isKept = false
        for path in Set(resource.files + [resource.href].compactMap { $0 }).sorted() where archive.holds(path) {
            isKept = try session.files.keepAside(path, try archive.bytes(path)) || isKept
        }
        return isKept
    }
}

extension Array {
    /// `compactMap` for a closure with a typed error.
    func reduced<Result, Failure>(_ transform: (Element) throws(Failure) -> Result?) throws(Failure) -> [Result] {
        var results: [Result] = []
        for element in self {
            if let result = try transform(element) { results.append(result) }
        }
        return results
    }
}
