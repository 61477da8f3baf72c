import Accounts
import Campus
import Essentials
import Gamification
import HTML

/// What a cohort tries together, and how far it is.
struct ChallengeModel: Encodable, Sendable {
    let id: String
    let cohort: String
    let title: String
    let kind: TeamChallenge.Kind
    /// Points, or percent.
    let target: Int
    let reached: Int
    let from: CalendarDay
    let until: CalendarDay

    init(_ reading: Campus.ChallengeReading) {
        let challenge = reading.challenge
        id = challenge.id.text
        cohort = reading.cohort.key
        title = challenge.title
        kind = challenge.kind
        target = challenge.target
        reached = reading.reached
        from = challenge.from
        until = challenge.until
    }
}

/// A challenge with its bar.
struct ChallengeView: View {
    let challenge: ChallengeModel
    let words: Words

    var body: some Markup {
        div(.class("card")) {
            h3 { challenge.title }
            div(.class("progress")) {
                progress(
                    .value(min(challenge.reached, challenge.target)), .max(challenge.target), .aria(.label, challenge.title)
                ) { "\(challenge.reached)/\(challenge.target)" }
                p(.class("progress-words")) {
                    words(challenge.said) + " "
                    words(.challengeDays(words.day(challenge.from), words.day(challenge.until)))
                }
            }
        }
    }
}

extension ChallengeModel {
    /// How far it is.
    fileprivate var said: Phrase {
        let isReached = reached >= target
        switch kind {
        case .sum:
            return isReached
                ? Phrase(fr: "Réussi : \(reached) points ensemble.", en: "Done: \(reached) points together.")
                : Phrase(
                    fr: "\(reached) points sur \(target), tous ensemble.", en: "\(reached) points of \(target), all together.")
        case .share:
            return isReached
                ? Phrase(
                    fr: "Réussi : \(reached) % de la promo ont avancé.", en: "Done: \(reached)% of the cohort got on.")
                : Phrase(
                    fr: "\(reached) % de la promo ont avancé ; le but est \(target) %.",
                    en: "\(reached)% of the cohort got on; the aim is \(target)%.")
        }
    }
}

extension Phrase {
    static let together = Phrase(fr: "Ensemble", en: "Together")
    static func challengeDays(_ from: String, _ until: String) -> Phrase {
        Phrase(fr: "Du \(from) au \(until).", en: "From \(from) to \(until).")
    }
    static func ladderOf(_ cohort: String) -> Phrase {
        Phrase(fr: "L’échelle de la semaine : \(cohort)", en: "The ladder of the week: \(cohort)")
    }
    static let gamesOfCohort = Phrase(fr: "Défis et échelle", en: "Challenges and ladder")
}
