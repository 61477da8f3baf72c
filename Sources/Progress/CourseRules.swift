package import CourseContent
package import Essentials

/// What Progress needs of a version of a course, by the identity of each activity. Made once when a version is loaded, beside it.
package struct CourseRules: Sendable {
    package let version: Identifier<CourseVersion>
    package let course: Identifier<Course>
    /// In the order in which they are met, planned and optional ones included.
    package let activities: [ActivityRules]
    /// Minutes of all that counts.
    package let totalWeight: Int
    package let countingActivities: Int
    private let positions: [Identifier<Activity>: Int]

    package init(_ version: CourseVersion) {
        var activities: [ActivityRules] = []
        for outline in version.outline.activities {
            guard let id = version.activityIDs[outline.id] else { continue }
            activities.append(
                ActivityRules(
                    id: id, key: outline.id, completion: outline.completion, weight: outline.weight,
                    isPlanned: outline.isPlanned, media: outline.media ?? [], minutes: outline.minutes))
        }
        self.init(version: version.id, course: version.course, activities: activities)
    }

    package init(version: Identifier<CourseVersion>, course: Identifier<Course>, activities: [ActivityRules]) {
        self.version = version
        self.course = course
        self.activities = activities
        totalWeight = activities.reduce(0) { $0 + $1.weight }
        countingActivities = activities.count { $0.counts }
        positions = Dictionary(
            activities.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The rules of one activity; `nil` when this version does not have it.
    package subscript(_ activity: Identifier<Activity>) -> ActivityRules? {
        positions[activity].map { activities[$0] }
    }

    /// Its place in the course, from 0.
    package func position(of activity: Identifier<Activity>) -> Int? { positions[activity] }
}

/// What Progress needs of one activity.
package struct ActivityRules: Sendable, Hashable {
    package let id: Identifier<Activity>
    /// The author's id.
    package let key: String
    package let completion: CompletionRule
    /// Minutes in the percentage; 0 for what does not count.
    package let weight: Int
    package let isPlanned: Bool
    /// The recordings of a lesson.
    package let media: [MediaOutline]
    /// What is validated when it is completed.
    package let minutes: Int

    package init(
        id: Identifier<Activity>, key: String, completion: CompletionRule, weight: Int, isPlanned: Bool = false,
        media: [MediaOutline] = [], minutes: Int? = nil
    ) {
        self.id = id
        self.key = key
        self.completion = completion
        self.weight = weight
        self.isPlanned = isPlanned
        self.media = media
        self.minutes = minutes ?? weight
    }

    package var counts: Bool { weight > 0 }
}
