import Essentials
import Foundation

/// What the addresses in the texts of a cartridge lead to.
final class CartridgeLinks: LinkReading {
    private let reader: CartridgeReader
    private let folder: String

    /// - Parameter base: the path of the file that the text stands in.
    init(_ reader: CartridgeReader, base: String) {
        self.reader = reader
        folder = base.split(separator: "/").dropLast().joined(separator: "/")
    }

    var files: FileShelf { reader.session.files }

    func meaning(of address: String) throws(ImportError) -> LinkMeaning {
        if let data = DataAddress(address) {
            return try reader.session.files.add("image." + data.ending, data.bytes).map { .file($0) } ?? .lost
        }
        var path = address
        for mark in ["$IMS-CC-FILEBASE$", "%24IMS-CC-FILEBASE%24", "$IMS_CC_FILEBASE$"] where path.hasPrefix(mark) {
            // Where the files stand is not said: at the place itself, or in `web_resources`.
            path = ContentManifest.path(String(path.dropFirst(mark.count)))
            for candidate in [path, "web_resources/" + path, folder + "/" + path] {
                if let found = try target(candidate) { return found }
            }
            return .lost
        }
        if path.hasPrefix("$WIKI_REFERENCE$/pages/") || path.hasPrefix("$CANVAS_OBJECT_REFERENCE$/") {
            let name = String(path.split(separator: "/").last ?? "").prefix { $0 != "?" && $0 != "#" }
            if let found = try target("wiki_content/\(name).html") { return found }
            return reader.activityIDs[String(name)].map { .activity($0) } ?? .lost
        }
        if path.contains(":") || path.hasPrefix("//") { return .outside(address) }
        for candidate in [folder + "/" + path, path] {
            if let found = try target(ContentManifest.path(candidate)) { return found }
        }
        return .lost
    }

    private func target(_ path: String) throws(ImportError) -> LinkMeaning? {
        guard let found = reader.archive.find(path) else { return nil }
        if let identifier = reader.resourceByPath[found], let id = reader.activityIDs[identifier] { return .activity(id) }
        guard let kept = try reader.session.files.add(found, try reader.archive.bytes(found)) else { return .lost }
        reader.usedPaths.insert(found)
        return .file(kept)
    }
}
