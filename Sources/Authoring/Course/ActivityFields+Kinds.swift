import CourseContent
import Essentials

/// What the activities that are neither lessons nor quizzes say of themselves.
extension ActivityFields {
    /// The keys of a kind; `nil` for those that are read elsewhere.
    static func keys(of kind: ActivityKind) -> [String]? {
        switch kind {
        case .document: sharedKeys + ["text", "files"]
        // Where a session takes place follows from its form, and being there is what completes it.
        case .session:
            sharedKeys.filter { $0 != "place" && $0 != "completion" } + ["form", "text", "preparation", "bring"]
        case .discussion: sharedKeys.filter { $0 != "completion" } + ["text", "posts"]
        case .deck: sharedKeys + ["text", "cards"]
        case .survey: sharedKeys.filter { $0 != "completion" } + SurveyFields.keys
        default: nil
        }
    }

    static func place(of kind: ActivityKind, _ fields: Fields) -> ActivityPlace {
        guard kind == .session else { return fields.word("place", as: ActivityPlace.self) ?? .distance }
        // What is wrong with it is said when the rest of the session is read.
        guard case .scalar(let form)? = fields["form"]?.content else { return .distance }
        return SessionForm(rawValue: form.text) == .inPerson ? .inPerson : .distance
    }

    /// When an activity of a kind is complete; `nil` for those that are read elsewhere.
    static func ruleOfKind(_ kind: ActivityKind, _ fields: Fields, minutes: Int) -> CompletionRule? {
        switch kind {
        case .document: documentRule(fields, minutes: minutes)
        case .session: .present
        case .discussion: .contributed(posts: fields.integer("posts", in: 1...20) ?? 1)
        case .deck: deckRule(fields, minutes: minutes)
        case .survey: .submitted
        default: nil
        }
    }

    private static func documentRule(_ fields: Fields, minutes: Int) -> CompletionRule {
        let rule = rule(fields, ["read": "minimum-minutes"], usual: "read").keys
        return rule.map { readRule($0, fields, minutes: minutes) } ?? .read(minimumSeconds: nil)
    }

    /// `reviewed` or `read`.
    private static func deckRule(_ fields: Fields, minutes: Int) -> CompletionRule {
        switch rule(fields, ["reviewed": "share", "read": "minimum-minutes"], usual: "reviewed") {
        case ("read", let rule): rule.map { readRule($0, fields, minutes: minutes) } ?? .read(minimumSeconds: nil)
        case (_, let rule): .reviewed(share: rule?.integer("share", in: 1...100) ?? 100)
        }
    }
}
