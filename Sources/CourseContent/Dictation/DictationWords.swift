import Essentials

/// A word of a dictation: what is compared, and what is shown for it.
struct DictationWord: Hashable {
    let key: String
    /// Empty for a word that is shown with the one before it: the *is* of *it's*.
    let shown: String
}

/// Cuts a text into words that compare as they sound.
enum DictationWords {
    /// Longer texts are cut: nobody dictates a page.
    private static let most = 200

    /// - Parameter isPossession: whether the `'s` of a name or a thing is a possession (*Tom's desk*) or a verb (*the lorry's late*).
    static func words(of text: String, isPossession: Bool = true) -> [DictationWord] {
        let plain = String(
            text.map { character in
                switch character {
                case "\u{2019}", "\u{2018}", "\u{02BC}", "\u{2032}", "`": "'"
                case "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}", "-", "/": " "
                default: character
                }
            })
        let parts = plain.split(whereSeparator: \.isWhitespace).compactMap { part -> String? in
            let trimmed = part.trimmed { !$0.isLetter && !$0.isNumber }
            return trimmed.isEmpty ? nil : trimmed
        }
        var words: [DictationWord] = []
        for part in parts.prefix(most) { words += expanded(part, isPossession: isPossession) }
        return numbered(words)
    }

    // MARK: Contractions

    private static let whole = [
        "can't": ["can", "not"], "cannot": ["can", "not"], "won't": ["will", "not"], "shan't": ["shall", "not"],
        "let's": ["let", "us"], "i'm": ["i", "am"], "gonna": ["going", "to"], "ok": ["okay"],
    ]
    private static let endings = [("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am")]
    /// Before which `'s` stands for *is*; elsewhere it may be a possession, which stays.
    private static let beforeIs: Set = [
        "it", "he", "she", "that", "what", "who", "where", "when", "how", "there", "here", "this", "everything", "nothing",
        "everybody", "nobody", "somebody",
    ]

    private static func expanded(_ typed: String, isPossession: Bool) -> [DictationWord] {
        let lower = typed.lowercased()
        if let words = whole[lower] { return split(words, typed) }
        for (ending, word) in endings where lower.hasSuffix(ending) && lower.count > ending.count {
            return split([String(lower.dropLast(ending.count)), word], typed)
        }
        if lower.hasSuffix("'s"), lower.count > 2, !isPossession || beforeIs.contains(String(lower.dropLast(2))) {
            return split([String(lower.dropLast(2)), "is"], typed)
        }
        // `'d` is *had* or *would*: written as it is heard.
        return [
            DictationWord(key: SpellingVariants.key(lower.folded.filter { $0 != "'" && $0 != "." && $0 != "," }), shown: typed)
        ]
    }

    private static func split(_ words: [String], _ typed: String) -> [DictationWord] {
        words.enumerated().map { DictationWord(key: SpellingVariants.key($1.folded), shown: $0 == 0 ? typed : "") }
    }

    // MARK: Numbers

    private static let units = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

    /// Numbers in words become figures: *twenty four* is `24`, *two hundred and six* is `206`. Digits that are said one by one stay so.
    private static func numbered(_ words: [DictationWord]) -> [DictationWord] {
        var found: [DictationWord] = []
        var index = 0
        while index < words.count {
            guard let (value, length) = number(words[index...]) else {
                found.append(words[index])
                index += 1
                continue
            }
            let shown = words[index..<(index + length)].map(\.shown).joined(separator: " ")
            found.append(DictationWord(key: "\(value)", shown: shown))
            index += length
        }
        return found
    }

    /// The number that words begin with.
    private static func number(_ words: ArraySlice<DictationWord>) -> (value: Int, length: Int)? {
        guard var (value, length) = belowThousand(words) else { return nil }
        if word(words, length) == "thousand" {
            value *= 1000
            length += 1
            add(belowThousand, to: &value, &length, words)
        }
        return (value, length)
    }

    private static func belowThousand(_ words: ArraySlice<DictationWord>) -> (value: Int, length: Int)? {
        guard var (value, length) = belowHundred(words) else { return nil }
        if word(words, length) == "hundred", value < 10 {
            value *= 100
            length += 1
            add(belowHundred, to: &value, &length, words)
        }
        return (value, length)
    }

    /// « and six »
    private static func add(
        _ rest: (ArraySlice<DictationWord>) -> (value: Int, length: Int)?, to value: inout Int, _ length: inout Int,
        _ words: ArraySlice<DictationWord>
    ) {
        let and = word(words, length) == "and" ? 1 : 0
        guard let (more, used) = rest(words.dropFirst(length + and)) else { return }
        value += more
        length += and + used
    }

    private static func belowHundred(_ words: ArraySlice<DictationWord>) -> (value: Int, length: Int)? {
        guard let first = word(words, 0) else { return nil }
        if let value = units.firstIndex(of: first) { return (value, 1) }
        guard let ten = tens.firstIndex(of: first) else { return nil }
        let value = (ten + 2) * 10
        if let next = word(words, 1), let unit = units.firstIndex(of: next), (1...9).contains(unit) { return (value + unit, 2) }
        return (value, 1)
    }

    private static func word(_ words: ArraySlice<DictationWord>, _ offset: Int) -> String? {
        offset < words.count ? words[words.startIndex + offset].key : nil
    }
}

/// British and American spellings that are one word.
enum SpellingVariants {
    private static let pairs = [
        "centre": "center", "metre": "meter", "litre": "liter", "theatre": "theater", "grey": "gray", "tyre": "tire",
        "tyres": "tires",
        "cheque": "check", "catalogue": "catalog", "dialogue": "dialog", "programme": "program", "licence": "license",
        "defence": "defense", "practise": "practice", "jewellery": "jewelry", "aluminium": "aluminum", "plough": "plow",
        "kerb": "curb",
        "labelled": "labeled", "labelling": "labeling", "travelled": "traveled", "travelling": "traveling",
        "cancelled": "canceled",
        "cancelling": "canceling", "fulfil": "fulfill", "okay": "okay", "centimetre": "centimeter", "kilometre": "kilometer",
        "centres": "centers", "metres": "meters", "litres": "liters", "kilometres": "kilometers", "centimetres": "centimeters",
    ]
    private static let ours: Set = ["col", "lab", "fav", "harb", "neighb", "behavi", "hon", "hum", "flav", "rum", "vap"]
    private static let notIse: Set = [
        "advise", "arise", "exercise", "otherwise", "promise", "raise", "rise", "surprise", "wise", "noise", "praise", "precise",
        "merchandise",
        "supervise", "revise", "cruise", "likewise", "disguise", "franchise", "enterprise", "expertise",
    ]

    static func key(_ word: String) -> String {
        if let other = pairs[word] { return other }
        for stem in ours where word.hasPrefix(stem + "our") { return stem + "or" + word.dropFirst(stem.count + 3) }
        for (ending, other) in [("ise", "ize"), ("ised", "ized"), ("ises", "izes"), ("ising", "izing"), ("isation", "ization")]
        where word.hasSuffix(ending) && word.count > ending.count + 3 {
            let stem = String(word.dropLast(ending.count))
            guard !notIse.contains(stem + "ise") else { return word }
            return stem + other
        }
        return word
    }
}

extension Substring {
    fileprivate func trimmed(where isEdge: (Character) -> Bool) -> String {
        var part = self
        while let first = part.first, isEdge(first) { part.removeFirst() }
        while let last = part.last, isEdge(last) { part.removeLast() }
        return String(part)
    }
}
