import CourseContent
import Essentials

/// `competencies` in `course.yml`: blocks of a certification and the objectives that belong to each.
struct CompetencyFields {
    private(set) var blocks: [CompetencyBlock] = []
    /// Each objective that a block names, where it does.
    private var named: [(id: String, position: SourcePosition)] = []

    /// - Parameter objectives: those of the course.
    init(_ fields: Fields, objectives: [Objective]) {
        let known = objectives.map(\.id)
        var places: [String: SourcePosition] = [:]
        for item in fields.list("competencies") {
            guard let block = Fields(item, keys: ["id", "code", "title", "objectives", "completion"], scope: fields.scope) else {
                continue
            }
            let code = block.text("code", atMost: 40)
            let title = block.text("title", required: true, atMost: TextLimit.title)
            var own: [String] = []
            for node in block.list("objectives", required: true) {
                guard let id = fields.scope.identifier(node) else { continue }
                if !known.contains(id) {
                    fields.scope.report(.unknownObjective(id, known: known), at: node)
                } else if own.contains(id) {
                    fields.scope.report(.repeatedObjective(id), at: node)
                } else {
                    own.append(id)
                    named.append((id, node.position))
                }
            }
            let completion = GroupCompletionFields.read(block)
            guard let id = block.identifier("id") else { continue }
            let position = block.position(of: "id")
            if let first = places[id] {
                fields.scope.report(.duplicateID(id, file: fields.scope.source.file, line: first.line), at: position)
                continue
            }
            places[id] = position
            blocks.append(CompetencyBlock(id: id, code: code, title: title ?? "", objectives: own, completion: completion))
        }
    }

    /// Says which objectives of a block no activity names.
    func checkTrained(by activities: [ActivityOutline], scope: FileScope) {
        let trained = Set(activities.flatMap(\.objectives))
        for (id, position) in named where !trained.contains(id) { scope.report(.untrainedObjective(id), at: position) }
    }
}

extension Finding {
    static func untrainedObjective(_ id: String) -> Finding {
        Finding(
            "untrained-objective", severity: .warning,
            Phrase(
                fr: "Aucune activité écrite ne travaille l’objectif « \(id) » de ce bloc.",
                en: "No written activity works on the objective \"\(id)\" of this block."),
            hint: Phrase(
                fr: "Ajoutez « objectives: [\(id)] » à une activité, ou retirez l’objectif du bloc.",
                en: "Add \"objectives: [\(id)]\" to an activity, or take the objective out of the block."))
    }
}
