package import Essentials
import Foundation

/// What a password must be: at least 10 characters and 50 bits by a simple estimate, not one of the commonest, without the
/// person's own names.
///
/// The estimate: each character is worth the logarithm of the alphabet that the password draws from (26 for small letters,
/// 26 capitals, 10 digits, 33 signs and the space, 64 other letters; 16 at most when there is no letter: dates and
/// telephone numbers are written with signs), but
/// - one that repeats its neighbour, carries on a row of the alphabet, of the digits or of the keyboard (the `c` of `abc`, the
///   `1` of `321`, the `e` and the `r` of `azer`), or has stood twice before, is worth 1 bit;
/// - a common word in it (`motdepasse`, `soleil`, `azerty`) is worth 10 bits as a whole.
///
/// It is an upper bound, as every estimate without a dictionary is; the throttle does the rest.
package enum PasswordRule {
    package static let leastCharacters = 10
    package static let leastBits = 50.0

    /// Why `password` is refused, every reason; empty when it is good.
    /// - Parameter names: the login, the names and the e-mail address of its owner.
    package static func faults(in password: String, names: [String] = []) -> [PasswordFault] {
        if password.utf8.count > PasswordHasher.longestPassword { return [.tooLong] }
        var faults: [PasswordFault] = []
        if password.count < leastCharacters { faults.append(.tooShort) }
        if CommonPasswords.isCommon(password) {
            faults.append(.tooCommon)
        } else if bits(of: password) < leastBits, faults.isEmpty {
            faults.append(.tooSimple)
        }
        if holdsName(password, names) { faults.append(.holdsName) }
        return faults
    }

    /// - throws: ``AccountsError/weakPassword(_:)``
    package static func check(_ password: String, names: [String] = []) throws(AccountsError) {
        let faults = faults(in: password, names: names)
        if !faults.isEmpty { throw .weakPassword(faults) }
    }

    /// The names of a person that their password must not hold.
    package static func names(login: Login, name: PersonName, email: EmailAddress?) -> [String] {
        [login.text, name.given, name.family] + (email?.text.split(separator: "@").first.map { [String($0)] } ?? [])
    }

    /// The estimate, in bits.
    package static func bits(of password: String) -> Double {
        let characters = Array(password)
        let perCharacter = log2(alphabet(of: characters))
        let folded = characters.map(CommonPasswords.folded)
        let inWord = CommonPasswords.marks(in: folded)
        var seen: [Character: Int] = [:]
        var total = 0.0
        for index in characters.indices {
            defer { seen[folded[index], default: 0] += 1 }
            switch inWord[index] {
            case .first: total += 10
            case .rest: break
            case .outside:
                let isPredictable =
                    seen[folded[index], default: 0] >= 2
                    || index > 0 && folded[index - 1] == folded[index]
                    || index > 1 && isRow(folded[index - 2], folded[index - 1], folded[index])
                total += isPredictable ? 1 : perCharacter
            }
        }
        return total
    }

    private static func alphabet(of characters: [Character]) -> Double {
        var size = 0
        if characters.contains(where: { $0.isASCII && $0.isLowercase }) { size += 26 }
        if characters.contains(where: { $0.isASCII && $0.isUppercase }) { size += 26 }
        if characters.contains(where: { $0.isASCII && $0.isNumber }) { size += 10 }
        if characters.contains(where: { $0.isASCII && !$0.isLetter && !$0.isNumber }) { size += 33 }
        if characters.contains(where: { !$0.isASCII }) { size += 64 }
        if !characters.contains(where: \.isLetter) { size = min(size, 16) }
        return Double(max(size, 2))
    }

    /// Three in a row, forwards or backwards: of the alphabet, of the digits, or of a French or English keyboard.
    private static func isRow(_ first: Character, _ second: Character, _ third: Character) -> Bool {
        rows.contains { places in
            guard let a = places[first], let b = places[second], let c = places[third] else { return false }
            return abs(b - a) == 1 && c - b == b - a
        }
    }

    /// Where each character stands in its row.
    private static let rows = [
        "abcdefghijklmnopqrstuvwxyz", "0123456789", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm",
    ].map { row in Dictionary(uniqueKeysWithValues: zip(row, 0...)) }

    /// Names under four letters are left out: « Léa » stands in too many words.
    private static func holdsName(_ password: String, _ names: [String]) -> Bool {
        let folded = password.folded
        return names.contains { name in
            let parts = [name.folded] + name.folded.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
            return parts.contains { $0.count >= 4 && folded.contains($0) }
        }
    }
}

/// Why a password is refused.
package enum PasswordFault: Sendable, Hashable, CaseIterable {
    case tooShort
    case tooLong
    case tooSimple
    case tooCommon
    case holdsName

    /// The reason, for people.
    package var phrase: Phrase {
        switch self {
        case .tooShort:
            Phrase(
                fr: "Il faut au moins \(PasswordRule.leastCharacters) caractères.",
                en: "It needs at least \(PasswordRule.leastCharacters) characters.")
        case .tooLong: Phrase(fr: "Ce mot de passe est trop long.", en: "This password is too long.")
        case .tooSimple:
            Phrase(
                fr: "Il est trop facile à deviner. Ajoutez des mots sans lien entre eux.",
                en: "It is too easy to guess. Add words that have nothing to do with each other.")
        case .tooCommon:
            Phrase(
                fr: "Trop de gens ont ce mot de passe. Choisissez-en un autre.",
                en: "Too many people have this password. Choose another.")
        case .holdsName:
            Phrase(
                fr: "Il ne doit pas contenir votre nom ou votre identifiant.",
                en: "It must not contain your name or your login.")
        }
    }
}

extension Phrase {
    static func passwordFaults(_ faults: [PasswordFault]) -> Phrase {
        Phrase(
            fr: (["Choisissez un autre mot de passe."] + faults.map(\.phrase.fr)).joined(separator: " "),
            en: (["Choose another password."] + faults.map(\.phrase.en)).joined(separator: " "))
    }
}
