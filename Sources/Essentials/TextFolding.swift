import Foundation

extension String {
    /// The form under which texts are compared and searched: without case, without accents, spaces collapsed.
    ///
    /// Kept in key columns next to the text itself, so that both databases order and find alike.
    package var folded: String {
        let plain = folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .replacingOccurrences(of: "œ", with: "oe").replacingOccurrences(of: "æ", with: "ae")
            .replacingOccurrences(of: "ß", with: "ss").replacingOccurrences(of: "’", with: "'")
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
