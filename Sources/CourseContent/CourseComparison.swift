/// What differs between two outlines of one course, by stable ids. Pure; what it means for people is worked out in Campus.
package struct CourseComparison: Sendable, Hashable {
    /// What differs in the course itself.
    package var course: [CourseAspect] = []
    package var modules: [ModuleChange] = []
    /// Activities that differ: those of the new outline in its order, then those that left.
    package var activities: [ActivityChange] = []

    package var isEmpty: Bool { course.isEmpty && modules.isEmpty && activities.isEmpty }

    /// - Parameter before: `nil` when there was nothing: everything is added.
    package init(from before: CourseOutline?, to after: CourseOutline) {
        course = before.map { CourseAspect.differing($0, after) } ?? []
        modules = Self.modules(before?.modules ?? [], after.modules)
        activities = Self.activities(before?.modules ?? [], after.modules)
    }

    private static func modules(_ before: [ModuleOutline], _ after: [ModuleOutline]) -> [ModuleChange] {
        let old = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ids = Set(after.map(\.id))
        let moved = Self.moved(before.map(\.id), after.map(\.id))
        var changes: [ModuleChange] = []
        for module in after {
            guard let known = old[module.id] else {
                changes.append(ModuleChange(id: module.id, title: module.title, aspects: [.added]))
                continue
            }
            var aspects: [ModuleAspect] = []
            if moved.contains(module.id) { aspects.append(.moved) }
            if known.title != module.title { aspects.append(.renamed) }
            if known.inPersonMinutes != module.inPersonMinutes { aspects.append(.minutes) }
            if known.restriction != module.restriction { aspects.append(.opens) }
            if known.due != module.due { aspects.append(.due) }
            if known.completion != module.completion { aspects.append(.completion) }
            if known.summary != module.summary || known.objectives != module.objectives || known.canDo != module.canDo {
                aspects.append(.details)
            }
            if !aspects.isEmpty {
                changes.append(
                    ModuleChange(
                        id: module.id, title: module.title, titleBefore: known.title == module.title ? nil : known.title,
                        aspects: aspects, completionBefore: known.completion, completion: module.completion))
            }
        }
        for module in before where !ids.contains(module.id) {
            changes.append(ModuleChange(id: module.id, title: module.title, aspects: [.removed]))
        }
        return changes
    }

    private static func activities(_ before: [ModuleOutline], _ after: [ModuleOutline]) -> [ActivityChange] {
        var old: [String: (activity: ActivityOutline, module: String)] = [:]
        for module in before { for activity in module.activities { old[activity.id] = (activity, module.id) } }
        let oldOrders = Dictionary(before.map { ($0.id, $0.activities.map(\.id)) }, uniquingKeysWith: { first, _ in first })
        var changes: [ActivityChange] = []
        var ids: Set<String> = []
        for module in after {
            let moved = Self.moved(oldOrders[module.id] ?? [], module.activities.map(\.id))
            for activity in module.activities {
                ids.insert(activity.id)
                guard let known = old[activity.id] else {
                    changes.append(ActivityChange(aspects: [.added], before: nil, after: activity))
                    continue
                }
                var aspects = ActivityAspect.differing(known.activity, activity)
                if known.module != module.id || moved.contains(activity.id) { aspects.append(.moved) }
                if !aspects.isEmpty { changes.append(ActivityChange(aspects: aspects, before: known.activity, after: activity)) }
            }
        }
        for module in before {
            for activity in module.activities where !ids.contains(activity.id) {
                changes.append(ActivityChange(aspects: [.removed], before: activity, after: nil))
            }
        }
        return changes
    }

    /// What has another place among the ids that both lists have: the fewest that, taken out, leave the others in their order.
    static func moved(_ before: [String], _ after: [String]) -> Set<String> {
        let positions = Dictionary(before.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let common = after.compactMap { id in positions[id].map { (id: id, position: $0) } }
        // The longest rising run of positions: for each length, the smallest end known so far.
        var ends: [Int] = []
        var previous = [Int?](repeating: nil, count: common.count)
        for index in common.indices {
            var low = 0
            var high = ends.count
            while low < high {
                let middle = (low + high) / 2
                if common[ends[middle]].position < common[index].position { low = middle + 1 } else { high = middle }
            }
            previous[index] = low > 0 ? ends[low - 1] : nil
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        var kept: Set<String> = []
        var next = ends.last
        while let index = next {
            kept.insert(common[index].id)
            next = previous[index]
        }
        return Set(common.map(\.id)).subtracting(kept)
    }
}

/// A module that differs.
package struct ModuleChange: Sendable, Hashable {
    package var id: String
    package var title: String
    /// The title that it had, when it has another now.
    package var titleBefore: String?
    package var aspects: [ModuleAspect]
    /// Its rule, when the author wrote one, before and now.
    package var completionBefore: GroupCompletion?
    package var completion: GroupCompletion?
}

/// An activity that differs.
package struct ActivityChange: Sendable, Hashable {
    package var aspects: [ActivityAspect]
    /// `nil` for one that comes in.
    package var before: ActivityOutline?
    /// `nil` for one that leaves.
    package var after: ActivityOutline?

    /// What it is called, now or last.
    package var outline: ActivityOutline? { after ?? before }
    package var id: String { outline?.id ?? "" }
}

package enum ModuleAspect: String, Sendable, Hashable, Codable, CaseIterable {
    case added, removed, moved, renamed, minutes, opens, due, completion, details
}

package enum ActivityAspect: String, Sendable, Hashable, Codable, CaseIterable {
    case added, removed
    /// Announced before, written now.
    case written
    /// Written before, only announced now.
    case announced
    case moved, renamed, kind
    /// What one reads or answers.
    case content
    case completion, minutes
    /// Whether it counts.
    case optional
    case opens
    /// Its last day.
    case due
    /// Whether it is an evaluation, which attempts make its mark, or how much that counts.
    case evaluation
    /// Summary, objectives, language, place.
    case details

    static func differing(_ old: ActivityOutline, _ new: ActivityOutline) -> [Self] {
        var aspects: [Self] = []
        if old.isPlanned != new.isPlanned { aspects.append(new.isPlanned ? .announced : .written) }
        if old.title != new.title { aspects.append(.renamed) }
        if old.kind != new.kind { aspects.append(.kind) }
        if old.isPlanned == new.isPlanned, old.contentDigest != new.contentDigest || old.media != new.media {
            aspects.append(.content)
        }
        if old.completion != new.completion { aspects.append(.completion) }
        if old.minutes != new.minutes { aspects.append(.minutes) }
        if old.isOptional != new.isOptional { aspects.append(.optional) }
        if old.restriction != new.restriction { aspects.append(.opens) }
        if old.due != new.due { aspects.append(.due) }
        if old.isEvaluation != new.isEvaluation || old.grade != new.grade || old.markWeight != new.markWeight {
            aspects.append(.evaluation)
        }
        if old.summary != new.summary || old.objectives != new.objectives || old.language != new.language
            || old.place != new.place
        {
            aspects.append(.details)
        }
        return aspects
    }
}

/// What of a course itself can differ.
package enum CourseAspect: String, Sendable, Hashable, Codable, CaseIterable {
    case title, language, mode, summary, hours, weeks, levels, audience, objectives, contacts, certification
    case competencies, completion, points, sessions, badges

    static func differing(_ old: CourseOutline, _ new: CourseOutline) -> [Self] {
        allCases.filter { aspect in
            switch aspect {
            case .title: old.title != new.title
            case .language: old.language != new.language
            case .mode: old.mode != new.mode
            case .summary: old.summary != new.summary
            case .hours: old.hours != new.hours
            case .weeks: old.weeks != new.weeks
            case .levels: old.levels != new.levels
            case .audience: old.audience != new.audience
            case .objectives: old.objectives != new.objectives
            case .contacts: old.contacts != new.contacts
            case .certification: old.certification != new.certification
            case .competencies: old.competencies != new.competencies
            case .points: old.points != new.points
            case .sessions: old.sessions != new.sessions
            case .badges: old.badges != new.badges
            case .completion: old.completion != new.completion
            }
        }
    }
}
