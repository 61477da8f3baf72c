import Essentials

/// What is inside an archive, whatever its form: names, and bytes on demand with the limits kept while reading.
///
/// A reference, because it holds an open file and counts what was unpacked; it never leaves one import.
final class Archive {
    enum Kind: Hashable {
        case file
        /// A link, a device: never followed, never made.
        case special
    }

    /// Where the bytes of an entry are found.
    protocol Source: AnyObject {
        /// Reads the entry with this number, giving its bytes in pieces.
        /// - Returns: the size of its packed form, when that is known.
        func read(_ number: Int, name: String, _ piece: (UnsafeRawBufferPointer) throws(ImportError) -> Void) throws(ImportError)
        func packedSize(_ number: Int) -> Int?
    }

    let limits: ImportLimits
    private let source: any Source
    private var numbers: [String: Int] = [:]
    private var folded: [String: [String]] = [:]
    private var unpacked = 0
    private var counted: Set<Int> = []
    /// Names of files, in the order of the archive.
    private(set) var names: [String] = []
    /// Names of what is neither a file nor a folder.
    private(set) var special: [String] = []
    /// What stands before every name that is asked for.
    private(set) var root = ""

    /// - Parameter entries: the names as written, with the number under which the source knows each; folders are left out.
    /// - throws: `pathLeavesArchive`, `duplicateEntry`, `limit`.
    init(_ source: any Source, entries: [(name: String, number: Int, kind: Kind)], limits: ImportLimits) throws(ImportError) {
        self.source = source
        self.limits = limits
        if entries.count > limits.entries { throw .limit(.entries, limits, entry: nil) }
        for entry in entries {
            let name = try EntryName.plain(entry.name, limits: limits)
            if name.isEmpty || EntryName.isLitter(name) { continue }
            guard entry.kind == .file else {
                special.append(name)
                continue
            }
            if numbers.updateValue(entry.number, forKey: name) != nil { throw .duplicateEntry(name) }
            names.append(name)
            folded[name.folded, default: []].append(name)
        }
    }

    /// Looks for a file at the top, or in the only folder of the top, or in a folder of it, and makes its folder the root.
    /// - Returns: whether it was found.
    func root(at marker: String) -> Bool {
        guard let found = nearest(marker) else { return false }
        root = String(found.dropLast(marker.count))
        return true
    }

    /// How many folders down a file with this name stands; `nil` when there is none in the first four.
    func depth(of marker: String) -> Int? {
        nearest(marker).map { $0.split(separator: "/").count - 1 }
    }

    private func nearest(_ marker: String) -> String? {
        if numbers[marker] != nil { return marker }
        let suffix = "/" + marker
        return names.filter { $0.hasSuffix(suffix) && $0.split(separator: "/").count <= 4 }
            .min { ($0.split(separator: "/").count, $0) < ($1.split(separator: "/").count, $1) }
    }

    /// The names below the root, without it.
    var files: [String] {
        root.isEmpty ? names : names.filter { $0.hasPrefix(root) }.map { String($0.dropFirst(root.count)) }
    }

    /// The name, as the archive writes it, of a file below the root. Case may differ where that leaves no doubt.
    func find(_ path: String) -> String? {
        let full = root + path
        if numbers[full] != nil { return path }
        guard let alike = folded[full.folded], alike.count == 1, let one = alike.first, one.hasPrefix(root) else { return nil }
        return String(one.dropFirst(root.count))
    }

    func holds(_ path: String) -> Bool { find(path) != nil }

    /// The bytes of a file below the root.
    /// - Parameter limit: the most bytes it may have; the limits' own for a file when `nil`.
    /// - throws: `missingFile`, `limit`, `damagedArchive`, `encryptedArchive`.
    func bytes(_ path: String, atMost limit: (bytes: Int, name: ImportLimit)? = nil) throws(ImportError) -> [UInt8] {
        guard let found = find(path), let number = numbers[root + found] else { throw .missingFile(path) }
        let limits = self.limits
        let most = min(limit?.bytes ?? limits.entry, limits.entry)
        let over: ImportLimit = limit.map { $0.bytes < limits.entry ? $0.name : .entry } ?? .entry
        let packed = source.packedSize(number)
        let isNew = counted.insert(number).inserted
        let before = unpacked
        var bytes: [UInt8] = []
        try source.read(number, name: found) { piece throws(ImportError) in
            if bytes.count + piece.count > most { throw .limit(over, limits, entry: found) }
            if isNew, before + bytes.count + piece.count > limits.unpacked { throw .limit(.unpacked, limits, entry: nil) }
            bytes.append(contentsOf: piece)
            if let packed, bytes.count > ImportLimits.freelyUnpacked, bytes.count / max(1, packed) > limits.ratio {
                throw .limit(.ratio, limits, entry: found)
            }
        }
        if isNew { unpacked += bytes.count }
        return bytes
    }

    /// The bytes of an XML, HTML or other text file.
    func text(_ path: String) throws(ImportError) -> [UInt8] {
        try bytes(path, atMost: (limits.text, .text))
    }
}
