import Essentials
import Foundation

extension String {
    /// Composed (NFC), trimmed, inner spaces collapsed to one: how a name or a title that someone typed is kept.
    var tidied: String {
        precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// At most 100 scalars, none of which is a control, a line break, or an invisible mark that changes the reading direction.
    var isFitForAName: Bool {
        unicodeScalars.count <= 100 && unicodeScalars.allSatisfy(\.isVisibleText)
    }
}

extension Unicode.Scalar {
    /// Not a control, not invisible formatting. The two joiners stay: Persian, Hindi and emoji need them.
    var isVisibleText: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
        case .format: value == 0x200C || value == 0x200D
        default: true
        }
    }
}
