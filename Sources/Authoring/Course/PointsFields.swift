import CourseContent
import Essentials

/// `points` in `course.yml`: what facts are worth, where it is not what is usual.
enum PointsFields {
    private static let keys = ["fact", "amount", "most-a-day", "most-a-week", "from", "until", "version"]

    /// The rules that are written, in their order; `nil` for none. What is wrong is reported.
    static func read(_ fields: Fields) -> [PointsRule]? {
        let scope = fields.scope
        var seen: Set<PointsRule.Fact> = []
        let rules = fields.list("points").compactMap { item -> PointsRule? in
            guard let rule = Fields(item, keys: keys, scope: scope) else { return nil }
            let amount = rule.integer("amount", in: PointsRule.amounts, required: true)
            guard let fact = fact(rule), let amount else { return nil }
            let read = PointsRule(
                fact, amount: amount, mostADay: rule.integer("most-a-day", in: PointsRule.caps),
                mostAWeek: rule.integer("most-a-week", in: PointsRule.caps), from: day("from", rule), until: day("until", rule),
                version: rule.integer("version", in: 1...1000).flatMap { $0 == 1 ? nil : $0 })
            if fact.comesBack, amount > 0, read.mostAWeek == nil { scope.report(.pointsWithoutEnd(fact), at: rule.position) }
            if let from = read.from, let until = read.until, until < from {
                scope.report(.pointsDaysReversed, at: rule.position(of: "until"))
            }
            for (key, cap) in [("most-a-day", read.mostADay), ("most-a-week", read.mostAWeek)] {
                if let cap, cap < amount { scope.report(.pointsCapBelowAmount(cap, amount), at: rule.position(of: key)) }
            }
            guard seen.insert(fact).inserted else {
                scope.report(.pointsRuleTwice(fact), at: rule.position(of: "fact"))
                return nil
            }
            return read
        }
        return rules.isEmpty ? nil : rules
    }

    /// What cannot be a fact because points follow from it.
    private static let loops = ["points", "points-earned", "level", "level-reached", "badge", "badge-earned", "ladder", "streak"]
    /// What is proved by a signature, and by nothing else.
    private static let presences = ["session-attended", "attended", "attendance", "present"]

    private static func fact(_ rule: Fields) -> PointsRule.Fact? {
        guard let node = rule.value("fact", required: true) else { return nil }
        if case .scalar(let scalar) = node.content {
            let text = scalar.text
            if loops.contains(text) {
                rule.scope.report(.pointsLoop(text), at: node)
                return nil
            }
            if presences.contains(text) {
                rule.scope.report(.pointsForPresence, at: node)
                return nil
            }
        }
        return rule.scope.word(node, as: PointsRule.Fact.self)
    }

    private static func day(_ key: String, _ rule: Fields) -> CalendarDay? {
        guard let typed = rule.text(key, atMost: 10) else { return nil }
        guard let day = CalendarDay(typed) else {
            rule.scope.report(.pointsNoDay(typed), at: rule.position(of: key))
            return nil
        }
        return day
    }
}

extension Finding {
    static func pointsLoop(_ text: String) -> Finding {
        Finding(
            "points-loop",
            Phrase(
                fr: "« \(excerpt(text)) » vient des points : une règle qui en donnerait tournerait en rond.",
                en: "\"\(excerpt(text))\" comes from points: a rule that paid for it would go round in circles."),
            hint: Phrase(
                fr: "Choisissez un fait d’apprentissage, comme « activity-completed ».",
                en: "Choose a fact of learning, like \"activity-completed\"."))
    }

    static let pointsForPresence = Finding(
        "points-presence",
        Phrase(fr: "Être présent ne rapporte pas de points.", en: "Being present gives no points."),
        hint: Phrase(
            fr: "La présence se prouve par une signature ; elle peut donner un badge.",
            en: "Presence is proved by a signature; it can give a badge."))

    static func pointsWithoutEnd(_ fact: PointsRule.Fact) -> Finding {
        Finding(
            "points-unbounded",
            Phrase(
                fr: "La règle « \(fact.rawValue) » peut payer sans fin.",
                en: "The rule \"\(fact.rawValue)\" could pay without end."),
            hint: Phrase(
                fr: "Ajoutez un plafond par semaine, comme « most-a-week: 10 ».",
                en: "Add a cap a week, like \"most-a-week: 10\"."))
    }

    static func pointsRuleTwice(_ fact: PointsRule.Fact) -> Finding {
        Finding(
            "points-twice",
            Phrase(fr: "« \(fact.rawValue) » a déjà une règle.", en: "\"\(fact.rawValue)\" has a rule already."),
            hint: Phrase(fr: "Gardez-en une seule.", en: "Keep one of them."))
    }

    static func pointsCapBelowAmount(_ cap: Int, _ amount: Int) -> Finding {
        Finding(
            "points-cap",
            Phrase(
                fr: "Le plafond (\(cap)) est plus bas que ce que le fait vaut (\(amount)).",
                en: "The cap (\(cap)) is below what the fact is worth (\(amount))."),
            hint: Phrase(fr: "Montez le plafond, ou baissez « amount ».", en: "Raise the cap, or lower \"amount\"."))
    }

    static let pointsDaysReversed = Finding(
        "points-days",
        Phrase(fr: "Le dernier jour vient avant le premier.", en: "The last day comes before the first."),
        hint: Phrase(fr: "« until » vient après « from ».", en: "\"until\" comes after \"from\"."))

    static func pointsNoDay(_ text: String) -> Finding {
        Finding(
            "points-days",
            Phrase(fr: "« \(excerpt(text)) » n’est pas un jour.", en: "\"\(excerpt(text))\" is not a day."),
            hint: Phrase(fr: "Écrivez-le comme « 2026-09-01 ».", en: "Write it like \"2026-09-01\"."))
    }
}
