import CourseContent
import Essentials

/// Puts announced activities among the written ones.
enum PlannedOrder {
    /// Written activities in their order, each followed by the planned ones that come after it; those that follow none at the end.
    /// - Parameter circular: told of each planned activity that follows itself through others.
    static func merge(
        written: [ActivityOutline], planned: [PlannedActivity], language: Language, circular: (PlannedActivity) -> Void
    ) -> [ActivityOutline] {
        var followers: [String: [PlannedActivity]] = [:]
        var last: [PlannedActivity] = []
        let known = Set(written.map(\.id)).union(planned.map(\.id))
        for activity in planned {
            if let after = activity.after, known.contains(after) {
                followers[after, default: []].append(activity)
            } else {
                last.append(activity)
            }
        }
        var result: [ActivityOutline] = []
        // A stack rather than recursion: a chain may be long.
        func place(_ first: ActivityOutline) {
            var waiting = [first]
            while let activity = waiting.popLast() {
                result.append(activity)
                let next = followers.removeValue(forKey: activity.id) ?? []
                waiting.append(contentsOf: next.reversed().map { $0.outline(language: language) })
            }
        }
        for activity in written { place(activity) }
        for activity in last { place(activity.outline(language: language)) }
        for activity in planned where activity.after.map({ followers[$0] != nil }) ?? false { circular(activity) }
        return result
    }
}
