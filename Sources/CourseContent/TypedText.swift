import Essentials
import Foundation

/// Makes typed texts comparable, when a course is checked and when an answer is marked, so that a keyboard's habits do not make an answer wrong.
package enum TypedText {
    /// The form under which an answer and the accepted texts are compared.
    ///
    /// Always: no spaces at the ends, any run of any spaces is one, typographic apostrophes and hyphens are plain, invisible characters are gone.
    /// Unless the key says that they matter: case and accents are folded.
    package static func normalised(_ text: String, isCaseSensitive: Bool, isAccentSensitive: Bool) -> String {
        let plain = String(String.UnicodeScalarView(text.unicodeScalars.compactMap(plain)))
        if !isCaseSensitive && !isAccentSensitive { return plain.folded }
        var folded = plain
        if !isCaseSensitive { folded = folded.folding(options: [.caseInsensitive], locale: nil) }
        if !isAccentSensitive {
            folded = folded.folding(options: [.diacriticInsensitive], locale: nil)
                .replacingOccurrences(of: "œ", with: "oe").replacingOccurrences(of: "æ", with: "ae")
                .replacingOccurrences(of: "Œ", with: "OE").replacingOccurrences(of: "Æ", with: "AE")
        }
        folded = folded.precomposedStringWithCanonicalMapping
        return folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The same, as the key of a question asks for.
    package static func normalised(_ text: String, for key: ShortTextKey) -> String {
        normalised(text, isCaseSensitive: key.isCaseSensitive, isAccentSensitive: key.isAccentSensitive)
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        // Apostrophes: right and left single quotation marks, modifier letter, prime.
        case "\u{2019}", "\u{2018}", "\u{02BC}", "\u{2032}": "'"
        // Hyphens: hyphen and no-break hyphen.
        case "\u{2010}", "\u{2011}": "-"
        // Soft hyphen, zero-width space and no-break space.
        case "\u{00AD}", "\u{200B}", "\u{FEFF}": nil
        default: scalar
        }
    }
}
