import Essentials

/// How much of a file that comes from elsewhere is read. Nothing that the file says of itself is believed: what counts is what was read.
package struct ImportLimits: Sendable, Hashable {
    /// Files and folders of an archive.
    package var entries = 50_000
    /// Bytes of everything that is unpacked, each entry once.
    package var unpacked = 2 << 30
    /// Bytes of one unpacked entry.
    package var entry = 512 << 20
    /// How many times larger than its packed form an entry of more than ``freelyUnpacked`` bytes may be.
    package var ratio = 300
    /// Bytes of an XML or HTML file, or of a text.
    package var text = 64 << 20
    /// Characters of the path of an entry.
    package var pathLength = 1_000
    /// Folders inside each other.
    package var pathDepth = 40
    /// Elements of one XML file, so that a small file does not fill the memory with its tree.
    package var elements = 2_000_000

    /// Below this, a high ratio is no danger.
    static let freelyUnpacked = 8 << 20

    package init() {}
}

/// A limit that was reached.
package enum ImportLimit: String, Hashable, Sendable, CaseIterable {
    case entries, unpacked, entry, ratio, text, pathLength, pathDepth, elements

    /// The option of the command that raises it.
    package var option: String {
        switch self {
        case .entries: "--max-entries"
        case .unpacked: "--max-unpacked"
        case .entry: "--max-file"
        case .ratio: "--max-ratio"
        case .text: "--max-text"
        case .elements: "--max-elements"
        case .pathLength: "--max-name"
        case .pathDepth: "--max-depth"
        }
    }

    func phrase(_ limits: ImportLimits) -> Phrase {
        switch self {
        case .entries:
            Phrase(fr: "plus de \(limits.entries) fichiers et dossiers", en: "more than \(limits.entries) files and folders")
        case .unpacked:
            Phrase(
                fr: "plus de \(limits.unpacked >> 20) Mio une fois décompressé",
                en: "more than \(limits.unpacked >> 20) MiB once unpacked")
        case .entry:
            Phrase(
                fr: "un fichier de plus de \(limits.entry >> 20) Mio", en: "a file of more than \(limits.entry >> 20) MiB")
        case .ratio:
            Phrase(
                fr: "un fichier qui grossit plus de \(limits.ratio) fois en se décompressant",
                en: "a file that grows more than \(limits.ratio) times when it is unpacked")
        case .text:
            Phrase(fr: "un texte de plus de \(limits.text >> 20) Mio", en: "a text of more than \(limits.text >> 20) MiB")
        case .pathLength:
            Phrase(
                fr: "un nom de plus de \(limits.pathLength) caractères",
                en: "a name of more than \(limits.pathLength) characters")
        case .pathDepth:
            Phrase(
                fr: "plus de \(limits.pathDepth) dossiers les uns dans les autres",
                en: "more than \(limits.pathDepth) folders inside each other")
        case .elements:
            Phrase(
                fr: "un fichier XML de plus de \(limits.elements) éléments",
                en: "an XML file of more than \(limits.elements) elements")
        }
    }
}
