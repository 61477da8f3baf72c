package import CourseContent
import Essentials
import HTML

/// When an activity is done, as codes: the rule, its number, or the rules that it is put together from.
package struct CompletionModel: Encodable, Sendable, Hashable {
    package let rule: CompletionRule

    package init(_ rule: CompletionRule) {
        self.rule = rule
    }

    private enum Key: String, CodingKey {
        case rule, seconds, score, share, posts, rules
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(rule.name, forKey: .rule)
        switch rule {
        case .read(let seconds): try container.encodeIfPresent(seconds, forKey: .seconds)
        case .stayed(let seconds): try container.encode(seconds, forKey: .seconds)
        case .passed(let score): try container.encode(score, forKey: .score)
        case .played(let share), .reviewed(let share): try container.encode(share, forKey: .share)
        case .contributed(let posts): try container.encode(posts, forKey: .posts)
        case .all(let rules), .any(let rules): try container.encode(rules.map(Self.init), forKey: .rules)
        case .present, .submitted, .marked, .reported: break
        }
    }
}

extension CompletionRule {
    /// Its name in JSON, which is that of the course format.
    fileprivate var name: String {
        switch self {
        case .read: "read"
        case .stayed: "time"
        case .passed: "passed"
        case .played: "played"
        case .present: "present"
        case .contributed: "contributed"
        case .reviewed: "reviewed"
        case .submitted: "submitted"
        case .marked: "marked"
        case .reported: "reported"
        case .all: "all"
        case .any: "any"
        }
    }

    /// Whether the outline says it: not what the kind of the activity says by itself.
    var isSaidInOutline: Bool {
        switch self {
        case .read(let seconds): seconds != nil
        case .present, .contributed, .submitted: false
        case .stayed, .passed, .played, .reviewed, .marked, .reported, .all, .any: true
        }
    }
}

/// The mark to reach, or when it is done, in the list of what an activity asks for.
struct RuleItem: View {
    let rule: CompletionRule
    let words: Words

    var body: some Markup {
        switch rule {
        case .passed(let score): li { words(.passMark(score)) }
        default: li { words(.doneWhen(rule)) }
        }
    }
}

/// « Terminé quand : … » on the page of an activity.
struct CompletionLine: View {
    let rule: CompletionRule
    let words: Words

    var body: some Markup {
        p(.class("quiet")) { words(.doneWhen(rule)) }
    }
}
