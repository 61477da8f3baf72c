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
        case .placement: sharedKeys.filter { $0 != "completion" } + PlacementFields.keys
        default: nil
        }
    }

    static func place(of kind: ActivityKind, _ fields: Fields) -> ActivityPlace {
        guard kind == .session else { return fields.word("place", as: ActivityPlace.self) ?? .distance }
        // What is wrong with it is said when the rest of the session is read.
        guard case .scalar(let form)? = fields["form"]?.content else { return .distance }
        return SessionForm(rawValue: form.text) == .inPerson ? .inPerson : .distance
    }

    /// When an activity of a kind is complete.
    static func completion(of kind: ActivityKind, _ fields: Fields, minutes: Int) -> CompletionRule {
        let known: [CompletionFields.Name]
        switch kind {
        case .session: return .present
        case .discussion: return .contributed(posts: fields.integer("posts", in: 1...20) ?? 1)
        case .survey, .placement: return .submitted
        case .document: known = [.read, .time, .reported]
        case .deck: known = [.reviewed, .read, .time]
        case .assignment: known = [.submitted, .passed, .marked, .time]
        case .quiz, .scenario: known = [.passed, .submitted, .time]
        default: known = [.read, .played, .time]
        }
        return CompletionFields(fields: fields, known: known, minutes: minutes).rule()
    }
}
