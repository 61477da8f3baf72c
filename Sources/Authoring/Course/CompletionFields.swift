import CourseContent
import Essentials

/// `completion`: one rule, or several of which all or any are to be fulfilled.
///
/// ```yaml
/// completion: read
/// completion: { rule: played, share: 80 }
/// completion: { all: [read, { rule: time, minutes: 10 }] }
/// ```
struct CompletionFields {
    /// A rule by its name.
    enum Name: String, CaseIterable {
        case read, time, played, reviewed, passed, submitted, marked, reported

        /// The key that it may have.
        var key: String? {
            switch self {
            case .read: "minimum-minutes"
            case .time: "minutes"
            case .played, .reviewed: "share"
            case .passed: "score"
            case .submitted, .marked, .reported: nil
            }
        }
    }

    let fields: Fields
    /// Those that can be used here; the first one is usual.
    let known: [Name]
    /// Of the activity.
    let minutes: Int
    private var scope: FileScope { fields.scope }

    /// The rule; the usual one when nothing, or nothing right, is written. What is wrong is reported.
    func rule() -> CompletionRule {
        fields["completion"].flatMap { rule($0, depth: 1) } ?? known.first.flatMap { rule($0, nil) } ?? .submitted
    }

    private func rule(_ node: YAMLNode, depth: Int) -> CompletionRule? {
        if case .scalar(let scalar) = node.content, !scalar.isNull {
            return name(scalar.text, at: node).flatMap { rule($0, nil) }
        }
        if case .mapping(let entries) = node.content, entries.contains(where: { $0.key == "all" || $0.key == "any" }) {
            return combined(node, depth: depth)
        }
        let keys = Set(known.compactMap(\.key)).sorted()
        guard let every = Fields(node, keys: ["rule"] + keys + ["all", "any"], scope: scope),
            let word = every.value("rule", required: true), let text = scope.text(word, atMost: TextLimit.title),
            let name = name(text, at: word)
        else { return nil }
        for key in keys where key != name.key && every[key] != nil {
            let owner = known.first { $0.key == key }?.rawValue ?? key
            scope.report(.keyOfOtherRule(key, rule: owner), at: every.position(of: key))
        }
        return rule(name, every)
    }

    private func name(_ text: String, at node: YAMLNode) -> Name? {
        if let name = Name(rawValue: text), known.contains(name) { return name }
        scope.report(.wrongCompletion(text, expected: known.map(\.rawValue).sorted()), at: node)
        return nil
    }

    /// - Parameter keys: of a rule that is written as a mapping.
    private func rule(_ name: Name, _ keys: Fields?) -> CompletionRule? {
        switch name {
        case .read: return .read(minimumSeconds: keys.flatMap { time("minimum-minutes", $0) })
        case .time:
            guard let keys, keys.value("minutes", required: true) != nil else {
                if keys == nil { scope.report(.timeWithoutMinutes, at: fields.position(of: "completion")) }
                return nil
            }
            return time("minutes", keys).map { .stayed(seconds: $0) }
        case .played: return .played(share: keys?.integer("share", in: 1...100) ?? 80)
        case .reviewed: return .reviewed(share: keys?.integer("share", in: 1...100) ?? 100)
        case .passed: return .passed(score: keys?.integer("score", in: 1...100) ?? 60)
        case .submitted: return .submitted
        case .marked: return .marked
        case .reported: return .reported
        }
    }

    /// Seconds.
    private func time(_ key: String, _ keys: Fields) -> Int? {
        guard let least = keys.integer(key, in: 1...600) else { return nil }
        if minutes > 0, least > minutes { scope.report(.minimumAboveMinutes(minutes, key: key), at: keys.position(of: key)) }
        return least * 60
    }

    /// `{ all: […] }` or `{ any: […] }`.
    private func combined(_ node: YAMLNode, depth: Int) -> CompletionRule? {
        guard let every = Fields(node, keys: ["all", "any"], scope: scope) else { return nil }
        guard depth <= CompletionRule.deepest else {
            scope.report(.rulesTooDeep, at: node)
            return nil
        }
        if every["all"] != nil, every["any"] != nil {
            scope.report(.allAndAny, at: node)
            return nil
        }
        let key = every["all"] == nil ? "any" : "all"
        let items = every.list(key)
        if items.count > CompletionRule.mostTogether {
            scope.report(.tooManyRules, at: every.position(of: key))
            return nil
        }
        var rules: [CompletionRule] = []
        for item in items {
            guard let rule = rule(item, depth: depth + 1) else { return nil }
            if rules.contains(rule) { scope.report(.repeatedRule(rule), at: item) }
            rules.append(rule)
        }
        if rules.count < 2 {
            if case .list? = every[key]?.content { scope.report(.oneRuleTogether(key), at: every.position(of: key)) }
            return nil
        }
        return key == "all" ? .all(rules: rules) : .any(rules: rules)
    }
}

extension Finding {
    static let timeWithoutMinutes = Finding(
        "completion",
        Phrase(fr: "La règle « time » demande un nombre de minutes.", en: "The rule \"time\" needs a number of minutes."),
        hint: Phrase(
            fr: "Écrivez « { rule: time, minutes: 10 } ».", en: "Write \"{ rule: time, minutes: 10 }\"."))

    static let rulesTooDeep = Finding(
        "completion",
        Phrase(
            fr: "« all » et « any » ne s’emboîtent pas plus de \(CompletionRule.deepest) fois.",
            en: "\"all\" and \"any\" stand in each other at most \(CompletionRule.deepest) times."),
        hint: Phrase(fr: "Écrivez une règle plus simple.", en: "Write a simpler rule."))

    static let tooManyRules = Finding(
        "completion",
        Phrase(
            fr: "« all » et « any » réunissent au plus \(CompletionRule.mostTogether) règles.",
            en: "\"all\" and \"any\" hold at most \(CompletionRule.mostTogether) rules."),
        hint: Phrase(fr: "Écrivez une règle plus simple.", en: "Write a simpler rule."))

    static let allAndAny = Finding(
        "completion",
        Phrase(fr: "« all » et « any » ne vont pas ensemble.", en: "\"all\" and \"any\" do not go together."),
        hint: Phrase(
            fr: "Mettez l’un dans l’autre : « { all: [read, { any: [...] }] } ».",
            en: "Put one into the other: \"{ all: [read, { any: [...] }] }\"."))

    static func repeatedRule(_ rule: CompletionRule) -> Finding {
        Finding(
            "completion",
            Phrase(
                fr: "La règle « \(rule.notation) » est écrite deux fois.", en: "The rule \"\(rule.notation)\" is written twice."),
            hint: Phrase(fr: "Retirez-en une.", en: "Take one out."))
    }

    static func oneRuleTogether(_ key: String) -> Finding {
        Finding(
            "completion",
            Phrase(fr: "« \(key) » demande au moins deux règles.", en: "\"\(key)\" needs two rules or more."),
            hint: Phrase(
                fr: "Ajoutez une règle, ou écrivez la règle seule.", en: "Add a rule, or write the rule alone."))
    }
}
