import Accounts
import Essentials
import Outbound
import SQL
import Scheduling
import TestSupport
import Testing

@testable import Campus

@Suite("What happens to a meeting is told to both", .serialized)
struct AnnounceMeetingsTests {
    private static let id = Identifier<MentoringMeeting>(trusted: "0192f0aa-1111-7222-8333-444455556666")
    /// Thursday, 26 November 2026 at 14:00 in Paris, and an hour later.
    private static let two = Instant(milliseconds: 1_795_698_000_000)
    private static let three = two.adding(seconds: 3600)

    /// A learner and a mentor who can be met on Thursdays from two to four.
    private static func booked(_ world: CampusWorld) async throws -> (learner: Viewer, mentor: Viewer) {
        for (login, given, family) in [("awa", "Awa", "Diallo"), ("marc", "Marc", "Lebrun")] {
            _ = try await world.campus.addPerson(
                Campus.PersonDraft(
                    login: login, givenName: given, familyName: family, email: login + "@example.org", mustChangePassword: false))
        }
        _ = try await world.campus.addCohort(key: "web", title: "Développeur web")
        try await world.campus.enrol("awa", in: "web", as: .learner)
        try await world.campus.enrol("marc", in: "web", as: .mentor)
        world.time.now = two.adding(seconds: -5 * 86_400)
        let (learner, mentor) = (try await world.viewer("awa"), try await world.viewer("marc"))
        _ = try await world.campus.offerMeetings(
            Campus.TypedAvailability(weekday: 3, opens: "14:00", closes: "16:00", length: 30, place: "Salle 2"), by: mentor)
        _ = try await world.campus.bookMeeting(id, with: mentor.person.id, at: two, topic: "Mon CV", by: learner)
        return (learner, mentor)
    }

    private static func taken(_ world: CampusWorld) async throws -> [Letter] {
        let letters = try await world.campus.letters(.waiting).sorted { $0.draft.address < $1.draft.address }
        try await world.tamper("DELETE FROM outbox")
        return letters
    }

    @Test("booked, moved and cancelled: once each, with whom one meets and what calendars read", arguments: Backend.available)
    func told(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            let (learner, mentor) = try await Self.booked(world)
            _ = try await world.campus.bookMeeting(Self.id, with: mentor.person.id, at: Self.two, topic: "Mon CV", by: learner)
            let booked = try await Self.taken(world)
            #expect(
                booked.map(\.draft.subject) == [
                    "Rendez-vous avec Marc Lebrun, jeudi 26 novembre à 14 h 00",
                    "Rendez-vous avec Awa Diallo, jeudi 26 novembre à 14 h 00",
                ])
            let first = try #require(booked.first?.draft)
            #expect(first.body.contains("Un rendez-vous est pris.") && first.body.contains("Lieu : Salle 2"))
            #expect(first.body.contains("Mon CV") && first.body.contains(LetterDraft.site + "/mentoring/meetings/\(Self.id.text)"))
            #expect(first.calendar?.method == .request && first.expiresAt == Self.two.adding(seconds: 1800))
            #expect(first.calendar?.text.replacing("\r\n ", with: "").contains("/mentoring/meetings/") ?? false)

            for _ in 0..<2 {
                _ = try await world.campus.moveMeeting(Self.id, to: Self.three, by: learner)
            }
            let moved = try await Self.taken(world)
            #expect(moved.map(\.draft.subject).first == "Changement : Rendez-vous avec Marc Lebrun, jeudi 26 novembre à 15 h 00")
            #expect(moved.count == 2 && moved[0].draft.body.contains("Avant : jeudi 26 novembre 2026, de 14 h 00 à 14 h 30"))
            #expect(moved[0].draft.calendar?.text.contains("SEQUENCE:1") ?? false)

            for _ in 0..<2 { _ = try await world.campus.cancelMeeting(Self.id, reason: "Malade", by: mentor) }
            let cancelled = try await Self.taken(world)
            #expect(cancelled.count == 2 && cancelled.allSatisfy { $0.draft.calendar?.method == .cancel })
            #expect(cancelled[0].draft.body.contains("Ce rendez-vous est annulé.") && cancelled[0].draft.body.contains("Malade"))
        }
    }

    @Test("reminders the day before and within the hour, once each, at the hour that holds", arguments: Backend.available)
    func reminded(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            let (learner, mentor) = try await Self.booked(world)
            _ = try await Self.taken(world)
            func tick(_ seconds: Int64, before start: Instant) async throws -> [String] {
                world.time.now = start.adding(seconds: -seconds)
                _ = try await world.campus.remindOfMeetings()
                _ = try await world.elsewhere.campus.remindOfMeetings()
                return try await Self.taken(world).map { String($0.draft.subject.prefix { $0 != ":" }) }
            }
            #expect(try await tick(24 * 3600 + 1, before: Self.two).isEmpty)
            #expect(try await tick(24 * 3600, before: Self.two) == ["Rappel ", "Rappel "])
            #expect(try await tick(20 * 3600, before: Self.two).isEmpty)
            _ = try await world.campus.moveMeeting(Self.id, to: Self.three, force: true, by: learner)
            _ = try await Self.taken(world)
            #expect(try await tick(19 * 3600, before: Self.three) == ["Rappel ", "Rappel "])
            #expect(try await tick(3600, before: Self.two).isEmpty)
            #expect(try await tick(3600, before: Self.three) == ["Bientôt ", "Bientôt "])
            #expect(try await tick(60, before: Self.three).isEmpty)
            _ = try await world.campus.cancelMeeting(Self.id, reason: "Malade", by: mentor)
            _ = try await Self.taken(world)
            #expect(try await tick(30, before: Self.three).isEmpty)
        }
    }
}
