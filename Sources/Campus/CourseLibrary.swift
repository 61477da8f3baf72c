package import Accounts
package import CourseContent
package import Essentials
package import Progress
package import SQL
import Synchronization

/// A published version with what is worked out from it once.
package struct LibraryCourse: Sendable {
    package let version: CourseVersion
    package let rules: CourseRules
    /// The sequence of the publication that made it what learners see; 0 for a version that was loaded for itself.
    let publication: Int
    /// The activities of each module, in order.
    package let modules: [[PlacedActivity]]
    /// Whether the mark of some quiz is not its best result.
    let hasGrades: Bool
    private let positions: [String: Int]
    private let activities: [ActivityOutline]
    /// What opens each activity that is restricted: its module's conditions, then its own.
    private let restrictions: [String: [Restriction]]
    private let plans = BoundedCache<PlanDays, CoursePlan?>(capacity: 100)

    private struct PlanDays: Hashable {
        let first: CalendarDay?
        let last: CalendarDay?
    }

    init(_ version: CourseVersion, publication: Int = 0) {
        self.version = version
        self.publication = publication
        rules = CourseRules(version)
        activities = version.outline.activities
        modules = version.placed
        hasGrades = activities.contains { $0.grade != nil }
        var restrictions: [String: [Restriction]] = [:]
        for module in version.outline.modules {
            for activity in module.activities {
                let both = [module.restriction, activity.restriction].compactMap(\.self)
                if !both.isEmpty { restrictions[activity.id] = both }
            }
        }
        self.restrictions = restrictions
        positions = Dictionary(
            activities.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// An activity as it is published; `nil` for one that is only planned, or that the version does not have.
    func published(_ key: String) -> PublishedActivity? {
        guard let outline = activity(key), !outline.isPlanned, let id = version.activityIDs[key] else { return nil }
        return PublishedActivity(course: self, outline: outline, id: id)
    }

    /// The same by its identity.
    func published(_ id: Identifier<Activity>) -> PublishedActivity? {
        for placed in modules.joined() where placed.id == id && !placed.activity.isPlanned {
            return PublishedActivity(course: self, outline: placed.activity, id: id)
        }
        return nil
    }

    /// What opens an activity: its module's conditions, then its own; empty for most.
    func restrictions(of key: String) -> [Restriction] { restrictions[key] ?? [] }

    /// Every condition of the course.
    var allRestrictions: [Restriction] { restrictions.values.flatMap(\.self) }

    package var outline: CourseOutline { version.outline }

    /// When its activities are due for those who begin and end on these days; made once for each pair of days.
    package func plan(from first: CalendarDay?, to last: CalendarDay?) -> CoursePlan? {
        plans.value(PlanDays(first: first, last: last)) { CoursePlan(outline, startsOn: first, endsOn: last) }
    }

    /// The plan of an enrolment: its own days, and the cohort's where it has none. A course that says its length in weeks ends with them when
    /// the cohort goes on for longer, for another course.
    package func plan(of enrolment: Enrolment, in cohort: Cohort) -> CoursePlan? {
        plan(startsOn: enrolment.startsOn, endsOn: enrolment.endsOn, in: cohort)
    }

    /// The same by the own days of an enrolment.
    func plan(startsOn: CalendarDay?, endsOn: CalendarDay?, in cohort: Cohort) -> CoursePlan? {
        plan(
            startsOn: startsOn, endsOn: endsOn, CohortDays(startsOn: cohort.startsOn, endsOn: cohort.endsOn, hasDecisions: false))
    }

    /// The same, given the days of the cohort.
    func plan(startsOn: CalendarDay?, endsOn: CalendarDay?, _ cohort: CohortDays) -> CoursePlan? {
        let first = startsOn ?? cohort.startsOn
        let length = first.flatMap { first in outline.weeks.map { first.monday.adding(days: 7 * $0 - 1) } }
        let last = endsOn ?? [length, cohort.endsOn].compactMap(\.self).min()
        return plan(from: first, to: last)
    }

    /// An activity by the author's id.
    package func activity(_ key: String) -> ActivityOutline? { positions[key].map { activities[$0] } }

    /// The activity after this one that is ready.
    package func following(_ key: String) -> ActivityOutline? {
        guard let position = positions[key] else { return nil }
        return activities[(position + 1)...].first { !$0.isPlanned }
    }
}

/// An activity that learners of a course can open.
struct PublishedActivity: Sendable {
    let course: LibraryCourse
    let outline: ActivityOutline
    let id: Identifier<Activity>

    var address: ActivityAddress { ActivityAddress(course: course.outline.key, activity: outline.id) }
}

extension [LibraryCourse] {
    /// An activity of one of these courses; `nil` for one that went with a new version.
    func published(_ id: Identifier<Activity>) -> PublishedActivity? {
        lazy.compactMap { $0.published(id) }.first
    }

    /// The same by its address.
    func published(_ address: ActivityAddress) -> PublishedActivity? {
        first { $0.outline.key == address.course }?.published(address.activity)
    }
}

/// Published courses and their bodies in memory. Versions and bodies never change, so only the pointers can be stale.
package final class CourseLibrary: Sendable {
    private struct Shelf {
        var byKey: [String: LibraryCourse] = [:]
        /// The latest publication known, by key: what an older read still sees never takes its place. Its sequence, not the number of
        /// the version, which goes down when somebody goes back.
        var newest: [String: Int] = [:]
        var keyByCourse: [Identifier<Course>: String] = [:]
        var contents: [String: ActivityContent] = [:]
        var contentOrder: [String] = []
    }

    /// Bodies kept at most: some 20 KB each.
    private static let contentCapacity = 1000

    private let shelf = Mutex(Shelf())
    private let store = CourseStore()

    package var cachedCourses: Int { shelf.withLock { $0.byKey.count } }

    /// The published version of a course; `nil` when there is no such course.
    package func course(_ key: String, in reading: any ReadTransaction) throws -> LibraryCourse? {
        if let known = shelf.withLock({ $0.byKey[key] }) { return known }
        guard let (version, publication) = try store.publication(key: key, in: reading) else { return nil }
        let course = LibraryCourse(version, publication: publication)
        shelf.withLock { shelf in
            shelf.keyByCourse[version.course] = key
            guard publication >= shelf.newest[key] ?? 0 else { return }
            shelf.newest[key] = publication
            shelf.byKey[key] = course
        }
        return course
    }

    /// The published version of a course by its identity.
    package func course(_ id: Identifier<Course>, in reading: any ReadTransaction) throws -> LibraryCourse? {
        if let key = shelf.withLock({ $0.keyByCourse[id] }) { return try course(key, in: reading) }
        for known in try store.courses(in: reading) {
            shelf.withLock { $0.keyByCourse[known.id] = known.key }
        }
        guard let key = shelf.withLock({ $0.keyByCourse[id] }) else { return nil }
        return try course(key, in: reading)
    }

    /// The published version of a course if it is in memory.
    func cached(_ key: String) -> LibraryCourse? { shelf.withLock { $0.byKey[key] } }

    /// A body by its digest.
    package func content(_ digest: String, in reading: any ReadTransaction) throws -> ActivityContent? {
        if let known = shelf.withLock({ $0.contents[digest] }) { return known }
        guard let content = try store.content(digest: digest, in: reading) else { return nil }
        shelf.withLock { shelf in
            guard shelf.contents.updateValue(content, forKey: digest) == nil else { return }
            shelf.contentOrder.append(digest)
            if shelf.contentOrder.count > Self.contentCapacity {
                shelf.contents[shelf.contentOrder.removeFirst()] = nil
            }
        }
        return content
    }

    /// A course was published once more, here or elsewhere.
    /// - Parameter publication: its sequence.
    func published(_ key: String, _ publication: Int) {
        shelf.withLock { shelf in
            shelf.newest[key] = max(publication, shelf.newest[key] ?? 0)
            if let known = shelf.byKey[key], known.publication < publication { shelf.byKey[key] = nil }
        }
    }

    /// Which versions are published is read again at the next request.
    func dropPointers() {
        shelf.withLock { $0.byKey.removeAll() }
    }
}
