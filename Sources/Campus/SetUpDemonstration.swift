import Accounts
package import CourseContent
import Essentials
import Progress
import SQL

/// A school to look at: three cohorts with their people, and weeks of work behind them. For a demonstration only: four accounts have
/// passwords that everybody can read in the documentation.
extension Campus {
    /// What a demonstration holds, to be shown to whoever set it up.
    package struct Demonstration: Sendable {
        /// Whether this set-up made it, or found it made.
        package let isNew: Bool
        package let courses: [AppliedVersion]
        /// One account of each kind that a visitor wants to try.
        package let accounts: [DemonstrationAccount]
    }

    /// Publishes the courses and makes the people, their cohorts and what they did in the past weeks, through the use cases that real
    /// people go through, with a clock that follows them. Again changes nothing, but for courses that changed meanwhile.
    ///
    /// Dates are relative to the day of the first set-up. One that was cut short goes on where it stopped.
    ///
    /// - Parameters:
    ///   - authored: the demonstration courses, those of ``DemonstrationCohort/all`` among them.
    ///   - force: sets up beside people who are there already.
    /// - throws: ``CampusError/conflict(_:)`` when there are other people in the database, or somebody has a login of the demonstration;
    ///   ``CampusError/invalid(_:)`` when a course is missing.
    package func setUpDemonstration(_ authored: [AuthoredCourse], force: Bool = false) async throws -> Demonstration {
        let keys = Set(authored.map(\.outline.key))
        if let missing = DemonstrationCohort.all.map(\.course).first(where: { !keys.contains($0) }) {
            throw CampusError.invalid("courses", .demonstrationLacks(missing))
        }
        let known = try await demonstrationStart()
        if known == nil, !force { try await requireNobody() }
        let now = known ?? clock.now
        let before = DemonstrationDays(now: now, weeksAgo: 5).instant(day: 0, minute: 9 * 60)
        // Published before the cohorts began, the first time.
        let publisher = known == nil ? at(.fixed(before)) : self
        var applied: [AppliedVersion] = []
        for course in authored { applied.append(try await publisher.apply(course)) }
        library.dropPointers()
        if known == nil { try await addDemonstrationPeople(at: now, before: before) }
        try await playDemonstration(now: now)
        try await addDemonstrationCalendar(now: now)
        try await addDemonstrationMeetings(now: now)
        try await addDemonstrationAttendance(now: now)
        try await addDemonstrationMessages(now: now)
        try await addDemonstrationCards(now: now)
        try await addDemonstrationGames(now: now)
        return Demonstration(isNew: known == nil, courses: applied, accounts: DemonstrationAccount.shown)
    }

    /// The moment of the first set-up; `nil` when there was none.
    private func demonstrationStart() async throws -> Instant? {
        try await database.read { try cohorts.cohort(key: DemonstrationCohort.web.key, in: $0)?.createdAt }
    }

    private func requireNobody() async throws {
        let isEmpty = try await database.read { try people.people(limit: 1, in: $0).isEmpty }
        if !isEmpty { throw CampusError.conflict(.demonstrationAmongPeople) }
    }

    /// These use cases at another time, with a memory of their own.
    func at(_ clock: Clock) -> Campus {
        Campus(
            database: database, clock: clock, files: files, passwords: passwords, throttle: throttle, logger: logger,
            drawSeed: drawSeed)
    }

    /// Everybody, in one transaction. Those without a password known to visitors have none, and cannot sign in until one is given.
    private func addDemonstrationPeople(at now: Instant, before: Instant) async throws {
        let hashes = try await demonstrationHashes()
        let logins = try await withAccounts { try DemonstrationPerson.all.map { try ($0, $0.checked()) } }
        try await withAccounts {
            try await database.writeAlone { writing in
                var ids: [String: Identifier<Person>] = [:]
                for (person, checked) in logins {
                    let id = Identifier<Person>.new(at: before)
                    ids[person.login] = id
                    try people.add(
                        NewPerson(
                            id: id, login: checked.login, name: checked.name, language: person.language,
                            passwordHash: hashes[person.login], mustChangePassword: false),
                        at: before, in: writing)
                    try security.add(managed(.accountAdded, id, at: before, by: nil, "demonstration"), in: writing)
                    if let role = person.installationRole { try people.grant(role, to: id, in: writing) }
                }
                for definition in DemonstrationCohort.all {
                    try add(definition, with: ids, at: now, before: before, in: writing)
                }
            }
        }
    }

    private func add(
        _ definition: DemonstrationCohort, with ids: [String: Identifier<Person>], at now: Instant, before: Instant,
        in writing: any WriteTransaction
    ) throws {
        guard let version = try courses.published(key: definition.course, in: writing) else {
            throw CampusError.invalid("courses", .demonstrationLacks(definition.course))
        }
        let days = DemonstrationDays(now: now, weeksAgo: definition.weeksAgo)
        let cohort = Cohort(
            id: .new(at: now), key: definition.key, title: definition.title(days), startsOn: days.startsOn,
            endsOn: days.friday(ofWeek: version.outline.weeks ?? 10), createdAt: now)
        try cohorts.add(cohort, in: writing)
        let groups = definition.groups.map { Group(id: .new(at: now), cohort: cohort.id, key: $0.key, title: $0.title) }
        for group in groups { try cohorts.add(group, in: writing) }
        try enrolments.assign(version.course, to: cohort.id, in: writing)
        let rules = CourseRules(version)
        let members = DemonstrationPerson.members(of: definition)
        for (index, (person, role)) in members.enumerated() {
            guard let id = ids[person.login] else { continue }
            let group = role == .learner && !groups.isEmpty ? groups[index % groups.count].id : nil
            try memberships.join(id, cohort.id, as: role, group: group, at: before, in: writing)
            if role == .learner {
                try enrolments.enrol(id, in: cohort.id, following: rules, at: before, in: writing)
            }
        }
    }

    /// The hashes of the passwords that visitors know, made at the same time.
    private func demonstrationHashes() async throws -> [String: PasswordHash] {
        try await withThrowingTaskGroup(of: (String, PasswordHash).self) { group in
            for account in DemonstrationAccount.shown {
                group.addTask { (account.login, try await passwords.hash(account.password)) }
            }
            var hashes: [String: PasswordHash] = [:]
            for try await (login, hash) in group { hashes[login] = hash }
            return hashes
        }
    }
}

extension Phrase {
    static func demonstrationLacks(_ course: String) -> Phrase {
        Phrase(
            fr: "Il manque le cours « \(course) » : la démonstration ne peut pas se faire sans lui.",
            en: "The course “\(course)” is missing: there is no demonstration without it.")
    }

    static let demonstrationAmongPeople = Phrase(
        fr:
            "Il y a déjà des personnes ici. La démonstration ouvre des comptes dont tout le monde connaît le mot de passe : préparez-la dans un autre dossier.",
        en:
            "There are people here already. The demonstration opens accounts whose passwords everybody knows: set it up in another directory."
    )
}
