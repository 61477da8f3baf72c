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
    /// When the course is complete.
    package let completion: GroupCompletion
    /// The modules and blocks of competencies for which the author wrote a rule; nothing for most courses.
    package let parts: [PartRules]
    /// Indexes of the parts that an activity counts in.
    private let partsOfActivity: [Identifier<Activity>: [Int]]
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
        self.init(
            version: version.id, course: version.course, activities: activities, completion: version.outline.completion ?? .all,
            parts: Self.parts(of: version.outline, ids: version.activityIDs))
    }

    package init(
        version: Identifier<CourseVersion>, course: Identifier<Course>, activities: [ActivityRules],
        completion: GroupCompletion = .all,
        parts: [PartRules] = []
    ) {
        self.version = version
        self.course = course
        self.activities = activities
        totalWeight = activities.reduce(0) { $0 + $1.weight }
        countingActivities = activities.count { $0.counts }
        self.completion = completion
        self.parts = parts
        var indexes: [Identifier<Activity>: [Int]] = [:]
        for (index, part) in parts.enumerated() { for member in part.members { indexes[member, default: []].append(index) } }
        partsOfActivity = indexes
        positions = Dictionary(
            activities.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The rules of one activity; `nil` when this version does not have it.
    package subscript(_ activity: Identifier<Activity>) -> ActivityRules? {
        positions[activity].map { activities[$0] }
    }

    /// The parts that an activity counts in.
    package func parts(of activity: Identifier<Activity>) -> [PartRules] {
        partsOfActivity[activity].map { $0.map { parts[$0] } } ?? []
    }

    /// Whether learners' figures by another version would be the same.
    package func areSame(as other: CourseRules) -> Bool {
        activities == other.activities && completion == other.completion && parts == other.parts
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
