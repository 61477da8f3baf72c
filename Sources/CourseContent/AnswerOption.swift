/// One entry of a list that an answer is chosen from.
package struct AnswerOption: Codable, Sendable, Hashable {
    package var id: String
    /// Plain text: a list shows no marks.
    package var text: String

    package init(id: String, text: String) {
        self.id = id
        self.text = text
    }
}

/// How much a question that is only partly right is worth.
package enum Scoring: String, Codable, Sendable, Hashable, CaseIterable {
    /// Everything, or no point at all.
    case allOrNothing = "all-or-nothing"
    /// A share of the points; the rule is the type's: see `Marking`.
    case partial
}

/// One field of a question that has several.
package struct QuestionPart: Sendable, Hashable {
    /// Unique in the question.
    package let id: String
    /// Safe HTML beside the field; `nil` for a gap, which stands in its text.
    package let text: String?
    /// What may be chosen; `nil` where one types.
    package let options: [AnswerOption]?
}

extension QuestionBody {
    /// The fields of a question that has several, in the order in which they are shown; `nil` for the other types.
    package var parts: [QuestionPart]? {
        switch self {
        case .gapFill(let key):
            key.gaps.map { gap in
                guard case .chosen(_, let options) = gap.answer else { return QuestionPart(id: gap.id, text: nil, options: nil) }
                return QuestionPart(id: gap.id, text: nil, options: options)
            }
        case .matching(let key): key.items.map { QuestionPart(id: $0.id, text: $0.text, options: key.options) }
        case .ordering(let key):
            key.items.map { QuestionPart(id: $0.id, text: $0.text, options: key.ranks) }
        case .single, .multiple, .trueFalse, .numeric, .shortText, .longAnswer, .dictation: nil
        }
    }
}
