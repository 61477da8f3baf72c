package import Accounts
import CourseContent
package import Essentials
import SQL
package import Scheduling

/// Sessions in the calendar programs of people: a file of one, or a secret address that a program asks again and again.
extension Campus {
    /// What goes into a calendar, and in which language.
    package struct CalendarReading: Sendable {
        package let entries: [SessionCalendar.Entry]
        package let language: Language
    }

    /// How many days back and ahead a subscription shows.
    package static let subscribedDays = (before: 92, after: 400)

    /// Makes the secret address of a person's calendar; the one before it opens nothing any more.
    /// - Returns: what is shown once: only its hash is kept.
    package func makeCalendarFeed(for viewer: Viewer) async throws -> SecretToken {
        let token = SecretToken.address()
        let now = clock.now
        try await database.write { writing in
            try calendar.keepFeed(token.hash.text, of: viewer.person.id, at: now, in: writing)
        }
        return token
    }

    /// Takes the secret address back; without one it changes nothing.
    package func revokeCalendarFeed(of viewer: Viewer) async throws {
        try await database.write { try calendar.removeFeed(of: viewer.person.id, in: $0) }
    }

    /// When the secret address was made; `nil` when there is none.
    package func calendarFeed(of viewer: Viewer) async throws -> Instant? {
        try await database.read { try calendar.feed(of: viewer.person.id, in: $0) }
    }

    /// What the holder of a secret address reads: nobody signs in for it.
    /// - throws: ``CampusError/notFound(_:)`` for an address that opens nothing, or not any more.
    package func subscribedCalendar(_ secret: String) async throws -> CalendarReading {
        guard let token = SecretToken(address: secret) else { throw CampusError.notFound(.noSuchCalendar) }
        let now = clock.now
        return try await database.read { reading in
            guard let owner = try calendar.feed(token.hash.text, in: reading),
                let person = try people.person(owner, in: reading), person.disabledAt == nil
            else { throw CampusError.notFound(.noSuchCalendar) }
            let first = now.adding(seconds: -Int64(Self.subscribedDays.before) * 86_400)
            let last = now.adding(seconds: Int64(Self.subscribedDays.after) * 86_400)
            let classes = try calendar.calendar(of: owner, from: first, until: last, in: reading)
            let meetings = try mentors.meetings(of: owner, from: first, until: last, in: reading).map {
                SessionCalendar.Entry.meeting(
                    $0.meeting, with: $0.other, cohortTitle: $0.cohortTitle, in: person.language)
            }
            return CalendarReading(entries: classes + meetings, language: person.language)
        }
    }

    /// One session for a calendar program, for somebody whom it concerns.
    /// - throws: ``CampusError/notFound(_:)``.
    package func calendar(of id: Identifier<ClassSession>, for viewer: Viewer) async throws -> CalendarReading {
        let session = try await session(id, for: viewer)
        return try await database.read { reading in
            CalendarReading(
                entries: [
                    SessionCalendar.Entry(
                        session: session.session, cohortTitle: session.cohort.title,
                        changedAt: try calendar.changedAt(session.session, in: reading))
                ], language: viewer.person.language)
        }
    }

    /// The whole calendar of a cohort, for whoever runs the installation.
    /// - throws: ``CampusError/notFound(_:)``.
    package func calendar(ofCohort key: String) async throws -> (cohort: Cohort, entries: [SessionCalendar.Entry]) {
        try await database.read { reading in
            let cohort = try knownCohort(key, in: reading)
            let sessions = try calendar.sessions(
                of: cohort.id, from: Instant(milliseconds: 0), until: Instant(milliseconds: Int64.max), in: reading)
            let entries = try sessions.map {
                SessionCalendar.Entry(
                    session: $0, cohortTitle: cohort.title, changedAt: try calendar.changedAt($0, in: reading))
            }
            return (cohort, entries)
        }
    }
}

extension Phrase {
    static let noSuchCalendar = Phrase(
        fr: "Cette adresse de calendrier n’ouvre rien, ou plus rien. Créez-en une dans votre agenda.",
        en: "This calendar address opens nothing, or no longer does. Make one in your agenda.")
}
