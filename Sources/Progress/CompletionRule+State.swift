package import CourseContent

extension CompletionRule {
    /// Whether what the learner did fulfils the rule. It looks at what is known and not at the order in which it came to be known, so that events
    /// that arrive late, twice or in another order end in the same answer. A completion that followed from it stays, whatever comes after.
    /// - Parameter media: the recordings of the activity.
    package func isSatisfied(by state: ActivityState, media: [MediaOutline] = []) -> Bool {
        switch self {
        case .read(let minimumSeconds):
            if state.reachedEndAt != nil { return true }
            guard let minimumSeconds else { return false }
            return state.seconds >= minimumSeconds
        case .stayed(let seconds): return state.seconds >= seconds
        case .passed(let score):
            guard let best = state.shownScore else { return false }
            return best >= score
        case .submitted: return state.attempts > 0
        case .marked: return state.shownScore != nil
        case .played(let share):
            if state.declaredAt != nil { return true }
            let length = media.reduce(0) { $0 + ($1.milliseconds ?? 0) }
            return length > 0 && state.playedMilliseconds(of: media) * 100 >= length * share
        case .present: return state.attendedAt != nil
        case .contributed(let posts): return state.contributions >= posts
        case .reviewed(let share): return (state.reviewedShare ?? 0) >= share
        case .reported: return state.reportedAt != nil
        case .all(let rules): return !rules.isEmpty && rules.allSatisfy { $0.isSatisfied(by: state, media: media) }
        case .any(let rules): return rules.contains { $0.isSatisfied(by: state, media: media) }
        }
    }
}
