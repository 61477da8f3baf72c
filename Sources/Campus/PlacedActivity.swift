package import CourseContent
package import Essentials

/// An activity in its place in a published version. Made once a version and shared: a list of two hundred activities copies none of them.
package final class PlacedActivity: Sendable {
    package let activity: ActivityOutline
    /// What a learner's state is kept under.
    package let id: Identifier<Activity>?
    /// From 0, in the order of the course.
    package let position: Int
    /// As ``ActivityOutline`` works them out.
    package let counts: Bool
    package let weight: Int

    init(_ activity: ActivityOutline, id: Identifier<Activity>?, position: Int) {
        self.activity = activity
        self.id = id
        self.position = position
        counts = activity.counts
        weight = activity.weight
    }
}

extension CourseVersion {
    /// The activities of each module.
    var placed: [[PlacedActivity]] {
        var position = 0
        return outline.modules.map { module in
            module.activities.map { activity in
                defer { position += 1 }
                return PlacedActivity(activity, id: activityIDs[activity.id], position: position)
            }
        }
    }
}
