import CourseContent
import Essentials

/// What lessons and quizzes have in common, and the rest of the file still to be read.
struct ActivityFields {
    var id: String?
    var title: String
    var kind: ActivityKind
    var minutes: Int
    var place: ActivityPlace
    var objectives: [(id: String, position: SourcePosition)]
    var completion: CompletionRule
    var isOptional: Bool
    var language: Language
    var summary: String?
    var isEvaluation: Bool
    /// Whether its minutes were estimated by an import and nobody has confirmed them.
    var isEstimated: Bool
    var grade: GradeRule?
    var markWeight: Int?
    var opens: RestrictionFields?
    /// Its last day.
    var due: OpeningDay?
    var idPosition: SourcePosition
    var scope: FileScope
    /// All keys of the file.
    var fields: Fields

    static let sharedKeys = [
        "id", "title", "minutes", "place", "objectives", "completion", "optional", "language", "summary", "opens",
        "due", "minutes-estimated",
    ]
    static let quizKeys =
        sharedKeys + [
            "attempts", "evaluation", "instructions", "questions", "shuffle", "grade", "weight", "bands", "review", "time-limit",
        ]
    static let assignmentKeys =
        sharedKeys + ["text", "hand-in", "submissions", "points", "rubric", "portfolio", "evaluation", "weight"]
    static let scenarioKeys = sharedKeys + ["introduction", "variables", "start", "scenes", "evaluation", "weight"]
    private static let onlyInQuizzes = Dictionary(
        uniqueKeysWithValues: quizKeys.dropFirst(sharedKeys.count).map {
            (
                $0,
                Phrase(
                    fr: "Cette clé est celle d’un quiz (« NN-nom.quiz.yml »).",
                    en: "This is a key of a quiz (\"NN-name.quiz.yml\").")
            )
        })

    /// - Parameter courseLanguage: the language when the file gives none.
    init?(_ node: YAMLNode, kind: ActivityKind, courseLanguage: Language, scope: FileScope) {
        let fields: Fields?
        if kind == .quiz {
            fields = Fields(node, keys: Self.quizKeys, scope: scope)
        } else if kind == .assignment {
            fields = Fields(node, keys: Self.assignmentKeys, scope: scope)
        } else if kind == .scenario {
            fields = Fields(node, keys: Self.scenarioKeys, elsewhere: Self.onlyInQuizzes, scope: scope)
        } else if let keys = Self.keys(of: kind) {
            fields = Fields(node, keys: keys, elsewhere: Self.onlyInQuizzes, scope: scope)
        } else {
            fields = Fields(node, keys: Self.sharedKeys, elsewhere: Self.onlyInQuizzes, scope: scope)
        }
        guard let fields else { return nil }
        self.fields = fields
        self.scope = scope
        self.kind = kind
        id = fields.identifier("id")
        idPosition = fields.position(of: "id")
        title = fields.text("title", required: true, atMost: TextLimit.title) ?? ""
        place = Self.place(of: kind, fields)
        minutes = Self.minutes(fields, place: place)
        objectives = fields.identifiers("objectives")
        isOptional = fields.boolean("optional") ?? false
        language = fields.word("language", as: Language.self) ?? courseLanguage
        summary = fields.text("summary", atMost: TextLimit.summary, oneLine: false)
        opens = RestrictionFields(fields)
        due = CourseDay.due(fields, opens: opens)
        isEstimated = fields.boolean("minutes-estimated") ?? false
        switch kind {
        case .assignment, .scenario: isEvaluation = fields.boolean("evaluation") ?? false
        case .quiz: isEvaluation = fields.boolean("evaluation") ?? !objectives.isEmpty
        default: isEvaluation = false
        }
        if isEvaluation, objectives.isEmpty, fields["objectives"].map(isEmptyList) ?? true {
            scope.report(.evaluationWithoutObjective, at: fields.position(of: "evaluation"))
        }
        completion = Self.completion(of: kind, fields, minutes: minutes)
        // What is usual is not written, so that saying it changes nothing.
        if kind.hasScore {
            markWeight = fields.integer("weight", in: 0...100).flatMap { $0 == ActivityOutline.usualMarkWeight ? nil : $0 }
        }
        if kind == .quiz { grade = fields.word("grade", as: GradeRule.self).flatMap { $0 == .best ? nil : $0 } }
    }

    /// The minutes of an activity: owed at a distance (Code du travail, D6313-3-1), optional in person.
    static func minutes(_ fields: Fields, place: ActivityPlace) -> Int {
        if place == .distance, fields["minutes"] == nil {
            fields.scope.report(.missingMinutes, at: fields.position)
            return 1
        }
        return fields.integer("minutes", in: 1...600) ?? 0
    }

    func outline(contentDigest: String?, media: [MediaOutline] = []) -> ActivityOutline {
        ActivityOutline(
            id: id ?? "", title: title, kind: kind, minutes: minutes, place: place, objectives: objectives.map(\.id),
            completion: completion, isOptional: isOptional, language: language, summary: summary,
            contentDigest: contentDigest, isEvaluation: isEvaluation, media: media.isEmpty ? nil : media, grade: grade,
            markWeight: markWeight, restriction: opens?.restriction, due: due)
    }
}

private func isEmptyList(_ node: YAMLNode) -> Bool {
    node.content == .list([])
}
