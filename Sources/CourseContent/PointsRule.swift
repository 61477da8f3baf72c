package import Essentials

/// What a fact is worth in points. Each fact can happen once for each of its subjects (an activity, a module, a week), so that no rule pays without
/// end; what can come back every day has a weekly cap too.
package struct PointsRule: Codable, Sendable, Hashable {
    /// What earns points. Being at a session is not among them: presence is proved by signatures and rewarded by nothing.
    package enum Fact: String, Codable, Sendable, Hashable, CaseIterable {
        /// An activity was completed: once for each.
        case activityCompleted = "activity-completed"
        /// The best mark reached the pass mark: once for each activity.
        case evaluationPassed = "evaluation-passed"
        /// The best mark reached 80, 90 or 100 %: once for each of the three and each activity.
        case bestMark = "best-mark"
        /// All that counts in a module was done by the day on which it is due: once for each module.
        case moduleOnTime = "module-on-time"
        /// The course was completed: once.
        case courseCompleted = "course-completed"
        /// The goal of the week was met: once a week.
        case goalMet = "goal-met"
        /// Cards were reviewed: once a day.
        case reviewDay = "review-day"
        /// An answer to another learner helped, and was said to: once for each answer; two who answer each other earn once a week.
        case peerHelp = "peer-help"

        /// Whether it can come back as long as time goes on, and so needs a cap a week.
        package var comesBack: Bool { self == .reviewDay || self == .peerHelp }
    }

    /// The marks that ``Fact/bestMark`` looks at, in percent.
    package static let bestMarks = [80, 90, 100]
    /// Points that one fact can be worth.
    package static let amounts = 0...100
    /// Points that one rule can give in a day, and in a week.
    package static let caps = 1...1000

    package var fact: Fact
    /// Points; 0 for a fact that gives nothing in this course.
    package var amount: Int
    /// The most that the rule gives in a day, and in a week from Monday; `nil` for no such cap.
    package var mostADay: Int?
    package var mostAWeek: Int?
    /// The first and the last day on which it holds; `nil` for always.
    package var from: CalendarDay?
    package var until: CalendarDay?
    /// Which edition of the rule; `nil` for the first one. What was earned by an earlier one stays.
    package var version: Int?

    package init(
        _ fact: Fact, amount: Int, mostADay: Int? = nil, mostAWeek: Int? = nil, from: CalendarDay? = nil,
        until: CalendarDay? = nil, version: Int? = nil
    ) {
        self.fact = fact
        self.amount = amount
        self.mostADay = mostADay
        self.mostAWeek = mostAWeek
        self.from = from
        self.until = until
        self.version = version
    }

    /// Whether it gives anything on a day.
    package func holds(on day: CalendarDay) -> Bool {
        amount > 0 && from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
    }

    /// What holds where an author wrote nothing: small amounts for what is done, more for what is finished, and caps that a good day never meets.
    package static let usual: [PointsRule] = [
        PointsRule(.activityCompleted, amount: 5, mostADay: 60),
        PointsRule(.evaluationPassed, amount: 10, mostADay: 60),
        PointsRule(.bestMark, amount: 3, mostADay: 30),
        PointsRule(.moduleOnTime, amount: 20),
        PointsRule(.courseCompleted, amount: 50),
        PointsRule(.goalMet, amount: 10),
        PointsRule(.reviewDay, amount: 2, mostADay: 2, mostAWeek: 10),
        PointsRule(.peerHelp, amount: 3, mostAWeek: 9),
    ]

    /// The rules in force: the author's, and the usual ones of the facts that the author did not name.
    package static func inForce(_ own: [PointsRule]?) -> [Fact: PointsRule] {
        var rules: [Fact: PointsRule] = [:]
        for rule in usual + (own ?? []) { rules[rule.fact] = rule }
        return rules
    }
}

extension PointsRule {
    /// The rule in a sentence, as an author and a learner read it.
    package var phrase: Phrase {
        guard amount > 0 else {
            return Phrase(fr: "\(fact.phrase.fr) : aucun point ici.", en: "\(fact.phrase.en): no points here.")
        }
        var french = "\(fact.phrase.fr) : \(amount) \(amount < 2 ? "point" : "points")"
        var english = "\(fact.phrase.en): \(amount) \(amount == 1 ? "point" : "points")"
        if let mostADay {
            french += ", au plus \(mostADay) par jour"
            english += ", at most \(mostADay) a day"
        }
        if let mostAWeek {
            french += ", au plus \(mostAWeek) par semaine"
            english += ", at most \(mostAWeek) a week"
        }
        if let from {
            french += ", à partir du \(from.text)"
            english += ", from \(from.text)"
        }
        if let until {
            french += ", jusqu’au \(until.text)"
            english += ", until \(until.text)"
        }
        return Phrase(fr: french + ".", en: english + ".")
    }
}

extension PointsRule.Fact {
    /// What it is, at the head of a sentence.
    package var phrase: Phrase {
        switch self {
        case .activityCompleted:
            Phrase(fr: "Une activité terminée, une fois chacune", en: "An activity completed, once each")
        case .evaluationPassed:
            Phrase(fr: "Une évaluation réussie, une fois chacune", en: "An evaluation passed, once each")
        case .bestMark:
            Phrase(
                fr: "Un meilleur résultat de 80, 90 puis 100 %, une fois chaque palier",
                en: "A best mark of 80, 90 and then 100%, once each step")
        case .moduleOnTime:
            Phrase(fr: "Un module fini dans les temps, une fois chacun", en: "A module finished on time, once each")
        case .courseCompleted: Phrase(fr: "Le cours terminé, une fois", en: "The course completed, once")
        case .goalMet: Phrase(fr: "L’objectif de la semaine tenu, une fois par semaine", en: "The week’s goal met, once a week")
        case .reviewDay: Phrase(fr: "Un jour de révision, une fois par jour", en: "A day of reviews, once a day")
        case .peerHelp:
            Phrase(
                fr: "Une réponse qui a aidé quelqu’un de la promo, une fois chacune",
                en: "An answer that helped somebody of the cohort, once each")
        }
    }
}
