import Essentials
import Foundation

/// What all readers of one import share.
///
/// A reference, because every reader adds to the same report and the same files; it never leaves the import.
final class ImportSession {
    let limits: ImportLimits
    /// The language of the course.
    var language: Language
    /// The name of the source file without its ending, for a course that gives itself no title.
    let sourceName: String
    let ledger = ImportLedger()
    let files: FileShelf
    var ids = IdentifierPool()
    /// What the author has to look at, besides what every import asks for.
    var toDo: [Phrase] = []
    private let progress: (Int, Int) -> Void

    init(
        limits: ImportLimits, language: Language, sourceName: String, folder: URL, progress: @escaping (Int, Int) -> Void
    ) {
        self.limits = limits
        self.language = language
        self.sourceName = sourceName
        files = FileShelf(folder: folder)
        self.progress = progress
    }

    /// Says how far the reading is.
    func advance(_ done: Int, of total: Int) { progress(done, total) }
}

/// What the addresses of a text lead to.
enum LinkMeaning: Hashable {
    case outside(String)
    case file(FileShelf.Kept)
    /// An activity of this course, by its id.
    case activity(String)
    /// Nothing in a course.
    case lost
}

/// Finds what the addresses in a text mean: each format has its own kind.
protocol LinkReading: AnyObject {
    /// Where the files are kept that addresses lead to.
    var files: FileShelf { get }
    /// - throws: ``ImportError`` when the file cannot be read or written.
    func meaning(of address: String) throws(ImportError) -> LinkMeaning
}

/// Addresses of a text that stands alone: those out of the course, and images in the address itself.
final class OutsideLinks: LinkReading {
    private let session: ImportSession
    private let held: [String: [UInt8]]
    /// Names of files that the text speaks of and a course takes.
    private(set) var used: Set<String> = []

    /// - Parameter held: files that come with the text, by the name under which it speaks of them.
    init(_ session: ImportSession, held: [String: [UInt8]] = [:]) {
        self.session = session
        self.held = held
    }

    var files: FileShelf { session.files }

    func meaning(of address: String) throws(ImportError) -> LinkMeaning {
        if let data = DataAddress(address) {
            return try session.files.add("image." + data.ending, data.bytes).map { .file($0) } ?? .lost
        }
        if let name = Self.heldName(address), let bytes = held[name] {
            guard let kept = try session.files.add(name, bytes) else { return .lost }
            used.insert(name)
            return .file(kept)
        }
        return .outside(address)
    }

    /// `@@PLUGINFILE@@/name.png?x=1` speaks of `name.png`.
    static func heldName(_ address: String) -> String? {
        let prefix = "@@PLUGINFILE@@/"
        guard address.hasPrefix(prefix) else { return nil }
        let path = address.dropFirst(prefix.count).prefix { $0 != "?" && $0 != "#" }
        let decoded = String(path).removingPercentEncoding ?? String(path)
        return decoded
    }
}

/// `data:image/png;base64,…`
struct DataAddress {
    let ending: String
    let bytes: [UInt8]

    private static let endings = [
        "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "image/svg+xml": "svg",
    ]

    init?(_ address: String) {
        guard address.prefix(5).lowercased() == "data:", let comma = address.firstIndex(of: ",") else { return nil }
        let head = address[address.index(address.startIndex, offsetBy: 5)..<comma].lowercased().split(separator: ";")
        guard let type = head.first, let ending = Self.endings[String(type)], head.contains("base64"),
            let data = Data(base64Encoded: String(address[address.index(after: comma)...]), options: .ignoreUnknownCharacters)
        else { return nil }
        self.ending = ending
        bytes = Array(data)
    }
}
