import Foundation

/// Makes first passwords that can be read from a card and said on the telephone: `baki-mode-rusa-tefi-vuno`.
///
/// Ten syllables of one consonant out of 14 and one vowel out of 5: 70 to the power of 10, 61.3 bits; leaving out the
/// syllables that spell something rude takes a tenth of a bit. No capital, no digit, and no letter that looks or sounds
/// like another (no `l`, `q`, `y`, `c`, `h`, `w`, `x`).
package enum PasswordGenerator {
    /// The entropy before rude syllables are left out, in bits.
    package static let bits = 10 * log2(Double(consonants.count * vowels.count))

    package static func password() -> String {
        var generator = SystemRandomNumberGenerator()
        return password(using: &generator)
    }

    package static func password(using generator: inout some RandomNumberGenerator) -> String {
        while true {
            let groups = (0..<5).map { _ in syllable(using: &generator) + syllable(using: &generator) }
            let letters = groups.joined()
            if !rude.contains(where: letters.contains) { return groups.joined(separator: "-") }
        }
    }

    private static func syllable(using generator: inout some RandomNumberGenerator) -> String {
        let first = consonants[Int.random(in: consonants.indices, using: &generator)]
        let second = vowels[Int.random(in: vowels.indices, using: &generator)]
        return "\(first)\(second)"
    }

    private static let consonants = Array("bdfgjkmnprstvz")
    private static let vowels = Array("aeiou")

    /// French and English; what these syllables can spell.
    private static let rude = [
        "bite", "pute", "puta", "pipi", "kaka", "zizi", "zob", "nazi", "nike", "pede", "sida", "gode", "beze", "bese", "sado",
        "nude", "rape", "kuku", "vomi", "bata", "sata", "suka", "tare", "fuk", "dik", "kon", "nega", "negu",
    ]
}
