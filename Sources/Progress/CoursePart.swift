package import CourseContent
package import Essentials

/// A part of a course whose completion is a fact of its own: one whose author wrote a rule for it.
package struct CoursePart: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case module, competency
    }

    package let kind: Kind
    /// The author's id.
    package let id: String

    package init(_ kind: Kind, _ id: String) {
        self.kind = kind
        self.id = id
    }

    /// `module/forms`.
    package var text: String { kind.rawValue + "/" + id }

    /// Reads ``text``.
    /// - Returns: `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let words = text.split(separator: "/", omittingEmptySubsequences: false)
        guard words.count == 2, let kind = Kind(rawValue: String(words[0])), !words[1].isEmpty else { return nil }
        self.init(kind, String(words[1]))
    }
}

/// When a part of a course is complete.
package struct PartRules: Sendable, Hashable {
    package let part: CoursePart
    package let completion: GroupCompletion
    /// The activities of it that count.
    package let members: [Identifier<Activity>]

    package init(_ part: CoursePart, _ completion: GroupCompletion, members: [Identifier<Activity>]) {
        self.part = part
        self.completion = completion
        self.members = members
    }

    /// Since when it is complete: the moment of the completion with which its rule became true. It follows from when activities were done, not from the
    /// order in which that came to be known.
    /// - Parameters:
    ///   - weight: minutes of an activity.
    ///   - doneAt: when an activity was done; `nil` while it is not.
    /// - Returns: `nil` while the rule is not fulfilled.
    package func fulfilledAt(weight: (Identifier<Activity>) -> Int, doneAt: (Identifier<Activity>) -> Instant?) -> Instant? {
        let totalWeight = members.reduce(0) { $0 + weight($1) }
        let done = members.compactMap { id in doneAt(id).map { (at: $0, weight: weight(id)) } }.sorted { $0.at < $1.at }
        var doneWeight = 0
        for (index, one) in done.enumerated() {
            doneWeight += one.weight
            if completion.isFulfilled(done: index + 1, of: members.count, doneWeight: doneWeight, of: totalWeight) {
                return one.at
            }
        }
        return nil
    }
}

extension PartRules {
    /// Since when it is complete, by the states of its activities.
    func fulfilledAt(_ rules: CourseRules, _ states: [Identifier<Activity>: ActivityState]) -> Instant? {
        fulfilledAt(weight: { rules[$0]?.weight ?? 0 }, doneAt: { states[$0]?.doneAt })
    }
}

extension ActivityState {
    /// When its rule was fulfilled, or somebody decided that it counts as done; `nil` while neither is so.
    package var doneAt: Instant? { completedAt ?? (ruling?.ruling.isDone ?? false ? ruling?.at : nil) }
}

extension CourseRules {
    /// The rules that the author wrote for modules and blocks of competencies.
    static func parts(of outline: CourseOutline, ids: [String: Identifier<Activity>]) -> [PartRules] {
        func members(_ activities: [ActivityOutline]) -> [Identifier<Activity>] {
            activities.compactMap { $0.counts ? ids[$0.id] : nil }
        }
        let modules = outline.modules.compactMap { module in
            module.completion.map { PartRules(CoursePart(.module, module.id), $0, members: members(module.activities)) }
        }
        let blocks = (outline.competencies ?? []).compactMap { block in
            block.completion.map {
                PartRules(CoursePart(.competency, block.id), $0, members: members(outline.trained(by: block)))
            }
        }
        return modules + blocks
    }
}
