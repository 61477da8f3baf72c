package import Essentials

/// How far a balance leads: a name and a next step. Levels lie further apart as they rise, and the last one has no end.
package struct PointLevel: Sendable, Hashable {
    /// From 1.
    package let number: Int
    /// Points from which it begins.
    package let from: Int
    /// Points at which the next one begins; `nil` for the last.
    package let next: Int?

    /// Where the levels begin.
    package static let steps = [0, 50, 120, 220, 350, 520, 750, 1050, 1450, 2000]

    package init(balance: Int) {
        let index = Self.steps.lastIndex { $0 <= max(0, balance) } ?? 0
        number = index + 1
        from = Self.steps[index]
        next = index + 1 < Self.steps.count ? Self.steps[index + 1] : nil
    }

    /// How much of the level is done, in percent.
    package func percent(of balance: Int) -> Int {
        guard let next else { return 100 }
        return min(max((balance - from) * 100 / (next - from), 0), 100)
    }

    /// Its name: a walk, from the first steps to the view.
    package var phrase: Phrase {
        switch number {
        case 1: Phrase(fr: "Premiers pas", en: "First steps")
        case 2: Phrase(fr: "En chemin", en: "On the way")
        case 3: Phrase(fr: "Bon rythme", en: "Good pace")
        case 4: Phrase(fr: "Bonne foulée", en: "In stride")
        case 5: Phrase(fr: "Endurance", en: "Stamina")
        case 6: Phrase(fr: "Cap tenu", en: "Steady course")
        case 7: Phrase(fr: "Sentier ouvert", en: "Open trail")
        case 8: Phrase(fr: "Grand large", en: "Open sea")
        case 9: Phrase(fr: "Crête", en: "Ridge")
        default: Phrase(fr: "Belvédère", en: "Lookout")
        }
    }
}

extension PointLevel {
    /// A level by its number; the last one for what is above.
    package init(number: Int) { self.init(balance: Self.steps[min(max(number, 1), Self.steps.count) - 1]) }
}
