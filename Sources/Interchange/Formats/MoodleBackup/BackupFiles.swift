import Essentials
import Foundation

/// The files of a Moodle backup: named in `files.xml`, kept under the SHA-1 of their content.
final class BackupFiles {
    struct File {
        var id: String
        var hash: String
        var context: String
        var component: String
        var area: String
        var item: String
        /// With its folders, as texts speak of it.
        var path: String
        /// In the archive.
        var place: String { "files/\(hash.prefix(2))/\(hash)" }
    }

    private let session: ImportSession
    private let archive: Archive
    private(set) var files: [File] = []
    private(set) var used: Set<String> = []

    init(session: ImportSession, archive: Archive) throws(ImportError) {
        self.session = session
        self.archive = archive
        guard archive.holds("files.xml") else { return }
        let root = try XMLFile.read(try archive.text("files.xml"), name: "files.xml", limits: session.limits)
        for element in root.all("file") {
            let name = element.text(of: "filename") ?? "."
            // Folders are named too.
            if name == "." { continue }
            let folder = (element.text(of: "filepath") ?? "/").split(separator: "/").joined(separator: "/")
            files.append(
                File(
                    id: element["id"] ?? "", hash: element.text(of: "contenthash") ?? "",
                    context: element.text(of: "contextid") ?? "",
                    component: element.text(of: "component") ?? "", area: element.text(of: "filearea") ?? "",
                    item: element.text(of: "itemid") ?? "0", path: folder.isEmpty ? name : folder + "/" + name))
        }
    }

    /// Puts a file among those of the course.
    /// - Returns: `nil` when it is not in the archive, or no course takes one of its kind.
    func keep(_ file: File) throws(ImportError) -> FileShelf.Kept? {
        guard archive.holds(file.place), let kept = try session.files.add(file.path, try archive.bytes(file.place)) else {
            return nil
        }
        used.insert(file.id)
        return kept
    }

    /// Every file in the report: shown by a text, or kept beside the course.
    func settle() throws(ImportError) {
        for file in files {
            let entry = session.ledger.find("file", place: "files.xml", title: file.path)
            if used.contains(file.id) {
                session.ledger.imported(entry)
            } else {
                let isThere = archive.holds(file.place)
                let isKept = isThere ? try session.files.keepAside(file.path, try archive.bytes(file.place)) : false
                session.ledger.left(
                    entry,
                    why: isThere
                        ? Phrase(
                            fr: "aucun texte repris n’en parle, ou un cours n’en prend pas de cette sorte",
                            en: "no text that was taken speaks of it, or no course takes one of its kind")
                        : Phrase(fr: "son contenu n’est pas dans la sauvegarde", en: "its content is not in the backup"),
                    instead: isKept ? .keptBeside : .nothing)
            }
        }
    }
}

/// The addresses in the texts of one activity or one question of a backup.
final class BackupLinks: LinkReading {
    private let backup: BackupFiles
    private let session: ImportSession
    private let isMine: (BackupFiles.File) -> Bool
    /// Ids of activities by the number of their module in Moodle.
    private let activities: [String: String]

    init(_ files: BackupFiles, session: ImportSession, activities: [String: String], isMine: @escaping (BackupFiles.File) -> Bool)
    {
        backup = files
        self.session = session
        self.activities = activities
        self.isMine = isMine
    }

    var files: FileShelf { session.files }

    func meaning(of address: String) throws(ImportError) -> LinkMeaning {
        if let data = DataAddress(address) {
            return try session.files.add("image." + data.ending, data.bytes).map { .file($0) } ?? .lost
        }
        if let name = OutsideLinks.heldName(address) {
            guard let file = backup.files.first(where: { isMine($0) && $0.path == name }) else { return .lost }
            return try backup.keep(file).map { .file($0) } ?? .lost
        }
        // `$@PAGEVIEWBYID*12@$`: what Moodle writes in the place of an address of its own.
        if address.hasPrefix("$@"), let star = address.firstIndex(of: "*") {
            let number = address[address.index(after: star)...].prefix { $0.isNumber }
            return activities[String(number)].map { .activity($0) } ?? .lost
        }
        return .outside(address)
    }
}
