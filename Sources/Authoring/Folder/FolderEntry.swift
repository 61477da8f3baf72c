#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One name in a folder, as the file system describes it without following links.
struct FolderEntry: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case file(size: Int)
        case folder
        case symbolicLink
        /// A socket, a pipe, a device.
        case other
    }

    var name: String
    var kind: Kind

    /// Names that the format ignores.
    var isIgnored: Bool { name.hasPrefix(".") || name.hasPrefix("_") }

    /// The kind of what stands at `path`, the last link not followed; `nil` when nothing is there or it cannot be looked at.
    static func kind(at path: String) -> Kind? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return kind(of: status)
    }

    static func kind(of status: stat) -> Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file(size: Int(status.st_size))
        case S_IFDIR: .folder
        case S_IFLNK: .symbolicLink
        default: .other
        }
    }

    /// What a folder holds, in the byte order of the names, and the names that are not UTF-8 (repaired, to be shown).
    /// - Returns: `nil` when the folder cannot be read.
    static func list(_ path: String, atMost limit: Int) -> (entries: [FolderEntry], unreadable: [String])? {
        guard let directory = opendir(path) else { return nil }
        defer { closedir(directory) }
        var entries: [FolderEntry] = []
        var unreadable: [String] = []
        while entries.count + unreadable.count <= limit, let entry = readdir(directory) {
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if bytes == Array(".".utf8) || bytes == Array("..".utf8) { continue }
            let isPlain = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
            guard isPlain, let name = String(validating: bytes, as: UTF8.self) else {
                unreadable.append(String(decoding: bytes.map { $0 < 0x20 || $0 == 0x7F ? 0x3F : $0 }, as: UTF8.self))
                continue
            }
            guard let kind = kind(at: path + "/" + name) else { continue }
            entries.append(FolderEntry(name: name, kind: kind))
        }
        entries.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return (entries, unreadable.sorted())
    }
}
