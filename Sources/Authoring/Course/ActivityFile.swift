import CourseContent

/// The kind of an activity by the name of its file.
enum ActivityFile {
    /// The ending of the file of each kind that can be written.
    static let endings: [(ending: String, kind: ActivityKind)] = [
        (".quiz.yml", .quiz), (".assignment.yml", .assignment), (".scenario.yml", .scenario), (".md", .lesson),
        (".document.yml", .document), (".session.yml", .session), (".discussion.yml", .discussion), (".deck.yml", .deck),
        (".survey.yml", .survey), (".placement.yml", .placement),
    ]

    /// - Returns: `nil` for a file that is none.
    static func kind(of name: String) -> ActivityKind? { endings.first { name.hasSuffix($0.ending) }?.kind }

    static func isActivity(_ name: String) -> Bool { kind(of: name) != nil }

    /// The endings of files of YAML, for messages.
    static var list: String { endings.filter { $0.kind != .lesson }.map(\.kind.rawValue).joined(separator: ", ") }
}
