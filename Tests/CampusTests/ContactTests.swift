import Accounts
import Essentials
import Outbound
import SQL
import TestSupport
import Testing
import Tutoring

@testable import Campus

@Suite("Reaching learners")
struct ContactTests {
    private let cohort = TestCampus.cohortKey

    private func day(_ role: TestRole, _ school: TestCampus) async throws -> [String] {
        try await school.campus.today(for: try await school.viewer(role)).people.map {
            "\($0.name.given) \($0.need.level.rawValue) \($0.need.action.rawValue)"
        }
    }

    private func ask(_ school: TestCampus, phone: String? = nil, hours: String? = nil, as role: TestRole = .learner) async throws
    {
        _ = try await school.campus.askForCall(
            .new(at: school.clock.now), phone: phone, hours: hours, in: cohort, by: try await school.viewer(role))
    }

    private func contact(
        _ outcome: ContactOutcome, _ school: TestCampus, as role: TestRole = .tutor, id: Identifier<LearnerContact>? = nil,
        appointment: Instant? = nil, note: String? = nil
    ) async throws {
        // One after the other.
        school.clock.advance(seconds: 60)
        _ = try await school.campus.addContact(
            .init(
                id: id ?? .new(at: school.clock.now), means: .call, outcome: outcome, appointment: appointment, note: note),
            with: school[.learner].id, in: cohort, by: try await school.viewer(role))
    }

    private func letters(_ school: TestCampus) async throws -> [String] {
        try await school.database.read { try OutboxStore().letters(.waiting, limit: 100, in: $0) }
            .filter { $0.draft.kind == "call" }.map(\.draft.address).sorted()
    }

    @Test(
        "a learner asks for a call: it is on the day, tutors are told once, and who is reached waits no more",
        arguments: Backend.available)
    func call(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            #expect(try await day(.tutor, school).isEmpty)
            try await ask(school, phone: " 06 12 34 56 78 ", hours: "Le matin")
            try await ask(school, phone: "+33 6 12 34 56 79", hours: " ")
            #expect(try await day(.tutor, school) == ["Samira red call"])
            #expect(try await day(.coordinator, school) == ["Samira red call"])
            for role in [TestRole.outsideTutor, .mentor] { #expect(try await day(role, school).isEmpty) }
            let call = try #require(try await school.campus.today(for: try await school.viewer(.tutor)).people.first?.call)
            #expect(call.phone == "+33 6 12 34 56 79" && call.hours == nil)
            #expect(try await letters(school) == ["nadia.roux@exemple.fr"])

            try await contact(.noAnswer, school, note: "Répondeur")
            let tried = try #require(try await school.campus.today(for: try await school.viewer(.tutor)).people.first)
            #expect(tried.need.isLater && tried.lastContact?.contact.note == "Répondeur")
            try await contact(.reached, school)
            #expect(try await day(.tutor, school).isEmpty)
            #expect(try await letters(school).isEmpty)
            let contacted = try await school.campus.today(for: try await school.viewer(.coordinator)).contacted
            #expect(contacted.map(\.last.contact.outcome) == [.reached])
            // Asked again later, it is another call.
            try await ask(school)
            #expect(try await day(.tutor, school) == ["Samira red call"])
            _ = try await school.campus.withdrawCall(in: cohort, by: try await school.viewer(.learner))
            #expect(try await day(.tutor, school).isEmpty)
        }
    }

    @Test("what was done is kept once, and who may not write it down is refused", arguments: Backend.available)
    func kept(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let id = Identifier<LearnerContact>.new(at: school.clock.now)
            for _ in 1...2 { try await contact(.leftMessage, school, id: id) }
            let soon = school.clock.now.adding(seconds: 86_400)
            try await contact(.appointment, school, appointment: soon)
            let reading = try await school.campus.contacts(
                with: school[.learner].id, in: cohort, for: try await school.viewer(.trainer))
            let outcomes = reading.entries.compactMap { entry -> ContactOutcome? in
                if case .contact(let contact) = entry.what { contact.outcome } else { nil }
            }
            #expect(Set(outcomes) == [.leftMessage, .appointment] && outcomes.count == 2)
            let wrong: [(ContactOutcome, Instant?, String?)] = [
                (.appointment, nil, nil), (.appointment, school.clock.now.adding(seconds: -60), nil),
                (.appointment, school.clock.now.adding(seconds: 100 * 86_400), nil),
                (.noAnswer, nil, String(repeating: "a", count: 1001)), (.noAnswer, nil, "a\0b"),
            ]
            for (outcome, appointment, note) in wrong {
                await #expect(throws: CampusError.self) {
                    try await contact(outcome, school, appointment: appointment, note: note)
                }
            }
            for role in [TestRole.learner, .mentor, .outsideTutor, .admin, .funder] {
                await #expect(throws: CampusError.self) { try await contact(.reached, school, as: role) }
            }
        }
    }

    @Test("a number that is none, and words that are too long, are refused")
    func refused() async throws {
        try await withTestCampus { (school: TestCampus) async throws in
            for (phone, hours) in [
                ("12", nil), ("appelez-moi", nil), (String(repeating: "1", count: 31), nil), ("0612345678\0", nil),
                (nil, String(repeating: "h", count: 201)), (nil, "a\0"),
            ] as [(String?, String?)] {
                await #expect(throws: CampusError.self) { try await ask(school, phone: phone, hours: hours) }
            }
            for role in [TestRole.tutor, .mentor, .outsideLearner, .admin] {
                await #expect(throws: CampusError.self) { try await ask(school, as: role) }
            }
            #expect(try await day(.tutor, school).isEmpty)
        }
    }

    @Test("a question waits on the day until it is answered, and how long it took is known", arguments: Backend.available)
    func questions(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            func write(_ role: TestRole) async throws {
                _ = try await school.campus.post(
                    "Bonjour", id: .new(at: school.clock.now), in: .tutoring, school[.learner].id.text, of: cohort,
                    by: try await school.viewer(role))
            }
            try await write(.learner)
            #expect(try await day(.tutor, school) == ["Samira amber answer"])
            school.clock.advance(seconds: 1800)
            try await write(.learner)
            school.clock.advance(seconds: 1800)
            try await write(.tutor)
            #expect(try await day(.tutor, school).isEmpty)
            let reading = try await school.campus.contacts(
                with: school[.learner].id, in: cohort, for: try await school.viewer(.tutor))
            #expect(reading.answers.map { [Int64($0.count), $0.median, $0.longest] } == [1, 3600, 3600])
            #expect(reading.question == nil)
        }
    }

    @Test("handing over: the colleague sees it, with the note, until they were in touch", arguments: Backend.available)
    func handover(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let (learner, trainer) = (school[.learner].id, school[.trainer].id)
            let tutor = try await school.viewer(.tutor)
            for (other, note) in [(school[.mentor].id, "Bien"), (school[.outsideTutor].id, "Bien"), (trainer, "  ")] {
                await #expect(throws: CampusError.self) {
                    try await school.campus.handOver(learner, to: other, note: note, in: cohort, by: tutor)
                }
            }
            for _ in 1...2 {
                try await school.campus.handOver(learner, to: trainer, note: "Cherche un stage", in: cohort, by: tutor)
            }
            let reading = try await school.campus.contacts(with: learner, in: cohort, for: tutor)
            #expect(reading.entries.count == 1 && reading.tutor?.given == "Inès")
            #expect(try await day(.trainer, school) == ["Samira amber message"])
            #expect(try await day(.tutor, school).isEmpty)
            let given = try await school.campus.today(for: try await school.viewer(.trainer)).people.first?.handover
            #expect(given?.handover.note == "Cherche un stage" && given?.by?.given == "Nadia")
            // A call is told to the one who follows the learner now; others see whose it is.
            try await ask(school)
            #expect(try await letters(school) == ["ines.garcia@exemple.fr"])
            #expect(try await school.campus.today(for: tutor).people.map { $0.tutor?.given } == ["Inès"])
            school.clock.advance(seconds: 60)
            try await contact(.reached, school, as: .trainer)
            #expect(try await day(.trainer, school).isEmpty)
        }
    }
}
