import CourseContent
import Essentials

/// `opens`: what must be true before an activity or a module opens.
struct RestrictionFields {
    var restriction: Restriction
    /// The activities that it names, each with its place.
    var after: [(id: String, position: SourcePosition)]
    var scores: [(id: String, position: SourcePosition)]
    var scope: FileScope

    init?(_ fields: Fields) {
        let keys = ["after", "score", "from", "until", "groups"]
        guard let opens = fields.fields("opens", keys: keys) else { return nil }
        scope = fields.scope
        after = opens.identifiers("after")
        var conditions: [ScoreCondition] = []
        var scores: [(id: String, position: SourcePosition)] = []
        for node in Self.scoreNodes(opens) {
            guard let score = Fields(node, keys: ["activity", "at-least"], scope: fields.scope) else { continue }
            guard let activity = score.identifier("activity"),
                let least = score.integer("at-least", in: 1...100, required: true)
            else { continue }
            conditions.append(ScoreCondition(activity: activity, atLeast: least))
            scores.append((activity, score["activity"]?.position ?? score.position))
        }
        self.scores = scores
        let groups = opens.identifiers("groups").map(\.id)
        restriction = Restriction(
            after: after.map(\.id), scores: conditions, from: CourseDay.read("from", opens),
            until: CourseDay.read("until", opens),
            groups: groups)
        let isEmpty = keys.allSatisfy { opens[$0] == nil }
        if isEmpty { scope.report(.emptyRestriction, at: fields.position(of: "opens")) }
        if restriction.isNever { scope.report(.neverOpens, at: opens.position(of: "until")) }
    }

    /// One score, or a list of them.
    private static func scoreNodes(_ opens: Fields) -> [YAMLNode] {
        guard let node = opens["score"] else { return [] }
        if case .mapping = node.content { return [node] }
        return opens.list("score")
    }
}

extension Restriction {
    /// Whether it closes before it opens.
    fileprivate var isNever: Bool {
        guard let from, let until else { return false }
        return until.comes(before: from)
    }
}

/// Whether the restrictions of a course can be met: they name what is there, and nothing waits for itself.
struct RestrictionCheck {
    private var kinds: [String: ActivityKind] = [:]
    private var planned: Set<String>
    /// What each activity waits for.
    private var waits: [String: [(id: String, position: SourcePosition, scope: FileScope)]] = [:]

    init(_ modules: [CourseReading.Module], planned: Set<String>) {
        self.planned = planned
        for module in modules {
            for draft in module.activities {
                guard let id = draft.fields.id else { continue }
                kinds[id] = draft.fields.kind
                for opens in [module.fields?.opens, draft.fields.opens].compactMap(\.self) {
                    waits[id, default: []] += (opens.after + opens.scores).map { ($0.id, $0.position, opens.scope) }
                }
            }
        }
        for opens in modules.flatMap({ [$0.fields?.opens] + $0.activities.map(\.fields.opens) }).compactMap(\.self) {
            checkNames(opens)
        }
        checkCircles()
    }

    private func checkNames(_ opens: RestrictionFields) {
        for (id, position) in opens.after + opens.scores where kinds[id] == nil {
            opens.scope.report(
                planned.contains(id) ? .opensAfterPlanned(id) : .opensAfterUnknown(id, known: kinds.keys.sorted()), at: position)
        }
        for (id, position) in opens.scores {
            if let kind = kinds[id], !kind.hasScore { opens.scope.report(.noScore(id), at: position) }
        }
    }

    /// Reports each activity that waits for itself, once, at the condition that closes the circle.
    private func checkCircles() {
        var reported: Set<SourcePlace> = []
        for (start, conditions) in waits.sorted(by: { $0.key < $1.key }) {
            for condition in conditions where reaches(start, from: condition.id) {
                let place = SourcePlace(file: condition.scope.source.file, line: condition.position.line, id: condition.id)
                if reported.insert(place).inserted {
                    condition.scope.report(.circularRestriction(start, condition.id), at: condition.position)
                }
            }
        }
    }

    private struct SourcePlace: Hashable {
        let file: String
        let line: Int
        let id: String
    }

    private func reaches(_ target: String, from start: String) -> Bool {
        var seen: Set<String> = [start]
        var waiting = [start]
        while let id = waiting.popLast() {
            if id == target { return true }
            for next in waits[id] ?? [] where seen.insert(next.id).inserted { waiting.append(next.id) }
        }
        return false
    }
}
