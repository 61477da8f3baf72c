import CourseContent
import Essentials
import Foundation
import Synchronization

/// The files of a course that its texts refer to: found, read once, checked and digested.
///
/// A reference, because all texts of one reading share it, from several threads at once; it never leaves the reading.
final class AssetLibrary: Sendable {
    enum Use: String, Hashable, Sendable {
        case image
        case download
        /// A video or a sound to be played.
        case media
        /// What is said in it, with the times at which it is said.
        case captions
        /// What is said in it, as plain text.
        case transcript

        func takes(_ kind: AssetKind) -> Bool {
            switch self {
            case .image: kind.isImage
            case .download: true
            case .media: kind.isMedia
            case .captions: kind == .vtt
            case .transcript: kind == .txt
            }
        }
    }

    /// A file that is fit to be shown.
    struct Item {
        var asset: CourseAsset
        var source: URL
        /// Size of an image.
        var pixels: PixelSize?
        /// What the head of a video or a sound says.
        var header: MediaHeader?
        /// What is said, of captions.
        var cues: [WebVTT.Cue] = []
    }

    /// Why a path leads nowhere.
    struct Refusal: Error {
        var finding: Finding
    }

    private let folder: CourseFolder
    private let log: ProblemLog
    private let state = Mutex(State())
    private let pathsByFolder: [String: [String]]

    private struct State {
        /// By path; `nil` for a file that was looked at and refused.
        var items: [String: Item?] = [:]
        /// How often the file that was meant was looked for, by the file that names it.
        var proposals: [String: Int] = [:]
    }

    /// Looking for the file that was meant takes time: the first ones of each file are enough to understand, among so many names.
    private static let mostProposals = 3
    private static let mostCandidates = 500

    init(folder: CourseFolder, log: ProblemLog) {
        self.folder = folder
        self.log = log
        pathsByFolder = Dictionary(grouping: folder.assets.keys.sorted(), by: Self.folder(of:))
    }

    private var items: [String: Item?] { state.withLock { $0.items } }

    /// Files referred to so far, in the order of their paths.
    var used: [AuthoredAsset] {
        items.sorted { $0.key < $1.key }.compactMap { $0.value.map { AuthoredAsset(asset: $0.asset, source: $0.source) } }
    }

    /// The same as files of the folder.
    var sources: [AuthoredSource] {
        items.compactMap { path, item in
            item.map { AuthoredSource(path: path, digest: $0.asset.digest, size: $0.asset.size, location: $0.source) }
        }
    }

    /// Files that nothing refers to, in the order of their paths.
    var unused: [String] {
        let items = items
        return folder.assets.keys.filter { items[$0] == nil }.sorted()
    }

    /// The file that `path`, written in `file`, names.
    /// - Returns: success with `nil` when the file itself is unfit, which was reported at the file.
    func item(_ path: String, from file: String, as use: Use) -> Result<Item?, Refusal> {
        guard let full = resolve(path, from: file) else { return .failure(Refusal(finding: .pathLeavesFolder(path))) }
        let isAsset = full.hasPrefix("files/") || full.split(separator: "/").dropFirst().first == "files"
        guard isAsset else { return .failure(Refusal(finding: .linkOutsideFiles(path))) }
        guard let size = folder.assets[full] else {
            return .failure(Refusal(finding: .missingAsset(path, near: near(full, path, from: file))))
        }
        let name = full.split(separator: "/").last.map(String.init) ?? full
        guard let kind = AssetKind(name: name), use.takes(kind) else {
            return .failure(Refusal(finding: .unknownAssetKind(name, use: use)))
        }
        // Loaded under the lock: a file that two lessons show is read once, and one large file at a time.
        return state.withLock { state in
            if let known = state.items[full] { return .success(known) }
            let item = load(full, name: name, kind: kind, size: size)
            state.items[full] = .some(item)
            return .success(item)
        }
    }

    /// The text of a file; `nil` when it cannot be read as one, which is reported.
    func text(_ path: String, from file: String) -> SourceText? {
        resolve(path, from: file).flatMap { folder.text($0, log: log) }
    }

    /// The names of the files that stand beside `path`, written in `file`, under the same name with another ending: for `files/dock.mp4`
    /// the endings `vtt`, `en.vtt`, `txt`…, in alphabetical order.
    func endings(beside path: String, from file: String) -> [String] {
        guard let full = resolve(path, from: file), let dot = full.lastIndex(of: ".") else { return [] }
        let stem = full[...dot]
        return pathsByFolder[Self.folder(of: full), default: []].filter { $0 != full && $0.hasPrefix(stem) }
            .map { String($0.dropFirst(stem.count)) }
    }

    private func load(_ path: String, name: String, kind: AssetKind, size: Int) -> Item? {
        guard size > 0 else {
            log.add(.emptyAsset, in: path, at: .start)
            return nil
        }
        guard let bytes = folder.bytes(path, atMost: folder.limits.asset, log: log) else { return nil }
        guard kind.matches(bytes) else {
            log.add(.contentUnlikeName(kind), in: path, at: .start)
            return nil
        }
        var pixels: PixelSize?
        var header: MediaHeader?
        var cues: [WebVTT.Cue] = []
        if kind.isMedia {
            header = MediaHeader(bytes, kind: kind)
            if header?.isIndexLast == true { log.add(.indexLast, in: path, at: .start) }
        } else if kind == .vtt {
            let source = SourceText(file: path, bytes: bytes)
            let captions = WebVTT(source)
            cues = captions.cues
            let findings =
                source.defects.map { ($0.finding, $0.position) }
                + captions.findings.map { ($0.finding, SourcePosition(line: $0.line, column: 1)) }
            for (finding, position) in findings { log.add(finding, in: path, at: position) }
            if !findings.isEmpty { return nil }
        } else if kind == .svg {
            let source = SourceText(file: path, bytes: bytes)
            let check = SVGCheck.check(source)
            for (finding, position) in check.findings { log.add(finding, in: path, at: position) }
            if !check.findings.isEmpty { return nil }
            pixels = check.size
        } else if kind.isImage {
            pixels = ImageHeader.size(of: bytes, kind: kind)
            if pixels == nil {
                log.add(.unreadableImage, in: path, at: .start)
                return nil
            }
        }
        if kind.isImage, bytes.count > folder.limits.lightImage { log.add(.heavyImage(bytes.count), in: path, at: .start) }
        let asset = CourseAsset(digest: ContentDigest.of(bytes), name: name, mediaType: kind.mediaType, size: bytes.count)
        return Item(asset: asset, source: folder.url(of: path), pixels: pixels, header: header, cues: cues)
    }

    /// The path in the course folder; `nil` when it leaves it.
    private func resolve(_ path: String, from file: String) -> String? {
        var parts = file.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            switch part {
            case ".": continue
            case "..":
                if parts.isEmpty { return nil }
                parts.removeLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    /// The path, as one would write it, of the file that was probably meant.
    private func near(_ full: String, _ written: String, from file: String) -> String? {
        let siblings = pathsByFolder[Self.folder(of: full), default: []]
        let isAllowed = state.withLock { state in
            state.proposals[file, default: 0] += 1
            return state.proposals[file, default: 0] <= Self.mostProposals
        }
        guard isAllowed, siblings.count <= Self.mostCandidates else { return nil }
        guard let near = NearestWord.find(full, among: siblings), let name = near.split(separator: "/").last else { return nil }
        return (written.split(separator: "/").dropLast() + [name]).joined(separator: "/")
    }

    private static func folder(of path: String) -> String {
        path.split(separator: "/").dropLast().joined(separator: "/")
    }
}
