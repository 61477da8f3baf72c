import Accounts
import Essentials
import SQL
import Scheduling

/// An agenda for those who plan: of one who holds sessions, of one place.
extension Campus {
    /// What is left of an agenda; with nothing said, all of it.
    package struct AgendaFilter: Sendable, Hashable {
        /// Login of who holds the sessions.
        package var trainer: String?
        /// As it is written on the sessions, whatever its case and accents.
        package var place: String?

        package init(trainer: String? = nil, place: String? = nil) {
            self.trainer = trainer.flatMap { $0.isEmpty ? nil : $0 }
            self.place = place.flatMap { $0.isEmpty ? nil : $0 }
        }

        package var isEmpty: Bool { trainer == nil && place == nil }
    }

    /// Those of `entries` that a filter leaves. A meeting is no class: a filter leaves none.
    func filtered(
        _ entries: [ClassSessionStore.AgendaEntry], by filter: AgendaFilter, from start: Instant, until end: Instant,
        in reading: any ReadTransaction
    ) throws -> [ClassSessionStore.AgendaEntry] {
        if filter.isEmpty { return entries }
        var held: Set<Identifier<ClassSession>>?
        if let trainer = filter.trainer {
            guard let login = try? Login(trainer), let person = try people.person(login: login, in: reading) else { return [] }
            held = try calendar.held(by: person.id, from: start, until: end, in: reading)
        }
        let place = filter.place?.folded
        return entries.filter { entry in
            let session = entry.session
            return session.plan.kind != .mentoring && (held?.contains(session.id) ?? true)
                && (place == nil || session.plan.place?.folded == place)
        }
    }

    /// Who may hold sessions in the cohorts that a person plans, by name.
    func holders(for viewer: Viewer, in reading: any ReadTransaction) throws -> [PersonListing] {
        var found: [PersonListing] = []
        for cohort in viewer.roles.cohortsToPlan {
            for role in [CohortRole.trainer, .tutor, .coordinator] {
                for line in try memberships.people(of: cohort, as: role, limit: 200, in: reading)
                where !found.contains(where: { $0.id == line.person.id }) { found.append(line.person) }
            }
        }
        return found.sorted { ($0.name.sortKey, $0.id) < ($1.name.sortKey, $1.id) }
    }
}
