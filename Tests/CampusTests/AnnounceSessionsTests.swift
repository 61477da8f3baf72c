import Accounts
import Essentials
import Outbound
import SQL
import Scheduling
import TestSupport
import Testing

@testable import Campus

@Suite("What happens to a session is told", .serialized)
struct AnnounceSessionsTests {
    /// A cohort with a group, three learners (one without an address, one in the group) and a trainer.
    private static func school(_ world: CampusWorld) async throws {
        for (login, name, email) in [
            ("awa", "Awa Diallo", "awa@example.org"), ("karim", "Karim Haddad", "karim@example.org"), ("leo", "Léo Sans", nil),
            ("ines", "Inès Moreau", "ines@example.org"),
        ] {
            let parts = name.split(separator: " ").map(String.init)
            _ = try await world.campus.addPerson(
                Campus.PersonDraft(
                    login: login, givenName: parts[0], familyName: parts[1], email: email, mustChangePassword: false))
        }
        _ = try await world.campus.addCohort(key: "web", title: "Développeur web")
        _ = try await world.campus.addGroup(key: "matin", title: "Matin", to: "web")
        for login in ["awa", "leo"] { try await world.campus.enrol(login, in: "web", as: .learner) }
        try await world.campus.enrol("karim", in: "web", as: .learner, group: "matin")
        try await world.campus.enrol("ines", in: "web", as: .trainer)
    }

    private static func letters(_ world: CampusWorld) async throws -> [Letter] {
        try await world.campus.letters(.waiting).sorted { ($0.id) < ($1.id) }
    }

    private static func addresses(_ letters: [Letter]) -> [String] {
        letters.map { String($0.draft.address.prefix { $0 != "@" }) }.sorted()
    }

    private static func typed(
        _ title: String = "Atelier", day: String = "2026-11-26", hour: String = "09:30", group: String = "",
        isPublished: Bool = true
    ) -> Campus.TypedSession {
        Campus.TypedSession(
            title: title, day: day, hour: hour, duration: "90", group: group, link: "https://visio.example.org/a",
            isPublished: isPublished)
    }

    private static func emptyOutbox(_ world: CampusWorld) async throws {
        try await world.tamper("DELETE FROM outbox")
    }

    @Test("to learners and trainers with an address, once, with what calendars read", arguments: Backend.available)
    func planned(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await Self.school(world)
            let session = try await world.campus.planSession(Self.typed(), in: "web", by: nil)
            let letters = try await Self.letters(world)
            #expect(Self.addresses(letters) == ["awa", "ines", "karim"])
            let awa = try #require(letters.first { $0.draft.address.hasPrefix("awa") })
            #expect(awa.draft.subject == "Séance : Atelier, jeudi 26 novembre à 9 h 30")
            #expect(awa.draft.body.contains("jeudi 26 novembre 2026, de 9 h 30 à 11 h 00"))
            #expect(awa.draft.body.contains(LetterDraft.site + "/sessions/\(session.id.text)"))
            #expect(!awa.draft.body.contains("visio.example.org"))
            let calendar = try #require(awa.draft.calendar)
            #expect(calendar.method == .request && calendar.text.contains("METHOD:REQUEST"))
            #expect(calendar.text.replacing("\r\n ", with: "").contains(":mailto:awa@example.org"))
            #expect(awa.draft.expiresAt == session.endsAt)
        }
    }

    @Test("of a draft to nobody, until it is published", arguments: Backend.available)
    func drafts(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await Self.school(world)
            let session = try await world.campus.planSession(Self.typed(group: "matin", isPublished: false), in: "web", by: nil)
            #expect(try await Self.letters(world).isEmpty)
            _ = try await world.campus.changeSession(session.id, to: Self.typed(group: "matin"), by: nil)
            #expect(Self.addresses(try await Self.letters(world)) == ["ines", "karim"])
        }
    }

    @Test("a new title tells nobody; a new hour, place or link does, with what it was before", arguments: Backend.available)
    func changed(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await Self.school(world)
            let session = try await world.campus.planSession(Self.typed(), in: "web", by: nil)
            try await Self.emptyOutbox(world)
            _ = try await world.campus.changeSession(session.id, to: Self.typed("Atelier HTML"), by: nil)
            #expect(try await Self.letters(world).isEmpty)
            _ = try await world.campus.moveSession(session.id, day: "2026-11-27", hour: "14:00", by: nil)
            let letters = try await Self.letters(world)
            #expect(letters.count == 3)
            #expect(letters.allSatisfy { $0.draft.subject == "Changement : Atelier HTML, vendredi 27 novembre à 14 h 00" })
            #expect(letters[0].draft.body.contains("Avant : jeudi 26 novembre 2026, de 9 h 30 à 11 h 00"))
            #expect(letters[0].draft.calendar?.text.contains("SEQUENCE:2") ?? false)
        }
    }

    @Test("a session that becomes a group’s is taken off the others’ calendars", arguments: Backend.available)
    func grouped(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await Self.school(world)
            let session = try await world.campus.planSession(Self.typed(), in: "web", by: nil)
            try await Self.emptyOutbox(world)
            _ = try await world.campus.changeSession(session.id, to: Self.typed(group: "matin"), by: nil)
            let letters = try await Self.letters(world)
            #expect(Self.addresses(letters) == ["awa"])
            #expect(letters.first?.draft.calendar?.method == .cancel)
            #expect(letters.first?.draft.body.contains("n’est plus pour vous") ?? false)
        }
    }

    @Test("a cancellation says why; what is over tells nobody", arguments: Backend.available)
    func cancelled(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await Self.school(world)
            let session = try await world.campus.planSession(Self.typed(), in: "web", by: nil)
            let past = try await world.campus.planSession(Self.typed(day: "2026-11-20"), in: "web", by: nil)
            #expect(try await Self.letters(world).count == 3)
            try await Self.emptyOutbox(world)
            _ = try await world.campus.cancelSession(past.id, reason: "Erreur", by: nil)
            #expect(try await Self.letters(world).isEmpty)
            for _ in 1...2 { _ = try await world.campus.cancelSession(session.id, reason: "La formatrice est malade.", by: nil) }
            let letters = try await Self.letters(world)
            #expect(letters.count == 3)
            #expect(
                letters.allSatisfy { $0.draft.calendar?.method == .cancel && $0.draft.body.contains("La formatrice est malade.") }
            )
        }
    }

    @Test("a series is one letter", arguments: Backend.available)
    func series(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await Self.school(world)
            _ = try await world.campus.planSeries(
                Self.typed(), on: ["2026-11-26", "2026-12-03", "2026-12-10"], in: "web", by: nil)
            let letters = try await Self.letters(world)
            #expect(letters.count == 3)
            #expect(letters[0].draft.subject == "3 séances : Développeur web")
            #expect(letters[0].draft.calendar?.method == .publish)
        }
    }

    @Test("a letter that cannot be written takes its cause back with it", arguments: Backend.available)
    func together(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await Self.school(world)
            try await world.tamper("DROP TABLE outbox")
            await #expect(throws: (any Error).self) { _ = try await world.campus.planSession(Self.typed(), in: "web", by: nil) }
            #expect(try await world.campus.sessions(of: "web", from: nil, until: nil).isEmpty)
        }
    }

    // MARK: Reminders

    @Test("reminders come the day before and an hour before, once, however often it is looked", arguments: Backend.available)
    func reminders(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await Self.school(world)
            let session = try await world.campus.planSession(Self.typed(), in: "web", by: nil)
            try await Self.emptyOutbox(world)
            func tick(_ secondsBefore: Int64) async throws -> [String] {
                world.time.now = session.startsAt.adding(seconds: -secondsBefore)
                _ = try await world.elsewhere.campus.remindOfSessions()
                _ = try await world.elsewhere.campus.remindOfSessions()
                let letters = try await Self.letters(world)
                try await Self.emptyOutbox(world)
                return letters.filter { $0.draft.address.hasPrefix("awa") }.map { String($0.draft.subject.prefix { $0 != " " }) }
            }
            #expect(try await tick(25 * 3600).isEmpty)
            #expect(try await tick(24 * 3600) == ["Rappel"])
            #expect(try await tick(23 * 3600).isEmpty)
            #expect(try await tick(2 * 3600).isEmpty)
            #expect(try await tick(3600) == ["Bientôt"])
            #expect(try await tick(60).isEmpty)
            #expect(try await tick(0).isEmpty)
            #expect(try await tick(-60).isEmpty)
        }
    }

    @Test("a session that moves is reminded of at its new hour; one that is cancelled not at all", arguments: Backend.available)
    func moved(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await Self.school(world)
            let session = try await world.campus.planSession(Self.typed(), in: "web", by: nil)
            world.time.now = session.startsAt.adding(seconds: -20 * 3600)
            #expect(try await world.campus.remindOfSessions() == 1)
            func reminders() async throws -> [String] {
                try await Self.letters(world).filter { $0.draft.kind == "reminder" && $0.draft.address.hasPrefix("awa") }
                    .map(\.draft.subject)
            }
            #expect(try await reminders() == ["Rappel : Atelier, jeudi 26 novembre à 9 h 30"])
            // Not sent yet: it is not true any more.
            _ = try await world.campus.moveSession(session.id, day: "2026-12-03", hour: "09:30", by: nil)
            #expect(try await reminders().isEmpty)
            #expect(try await world.campus.remindOfSessions() == 0)
            // And back again.
            _ = try await world.campus.moveSession(session.id, day: "2026-11-26", hour: "09:30", by: nil)
            #expect(try await world.campus.remindOfSessions() == 1)
            #expect(try await reminders().count == 1)
            _ = try await world.campus.cancelSession(session.id, reason: "Malade", by: nil)
            #expect(try await world.campus.remindOfSessions() == 0)
            #expect(try await reminders().isEmpty)
        }
    }

    @Test("nobody is written to who wants no letters, and one can change one’s mind", arguments: Backend.available)
    func refused(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await Self.school(world)
            let awa = try await world.viewer("awa")
            let secret = try await world.campus.mailSecret(of: awa)
            #expect(try await world.campus.getsMail(awa))
            try await world.campus.refuseMail(secret)
            #expect(try await !world.campus.getsMail(awa))
            #expect(try await world.campus.mailRefusal(secret))
            _ = try await world.campus.planSession(Self.typed(), in: "web", by: nil)
            #expect(Self.addresses(try await Self.letters(world)) == ["ines", "karim"])
            try await world.campus.setGetsMail(true, of: awa)
            _ = try await world.campus.planSession(Self.typed(day: "2026-12-01"), in: "web", by: nil)
            #expect(Self.addresses(try await Self.letters(world)) == ["awa", "ines", "ines", "karim", "karim"])
            try await expectNotFound { _ = try await world.campus.mailRefusal(String(repeating: "x", count: 43)) }
            try await expectNotFound { try await world.campus.refuseMail("x") }
        }
    }
}
