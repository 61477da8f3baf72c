import Essentials

/// The words that stand in most guessed passwords, in France first. Short on purpose: the rule about length and variety
/// refuses most of what longer lists hold.
enum CommonPasswords {
    /// Folded, letters and digits.
    static let words: [String] = """
        motdepasse password passw0rd azerty azertyuiop qwerty qwertyuiop qwertz azer qsdfgh wxcvbn 123456 1234567890 \
        123456789 987654321 abcdef abc123 a1b2c3 admin administrateur administrator root user utilisateur test demo \
        bienvenue welcome bonjour salut hello coucou soleil sunshine lune etoile amour jetaime iloveyou monamour love \
        doudou loulou chouchou nounours princesse princess papillon chocolat chocolate vanille caramel fraise cerise \
        marseille paris lyon toulouse bordeaux nantes lille strasbourg montpellier france bretagne corse algerie maroc \
        tunisie senegal portugal espagne italie football foot rugby tennis basket zidane mbappe ronaldo messi juventus \
        barcelona realmadrid liverpool chelsea arsenal psg olympique lapin chaton minou minette chien dragon tigre \
        monkey singe lion dauphin cheval licorne maman papa mamie papy famille enfant bebe fille garcon copine copain \
        nicolas thomas julien alexandre maxime antoine kevin anthony camille marie julie laura manon lea chloe sarah \
        pauline sophie isabelle nathalie sandrine celine caroline charlotte michel pierre philippe christophe frederic \
        laurent sebastien olivier vincent mohamed fatima yasmine superman batman spiderman starwars pokemon pikachu \
        naruto minecraft fortnite harrypotter nirvana metallica eminem rihanna beyonce internet ordinateur computer \
        facebook instagram youtube google microsoft windows samsung iphone android secret secrete changeme changezmoi \
        letmein master shadow liberte egalite fraternite bonheur espoir travail formation stage stagiaire emploi \
        francetravail poleemploi rebond janvier fevrier mars avril mai juin juillet aout septembre octobre novembre \
        decembre printemps automne hiver lundi mardi mercredi jeudi vendredi samedi dimanche
        """.split(separator: " ").map(String.init)

    private static let set = Set(words)
    /// Those long enough to mean something inside another text, by their first character, longest first.
    private static let inside = Dictionary(grouping: words.filter { $0.count >= 4 }.map { Array($0) }, by: \.first)
        .mapValues { $0.sorted { $0.count > $1.count } }

    /// A common word by itself, or with digits and signs about it, or with digits for letters: `Soleil2024!`, `p@ssw0rd`.
    static func isCommon(_ password: String) -> Bool {
        let folded = password.folded
        let spoken = String(folded.map { swaps[$0] ?? $0 })
        return [folded, spoken].contains { text in
            let compact = text.filter { $0.isLetter || $0.isNumber }
            return set.contains(compact) || set.contains(String(compact.trimmingDigits()))
        } || set.contains(String(folded.trimmingSigns().map { swaps[$0] ?? $0 }))
    }

    enum Mark {
        case outside
        case first
        case rest
    }

    /// Which characters of a folded text belong to a common word: at each place the longest that begins there.
    static func marks(in text: [Character]) -> [Mark] {
        var marks = [Mark](repeating: .outside, count: text.count)
        let spoken = text.map { swaps[$0] ?? $0 }
        var start = 0
        while start < text.count {
            let candidates = (inside[text[start]] ?? []) + (text[start] == spoken[start] ? [] : inside[spoken[start]] ?? [])
            let length = candidates.lazy.filter { word in
                text[start...].starts(with: word) || spoken[start...].starts(with: word)
            }.map(\.count).max()
            if let length {
                marks[start] = .first
                for index in (start + 1)..<(start + length) { marks[index] = .rest }
            }
            start += length ?? 1
        }
        return marks
    }

    /// One character without case or accent.
    static func folded(_ character: Character) -> Character {
        let text = character.isASCII ? character.lowercased() : String(character).folded
        return text.first ?? " "
    }

    private static let swaps: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]
}

extension String {
    fileprivate func trimmingDigits() -> Substring {
        var view = self[...]
        while let last = view.last, last.isNumber { view = view.dropLast() }
        return view.drop(while: \.isNumber)
    }

    fileprivate func trimmingSigns() -> Substring {
        var view = self[...]
        while let last = view.last, !last.isLetter { view = view.dropLast() }
        return view.drop { !$0.isLetter }
    }
}
