import Essentials
import Foundation

/// `imsmanifest.xml`, which Common Cartridge, QTI packages and SCORM share: a tree of items, and resources with their files.
struct ContentManifest {
    struct Item {
        var identifier: String
        var resource: String?
        var title: String
        var children: [Item]
        var element: MarkupElement

        /// This one and everything below it.
        var all: [Item] { [self] + children.flatMap(\.all) }
    }

    struct Resource {
        var identifier: String
        var type: String
        /// Path in the archive.
        var href: String?
        var files: [String]
        var dependencies: [String]
        var element: MarkupElement
    }

    let root: MarkupElement
    private(set) var resources: [Resource] = []
    private(set) var organizations: [(title: String, items: [Item])] = []
    private(set) var byIdentifier: [String: Resource] = [:]

    static let name = "imsmanifest.xml"

    /// - throws: ``ImportError``.
    init(_ archive: Archive) throws(ImportError) {
        root = try XMLFile.read(try archive.text(Self.name), name: Self.name, limits: archive.limits)
        read(root, base: "")
    }

    /// A manifest, and those that stand in it.
    private mutating func read(_ manifest: MarkupElement, base: String) {
        let base = base + (manifest["base"] ?? "")
        for list in manifest.all("resources") {
            let listBase = base + (list["base"] ?? "")
            for element in list.all("resource") {
                let own = listBase + (element["base"] ?? "")
                let href = element["href"].map { Self.path(own + $0) }
                let resource = Resource(
                    identifier: element["identifier"] ?? "", type: element["type"] ?? "", href: href,
                    files: element.all("file").compactMap { $0["href"] }.map { Self.path(own + $0) },
                    dependencies: element.all("dependency").compactMap { $0["identifierref"] }, element: element)
                resources.append(resource)
                byIdentifier[resource.identifier] = resource
            }
        }
        for organization in manifest.first("organizations")?.all("organization") ?? [] {
            organizations.append((organization.text(of: "title") ?? "", organization.all("item").map { Self.item($0, depth: 0) }))
        }
        for inner in manifest.all("manifest") { read(inner, base: base) }
    }

    private static func item(_ element: MarkupElement, depth: Int) -> Item {
        Item(
            identifier: element["identifier"] ?? "", resource: element["identifierref"],
            title: element.text(of: "title")?.oneLine ?? "",
            children: depth > 60 ? [] : element.all("item").map { item($0, depth: depth + 1) }, element: element)
    }

    /// An address of the manifest as a path in the archive.
    static func path(_ address: String) -> String {
        let plain = address.prefix { $0 != "?" && $0 != "#" }
        return normal((String(plain).removingPercentEncoding ?? String(plain)))
    }

    /// Without `.` and `..`; what would lead out stays inside.
    static func normal(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            if part == "." { continue }
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    /// The schema and its version, in lower case.
    var schema: String {
        (root.at("metadata", "schema")?.trimmedText ?? "").lowercased() + " "
            + (root.at("metadata", "schemaversion")?.trimmedText ?? "").lowercased()
    }

    /// What the metadata say: title, summary, language.
    var title: String? { general("title") }
    var summary: String? { general("description") }
    var language: Language? {
        root.first("metadata")?.descendants("general").first?.text(of: "language").flatMap {
            Language(rawValue: String($0.lowercased().prefix(2)))
        }
    }

    private func general(_ name: String) -> String? {
        root.first("metadata")?.descendants("general").first?.first(name)?.trimmedText?.oneLine
    }
}

extension Phrase {
    static let isEmpty = Phrase(fr: "il n’y a rien dedans", en: "there is nothing in it")
}
