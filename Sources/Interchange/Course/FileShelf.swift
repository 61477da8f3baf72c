import Authoring
import CourseContent
import Essentials
import Foundation

/// The files of a course that is being imported: written as they come into `files/`, each content once, under names that the format takes.
final class FileShelf {
    struct Kept: Hashable {
        /// From a module or a bank: `../files/plan.svg`.
        var path: String
        var use: CourseFileUse
    }

    private let folder: URL
    private var names: Set<String> = []
    /// The same without their endings, and those of recordings.
    private var stems: Set<String> = []
    private var recordings: Set<String> = []
    private var known: [String: Kept] = [:]
    /// What was written last.
    private var newest = ""
    private var asides: Set<String> = []
    /// Bytes of what was kept aside.
    private var asideSize = 0

    init(folder: URL) {
        self.folder = folder
    }

    /// Writes a file, or finds it again.
    /// - Returns: `nil` when a course takes no such file.
    /// - throws: `cannotWrite`.
    func add(_ name: String, _ bytes: [UInt8]) throws(ImportError) -> Kept? {
        guard bytes.count <= FolderLimits().asset, let safe = Self.safe(name), let use = CourseFileUse(name: safe, bytes: bytes)
        else {
            return nil
        }
        // Captions belong to a recording of their own name; anything else is kept once.
        let key = ContentDigest.of(bytes) + (safe.split(separator: ".").last.map(String.init) ?? "")
        if use != .captions, let kept = known[key] { return kept }
        let unique = free(safe, isRecording: use == .media)
        try write(bytes, to: "files/" + unique)
        let kept = Kept(path: "../files/" + unique, use: use)
        known[key] = kept
        newest = kept.path
        return kept
    }

    /// Writes the captions of a recording beside it.
    /// - Returns: whether they can be read as captions.
    func addCaptions(_ bytes: [UInt8], language: String?, of recording: Kept) throws(ImportError) -> Bool {
        guard CourseFileUse(name: "x.vtt", bytes: bytes) == .captions, let stem = stem(of: recording) else { return false }
        let tag = language.flatMap { CourseNaming.isLanguageTag($0) ? "." + $0 : nil } ?? ""
        let name = stem + tag + ".vtt"
        guard names.insert(name.lowercased()).inserted else { return true }
        try write(bytes, to: "files/" + name)
        return true
    }

    /// Writes what is said in a recording beside it, an empty line between paragraphs.
    /// - Returns: whether it stands there.
    func add(told paragraphs: [String], of recording: Kept) throws(ImportError) -> Bool {
        guard let stem = stem(of: recording) else { return false }
        if names.insert(stem.lowercased() + ".txt").inserted {
            try write(Array((paragraphs.joined(separator: "\n\n") + "\n").utf8), to: "files/" + stem + ".txt")
        }
        return true
    }

    /// Gives captions that were kept to a recording: they take its name.
    /// - Returns: whether they can be read as captions.
    func give(captions: Kept, language: String?, to recording: Kept) throws(ImportError) -> Bool {
        guard captions.use == .captions, let bytes = bytes(of: captions),
            try addCaptions(bytes, language: language, of: recording)
        else { return false }
        remove(captions)
        return true
    }

    /// Gives a picture that was kept to a video: it is shown before the video plays. One of a kind that is not shown there stays a file.
    func give(picture: Kept, to recording: Kept) throws(ImportError) {
        guard picture.use == .image, let ending = picture.path.split(separator: ".").last.map(String.init),
            ["jpg", "jpeg", "png", "webp"].contains(ending), let stem = stem(of: recording), let bytes = bytes(of: picture),
            names.insert((stem + "." + ending).lowercased()).inserted
        else { return }
        try write(bytes, to: "files/" + stem + "." + ending)
        // What nothing else speaks of is not kept twice.
        if picture.path == newest {
            remove(picture)
            known[ContentDigest.of(bytes) + ending] = Kept(path: "../files/" + stem + "." + ending, use: .image)
        }
    }

    private func stem(of kept: Kept) -> String? {
        guard let dot = kept.path.lastIndex(of: "."), let start = kept.path.range(of: "../files/") else { return nil }
        return String(kept.path[start.upperBound..<dot])
    }

    private func place(of kept: Kept) -> URL {
        folder.appending(path: String(kept.path.dropFirst("../".count)), directoryHint: .notDirectory)
    }

    private func bytes(of kept: Kept) -> [UInt8]? { (try? Data(contentsOf: place(of: kept))).map { Array($0) } }

    private func remove(_ kept: Kept) { try? FileManager.default.removeItem(at: place(of: kept)) }

    /// Keeps what a course has no place for where authors find it and the format looks away: `_import/`.
    /// - Returns: whether there was room.
    func keepAside(_ name: String, _ bytes: [UInt8]) throws(ImportError) -> Bool {
        guard asides.count < 1_000, asideSize + bytes.count <= 1 << 30 else { return false }
        var safe = CourseNaming.fileName(for: String(name.split(separator: "/").last ?? "file"))
        if safe.isEmpty || safe.allSatisfy({ $0 == "." }) { safe = "file" }
        var unique = safe
        var number = 2
        while !asides.insert(unique.lowercased()).inserted {
            unique = "\(number)-\(safe)"
            number += 1
        }
        asideSize += bytes.count
        try write(bytes, to: "_import/" + String(unique.prefix(120)))
        return true
    }

    private func write(_ bytes: [UInt8], to path: String) throws(ImportError) {
        let file = folder.appending(path: path, directoryHint: .notDirectory)
        do {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file, options: .withoutOverwriting)
        } catch {
            throw .cannotWrite(file.path(percentEncoded: false))
        }
    }

    /// A name that the format takes, its ending kept; `nil` for one without an ending.
    private static func safe(_ name: String) -> String? {
        let last = String(name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "")
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return nil }
        let ending = CourseNaming.fileName(for: String(last[last.index(after: dot)...]).lowercased())
        var stem = CourseNaming.fileName(for: String(last[..<dot])).replacing(".", with: "-")
        while stem.first.map({ !$0.isLetter && !$0.isNumber }) ?? false { stem.removeFirst() }
        return (stem.isEmpty ? "file" : String(stem.prefix(60))) + "." + ending
    }

    /// A name that nothing has yet. What has a recording's name without its ending belongs to it (its captions, its picture), so
    /// that nothing else is called so.
    private func free(_ name: String, isRecording: Bool) -> String {
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        var stem = String(name[..<dot])
        var number = 2
        func isTaken() -> Bool {
            let key = stem.lowercased()
            return names.contains(key + name[dot...].lowercased()) || recordings.contains(key)
                || isRecording && stems.contains(key)
        }
        while isTaken() {
            stem = "\(name[..<dot])-\(number)"
            number += 1
        }
        names.insert(stem.lowercased() + name[dot...].lowercased())
        stems.insert(stem.lowercased())
        if isRecording { recordings.insert(stem.lowercased()) }
        return stem + name[dot...]
    }
}
