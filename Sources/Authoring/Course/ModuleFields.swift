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
    var idPosition: SourcePosition
    var scope: FileScope

    init?(_ node: YAMLNode, scope: FileScope) {
        let keys = ["id", "title", "summary", "objectives", "in-person-minutes", "planned", "opens", "due", "completion"]
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
