import CourseContent
import Essentials

/// `badges` in `course.yml`: what the course gives, and what has to be so for it.
struct BadgeFields {
    private(set) var rules: [BadgeRule] = []
    /// What of the course each need names, and where.
    private var named: [(need: BadgeRule.Need, position: SourcePosition)] = []

    private static let keys = ["id", "title", "summary", "colour", "needs"]
    private static let needKeys = ["fact", "activity", "module", "mark", "times"]

    init(_ fields: Fields) {
        let scope = fields.scope
        var places: [String: SourcePosition] = [:]
        let items = fields.list("badges")
        if items.count > BadgeRule.most.badges {
            scope.report(
                .tooMany(Phrase(fr: "badges", en: "badges"), limit: BadgeRule.most.badges), at: fields.position(of: "badges"))
        }
        for item in items {
            guard let badge = Fields(item, keys: Self.keys, scope: scope) else { continue }
            let title = badge.text("title", required: true, atMost: TextLimit.title)
            let summary = badge.text("summary", atMost: TextLimit.summary, oneLine: false)
            let colour = badge.word("colour", as: BadgeRule.Colour.self) ?? .green
            let needs = needs(badge)
            guard let id = badge.identifier("id") else { continue }
            let position = badge.position(of: "id")
            if let first = places[id] {
                scope.report(.duplicateID(id, file: scope.source.file, line: first.line), at: position)
                continue
            }
            places[id] = position
            rules.append(BadgeRule(id: id, title: title ?? "", summary: summary, colour: colour, needs: needs))
        }
    }

    private mutating func needs(_ badge: Fields) -> [BadgeRule.Need] {
        let items = badge.list("needs", required: true)
        if items.count > BadgeRule.most.needs {
            badge.scope.report(
                .tooMany(Phrase(fr: "conditions", en: "needs"), limit: BadgeRule.most.needs), at: badge.position(of: "needs"))
        }
        return items.compactMap { item in
            guard let fields = Fields(item, keys: Self.needKeys, scope: badge.scope), let fact = Self.fact(fields) else {
                return nil
            }
            let uses = fact.uses
            for key in Self.needKeys.dropFirst() where fields[key] != nil && !uses.all.contains(key) {
                badge.scope.report(.badgeKeyOfNoUse(key, fact), at: fields.position(of: key))
            }
            let need = BadgeRule.Need(
                fact, activity: fields.identifier("activity", required: uses.required.contains("activity")),
                module: fields.identifier("module", required: uses.required.contains("module")),
                mark: fields.integer("mark", in: 1...100, required: uses.required.contains("mark")),
                times: fields.integer("times", in: BadgeRule.times, required: uses.required.contains("times")))
            if need.activity != nil, need.times != nil {
                badge.scope.report(.badgeKeyOfNoUse("times", fact), at: fields.position(of: "times"))
            }
            let key = need.module == nil ? "activity" : "module"
            named.append((need, fields[key]?.position ?? fields.position))
            return need
        }
    }

    private static let loops = ["points", "points-earned", "level", "level-reached", "badge", "badge-earned", "ladder", "streak"]

    private static func fact(_ fields: Fields) -> BadgeRule.Fact? {
        guard let node = fields.value("fact", required: true) else { return nil }
        if case .scalar(let scalar) = node.content, loops.contains(scalar.text) {
            fields.scope.report(.badgeLoop(scalar.text), at: node)
            return nil
        }
        return fields.scope.word(node, as: BadgeRule.Fact.self)
    }

    /// Says what no badge can ask for in this course: an activity that is not there or is only announced, a mark where there is none, a
    /// presence where nobody signs.
    func check(in modules: [ModuleOutline], scope: FileScope) {
        let activities = modules.flatMap(\.activities)
        let written = activities.filter { !$0.isPlanned }
        for (need, position) in named {
            if let id = need.module, !modules.contains(where: { $0.id == id }) {
                scope.report(.badgeOfUnknown(id, known: modules.map(\.id)), at: position)
            }
            if let id = need.activity {
                guard let activity = activities.first(where: { $0.id == id }) else {
                    scope.report(.badgeOfUnknown(id, known: activities.map(\.id)), at: position)
                    continue
                }
                if activity.isPlanned {
                    scope.report(
                        .badgeNever(Phrase(fr: "elle n’est pas encore écrite", en: "it is not written yet")), at: position)
                } else if need.fact == .markReached, !activity.kind.hasScore {
                    scope.report(.badgeNever(Phrase(fr: "elle ne donne pas de note", en: "it gives no mark")), at: position)
                } else if need.fact == .sessionAttended, activity.kind != .session {
                    scope.report(.badgeNever(Phrase(fr: "ce n’est pas une séance", en: "it is no session")), at: position)
                }
            }
            guard !activities.isEmpty, need.activity == nil else { continue }
            let reachable =
                switch need.fact {
                case .activitiesCompleted: written.count { $0.completion.isRecorded }
                case .sessionAttended: written.count { $0.kind == .session }
                case .activityCompleted, .markReached, .moduleCompleted, .courseCompleted: Int.max
                }
            if need.times ?? 1 > reachable {
                scope.report(
                    .badgeNever(Phrase(fr: "le cours n’en a que \(reachable)", en: "the course has only \(reachable)")),
                    at: position)
            }
        }
    }
}

extension BadgeRule.Fact {
    /// The keys that go with it.
    fileprivate var uses: (all: [String], required: [String]) {
        switch self {
        case .activityCompleted: (["activity"], ["activity"])
        case .activitiesCompleted: (["times"], ["times"])
        case .markReached: (["activity", "mark"], ["activity", "mark"])
        case .moduleCompleted: (["module"], ["module"])
        case .courseCompleted: ([], [])
        case .sessionAttended: (["activity", "times"], [])
        }
    }
}

extension Finding {
    static func badgeLoop(_ text: String) -> Finding {
        Finding(
            "badge-loop",
            Phrase(
                fr: "« \(excerpt(text)) » vient des points ou des badges : un badge ne s’appuie que sur l’apprentissage.",
                en: "\"\(excerpt(text))\" comes from points or badges: a badge rests on learning only."),
            hint: Phrase(
                fr: "Choisissez un fait d’apprentissage, comme « module-completed ».",
                en: "Choose a fact of learning, like \"module-completed\"."))
    }

    static func badgeKeyOfNoUse(_ key: String, _ fact: BadgeRule.Fact) -> Finding {
        Finding(
            "badge-key",
            Phrase(
                fr: "« \(key) » ne va pas avec « \(fact.rawValue) ».", en: "\"\(key)\" does not go with \"\(fact.rawValue)\"."),
            hint: Phrase(fr: "Retirez « \(key) ».", en: "Take \"\(key)\" out."))
    }

    static func badgeOfUnknown(_ id: String, known: [String]) -> Finding {
        Finding(
            "badge-unknown",
            Phrase(fr: "Rien dans ce cours ne s’appelle « \(id) ».", en: "Nothing in this course is called \"\(id)\"."),
            hint: .nearest(to: id, among: known))
    }

    static func badgeNever(_ why: Phrase) -> Finding {
        Finding(
            "badge-never",
            Phrase(
                fr: "Personne ne peut gagner ce badge : \(why.fr).", en: "Nobody can ever earn this badge: \(why.en)."),
            hint: Phrase(fr: "Changez ce que « needs » demande.", en: "Change what \"needs\" asks for."))
    }
}
