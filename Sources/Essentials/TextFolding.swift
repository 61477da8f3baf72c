import Foundation

extension String {
    /// The form under which texts are compared and searched: without case, without accents, spaces collapsed.
    ///
    /// Kept in key columns next to the text itself, so that both databases order and find alike.
    package var folded: String { foldedLatin ?? foldedAny }

    /// The same for the letters that French and English are written with, without the tables of all of Unicode; `nil` when others
    /// are met.
    private var foldedLatin: String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x20, 0x09...0x0D: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
            case 0x41...0x5A: bytes.append(UInt8(scalar.value) | 0x20)
            case 0x21...0x7E: bytes.append(UInt8(scalar.value))
            case 0xC0...0xFF:
                let letter = Self.latin[Int(scalar.value - 0xC0)]
                if letter == UInt8(ascii: "?") { return nil }
                bytes.append(letter)
            case 0x152, 0x153: bytes.append(contentsOf: [UInt8(ascii: "o"), UInt8(ascii: "e")])
            case 0x2019: bytes.append(UInt8(ascii: "'"))
            default: return nil
            }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The letters from U+00C0 to U+00FF without their accents; `?` for those that are no letter with an accent.
    private static let latin = Array("aaaaaa?ceeeeiiii?nooooo??uuuuy??aaaaaa?ceeeeiiii?nooooo??uuuuy?y".utf8)

    /// The same for every text; the quick way is held to it by a test.
    package var foldedAny: String {
        let plain = folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .replacingOccurrences(of: "œ", with: "oe").replacingOccurrences(of: "æ", with: "ae")
            .replacingOccurrences(of: "ß", with: "ss").replacingOccurrences(of: "’", with: "'")
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
