import CourseContent

/// Ids of a course and where each was first met.
struct CourseIDs {
    private(set) var written: Set<String> = []
    private(set) var planned: Set<String> = []
    private var places: [String: (file: String, line: Int)] = [:]

    enum Kind {
        case module, written, planned
    }

    /// Takes an id, or says where it is already taken.
    mutating func take(_ id: String, as kind: Kind, file: String, line: Int) -> (file: String, line: Int)? {
        if let place = places[id] { return place }
        places[id] = (file, line)
        switch kind {
        case .module: break
        case .written: written.insert(id)
        case .planned: planned.insert(id)
        }
        return nil
    }
}

extension CourseReading {
    /// Checks that ids are unique in the course, and that objectives and `after` name something.
    mutating func checkIDs(_ module: Module, head: CourseFields?) {
        if let fields = module.fields {
            if let id = fields.id { take(id, as: .module, at: fields.idPosition, scope: fields.scope) }
            checkObjectives(fields.objectives, head: head, scope: fields.scope)
        }
        for draft in module.activities {
            let fields = draft.fields
            if let id = fields.id { take(id, as: .written, at: fields.idPosition, scope: fields.scope) }
            checkObjectives(fields.objectives, head: head, scope: fields.scope)
        }
        guard let fields = module.fields else { return }
        for planned in fields.planned { take(planned.id, as: .planned, at: planned.position, scope: fields.scope) }
        let here = module.activities.compactMap(\.fields.id) + fields.planned.map(\.id)
        for planned in fields.planned {
            if let after = planned.after, !here.contains(after) {
                fields.scope.report(.unknownAfter(after, known: here), at: planned.afterPosition)
            }
        }
    }

    private mutating func take(_ id: String, as kind: CourseIDs.Kind, at position: SourcePosition, scope: FileScope) {
        let file = scope.source.file
        if let place = ids.take(id, as: kind, file: file, line: position.line) {
            scope.report(.duplicateID(id, file: place.file, line: place.line), at: position)
        }
    }

    private func checkObjectives(
        _ objectives: [(id: String, position: SourcePosition)], head: CourseFields?, scope: FileScope
    ) {
        guard let head else { return }
        var seen: Set<String> = []
        for (id, position) in objectives {
            if !head.objectives.contains(id) {
                scope.report(.unknownObjective(id, known: head.outline.objectives.map(\.id)), at: position)
            } else if !seen.insert(id).inserted {
                scope.report(.repeatedObjective(id), at: position)
            }
        }
    }
}
