/// A block of competencies of a certification, and what the course does for it: through its objectives, which activities name.
package struct CompetencyBlock: Codable, Sendable, Hashable {
    /// Unique in the course, the author's.
    package var id: String
    /// For example RNCP37674BC01.
    package var code: String?
    package var title: String
    /// Ids of the course's objectives, at least one.
    package var objectives: [String]
    /// When it is complete, of the activities that name one of its objectives; as for a module.
    package var completion: GroupCompletion?

    package init(
        id: String, code: String? = nil, title: String, objectives: [String], completion: GroupCompletion? = nil
    ) {
        self.id = id
        self.code = code
        self.title = title
        self.objectives = objectives
        self.completion = completion
    }
}
