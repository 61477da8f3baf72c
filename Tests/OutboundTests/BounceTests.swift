import Essentials
import SQL
import TestSupport
import Testing

@testable import Outbound

@Suite("Addresses that are refused")
struct BounceTests {
    private let store = OutboxStore()

    @Test(
        "are told from refusals of other things",
        arguments: [
            ("550 5.1.1 <a@b.example>: Recipient address rejected: User unknown", true), ("550 no such user", true),
            ("551 not here", true), ("553 5.1.3 bad syntax", true), ("550 5.1.10 null MX", true), ("550 5.2.1 closed", true),
            ("556 5.1.10 null MX", true), ("552 5.2.2 mailbox full", false), ("550 5.7.1 relaying denied", false),
            ("550 5.1.8 sender rejected", false), ("554 no", false), ("450 4.1.1 try later", false), ("", false),
            ("quatre", false),
        ])
    func answers(answer: String, saysNobody: Bool) {
        #expect(SMTPAnswer.saysNobody(answer) == saysNobody)
    }

    @Test("get nothing more, whatever the case, until they are right again", arguments: Backend.available)
    func bounced(_ backend: Backend) async throws {
        let now = OutboxStoreTests.now
        try await withTestDatabase(backend, OutboundMigrations.all) { database in
            for cause in ["a", "b"] {
                try await database.write { _ = try store.add(OutboxStoreTests.draft(cause), at: now, in: $0) }
            }
            let later = now.adding(seconds: 1)
            try await database.write { _ = try store.add(OutboxStoreTests.draft("a", to: "karim"), at: later, in: $0) }
            let claimed = try await database.write {
                try store.claim(1, for: "one", until: now.adding(seconds: 9), at: now, in: $0)
            }
            let letter = try #require(claimed.first)
            try await database.write { writing in
                try store.settle(letter, .dead, error: "550", claim: "one", at: now, in: writing)
                try store.bounced(letter, reason: "550 5.1.1 nobody", at: now, in: writing)
            }
            #expect(try await database.read { try store.letters(.dead, limit: 9, in: $0) }.count == 2)
            #expect(try await database.read { try store.letters(.waiting, limit: 9, in: $0) }.map(\.draft.recipient) == ["karim"])
            var shouting = OutboxStoreTests.draft("c")
            shouting.address = "AWA@Example.ORG"
            let draft = shouting
            #expect(try await !database.write { try store.add(draft, at: now, in: $0) })
            let found = try await database.read { try store.bounces(limit: 9, in: $0) }
            #expect(found == [MailBounce(address: "awa@example.org", at: now, reason: "550 5.1.1 nobody")])

            #expect(try await database.write { try store.retryDead(to: "awa@example.org", at: now, in: $0) } == 2)
            #expect(try await database.write { try store.forgetBounce(of: "Awa@example.org", in: $0) })
            #expect(try await database.write { try store.add(draft, at: now, in: $0) })
        }
    }
}
