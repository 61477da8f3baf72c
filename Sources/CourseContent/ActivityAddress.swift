/// An activity as people and addresses name it: `course/activity`, by the keys that its author gave.
package struct ActivityAddress: Sendable, Hashable {
    package let course: String
    package let activity: String

    package init(course: String, activity: String) {
        self.course = course
        self.activity = activity
    }

    /// `nil` for what is not two keys with a stroke between them.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 100 && !$0.utf8.contains(0) }) else {
            return nil
        }
        (course, activity) = (String(parts[0]), String(parts[1]))
    }

    package var text: String { course + "/" + activity }
}
