import Essentials
import Foundation

extension CourseFolder {
    /// Looks at what the folder holds, and says what does not belong there.
    /// - Returns: `nil` when there is no such folder.
    static func scan(_ folder: URL, limits: FolderLimits, log: ProblemLog) -> CourseFolder? {
        let root = folder.standardizedFileURL.resolvingSymlinksInPath()
        guard case .folder = FolderEntry.kind(at: root.path(percentEncoded: false)) else {
            log.add(.noSuchFolder, in: ".", at: .start)
            return nil
        }
        var scanner = Scanner(folder: CourseFolder(root: root, limits: limits), log: log)
        scanner.scanTop()
        return scanner.folder
    }

    private struct Scanner {
        var folder: CourseFolder
        let log: ProblemLog
        var entriesLeft: Int

        init(folder: CourseFolder, log: ProblemLog) {
            self.folder = folder
            self.log = log
            entriesLeft = folder.limits.entries
        }

        mutating func scanTop() {
            for entry in list("") {
                switch entry.kind {
                case .file where entry.name == "course.yml": folder.hasCourseFile = true
                case .file where entry.name == "glossary.yml": folder.hasGlossary = true
                case .file where entry.name == "README.md": break
                case .file: log.add(.unexpectedTopFile(entry.name), in: entry.name, at: .start)
                case .folder where entry.name == "files": scanAssets("files", depth: 0)
                case .folder where entry.name == "banks": scanBanks(entry.name)
                case .folder where entry.name.utf8.first.map(isDigit) ?? false: scanModule(entry.name)
                case .folder: log.add(.unexpectedFolder, in: entry.name, at: .start)
                case .symbolicLink, .other: break
                }
            }
            if !folder.hasCourseFile { log.add(.missingCourseFile("course.yml"), in: "course.yml", at: .start) }
            if folder.modules.count > folder.limits.modules {
                log.add(
                    .tooMany(Phrase(fr: "modules", en: "modules"), limit: folder.limits.modules), in: "course.yml", at: .start)
            }
        }

        private mutating func scanBanks(_ path: String) {
            for entry in list(path) {
                let entryPath = path + "/" + entry.name
                switch entry.kind {
                case .file where entry.name.hasSuffix(".bank.yml"):
                    let name = String(entry.name.dropLast(".bank.yml".count))
                    if AuthoredIdentifier.isValid(name) {
                        folder.banks[name] = entryPath
                    } else {
                        log.add(.badBankName(entry.name), in: entryPath, at: .start)
                    }
                case .file: log.add(.badBankName(entry.name), in: entryPath, at: .start)
                case .folder where entry.name == "files": scanAssets(entryPath, depth: 0)
                case .folder: log.add(.unexpectedFolderInModule, in: entryPath, at: .start)
                case .symbolicLink, .other: break
                }
            }
        }

        private mutating func scanModule(_ name: String) {
            var module = Module(path: name, hasModuleFile: false, activities: [])
            for entry in list(name) {
                let path = name + "/" + entry.name
                switch entry.kind {
                case .file where entry.name == "module.yml": module.hasModuleFile = true
                case .file where ActivityFile.isActivity(entry.name):
                    if entry.name.utf8.first.map(isDigit) ?? false {
                        module.activities.append(path)
                    } else {
                        log.add(.activityWithoutNumber, in: path, at: .start)
                    }
                case .file: log.add(.unexpectedModuleFile(entry.name), in: path, at: .start)
                case .folder where entry.name == "files": scanAssets(path, depth: 0)
                case .folder: log.add(.unexpectedFolderInModule, in: path, at: .start)
                case .symbolicLink, .other: break
                }
            }
            if !module.hasModuleFile {
                log.add(.missingCourseFile("module.yml"), in: name + "/module.yml", at: .start)
            }
            folder.modules.append(module)
        }

        private mutating func scanAssets(_ path: String, depth: Int) {
            if depth > folder.limits.assetFolderDepth {
                log.add(
                    .tooMany(
                        Phrase(fr: "dossiers les uns dans les autres", en: "folders inside each other"),
                        limit: folder.limits.assetFolderDepth), in: path, at: .start)
                return
            }
            for entry in list(path) {
                let entryPath = path + "/" + entry.name
                if !AssetName.isSafe(entry.name) {
                    log.add(
                        .badName(entry.name, suggestion: AssetName.suggestion(for: entry.name)), in: entryPath, at: .start)
                }
                switch entry.kind {
                case .file(let size): folder.assets[entryPath] = size
                case .folder: scanAssets(entryPath, depth: depth + 1)
                case .symbolicLink, .other: break
                }
            }
        }

        /// The entries of a folder that are not ignored. Links, odd files and clashing names are reported here.
        private mutating func list(_ path: String) -> [FolderEntry] {
            let place = path.isEmpty ? folder.root : folder.url(of: path)
            func full(_ name: String) -> String { path.isEmpty ? name : path + "/" + name }
            guard entriesLeft > 0 else { return [] }
            guard let listing = FolderEntry.list(place.path(percentEncoded: false), atMost: entriesLeft) else {
                log.add(.unreadable, in: path.isEmpty ? "." : path, at: .start)
                return []
            }
            let entries = listing.entries.filter { !$0.isIgnored }
            entriesLeft -= listing.entries.count + listing.unreadable.count
            if entriesLeft <= 0 {
                log.add(
                    .tooMany(Phrase(fr: "fichiers et dossiers", en: "files and folders"), limit: folder.limits.entries),
                    in: path.isEmpty ? "." : path, at: .start)
            }
            for name in listing.unreadable { log.add(.badName(name, suggestion: nil), in: full(name), at: .start) }
            var seen: [String: String] = [:]
            for entry in entries {
                switch entry.kind {
                case .symbolicLink: log.add(.symbolicLink, in: full(entry.name), at: .start)
                case .other: log.add(.notRegular, in: full(entry.name), at: .start)
                case .file, .folder: break
                }
                let key = entry.name.precomposedStringWithCanonicalMapping.lowercased()
                if let other = seen[key] {
                    log.add(.sameNameButCase(other), in: full(entry.name), at: .start)
                } else {
                    seen[key] = entry.name
                }
            }
            return entries
        }
    }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

extension Finding {
    fileprivate static func unexpectedTopFile(_ name: String) -> Finding {
        if let right = nearestFileName(name, among: ["course.yml", "glossary.yml"]) { return .wrongExtension(right) }
        return .unexpectedEntry(
            hint: Phrase(
                fr: "Rangez les images et les téléchargements dans « files ». Un nom qui commence par « _ » est ignoré.",
                en: "Put images and downloads in \"files\". A name that begins with \"_\" is ignored."))
    }

    fileprivate static func unexpectedModuleFile(_ name: String) -> Finding {
        if name.hasSuffix(".yaml"), ActivityFile.isActivity(name.dropLast(4) + "yml") {
            return .wrongExtension(String(name.dropLast(5)) + ".yml")
        }
        if name.hasSuffix(".markdown") { return .wrongExtension(String(name.dropLast(9)) + ".md") }
        if let right = nearestFileName(name, among: ["module.yml"]) { return .wrongExtension(right) }
        return .unexpectedEntry(
            hint: Phrase(
                fr: "Une leçon est un « NN-nom.md », une autre activité un « NN-nom.SORTE.yml » (\(ActivityFile.list)) ; "
                    + "le reste va dans « files ».",
                en: "A lesson is \"NN-name.md\", any other activity \"NN-name.KIND.yml\" (\(ActivityFile.list)); "
                    + "the rest goes in \"files\"."))
    }

    fileprivate static func wrongExtension(_ right: String) -> Finding {
        .unexpectedEntry(hint: Phrase(fr: "Renommez-le « \(right) ».", en: "Rename it \"\(right)\"."))
    }

    private static func nearestFileName(_ name: String, among known: [String]) -> String? {
        NearestWord.find(name, among: known)
    }

    fileprivate static let unexpectedFolder = Finding(
        "unexpected-folder",
        Phrase(
            fr: "Le nom d’un module commence par un nombre : celui-ci serait oublié.",
            en: "The name of a module begins with a number: this one would be left out."),
        hint: Phrase(
            fr: "Nommez-le par exemple « 01-nom », ou « _nom » pour qu’il soit ignoré.",
            en: "Name it for example \"01-name\", or \"_name\" to have it ignored."))

    fileprivate static let unexpectedFolderInModule = Finding(
        "unexpected-folder",
        Phrase(fr: "Un module n’a qu’un sous-dossier : « files ».", en: "A module has one folder only: \"files\"."),
        hint: Phrase(
            fr: "Rangez son contenu dans « files », ou faites commencer son nom par « _ ».",
            en: "Move what it holds to \"files\", or begin its name with \"_\"."))

    fileprivate static let activityWithoutNumber = Finding(
        "activity-without-number",
        Phrase(
            fr: "Le nom d’une activité commence par un nombre : c’est lui qui donne l’ordre.",
            en: "The name of an activity begins with a number: it gives the order."),
        hint: Phrase(
            fr: "Nommez-la par exemple « 03-nom.md », ou « _nom.md » pour qu’elle soit ignorée.",
            en: "Name it for example \"03-name.md\", or \"_name.md\" to have it ignored."))
}
