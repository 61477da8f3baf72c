import Accounts
import Essentials
import SQL
import TestSupport
import Testing
import Tutoring

@testable import Campus

@Suite("Searching in messages")
struct SearchMessagesTests {
    private func post(
        _ text: String, in kind: ConversationKind = .tutoring, _ subject: String? = nil, as role: TestRole, _ school: TestCampus
    ) async throws -> Identifier<Message> {
        try await school.campus.post(
            text, id: .new(at: school.clock.now), in: kind, subject ?? school[.learner].id.text, of: TestCampus.cohortKey,
            by: try await school.viewer(role)
        ).id
    }

    private func found(_ query: String, as role: TestRole, _ school: TestCampus) async throws -> [String] {
        try await school.campus.search(query, for: try await school.viewer(role)).hits.map(\.message.text)
    }

    @Test("finds words without their accents and case, and the beginning of the last one", arguments: Backend.available)
    func words(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            _ = try await post("Où est l’œuvre d’été ? C’est urgent", as: .learner, school)
            _ = try await post("Elle est à l'école.", as: .tutor, school)
            for query in ["ete", "ÉTÉ", "oeuvre", "Œuvre été", "urg", "est urg", "où"] {
                #expect(try await found(query, as: .learner, school).count == 1, "\(query)")
            }
            // The newest first.
            #expect(try await found("est", as: .tutor, school).first == "Elle est à l'école.")
            #expect(try await found("est", as: .tutor, school).count == 2)
            for query in ["", "  ", "'\"*", "urg est", "absent", "\0", "a:b | c & !d", "NEAR(", "tutoring"] {
                #expect(try await found(query, as: .learner, school).isEmpty, "\(query)")
            }
        }
    }

    /// Who finds what is written in each kind of place.
    @Test("finds only what one may read now", arguments: Backend.available)
    func rights(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            _ = try await post("mot privé", as: .learner, school)
            _ = try await post("mot du mentor", in: .mentoring, as: .mentor, school)
            _ = try await post("mot de la promo", in: .cohort, "all", as: .secondLearner, school)
            _ = try await post("mot de l'équipe", in: .announcements, "all", as: .coordinator, school)
            let expected: [(TestRole, Set<String>)] = [
                (.learner, ["mot privé", "mot du mentor", "mot de la promo", "mot de l'équipe"]),
                (.secondLearner, ["mot de la promo", "mot de l'équipe"]),
                (.tutor, ["mot privé", "mot de la promo", "mot de l'équipe"]),
                (.coordinator, ["mot privé", "mot de la promo", "mot de l'équipe"]),
                (.mentor, ["mot du mentor", "mot de la promo", "mot de l'équipe"]), (.jobAdviser, ["mot de l'équipe"]),
                (.funder, []), (.outsideTutor, []), (.outsideLearner, []), (.admin, []), (.author, []),
            ]
            for (role, texts) in expected { #expect(Set(try await found("mot", as: role, school)) == texts, "\(role)") }
            try await school.campus.withdraw([school[.secondLearner].login], from: TestCampus.cohortKey, as: .learner)
            #expect(try await found("mot", as: .secondLearner, school).isEmpty)
        }
    }

    @Test("an edited message is found by its new words, a removed one by none", arguments: Backend.available)
    func changed(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let id = try await post("un mot ancien", as: .learner, school)
            let learner = try await school.viewer(.learner)
            _ = try await school.campus.editMessage(id, to: "un mot nouveau", by: learner)
            #expect(try await found("ancien", as: .learner, school).isEmpty)
            #expect(try await found("nouveau", as: .learner, school) == ["un mot nouveau"])
            _ = try await school.campus.removeMessage(id, by: learner)
            #expect(try await found("mot", as: .learner, school).isEmpty)
        }
    }

    @Test("pages follow each other without a gap and nothing twice", arguments: Backend.available)
    func pages(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            for number in 1...65 { _ = try await post("mot \(number)", as: .learner, school) }
            let tutor = try await school.viewer(.tutor)
            var (seen, next): ([String], Int?) = ([], nil)
            repeat {
                let page = try await school.campus.search("mot", before: next, for: tutor)
                seen += page.hits.map(\.message.text)
                next = page.next
            } while next != nil
            #expect(seen == (1...65).reversed().map { "mot \($0)" })
        }
    }

    @Test("what was written before there was an index is taken in once", arguments: Backend.available)
    func older(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            _ = try await post("mot ancien", as: .learner, school)
            try await school.database.write { writing in
                try writing.runScript(
                    """
                    DELETE FROM message_search; DELETE FROM message_place;
                    INSERT INTO message_unindexed (message_id) SELECT id FROM message
                    """)
            }
            #expect(try await found("ancien", as: .learner, school).isEmpty)
            #expect(try await school.campus.indexMessages() == 1)
            #expect(try await school.campus.indexMessages() == 0)
            #expect(try await found("ancien", as: .learner, school) == ["mot ancien"])
        }
    }
}
