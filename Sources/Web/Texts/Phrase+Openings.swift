import Essentials

/// Words about what is closed, and what opens it.
extension Phrase {
    static let notOpenYet = Phrase(fr: "Cette activité n’est pas ouverte pour vous.", en: "This activity is not open for you.")
    static let stepClosed = Phrase(fr: "Fermé", en: "Closed")
    static func opensAfter(_ title: String) -> Phrase {
        Phrase(fr: "S’ouvre quand vous avez terminé « \(title) ».", en: "Opens when you have finished “\(title)”.")
    }
    static func opensWithScore(_ least: Int, at title: String, best: Int?) -> Phrase {
        guard let best else {
            return Phrase(
                fr: "S’ouvre avec \(least) % ou plus à « \(title) ».", en: "Opens with \(least)% or more at “\(title)”.")
        }
        return Phrase(
            fr: "S’ouvre avec \(least) % ou plus à « \(title) » (votre meilleur score : \(best) %).",
            en: "Opens with \(least)% or more at “\(title)” (your best score: \(best)%).")
    }
    static func opensOn(_ day: String) -> Phrase { Phrase(fr: "S’ouvre le \(day).", en: "Opens on \(day).") }
    static func closedSince(_ day: String) -> Phrase {
        Phrase(
            fr: "On pouvait la faire jusqu’au \(day). Parlez-en à votre tutrice ou votre tuteur.",
            en: "It could be done until \(day). Talk to your tutor.")
    }
    static func opensForGroups(_ groups: [String]) -> Phrase {
        let names = groups.joined(separator: ", ")
        return groups.count == 1
            ? Phrase(fr: "Pour le groupe « \(names) ».", en: "For the group “\(names)”.")
            : Phrase(fr: "Pour les groupes « \(names) ».", en: "For the groups “\(names)”.")
    }
}
