import CourseContent
import Essentials

/// `module.yml`.
struct ModuleFields {
    var id: String?
    var title: String
    var summary: String?
    var objectives: [(id: String, position: SourcePosition)]
    var inPersonMinutes: Int
    var planned: [PlannedActivity]
    var opens: RestrictionFields?
    var due: OpeningDay?
    var completion: GroupCompletion?
    var completionPosition: SourcePosition
    var canDo: [CanDo]
    var idPosition: SourcePosition
    var scope: FileScope

    init?(_ node: YAMLNode, scope: FileScope) {
        let keys = [
            "id", "title", "summary", "objectives", "in-person-minutes", "planned", "opens", "due", "completion", "can-do",
        ]
        guard let fields = Fields(node, keys: keys, scope: scope) else { return nil }
        self.scope = scope
        id = fields.identifier("id")
        idPosition = fields.position(of: "id")
        title = fields.text("title", required: true, atMost: TextLimit.title) ?? ""
        summary = fields.text("summary", atMost: TextLimit.summary, oneLine: false)
        objectives = fields.identifiers("objectives")
        inPersonMinutes = fields.integer("in-person-minutes", in: 0...300_000) ?? 0
        opens = RestrictionFields(fields)
        due = CourseDay.due(fields, opens: opens)
        completion = GroupCompletionFields.read(fields)
        completionPosition = fields.position(of: "completion")
        planned = fields.list("planned").compactMap { PlannedActivity($0, scope: scope) }
        canDo = Self.canDo(fields)
    }

    /// Statements that one module has at most.
    private static let canDoAtMost = 12

    private static func canDo(_ fields: Fields) -> [CanDo] {
        let (list, scope) = (fields.list("can-do"), fields.scope)
        if list.count > canDoAtMost {
            scope.report(
                .tooMany(Phrase(fr: "capacités", en: "can-do statements"), limit: canDoAtMost), at: fields.position(of: "can-do"))
        }
        var places: [String: SourcePosition] = [:]
        return list.prefix(canDoAtMost).compactMap { node in
            guard let entry = Fields(node, keys: ["id", "level", "text"], scope: scope) else { return nil }
            let level = entry.word("level", as: CEFRLevel.self, required: true)
            let text = entry.text("text", required: true, atMost: TextLimit.summary)
            guard let id = entry.identifier("id") else { return nil }
            let position = entry.position(of: "id")
            if let first = places.updateValue(position, forKey: id) {
                scope.report(.duplicateID(id, file: scope.source.file, line: first.line), at: position)
                return nil
            }
            guard let level, let text else { return nil }
            return CanDo(id: id, level: level, text: text)
        }
    }
}

/// An activity that is announced and not written yet.
struct PlannedActivity {
    var id: String
    var title: String
    var kind: ActivityKind
    var minutes: Int
    var place: ActivityPlace
    /// The id of the activity that it follows.
    var after: String?
    var position: SourcePosition
    var afterPosition: SourcePosition

    init?(_ node: YAMLNode, scope: FileScope) {
        let keys = ["id", "title", "kind", "minutes", "place", "after"]
        guard let fields = Fields(node, keys: keys, scope: scope) else { return nil }
        title = fields.text("title", required: true, atMost: TextLimit.title) ?? ""
        kind = fields.word("kind", as: ActivityKind.self, required: true) ?? .lesson
        place = fields.word("place", as: ActivityPlace.self) ?? .distance
        minutes = ActivityFields.minutes(fields, place: place)
        after = fields["after"].flatMap { scope.identifier($0) }
        afterPosition = fields["after"]?.position ?? fields.position
        position = fields.position(of: "id")
        guard let id = fields.identifier("id") else { return nil }
        self.id = id
    }

    func outline(language: Language) -> ActivityOutline {
        ActivityOutline(
            id: id, title: title, kind: kind, minutes: minutes, place: place, completion: .read(minimumSeconds: nil),
            language: language, contentDigest: nil)
    }
}
