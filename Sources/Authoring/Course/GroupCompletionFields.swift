import CourseContent
import Essentials

/// `completion` of a module, a block of competencies or a course: `all`, `{ some: 4 }` or `{ weighted: 80 }`.
enum GroupCompletionFields {
    /// What is written; `nil` when nothing, or nothing right, is. What is wrong is reported.
    static func read(_ fields: Fields) -> GroupCompletion? {
        guard let node = fields["completion"] else { return nil }
        let scope = fields.scope
        guard case .mapping(let entries) = node.content else {
            guard let text = scope.text(node, atMost: TextLimit.title) else { return nil }
            if text != "all" { scope.report(.wrongGroupCompletion(text), at: node) }
            return text == "all" ? .all : nil
        }
        guard let rule = Fields(node, keys: ["some", "weighted"], scope: scope) else { return nil }
        guard entries.count == 1 else {
            scope.report(.groupCompletionOfOne, at: node)
            return nil
        }
        return rule.integer("some", in: 1...5000).map { .atLeast(count: $0) }
            ?? rule.integer("weighted", in: 1...100).map { .weighted(share: $0) }
    }

    /// Says that a rule asks for more activities than there are.
    static func check(_ rule: GroupCompletion?, of activities: [ActivityOutline], at position: SourcePosition, scope: FileScope) {
        guard case .atLeast(let count) = rule else { return }
        let total = activities.count { !$0.isOptional }
        if count > total { scope.report(.groupCompletionAbove(count, total), at: position) }
    }
}

extension Finding {
    static func wrongGroupCompletion(_ text: String) -> Finding {
        Finding(
            "completion",
            Phrase(
                fr: "« \(excerpt(text)) » n’est pas une règle d’achèvement possible ici.",
                en: "\"\(excerpt(text))\" is not a completion rule that can be used here."),
            hint: Phrase(
                fr: "Écrivez « all », « { some: 4 } » ou « { weighted: 80 } ».",
                en: "Write \"all\", \"{ some: 4 }\" or \"{ weighted: 80 }\"."))
    }

    static let groupCompletionOfOne = Finding(
        "completion",
        Phrase(
            fr: "« completion » attend « some » ou « weighted », un seul.",
            en: "\"completion\" takes \"some\" or \"weighted\", one of them."),
        hint: Phrase(
            fr: "Écrivez « { some: 4 } » ou « { weighted: 80 } ».", en: "Write \"{ some: 4 }\" or \"{ weighted: 80 }\"."))

    static func groupCompletionAbove(_ count: Int, _ total: Int) -> Finding {
        Finding(
            "completion-above-activities", severity: .warning,
            Phrase(
                fr: "La règle demande \(count) activités, et il n’y en a que \(total) qui comptent.",
                en: "The rule asks for \(count) activities, and there are only \(total) that count."),
            hint: Phrase(
                fr: "Baissez « some » : en attendant, toutes sont demandées.",
                en: "Lower \"some\": until then all of them are asked for."))
    }
}
