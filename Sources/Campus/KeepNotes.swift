package import Accounts
import CourseContent
package import Essentials
package import Progress
import SQL
package import Tutoring

/// What the staff notes about a learner, and what a learner did in words.
extension Campus {
    /// A note with its author's name.
    package struct NoteReading: Sendable {
        package let note: StaffNote
        package let author: PersonName?
    }

    /// Notes about a learner, for those who follow the cohort.
    func notes(
        about person: Identifier<Person>, in cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> [NoteReading] {
        var names: [Identifier<Person>: PersonName] = [:]
        return try staffNotes.notes(about: person, in: cohort, in: reading).map { note in
            if names[note.author] == nil { names[note.author] = try people.person(note.author, in: reading)?.name }
            return NoteReading(note: note, author: names[note.author])
        }
    }

    /// Keeps a note about a learner: for the staff only, and for good.
    /// - throws: ``CampusError/notFound(_:)`` for a learner that this person does not follow, ``CampusError/invalid(_:)``.
    package func addNote(
        _ text: String, about person: Identifier<Person>, in cohortKey: String, by viewer: Viewer
    ) async throws -> StaffNote {
        let now = clock.now
        return try await withTutoring {
            try await database.write { writing in
                let cohort = try followed(cohortKey, viewer, in: writing)
                guard
                    try progress.courses(of: person, in: writing).contains(where: { $0.enrolment.cohort == cohort.id })
                else { throw CampusError.notFound(.noSuchLearner) }
                return try staffNotes.add(
                    text, about: person, in: cohort.id, by: viewer.person.id, at: now, in: writing)
            }
        }
    }

    // MARK: Timeline

    /// What a learner did in a course, the last first.
    package struct TimelineReading: Sendable {
        package let cohort: Cohort
        package let person: Person
        package let course: LibraryCourse
        package let events: [RecordedEvent]
        /// The sequence before which the next page begins; `nil` for the last.
        package let next: Int?
    }

    private static let eventsAPage = 100

    /// What a learner of a cohort did in a course, a page at a time.
    /// - Parameter sequence: where the page before ended.
    /// - throws: ``CampusError/notFound(_:)``.
    package func timeline(
        of person: Identifier<Person>, course courseKey: String, in cohortKey: String, before sequence: Int? = nil,
        for viewer: Viewer
    ) async throws -> TimelineReading {
        try await database.read { reading in
            let cohort = try followed(cohortKey, viewer, in: reading)
            guard let learner = try people.person(person, in: reading),
                let course = try library.course(courseKey, in: reading),
                let standing = try progress.courses(of: person, in: reading).first(where: {
                    $0.enrolment.cohort == cohort.id && $0.enrolment.course == course.version.course
                })
            else { throw CampusError.notFound(.noSuchLearner) }
            var events = try progress.events(
                of: standing.enrolment.id, before: sequence, limit: Self.eventsAPage + 1, in: reading)
            let hasMore = events.count > Self.eventsAPage
            if hasMore { events.removeLast() }
            return TimelineReading(
                cohort: cohort, person: learner, course: course, events: events, next: hasMore ? events.last?.sequence : nil)
        }
    }
}
