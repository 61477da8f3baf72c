import Essentials

/// The words that a course teaches, looked for in what was said or written. Pure.
///
/// A word is found in its usual forms (*pallets*, *picked*, *loading*), without the article or the *to* that stands before it in a deck. No dictionary: two words that
/// only look alike may be taken for each other, which costs a learner one tick too many.
package struct Vocabulary: Sendable {
    private struct Entry: Sendable {
        let offer: CardOffer
        let stems: [String]
    }

    private let entries: [Entry]

    /// - Parameter offers: of two with the same words, the first one counts.
    package init(_ offers: [CardOffer]) {
        var seen: Set<String> = []
        entries = offers.compactMap { offer in
            guard seen.insert(offer.phrase).inserted else { return nil }
            let stems = Self.stems(ofTerm: offer.front)
            return stems.isEmpty ? nil : Entry(offer: offer, stems: stems)
        }
    }

    /// The words of the course that a text has, in the order in which the course teaches them.
    /// - Parameter missed: only those that have one of these words; `nil` for all.
    package func offers(in text: String, missed: [String]? = nil) -> [CardOffer] {
        let stems = Self.words(of: text).map(Self.stem)
        let wanted = missed.map { Set($0.flatMap(Self.words).map(Self.stem)) }
        return entries.compactMap { entry in
            if let wanted, wanted.isDisjoint(with: entry.stems) { return nil }
            return Self.has(stems, entry.stems) ? entry.offer : nil
        }
    }

    private static func has(_ text: [String], _ term: [String]) -> Bool {
        guard text.count >= term.count else { return false }
        return (0...(text.count - term.count)).contains { text[$0..<($0 + term.count)].elementsEqual(term) }
    }

    // MARK: Words

    /// In lower case, without accents and punctuation.
    package static func words(of text: String) -> [String] {
        text.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// What stands before a word in a deck.
    private static let before: Set = ["a", "an", "the", "to", "some", "le", "la", "les", "l", "un", "une", "des"]

    private static func stems(ofTerm term: String) -> [String] {
        var words = words(of: term)[...]
        while words.count > 1, let first = words.first, before.contains(first) { words = words.dropFirst() }
        return words.map(stem)
    }

    private static let endings = ["ing", "ed", "es", "s"]

    /// A word without the ending of its form: at least three letters stay.
    private static func stem(_ word: String) -> String {
        var stem = word[...]
        if let ending = endings.first(where: { word.hasSuffix($0) && word.count - $0.count >= 3 }) {
            stem = stem.dropLast(ending.count)
        }
        if stem.count > 3, stem.last == "e" { stem = stem.dropLast() }
        return String(stem)
    }
}
