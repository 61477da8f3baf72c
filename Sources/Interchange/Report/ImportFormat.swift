package import Essentials

/// The formats that are imported, told by their content.
package enum ImportFormat: String, Hashable, Sendable, CaseIterable {
    case gift
    case moodleXML = "moodle-xml"
    case commonCartridge = "common-cartridge"
    case qti
    case olx
    case moodleBackup = "moodle-backup"
    case scorm
    case h5p
    case cards

    package var name: String {
        switch self {
        case .gift: "Moodle GIFT"
        case .moodleXML: "Moodle XML"
        case .commonCartridge: "IMS Common Cartridge"
        case .qti: "QTI 2.1, 2.2, 3.0"
        case .olx: "Open edX OLX"
        case .moodleBackup: "Moodle backup"
        case .scorm: "SCORM"
        case .h5p: "H5P"
        case .cards: "Cards (CSV, Anki text)"
        }
    }

    static let names = Phrase(
        fr: allCases.map(\.name).joined(separator: ", "), en: allCases.map(\.name).joined(separator: ", "))

    /// Everything that is looked for in a source of this format, what its texts may hold included.
    package var elements: [FormatElement] {
        switch self {
        case .gift: FormatElement.gift
        case .moodleXML: FormatElement.moodleXML
        case .commonCartridge: FormatElement.commonCartridge
        case .qti: FormatElement.qti
        case .olx: FormatElement.olx
        case .moodleBackup: FormatElement.moodleBackup
        case .scorm: FormatElement.scorm
        case .h5p: FormatElement.h5p
        case .cards: FormatElement.cards
        }
    }
}

/// One kind of element of a format, and what becomes of it at best.
package struct FormatElement: Hashable, Sendable {
    package enum Support: String, Hashable, Sendable, CaseIterable {
        case imported, converted
        case notSupported = "not supported"
    }

    /// As the format calls it.
    package let name: String
    package let support: Support
    /// What it becomes, or what stands in its place.
    package let meaning: Phrase

    init(_ name: String, _ support: Support, _ meaning: Phrase) {
        self.name = name
        self.support = support
        self.meaning = meaning
    }
}
